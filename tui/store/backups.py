"""Dated backups beside the file: the last writing of each of the last days, then of each month, then of each year.

A backup is a second name for a writing that is just being replaced, so it costs no copying; the file itself
always becomes a new inode, and nothing that alters it afterwards reaches a backup.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec

from tui.paths import backups_of, previous_of
from tui.store.datafile import Contents, decode
from tui.store.disk import Disk

DAYS = 8
"""Days with a backup of their own: today and the last week's. Days on which nothing was written don't count."""
MONTHS = 12
"""Months before that, each with its last backup; of the years before, one each."""


class Backup(msgspec.Struct, frozen=True):
    """A copy of the file as it was last written on a day."""

    path: Path
    """Where it is."""
    day: dt.date | None
    """Day it was written; None where the copy does not say."""
    counts: dict[str, int]
    """Records in each table."""
    problem: str = ""
    """Why it can't be restored; empty if it can."""

    @property
    def records(self) -> int:
        """Number of records, what the file says of itself left out."""
        return sum(count for table, count in self.counts.items() if table != "meta")


def backups(path: Path, disk: Disk | None = None) -> list[Backup]:
    """Return what a network file can be restored from, newest first; each one was read whole."""
    disk = disk or Disk()
    dated = _dated(path)
    found = [_described(disk, copy, day) for day, copy in sorted(dated.items(), reverse=True)]
    if disk.stamp(previous_of(path)) is not None and not _is_among(disk, previous_of(path), dated.values()):
        found.insert(0, _described(disk, previous_of(path), None))
    return sorted(found, key=lambda backup: backup.day or dt.date.min, reverse=True)


def _is_among(disk: Disk, copy: Path, others: Iterable[Path]) -> bool:
    """Tell whether a copy is one of others, or the same byte for byte: where links are not to be had, it is."""
    stamp = disk.stamp(copy)
    for other in others:
        found = disk.stamp(other)
        if found == stamp:
            return True
        with contextlib.suppress(OSError):
            if found and stamp and found.size == stamp.size and disk.read(other) == disk.read(copy):
                return True
    return False


def contents_of(raw: bytes, name: str) -> Contents:
    """Read a data file's bytes by the fast way or the careful one."""
    contents = decode(raw)
    if contents is None:
        from tui.store.careful import parse, typed  # hardly any start needs these

        contents = typed(parse(raw, name))
    return contents


def keep(disk: Disk, path: Path, day: dt.date) -> None:
    """Keep the file as it is now, as the backup of a day, and remove backups that are too many.

    Raises:
        OSError: if it could not be kept.
    """
    folder = backups_of(path)
    disk.make_folder(folder)
    disk.link(path, folder / f"{day.isoformat()}.json")
    disk.sync_folder(folder)
    dated = _dated(path)
    for old in surplus(dated):
        with contextlib.suppress(OSError):
            disk.remove(dated[old])


def copy_to(path: Path, folder: Path, day: dt.date, *, again: bool, disk: Disk | None = None) -> None:
    """Copy a network file into a second folder, dated, and remove copies that are too many there.

    Args:
        path: the file, written whole.
        folder: where to; it must be there, since one that is missing is more often a disk that is not connected.
        day: the day of the copy.
        again: write the day's copy anew if there is one already.

    Raises:
        OSError: if it could not be written; a copy of before is as it was.
    """
    disk = disk or Disk()
    target = folder / f"{path.stem} {day.isoformat()}.json"
    if target.exists() and not again:
        return
    data = disk.read(path)
    if data is None:
        return
    step = target.with_name(target.name + ".new")
    disk.put(step, data)
    try:
        disk.replace(step, target)
    except OSError:
        disk.remove(step)
        raise
    disk.sync_folder(folder)
    dated = {}
    for copy in folder.iterdir():
        of = copy.stem[-10:]
        if copy.name != f"{path.stem} {of}.json":
            continue
        with contextlib.suppress(ValueError):
            dated[dt.date.fromisoformat(of)] = copy
    for old in surplus(dated):
        with contextlib.suppress(OSError):
            disk.remove(dated[old])


def surplus(days: Iterable[dt.date]) -> set[dt.date]:
    """Return the days whose backups are no longer wanted.

    Counts backups and not days passed, so that a clock that jumps years ahead removes none.
    """
    newest_first = sorted(days, reverse=True)
    kept = set(newest_first[:DAYS])
    months: dict[tuple[int, int], dt.date] = {}
    years: dict[int, dt.date] = {}
    for day in newest_first[DAYS:]:
        if len(months) < MONTHS or (day.year, day.month) in months:
            months.setdefault((day.year, day.month), day)
        else:
            years.setdefault(day.year, day)
    return set(newest_first) - kept - set(months.values()) - set(years.values())


def _dated(path: Path) -> dict[dt.date, Path]:
    found = {}
    with contextlib.suppress(OSError):
        for copy in backups_of(path).iterdir():
            with contextlib.suppress(ValueError):
                if copy.suffix == ".json":
                    found[dt.date.fromisoformat(copy.stem)] = copy
    return found


def _described(disk: Disk, copy: Path, day: dt.date | None) -> Backup:
    try:
        raw = disk.read(copy)
    except OSError as error:
        return Backup(copy, day, {}, str(error.strerror))
    if raw is None:
        return Backup(copy, day, {}, "it is gone")
    contents = contents_of(raw, copy.name)
    problem = str(contents.faults[0]) if contents.faults else ""
    return Backup(copy, contents.meta.written or day, contents.counts(), problem)
