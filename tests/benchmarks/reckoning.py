"""The queue from nothing, against loading the file it is reckoned from."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Bench, Row, Sample, apart, sized
from tui.clock import Clock
from tui.rules.queue.ranking import queue
from tui.store.book import Book


def load_and_reckon(path: Path) -> tuple[float, float]:
    """Return the seconds that loading took, and the first queue of a fresh network."""
    clock = Clock()
    now = clock.now()
    start = time.perf_counter()
    book = Book.open(path, now.date(), read_only=True)
    loaded = time.perf_counter()
    queue(book.network, now)
    return loaded - start, time.perf_counter() - loaded


def reckon(bench: Bench) -> Iterator[Row]:
    """Reckon the queue of the large network."""
    path = bench.network(bench.large, "queue")
    loads, queues = zip(*(apart(load_and_reckon, path) for _ in range(bench.rounds(9))), strict=True)
    what = f"queue from nothing, {sized(bench.large)}"
    yield Row(what, Sample("kith", queues), Sample("loading the file", loads), 0.15)
