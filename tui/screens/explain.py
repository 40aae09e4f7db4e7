"""Why somebody is in the queue, or not: the whole reckoning on one page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.clock import Clock
from tui.rules.queue.explain import explain_in
from tui.rules.queue.ranking import Queue, queue
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.store.book import Book
from tui.view.explain import reckoning_lines
from tui.view.lines import Line
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.pane import Pane


class ExplainScreen(ModalScreen[None]):
    """One page over the screen from which it was asked."""

    BINDINGS = [keys.CLOSE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, book: Book, clock: Clock, contact: str, found: Queue | None = None) -> None:
        """Explain somebody; with the queue of this moment, if it is at hand, that is not reckoned again."""
        super().__init__()
        self._network, self._now = book.network, clock.now()
        self._contact = book.network.contacts[contact]
        self._found = explain_in(
            found or queue(self._network, self._now), self._network, self._contact, self._now
        )

    def compose(self) -> ComposeResult:
        """One pane, as the help has it."""
        pane = Pane(id="help")
        pane.border_title = "Why is this here?"
        yield pane
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Write the page."""
        pane = self.query_one(Pane)
        pane.show(self._lines)
        pane.focus()

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)

    def _lines(self, wide: int) -> list[Line]:
        return reckoning_lines(self._network, self._contact, self._found, self._now, wide)
