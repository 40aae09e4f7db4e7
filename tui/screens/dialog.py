"""What all dialogs share: fields over a screen, saved with ctrl+s, left with escape and nothing lost."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Generic, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, TextArea

from tui.clock import Clock
from tui.model.network import Network
from tui.model.settings import DateOrder
from tui.screens.ask import Ask, measure_anew, title
from tui.screens.base import HEIGHTS, WIDTHS, Intent, TooSmall, commit, fitting
from tui.store.book import Book
from tui.widgets import keys
from tui.widgets.choice import Choice
from tui.widgets.fields import Field, read_day
from tui.widgets.keybar import KeyBar
from tui.widgets.over import Over

T = TypeVar("T")


class Dialog(Over[T | None], Generic[T]):
    """Something asked over a screen: a title, fields, keys. Escape asks first if something was typed."""

    BINDINGS = [keys.SAVE, keys.CANCEL]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    TITLE_WORDS: ClassVar[str] = ""
    """The title, where it is always the same."""

    ENTER_SAVES: ClassVar[bool] = False
    """Whether enter in a one-line field saves; for dialogs of a field or two."""

    CHANGES: ClassVar[bool] = True
    """Whether it is there to change something: the app opens no such dialog where nothing can be changed."""

    def __init__(self, book: Book, clock: Clock, title: str = "") -> None:
        super().__init__()
        self.book, self.clock = book, clock
        self._title = title or self.TITLE_WORDS
        self._first: tuple[str, ...] | None = None

    @property
    def network(self) -> Network:
        """The open network."""
        return self.book.network

    @property
    def now(self) -> datetime:
        """The moment, in the user's time zone."""
        return self.clock.now()

    @property
    def order(self) -> DateOrder:
        """How the user writes a day and a month."""
        return self.network.settings.date_order

    def body(self) -> ComposeResult:
        """Yield what stands between title and keys."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        fitting(self, self.app.size)
        with VerticalScroll(id="dialog", can_focus=False) as box:
            box.border_title = title(self._title)
            box.border_subtitle = "enter saves" if self.ENTER_SAVES else ""
            yield from self.body()
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Remember what the fields held at first."""
        self._first = self._typed()

    def on_resize(self) -> None:
        """Keep the field with the cursor in sight: at another width the fields above it take other heights."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        measure_anew(self)
        self.call_after_refresh(self._keep_in_sight)

    def dirty(self) -> bool:
        """Tell whether something was typed that would be lost."""
        return self._first is not None and self._typed() != self._first

    def valid(self) -> bool:
        """Check every field; the first that is wrong gets the focus and says why."""
        wrong = [field for field in self.query(Field) if not field.check()]
        if wrong:
            wrong[0].control.focus()
            wrong[0].scroll_visible()
        return not wrong

    def field(self, name: str) -> Field:
        """Return the field with an id."""
        return self.query_one(f"#{name}", Field)

    def value(self, name: str) -> str:
        """Return what stands in the field with an id, without the blanks around it."""
        return self.field(name).value.strip()

    def day(self, name: str, *, past: bool = False) -> date | None:
        """Return the day in the field with an id, None for an empty one. Raises NotADate with a sentence."""
        when = read_day(self.value(name), self.now, past=past)
        return when.day if when else None

    def commit(self, intent: Intent, *, quiet: bool = False) -> bool:
        """Put a change into the book and say what became of it; False if nothing was changed."""
        return commit(self, self.book, intent, quiet=quiet)

    def action_save(self) -> None:
        """Take what was typed."""

    @work
    async def action_back(self) -> None:
        """Close; asks first if something was typed."""
        if self.dirty():
            why = self.book.read_only
            save = () if why else (("s", "Save it"),)
            answer = await self.app.push_screen_wait(
                Ask(
                    "Leave without saving?",
                    f"What you typed here is not saved yet. {why}".strip(),
                    (("k", "Keep writing"), *save, ("x", "Leave it")),
                    safe=True,
                )
            )
            if answer == "s":
                self.action_save()
                return
            if answer != "x":
                return
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Go from field to field with the arrows; out of a long text from its first and its last line."""
        step = {"down": 1, "up": -1}.get(event.key)
        if step is None or not self._leaves(step):
            return
        # The box around the fields would scroll instead, and the one that is typed into be out of sight.
        event.stop()
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()
        self._keep_in_sight()

    def _leaves(self, step: int) -> bool:
        control = self.focused
        if control is None or not isinstance(control.parent, Field):
            return False
        if isinstance(control, TextArea):
            row = control.wrapped_document.location_to_offset(control.cursor_location).y
            return row == (control.wrapped_document.height - 1 if step > 0 else 0)
        return True

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def _entered(self) -> None:
        if self.ENTER_SAVES:
            self.action_save()
        else:
            self.focus_next()

    def _keep_in_sight(self) -> None:
        for field in self.query(Field):
            if field.control is self.focused:
                field.scroll_visible(animate=False)

    def _typed(self) -> tuple[str, ...]:
        return tuple(field.value for field in self.query(Field))
