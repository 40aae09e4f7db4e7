"""Quick capture over any screen: a line, saved with enter, and the line is free for the next."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from tui.clock import Clock
from tui.model.records import Event
from tui.rules.matching.events import event_on
from tui.screens.dialog import Dialog
from tui.screens.taken import Taken
from tui.store.book import Book
from tui.widgets import keys
from tui.widgets.capture_line import CaptureLine

_SHOWN = 4


class CaptureDialog(Dialog[None]):
    """Lines about people. During an event every line joins it."""

    ENTER_SAVES = True
    BINDINGS = [keys.TAKE_BACK, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, *, event: Event | None = None, typed: str = "") -> None:
        self._event = event or event_on(book.network, clock.now())
        where = f" at {self._event.name}" if self._event else ""
        super().__init__(book, clock, f"Quick capture{where}")
        self._start = typed
        self._taken = Taken(book)

    def body(self) -> ComposeResult:
        """The line, and what was saved."""
        yield CaptureLine(self.book, self.clock, event=self._event, typed=self._start)
        yield Static("", markup=False, id="saved")

    def dirty(self) -> bool:
        """Tell whether a line stands there unsaved, or others wait."""
        typed = self.query_one(CaptureLine)
        return typed.waiting > 0 or (bool(typed.text.strip()) and typed.text != self._start)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take a line back once there is one."""
        return bool(self._taken) if action == "undo" else super().check_action(action, parameters)

    def action_save(self) -> None:
        """Save the line that stands there."""
        self.query_one(CaptureLine).submit()

    def action_undo(self) -> None:
        """Take the last line back."""
        if self._taken:
            self.app.action_undo()  # type: ignore[attr-defined]  # the app's own undo
            self._taken.take_back()
            self._list()
            self.query_one(CaptureLine).read()

    @on(CaptureLine.Ready)
    def _ready(self, message: CaptureLine.Ready) -> None:
        if self.commit(message.change, quiet=True):
            self._taken.add(message.words)
            message.source.clear()
            self._list()

    def _list(self) -> None:
        last = self._taken.lines()[-_SHOWN:]
        how = "! is kept here and not on the disk yet" if self.book.unsaved else "saved"
        hint = f"\n\n{how}; escape closes, ctrl+z takes the last one back" if last else ""
        self.query_one("#saved", Static).update("\n".join(last) + hint)
        self.refresh_bindings()
