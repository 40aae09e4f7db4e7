"""Why somebody is in the queue, or not: the whole reckoning on one page."""

from __future__ import annotations

from tui.clock import Clock
from tui.rules.queue.explain import explain_in
from tui.rules.queue.ranking import Queue, queue
from tui.screens.page import Page
from tui.store.book import Book
from tui.view.explain import reckoning_lines
from tui.view.lines import Line
from tui.widgets import keys


class ExplainScreen(Page):
    """One page over the screen from which it was asked."""

    TITLE_WORDS = "Why is this here?"
    BINDINGS = [keys.CLOSE]

    def __init__(self, book: Book, clock: Clock, contact: str, found: Queue | None = None) -> None:
        """Explain somebody; with the queue of this moment, if it is at hand, that is not reckoned again."""
        super().__init__()
        self._network, self._now = book.network, clock.now()
        self._contact = book.network.contacts[contact]
        self._found = explain_in(
            found or queue(self._network, self._now), self._network, self._contact, self._now
        )

    def lines(self, wide: int) -> list[Line]:
        """Return the reckoning."""
        return reckoning_lines(self._network, self._contact, self._found, self._now, wide)
