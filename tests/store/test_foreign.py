"""Other programs and other Kiths on the same file."""

from __future__ import annotations

import datetime as dt
import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tinydb import TinyDB

from tests.store.helpers import TODAY, QuickDisk, add, everything, let_go, lines_of, open_book, reread
from tui.actions.pace import visited
from tui.actions.review import tick
from tui.cli import main
from tui.paths import journal_of
from tui.rules.queue.review import done_parts
from tui.store import opening
from tui.store.book import Book, CannotOpen, Damaged, ReadOnly
from tui.store.diagnosis import diagnose
from tui.store.repair import repair
from tui.store.ways import ways


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    book = open_book(path)
    add(book, 0)
    book.close()
    return path


def test_a_second_kith_reads_and_says_why_it_does_not_write(path: Path) -> None:
    first = open_book(path)
    add(first, 1)
    second = open_book(path)
    assert "Another Kith has" in second.read_only
    assert str(path) in second.read_only
    assert list(second.network.contacts) == ["c-0", "c-1"], "it sees what the journal holds"
    with pytest.raises(ReadOnly):
        add(second, 2)
    assert list(second.network.contacts) == ["c-0", "c-1"]
    second.close()
    add(first, 3)
    first.close()
    third = open_book(path)
    assert third.read_only == ""
    third.close()


