"""The message that goes with something to give or to ask: sent by you, and then remembered as what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Channel
from tui.model.settings import Tone
from tui.rules.content_drafts import DraftKind
from tui.rules.drafts.writing import Draft
from tui.screens.draft import DraftDialog
from tui.store.book import Book
from tui.widgets.fields import Field

Writer = Callable[[Tone], Draft]
Sender = Callable[[Channel, str], Change]
"""Takes the channel and what the message was about, and returns what is remembered of it."""


class GiftDraft(DraftDialog):
    """A message to somebody, with what is remembered once it is sent; `about` tells it from others to them."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        contact: str,
        *,
        about: str,
        write: Writer,
        sent: Sender,
        place: str = "",
    ) -> None:
        self._about, self._writer, self._sent = about, write, sent
        super().__init__(book, clock, contact)
        if place:
            self._title = f"{place}: {self._title[:1].lower()}{self._title[1:]}"

    def kinds(self) -> tuple[DraftKind, ...]:
        """Return the one kind of message that goes with it."""
        return (self._draft.kind,)

    def kept_as(self) -> tuple[str, str] | None:
        """Return the name under which words of your own are kept while Kith is open."""
        return self._contact.uid, self._about

    def action_save(self) -> None:
        """Remember that it was sent, and to whom."""
        channel = cast("Channel", self.query_one("#channel", Field).value)
        first = next((line for line in self._text.splitlines() if line.strip()), "")
        summary = f"Wrote: {self._subject or first}"[:200]
        if self.commit(lambda: self._sent(channel, summary)):
            self.dismiss_sent()

    def _write(self, tone: Tone) -> Draft:
        return self._writer(tone)
