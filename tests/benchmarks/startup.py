"""From the start of the process to the queue's first row on the terminal, against a bare Textual program."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Bench, Row, Sample, apart, in_turn, sized
from tests.benchmarks.watched import Missing, Watched
from tui.clock import Clock
from tui.rules.queue.ranking import queue
from tui.store.book import Book
from tui.view.cells import clean

HELLO = (sys.executable, "-m", "tests.benchmarks.hello")
_ENOUGH = 10
"""Letters of a name that are looked for: what fits into the narrowest list."""


def kith(path: Path, *more: str) -> tuple[str, ...]:
    """Return the command that opens a network."""
    return (sys.executable, "-m", "tui", "--file", str(path), *more)


def first_row(path: Path) -> str:
    """Return what the first row of the queue begins with: whom it is about."""
    clock = Clock()
    book = Book.open(path, clock.today(), read_only=True)
    row = queue(book.network, clock.now()).rows[0]
    return clean(book.network.contacts[row.contact].name)[:_ENOUGH]


def start_large(bench: Bench) -> Iterator[Row]:
    """Start on the large network."""
    yield _start(bench, bench.large, 2.0)


def start_usual(bench: Bench) -> Iterator[Row]:
    """Start on a network of usual size."""
    yield _start(bench, bench.usual, 1.4)


def _start(bench: Bench, size: tuple[int, int], limit: float) -> Row:
    path = bench.network(size, "start")
    name = apart(first_row, path)
    watching: list[float] = []
    writes: list[int] = []

    def ours() -> float:
        with Watched(kith(path), bench.env) as program:
            took = program.until(name)
            watching.append(program.watching)
            writes.append(len(program.notes))
            # What pyte makes of marks that stand over a letter is not what a terminal makes of them.
            if _plain(name) not in program.screen():
                raise Missing(f"“{name}” was written and does not stand on the screen:\n{program.screen()}")
            program.ended()
        return took

    def bare() -> float:
        with Watched(HELLO, bench.env) as program:
            took = program.until("Hello, world!")
            program.ended()
        return took

    figures, references = in_turn(bench.rounds(9), ours, bare)
    return Row(
        f"start to first row, {sized(size)}",
        Sample("kith", figures),
        Sample("bare Textual", references),
        limit,
        notes=(f"watching cost {1e3 * max(watching):.1f} ms of processor time at most, beside the program",),
    )


def _plain(text: str) -> str:
    """Return text up to its first combining mark."""
    marks = (place for place, letter in enumerate(text) if unicodedata.category(letter).startswith("M"))
    return text[: next(marks, len(text))]
