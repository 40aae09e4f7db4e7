"""A large file opened before its interactions are read: what it gives is what it gives read whole."""

from __future__ import annotations

import datetime as dt
import json
import os
import threading
from pathlib import Path

import pytest

from tests.store.helpers import QuickDisk
from tui.model.change import Change, Edit
from tui.model.network import Network
from tui.model.records import Contact, Interaction
from tui.paths import journal_of
from tui.store import loading
from tui.store.book import Book
from tui.store.faults import Damaged
from tui.store.opening import open_store

TODAY = dt.date(2026, 11, 22)


def person(number: int) -> Contact:
    return Contact(uid=f"person-{number}", name=f"Person {number}")


def touch(number: int) -> Interaction:
    return Interaction(
        uid=f"touch-{number}", day=TODAY, contacts=(f"person-{number % 50}",), summary="Ünïc🦊de"
    )


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with 50 people and 3,000 touches, as Kith leaves it, that counts as large."""
    monkeypatch.setattr(loading, "_LARGE", 1)
    path = tmp_path / "network.json"
    book = Book.open(path, TODAY)
    records = [*(person(it) for it in range(50)), *(touch(it) for it in range(3_000))]
    book.commit(Change("Began", tuple(Edit(None, it) for it in records)))
    book.close()
    return path


def opened(path: Path, *, early: bool = True) -> Book:
    network, store, notices = open_store(path, TODAY, disk=QuickDisk(), early=early)
    book = Book(network, store)
    book.notices = notices
    return book


def is_read(book: Book) -> bool:
    return book.network.is_complete


def tables(network: Network) -> list[object]:
    return list(network.records())


def test_interactions_are_read_when_first_asked_for(large: Path) -> None:
    book = opened(large)
    assert not is_read(book)
    assert len(book.network.contacts) == 50
    assert not is_read(book)
    assert len(book.network.touches_of("person-7")) == 60
    assert is_read(book)
    early = tables(book.network)
    book.close()
    whole = opened(large, early=False)
    assert early == tables(whole.network)
    whole.close()


def test_two_threads_get_the_same_table(large: Path) -> None:
    book = opened(large)
    beside = threading.Thread(target=book.network.complete)
    beside.start()
    mine = book.network.interactions
    beside.join()
    assert mine is book.network.interactions
    assert len(mine) == 3_000
    book.close()


def test_what_is_saved_before_it_is_read_is_all_there(large: Path) -> None:
    book = opened(large)
    book.commit(Change("Met", (Edit(None, person(99)),)))
    book.commit(Change("Called", (Edit(None, touch(9_999)),)))
    book.close()
    again = opened(large)
    assert len(again.network.interactions) == 3_001
    numbers = again._store.numbers("interactions")
    assert len(set(numbers.values())) == 3_001
    assert numbers["touch-9999"] == max(numbers.values())
    again.close()


def test_a_journal_with_changes_has_all_read_at_once(large: Path) -> None:
    book = opened(large)
    book.commit(Change("Called", (Edit(None, touch(9_999)),)))
    book.abandon()
    again = opened(large)
    assert is_read(again)
    assert "touch-9999" in again.network.interactions
    again.close()


def test_one_altered_byte_is_damage_as_ever(large: Path) -> None:
    raw = bytearray(large.read_bytes())
    place = raw.index(b'"day"', raw.index(b'"touch-2000"'))
    raw[place : place + 5] = b'"dax"'
    stamp = large.stat()
    large.write_bytes(raw)
    os.utime(large, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    with pytest.raises(Damaged):
        opened(large)


def test_fields_that_are_unknown_are_kept(large: Path) -> None:
    large.write_bytes(
        large.read_bytes().replace(b'"uid":"touch-2000"', b'"uid":"touch-2000","mood":"bright"')
    )
    opened(large, early=False).close()  # taken over: from here on the journal knows its bytes
    book = opened(large)
    assert not is_read(book)
    assert book.network.interactions["touch-2000"].extra == {"mood": "bright"}
    assert len(book.network.interactions) == 3_000
    book.close()


@pytest.mark.parametrize("twice", ["uid", "number"])
def test_records_that_share_a_uid_or_a_number_are_not_lost(large: Path, twice: str) -> None:
    raw = large.read_bytes()
    line, other = (
        next(it for it in raw.split(b"\n") if name in it) for name in (b'"touch-2000"', b'"touch-1999"')
    )
    if twice == "uid":
        altered = line.replace(b'"touch-2000"', b'"touch-1999"')
    else:
        altered = line.replace(line.split(b":")[0], other.split(b":")[0], 1)
    large.write_bytes(raw.replace(line, altered))
    whole = opened(large, early=False)
    found = dict(whole.network.interactions)
    whole.close()
    book = opened(large)
    assert not is_read(book)
    assert book.network.interactions == found
    book.commit(Change("Met", (Edit(None, person(99)),)))
    book.close()
    assert large.read_bytes().count(b'"touch-') == 3_000


def test_another_layout_is_read_whole(large: Path) -> None:
    large.write_text(json.dumps(json.loads(large.read_bytes()), indent=0))
    opened(large, early=False).close()
    book = opened(large)
    assert is_read(book)
    assert len(book.network.interactions) == 3_000
    book.close()
    assert journal_of(large).exists()
