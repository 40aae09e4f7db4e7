"""Kill the full screen while lines are captured, again and again: every line whose ✓ was painted is in the file.

    python -m tests.journeys.kill --rounds 50 --seed 1
    python -m tests.journeys.kill --rounds 20 --contacts 30000 --interactions 100000

In a large file part of it is read while lines are typed already, if the file was closed in peace before: every
second round begins so. In about every third the file is written whole while lines are typed.

Each round opens Kith on the file that the rounds before left, types many lines at once, waits until a random one
of them is answered with its ✓ and a random moment more, kills the program (SIGKILL), and opens the file again.
"""

from __future__ import annotations

import argparse
import random
import re
import select
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.benchmarks.generate import write
from tests.journeys.place import Place
from tests.store.kill import bring_close
from tui.store.book import Book

ON = "2026-03-10 08:00"
_LINES = 40
_MOMENT = 0.05
"""Seconds at most from the ✓ that is waited for to the kill."""


@dataclass(frozen=True)
class Round:
    """What one kill left."""

    painted: int
    """People whose ✓ was on the screen, of this round and those before."""
    found: int
    """People in the file."""


def one_round(place: Place, choose: random.Random) -> Round:
    """Type, kill and look once.

    Raises:
        AssertionError: if somebody is missing or out of order, or the file can't be written any more.
    """
    there = place.file.exists()
    if there and choose.random() < 0.35:
        bring_close(place.file)
    begin = len(people(place)) if there else 0
    wanted = begin + choose.randint(1, _LINES - 10)
    with place.open(ON) as terminal:
        if not there:
            # An empty file opens on the welcome.
            terminal.wait_for("Welcome to Kith")
            terminal.send("escape")
            terminal.wait_gone("Welcome to Kith")
        terminal.send("a")
        terminal.wait_for("Quick capture")
        terminal.send("".join(f"Person {begin + it:05} : hiring\r" for it in range(_LINES)))
        seen = terminal.wait(lambda text: answered(text) >= wanted, f"a ✓ for {wanted}")
        select.select([], [], [], choose.random() * _MOMENT)
        painted = max(answered(seen), answered(terminal.kill()))
    found = people(place, close=choose.random() < 0.5)
    assert found == [f"Person {number:05}" for number in range(len(found))], "out of order"
    assert painted <= len(found) <= begin + _LINES, f"{painted} painted, {len(found)} found"
    return Round(painted, len(found))


def answered(text: str) -> int:
    """Return the number behind the last line with a ✓, counted from one; 0 if there is none."""
    return max((int(number) + 1 for number in re.findall(r"✓ Person (\d{5})", text)), default=0)


def people(place: Place, *, close: bool = False) -> list[str]:
    """Open the file as the next Kith would, and return who of ours is in it; closed in peace if that is asked."""
    book = Book.open(place.file, date(2026, 3, 10))
    try:
        assert not book.read_only, book.read_only
        names = [contact.name for contact in book.network.contacts.values()]
        return [name for name in names if re.fullmatch(r"Person \d{5}", name)]
    finally:
        if close:
            book.close()
        else:
            book.abandon()


def main() -> None:
    """Read the arguments and run."""
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reader.add_argument("--rounds", type=int, default=20)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--contacts", type=int, default=0)
    reader.add_argument("--interactions", type=int, default=0)
    given = reader.parse_args()
    choose = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        if given.contacts:
            write(place.file, given.contacts, given.interactions, given.seed)
            people(place, close=True)
        rounds = [one_round(place, choose) for _ in range(given.rounds)]
    beyond = sum(it.found - it.painted for it in rounds)
    said = (
        f"{given.rounds} kills of the full screen, {rounds[-1].found} people in the end, none lost whose ✓ was "
        f"painted; {beyond} were saved and not painted yet"
    )
    print(said)  # noqa: T201 - this is a command


if __name__ == "__main__":
    main()
