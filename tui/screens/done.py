"""Done: one key for the common case, a few fields for the rest."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from textual.app import ComposeResult
from textual.widgets import Static

from tui.actions.follow_ups import done
from tui.actions.interactions import names
from tui.actions.several import done_all
from tui.clock import Clock
from tui.model.network import Network
from tui.model.records import Channel
from tui.model.text import fold
from tui.rules.phrases import count
from tui.rules.queue.ranking import Row
from tui.rules.touches import CHANNELS, usual_channel
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.reasons import reason
from tui.widgets.fields import choice_field, day_field, text_field

_SENDS = frozenset({"send", "email", "mail", "forward", "write", "share", "message", "text"})
"""First words of a promise that is kept in writing."""
_AS_USUAL: Final = "as usual"
"""Of several people: each the way in which you are usually in touch."""
_WRITTEN = frozenset({"email", "message", "social"})


class DoneDialog(Dialog[bool]):
    """Log the touch that closes a row of the queue; enter at once takes it as it is."""

    ENTER_SAVES = True

    def __init__(self, book: Book, clock: Clock, row: Row, *more: Row) -> None:
        people = dict.fromkeys(it.contact for it in (row, *more))
        super().__init__(book, clock, f"Done: {names(book.network, tuple(people))}")
        self._row, self._rows = row, (row, *more)
        self._channel = _likely(book.network, row) if not more else _AS_USUAL

    def body(self) -> ComposeResult:
        """Why it is there; channel and day, what was said, the thread, the next step."""
        if len(self._rows) > 1:
            words = f"{count(len(self._rows), 'row')}, done together: a touch with each of them is logged."
            yield Static(words, markup=False, classes="hint why")
            yield text_field("What was said", placeholder="the same for all, or nothing", id="said")
            yield choice_field("How", (_AS_USUAL, *CHANNELS), self._channel, id="channel")
            yield day_field(
                "When",
                self.now,
                order=self.order,
                value="today",
                past=True,
                needed=True,
                ahead=False,
                id="on",
            )
            return
        yield Static(clean(reason(self._row, self.network, self.now)), markup=False, classes="hint why")
        yield text_field("What was said", placeholder="in a few words, or nothing", id="said")
        yield choice_field("How", CHANNELS, self._channel, id="channel")
        yield day_field(
            "When", self.now, order=self.order, value="today", past=True, needed=True, ahead=False, id="on"
        )
        yield text_field("Ask next time", placeholder="what to come back to", id="ask")
        yield text_field("Next step", placeholder="what you will do, if anything", id="step")
        yield day_field("By", self.now, order=self.order, id="by")

    def action_save(self) -> None:
        """Log the touch and close the row."""
        if not self.valid():
            return
        if len(self._rows) > 1:
            how = self.value("channel")
            together = partial(
                done_all,
                self.network,
                self._rows,
                self.now,
                channel=None if how == _AS_USUAL else cast("Channel", how),
                summary=self.value("said"),
                day=self.day("on", past=True),
            )
            if self.commit(together):
                self.dismiss(True)
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
