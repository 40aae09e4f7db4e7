"""What is acknowledged is on the disk, whatever the disk does."""

from __future__ import annotations

import contextlib
import errno
from pathlib import Path

import pytest

from tests.store.helpers import (
    FaultyDisk,
    Unplugged,
    add,
    alter,
    everything,
    failing_at,
    failing_from,
    healthy,
    let_go,
    lines_of,
    open_book,
    reread,
    unplugged_at,
)
from tui.paths import backups_of, journal_of, lock_of, old_journal_of, previous_of
from tui.store.book import Book, NotSaved, ReadOnly
from tui.store.disk import Disk
from tui.store.durable import Limits

SMALL = Limits(changes=3)
TOLERATED = (NotSaved, ReadOnly)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.json"


def session(path: Path, disk: Disk) -> list[str]:
    """Add seven people, with a checkpoint in the middle and one at the end; return whom it acknowledged."""
    acknowledged: list[str] = []
    book = open_book(path, disk)
    try:
        for number in range(7):
            with contextlib.suppress(*TOLERATED):
                acknowledged.append(add(book, number).uid)
            if number == 3:
                book.checkpoint()
        try:
            book.close()
        except TOLERATED:
            pass
        else:
            acknowledged = acknowledged if book.read_only and book.unsaved else list(book.network.contacts)
    finally:
        let_go(book)
    return acknowledged


def test_a_change_is_on_disk_when_commit_returns(path: Path) -> None:
    book = open_book(path)
    for number in range(5):
        add(book, number)
        assert len(lines_of(journal_of(path))) == 1 + number, (
            "the first is in the file itself, each later one is a line"
        )
    let_go(book)
    assert list(reread(path)["contacts"]) == [f"c-{number}" for number in range(5)]


def test_nothing_is_written_before_the_first_change(path: Path) -> None:
    open_book(path).close()
    assert sorted(file.name for file in path.parent.iterdir()) == [lock_of(path).name]


def test_every_save_is_synced(path: Path) -> None:
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    add(book, 0)
    disk.steps.clear()
    add(book, 1)
    assert disk.steps == ["write", "sync"]
    book.close()


def test_undo_and_redo_are_on_disk_too(path: Path) -> None:
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    alter(book, "c-0", name="Chidinma Okafor")
    book.undo()
    book.undo()
    assert book.redo() is not None
    expected = everything(book.network)
    let_go(book)
    assert reread(path) == expected
    assert set(expected["contacts"]) == {"c-0", "c-1"}


def test_a_pulled_plug_loses_nothing_at_any_step(path: Path, tmp_path: Path) -> None:
    disk = FaultyDisk(healthy)
    session(tmp_path / "counted" / "network.json", disk)
    assert len(disk.steps) > 50, "checkpoints are among the steps"
    for place in range(len(disk.steps)):
        path = tmp_path / f"at-{place}" / "network.json"
        acknowledged: list[str] = []
        book: Book | None = None
        try:
            book = open_book(path, FaultyDisk(unplugged_at(place)))
            for number in range(7):
                acknowledged.append(add(book, number).uid)
                if number == 3:
                    book.checkpoint()
            book.close()
        except Unplugged:
            pass
        if book is not None:
            let_go(book)
        found = list(reread(path)["contacts"])
        assert found[: len(acknowledged)] == acknowledged, f"at step {place}"
        assert len(found) <= len(acknowledged) + 1, f"at step {place}"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_one_refused_step_loses_nothing(path: Path, tmp_path: Path, number: int) -> None:
    disk = FaultyDisk(healthy)
    session(tmp_path / "counted" / "network.json", disk)
    for place in range(1, len(disk.steps)):
        path = tmp_path / f"at-{place}" / "network.json"
        acknowledged = session(path, FaultyDisk(failing_at(place, number)))
        found = list(reread(path)["contacts"]) if path.exists() else []
        assert set(acknowledged) <= set(found), f"at step {place}, {disk.steps[place]}"


def test_a_full_disk_keeps_the_change_and_saves_it_later(path: Path) -> None:
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    add(book, 0)
    before = lines_of(journal_of(path))
    disk.fail = failing_from(0)
    for number in (1, 2):
        with pytest.raises(NotSaved, match=r"disk is full.*Free some space"):
            add(book, number)
    assert journal_of(path).read_bytes() == b"".join(before), "cut back to the last good line"
    assert str(path) in book.unsaved
    assert len(book.network.contacts) == 3, "the changes stay on the screen"
    with pytest.raises(NotSaved):
        book.close()
    disk.fail = healthy
    book.retry()
    assert book.unsaved == ""
    let_go(book)
    assert list(reread(path)["contacts"]) == ["c-0", "c-1", "c-2"]


def test_a_full_disk_at_the_first_change_ever(path: Path) -> None:
    disk = FaultyDisk(failing_from(0))
    book = open_book(path, disk)
    with pytest.raises(NotSaved):
        add(book, 0)
    assert not path.exists()
    assert not path.with_name("network.json.tmp").exists()
    disk.fail = healthy
    add(book, 1)
    let_go(book)
    assert list(reread(path)["contacts"]) == ["c-0", "c-1"]


def test_after_a_failed_sync_nothing_more_is_written(path: Path) -> None:
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    add(book, 0)
    disk.fail = lambda step, name: failing_at(step, errno.EIO)(step, name) if name == "sync" else None
    with pytest.raises(NotSaved, match="did not confirm"):
        add(book, 1)
    disk.fail = healthy
    disk.steps.clear()
    with pytest.raises(ReadOnly, match="did not confirm"):
        add(book, 2)
    with pytest.raises(NotSaved):
        book.retry()
    book.abandon()
    assert disk.steps == []
    assert book.unsaved
    assert list(reread(path)["contacts"]) == ["c-0"]


