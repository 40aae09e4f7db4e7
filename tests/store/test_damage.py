"""Files cut short or with a byte flipped: told, never emptied, never lost without a word, nothing written."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import random
import shutil
from pathlib import Path

import pytest

from tests.store.damage import Everything, build, cut, flip, judge, rounds
from tests.store.helpers import (
    TODAY,
    FaultyDisk,
    Unplugged,
    add,
    everything,
    failing_from,
    healthy,
    let_go,
    open_book,
    reread,
    unplugged_at,
)
from tui.paths import backups_of, journal_of, old_journal_of, previous_of
from tui.store.book import Book, CannotOpen, Damaged, NotSaved
from tui.store.diagnosis import diagnose
from tui.store.repair import repair, restore
from tui.store.ways import ways


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Everything]:
    """Return a network file and what is in it."""
    return build(tmp_path_factory.mktemp("model") / "network.json")


@pytest.fixture
def copy(model: tuple[Path, Everything], tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    shutil.copytree(model[0].parent, folder, copy_function=shutil.copy2)
    return folder / model[0].name


def test_a_data_file_cut_anywhere_is_refused_and_had_back_whole(
    copy: Path, model: tuple[Path, Everything]
) -> None:
    raw, stamp = copy.read_bytes(), copy.stat()
    for size in [*range(0, len(raw) - 1, 37), len(raw) - 2]:
        copy.write_bytes(raw)
        os.utime(copy, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # no program did it: the disk lost a part
        cut(copy, size)
        assert judge(copy, model[1]) == "refused"
    best = ways(copy)[0]
    assert (best.kind, best.whole) == ("rebuild", True)
    done = repair(copy, TODAY)
    assert done.words == best.words
    assert (done.kept / copy.name).read_bytes() == raw[: len(raw) - 2]
    assert (done.kept / journal_of(copy).name).exists()
    assert reread(copy) == model[1]


def test_a_journal_cut_anywhere_is_told(copy: Path, model: tuple[Path, Everything]) -> None:
    raw = journal_of(copy).read_bytes()
    ends = [place + 1 for place, byte in enumerate(raw) if byte == ord("\n")]
    for size in range(len(raw)):
        if size in ends:
            continue  # between two lines: nobody can tell
        journal_of(copy).write_bytes(raw[:size])
        outcome = judge(copy, model[1])
        assert outcome == ("told" if size > ends[0] else "refused"), (
            "without its first line it belongs to nothing"
        )


def test_one_flipped_bit_in_the_data_file_is_never_silent(copy: Path, model: tuple[Path, Everything]) -> None:
    raw = copy.read_bytes()
    choose = random.Random(7)
    outcomes = set()
    for place in range(0, len(raw), 5):
        copy.write_bytes(raw)
        flip(copy, place, choose.randrange(8), quietly=bool(place % 2))
        outcomes.add(judge(copy, model[1]))
    assert outcomes == {"refused"}, "the journal holds changes for the file as it was"
    copy.write_bytes(raw)
    copy.unlink()
    assert judge(copy, model[1]) == "refused", "never an empty start"


def test_one_flipped_bit_in_a_file_closed_cleanly_is_never_silent(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    book = open_book(path)
    for number in range(4):
        add(book, number, notes="met on the ferry")
    expected = everything(book.network)
    book.close()
    raw, stamp = path.read_bytes(), path.stat()
    for place in range(0, len(raw), 3):
        for quietly in (False, True):
            path.write_bytes(raw)
            os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
            flip(path, place, place % 7, quietly=quietly)
            outcome = judge(path, expected)
            assert outcome == "refused" if quietly else outcome in ("refused", "told", "whole")
            if outcome == "whole":
                assert open_book(path, read_only=True).notices


def test_one_flipped_bit_in_the_journal_is_never_silent(copy: Path, model: tuple[Path, Everything]) -> None:
    raw = journal_of(copy).read_bytes()
    last = raw.rindex(b"\n", 0, len(raw) - 1)
    for place in range(len(raw)):
        journal_of(copy).write_bytes(raw)
        flip(journal_of(copy), place, place % 8, quietly=False)
        outcome = judge(copy, model[1])
        assert outcome == "refused" if place < last else outcome in ("told", "refused"), place


def test_both_files_damaged_at_random_never_crash(copy: Path, model: tuple[Path, Everything]) -> None:
    choose = random.Random(11)
    files = (copy, journal_of(copy))
    raws = [file.read_bytes() for file in files]
    for _ in range(60):
        for file, raw in zip(files, raws, strict=True):
            spoilt = bytearray(raw)
            for _ in range(choose.randrange(1, 4)):
                place = choose.randrange(len(spoilt))
                spoilt[place : place + choose.choice((0, 1, 40))] = choose.randbytes(
                    choose.choice((0, 1, 30))
                )
            file.write_bytes(spoilt)
        judge(copy, model[1])
        diagnose(copy)
        for way in ways(copy):
            assert way.words


def test_damage_at_random_is_never_silent(copy: Path, model: tuple[Path, Everything]) -> None:
    outcomes = rounds(copy, model[1], 60, seed=5)
    assert sum(outcomes.values()) == 60
    assert outcomes["refused"] > 30


def test_a_bad_record_is_named_and_the_rest_is_whole(copy: Path) -> None:
    raw = copy.read_bytes()
    copy.write_bytes(raw.replace(b'"uid":"c-2",', b'"uid":"c-2","tier":"bosom",'))
    with pytest.raises(Damaged) as caught:
        open_book(copy)
    faults = [str(fault) for fault in caught.value.diagnosis.faults]
    assert faults[0] == "contacts, document 3 (José Álvarez 2, c-2): field tier: it can't be 'bosom'"
    assert caught.value.diagnosis.counts["contacts"] == 8
    assert "last good backup is of 2026-11-21 (6 records)" in str(caught.value)


def test_what_somebody_wrote_into_the_file_is_not_said_to_be_kept_by_rebuilding_it(copy: Path) -> None:
    """A slip in an editor: what else was written there is in no copy of Kith's."""
    raw = copy.read_bytes()
    copy.write_bytes(
        raw.replace(b'"uid":"c-2",', b'"uid":"c-2","tier":"bosom",').replace(b"lvarez 1", b"lvares 1")
    )
    rebuild = next(way for way in ways(copy) if way.kind == "rebuild")
    assert not rebuild.whole
    assert rebuild.words.endswith("but what another program may have changed in it since is left out.")
    (kept,) = [file for file in repair(copy, TODAY, rebuild).kept.iterdir() if file.name == copy.name]
    assert b"lvares 1" in kept.read_bytes()


