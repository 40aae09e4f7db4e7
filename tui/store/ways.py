"""The ways in which a damaged file could be had back, the best first. Writes nothing."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from tui.model.codec import BadRecord
from tui.paths import old_journal_of, previous_of, real
from tui.store import journal
from tui.store.backups import Backup, backups, contents_of
from tui.store.datafile import Contents, resting_collector
from tui.store.disk import Disk
from tui.store.faults import changes, counted, record_count
from tui.store.journal import Entry, Reading
from tui.store.loading import Found, load, put_in

Kind = Literal["rebuild", "salvage", "take over", "restore"]


class Way(msgspec.Struct, frozen=True):
    """One way to have the network back."""

    kind: Kind
    """'rebuild' from the version before and the journals, 'salvage' what is whole, 'take over' the journal's
    changes too though another program altered the file, 'restore' a backup."""
    words: str
    """What would be done, as a sentence."""
    counts: dict[str, int]
    """Records in each table afterwards."""
    left: str = ""
    """What comes of the rest, as half a sentence ('the last changes are missing')."""
    whole: bool = False
    """True if nothing is missing."""
    backup: Path | None = None
    """The backup to restore."""
    because: str = ""
    """Why it is the best, as the end of a sentence; empty for all others."""

    @property
    def records(self) -> int:
        """Number of records, what the file says of itself left out."""
        return sum(count for table, count in self.counts.items() if table != "meta")


def ways(path: Path, disk: Disk | None = None) -> tuple[Way, ...]:
    """Return how a damaged file could be had back, the best first; nothing for one that is whole.

    Raises:
        OSError: if the file can't be read at all.
    """
    disk = disk or Disk()
    with resting_collector():
        return tuple(way for way, _ in offers(load(real(path), disk), disk))


Offer = tuple[Way, Callable[[], Contents]]
"""A way, and what the file would then hold; a backup is read when it is wanted."""


def offers(found: Found, disk: Disk, known: Sequence[Backup] | None = None) -> list[Offer]:
    """Return the ways there are with what each would give, the best first; nothing for a file that is whole.

    The backups are read, unless they are `known`.
    """
    if found.state != "damaged":
        return []
    own = _from_the_file(found, disk)
    known = backups(found.path, disk) if known is None else known
    copies = [_restoring(backup, disk) for backup in known if not backup.problem]
    ordered = _in_order(own, copies, _disagree(found))
    if ordered:
        best, contents = ordered[0]
        ordered[0] = msgspec.structs.replace(best, because=_why([way for way, _ in ordered])), contents
    return ordered


def restoring(backup: Backup) -> str:
    """Say what putting a backup in the file's place does."""
    day = f"of {backup.day.isoformat()}" if backup.day else "without a date"
    return f"Restore the backup {day}: {record_count(backup.records)}."


def _in_order(own: list[Offer], copies: list[Offer], disagree: bool) -> list[Offer]:
    """Return all ways, the best first: whatever gives all back, then whatever gives most, of that the newest.

    What is had from the file is newer than any copy, so it goes before the copies that hold no more than it. Among
    the copies the newer goes first though an older one holds more: each of them is whole, and what is gone in the
    newer one was taken out.
    """
    own.sort(key=lambda it: (disagree and it[0].kind != "take over", not it[0].whole, -it[0].records))
    ordered = list(copies)
    for place, (way, contents) in enumerate(own):
        fewer = (at for at, (it, _) in enumerate(ordered) if it.backup and it.records <= way.records)
        ordered.insert(place if disagree or way.whole else next(fewer, len(ordered)), (way, contents))
    return ordered


def _why(ordered: list[Way]) -> str:
    best = ordered[0]
    if len(ordered) == 1:
        return "there is no other way"
    if best.whole:
        return "nothing is missing then"
    if best.kind == "take over":
        return "it keeps the work of both"
    if best.kind != "restore":
        return "it is the newest, and no copy holds more"
    left = [way.records for way in ordered if way.kind != "restore"]
    if not left:
        return "it is the newest whole copy, and nothing in the file itself can be read"
    return f"it is the newest whole copy, and of the file itself only {record_count(max(left))} can be had"


def _disagree(found: Found) -> bool:
    """Tell whether all that is wrong is that another program wrote the file while changes waited in the journal."""
    return found.journal_state == "of another writing" and not found.contents.faults


def _from_the_file(found: Found, disk: Disk) -> list[Offer]:
    """Return what can be had without a backup of another day."""
    offered: list[Offer] = []
    rebuilt = _rebuilt(found, disk)
    if rebuilt is not None:
        contents, whole = rebuilt
        what = "nothing is missing" if whole else "the last changes are missing"
        edited = _was_edited(found)
        # What another program wrote is somebody's work as well.
        if _disagree(found):
            what += ", and what the other program changed is left out"
        elif edited:
            what += ", but what another program may have changed in it since is left out"
        whole = whole and not edited
        offered.append(
            (
                _way(
                    "rebuild",
                    "Rebuild it from the version before and the journals",
                    contents,
                    what,
                    whole=whole,
                ),
                lambda: contents,
            )
        )
    if found.contents.counts():
        offered += _salvaged(found)
    return offered


def _was_edited(found: Found) -> bool:
    """Tell whether somebody else may have written the file since Kith did: its date is none that Kith gave it."""
    reading = found.reading
    if found.stamp is None or not found.stamp.size or reading is None or reading.head is None:
        return False
    dates = [mark.mtime for mark in (reading.head, *reading.marks)]
    return all(dates) and found.stamp.mtime not in dates


def _salvaged(found: Found) -> list[Offer]:
    """Return what is whole; twice if the journal's changes may or may not be wanted."""
    contents = found.contents
    apart, waiting = found.journal_state == "of another writing", changes(len(found.waiting))
    left = "what is damaged is left out"
    if _disagree(found):
        left = f"the journal ({waiting}) is left out"
    elif apart:
        left = f"what is damaged and the journal ({waiting}) are left out"
    does = "Take the file as it is now" if _disagree(found) else "Keep what is whole"
    offered: list[Offer] = [(_way("salvage", does, contents, left), lambda: contents)]
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
        does = f"{does} with {waiting} from the journal on top"
        left = "where both altered a record, the journal's stands"
        offered.append((_way("take over", does, both, left), lambda: both))
    return offered


def _way(kind: Kind, does: str, contents: Contents, left: str, *, whole: bool = False) -> Way:
    counts = contents.counts()
    return Way(kind, f"{does}: {counted(counts)}; {left}.", counts, left, whole)


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


def _restoring(backup: Backup, disk: Disk) -> Offer:
    left = "what was changed after it is not in it"
    way = Way("restore", restoring(backup), backup.counts, left, backup=backup.path)
    return way, lambda: contents_of(disk.read(backup.path) or b"", backup.path.name)
