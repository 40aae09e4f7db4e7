"""Dated backups: the last state of each day, thinned, never by a clock that jumps."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.store.helpers import add, let_go, open_book
from tui.paths import backups_of
from tui.store.backups import DAYS, backups, surplus
from tui.store.book import Book


def test_a_day_keeps_its_last_state(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    first = dt.date(2026, 11, 2)
    for place in range(4):
        for part in range(2):
            book = Book.open(path, first + dt.timedelta(days=place))
            add(book, 10 * place + part)
            book.close()
    found = {backup.day: backup.records for backup in backups(path)}
    assert found == {dt.date(2026, 11, day): records for day, records in ((5, 7), (4, 6), (3, 4), (2, 2))}


def test_a_backup_does_not_change_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    book.close()
    (copy,) = backups_of(path).glob("*.json")
    before = copy.read_bytes()
    with path.open("r+b") as file:
        file.write(b"X")
    assert copy.read_bytes() == before


def test_a_session_that_runs_past_midnight_dates_by_the_new_day(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    book = Book.open(path, dt.date(2026, 11, 21))
    add(book, 0)
    book.turn(dt.date(2026, 11, 22))
    for number in (1, 2):
        add(book, number)
        book.checkpoint()
    let_go(book)
    assert [backup.day for backup in backups(path)] == [dt.date(2026, 11, 22), dt.date(2026, 11, 21)]


def test_thinning() -> None:
    today = dt.date(2026, 11, 21)
    days = [today - dt.timedelta(days=number) for number in range(900)]
    kept = sorted(set(days) - surplus(days), reverse=True)
    assert kept[:DAYS] == days[:DAYS]
    assert kept[DAYS : DAYS + 3] == [dt.date(2026, 11, 13), dt.date(2026, 10, 31), dt.date(2026, 9, 30)]
    assert kept[-2:] == [dt.date(2025, 11, 30), dt.date(2024, 12, 31)] or len(kept) == DAYS + 12 + 2


@given(st.sets(st.dates(), max_size=60), st.dates())
def test_thinning_is_settled_at_once_and_keeps_the_newest(days: set[dt.date], jumped: dt.date) -> None:
    kept = days - surplus(days)
    assert not surplus(kept)
    assert sorted(days)[-DAYS:] == sorted(kept)[-DAYS:]
    after = (days | {jumped}) - surplus(days | {jumped})
    assert set(sorted(days)[-DAYS + 1 :]) <= after | {jumped}
