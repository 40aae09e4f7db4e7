"""What the search line understands, on one page over the screen."""

from __future__ import annotations

from tui.screens.page import Page
from tui.view.lines import Line
from tui.view.search_help import search_help
from tui.widgets import keys


class SearchHelp(Page):
    """One page; escape goes back to the line, with what was typed in it."""

    TITLE_WORDS = "What the search line understands"
    BINDINGS = [keys.CLOSE]

    def lines(self, wide: int) -> list[Line]:
        """Return the language of the search line."""
        return search_help(wide)