def test_the_lock_holds_between_processes_and_goes_with_its_holder(path: Path) -> None:
    holder = (
        "import sys, datetime; from pathlib import Path; from tui.store.book import Book\n"
        "book = Book.open(Path(sys.argv[1]), datetime.date(2026, 11, 21))\n"
        "print(book.read_only or 'writing', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        assert open_book(path).read_only
        process.kill()
    book = open_book(path)
    assert not book.read_only
    book.close()


def test_reading_while_another_kith_writes_sees_one_moment(path: Path) -> None:
    writer = open_book(path)
    add(writer, 1)

    class Busy(QuickDisk):
        """Between two of its reads the other Kith writes."""

        times = 0

        def read(self, path: Path) -> bytes | None:
            raw = super().read(path)
            self.times += 1
            if self.times in (1, 3):
                add(writer, 10 + self.times)
                writer.checkpoint()
                add(writer, 20 + self.times)
            return raw

    reader = open_book(path, Busy())
    assert everything(reader.network) == everything(writer.network)
    assert len(writer.network.contacts) == 6
    writer.close()


def test_a_line_that_is_just_being_written_is_waited_for(path: Path) -> None:
    writer = open_book(path)
    add(writer, 1)
    whole = journal_of(path).read_bytes()

    class Midway(QuickDisk):
        """The first look finds half a line."""

        times = 0

        def read(self, path: Path) -> bytes | None:
            raw = super().read(path)
            self.times += raw == whole
            return whole[:-20] if raw == whole and self.times == 1 else raw

    reader = open_book(path, Midway())
    assert list(reader.network.contacts) == ["c-0", "c-1"]
    assert reader.notices == ()
    writer.close()


def test_reading_alone_takes_no_lock_and_leaves_no_trace(path: Path) -> None:
    names = {file.name for file in path.parent.iterdir()}
    writer = open_book(path)
    reader = Book.open(path, TODAY, read_only=True)
    assert "reading only" in reader.read_only
    reader.close()
    writer.close()
    missing = path.parent / "none" / "network.json"
    assert not Book.open(missing, TODAY, read_only=True).network.contacts
    assert not missing.parent.exists()
    assert {file.name for file in path.parent.iterdir()} == names


def test_a_foreign_write_is_noticed_before_anything_is_written(path: Path) -> None:
    book = open_book(path)
    add(book, 1)
    with TinyDB(path) as other:
        other.table("contacts").insert({"uid": "x", "name": "Ngozi Eze"})
    theirs, ours = path.read_bytes(), lines_of(journal_of(path))
    with pytest.raises(ReadOnly, match=r"changed by another program.*Nothing was written over it"):
        add(book, 2)
    assert "c-2" not in book.network.contacts
    book.checkpoint()
    book.close()
    assert path.read_bytes() == theirs
    assert lines_of(journal_of(path)) == ours

    with pytest.raises(Damaged, match="another program has changed the file since 1 change was"):
        open_book(path)
    take_over, leave = ways(path)
    assert (take_over.kind, leave.kind) == ("take over", "salvage")
    repair(path, TODAY, take_over)
    assert set(reread(path)["contacts"]) == {"c-0", "c-1", "x"}


def test_a_foreign_write_between_two_sessions_is_taken_and_told(path: Path) -> None:
    with TinyDB(path) as other:
        other.table("contacts").update({"tier": "close"})
        other.table("contacts").insert({"uid": "x", "name": "Ngozi Eze"})
    book = open_book(path)
    assert "changed by another program" in book.notices[0]
    assert book.network.contacts["c-0"].tier == "close"
    add(book, 1)
    expected = everything(book.network)
    let_go(book)
    assert reread(path) == expected
    assert list(expected["contacts"]) == ["c-0", "x", "c-1"]


def visit(book: Book, day: dt.date = TODAY) -> None:
    """Note the day, as the program does when it starts."""
    book.commit(visited(book.network, day))


def edit(path: Path) -> None:
    with TinyDB(path) as other:
        other.table("contacts").insert({"uid": "x", "name": "Ngozi Eze"})


def test_a_foreign_write_while_only_the_visit_was_noted_is_taken_and_told(path: Path) -> None:
    book = open_book(path)
    visit(book)
    edit(path)
    book.close()
    theirs = path.read_bytes()
    for words in (["list"], ["doctor"]):
        said = CliRunner().invoke(main, [*words, "--file", str(path)])
        assert said.exit_code == 0, said.output
    assert "changed by another program" in said.output
    assert path.read_bytes() == theirs
    assert diagnose(path).journal.waiting == 0

    book = open_book(path)
    assert "changed by another program" in book.notices[0]
    assert "Opened" in book.notices[0]
    assert book.network.meta.opened is None, "what was noted of another writing is not replayed"
    assert list(book.network.contacts) == ["c-0", "x"]
    visit(book)
    add(book, 1)
    expected = everything(book.network)
    let_go(book)
    assert reread(path) == expected, "the journal begins anew and is known again"
    book = open_book(path)
    assert not book.notices
    add(book, 2)
    expected = everything(book.network)
    book.close()
    assert list(reread(path)["contacts"]) == ["c-0", "x", "c-1", "c-2"]
    path.write_bytes(path.read_bytes()[:-40])
    (first, *_) = ways(path)
    assert first.kind == "rebuild"
    repair(path, TODAY, first)
    assert reread(path)["contacts"] == expected["contacts"]


def test_what_was_ticked_off_in_the_weekly_review_outlasts_a_foreign_write(path: Path) -> None:
    book = open_book(path)
    visit(book)
    now = dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)
    for part in ("promises", "events"):
        book.commit(tick(book.network, part, now))
    edit(path)
    book.close()
    book = open_book(path)
    assert done_parts(book.network.meta, now.date()) == ("promises", "events")
    assert "left out: Opened." in book.notices[0]
    assert book.network.meta.opened is None
    visit(book)
    let_go(book)
    assert open_book(path, read_only=True).network.meta.reviewed == ("promises", "events")


def test_after_a_foreign_write_the_journal_before_it_is_not_mixed_in(path: Path) -> None:
    book = open_book(path)
    add(book, 1)
    add(book, 2)
    book.close()
    edit(path)
    book = open_book(path)
    for number in range(3, 8):
        add(book, number)
    let_go(book)
    path.write_bytes(path.read_bytes()[:-40])
    rebuild = next(way for way in ways(path) if way.kind == "rebuild")
    assert not rebuild.whole
    repair(path, TODAY, rebuild)
    assert set(reread(path)["contacts"]) == {"c-0", "c-1", "c-2"}


