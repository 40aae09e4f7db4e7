"""What the properties of a vCard mean as fields of a Contact, and which lines no field holds.

The table `READERS` says it property by property. A property whose field holds all of it is done with; one
that says more than its field (an address with its street, a number with 'work' on it) is kept as well, and
so is one that Kith has no field for. X-KITH- properties are those of `tui.exchange.vcard_write`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, get_args
from zoneinfo import ZoneInfo

import msgspec

from tui.exchange.linkedin import full_name
from tui.exchange.vcard_property import Property
from tui.exchange.vcard_reading import Reading, Taken, rank
from tui.model.records import Circle, Culture, Tier
from tui.model.text import fold, one_line
from tui.rules.languages import language_name
from tui.rules.matching.people import profile_address

_MAYBE_EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+")
_IN_BRACKETS = re.compile(r".*<([^<>\s]+)>\s*")
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
_ANDROID_EVENT = "vnd.android.cursor.item/contact_event"
_ANDROID_EVENTS = {"1": "anniversary", "3": "birthday"}


def read_fields(properties: Sequence[Property], regions: Sequence[str] = ()) -> Reading:
    """Read the properties of one card; `regions` are countries whose phone numbers may stand there without a code."""
    reading = Reading(properties, regions)
    for prop in sorted(properties, key=rank):
        reader = READERS.get(prop.name)
        if reader is not None and not prop.binary:
            reader(reading, prop)
    reading.finish()
    return reading


def contact_fields(reading: Reading) -> dict[str, Any]:
    """Return what was read as fields of a Contact, in the types that these have."""
    fields = {key: value for key, value in reading.fields.items() if not key.startswith("_")}
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    met = [fields.get("met_note", "")]
    met += [f"at {event}" for event in (reading.fields.get("_met_event"),) if event]
    met += [f"introduced by {name}" for name in (reading.fields.get("_introduced_by"),) if name]
    if any(met):
        fields["met_note"] = ", ".join(filter(None, met))
    if reading.culture:
        fields["culture"] = Culture(**reading.culture)  # type: ignore[arg-type]
    return {key: value for key, value in fields.items() if value not in ("", (), None)}


def _name(it: Reading, prop: Property) -> None:
    if "X-KITH-GUESSED" in prop.params:
        it.text(prop, "_guessed", "yes")
        it.taken[-1:] = [Taken(prop, "_guessed", "yes", whole=True)]
        return
    parts = [one_line(part) for part in prop.parts()] + [""] * 5
    family, given = parts[0], parts[1]
    if not (given or family):
        return
    if "given" in it.fields:
        it.keep("given")
        return
    it.fields["family"], it.fields["given"] = family, given
    it.fields["_composed"] = full_name(" ".join(filter(None, (given, parts[2]))), family)
    it.taken.append(Taken(prop, "given", (family, given), whole=not any(parts[2:]) and it.plain(prop)))


def _nickname(it: Reading, prop: Property) -> None:
    names = [one_line(name) for name in prop.parts(",") if name]
    if names:
        it.text(prop, "nickname", names[0], whole=len(names) == 1)


def _organization(it: Reading, prop: Property) -> None:
    parts = [one_line(part) for part in prop.parts()]
    it.text(prop, "organization", parts[0] or next(filter(None, parts), ""), whole=not any(parts[1:]))


def _email(it: Reading, prop: Property) -> None:
    text = prop.text.removeprefix("mailto:")
    inside = _IN_BRACKETS.fullmatch(text)
    address = one_line(inside[1] if inside else text)
    if _MAYBE_EMAIL.fullmatch(address):
        it.one(prop, "emails", address, whole=not inside)
    elif address:
        it.problems.append((prop.number, f"“{address[:60]}” is no email address; kept as it is"))


def _url(it: Reading, prop: Property) -> None:
    address = profile_address(one_line(prop.text))
    if address:
        it.one(prop, "profiles", address)


def _social(it: Reading, prop: Property) -> None:
    address = profile_address(one_line(prop.text))
    if address and ":" in prop.text:
        it.fields.setdefault("_social", address)
        it.one(prop, "profiles", address)


def _address(it: Reading, prop: Property) -> None:
    parts = [one_line(part) for part in prop.parts()] + [""] * 7
    place = parts[3] or parts[4]
    country = parts[6] if place and fold(parts[6]) != fold(place) else ""
    words = ", ".join(filter(None, (place, country))) or parts[6]
    others = [part for at, part in enumerate(parts) if at != 3]
    it.text(prop, "place", words, whole=bool(parts[3]) and not any(others))


def _zone(it: Reading, prop: Property) -> None:
    name = prop.text
    if "/" not in name and name != "UTC":
        return
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return
    it.text(prop, "timezone", name)


def _language(it: Reading, prop: Property) -> None:
    said = next(iter(prop.params.get("X-KITH-LABEL", ())), "")
    it.one(prop, "languages", said or language_name(prop.text) or one_line(prop.text))


def _note(it: Reading, prop: Property) -> None:
    if prop.text:
        before = it.fields.get("notes")
        it.fields["notes"] = f"{before}\n\n{prop.text}" if before else prop.text
    it.taken.append(Taken(prop, "notes", prop.text, whole=True))


def _abdate(it: Reading, prop: Property) -> None:
    it.day(prop, it.label(prop) or "other day")


def _android(it: Reading, prop: Property) -> None:
    parts = [one_line(part) for part in prop.parts()] + [""] * 4
    if parts[0] == _ANDROID_NICKNAME:
        it.text(prop, "nickname", parts[1])
    elif parts[0] == _ANDROID_EVENT:
        it.day(prop, _ANDROID_EVENTS.get(parts[2]) or parts[3] or "other day", parts[1])


def _phonetic(it: Reading, prop: Property) -> None:
    if prop.text:
        it.phonetic.append(one_line(prop.text))


def _text(field: str) -> Callable[[Reading, Property], None]:
    """Return the reader of a property that is one line of text."""
    return lambda it, prop: it.text(prop, field, one_line(prop.text))


def _long(field: str) -> Callable[[Reading, Property], None]:
    return lambda it, prop: it.text(prop, field, prop.text)


def _listed(field: str) -> Callable[[Reading, Property], None]:
    def read(it: Reading, prop: Property) -> None:
        if prop.text:
            it.one(prop, field, prop.text)

    return read


def _chosen(field: str, choices: Iterable[str]) -> Callable[[Reading, Property], None]:
    allowed = frozenset(choices)

    def read(it: Reading, prop: Property) -> None:
        if prop.text in allowed:
            it.text(prop, field, prop.text)

    return read


def _true(field: str) -> Callable[[Reading, Property], None]:
    def read(it: Reading, prop: Property) -> None:
        if prop.text == "true":
            it.fields[field] = True
        it.taken.append(Taken(prop, field, True, whole=True))

    return read


def _aspect(name: str) -> Callable[[Reading, Property], None]:
    return lambda it, prop: it.aspect(prop, name)


def _name_order(it: Reading, prop: Property) -> None:
    if prop.text in ("given first", "family first"):
        it.aspect(prop, "name_order")


def _day_field(field: str) -> Callable[[Reading, Property], None]:
    def read(it: Reading, prop: Property) -> None:
        try:
            it.fields[field] = date.fromisoformat(prop.text)
        except ValueError:
            it.problems.append((prop.number, f"“{prop.text[:60]}” is no day; left out"))
        it.taken.append(Taken(prop, field, None, whole=True))

    return read


def _interval(it: Reading, prop: Property) -> None:
    if prop.text.isascii() and prop.text.isdigit() and 0 < int(prop.text[:6]) < 100_000:
        it.fields["interval"] = int(prop.text[:6])
    it.taken.append(Taken(prop, "interval", None, whole=True))


def _milestone(label: str) -> Callable[[Reading, Property], None]:
    def read(it: Reading, prop: Property) -> None:
        earlier = next((known for known in it.taken if known.prop.name == prop.name), None)
        if earlier is None:
            it.day(prop, next(iter(prop.params.get("X-KITH-LABEL", ())), label))
        else:
            it.taken[it.taken.index(earlier)] = msgspec.structs.replace(earlier, whole=False)

    return read


READERS: dict[str, Callable[[Reading, Property], None]] = {
    "FN": _text("name"),
    "N": _name,
    "NICKNAME": _nickname,
    "ORG": _organization,
    "O": _organization,
    "TITLE": _text("title"),
    "EMAIL": _email,
    "TEL": Reading.phone,
    "PHONE": Reading.phone,
    "FAX": Reading.phone,
    "URL": _url,
    "X-SOCIALPROFILE": _social,
    "SOCIALPROFILE": _social,
    "ADR": _address,
    "TZ": _zone,
    "LANG": _language,
    "CATEGORIES": Reading.categories,
    "NOTE": _note,
    "BDAY": _milestone("birthday"),
    "ANNIVERSARY": _milestone("anniversary"),
    "X-ANNIVERSARY": _milestone("anniversary"),
    "X-MS-ANNIVERSARY": _milestone("anniversary"),
    "X-EVOLUTION-ANNIVERSARY": _milestone("anniversary"),
    "X-ABDATE": _abdate,
    "X-ANDROID-CUSTOM": _android,
    "X-PHONETIC-FIRST-NAME": _phonetic,
    "X-PHONETIC-LAST-NAME": _phonetic,
    "PRONOUNS": _aspect("pronouns"),
    "X-KITH-PRONOUNS": _aspect("pronouns"),
    "X-KITH-PRONUNCIATION": _aspect("pronunciation"),
    "X-KITH-GREETING": _aspect("greeting"),
    "X-KITH-NAME-ORDER": _name_order,
    "X-KITH-CULTURE": _aspect("notes"),
    "X-KITH-LANGUAGE": _listed("languages"),
    "X-KITH-GROUP": _listed("groups"),
    "X-KITH-INTEREST": _listed("interests"),
    "X-KITH-OFFER": _listed("offers"),
    "X-KITH-NEED": _listed("needs"),
    "X-KITH-ROLE": _listed("roles"),
    "X-KITH-INDUSTRY": _text("industry"),
    "X-KITH-CIRCLE": _chosen("circle", get_args(Circle)),
    "X-KITH-TIER": _chosen("tier", get_args(Tier)),
    "X-KITH-INTERVAL": _interval,
    "X-KITH-PAUSED": _true("paused"),
    "X-KITH-ARCHIVED": _true("archived"),
    "X-KITH-NO-MILESTONES": _true("muted_milestones"),
    "X-KITH-MET": _long("met_note"),
    "X-KITH-MET-ON": _day_field("met_day"),
    "X-KITH-ADDED": _day_field("added"),
    "X-KITH-MET-EVENT": _text("_met_event"),
    "X-KITH-INTRODUCED-BY": _text("_introduced_by"),
}
"""What each property means; a property that is not here is kept as it is."""
