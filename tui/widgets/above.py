"""A line or two above a list, written for the terminal at hand, and gone where there is no room for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widgets import Static

from tui.view.lines import Line
from tui.widgets.pane import content_of

Writer = Callable[[int, int], Sequence[Line]]
"""Takes the cells of a line and the rows of the terminal."""


class Above(Static):
    """Lines that give way to what stands below them in a terminal of fewer rows."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", markup=False, id=id)
        self._write: Writer = lambda _wide, _rows: ()

    def show(self, write: Writer) -> None:
        """Show what `write(width, rows)` returns."""
        self._write = write
        self.fit()

    def fit(self) -> None:
        """Write the lines for the terminal as it is now."""
        size = self.screen.size
        lines = self._write(size.width - 2, size.height)
        self.display = bool(lines)
        self.update(content_of(lines))
