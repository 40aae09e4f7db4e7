"""A clock that jumps, and who may read what: of every file that the store makes, also while it is made."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from tests.store.helpers import (
    TODAY,
    FaultyDisk,
    add,
    everything,
    healthy,
    let_go,
    lines_of,
    open_book,
    reread,
)
from tui.paths import backups_of, beside, journal_of, lock_of, old_journal_of, previous_of
from tui.store.backups import backups, copy_to
from tui.store.book import Book, Damaged
from tui.store.durable import Limits
from tui.store.repair import repair

FAR = (dt.date(2099, 1, 1), dt.date(1980, 1, 1), dt.date(2026, 11, 20), TODAY)
"""Days that a clock may show one after the other."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "place" / "network.json"


def test_backups_of_a_clock_that_jumped_are_kept_and_dated_as_it_stood(path: Path) -> None:
    for number, day in enumerate(FAR):
        book = Book.open(path, day)
        add(book, number)
        book.close()
        book = Book.open(path, day)
        add(book, 10 + number)
        book.close()
    assert {backup.day for backup in backups(path)} == set(FAR)
    assert all(not backup.problem for backup in backups(path))
    assert len(reread(path)["contacts"]) == 2 * len(FAR)


def test_a_day_that_jumps_while_kith_is_open_loses_nothing(path: Path) -> None:
    book = open_book(path, limits=Limits(changes=3))
    for number in range(20):
        book.turn(FAR[number % len(FAR)])
        add(book, number)
        if number % 5 == 0:
            book.checkpoint()
    expected = everything(book.network)
    let_go(book)
    assert reread(path) == expected
    assert len(backups(path)) == len(FAR)


def set_back(file: Path, years: int) -> None:
    stamp = file.stat()
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns - years * 31_536_000_000_000_000))


@pytest.mark.parametrize("years", [-50, 50])
def test_dates_of_files_far_off_do_not_matter_between_two_sessions(path: Path, years: int) -> None:
    """Restored by a program that keeps no dates, or written by a machine whose clock was wrong."""
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    expected = everything(book.network)
    let_go(book)
    for file in (path, journal_of(path)):
        set_back(file, years)
    book = open_book(path)
    assert (book.notices, book.read_only) == ((), "")
    assert everything(book.network) == expected
    add(book, 2)
    book.close()
    assert len(reread(path)["contacts"]) == 3


def test_a_file_touched_while_kith_is_open_is_taken_for_changed_and_nothing_is_lost(path: Path) -> None:
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    set_back(path, 1)
    book.checkpoint()
    assert "changed by another program" in book.read_only
    book.close()
    assert list(reread(path)["contacts"]) == ["c-0", "c-1"]


def others_may(file: Path) -> bool:
    return bool(file.stat().st_mode & 0o077)


def test_every_file_is_for_its_owner_alone_from_its_first_moment(path: Path, tmp_path: Path) -> None:
    seen: set[str] = set()

    def look(_step: int, _name: str) -> None:
        for file in path.parent.rglob("*") if path.parent.exists() else ():
            seen.add(file.name)
            assert not others_may(file), file

    before = os.umask(0)
    try:
        disk = FaultyDisk(look)
        book = open_book(path, disk, limits=Limits(changes=3))
        for number in range(5):
            add(book, number)
        book.checkpoint()
        add(book, 8)
        let_go(book)
        journal_of(path).write_bytes(b"".join(lines_of(journal_of(path)))[:-9])
        open_book(path, disk).close()
        path.write_bytes(path.read_bytes()[:-40])
        with pytest.raises(Damaged):
            open_book(path)
        repair(path, TODAY, disk=disk)
        folder = tmp_path / "stick"
        folder.mkdir()
        copy_to(path, folder, TODAY, again=True)
        assert not any(others_may(file) for file in folder.iterdir())
    finally:
        os.umask(before)
    look(0, "")
    named = (
        path,
        journal_of(path),
        beside(journal_of(path), ".tmp"),
        beside(journal_of(path), ".aside"),
        old_journal_of(path),
        previous_of(path),
        lock_of(path),
        beside(path, ".tmp"),
        backups_of(path),
        backups_of(path) / f"{TODAY}.json",
        backups_of(path) / f"kept-{TODAY}-1",
    )
    assert {file.name for file in named} <= seen


def test_a_file_that_was_made_by_another_program_is_closed_to_others_when_it_is_opened(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"contacts": {"1": {"uid": "a", "name": "Ngozi Eze"}}}')
    path.chmod(0o644)
    book = open_book(path, FaultyDisk(healthy))
    add(book, 1)
    book.close()
    assert not [file for file in path.parent.rglob("*") if others_may(file)]
