"""Done: one key for the common case, a few fields for the rest."""

from __future__ import annotations

from functools import partial
from typing import cast, get_args

from textual.app import ComposeResult

from tui.actions.follow_ups import done
from tui.clock import Clock
from tui.model.records import Channel
from tui.rules.dates import read_when
from tui.rules.queue import Row
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.reasons import reason
from tui.widgets.fields import Field, choice_field, day_field, text_field

CHANNELS: tuple[Channel, ...] = get_args(Channel)


class DoneDialog(Dialog[bool]):
    """Log the touch that closes a row of the queue; enter at once takes it as it is."""

    ENTER_SAVES = True

    def __init__(
        self, book: Book, clock: Clock, row: Row, *, said: str = "", channel: Channel | None = None
    ) -> None:
        contact = book.network.contacts[row.contact]
        super().__init__(book, clock, f"Done: {contact.name}")
        self._row, self._said = row, said
        self._channel = channel or self._usual()

    def body(self) -> ComposeResult:
        """Channel, what was said, the thread, the next step."""
        yield text_field(
            "What was said", self._said, placeholder=reason(self._row, self.network, self.now), id="said"
        )
        yield choice_field("How", CHANNELS, self._channel, id="channel")
        yield text_field("Ask next time", placeholder="the thread to pick up", id="ask")
        yield text_field("Next step", placeholder="what you will do, if anything", id="step")
        yield day_field("When", self.now, id="when")

    def action_save(self) -> None:
        """Log the touch and close the row."""
        if not self.valid():
            return
        when = self._value("when")
        change = partial(
            done,
            self.network,
            self._row,
            self.now,
            channel=cast("Channel", self._value("channel")),
            summary=self._value("said"),
            ask_next=self._value("ask"),
            next_step=self._value("step"),
            next_date=read_when(when, self.now).day if when else None,
        )
        if self.commit(change):
            self.dismiss(True)

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).value.strip()

    def _usual(self) -> Channel:
        """Return the channel of the last touch that was not in person, else a message."""
        touches = self.network.touches_of(self._row.contact)
        return next((touch.channel for touch in touches if touch.channel != "in person"), "message")
