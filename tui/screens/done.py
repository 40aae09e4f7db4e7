"""Done: one key for the common case, a few fields for the rest."""

from __future__ import annotations

from functools import partial
from typing import cast

from textual.app import ComposeResult
from textual.widgets import Static

from tui.actions.follow_ups import done
from tui.clock import Clock
from tui.model.network import Network
from tui.model.records import Channel
from tui.model.text import fold
from tui.rules.queue.ranking import Row
from tui.rules.touches import CHANNELS, usual_channel
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.reasons import reason
from tui.widgets.fields import choice_field, day_field, text_field

_SENDS = frozenset({"send", "email", "mail", "forward", "write", "share", "message", "text"})
"""First words of a promise that is kept in writing."""
_WRITTEN = frozenset({"email", "message", "social"})


class DoneDialog(Dialog[bool]):
    """Log the touch that closes a row of the queue; enter at once takes it as it is."""

    ENTER_SAVES = True

    def __init__(
        self, book: Book, clock: Clock, row: Row, *, said: str = "", channel: Channel | None = None
    ) -> None:
        contact = book.network.contacts[row.contact]
        super().__init__(book, clock, f"Done: {contact.name}")
        self._row, self._said = row, said
        self._channel = channel or _likely(book.network, row)

    def body(self) -> ComposeResult:
        """Why it is there; channel and day, what was said, the thread, the next step."""
        yield Static(clean(reason(self._row, self.network, self.now)), markup=False, classes="hint why")
        yield text_field("What was said", self._said, placeholder="in a few words, or nothing", id="said")
        yield choice_field("How", CHANNELS, self._channel, id="channel")
        yield day_field("When", self.now, value="today", past=True, needed=True, ahead=False, id="on")
        yield text_field("Ask next time", placeholder="the thread to pick up", id="ask")
        yield text_field("Next step", placeholder="what you will do, if anything", id="step")
        yield day_field("By", self.now, id="by")

    def action_save(self) -> None:
        """Log the touch and close the row."""
        if not self.valid():
            return
        change = partial(
            done,
            self.network,
            self._row,
            self.now,
            channel=cast("Channel", self.value("channel")),
            summary=self.value("said"),
            day=self.day("on", past=True),
            ask_next=self.value("ask"),
            next_step=self.value("step"),
            next_date=self.day("by"),
        )
        if self.commit(change):
            self.dismiss(True)


def _likely(network: Network, row: Row) -> Channel:
    """Return how a row was probably done: what is sent is written; the rest as you are usually in touch."""
    step = network.follow_ups.get(row.follow_up or "")
    usual = usual_channel(network, row.contact)
    if step is None or usual in _WRITTEN or fold(step.text).partition(" ")[0] not in _SENDS:
        return usual
    return "email" if network.contacts[row.contact].emails else "message"
