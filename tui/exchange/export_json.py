"""Contacts and what happened with them as JSON: a Kith file in small, without private notes.

The tables and fields are those of the network's own file, which the README describes, so that another Kith
imports it. In it are the contacts asked for, what happened with them, what is open between you, and the
events that these name; of other people nothing, not even that they were there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from tui.model.base import Record
from tui.model.codec import to_builtins
from tui.model.network import Network
from tui.model.records import Contact, Event, FollowUp, Interaction, Meta

_ACTS = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal could act on if the file is printed there; JSON has its own way to write these."""


def records(network: Network, contacts: Iterable[Contact]) -> str:
    """Return contacts and what belongs to them as the text of a .json file."""
    chosen = {contact.uid: contact for contact in contacts}
    tables: dict[str, list[Record]] = {
        "meta": [Meta(uid="meta")],
        "contacts": [_contact(it, chosen) for it in chosen.values()],
        "events": [],
        "interactions": [
            _interaction(it, chosen) for it in network.interactions.values() if chosen.keys() & it.contacts
        ],
        "follow_ups": [it for it in network.follow_ups.values() if it.contact in chosen],
        "introductions": [
            it for it in network.introductions.values() if it.first in chosen and it.second in chosen
        ],
    }
    wanted = {uid for held in tables.values() for it in held for uid in _events_of(it)}
    tables["events"] = [
        only_with(it, chosen)
        for it in network.events.values()
        if it.uid in wanted or any(person.contact in chosen for person in it.people)
    ]
    data = {name: dict(_numbered(held)) for name, held in tables.items()}
    return _ACTS.sub(lambda it: f"\\u{ord(it[0]):04x}", _encoded(data)) + "\n"


def only_with(event: Event, contacts: Container[str]) -> Event:
    """Return an event without the people who are not among some."""
    return replace(event, people=tuple(person for person in event.people if person.contact in contacts))


def _encoded(data: Any) -> str:
    try:
        return msgspec.json.format(msgspec.json.encode(data), indent=1).decode()
    except UnicodeEncodeError:
        # A lone surrogate, from a file that another program wrote.
        return json.dumps(data, indent=1, ensure_ascii=False, default=str).encode("utf-8", "replace").decode()


def _numbered(held: list[Record]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, record in enumerate(held, 1):
        fields = to_builtins(record)
        if isinstance(record, Meta):
            fields["version"] = record.version
        yield str(number), {"uid": record.uid, **fields}


def _contact(contact: Contact, chosen: dict[str, Contact]) -> Contact:
    """Return a contact without private notes, the bookkeeping of imports, and people who stay at home."""
    return replace(
        contact,
        private_notes="",
        imported={},
        introduced_by=contact.introduced_by if contact.introduced_by in chosen else None,
        not_duplicates=tuple(uid for uid in contact.not_duplicates if uid in chosen),
    )


def _interaction(interaction: Interaction, chosen: dict[str, Contact]) -> Interaction:
    return replace(
        interaction,
        contacts=tuple(uid for uid in interaction.contacts if uid in chosen),
        notes=tuple(note for note in interaction.notes if note.contact in chosen),
    )


def _events_of(record: Record) -> Iterator[str]:
    """Yield the events that a record names."""
    if isinstance(record, Contact):
        named = [record.met_event, *(starter.event for starter in record.starters)]
    elif isinstance(record, (Interaction, FollowUp)):
        named = [record.event]
    else:
        named = []
    yield from (uid for uid in named if uid)
