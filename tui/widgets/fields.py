"""Fields of forms: a label, what is typed, and below it what was understood or what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from tui.model.settings import DateOrder
from tui.rules.dates import NotADate, When, in_order, read_when
from tui.rules.phrases import ahead as far
from tui.rules.phrases import clock_time, short_day
from tui.view.cells import clean, clean_lines
from tui.widgets.choice import Choice

Check = Callable[[str], str]
"""Takes what was typed and returns a sentence: what is wrong with it, or what it was understood as."""


class Styled:
    """A control that is styled once, as it is mounted, and not for each class that it gets while it is made.

    Textual's own fields are styled three times before they are there: half of what it takes to make them.
    """

    def update_node_styles(self, animate: bool = True) -> None:
        """Style it anew, where it is to be seen."""
        if isinstance(self, Widget) and self.is_attached:
            Widget.update_node_styles(self, animate)


class OneLine(Styled, Input):
    """An input of one line: whatever is pasted comes in whole, its line breaks as spaces, and acts on nothing."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", select: bool = False, id: str | None = None
    ) -> None:
        super().__init__(
            value=clean(value), placeholder=placeholder, compact=True, select_on_focus=select, id=id
        )

    def _on_paste(self, event: events.Paste) -> None:
        # Textual's own takes the first line only, and escape sequences with it.
        event.prevent_default()
        event.stop()
        self.replace(clean(self.taken(event.text)), *self.selection)
        self._show_cursor()

    def on_resize(self) -> None:
        """Keep the cursor in sight: in a narrower line it may stand beyond the end."""
        # Of what was there before anything is typed the beginning is shown.
        if self.has_focus and not self._initial_value:
            self._show_cursor()

    def _show_cursor(self) -> None:
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def taken(self, pasted: str) -> str:
        """Return what of a pasted text comes into the line."""
        return pasted.strip("\r\n")


class Field(Vertical):
    """One labelled control with a line below it for a preview or a problem.

    The label is drawn by the field itself and the line below made when something is to be said there: a form
    of 36 fields opens in half the time.
    """

    def __init__(
        self,
        label: str,
        control: Widget,
        *,
        preview: Check | None = None,
        problem: Check | None = None,
        order: DateOrder = "ask",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`order` is how a date such as 5/12 is taken in a field for dates; its value then names the month."""
        super().__init__(id=id, classes=classes)
        self._order = order
        self._label = clean(label)
        self.control = control
        self._preview = preview
        self._problem = problem
        self._note: Static | None = None

    def compose(self) -> ComposeResult:
        """Yield the control; the label stands at its left."""
        self.control.add_class("field--control", update=False)
        yield self.control

    def render(self) -> Content:
        """Return the label."""
        return Content.styled(self._label, "bold $accent" if self.has_focus_within else "$secondary")

    def on_mount(self) -> None:
        """Show what is understood of the value that it starts with."""
        self._say_preview()

    @on(events.DescendantFocus)
    def _entered(self) -> None:
        self.refresh()

    @property
    def label(self) -> str:
        """What stands before it."""
        return self._label

    @property
    def value(self) -> str:
        """What stands in the field."""
        control = self.control
        if isinstance(control, (Input, Choice)):
            return in_order(control.value, self._order)
        return control.whole if isinstance(control, Paragraph) else ""

    @property
    def problem(self) -> str:
        """What is wrong with the value, as a sentence; empty if nothing is."""
        return self._problem(self.value) if self._problem else ""

    def check(self) -> bool:
        """Show what is wrong, if anything; True if the value may be saved."""
        problem = self.problem
        if problem:
            self.say(problem, wrong=True)
        else:
            self._say_preview()
        return not problem

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show a line below the control."""
        if self._note is None:
            if not words:
                return
            self._note = Static("", markup=False, classes="field--note")
            self.mount(self._note)
        self._note.update(clean(f"✗ {words}" if wrong and words else words))
        self._note.set_class(wrong, "-wrong")
        self._note.display = bool(words)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._say_preview()

    @on(events.DescendantBlur)
    def _left(self) -> None:
        self.refresh()
        self.check()

    def _say_preview(self) -> None:
        self.say(self._preview(self.value) if self._preview else "")


class Paragraph(Styled, TextArea):
    """A few lines of text; tab goes on to the next field."""

    def __init__(
        self, text: str = "", *, lines: int = 3, placeholder: str = "", id: str | None = None
    ) -> None:
        super().__init__(
            clean_lines(text),
            tab_behavior="focus",
            soft_wrap=True,
            compact=True,
            placeholder=placeholder,
            id=id,
        )
        self.styles.height = lines

    @property
    def whole(self) -> str:
        """The text, also where it is not shown."""
        return self.text

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted without what a terminal would act on."""
        if event.text != clean_lines(event.text):
            event.prevent_default()
            event.stop()
            self.replace(clean_lines(event.text), *self.selection, maintain_selection_offset=False)


def read_day(text: str, now: datetime, *, past: bool = False) -> When | None:
    """Return the day typed into a field, or None for an empty one. Raises NotADate with a sentence."""
    return read_when(text, now, past=past) if text.strip() else None


def day_field(
    label: str,
    now: datetime,
    *,
    value: str = "",
    past: bool = False,
    needed: bool = False,
    ahead: bool = True,
    placeholder: str = "",
    late: str = "",
    order: DateOrder = "ask",
    id: str | None = None,
) -> Field:
    """Return a field for a typed date, which shows the day it was understood as before it is saved.

    With `past` a weekday is the last one; without `ahead` no day to come is taken; `needed` takes no blank.
    `late` is said after a day that has been; `order` is how 5/12 is taken.
    """

    def preview(text: str) -> str:
        try:
            when = read_day(text, now, past=past)
        except NotADate:
            return ""
        if when is None:
            return ""
        wall = f" {clock_time(when.time)}" if when.time else ""
        after = late if when.day < now.date() else ""
        return f"→ {short_day(when.day, now.date())}{wall}, {far(when.day, now.date())}{after}"

    def problem(text: str) -> str:
        if needed and not text.strip():
            return "A day is needed here, such as “tomorrow” or “27 nov”."
        try:
            when = read_day(text, now, past=past)
        except NotADate as reason:
            return str(reason)
        if when is not None and not ahead and when.day > now.date():
            return f"{short_day(when.day, now.date())} is still to come. Type a day in the past, such as “yesterday”."
        return ""

    example = "today, yesterday, mon, 3 days ago" if past else "fri, 2w, 1 dec, 2026-12-05"
    box = OneLine(value, placeholder=placeholder or example, select=True)
    return Field(label, box, preview=preview, problem=problem, order=order, id=id)


def text_field(
    label: str,
    value: str = "",
    *,
    placeholder: str = "",
    problem: Check | None = None,
    preview: Check | None = None,
    id: str | None = None,
) -> Field:
    """Return a field for one line of text."""
    box = OneLine(value, placeholder=placeholder)
    return Field(label, box, problem=problem, preview=preview, id=id)


def choice_field(label: str, options: Sequence[str], value: str, *, id: str | None = None) -> Field:
    """Return a field for a choice among few."""
    return Field(label, Choice(options, value), id=id)


def paragraph_field(
    label: str, value: str = "", *, lines: int = 3, placeholder: str = "", id: str | None = None
) -> Field:
    """Return a field for a few lines of text."""
    return Field(label, Paragraph(value, lines=lines, placeholder=placeholder), id=id)
