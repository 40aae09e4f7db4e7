"""Every place at which the store touches the disk refuses once, or from then on: nothing is lost, and it is told.

The list of places is part of the test: a new one has to be written down here, and then it is made to fail too.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.helpers import (
    TODAY,
    FaultyDisk,
    Unplugged,
    add,
    everything,
    healthy,
    let_go,
    lines_of,
    open_book,
    person,
    reread,
    unplugged_at,
)
from tui.model.change import Change, Edit
from tui.paths import backups_of, beside, journal_of, previous_of
from tui.store import migrations
from tui.store.backups import copy_to
from tui.store.book import Book, NotSaved, ReadOnly
from tui.store.careful import Pairs
from tui.store.journal import Mark, line_of, payload_of

NEW, JOURNAL, NEXT = "network.json.tmp", "network.json.journal", "network.json.journal.tmp"
BEFORE, FOLDER, DATED = "network.json.journal.bak", "place", "network.json.backups"
SAVING = {
    f"write {JOURNAL}",
    f"sync {JOURNAL}",
    f"create {NEW}",
    f"write {NEW}",
    f"sync {NEW}",
    "link network.json.bak",
    "replace network.json.bak",
    f"make_folder {DATED}",
    f"link {TODAY}.json",
    f"replace {TODAY}.json",
    f"sync_folder {DATED}",
    "replace network.json",
    f"sync_folder {FOLDER}",
    f"link {BEFORE}",
    f"replace {BEFORE}",
    f"create {NEXT}",
    f"write {NEXT}",
    f"sync {NEXT}",
    f"replace {JOURNAL}",
}
"""What adding people, two checkpoints and closing do."""
TIDYING = {f"remove {NEW}", f"cut {JOURNAL}"}
"""What they do besides, whose failing costs nothing."""
REFUSALS = [errno.ENOSPC, errno.EIO, errno.EROFS]


def work(book: Book, acknowledged: list[str]) -> None:
    for number in range(7):
        with contextlib.suppress(NotSaved, ReadOnly):
            acknowledged.append(add(book, number).uid)
        if number in (2, 4):
            book.checkpoint()


def refusing(disk: FaultyDisk, site: str, number: int, *, once: bool) -> Callable[[int, str], None]:
    """Refuse at a place when it is come to for the second time, once or from then on; a folder is made but once."""
    first = 1 if site.startswith("make_folder") else 2
    seen = 0

    def fail(_step: int, _name: str) -> None:
        nonlocal seen
        if disk.sites[-1] == site:
            seen += 1
            if seen == first or (seen > first and not once):
                raise OSError(number, os.strerror(number))

    return fail


def test_the_places_are_these(tmp_path: Path) -> None:
    path = tmp_path / "disk" / FOLDER / "network.json"
    path.parent.parent.mkdir()
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    work(book, [])
    book.close()
    assert set(disk.sites) == SAVING | TIDYING | {f"make_folder {FOLDER}", "sync_folder disk"}


@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
@pytest.mark.parametrize("site", sorted(SAVING | TIDYING))
def test_a_place_that_refuses_loses_nothing(tmp_path: Path, site: str, once: bool) -> None:
    for number in REFUSALS:
        path = tmp_path / str(number) / FOLDER / "network.json"
        open_book(path).close()
        first = open_book(path)
        add(first, 100)
        first.checkpoint()
        add(first, 101)
        first.close()
        disk = FaultyDisk(healthy)
        book = open_book(path, disk)
        disk.fail = refusing(disk, site, number, once=once)
        if site.startswith(f"make_folder {DATED}"):
            backups_of(path).rename(tmp_path / str(number) / "backups")
        acknowledged: list[str] = []
        work(book, acknowledged)
        let_go(book)
        # Whoever comes next finds all that was acknowledged, in order, and goes on.
        found = list(reread(path)["contacts"])
        assert [uid for uid in found if uid in acknowledged] == acknowledged, number
        assert {"c-100", "c-101"} <= set(found)
        last = open_book(path)
        assert not last.read_only
        add(last, 200)
        last.close()
        left = {file.name for file in path.parent.iterdir()}
        assert not {it for it in left if it.endswith((".tmp", ".new"))}


@pytest.mark.parametrize("site", sorted(SAVING))
def test_what_was_refused_is_told_and_saved_once_there_is_room(tmp_path: Path, site: str) -> None:
    path = tmp_path / FOLDER / "network.json"
    book = open_book(path)
    add(book, 100)
    book.close()
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    disk.fail = refusing(disk, site, errno.ENOSPC, once=False)
    work(book, [])
    work_left = dict(book.network.contacts)
    told = book.unsaved or book.trouble or book.read_only
    assert told, "a refusal is never silent"
    disk.fail = healthy
    if not book.read_only:  # after a sync that failed nothing more is written there
        book.close()
        assert (book.unsaved, book.trouble) == ("", "")
        assert dict(reread(path)["contacts"]) == work_left
    else:
        assert "did not confirm" in book.read_only
        book.abandon()


def test_a_disk_that_turns_read_only_loses_nothing_and_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "network.json"
    disk = FaultyDisk(healthy)
    book = open_book(path, disk)
    add(book, 0)
    add(book, 1)

    def refuse(_step: int, _name: str) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    disk.fail = refuse
    with pytest.raises(NotSaved, match="can only be read"):
        add(book, 2)
    with pytest.raises(NotSaved, match="can only be read"):
        book.close()
    book.checkpoint()
    book.abandon()
    assert list(reread(path)["contacts"]) == ["c-0", "c-1"]


# Opening


def torn(path: Path) -> dict[str, object]:
    """Leave a file whose last line was cut short; return who is in the others."""
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    add(book, 2)
    let_go(book)
    journal_of(path).write_bytes(b"".join(lines_of(journal_of(path)))[:-9])
    return {"c-0": person(0), "c-1": person(1)}


def replaced(path: Path) -> dict[str, object]:
    """Leave a file that another program wrote, with a journal for the one before."""
    book = open_book(path)
    add(book, 0)
    book.close()
    path.write_text(path.read_text().replace("lvarez 0", "lvares 0"), encoding="ascii")
    return {"c-0": person(0)}


def older(path: Path) -> dict[str, object]:
    """Leave a file of an older version with a change in its journal."""
    book = open_book(path)
    add(book, 0)
    let_go(book)
    raw = path.read_bytes().replace(b'"uid":"meta",', b'"uid":"meta","version":0,')
    raw = raw.replace(b'"name"', b'"fullname"')
    path.write_bytes(raw)
    generation = raw.split(b'"generation":"')[1][:32].decode()
    payload = payload_of(Change("Added", (Edit(None, person(1)),)), 2).replace(b'"name"', b'"fullname"')
    head = Mark(generation, 1, len(raw), zlib.crc32(raw))
    lines = line_of(head, 0) + line_of(payload, zlib.crc32(generation.encode()))
    journal_of(path).write_bytes(lines)
    return {"c-0": person(0), "c-1": person(1)}


def _from_zero(tables: dict[str, Pairs]) -> dict[str, Pairs]:
    for _, row in tables["contacts"]:
        row["name"] = row.pop("fullname")
    return tables


LEFT = [torn, replaced, older]


@pytest.fixture(autouse=True)
def _a_version_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", {0: _from_zero})


def steps_of_opening(leave: Callable[[Path], object], folder: Path) -> list[str]:
    path = folder / "counted" / FOLDER / "network.json"
    leave(path)
    disk = FaultyDisk(healthy)
    let_go(open_book(path, disk))
    assert len(disk.sites) > 4
    return disk.sites


@pytest.mark.parametrize("leave", LEFT)
@pytest.mark.parametrize("number", REFUSALS)
def test_a_disk_that_refuses_while_opening_shows_what_is_there(
    tmp_path: Path, leave: Callable[[Path], dict[str, object]], number: int
) -> None:
    for place, site in enumerate(steps_of_opening(leave, tmp_path)):
        path = tmp_path / f"at-{place}" / FOLDER / "network.json"
        expected = leave(path)

        def fail(step: int, _name: str, place: int = place) -> None:
            if step >= place:
                raise OSError(number, os.strerror(number))

        book = open_book(path, FaultyDisk(fail))
        assert list(book.network.contacts) == list(expected), site
        assert str(path.parent) in (book.read_only or book.trouble), site
        if book.read_only:
            with pytest.raises(ReadOnly):
                add(book, 9)
        book.abandon()
        assert list(reread(path)["contacts"]) == list(expected), site


@pytest.mark.parametrize("leave", LEFT)
def test_a_plug_pulled_while_opening_loses_nothing(
    tmp_path: Path, leave: Callable[[Path], dict[str, object]]
) -> None:
    for place, site in enumerate(steps_of_opening(leave, tmp_path)):
        path = tmp_path / f"at-{place}" / FOLDER / "network.json"
        expected = leave(path)
        with contextlib.suppress(Unplugged):
            let_go(open_book(path, FaultyDisk(unplugged_at(place))))
        assert list(reread(path)["contacts"]) == list(expected), site


def test_what_was_cut_short_is_said_to_be_kept_only_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    torn(path)
    looking = open_book(path, read_only=True)
    assert "cut short" in looking.notices[0]
    assert "kept" not in looking.notices[0]
    assert not beside(journal_of(path), ".aside").exists()
    for times in (1, 2):
        book = open_book(path)
        assert "What is left of it is kept in network.json.journal.aside." in book.notices[0]
        add(book, 7 + times)
        let_go(book)
        journal_of(path).write_bytes(b"".join(lines_of(journal_of(path)))[:-9])
        assert len(beside(journal_of(path), ".aside").read_bytes().splitlines()) == times


# The second folder


def test_a_second_folder_that_refuses_keeps_the_copy_of_before(tmp_path: Path) -> None:
    path, folder = tmp_path / FOLDER / "network.json", tmp_path / "stick"
    folder.mkdir()
    book = open_book(path)
    add(book, 0)
    book.close()
    counted = FaultyDisk(healthy)
    copy_to(path, folder, TODAY, again=True, disk=counted)
    before = (folder / f"network {TODAY}.json").read_bytes()
    assert before == path.read_bytes()
    book = open_book(path)
    add(book, 1)
    book.close()
    for place, site in enumerate(counted.sites):

        def fail(step: int, _name: str, place: int = place) -> None:
            if step == place:
                raise OSError(errno.ENOSPC, "full")

        with pytest.raises(OSError, match="full"):
            copy_to(path, folder, TODAY, again=True, disk=FaultyDisk(fail))
        (copy,) = folder.glob("*.json")
        assert copy.read_bytes() in (before, path.read_bytes()), site
        if not site.startswith("sync_folder"):
            assert copy.read_bytes() == before, site
        assert [file.name for file in folder.iterdir()] == [copy.name], site


def test_two_networks_share_a_second_folder(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    days = [TODAY - dt.timedelta(days=number) for number in range(20)]
    for name in ("network.json", "network work.json"):
        book = open_book(tmp_path / name)
        add(book, 0, name=name)
        book.close()
    for day in reversed(days):
        copy_to(tmp_path / "network work.json", folder, day, again=True)
    kept = sorted(file.name for file in folder.iterdir())
    for day in reversed(days):
        copy_to(tmp_path / "network.json", folder, day, again=True)
    assert sorted(file.name for file in folder.glob("network work *")) == kept
    assert all(b"network work" in file.read_bytes() for file in folder.glob("network work *"))


def test_everything_is_there_after_the_folder_of_backups_was_taken_away(tmp_path: Path) -> None:
    import shutil

    path = tmp_path / FOLDER / "network.json"
    book = open_book(path)
    add(book, 0)
    add(book, 1)
    book.checkpoint()
    shutil.rmtree(backups_of(path))
    previous_of(path).unlink()
    add(book, 2)
    expected = everything(book.network)
    book.close()
    assert reread(path) == expected
    assert previous_of(path).exists()
    assert list(backups_of(path).iterdir())
