"""Kill a process that saves, again and again, and see that every change it acknowledged is there.

    python -m tests.store.kill --rounds 200 --contacts 30000 --interactions 100000
    python -m tests.store.kill --typed --rounds 200

Each round starts a process that adds people and prints a line for each when it is saved, with checkpoints coming
every few changes; kills it (SIGKILL) after a random number of acknowledged lines and a random moment more; and
opens the file again. With `--rounds` alone the file starts empty and grows.

With `--typed` the process is `kith add -` as anybody starts it. Its checkpoints come every 500 changes: every second
round is killed while one is being made, or soon before or after.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.store.helpers import TODAY, add, let_go, open_book, person, touch
from tui.model.change import Change, Edit
from tui.store.book import Book
from tui.store.checkpoint import new_of
from tui.store.disk import Disk
from tui.store.durable import Limits


def save_for_ever(path: Path) -> None:
    """Add one person after another; print each number when it is saved."""
    book = open_book(path, Disk(), limits=Limits(changes=7))
    number = len(book.network.contacts)
    while True:
        add(book, number)
        print(number, flush=True)  # noqa: T201 - the acknowledgement
        number += 1
        if number % 40 == 0:
            book.close()
            book = open_book(path, Disk(), limits=Limits(changes=7))


def one_round(path: Path, choose: random.Random) -> tuple[int, int]:
    """Run and kill the process once; return how many people it acknowledged, and how many there are.

    Raises:
        AssertionError: if one is missing, out of order, or there are more than the one that was in flight.
    """
    wanted = choose.randrange(1, 60)
    with subprocess.Popen(
        [sys.executable, "-m", __spec__.name, "--save", str(path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(wanted)]
        select.select([], [], [], choose.random() * 0.01)
        process.kill()
        said += process.stdout.readlines()
    acknowledged = [int(line) for line in said if line.endswith(b"\n")]
    book = open_book(path)
    found = list(book.network.contacts)
    assert not book.read_only
    assert found == [f"c-{number}" for number in range(len(found))], "out of order"
    last = acknowledged[-1] + 1
    assert last <= len(found) <= last + 1, f"{last} acknowledged, {len(found)} found"
    let_go(book)
    return last, len(found)


def one_typed_round(path: Path, choose: random.Random, *, at_checkpoint: bool) -> tuple[int, int]:
    """The same with `kith add -`."""
    if at_checkpoint:
        bring_close(path)
    begin, waiting = _typed(path)
    wanted = Limits().changes - waiting + choose.randrange(8) if at_checkpoint else choose.randrange(1, 30)
    lines = "".join(f"Person {begin + it:05} : hiring\n" for it in range(wanted + 40))
    surroundings = {**os.environ, "HOME": str(path.parent), "KITH_CONFIG": str(path.with_name("none"))}
    command = [sys.executable, "-m", "tui", "--file", str(path), "--on", f"{TODAY} 09:00", "add", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(lines.encode())
        process.stdin.close()
        said = [process.stdout.readline() for _ in range(wanted)]
        select.select([], [], [], choose.random() * (0.05 if at_checkpoint else 0.01))
        process.kill()
        said += process.stdout.readlines()
    answers = [line for line in said if line.endswith(b"\n")]
    assert all(b"Captured Person" in line for line in answers), answers[-1]
    found, _ = _typed(path)
    last = begin + len(answers)
    assert last <= found <= last + 1, f"{last} answered, {found} found"
    return last, found


def bring_close(path: Path) -> None:
    """Let the journal grow until it is soon taken into the file."""
    begin, waiting = _typed(path)
    book = open_book(path)
    for number in range(begin, begin + Limits().changes - 5 - waiting):
        add(book, number, name=f"Person {number:05}")
    let_go(book)


def _typed(path: Path) -> tuple[int, int]:
    """Return how many of the people typed are in a file, all in order, and how many changes its journal holds."""
    book = open_book(path)
    assert not book.read_only, book.read_only
    names = [it.name for it in book.network.contacts.values() if re.fullmatch(r"Person \d{5}", it.name)]
    assert names == [f"Person {number:05}" for number in range(len(names))], "out of order"
    store: Any = book._store
    waiting = len(store._recent)
    let_go(book)
    return len(names), waiting


def rounds(path: Path, number: int, seed: int, *, typed: bool = False) -> Iterator[tuple[int, int, bool]]:
    """Run and kill as often as told; yields also whether a new file was half written, or just in place."""
    choose = random.Random(seed)
    for place in range(number):
        before = _inode(path)
        if typed:
            last, found = one_typed_round(path, choose, at_checkpoint=place % 2 == 1)
        else:
            last, found = one_round(path, choose)
        yield last, found, new_of(path).exists() or _inode(path) != before


def _inode(path: Path) -> int:
    return path.stat().st_ino if path.exists() else 0


def fill(path: Path, contacts: int, interactions: int) -> None:
    """Start from a file of a size."""
    book = Book.open(path, TODAY)
    people = [Edit(None, person(number)) for number in range(contacts)]
    touches = [Edit(None, touch(number, f"c-{number % max(contacts, 1)}")) for number in range(interactions)]
    book.commit(Change("Filled", (*people, *touches)))
    book.close()


def main() -> None:
    """Read the arguments and run."""
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reader.add_argument("--rounds", type=int, default=20)
    reader.add_argument("--contacts", type=int, default=0)
    reader.add_argument("--interactions", type=int, default=0)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--typed", action="store_true", help="kill kith add -")
    reader.add_argument("--save", type=Path, help=argparse.SUPPRESS)
    given = reader.parse_args()
    if given.save:
        save_for_ever(given.save)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.json"
        if given.contacts or given.interactions:
            fill(path, given.contacts, given.interactions)
        in_flight = last = about = 0
        for last, found, checkpoint in rounds(path, given.rounds, given.seed, typed=given.typed):
            in_flight += found - last
            about += checkpoint
        said = (
            f"{given.rounds} kills{' of kith add -' if given.typed else ''}, {about} of them with a checkpoint; {last} "
            f"people acknowledged in the end, none lost; {in_flight} were in flight"
        )
        print(said)  # noqa: T201 - this is a command


if __name__ == "__main__":
    main()
