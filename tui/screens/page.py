"""What all pages share: text to read over a screen, in one pane, closed with escape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.view.lines import Line
from tui.widgets.keybar import KeyBar
from tui.widgets.pane import Pane


class Page(ModalScreen[None]):
    """A page to read over a screen. Each lists its own keys, closing among them, in the footer's order."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    TITLE_WORDS: ClassVar[str] = ""

    def lines(self, wide: int) -> Sequence[Line]:
        """Return what the page says, for a width in cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One pane."""
        pane = Pane(id="page")
        pane.border_title = self.TITLE_WORDS
        yield pane
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Write the page."""
        pane = self.query_one(Pane)
        pane.show(self.lines)
        pane.focus()

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
