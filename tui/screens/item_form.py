"""One thing to have done before an event."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.actions.events import put_item
from tui.clock import Clock
from tui.model.records import ChecklistItem, Event
from tui.model.text import one_line
from tui.rules.dates import read_when
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets.fields import Field, day_field, text_field


class ItemForm(Dialog[bool]):
    """Add something to the checklist, or change it."""

    ENTER_SAVES = True

    def __init__(self, book: Book, clock: Clock, event: Event, position: int | None = None) -> None:
        super().__init__(book, clock, "To do before the event")
        self._event, self._position = event, position

    def body(self) -> ComposeResult:
        """Words and day."""
        blank = ChecklistItem(text="")
        item = self._event.checklist[self._position] if self._position is not None else blank
        yield text_field("What", item.text, placeholder="print the map", problem=_problem, id="text")
        yield day_field(
            "By", self.now, order=self.order, value=item.due.isoformat() if item.due else "", id="due"
        )

    def on_mount(self) -> None:
        """Start with the words."""
        super().on_mount()
        self.query_one("#text", Field).control.focus()

    def action_save(self) -> None:
        """Save it."""
        if not self.valid():
            return
        text = one_line(self.query_one("#text", Field).value)
        typed = self.query_one("#due", Field).value
        due = read_when(typed, self.now).day if typed.strip() else None
        if self.commit(put_item(self.network, self._event, text, due, self._position)):
            self.dismiss(True)


def _problem(text: str) -> str:
    return "" if text.strip() else "What is to be done? A few words."
