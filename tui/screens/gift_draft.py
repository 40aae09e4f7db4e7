"""The message that goes with something to give or to ask: sent by you, and then remembered as what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Channel
from tui.rules.content import DraftKind, Tone
from tui.rules.drafts.writing import Draft
from tui.screens.draft import DraftDialog
from tui.store.book import Book
from tui.widgets.fields import Field

Writer = Callable[[Tone], Draft]
Sender = Callable[[Channel, str], Change]
"""Takes the channel and what the message was about, and returns what is remembered of it."""


class GiftDraft(DraftDialog):
    """A message to somebody, with what is remembered once it is sent."""

    def __init__(
        self, book: Book, clock: Clock, contact: str, *, write: Writer, sent: Sender, place: str = ""
    ) -> None:
        self._writer, self._sent = write, sent
        super().__init__(book, clock, contact)
        if place:
            self._title = f"{place}: {self._title[:1].lower()}{self._title[1:]}"

    def action_save(self) -> None:
        """Remember that it was sent, and to whom."""
        channel = cast("Channel", self.query_one("#channel", Field).value)
        first = next((line for line in self._text.splitlines() if line.strip()), "")
        summary = f"Wrote: {self._subject or first}"[:200]
        if self.commit(lambda: self._sent(channel, summary)):
            self.dismiss(True)

    def kinds(self) -> tuple[DraftKind, ...]:
        """Offer no other kind: it goes with what is given."""
        return ()

    def kept_as(self) -> tuple[str, str] | None:
        """Keep nothing: it is asked before it is left."""
        return None

    def _write(self, tone: Tone) -> Draft:
        return self._writer(tone)
