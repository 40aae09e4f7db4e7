"""Having a network back: what can be done with a damaged file, and doing it. A copy of everything is kept first."""

from __future__ import annotations

import datetime as dt
import zlib
from pathlib import Path
from typing import Literal

import msgspec

from tui.model.codec import BadRecord
from tui.paths import backups_of, beside, journal_of, old_journal_of, previous_of, real
from tui.store import journal
from tui.store.backups import Backup, backups, contents_of
from tui.store.checkpoint import Snapshot, new_of, write_new
from tui.store.datafile import Contents
from tui.store.disk import Disk
from tui.store.faults import CannotOpen, NotSaved, cause, changes, counted, record_count
from tui.store.journal import Entry, Reading
from tui.store.journal_file import Journal
from tui.store.loading import Found, load, put_in
from tui.store.lock import Lock, Taken

Kind = Literal["rebuild", "salvage", "take over", "restore"]


class Way(msgspec.Struct, frozen=True):
    """One way to have the network back."""

    kind: Kind
    """'rebuild' from the writing before and the journals, 'salvage' what is whole, 'take over' the journal's
    changes too though another program altered the file, 'restore' a backup."""
    words: str
    """What would be done, as a sentence."""
    counts: dict[str, int]
    """Records in each table afterwards."""
    whole: bool = False
    """True if nothing is missing."""
    backup: Path | None = None
    """The backup to restore."""

    @property
    def records(self) -> int:
        """Number of records, what the file says of itself left out."""
        return sum(count for table, count in self.counts.items() if table != "meta")


class Recovery(msgspec.Struct, frozen=True):
    """What was done."""

    words: str
    """As a sentence."""
    kept: Path
    """Folder with a copy of everything as it was before."""
    counts: dict[str, int]
    """Records in each table now."""


def ways(path: Path, disk: Disk | None = None) -> tuple[Way, ...]:
    """Return how a damaged file could be had back, the best first; nothing for one that is whole.

    Raises:
        OSError: if the file can't be read at all.
    """
    disk = disk or Disk()
    path = real(path)
    return tuple(way for way, _ in _ways(load(path, disk), disk))


def repair(path: Path, today: dt.date, way: Way | None = None, disk: Disk | None = None) -> Recovery:
    """Have a damaged file back in one of its `ways`; in the best, if none is named.

    Raises:
        CannotOpen: if there is no such way any more, or another Kith has the file open; nothing was written.
        NotSaved: if the disk refused; a copy of everything is kept.
    """
    disk = disk or Disk()
    path = real(path)
    lock = _take(path)
    try:
        found = load(path, disk)
        offered = _ways(found, disk)
        if way is None and offered:
            way = offered[0][0]
        contents = next((contents for offer, contents in offered if offer == way), None)
        if way is None or contents is None:
            raise CannotOpen(
                f"{path}: there is nothing to repair, or not in that way any more. Nothing was written."
            )
        last = found.reading.last if found.reading else 0
        return _carry_out(disk, path, way.words, Snapshot.of(contents, contents.highest(), last, today))
    finally:
        lock.release()


def restore(path: Path, backup: Backup, today: dt.date, disk: Disk | None = None) -> Recovery:
    """Put a backup in place of the file, damaged or whole.

    Raises:
        CannotOpen: if the backup is not whole, or another Kith has the file open; nothing was written.
        NotSaved: if the disk refused; a copy of everything is kept.
    """
    disk = disk or Disk()
    path = real(path)
    lock = _take(path)
    try:
        contents = contents_of(disk.read(backup.path) or b"", backup.path.name)
        if contents.faults:
            raise CannotOpen(f"{backup.path} can't be restored: {contents.faults[0]}. Choose another backup.")
        return _carry_out(disk, path, _restoring(backup), Snapshot.of(contents, contents.highest(), 0, today))
    finally:
        lock.release()


def _take(path: Path) -> Lock:
    try:
        return Lock(path)
    except Taken:
        raise CannotOpen(
            f"Another Kith has {path} open. Close it, and try again; nothing was written."
        ) from None
    except OSError as error:
        raise CannotOpen(f"{path.parent} can't be written: {cause(error)}. Nothing was written.") from error


def _carry_out(disk: Disk, path: Path, words: str, snapshot: Snapshot) -> Recovery:
    try:
        kept = _keep_everything(path, snapshot.day, disk)
        counts = snapshot.contents.counts()
        mark = write_new(disk, path, snapshot)
        # The journals go first: with the new file they would be of another writing, and ask again what to do.
        disk.remove(journal_of(path))
        disk.remove(old_journal_of(path))
        disk.replace(new_of(path), path)
        disk.sync_folder(path.parent)
        Journal.start(disk, journal_of(path), mark).close()
        disk.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(
            f"{path} was not recovered: {cause(error)}. Free or mend the disk, and try again."
        ) from error
    return Recovery(words, kept, counts)


