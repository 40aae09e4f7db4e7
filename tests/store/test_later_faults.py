"""What happens to the file, or is done, before its interactions are read: nothing is lost, no answer is wrong."""

from __future__ import annotations

import errno
import os
import random
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.cli.program import kith
from tests.store.helpers import FaultyDisk, failing_from, healthy, let_go
from tests.store.test_later import is_read, large, opened, person, touch
from tui.model.change import Change, Edit
from tui.model.network import Conflict
from tui.model.records import Interaction
from tui.paths import journal_of
from tui.store import loading
from tui.store.book import Book, Damaged, NotSaved, ReadOnly
from tui.store.opening import open_store

__all__ = ["large"]

EVERY = [f"touch-{number}" for number in range(3_000)]


def begun(path: Path) -> Book:
    book = opened(path)
    assert not is_read(book)
    return book


def met(book: Book, number: int) -> None:
    book.commit(Change("Met", (Edit(None, person(number)),)))


def again(path: Path) -> tuple[list[str], list[str]]:
    """Return who and what the file holds for whoever opens it next."""
    book = opened(path, early=False)
    try:
        assert not book.read_only
        return list(book.network.contacts), list(book.network.interactions)
    finally:
        let_go(book)


def foreign(path: Path) -> None:
    path.write_text('{"contacts": {"1": {"uid": "x", "name": "Ngozi Eze"}}}', encoding="ascii")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def spoilt(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\0" * 4096)


@pytest.mark.parametrize("harm", [foreign, cut, spoilt])
def test_a_file_changed_underneath_is_answered_from_what_was_read_and_not_written_over(
    large: Path, harm: Callable[[Path], None]
) -> None:
    book = begun(large)
    harm(large)
    theirs = large.read_bytes()
    assert list(book.network.interactions) == EVERY
    assert book.network.interactions["touch-2999"] == touch(2_999)
    with pytest.raises(ReadOnly, match="changed by another program"):
        met(book, 99)
    assert "person-99" not in book.network.contacts
    book.checkpoint()
    book.close()
    assert large.read_bytes() == theirs


@pytest.mark.parametrize("harm", [cut, spoilt])
def test_what_was_damaged_meanwhile_is_offered_back_by_the_next_opening(
    large: Path, harm: Callable[[Path], None]
) -> None:
    met(first := begun(large), 99)
    first.close()
    book = begun(large)
    harm(large)
    book.close()
    with pytest.raises(Damaged) as caught:
        opened(large)
    assert caught.value.diagnosis.best is not None


def test_a_file_taken_away_is_written_anew_with_what_was_not_read_yet(large: Path) -> None:
    book = begun(large)
    large.unlink()
    met(book, 99)
    book.close()
    assert again(large) == ([*(f"person-{it}" for it in range(50)), "person-99"], EVERY)


@pytest.mark.parametrize("how", ["kill", "close", "checkpoint and kill"])
def test_what_is_committed_before_is_there_however_it_ends(large: Path, how: str) -> None:
    book = begun(large)
    met(book, 99)
    book.commit(Change("Called", (Edit(None, touch(9_999)),)))
    if how.startswith("checkpoint"):
        book.checkpoint()
        met(book, 100)
    if how == "close":
        book.close()
    else:
        let_go(book)
    people, touches = again(large)
    assert people[50:] == (["person-99", "person-100"] if "checkpoint" in how else ["person-99"])
    assert touches == [*EVERY, "touch-9999"]


def test_killed_before_anything_was_read_or_done_all_is_there(large: Path) -> None:
    let_go(begun(large))
    assert again(large)[1] == EVERY
    book = begun(large)
    book.checkpoint()
    book.close()
    assert not is_read(book), "nothing was changed: nothing had to be read"
    assert again(large)[1] == EVERY


def test_undo_and_redo_before_it_is_read(large: Path) -> None:
    book = begun(large)
    met(book, 99)
    book.commit(Change("Called", (Edit(None, touch(9_999)),)))
    book.undo()
    book.undo()
    book.redo()
    expected = list(book.network.contacts), list(book.network.interactions)
    assert expected[1] == EVERY
    let_go(book)
    assert again(large) == expected


def test_a_touch_that_is_not_read_yet_is_altered_and_removed_as_it_stands(large: Path) -> None:
    book = begun(large)
    before = touch(2_500)
    after = msgspec.structs.replace(before, summary="about the grid")
    book.commit(Change("Edited", (Edit(before, after), Edit(touch(7), None))))
    let_go(book)
    book = opened(large, early=False)
    assert book.network.interactions["touch-2500"] == after
    assert len(book.network.interactions) == 2_999
    book.close()


def test_a_change_of_what_is_not_so_is_refused_before_it_is_read(large: Path) -> None:
    book = begun(large)
    never = Interaction(uid="touch-7", day=touch(7).day, contacts=(), summary="never so")
    with pytest.raises(Conflict):
        book.commit(Change("Removed", (Edit(never, None),)))
    assert len(lines := journal_of(large).read_bytes().rstrip(b"\0").splitlines()) == 1, lines
    book.close()
    assert again(large)[1] == EVERY


def test_changes_while_another_thread_reads(large: Path) -> None:
    book = begun(large)
    beside = threading.Thread(target=book.network.complete)
    beside.start()
    for number in range(100, 140):
        book.commit(Change("Met", (Edit(None, person(number)), Edit(None, touch(9_000 + number)))))
        if number == 120:
            book.checkpoint(wait=False)
    beside.join()
    expected = list(book.network.contacts), list(book.network.interactions)
    assert expected[1] == [*EVERY, *(f"touch-{9_000 + number}" for number in range(100, 140))]
    let_go(book)
    assert again(large) == expected


def test_a_full_disk_before_it_is_read(large: Path) -> None:
    disk = FaultyDisk(healthy)
    network, store, _ = open_store(large, touch(0).day, disk=disk, early=True)
    book = Book(network, store)
    assert not is_read(book)
    disk.fail = failing_from(0, errno.ENOSPC)
    with pytest.raises(NotSaved, match="disk is full"):
        met(book, 99)
    with pytest.raises(NotSaved, match="disk is full"):
        book.close()
    disk.fail = healthy
    book.close()
    assert again(large) == ([*(f"person-{it}" for it in range(50)), "person-99"], EVERY)


def test_a_second_copy_answers_as_of_when_it_was_opened(large: Path) -> None:
    writer = begun(large)
    reader = begun(large)
    assert "Another Kith" in reader.read_only
    writer.commit(Change("Removed", tuple(Edit(touch(number), None) for number in range(1_000))))
    writer.checkpoint()
    writer.close()
    assert list(reader.network.interactions) == EVERY
    reader.close()
    assert again(large)[1] == EVERY[1_000:]


def test_bits_that_flipped_while_kith_was_closed_are_found_before_anything_is_shown(large: Path) -> None:
    raw, stamp = large.read_bytes(), large.stat()
    choose = random.Random(3)
    for _ in range(6):
        altered = bytearray(raw)
        altered[choose.randrange(len(raw))] ^= 1 << choose.randrange(8)
        large.write_bytes(altered)
        os.utime(large, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        with pytest.raises(Damaged):
            opened(large)


def test_a_command_reads_all_of_it(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(raw: bytes) -> None:
        raise AssertionError("a command reads the file whole")

    monkeypatch.setattr(loading, "decode_early", never)
    for words in (["list"], ["due"], ["show", "Person 7"], ["add", "Zoe Ade"]):
        assert kith(large, *words).exit_code == 0
