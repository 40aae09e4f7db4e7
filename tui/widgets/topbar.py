"""The line on top: the screens, where you are, the day, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from tui.clock import Clock
from tui.rules.phrases import clock_time, short_day
from tui.store.book import Book
from tui.view.cells import width
from tui.widgets.jumping import Spot

SCREENS = (
    ("follow_ups", "1 Follow-ups"),
    ("contacts", "2 Contacts"),
    ("events", "3 Events"),
    ("give", "4 Give"),
    ("insights", "5 Insights"),
)
"""The screens by mode, with the words on top."""

_ROOMY = 90
"""Cells from which a state is told in full."""


class TopBar(Static):
    """One line: a click on a screen's name goes there."""

    def __init__(self, book: Book, clock: Clock, mode: str) -> None:
        super().__init__("", markup=False)
        self._book, self._clock, self._mode = book, clock, mode
        self._spots: list[tuple[range, str]] = []
        self._told = ("", "")
        self._unlisten: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Keep the clock going, and hear of every change: whether it is saved shows below a dialog too."""
        self.set_interval(20, self.write)
        self._unlisten = self._book.listen(lambda _change: self._look())
        self.write()

    def on_unmount(self) -> None:
        """Hear no more."""
        self._unlisten()

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self.write()

    def tabs(self) -> Iterator[Spot]:
        """Yield where each screen's name stands, with the number that goes there."""
        for (cells, mode), (_, words) in zip(self._spots, SCREENS, strict=True):
            go = partial(self.app.call_later, self.app.run_action, f"go('{mode}')")
            yield Spot(self.content_region.offset + Offset(cells.start, 0), go, words[0])

    async def on_click(self, event: events.Click) -> None:
        """Go to the screen clicked."""
        for cells, mode in self._spots:
            if event.x in cells:
                await self.app.run_action(f"go('{mode}')")

    def write(self) -> None:
        """Write the line anew: where it is narrow the clock gives way first, then the names of other screens."""
        self._told = self._book.read_only, self._book.unsaved
        state = self._state()
        left = self.size.width - 8 - sum(width(text) for text, _ in state)
        names = sum(len(words) + 2 for _, words in SCREENS)
        spans: list[tuple[str, str]] = [(" Kith ", "bold $accent"), (" ", "")]
        at = 7
        self._spots = []
        for mode, words in SCREENS:
            here = mode == self._mode
            label = f" {words} " if here or names <= left else f" {words[0]} "
            spans.append((label, "bold $foreground on $primary 25%" if here else "$secondary"))
            self._spots.append((range(at, at + len(label)), mode))
            at += len(label)
        room = left - (at - 7)
        when = next((words for words in self._times() if len(words) < room), "")
        gap = room - len(when)
        self.update(Content.assemble(*spans, (" " * max(gap, 1), ""), *state, (when, "$secondary")))

    def _look(self) -> None:
        if self._told != (self._book.read_only, self._book.unsaved):
            self.write()

    def _times(self) -> tuple[str, ...]:
        """Return the moment in words, the longest first."""
        now = self._clock.now()
        day, clock = short_day(now.date(), now.date()), clock_time(now.time())
        return f"{day}  {clock}", day, clock

    def _state(self) -> list[tuple[str, str]]:
        spans: list[tuple[str, str]] = []
        if self._book.read_only:
            spans.append(("read-only  ", "bold $warning"))
        if self._book.unsaved:
            spans.append(("not saved  ", "bold $error"))
        if not self._book.kept:
            words = "sample: nothing is kept" if self.size.width >= _ROOMY else "sample"
            spans.append((f"{words}  ", "bold $warning"))
        elif self._clock.stands_still:
            spans.append(("as if  ", "bold $warning"))
        return spans
