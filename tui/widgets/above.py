"""A line or two above a list, written for the width at hand, and gone where there is no room for them."""

from __future__ import annotations

from textual.widgets import Static

from tui.widgets.pane import Writer, content_of


class Above(Static):
    """Lines that give way to what stands below them in a terminal of fewer rows."""

    def __init__(self, *, least_rows: int, id: str | None = None) -> None:
        super().__init__("", markup=False, id=id)
        self._least = least_rows
        self._write: Writer = lambda _wide: ()

    def show(self, write: Writer) -> None:
        """Show what `write(width)` returns."""
        self._write = write
        self.fit()

    def fit(self) -> None:
        """Write the lines for the terminal as it is now."""
        size = self.screen.size
        lines = self._write(size.width - 2) if size.height >= self._least else ()
        self.display = bool(lines)
        self.update(content_of(lines))
