"""Looking back at an event: what worked, and what to do differently."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult

from tui.actions.debrief import look_back
from tui.clock import Clock
from tui.model.records import Event
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets.fields import paragraph_field


class LookBack(Dialog[bool]):
    """Two short texts, both optional; they show when something of this kind is next prepared."""

    def __init__(self, book: Book, clock: Clock, event: Event, start: str) -> None:
        super().__init__(book, clock, f"Looking back at {event.name}")
        self._event, self._start = event, start

    def body(self) -> ComposeResult:
        """The two texts."""
        yield paragraph_field("What worked", self._event.worked, id="worked", placeholder="do it again")
        yield paragraph_field(
            "Do differently", self._event.change_next, id="change_next", placeholder="next time"
        )

    def on_mount(self) -> None:
        """Start in the text that was asked for."""
        super().on_mount()
        self.field(self._start).control.focus()

    def action_save(self) -> None:
        """Keep both."""
        worked, change_next = (self.field(name).value for name in ("worked", "change_next"))
        write = partial(
            look_back, self.network, self._event.uid, self.now, worked=worked, change_next=change_next
        )
        if self.commit(write, quiet=True):
            self.dismiss(True)
