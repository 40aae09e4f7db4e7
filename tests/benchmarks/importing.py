"""An import of LinkedIn connections, onto the disk, against merely reading the file."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Bench, Row, Sample, apart
from tests.exchange.generator import NOTES, connections
from tui.actions.importing import import_file
from tui.clock import Clock
from tui.store.book import Book


def read_and_import(path: Path, network: Path) -> dict[str, float]:
    """Return the seconds of reading the file, of importing it, of its parts, and of importing it again."""
    today = Clock().today()
    start = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        for _ in range(NOTES.count("\n")):
            file.readline()
        found = list(csv.DictReader(file))
    took = {"reader": time.perf_counter() - start}
    book = Book.open(network, today)
    start = time.perf_counter()
    brought = import_file(book.network, path, today)
    took["making"] = time.perf_counter() - start
    book.commit(brought.change)
    took["import"] = time.perf_counter() - start
    assert len(found) >= len(book.network.contacts) > 0.9 * len(found)
    start = time.perf_counter()
    again = import_file(book.network, path, today)
    took["again"] = time.perf_counter() - start
    assert not again.change
    book.close()
    return took


def take_in(bench: Bench) -> Iterator[Row]:
    """Import a large export into an empty file."""
    rows = bench.large[0]
    path, folder = bench.place / "Connections.csv", bench.place / "import"
    path.write_text(connections(rows), encoding="utf-8")
    folder.mkdir()
    found = [apart(read_and_import, path, folder / f"{turn}.json") for turn in range(bench.rounds(5))]
    figures = {name: [it[name] for it in found] for name in found[0]}
    making, again = Sample("", figures["making"]), Sample("", figures["again"])
    yield Row(
        f"import of {rows:,} rows",
        Sample("kith", figures["import"]),
        Sample("list(csv.DictReader(...))", figures["reader"]),
        10.0,
        notes=(f"of which making the change: {making}; the same file again, which changes nothing: {again}",),
    )
