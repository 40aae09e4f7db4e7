"""Taking other programs' files into the network: told by their content, looked at first, one Change each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from msgspec.structs import replace

from tui.actions.imported import Import, Progress, scratch, together
from tui.actions.importing_archive import take_archive
from tui.actions.importing_people import import_people, uncollected
from tui.actions.kith_file import take_kith
from tui.actions.touched import take_invitations, take_messages
from tui.exchange.columns import choose_columns
from tui.exchange.formats import Kind, Source, recognise
from tui.exchange.kith_file import read_kith, unsaved_beside
from tui.exchange.linkedin import connections_in
from tui.exchange.linkedin_invitations import read_invitations
from tui.exchange.linkedin_messages import read_messages
from tui.exchange.people import people_in
from tui.exchange.phones import region_of
from tui.exchange.report import Found, ImportProblem, Skipped, Stopped
from tui.exchange.table import read_bytes
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.model.text import one_line
from tui.rules.matching.duplicates import duplicates
from tui.rules.phrases import listed
from tui.store.faults import CannotKeep
from tui.store.rows import readable

__all__ = [
    "Import",
    "Progress",
    "import_file",
    "import_people",
    "import_source",
    "maybe_known",
    "read_source",
]

_ROUNDS = 4
Columns = Sequence[tuple[str, str]]
"""Columns chosen by hand: each a name and the field it becomes."""


@uncollected()
def import_file(
    network: Network,
    path: Path,
    today: date,
    *,
    event: Event | None = None,
    progress: Progress | None = None,
    columns: Columns = (),
    now: datetime | None = None,
) -> Import:
    """Read a file and return what importing it would do; the file's content says which program wrote it.

    Args:
        network: Everybody.
        path: The file.
        today: The day.
        event: An event whose list of people everybody in the file joins.
        progress: Told how far it is.
        columns: For a table, columns that become something else than they are taken for.
        now: The moment in the user's zone; midnight in UTC where it isn't said.

    Raises:
        ImportProblem: if the file can't be read, or is of no kind that Kith knows.
    """
    source = read_source(path, columns)
    moment = now or datetime.combine(today, time(), UTC)
    return import_source(network, source, moment, event=event, progress=progress)


def read_source(path: Path, columns: Columns = ()) -> Source:
    """Read a file and tell what it is; of a table, what its columns become.

    Raises:
        ImportProblem: if it can't be read, is of no kind that Kith knows, or has no such columns.
    """
    source = recognise(read_bytes(path), str(path))
    if not columns:
        return source
    if source.sheet is None:
        raise ImportProblem(f"{path} is {source.words}: its columns are known, and none can be chosen.")
    try:
        return replace(source, sheet=choose_columns(source.sheet, columns))
    except ValueError as wrong:
        raise ImportProblem(str(wrong)) from None


def import_source(
    network: Network,
    source: Source,
    now: datetime,
    *,
    event: Event | None = None,
    progress: Progress | None = None,
) -> Import:
    """Return what importing a file would do.

    Raises:
        ImportProblem: if nothing of it can be taken; a table without a column of names is one such.
    """
    try:
        done = _take(network, source, now, event, progress)
    except Stopped:
        return Import(Change("Import cancelled", ()), 0, cancelled=True)
    if source.kind == "connections":
        # What `decode` returns has no lone surrogates, and from there on all is made of text and days read here.
        sound = type(now.date()) is date and (event is None or event.uid in network.events)
        done = replace(done, change=replace(done.change, sound=sound))
    else:
        done = replace(done, change=_looked_at(done.change))
    return replace(done, words=source.words, sheet=source.sheet)


def maybe_known(network: Network, done: Import) -> list[tuple[str, str]]:
    """Return who would be new and may be somebody you know: their name, and what speaks for it.

    Nobody is merged for that; both can be looked at side by side afterwards.
    """
    new = {edit.uid for edit in done.change.edits if edit.before is None and isinstance(edit.after, Contact)}
    if not new or not network.contacts:
        return []
    work = scratch(network)
    work.apply(done.change)
    found: dict[str, tuple[str, str]] = {}
    for pair in duplicates(work, among=new):
        if (pair.first in new) != (pair.second in new):
            uid = pair.first if pair.first in new else pair.second
            found.setdefault(uid, (work.contacts[uid].name, pair.why))
    return list(found.values())


def _connections(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    found = connections_in(source.text, source.name)
    return import_people(network, found, now.date(), event=event, progress=progress)


def _sheet(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    sheet = source.sheet
    assert sheet is not None
    if not sheet.named:
        there = listed([one_line(cell) or f"column {at}" for at, cell in enumerate(sheet.header[:12], 1)])
        raise ImportProblem(
            f"In {source.name} no column is plainly one of names (there is {there}). Say which it is: choose it on"
            " the import screen, or add --columns 'COLUMN=name'."
        )
    return _settled(
        network, people_in(sheet, progress), now, sheet.format.key, event=event, progress=progress
    )


def _vcards(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    from tui.exchange.vcard import read_vcards  # vobject takes 0.2 s

    own = region_of(network.profile.timezone, network.profile.place)
    found = read_vcards(source.data, source.name, (own,) if own else (), progress=progress)
    return _settled(network, found, now, "vcard", event=event, progress=progress)


def _settled(
    network: Network,
    found: Found,
    now: datetime,
    source: str,
    *,
    event: Event | None,
    progress: Progress | None,
) -> Import:
    """Return what taking people in would do, taken again until nothing is new any more.

    Address books name one person in many ways, and what a row adds can make an earlier one clear: taking the
    file a second time must bring nothing.
    """
    first = import_people(network, found, now.date(), source=source, event=event, progress=progress)
    changes = [first.change]
    work = scratch(network)
    for _ in range(_ROUNDS):
        if not changes[-1]:
            break
        work.apply(changes[-1])
        joined = work.events.get(event.uid) if event else None
        changes.append(import_people(work, found, now.date(), source=source, event=joined).change)
    if not any(changes[1:]):
        return first
    change = together(first.change.words, changes)
    people = [edit for edit in change.edits if isinstance(edit.after, Contact)]
    added = sum(1 for edit in people if edit.before is None)
    updated = len(people) - added
    unchanged = max(0, first.read - added - updated - len(first.skipped))
    read = added + updated + unchanged + len(first.skipped)
    return replace(first, change=change, read=read, added=added, updated=updated, unchanged=unchanged)


def _calendar(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    from tui.actions.calendar import take_calendar  # icalendar takes 0.2 s
    from tui.exchange.ical import read_calendar

    done = take_calendar(network, read_calendar(source.data, source.name, now), now, event=event)
    return Import(
        done.change,
        done.read,
        done.added,
        done.updated,
        done.unchanged,
        done.skipped,
        done.noted,
        done.cancelled,
    )


def _messages(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    assert source.table is not None
    return take_messages(network, read_messages(source.table), source.name, now)


def _invitations(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    assert source.table is not None
    return take_invitations(network, *read_invitations(source.table), now)


def _own(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    raise ImportProblem(
        f"{source.name} is your own profile, with nobody else in it. The file with the people is Connections.csv."
    )


def _kith(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    done = take_kith(network, read_kith(source.data, source.name), now, event=event)
    beside = unsaved_beside(Path(source.name))
    return replace(done, noted=(Skipped("journal", beside), *done.noted)) if beside else done


def _looked_at(change: Change) -> Change:
    """Return a change as the file will give it back; looking takes long for many records, so it is done here."""
    try:
        return replace(readable(change), sound=True)
    except CannotKeep as fault:
        raise ImportProblem(str(fault)) from None


def _take(
    network: Network, source: Source, now: datetime, event: Event | None, progress: Progress | None
) -> Import:
    return _TAKERS[source.kind](network, source, now, event, progress)


_Taker = Callable[[Network, Source, datetime, "Event | None", "Progress | None"], Import]
_TAKERS: dict[Kind, _Taker] = {
    "connections": _connections,
    "messages": _messages,
    "invitations": _invitations,
    "own": _own,
    "sheet": _sheet,
    "vcard": _vcards,
    "calendar": _calendar,
    "kith": _kith,
    "archive": lambda *given: take_archive(*given, take=_take),
}
"""How each kind of file is taken in."""