def test_doctor_says_how_old_each_backup_is_and_where_nothing_is_left_what_to_do(
    copy: Path, tmp_path: Path
) -> None:
    said = "\n".join(diagnose(copy).lines(TODAY + dt.timedelta(days=3)))
    assert f"backup: {TODAY}, 3 days ago, 6 records, " in said
    empty = tmp_path / "empty.json"
    empty.touch()
    with pytest.raises(Damaged, match="nothing to recover: put a copy in its place, or move it away"):
        open_book(empty)
    assert ways(empty) == ()


def test_a_copy_that_is_there_twice_is_offered_once(copy: Path) -> None:
    """Where links are not to be had, `.bak` and the day's backup are files of their own."""
    before = diagnose(copy).backups
    raw = previous_of(copy).read_bytes()
    previous_of(copy).unlink()
    previous_of(copy).write_bytes(raw)
    assert diagnose(copy).backups == before
    previous_of(copy).write_bytes(raw.replace(b"c-5", b"c-9"))
    assert len(diagnose(copy).backups) == len(before) + 1


def test_salvage_keeps_what_is_whole_where_nothing_else_is_left(copy: Path) -> None:
    raw = copy.read_bytes()
    place = raw.index(b'"uid":"c-4"')
    copy.write_bytes(raw[:place])
    journal_of(copy).unlink()
    previous_of(copy).unlink()
    shutil.rmtree(backups_of(copy))
    (only,) = ways(copy)
    assert only.kind == "salvage"
    assert only.counts["contacts"] == 4
    repair(copy, TODAY)
    assert list(reread(copy)["contacts"]) == ["c-0", "c-1", "c-2", "c-3"]


def test_a_bad_line_in_the_middle_of_the_journal_loses_that_change_alone(copy: Path) -> None:
    raw = journal_of(copy).read_bytes()
    flip(journal_of(copy), raw.index(b'"uid":"c-7"'), 0, quietly=False)
    with pytest.raises(Damaged, match="line 3"):
        open_book(copy)
    assert repair(copy, TODAY).counts["contacts"] == 8
    assert set(reread(copy)["contacts"]) == {f"c-{number}" for number in range(9)} - {"c-7"}


def test_a_torn_line_is_kept_aside_and_the_file_goes_on(copy: Path) -> None:
    raw = journal_of(copy).read_bytes()
    journal_of(copy).write_bytes(raw[:-9])
    book = open_book(copy)
    assert "cut short" in book.notices[0]
    add(book, 20)
    expected = everything(book.network)
    let_go(book)
    assert journal_of(copy).with_name("network.json.journal.aside").read_bytes()
    assert reread(copy) == expected
    assert set(expected["contacts"]) == {"c-20", *(f"c-{number}" for number in range(8))}


def test_restoring_a_backup_keeps_a_copy_of_everything(copy: Path) -> None:
    before = copy.read_bytes(), journal_of(copy).read_bytes()
    backup = diagnose(copy).backups[0]
    assert (backup.day, backup.counts["contacts"], backup.problem) == (TODAY, 6, "")
    done = restore(copy, backup, TODAY)
    assert ((done.kept / copy.name).read_bytes(), (done.kept / journal_of(copy).name).read_bytes()) == before
    found = reread(copy)
    assert len(found["contacts"]) == 6
    assert not found["interactions"]


