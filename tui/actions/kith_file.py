"""Taking in another Kith file: records by their uid; what you have under the same uid stays as you have it.

Somebody whom both files know under two uids, but with the same profile or email address, is one person: what
the other file says of them is taken over as from any import, and what happened with them is yours too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import asdict, replace

from tui.actions.imported import Import, together
from tui.actions.importing_people import import_people
from tui.exchange.kith_file import KithFile
from tui.exchange.report import Found, Person, Skipped
from tui.model.base import Record
from tui.model.change import Edits
from tui.model.network import Network
from tui.model.records import (
    Attendee,
    Contact,
    Event,
    FollowUp,
    Interaction,
    Introduction,
    Profile,
    Share,
)
from tui.model.tables import table_of
from tui.model.text import fold
from tui.rules.matching.people import is_member, profile_key
from tui.rules.phrases import clipped, count, listed

_NOUNS = {
    "contacts": ("person", "people"),
    "interactions": ("touch", "touches"),
    "events": ("event", "events"),
    "follow_ups": ("promise or step", "promises and steps"),
    "introductions": ("introduction", "introductions"),
    "shares": ("thing to share", "things to share"),
}


def take_kith(network: Network, file: KithFile, now: datetime, *, event: Event | None = None) -> Import:
    """Return what taking in another Kith file would do; with an event, its people join that event's list."""
    same = _people_known(network, (it for _, it in file.records if isinstance(it, Contact)))
    edits = Edits(network)
    skipped = list(file.skipped)
    added: dict[str, int] = {}
    unchanged = 0
    merged: list[Person] = []
    everybody: list[str] = []
    for place, theirs in file.records:
        if isinstance(theirs, Profile):
            if network.profile == Profile(uid="me"):
                edits.put(theirs)
            continue
        record = _pointed(theirs, same)
        ours = network.table(table_of(theirs)).get(theirs.uid)
        if isinstance(theirs, Contact):
            everybody.append(same.get(theirs.uid, theirs.uid))
        if ours is not None:
            if ours in (record, theirs) or _as_exported(ours) == _as_exported(record):
                unchanged += 1
            else:
                skipped.append(Skipped(place, f"{_name(theirs)}: is other in your file; yours is kept"))
        elif isinstance(theirs, Contact) and theirs.uid in same:
            merged.append(_person(theirs, same[theirs.uid], len(merged) + 1, place))
        else:
            edits.put(record)
            added[table_of(record)] = added.get(table_of(record), 0) + 1
    known = import_people(network, Found(tuple(merged), ()), now.date(), source="kith")
    if event is not None:
        _join(edits, event, everybody)
    parts = [count(number, *_NOUNS[table]) for table, number in added.items()]
    parts += [f"news of {count(known.updated, 'person', 'people')}"] if known.updated else []
    words = f"Imported {listed(parts) or 'nothing new'} from another Kith file"
    skipped += known.skipped
    new = sum(added.values())
    return Import(
        together(words, (edits.change(words), known.change)),
        new + known.updated + unchanged + known.unchanged + len(skipped),
        new,
        known.updated,
        unchanged + known.unchanged,
        tuple(skipped),
        file.noted,
    )


def _people_known(network: Network, theirs: Iterable[Contact]) -> dict[str, str]:
    """Return our uid for each of their people who is here under another one, by profile or email address."""
    profiles: dict[str, set[str]] = {}
    emails: dict[str, set[str]] = {}
    for contact in network.contacts.values():
        for address in contact.profiles:
            key = profile_key(address)
            if is_member(key):
                profiles.setdefault(key, set()).add(contact.uid)
        for email in contact.emails:
            emails.setdefault(fold(email), set()).add(contact.uid)
    same: dict[str, str] = {}
    for contact in theirs:
        if contact.uid in network.contacts:
            continue
        found = {uid for it in contact.profiles for uid in profiles.get(profile_key(it), ())}
        found = found or {uid for it in contact.emails for uid in emails.get(fold(it), ())}
        if len(found) == 1:
            same[contact.uid] = found.pop()
    return same


def _person(theirs: Contact, ours: str, number: int, place: str) -> Person:
    """Return one of their people as an import names somebody: ours, by uid, with all that they know."""
    fields: dict[str, Any] = {
        name: value
        for name, value in asdict(theirs).items()
        if name
        not in {"uid", "imported", "extra", "deferrals", "not_duplicates", "introduced_by", "met_event"}
    }
    return Person(
        number,
        theirs.name,
        theirs.given,
        theirs.family,
        organization=theirs.organization,
        title=theirs.title,
        uid=ours,
        more=fields,
        where=place,
    )


def _pointed(record: Record, same: Mapping[str, str]) -> Record:
    """Return a record that names our uid wherever it named theirs of somebody we know."""
    if not same:
        return record

    def uid(of: str) -> str:
        return same.get(of, of)

    if isinstance(record, Contact):
        by = record.introduced_by
        return replace(record, introduced_by=uid(by)) if by else record
    if isinstance(record, Interaction):
        notes = tuple(replace(note, contact=uid(note.contact)) for note in record.notes)
        return replace(record, contacts=tuple(dict.fromkeys(map(uid, record.contacts))), notes=notes)
    if isinstance(record, Event):
        people = {uid(it.contact): replace(it, contact=uid(it.contact)) for it in record.people}
        return replace(record, people=tuple(people.values()))
    if isinstance(record, FollowUp):
        return replace(record, contact=uid(record.contact))
    if isinstance(record, Introduction):
        return replace(record, first=uid(record.first), second=uid(record.second))
    if isinstance(record, Share):
        return replace(record, sent=tuple(replace(it, contact=uid(it.contact)) for it in record.sent))
    return record


def _as_exported(record: Record) -> Record:
    """Return a record as an export has it, which leaves private notes and what imports remember at home."""
    return replace(record, private_notes="", imported={}) if isinstance(record, Contact) else record


def _join(edits: Edits, event: Event, contacts: Iterable[str]) -> None:
    now = edits.get(Event, event.uid) or event
    there = {it.contact for it in now.people}
    new = tuple(Attendee(contact=uid) for uid in dict.fromkeys(contacts) if uid not in there)
    edits.put(replace(now, people=now.people + new))


def _name(record: Record) -> str:
    for field in ("name", "summary", "text", "title", "reason", "url"):
        value = getattr(record, field, "")
        if isinstance(value, str) and value:
            return clipped(value, 60)
    return f"{table_of(record)} {record.uid}"