def test_a_foreign_write_over_more_than_the_visit_still_asks(path: Path) -> None:
    book = open_book(path)
    visit(book)
    add(book, 1)
    edit(path)
    book.close()
    with pytest.raises(Damaged, match="another program has changed the file since 2 changes were"):
        open_book(path)
    assert CliRunner().invoke(main, ["list", "--file", str(path)]).exit_code == 1
    first, *more = diagnose(path).lines()
    assert first.endswith("file and journal disagree.")
    assert {"waiting: Opened", "waiting: Added José Álvarez 1"} <= set(more)
    repair(path, TODAY, ways(path)[0])
    found = reread(path)
    assert set(found["contacts"]) == {"c-0", "c-1", "x"}


def test_a_foreign_write_during_a_checkpoint_is_not_overwritten(path: Path) -> None:
    book = open_book(path)
    add(book, 1)
    store: Any = book._store
    snapshot = store._taken()
    path.write_text('{"contacts": {}}')
    store._write(snapshot)
    assert path.read_text() == '{"contacts": {}}'
    assert "changed by another program" in book.read_only
    book.close()
    assert not path.with_name("network.json.tmp").exists()


def test_a_foreign_line_in_the_journal_stops_writing(path: Path) -> None:
    book = open_book(path)
    add(book, 1)
    with journal_of(path).open("ab") as journal:
        journal.write(b"something else\n")
    add(book, 2)
    before = path.read_bytes()
    book.checkpoint()
    with pytest.raises(ReadOnly, match=r"journal was changed by another program"):
        add(book, 3)
    book.abandon()
    assert path.read_bytes() == before
    assert journal_of(path).read_bytes().endswith(b"something else\n"), "it is left to the one who wrote it"
    book = open_book(path)
    assert list(book.network.contacts) == ["c-0", "c-1", "c-2"]
    assert "kept in network.json.journal.aside" in book.notices[0]
    book.close()


def test_a_journal_put_in_place_of_ours_stops_writing(path: Path) -> None:
    book = open_book(path)
    add(book, 1)
    other = path.with_name("other")
    other.write_bytes(journal_of(path).read_bytes())
    other.replace(journal_of(path))
    with pytest.raises(ReadOnly, match=r"journal was changed by another program"):
        add(book, 2)
    book.abandon()


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    book = open_book(path)
    path.write_text("{}")
    with pytest.raises(Exception, match="made by another program"):
        add(book, 0)
    assert path.read_text() == "{}"
    book.abandon()


def test_a_restored_copy_is_not_mixed_with_the_journal(path: Path) -> None:
    old = path.read_bytes()
    book = open_book(path)
    add(book, 1)
    book.checkpoint()
    add(book, 2)
    let_go(book)
    path.write_bytes(old)
    with pytest.raises(Damaged, match="the file is another one"):
        open_book(path)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_read_only_place_opens_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(opening, "Lock", refuse)
    book = open_book(path)
    assert list(book.network.contacts) == ["c-0"]
    assert str(path.parent) in book.read_only
    assert "Copy the file to a place of your own" in book.read_only
    with pytest.raises(ReadOnly):
        add(book, 1)
    none_yet = open_book(path.with_name("new.json"))
    assert "Name a file in a place of your own" in none_yet.read_only
    path.write_bytes(path.read_bytes()[:-9])
    monkeypatch.setattr("tui.store.repair.Lock", refuse)
    with pytest.raises(
        CannotOpen, match="Copy the file and all that stands beside it to a place of your own"
    ):
        repair(path, TODAY)


def test_links_that_lead_round_are_said_once_and_no_backups_are_made_up(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    path.symlink_to(path)
    with pytest.raises(CannotOpen) as fault:
        open_book(path)
    assert str(fault.value) == f"{path} can't be read: its links lead round in a circle. Nothing was written."


def test_the_date_may_jump(path: Path) -> None:
    for day in (dt.date(2099, 1, 1), dt.date(1999, 1, 1), TODAY):
        book = Book.open(path, day)
        add(book, day.year)
        book.close()
    assert len(reread(path)["contacts"]) == 4