def test_a_repair_that_is_interrupted_can_be_done_again(copy: Path, model: tuple[Path, Everything]) -> None:
    copy.write_bytes(copy.read_bytes()[:300])
    broken = {file: file.read_bytes() for file in copy.parent.iterdir() if file.is_file()}
    counted = FaultyDisk(healthy)
    repair(copy, TODAY, disk=counted)
    for place in range(len(counted.steps)):
        for file, raw in broken.items():
            file.write_bytes(raw)
        with contextlib.suppress(Unplugged):
            repair(copy, TODAY, disk=FaultyDisk(unplugged_at(place)))
        state = diagnose(copy).state
        if state == "whole":
            assert reread(copy) == model[1]
        else:
            kept = [file.read_bytes() for file in backups_of(copy).rglob("kept-*/*.journal")]
            assert journal_of(copy).exists() or broken[journal_of(copy)] in kept
            assert ways(copy)


def test_a_repair_on_a_full_disk_says_so_and_leaves_the_file(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:300])
    before = copy.read_bytes(), journal_of(copy).read_bytes()
    with pytest.raises(NotSaved, match="was not recovered: the disk is full"):
        repair(copy, TODAY, disk=FaultyDisk(failing_from(0)))
    assert (copy.read_bytes(), journal_of(copy).read_bytes()) == before
    assert not any(file.is_file() for file in backups_of(copy).rglob("kept-*/*")), (
        "nothing half written is left"
    )


@pytest.mark.parametrize("step", ["write", "sync"])
def test_a_copy_that_could_not_be_made_leaves_nothing_half_written(tmp_path: Path, step: str) -> None:
    def fail(_number: int, name: str) -> None:
        if name == step:
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        FaultyDisk(fail).put(tmp_path / "copy", b"a whole network")
    assert not list(tmp_path.iterdir())


def test_after_a_repair_no_journal_of_before_is_taken_for_what_led_to_it(copy: Path) -> None:
    assert old_journal_of(copy).exists()
    restore(copy, diagnose(copy).backups[0], TODAY)
    assert not old_journal_of(copy).exists()
    copy.write_bytes(copy.read_bytes()[:300])
    assert "rebuild" not in {way.kind for way in ways(copy)}


def test_a_repair_cut_short_once_the_new_file_is_there_leaves_it_to_be_opened(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:300])
    way = next(way for way in ways(copy) if way.kind == "restore")
    broken = {file: file.read_bytes() for file in copy.parent.iterdir() if file.is_file()}
    counted = FaultyDisk(healthy)
    repair(copy, TODAY, way, disk=counted)
    placed = (
        len(counted.steps) - 1 - counted.steps[::-1].index("replace", counted.steps[::-1].index("create"))
    )
    for file, raw in broken.items():
        file.write_bytes(raw)
    with contextlib.suppress(Unplugged):
        repair(copy, TODAY, way, disk=FaultyDisk(unplugged_at(placed + 1)))
    assert diagnose(copy).state == "whole"
    assert len(reread(copy)["contacts"]) == way.counts["contacts"]


def test_a_line_missing_in_the_journal_is_noticed(copy: Path) -> None:
    lines = journal_of(copy).read_bytes().splitlines(keepends=True)
    journal_of(copy).write_bytes(b"".join(lines[:2] + lines[3:]))
    with pytest.raises(Damaged, match="line 3: change 13 follows change 11"):
        open_book(copy)


def test_nothing_is_repaired_while_another_kith_has_the_file(copy: Path) -> None:
    book = open_book(copy)
    with pytest.raises(CannotOpen, match="Another Kith"):
        restore(copy, diagnose(copy).backups[0], TODAY)
    book.close()


def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    path.write_text('{"meta": {"1": {"uid": "meta", "version": 2, "shape": "round"}}, "contacts": {}}')
    with pytest.raises(Damaged, match=r"format version 2.*Update Kith"):
        open_book(path)
    assert ways(path) == ()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (bytes(4096), "it is empty"),
        (b"[1, 2]", "no TinyDB file"),
        (b'{"contacts": [1]}', "contacts: it is no table"),
        (b'{"contacts": {"1": 5}}', "contacts, document 1"),
        (b"name,email\nMaya,maya@acme.example\n", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        ("{}".encode("utf-16"), "a byte there is no text"),
        (b'{"contacts": {"1": {"uid": "a", "name": "A", "name": "B"}}}', "field name: it stands there twice"),
        (b'{"contacts": {"1": {"name": "A"}}}', "missing required field `uid`"),
        (b'{"contacts": {"1": {"uid": "", "name": "A"}}}', "field uid: it is empty"),
    ],
)
def test_what_is_no_network_is_refused_in_words(tmp_path: Path, raw: bytes, why: str) -> None:
    path = tmp_path / "network.json"
    path.write_bytes(raw)
    with pytest.raises(Damaged) as caught:
        open_book(path)
    assert why in str(caught.value)
    assert path.read_bytes() == raw


def test_a_folder_or_a_device_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="is a folder"):
        Book.open(tmp_path, TODAY)
    with pytest.raises(CannotOpen, match="is a device"):
        Book.open(Path(os.devnull), TODAY)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(CannotOpen):
        Book.open(tmp_path / "loop", TODAY)
