"""A form over a record: its fields in groups, checked one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from tui.clock import Clock
from tui.model.change import Change
from tui.rules.entry.contact import problem
from tui.rules.entry.shown import preview, tidied
from tui.rules.entry.specs import FieldSpec, Group
from tui.screens.dialog import Dialog
from tui.screens.editor import NoEditor, edit_outside
from tui.store.book import Book
from tui.view.cells import clean_lines
from tui.widgets import keys
from tui.widgets.choice import Choice
from tui.widgets.completing import CompletingLine
from tui.widgets.entries import Entries
from tui.widgets.fields import Field, Paragraph
from tui.widgets.reading import reading_of
from tui.widgets.veiled import Veiled

Made = Callable[[Mapping[str, str]], tuple[Change, str]]
"""Makes of what was typed a change and the record's uid; raises ValueError with a sentence if it can't be read."""


class Form(Dialog[str]):
    """Fields in groups; gives back the uid of the record that was saved."""

    BINDINGS = [keys.SAVE, keys.EDITOR, keys.CANCEL]

    def __init__(
        self,
        book: Book,
        clock: Clock,
        title: str,
        groups: tuple[Group, ...],
        values: Mapping[str, str],
        *,
        made: Made,
    ) -> None:
        super().__init__(book, clock, title)
        self._groups, self._values, self._made = groups, values, made
        self._shown: dict[str, str] = {}
        self._known = reading_of(book).known

    def body(self) -> ComposeResult:
        """The groups, each under its heading."""
        for title, fields in self._groups:
            yield Static(title, markup=False, classes="form--group")
            for spec in fields:
                yield self._field(spec)

    def on_mount(self) -> None:
        """Start with the name."""
        super().on_mount()
        self._shown = {name: self.field(_id(name)).value for name in self._values}
        self.field("field-name").control.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the editor where text of several lines is typed."""
        return isinstance(self.app.focused, Paragraph) if action == "editor" else True

    def action_editor(self) -> None:
        """Go on with a long text in an editor of your own."""
        box = self.app.focused
        if not isinstance(box, Paragraph):
            return
        if isinstance(box, Veiled):
            box.unveil()
        try:
            box.text = clean_lines(edit_outside(self.app, box.text))
        except NoEditor as reason:
            self.notify(str(reason), severity="warning", markup=False)

    def action_save(self) -> None:
        """Save what was typed, if every field can be read."""
        if not self.valid():
            return
        values = {name: self._value(name) for name in self._values}
        try:
            change, uid = self._made(values)
        except ValueError as reason:
            self.field("field-name").say(str(reason), wrong=True)
            return
        if self.commit(change):
            self.dismiss(uid)

    def _value(self, name: str) -> str:
        # A field may show less than it holds: control characters. Untouched, it keeps them.
        now = self.field(_id(name)).value
        return self._values[name] if now == self._shown[name] else now

    def _field(self, spec: FieldSpec) -> Field:
        value = self._values[spec.name]
        return Field(
            spec.label,
            self._control(spec, value),
            problem=partial(self._problem, spec),
            preview=(lambda text: preview(spec, text, self.now)) if spec.kind in ("day", "days") else None,
            id=_id(spec.name),
        )

    def _control(self, spec: FieldSpec, value: str) -> Widget:
        if spec.kind == "choice":
            return Choice(spec.options, value)
        if spec.name == "private_notes" and value.strip():
            return Veiled(value, lines=3)
        if spec.kind == "long":
            return Paragraph(value, lines=3, placeholder=spec.hint)
        complete = self._known.completing(spec.name)
        if spec.kind == "lines":
            return Entries(value, complete=complete, tidy=partial(tidied, spec), placeholder=spec.hint)
        if spec.kind == "days":
            return Entries(value, placeholder=spec.hint)
        return CompletingLine(value, complete=complete, placeholder=spec.hint)

    def _problem(self, spec: FieldSpec, text: str) -> str:
        if spec.name == "name" and not text.strip():
            return "A name is needed; everything else can wait."
        if text == self._shown.get(spec.name):
            # What an import brought may be odd: that is no reason to refuse what is edited beside it.
            return ""
        return problem(self.network, spec, text, self.now)


def _id(name: str) -> str:
    return f"field-{name.replace('.', '-')}"
