"""Help for where you are: the keys of the screen below, the capture line, the search line."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen

from tui.screens.base import HEIGHTS, WIDTHS, KithScreen, TooSmall
from tui.view.cells import width
from tui.view.help import CAPTURE_LINE, DATES, SEARCH_LINE
from tui.view.lines import Line, fit_line, line, paragraphs, wrapped
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.pane import Pane


def key_lines(screen: Screen[object]) -> Iterator[tuple[str, str]]:
    """Yield each key of a screen, with what it does: those that work now, and those that need a row first."""
    yield "↑ ↓ j k", "Move; enter opens what is highlighted, escape goes back"
    seen: set[str] = set()
    for _node, binding, _enabled, _tip in screen.active_bindings.values():
        if binding.tooltip and not binding.system and binding.tooltip not in seen:
            seen.add(binding.tooltip)
            yield screen.app.get_key_display(binding), binding.tooltip


class HelpScreen(ModalScreen[None]):
    """One page over the screen that it explains."""

    BINDINGS = [keys.CLOSE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._keys = tuple(key_lines(about))
        self._about = about.about_here if isinstance(about, KithScreen) else None

    def compose(self) -> ComposeResult:
        """One pane."""
        pane = Pane(id="help")
        pane.border_title = "Help"
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
        return paragraphs(
            self._about(wide) if self._about is not None else (),
            [line(("Keys here", "heading")), *_table(self._keys, wide)],
            [line(("The capture line", "heading")), *_table(CAPTURE_LINE, wide)],
            [line(("The search line", "heading")), *_table(SEARCH_LINE, wide)],
            [line(("Dates", "heading")), *wrapped(DATES, wide, "dim")],
        )


def _table(rows: tuple[tuple[str, str], ...], wide: int) -> list[Line]:
    first = min(max(width(left) for left, _ in rows) + 2, max(wide // 2, 10))
    lines: list[Line] = []
    for left, right in rows:
        texts = wrapped(right, wide - first)
        lines.append((*fit_line(line((left, "strong")), first), *texts[0]))
        lines.extend(((" " * first, ""), *text) for text in texts[1:])
    return lines
