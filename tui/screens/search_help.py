"""What the search line understands, on one page over the screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.view.search_help import search_help
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.pane import Pane


class SearchHelp(ModalScreen[None]):
    """One page; escape goes back to the line, with what was typed in it."""

    BINDINGS = [keys.CLOSE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def compose(self) -> ComposeResult:
        """One pane."""
        pane = Pane(id="help")
        pane.border_title = "What the search line understands"
        yield pane
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Write the page."""
        pane = self.query_one(Pane)
        pane.show(search_help)
        pane.focus()

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
