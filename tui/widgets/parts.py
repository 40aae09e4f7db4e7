"""The parts of a screen in a line, with their counts; a click on one goes there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Static

from tui.rules.phrases import clipped
from tui.view.cells import width
from tui.widgets.jumping import Spot

Told = Sequence[tuple[str, str, bool]]
"""Name of each part, its words, and whether it is here."""


def labels(parts: Told, room: int) -> list[str]:
    """Return the words of each part in so many cells: first the blanks give way, then counts, then the words."""
    whole = [words for _, words, _ in parts]
    # The part that is here keeps its count: the list below is what it counts.
    short = [words if here else _without_count(words) for _, words, here in parts]
    for all_words in (whole, short):
        for end in (" ", ""):
            found = [f" {words}{end}" for words in all_words]
            if not room or sum(map(width, found)) <= room:
                return found
    return [f" {clipped(words, max(room // len(parts) - 1, 2))}" for words in short]


def _without_count(words: str) -> str:
    before, _, last = words.rpartition(" ")
    return before if before and last.isdigit() else words


class Parts(Static):
    """One line: the part that is here stands out by its background and by being bold."""

    class Wanted(Message):
        """A part was clicked."""

        def __init__(self, part: str) -> None:
            self.part = part
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__("", markup=False, id=id)
        self._parts: Told = ()
        self._spots: list[tuple[range, str]] = []

    def show(self, parts: Told) -> None:
        """Show the parts."""
        self._parts = parts
        self._write()

    def on_resize(self) -> None:
        """Fit the parts to the new width."""
        self._write()

    def _write(self) -> None:
        spans: list[tuple[str, str]] = []
        at = 0
        self._spots = []
        for (part, _, here), label in zip(
            self._parts, labels(self._parts, self.content_size.width), strict=True
        ):
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
