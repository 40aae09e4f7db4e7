"""Dated backups: the last state of each day, thinned, never by a clock that jumps."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.store.helpers import add, let_go, open_book
from tui.model.settings import Settings
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


def with_second(path: Path, folder: Path, place: int, day: dt.date, *, again: bool = True) -> str:
    """Add somebody on a day, close, and copy the file into a second folder."""
    book = Book.open(path, day)
    book.network.settings = Settings(backups=str(folder))
    add(book, place)
    book.close()
    return book.back_up(again=again)


def test_a_second_folder_has_a_copy_of_each_day(tmp_path: Path) -> None:
    path, folder = tmp_path / "network.json", tmp_path / "elsewhere"
    folder.mkdir()
    for place in range(12):
        assert with_second(path, folder, place, dt.date(2026, 11, 2) + dt.timedelta(days=place)) == ""
    copies = sorted(folder.iterdir())
    assert copies[-1].name == "network 2026-11-13.json"
    assert copies[-1].read_bytes() == path.read_bytes()
    assert len(copies) == DAYS + 1
    assert {copy.stat().st_mode & 0o777 for copy in copies} == {0o600}


def test_the_days_copy_is_written_anew_only_where_that_is_asked(tmp_path: Path) -> None:
    path, folder, day = tmp_path / "network.json", tmp_path / "elsewhere", dt.date(2026, 11, 2)
    folder.mkdir()
    with_second(path, folder, 0, day)
    (copy,) = folder.iterdir()
    before = copy.read_bytes()
    assert with_second(path, folder, 1, day, again=False) == ""
    assert copy.read_bytes() == before
    assert with_second(path, folder, 2, day) == ""
    assert copy.read_bytes() == path.read_bytes() != before


def test_a_second_folder_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    told = with_second(tmp_path / "network.json", folder, 0, dt.date(2026, 11, 2))
    assert str(folder) in told
    assert "Your file itself is saved" in told
    assert not folder.exists()


def test_other_files_in_the_second_folder_stay(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name in ("network notes.json", "networking 2020-01-01.json", "network 2020-01-01.txt"):
        (folder / name).write_text("mine", encoding="utf-8")
    for place in range(12):
        with_second(tmp_path / "network.json", folder, place, dt.date(2026, 11, 2) + dt.timedelta(days=place))
    assert {it.name for it in folder.iterdir() if it.read_text(encoding="utf-8") == "mine"} == {
        "network notes.json",
        "networking 2020-01-01.json",
        "network 2020-01-01.txt",
    }
