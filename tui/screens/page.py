"""What all pages share: text to read over a screen, in one pane, closed with escape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from tui.screens.ask import title
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall, fitting
from tui.view.lines import Line
from tui.widgets.keybar import KeyBar
from tui.widgets.over import Over
from tui.widgets.pane import Pane

_AROUND = 7
"""Cells of a page that are not text: its edges, what is free beside them, the scrollbar."""


class Page(Over[None]):
    """A page to read over a screen. Each lists its own keys, closing among them, in the footer's order."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    TITLE_WORDS: ClassVar[str] = ""
    WIDEST: ClassVar[int] = 90
    """Cells of the page at most, as in the style sheet."""

    def lines(self, wide: int) -> Sequence[Line]:
        """Return what the page says, for a width in cells."""
        raise NotImplementedError

    def title_words(self) -> str:
        """Return the title as it is now."""
        return self.TITLE_WORDS

    def compose(self) -> ComposeResult:
        """One pane."""
        fitting(self, self.app.size)
        pane = Pane(id="page")
        pane.border_title = title(self.title_words())
        yield pane
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Write the page."""
        pane = self.query_one(Pane)
        pane.show(self.lines)
        pane.expect(min(self.WIDEST, self.app.size.width) - _AROUND)
        pane.focus()

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
