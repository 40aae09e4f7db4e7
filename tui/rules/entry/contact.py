"""A contact as it is typed in a form: each field as text, and text back as a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from tui.model.base import new_uid
from tui.model.network import Network
from tui.model.records import Contact, Culture, Profile
from tui.model.text import fold, one_line
from tui.rules.dates import read_when
from tui.rules.entry.fields import problem_with
from tui.rules.entry.milestones import milestone_text, read_milestone
from tui.rules.entry.phones import written
from tui.rules.entry.specs import GROUPS, PROFILE_GROUPS, YES_NO, FieldSpec
from tui.rules.matching.named import find_named
from tui.rules.matching.people import profile_address

_SEPARABLE = frozenset(("emails", "phones"))
"""Fields of an entry a line in which a comma parts entries too, as they are often copied."""

FIELDS = {field.name: field for _, fields in GROUPS for field in fields}


def typed(network: Network, record: Contact | Profile) -> dict[str, str]:
    """Return a contact, or yourself, as the text of the form's fields."""
    groups = PROFILE_GROUPS if isinstance(record, Profile) else GROUPS
    return {field.name: _text(network, record, field) for _, fields in groups for field in fields}


def problem(network: Network, field: FieldSpec, text: str, now: datetime) -> str:
    """Return what is wrong with a field's text, as a sentence; empty if it can be saved."""
    try:
        _value(network, field, text, now)
    except ValueError as reason:
        return str(reason)
    return ""


def read_profile(network: Network, values: Mapping[str, str], now: datetime) -> Profile:
    """Return yourself as the form's text describes you.

    Raises:
        ValueError: if a field can't be read; the message is a sentence.
    """
    before = network.profile
    was = typed(network, before)
    fields = {field.name: field for _, group in PROFILE_GROUPS for field in group}
    changed = {
        name: _value(network, fields[name], text, now) for name, text in values.items() if text != was[name]
    }
    return msgspec.structs.replace(before, **changed)


def read_contact(
    network: Network, values: Mapping[str, str], now: datetime, before: Contact | None
) -> Contact:
    """Return the contact that the form's text describes; fields that the form lacks stay as they were.

    Raises:
        ValueError: if a field can't be read; the message is a sentence.
    """
    contact = before or Contact(uid=new_uid(), name="", added=now.date(), source="form")
    was = typed(network, contact)
    plain: dict[str, Any] = {}
    culture: dict[str, Any] = {}
    for name, text in values.items():
        # An untouched field keeps its value to the letter, whatever the form can show of it.
        if before is not None and text == was[name]:
            continue
        value = _value(network, FIELDS[name], text, now)
        part, _, inner = name.partition(".")
        if inner:
            culture[inner] = value
        else:
            plain[part] = value
    if culture:
        plain["culture"] = msgspec.structs.replace(contact.culture, **culture)
    return msgspec.structs.replace(contact, **plain)


def _text(network: Network, contact: Contact | Profile, field: FieldSpec) -> str:
    part, _, inner = field.name.partition(".")
    value: Any = getattr(contact, part)
    if isinstance(value, Culture):
        return getattr(value, inner) or ("not said" if field.options else "")
    if field.name == "met_event":
        return network.events[value].name if value in network.events else ""
    if field.name == "introduced_by":
        return network.contacts[value].name if value in network.contacts else ""
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, date):
        return value.isoformat()
    if field.kind == "days":
        return "\n".join(map(milestone_text, value))
    if isinstance(value, tuple):
        return ("\n" if field.kind == "lines" else ", ").join(value)
    return "" if value is None else str(value)


def _value(network: Network, field: FieldSpec, text: str, now: datetime) -> Any:
    special: dict[str, Callable[[], Any]] = {
        "interval": lambda: _interval(text),
        "muted_milestones": lambda: text == "yes",
        "paused": lambda: text == "yes",
        "culture.name_order": lambda: "" if text == "not said" else text,
        "met_event": lambda: _event(network, text),
        "introduced_by": lambda: _contact(network, text),
        "milestones": lambda: tuple(read_milestone(line, now) for line in text.splitlines() if line.strip()),
        "met_day": lambda: read_when(text, now, past=True).day if text.strip() else None,
        "profiles": lambda: tuple(_profile(entry) for entry in _entries(text, field)),
    }
    if field.name in special:
        return special[field.name]()
    if field.kind in {"list", "lines"}:
        entries = _entries(text, field)
        for entry in entries:
            _refuse(field.name, entry)
        return tuple(map(written, entries)) if field.name == "phones" else entries
    value = text.strip() if field.kind == "long" else one_line(text)
    _refuse(field.name, value)
    return value


def _refuse(name: str, value: str) -> None:
    wrong = problem_with(name, value)
    if wrong:
        raise ValueError(wrong)


def _entries(text: str, field: FieldSpec) -> tuple[str, ...]:
    pieces = re.split(r"[,;\n]" if field.kind == "list" or field.name in _SEPARABLE else "\n", text)
    found: dict[str, str] = {}
    for piece in pieces:
        entry = one_line(piece).lstrip("#") if field.name == "interests" else one_line(piece)
        if entry:
            found.setdefault(fold(entry), entry)
    return tuple(found.values())


def _profile(text: str) -> str:
    address = profile_address(text)
    if not address:
        raise ValueError(f"“{text}” is not a web address. Write it like linkedin.com/in/name or https://…")
    return address


def _interval(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not 1 <= int(text) <= 3650:
        raise ValueError(
            f"“{text.strip()}” is no number of days. Write one from 1 to 3650, or leave it empty."
        )
    return int(text)


def _event(network: Network, text: str) -> str | None:
    wanted = fold(one_line(text))
    if not wanted:
        return None
    events = network.events.values()
    exact = [event for event in events if fold(event.name) == wanted]
    found = exact or [event for event in events if wanted in fold(event.name)]
    if not found:
        raise ValueError(
            f"There is no event called “{text.strip()}”. Make it on the events screen, or write it in “How”."
        )
    return max(found, key=lambda event: event.start).uid


def _contact(network: Network, text: str) -> str | None:
    if not text.strip():
        return None
    match = find_named(network, text)
    meant = match.meant
    if meant is not None:
        return meant.uid
    names = [contact.name for contact in (match.exact or match.begins)[:3]]
    if names:
        raise ValueError(f"“{text.strip()}” may be {', '.join(names)}. Write the full name.")
    raise ValueError(f"There is no contact called “{text.strip()}”. Add them first, or write it in “How”.")
