"""The parts of a screen in a line, with their counts; a click on one goes there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Static

from tui.view.cells import width
from tui.widgets.jumping import Spot

Told = Sequence[tuple[str, str, bool]]
"""Name of each part, its words, and whether it is here."""


class Parts(Static):
    """One line: the part that is here stands out by its background and by being bold."""

    class Wanted(Message):
        """A part was clicked."""

        def __init__(self, part: str) -> None:
            self.part = part
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__("", markup=False, id=id)
        self._spots: list[tuple[range, str]] = []

    def show(self, parts: Told) -> None:
        """Show the parts."""
        spans: list[tuple[str, str]] = []
        at = 0
        self._spots = []
        for part, words, here in parts:
            label = f" {words} "
            spans.append((label, "bold $foreground on $primary 25%" if here else "$secondary"))
            self._spots.append((range(at, at + width(label)), part))
            at += width(label)
        self.update(Content.assemble(*spans))

    def tabs(self) -> Iterator[Spot]:
        """Yield where each part stands, to jump there."""
        for cells, part in self._spots:
            at = self.content_region.offset + Offset(cells.start, 0)
            yield Spot(at, partial(self.post_message, self.Wanted(part)))

    def on_click(self, event: events.Click) -> None:
        """Go to the part clicked."""
        at = event.get_content_offset_capture(self).x
        for cells, part in self._spots:
            if at in cells:
                self.post_message(self.Wanted(part))
