"""What is wrong with a file, what is whole, and what it can be had back from. Writes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from tui.model.base import Record
from tui.model.records import Contact, Event, FollowUp, Interaction, Introduction, Share
from tui.paths import backups_of, journal_of, real
from tui.rules.phrases import ago
from tui.store.backups import Backup, backups
from tui.store.datafile import Fault, resting_collector
from tui.store.disk import Disk
from tui.store.faults import cause, changes, counted, record_count
from tui.store.loading import Found, JournalState, State, load
from tui.store.ways import Way, offers

_SHOWN = 20
"""Stray references listed one by one."""


class JournalReport(msgspec.Struct, frozen=True):
    """How the journal is."""

    path: Path
    """Where it is."""
    state: JournalState
    """Whether it is whole and belongs to the file."""
    changes: int
    """Changes that can be read in it."""
    waiting: int
    """Of these, changes that the file itself does not hold yet."""
    words: tuple[str, ...] = ()
    """What those changes were, the last ones last."""


class Diagnosis(msgspec.Struct, frozen=True):
    """How a network file is."""

    path: Path
    """The file."""
    state: State
    """'new' if there is none yet, 'whole', 'damaged', or written by a later version of Kith."""
    faults: tuple[Fault, ...]
    """What is damaged: file or table, record, field and reason."""
    notes: tuple[str, ...]
    """What is odd and does no harm, as sentences."""
    counts: dict[str, int]
    """Whole records in each table, with the journal's changes where these belong to the file."""
    journal: JournalReport
    """How the journal is."""
    backups: tuple[Backup, ...]
    """What it can be restored from, newest first."""
    ways: tuple[Way, ...] = ()
    """How it could be had back, the best first; none if it is whole."""

    @property
    def records(self) -> int:
        """Number of whole records, what the file says of itself left out."""
        return sum(count for table, count in self.counts.items() if table != "meta")

    @property
    def best(self) -> Backup | None:
        """The newest backup that is whole."""
        return next((backup for backup in self.backups if not backup.problem), None)

    @property
    def disagrees(self) -> bool:
        """Tell whether all that is wrong is that file and journal are of two writings: each of them is whole."""
        return self.journal.state == "of another writing" and len(self.faults) == 1

    def sentence(self) -> str:
        """Say on one line what is wrong, where, and what to do."""
        if self.state == "later version":
            return f"{self.path}: {self.faults[0].why}. Nothing was written. Update Kith to open it."
        if self.disagrees:
            return (
                f"{self.path} needs a decision: {self.faults[0].why}. Nothing was written. {self._way_out()}"
            )
        more = f" (and {len(self.faults) - 1} more)" if len(self.faults) > 1 else ""
        return f"{self.path} is damaged: {self.faults[0]}{more}. Nothing was written. {self._way_out()}"

    def lines(self, today: dt.date | None = None) -> tuple[str, ...]:
        """Say everything, a line each; with a day, also how old each backup is."""
        if self.state == "new":
            return (f"{self.path}: there is no file yet.",)
        said = [f"{self.path}: {'file and journal disagree' if self.disagrees else self.state}."]
        damaged = self.state == "damaged" and not self.disagrees
        said += [f"{'damaged' if damaged else 'why'}: {fault}" for fault in self.faults]
        said.append(f"whole: {counted(self.counts)}")
        lines = self.journal
        said.append(f"journal: {lines.state}, {changes(lines.changes)}, {lines.waiting} not in the file yet")
        said += [f"waiting: {words}" for words in lines.words if self.disagrees]
        said += [f"note: {note}" for note in self.notes]
        for backup in self.backups:
            day = backup.day.isoformat() if backup.day else "no date"
            if backup.day and today:
                day += f", {ago(backup.day, today)}"
            what = f"can't be used, {backup.problem}" if backup.problem else record_count(backup.records)
            said.append(f"backup: {day}, {what}, {backup.path}")
        return tuple(said)

    def plain(self) -> dict[str, object]:
        """Return everything as dicts and lists, for JSON."""
        found: dict[str, object] = msgspec.to_builtins(self, enc_hook=str)
        return found

    def _way_out(self) -> str:
        best = self.best
        last = (
            f"The last good backup is of {best.day or 'no known day'} ({record_count(best.records)})"
            if best
            else ""
        )
        if not best and not self.records and not self.journal.waiting:
            return "There is no backup, and nothing to recover: put a copy in its place, or move it away to begin anew."
        return f"{last or 'There is no backup'}; 'kith doctor' shows what is whole and what can be recovered."


def diagnose(path: Path, disk: Disk | None = None) -> Diagnosis:
    """Look at a network file, its journal and its backups.

    Raises:
        OSError: if the file is there and can't be read at all.
    """
    disk = disk or Disk()
    with resting_collector():
        return report(load(real(path), disk), disk)


def report(found: Found, disk: Disk) -> Diagnosis:
    """Say what loading found."""
    reading = found.reading
    journal = JournalReport(
        journal_of(found.path),
        found.journal_state,
        len(reading.entries) if reading else 0,
        len(found.waiting),
        tuple(entry.words for entry in found.waiting[-_SHOWN:]),
    )
    strays = [str(fault) + "." for fault in references_to_nobody(found.contents.rows)]
    # Where records are lost, those that spoke of them would fill the page: their number is enough.
    shown = strays[: 0 if found.faults else _SHOWN]
    left = len(strays) - len(shown)
    more = [f"References to records that are not there: {left}."] if left else []
    copies = tuple(backups(found.path, disk))
    return Diagnosis(
        found.path,
        found.state,
        tuple(found.faults),
        (*found.notices, *shown, *more),
        found.contents.counts(),
        journal,
        copies,
        tuple(way for way, _ in offers(found, disk, copies)),
    )


def unreadable(path: Path, error: OSError) -> str:
    """Say that a file is there and can't be read."""
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder, and a file is needed. Name a file in it."
    copies = f" Its backups are in {backups_of(path)}." if backups_of(path).is_dir() else ""
    return f"{path} can't be read: {cause(error)}. Nothing was written.{copies}"


def references_to_nobody(rows: Mapping[str, Mapping[str, Record]]) -> Iterator[Fault]:
    """Yield each reference to a record that is not there."""
    contacts, events = rows["contacts"], rows["events"]
    for table, records in rows.items():
        for record in records.values():
            for field, uid in _references(record):
                home = events if field in ("event", "met_event") else contacts
                if uid not in home:
                    yield Fault(table, record.uid, f"field {field}: it refers to {uid}, which is not there")


def _references(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the fields by which a record refers to contacts and events, with the uid in each."""
    single: dict[str, str | None] = {}
    many: dict[str, tuple[str, ...]] = {}
    if isinstance(record, Contact):
        single = {"met_event": record.met_event, "introduced_by": record.introduced_by}
    elif isinstance(record, Interaction):
        single, many = {"event": record.event}, {"contacts": tuple(record.contacts)}
    elif isinstance(record, Event):
        many = {"people": tuple(person.contact for person in record.people)}
    elif isinstance(record, FollowUp):
        single = {"contact": record.contact, "event": record.event}
    elif isinstance(record, Introduction):
        single = {"first": record.first, "second": record.second}
    elif isinstance(record, Share):
        many = {"sent": tuple(sent.contact for sent in record.sent)}
    yield from ((field, uid) for field, uid in single.items() if uid)
    yield from ((field, uid) for field, uids in many.items() for uid in uids)
