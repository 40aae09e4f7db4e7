"""Damage network files in many ways, and see that each is told and none is lost without a word.

    python -m tests.store.damage --rounds 2000

Each round takes a file with a journal, cuts one of the two at some place or flips one of its bits (with and without a
trace in the file's date), opens it, and prints in the end how often it was refused with a diagnosis, opened with a
notice, or found to be whole. A cut exactly between two lines of the journal is left out: it looks like a journal that
was never longer.
"""

from __future__ import annotations

import argparse
import collections
import os
import random
import shutil
import tempfile
from pathlib import Path

from tests.store.helpers import add, everything, let_go, lines_of, open_book, reread, touch
from tui.model.base import Record
from tui.model.change import Change, Edit
from tui.paths import journal_of
from tui.store.book import CannotOpen, Damaged
from tui.store.ways import ways

Everything = dict[str, dict[str, Record]]


def build(path: Path) -> tuple[Path, Everything]:
    """Make a file, a previous one, and a journal with three changes; return its path and all that is in it."""
    book = open_book(path)
    for number in range(6):
        add(book, number, interests=("climate", "sailing"))
    book.close()
    book = open_book(path)
    for number in range(4):
        book.commit(Change("Met", (Edit(None, touch(number, f"c-{number}")),)))
    book.checkpoint()
    for number in range(6, 9):
        add(book, number)
    expected = everything(book.network)
    let_go(book)
    journal_of(path).write_bytes(b"".join(lines_of(journal_of(path))))
    assert reread(path) == expected
    return path, expected


def judge(path: Path, expected: Everything) -> str:
    """Open a file that may be damaged; return how that went, and see that nothing was lost without a word."""
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    try:
        book = open_book(path, read_only=True)
    except CannotOpen as fault:
        assert {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()} == before
        assert str(path) in str(fault)
        assert "Nothing was written" in str(fault)
        assert "\n" not in str(fault)
        if isinstance(fault, Damaged):
            assert fault.diagnosis.faults
            assert fault.diagnosis.lines()
        return "refused"
    found = everything(book.network)
    if found == expected:
        return "whole"
    assert book.notices, "something is missing, and nothing was said"
    return "told"


def cut(path: Path, size: int) -> None:
    stamp = path.stat()
    os.truncate(path, size)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def flip(path: Path, place: int, bit: int, *, quietly: bool) -> None:
    stamp = path.stat()
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1 << bit
    path.write_bytes(raw)
    if quietly:
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def rounds(path: Path, expected: Everything, number: int, seed: int) -> collections.Counter[str]:
    """Damage the file, or its journal, as often as told; return how often it went which way."""
    choose = random.Random(seed)
    outcomes: collections.Counter[str] = collections.Counter()
    files = (path, journal_of(path))
    whole = [(file, file.read_bytes(), file.stat()) for file in files]
    for _ in range(number):
        for file, raw, stamp in whole:
            file.write_bytes(raw)
            os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        victim, raw, _ = choose.choice(whole)
        place = choose.randrange(len(raw) - 1)
        if choose.random() < 0.5:
            flip(victim, place, choose.randrange(8), quietly=choose.random() < 0.5)
        elif victim == path or raw[place - 1 : place] != b"\n":
            cut(victim, place)
        outcome = judge(path, expected)
        outcomes[outcome] += 1
        if outcome == "refused":
            assert all(way.words for way in ways(path))
    return outcomes


def main() -> None:
    """Read the arguments and run."""
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reader.add_argument("--rounds", type=int, default=200)
    reader.add_argument("--seed", type=int, default=1)
    given = reader.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        path, expected = build(folder / "network.json")
        outcomes = rounds(path, expected, given.rounds, given.seed)
        said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
        print(f"{given.rounds} damaged files: {said}; no crash, none lost without a word")  # noqa: T201 - a command
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
