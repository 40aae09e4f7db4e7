"""A change, acknowledged when it is on the disk: against SQLite, and against a small network."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.benchmarks.measure import Bench, Row, Sample, apart, sized
from tui.actions.capture import capture
from tui.actions.contacts import update
from tui.actions.interactions import log
from tui.actions.pace import set_tier
from tui.actions.promises import add_promise
from tui.clock import Clock
from tui.model import codec
from tui.model.change import Change
from tui.model.network import Network
from tui.rules.capture.line import read_capture
from tui.store.book import Book


def changes(network: Network, now: dt.datetime, count: int) -> Iterator[Change]:
    """Yield what a person does: logs, edits, promises, captures, moves somebody closer."""
    chance = random.Random(count)
    uids = list(network.contacts)
    for number in range(count):
        person = network.contacts[chance.choice(uids)]
        match number % 5:
            case 0:
                words = f"Talked about tides, {number}."
                yield log(
                    network,
                    now,
                    contacts=(person.uid,),
                    day=now.date(),
                    channel="call",
                    summary=words,
                    depth=2,
                )
            case 1:
                yield update(network, person, msgspec.structs.replace(person, notes=f"Note {number}."))
            case 2:
                due = now.date() + dt.timedelta(days=9)
                yield add_promise(
                    network, now, kind="promise", contact=person.uid, text=f"send page {number}", due=due
                )
            case 3:
                line = f"Wren Hollis{number} @Tern Studio, designer #maps : a map of tides !send the sketch"
                yield capture(network, read_capture(line, now), now, new=True)
            case _:
                yield set_tier(network, person, "wide", interval=300 + number % 30)


def timed(book: Book, found: Iterator[Change]) -> tuple[float, float]:
    """Make the next change and commit it; return the seconds that each of the two took."""
    start = time.perf_counter()
    change = next(found)
    made = time.perf_counter()
    book.commit(change)
    return made - start, time.perf_counter() - made


class Rows:
    """The same people as rows of JSON in SQLite, each update on the disk before it is acknowledged."""

    def __init__(self, path: Path, network: Network) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE contacts (uid TEXT PRIMARY KEY, data TEXT)")
        self._db.execute("CREATE TABLE interactions (uid TEXT PRIMARY KEY, data TEXT)")
        self._db.execute("BEGIN")
        for table, records in (("contacts", network.contacts), ("interactions", network.interactions)):
            rows = ((record.uid, codec.encode(record).decode()) for record in records.values())
            self._db.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)
        self._db.execute("COMMIT")
        self._rows = [(record.uid, codec.encode(record).decode()) for record in network.contacts.values()]
        self._chance = random.Random(1)
        self._count = 0

    def update(self) -> float:
        """Update one contact, and return the seconds it took."""
        uid, data = self._chance.choice(self._rows)
        # SQLite does not write a row that is as it was before.
        self._count += 1
        data = f'{data[:-1]}, "notes": "Note {self._count}."}}'
        start = time.perf_counter()
        self._db.execute("UPDATE contacts SET data = ? WHERE uid = ?", (data, uid))
        return time.perf_counter() - start

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def saves(large: Path, small: Path, count: int) -> dict[str, list[float]]:
    """Save in two networks and in SQLite, one in turn after the other; return the seconds of each."""
    clock = Clock()
    books = {name: Book.open(path, clock.today()) for name, path in (("large", large), ("small", small))}
    rows = Rows(large.with_suffix(".sqlite"), books["large"].network)
    found = {name: changes(book.network, clock.now(), count) for name, book in books.items()}
    took: dict[str, list[float]] = {"large": [], "small": [], "sqlite": [], "making": []}
    for _ in range(count):
        for name, book in books.items():
            made, saved = timed(book, found[name])
            took[name].append(saved)
            if name == "large":
                took["making"].append(made)
        took["sqlite"].append(rows.update())
    for book in books.values():
        book.close()
    rows.close()
    return took


def save(bench: Bench) -> Iterator[Row]:
    """Save in the large network, against SQLite and against a small network."""
    large, small = bench.network(bench.large, "save"), bench.network(bench.small, "save-small")
    # More than the journal takes before the whole file is written: one of these writings is among them.
    took = apart(saves, large, small, 100 if bench.quick else 600)
    ours, slowest = Sample("kith", took["large"]), max(took["large"])
    seen = f"making the change: {Sample('', took['making'])}; slowest save {1e3 * slowest:.1f} ms"
    yield Row(
        f"save, {sized(bench.large)}", ours, Sample("SQLite, WAL, FULL", took["sqlite"]), 1.0, notes=(seen,)
    )
    yield Row(
        f"save, {sized(bench.large)}, by size", ours, Sample(f"at {sized(bench.small)}", took["small"]), 1.3
    )