def test_the_last_bit_of_a_disk_is_used(path: Path) -> None:
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    add(book, 0)
    disk.fail = failing_at(len(disk.steps))
    add(book, 1)
    assert journal_of(path).read_bytes() == b"".join(lines_of(journal_of(path))), "no room behind the line"
    disk.fail = healthy
    add(book, 2)
    let_go(book)
    assert len(reread(path)["contacts"]) == 3


def test_a_journal_is_closed_without_room(path: Path) -> None:
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    assert journal_of(path).read_bytes().endswith(b"\0")
    book.abandon()
    assert journal_of(path).read_bytes().endswith(b"}\n")


def test_a_failed_checkpoint_is_told_and_costs_nothing(path: Path) -> None:
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    add(book, 0)
    add(book, 1)
    disk.fail = failing_from(0)
    book.checkpoint()
    assert "could not be written whole" in book.trouble
    disk.fail = healthy
    add(book, 2)
    book.checkpoint()
    assert book.trouble == ""
    book.close()
    assert list(reread(path)["contacts"]) == ["c-0", "c-1", "c-2"]


def test_checkpoints_come_by_themselves_while_changes_go_on(path: Path) -> None:
    book = open_book(path, limits=SMALL)
    for number in range(40):
        add(book, number)
    let_go(book)
    assert old_journal_of(path).exists(), "at least one came"
    assert list(reread(path)["contacts"]) == [f"c-{number}" for number in range(40)]


def test_changes_made_during_a_checkpoint_are_carried_over(path: Path) -> None:
    book: Book | None = None

    def meanwhile(step: int, name: str) -> None:
        if book is not None and name == "create" and "c-2" not in book.network.contacts:
            add(book, 2)

    book = open_book(path, FaultyDisk(meanwhile))
    add(book, 0)
    assert "c-2" in book.network.contacts
    add(book, 1)
    book.checkpoint()
    add(book, 3)
    expected = everything(book.network)
    let_go(book)
    assert reread(path) == expected
    assert len(expected["contacts"]) == 4


def test_document_numbers_are_never_given_twice(path: Path) -> None:
    book = open_book(path)
    for number in range(3):
        add(book, number)
    book.undo()
    add(book, 7)
    book.undo()
    book.close()
    book = open_book(path)
    add(book, 8)
    assert [document["uid"] for document in book.db.table("contacts")] == ["c-0", "c-1", "c-8"]
    assert [document.doc_id for document in book.db.table("contacts")] == [1, 2, 5]
    book.close()


def test_the_folder_may_vanish_and_come_back(path: Path, tmp_path: Path) -> None:
    path = tmp_path / "drive" / "network.json"
    book = open_book(path)
    add(book, 0)
    path.parent.rename(tmp_path / "unplugged")
    with pytest.raises(NotSaved, match=r"folder is gone.*Put the folder back"):
        add(book, 1)
    assert not path.parent.exists(), "it is not made anew: a drive may be unplugged"
    (tmp_path / "unplugged").rename(path.parent)
    book.retry()
    book.close()
    assert list(reread(path)["contacts"]) == ["c-0", "c-1"]


def test_an_emptied_folder_is_filled_from_memory(path: Path) -> None:
    book = open_book(path)
    add(book, 0)
    for file in path.parent.iterdir():
        file.unlink()
    add(book, 1)
    other = open_book(path)
    assert other.read_only, "the lock was taken anew"
    book.close()
    assert list(reread(path)["contacts"]) == ["c-0", "c-1"]


@pytest.mark.parametrize("gone", [".journal", ""])
def test_what_was_taken_away_is_written_anew_on_closing(path: Path, gone: str) -> None:
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    path.with_name(path.name + gone).unlink()
    book.close()
    assert list(reread(path)["contacts"]) == ["c-0", "c-1"]


def test_closing_over_a_folder_that_is_gone_is_refused(path: Path, tmp_path: Path) -> None:
    path = tmp_path / "drive" / "network.json"
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    path.parent.rename(tmp_path / "unplugged")
    with pytest.raises(NotSaved, match="folder is gone"):
        book.close()
    (tmp_path / "unplugged").rename(path.parent)
    book.close()
    assert list(reread(path)["contacts"]) == ["c-0", "c-1"]


def test_only_the_owner_may_read_any_of_it(path: Path) -> None:
    path = path.parent / "new" / "deep" / "network.json"
    book = open_book(path, limits=SMALL)
    for number in range(8):
        add(book, number)
    book.close()
    modes = {file: file.stat().st_mode & 0o777 for file in path.parent.rglob("*")}
    assert {previous_of(path), journal_of(path), old_journal_of(path), lock_of(path), path} <= set(modes)
    for file, mode in modes.items():
        assert mode == (0o700 if file.is_dir() else 0o600), file
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(backups_of(path).iterdir())


def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    open_with_people(path).close()
    path.chmod(0o644)
    open_book(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def open_with_people(path: Path) -> Book:
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    return book


def test_a_symbolic_link_stays_one(path: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "kept.json"
    path.symlink_to(target)
    for number in range(2):
        book = open_book(path)
        add(book, number)
        book.close()
    assert path.is_symlink()
    assert journal_of(target).exists()
    assert not journal_of(path).exists()
    assert list(reread(target)["contacts"]) == ["c-0", "c-1"]
