"""Kill a process that saves, again and again, and see that every change it acknowledged is there.

    python -m tests.store.kill --rounds 200 --contacts 30000 --interactions 100000

Each round starts a process that adds people and prints a line for each when it is saved, with checkpoints coming
every few changes; kills it (SIGKILL) after a random number of acknowledged lines and a random moment more; and
opens the file again. With `--rounds` alone the file starts empty and grows.
"""

from __future__ import annotations

import argparse
import random
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.store.helpers import TODAY, add, let_go, open_book, person, touch
from tui.model.change import Change, Edit
from tui.store.book import Book
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


def rounds(path: Path, number: int, seed: int) -> Iterator[tuple[int, int]]:
    """Run and kill as often as told."""
    choose = random.Random(seed)
    for _ in range(number):
        yield one_round(path, choose)


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
    reader.add_argument("--save", type=Path, help=argparse.SUPPRESS)
    given = reader.parse_args()
    if given.save:
        save_for_ever(given.save)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.json"
        if given.contacts or given.interactions:
            fill(path, given.contacts, given.interactions)
        in_flight = last = 0
        for last, found in rounds(path, given.rounds, given.seed):
            in_flight += found - last
        said = f"{given.rounds} kills, {last} people acknowledged in the end, none lost; {in_flight} were in flight"
        print(said)  # noqa: T201 - this is a command


if __name__ == "__main__":
    main()
