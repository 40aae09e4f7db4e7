"""The order of the ways to have a damaged file back: what gives most comes first, of that the newest."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.store.helpers import TODAY, add, alter, open_book
from tui.model.change import Change, Edit
from tui.paths import backups_of, journal_of, old_journal_of, previous_of
from tui.store.book import Book
from tui.store.repair import repair
from tui.store.ways import ways


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file of eight people, with a copy of two days ago; yesterday's copy and the file hold six of them."""
    path = tmp_path / "network.json"
    for days_ago in (2, 1, 0):
        book = Book.open(path, TODAY - dt.timedelta(days=days_ago))
        if days_ago == 2:
            for number in range(8):
                add(book, number)
        elif days_ago == 1:
            gone = [book.network.contacts[f"c-{number}"] for number in (6, 7)]
            book.commit(Change("Removed", tuple(Edit(it, None) for it in gone)))
        else:
            alter(book, "c-5", notes="met on the ferry")
        book.close()
    return path


def lose(path: Path, before: str) -> None:
    """Cut a file before some words, and lose what it could be rebuilt from but its dated backups."""
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.index(before.encode())])
    for file in (journal_of(path), old_journal_of(path), previous_of(path)):
        file.unlink(missing_ok=True)


def test_the_newest_copy_goes_before_what_is_whole_of_the_file_where_it_holds_more(path: Path) -> None:
    lose(path, '"uid":"c-3"')
    found = [(it.kind, it.records) for it in ways(path)]
    assert found == [("restore", 6), ("restore", 8), ("salvage", 3)]
    best, *others = ways(path)
    assert best.because == "it is the newest whole copy, and of the file itself only 3 records can be had"
    assert not any(it.because for it in others)
    assert repair(path, TODAY).words == best.words
    book = open_book(path)
    assert len(book.network.contacts) == 6
    book.close()


def test_what_is_whole_goes_before_copies_that_hold_no_more(path: Path) -> None:
    book = Book.open(path, TODAY)
    for number in range(20, 30):
        add(book, number)
    book.close()
    lose(path, '"interactions"')
    assert [it.records for it in ways(path)] == [16, 6, 6, 8]
    assert ways(path)[0].because == "it is the newest, and no copy holds more"


def test_a_copy_that_is_spoilt_is_no_way_and_the_only_one_left_says_so(path: Path) -> None:
    lose(path, '"contacts"')
    first, *spoilt = sorted(backups_of(path).glob("*.json"))
    for copy in spoilt:
        copy.write_bytes(copy.read_bytes()[:40])
    (only,) = ways(path)
    assert (only.backup, only.because) == (first, "there is no other way")
