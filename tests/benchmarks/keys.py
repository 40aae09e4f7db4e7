"""From a key in the search line to the list painted: many people against few."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pyte

from tests.benchmarks.measure import Bench, Row, Sample, apart
from tests.benchmarks.startup import first_row, kith
from tests.benchmarks.watched import LIMIT, Missing, Watched, lines_of
from tui.clock import Clock
from tui.rules.phrases import count
from tui.rules.search.contacts import Finder
from tui.store.book import Book

WORDS = ("makena", "grid lead", "#climate", "@ember", "tide", "berlin", "jo", "müller")
"""What is typed, letter by letter, and taken back letter by letter."""
_LIST = (1, 34, 0, 60)
"""Lines and columns of a screen of 120×36 in which the search line and the list stand."""
_COLUMNS, _ROWS = 120, 36
_BACK = "\x7f"


@dataclass(frozen=True)
class _Frame:
    """The screen as it was from a moment on."""

    moment: float
    part: tuple[str, ...]
    """The search line and the list."""
    whole: tuple[str, ...]


class Typist:
    """Types into the search line of one running Kith, and looks that the right answer comes."""

    def __init__(self, path: Path, env: Mapping[str, str]) -> None:
        self.program = Watched(kith(path), env, columns=_COLUMNS, rows=_ROWS)
        self.list: list[float] = []
        """Seconds from each key to the list painted."""
        self.whole: list[float] = []
        """Seconds from each key to the whole screen painted, the person beside the list included."""
        self._screen = pyte.Screen(_COLUMNS, _ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._read = 0

    def ready(self, name: str) -> None:
        """Wait for the first screen, then go to the search line."""
        self.program.until(name)
        # What is loaded behind the first screen is not what a key is to be measured by.
        self.program.settled(quiet=2.0, patience=10.0)
        self.program.press("/")
        self.program.settled()
        self._frames()

    def press(self, key: str, typed: str, found: str) -> None:
        """Send a key, and read until the line and the number of people found are as they should be.

        Raises:
            Missing: if they never are.
        """
        since = self.program.press(key)
        frames: list[_Frame] = []
        while not (frames and _answers(frames[-1].part, typed, found)):
            self.program.settled()
            frames += self._frames()
            if time.perf_counter() > since + LIMIT:
                raise Missing(f"for “{typed}” the list should say “{found}”:\n{self.program.screen()}")
        self.list.append(_last_change([(it.moment, it.part) for it in frames]) - since)
        self.whole.append(_last_change([(it.moment, it.whole) for it in frames]) - since)

    def _frames(self) -> list[_Frame]:
        """Return what was on the screen since this was asked for last, and what was before as the first."""
        top, bottom, left, right = _LIST
        found = []
        new = self.program.notes[self._read :]
        self._read += len(new)
        for moment, came in [(0.0, b""), *new]:
            self._stream.feed(came)
            lines = lines_of(self._screen)
            found.append(_Frame(moment, tuple(line[left:right] for line in lines[top:bottom]), lines))
        return found


def _answers(part: Sequence[str], typed: str, found: str) -> bool:
    """Tell whether the search line begins as typed (a completion may follow), and the number of people is below."""
    return (not typed or part[0].strip().startswith(typed.strip())) and part[1].strip().startswith(found)


def _last_change(seen: list[tuple[float, tuple[str, ...]]]) -> float:
    """Return the moment from which on nothing changed any more."""
    return next(
        (after[0] for before, after in reversed(list(pairwise(seen))) if before[1] != after[1]), seen[-1][0]
    )


def counts(path: Path, lines: Sequence[str]) -> list[str]:
    """Return how many people each search line finds, as the screen says it."""
    clock = Clock()
    book = Book.open(path, clock.today(), read_only=True)
    finder = Finder(book.network)
    return [count(len(finder.find(line, clock.now())), "contact") for line in lines]


def search(bench: Bench) -> Iterator[Row]:
    """Type words, and take them back, in a large network and in a small one, a key in each in turn."""
    paths = bench.network(bench.large, "search"), bench.network(bench.small, "search-small")
    keys = [
        (word[size - 1] if size > before else _BACK, word[:size])
        for word in (WORDS[:3] if bench.quick else WORDS)
        for before, size in pairwise((*range(len(word)), *range(len(word), -1, -1)))
    ]
    found = [apart(counts, path, [typed for _, typed in keys]) for path in paths]
    with ExitStack() as stack:
        typists = [Typist(path, bench.env) for path in paths]
        for typist, path in zip(typists, paths, strict=True):
            stack.enter_context(typist.program)
            typist.ready(apart(first_row, path))
        for place, (key, typed) in enumerate(keys):
            for typist, answers in zip(typists, found, strict=True):
                typist.press(key, typed, answers[place])
    many, few = typists
    slowest = keys[many.list.index(max(many.list))]
    yield Row(
        f"key in search to list, {bench.large[0]:,} contacts",
        Sample("kith", many.list),
        Sample(f"with {bench.small[0]:,} contacts", few.list),
        2.0,
        by="p95",
        notes=(
            f"to the whole screen, the person beside the list included: {Sample('', many.whole)}, "
            f"against {Sample('', few.whole)}",
            f"slowest: “{slowest[1]}”{' by backspace' if slowest[0] == _BACK else ''}; {len(keys)} keys in all",
        ),
    )
