"""Having a network back: what can be done with a damaged file, and doing it. A copy of everything is kept first."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from tui.paths import backups_of, beside, journal_of, old_journal_of, previous_of, real
from tui.store.backups import Backup, contents_of
from tui.store.checkpoint import Snapshot, new_of, write_new
from tui.store.datafile import resting_collector
from tui.store.disk import Disk
from tui.store.faults import CannotOpen, NotSaved, cause
from tui.store.journal_file import Journal
from tui.store.loading import load
from tui.store.lock import Lock, Taken
from tui.store.ways import Way, offers, restoring


class Recovery(msgspec.Struct, frozen=True):
    """What was done."""

    words: str
    """As a sentence."""
    kept: Path
    """Folder with a copy of everything as it was before."""
    counts: dict[str, int]
    """Records in each table now."""


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
        with resting_collector():
            found = load(path, disk)
            offered = offers(found, disk)
        chosen = next((offer for offer in offered if way in (None, offer[0])), None)
        if chosen is None:
            raise CannotOpen(
                f"{path}: there is nothing to repair, or not in that way any more. Nothing was written."
            )
        way, contents = chosen[0], chosen[1]()
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
        return _carry_out(disk, path, restoring(backup), Snapshot.of(contents, contents.highest(), 0, today))
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
        raise CannotOpen(
            f"{path.parent} can't be written: {cause(error)}. Nothing was written. "
            "Copy the file and all that stands beside it to a place of your own, and open it there."
        ) from error


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