def _keep_everything(path: Path, today: dt.date, disk: Disk) -> Path:
    """Copy the file and all beside it into a folder of its own."""
    number = 1
    while (folder := backups_of(path) / f"kept-{today.isoformat()}-{number}").exists():
        number += 1
    disk.make_folder(folder)
    aside = beside(journal_of(path), ".aside")
    for file in (path, journal_of(path), previous_of(path), old_journal_of(path), aside):
        if disk.stamp(file) is not None:
            disk.copy(file, folder / file.name)
    disk.sync_folder(folder)
    return folder


def _ways(found: Found, disk: Disk) -> list[tuple[Way, Contents]]:
    if found.state != "damaged":
        return []
    offered: list[tuple[Way, Contents]] = []
    foreign = found.journal_state == "of another writing" and not found.contents.faults
    rebuilt = _rebuilt(found, disk)
    if rebuilt is not None:
        contents, whole = rebuilt
        what = "nothing is missing" if whole else "the last changes are missing"
        edited = _was_edited(found)
        if foreign:
            what += ", and what the other program changed is left out"
        elif edited:
            what += ", but what another program may have changed in it since is left out"
        whole = whole and not edited
        words = f"Rebuild it from the writing before and the journals: {counted(contents.counts())}; {what}."
        offered.append((Way("rebuild", words, contents.counts(), whole), contents))
    if found.contents.counts():
        offered += _salvaged(found)
    # What another program wrote is somebody's work as well: the way that keeps both comes first.
    offered.sort(
        key=lambda offer: (foreign and offer[0].kind != "take over", not offer[0].whole, -offer[0].records)
    )
    for backup in backups(found.path, disk):
        if not backup.problem:
            contents = contents_of(disk.read(backup.path) or b"", backup.path.name)
            offered.append(
                (Way("restore", _restoring(backup), contents.counts(), backup=backup.path), contents)
            )
    return offered


def _was_edited(found: Found) -> bool:
    """Tell whether somebody else has written the file since Kith did: its date is none that Kith gave it."""
    reading = found.reading
    if found.stamp is None or reading is None or reading.head is None:
        return False
    dates = [mark.mtime for mark in (reading.head, *reading.marks)]
    return all(dates) and found.stamp.mtime not in dates


def _salvaged(found: Found) -> list[tuple[Way, Contents]]:
    """Return what is whole; twice if the journal's changes may or may not be wanted."""
    contents = found.contents
    apart = found.journal_state == "of another writing"
    words = f"Keep what is whole: {counted(contents.counts())}; what is damaged is left out."
    if apart:
        left = f"the journal ({changes(len(found.waiting))}) is left out"
        words = f"Take the file as it is now: {counted(contents.counts())}; {left}."
    offered = [(Way("salvage", words, contents.counts()), contents)]
    if apart:
        both = msgspec.structs.replace(
            contents,
            rows={table: dict(rows) for table, rows in contents.rows.items()},
            numbers={table: dict(numbers) for table, numbers in contents.numbers.items()},
        )
        try:
            put_in(both, found.waiting)
        except BadRecord:
            return offered
        words = (
            f"Take the file as it is now with {changes(len(found.waiting))} from the journal on top: "
            f"{counted(both.counts())}; "
            "where both altered a record, the journal's stands."
        )
        offered.append((Way("take over", words, both.counts()), both))
    return offered


def _rebuilt(found: Found, disk: Disk) -> tuple[Contents, bool] | None:
    """Return what `.bak` and the journals make, and whether nothing is missing."""
    raw, lines = disk.read(previous_of(found.path)), disk.read(old_journal_of(found.path))
    if raw is None:
        return None
    contents = contents_of(raw, previous_of(found.path).name)
    if contents.faults:
        return None
    readings = [journal.read(lines or b""), *([found.reading] if found.reading else [])]
    known = [
        mark
        for reading in readings
        if (mark := reading.find(contents.meta.generation))
        and (mark.size, mark.crc) == (len(raw), zlib.crc32(raw))
    ]
    if not known:
        return None
    entries = _chain(readings, known[0].through)
    try:
        put_in(contents, entries)
    except BadRecord:
        return None
    reached = entries[-1].number if entries else known[0].through
    now = found.reading
    whole = bool(now and now.head and not now.bad and not now.torn and reached == now.last)
    return contents, whole


def _chain(readings: list[Reading], number: int) -> tuple[Entry, ...]:
    """Return the changes behind one as long as none is missing, from journals of which one follows the other."""
    before, *now = readings
    follows = [
        reading
        for reading in now
        # The very mark: after an edit by another program the generation is the same, and the numbers begin anew.
        if reading.head and (before.find(reading.head.generation) == reading.head or not before.head)
    ]
    by_number = {entry.number: entry for reading in (before, *follows) for entry in reading.entries}
    chain = []
    while (entry := by_number.get(number + 1)) is not None:
        chain.append(entry)
        number += 1
    return tuple(chain)


def _restoring(backup: Backup) -> str:
    day = f"of {backup.day.isoformat()}" if backup.day else "without a date"
    return f"Restore the backup {day}: {record_count(backup.records)}."
