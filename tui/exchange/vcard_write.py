"""Contacts out as vCards, 4.0 (RFC 6350) or 3.0 (RFC 2426), that other programs and Kith itself read back.

What vCard has a property for stands in it; the rest stands in these of ours, as text unless said otherwise:

    X-KITH-TIER, X-KITH-CIRCLE          as the file has them
    X-KITH-INTERVAL                     days, a whole number
    X-KITH-PAUSED, X-KITH-ARCHIVED, X-KITH-NO-MILESTONES    'true', else not there
    X-KITH-GROUP, X-KITH-INTEREST       one each a line; CATEGORIES has both for other programs
    X-KITH-OFFER, X-KITH-NEED, X-KITH-ROLE                  one each a line
    X-KITH-INDUSTRY
    X-KITH-MET-ON, X-KITH-ADDED         a day, 2026-11-21
    X-KITH-MET, X-KITH-MET-EVENT, X-KITH-INTRODUCED-BY      how, the event's name, the person's name
    X-KITH-GREETING, X-KITH-NAME-ORDER, X-KITH-PRONUNCIATION, X-KITH-CULTURE
    X-KITH-PRONOUNS, X-KITH-LANGUAGE    where vCard 4.0's PRONOUNS (RFC 9554) and LANG do not serve

and these parameters: X-KITH-GUESSED on an N that was taken from FN, X-KITH-LABEL for the word of ours,
X-KITH-ONCE for a day that does not return. Lines kept from the card that somebody came on are given back as
long as the contact still says what they say. Private notes, history and queue stay at home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from tui.exchange.phones import same_number
from tui.exchange.vcard import content_line
from tui.exchange.vcard_dates import OMITTED_YEAR, basic, extended
from tui.exchange.vcard_fields import read_fields
from tui.exchange.vcard_lines import Line
from tui.exchange.vcard_property import Property, escaped, read_property
from tui.exchange.vcard_reading import Taken
from tui.model.network import Network
from tui.model.records import Contact, Milestone
from tui.model.text import fold
from tui.rules.languages import language_name, language_tag

Version = Literal["3.0", "4.0"]

_WIDTH = 75
"""Octets of a line, its break left out (RFC 6350, 3.2)."""
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_UNSPACED = re.compile(r"[\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_LABEL = re.compile(r"^([\w-]+\.)X-ABLABEL(?=[;:])")
_SUPERSEDED = frozenset(
    "N FN NICKNAME ORG O TITLE EMAIL TEL PHONE FAX URL X-SOCIALPROFILE SOCIALPROFILE TZ LANG NOTE CATEGORIES BDAY"
    " ANNIVERSARY X-ANNIVERSARY X-MS-ANNIVERSARY X-EVOLUTION-ANNIVERSARY X-ABDATE X-ANDROID-CUSTOM".split()
)
"""Kept lines that are given back only while the contact says the same; an address, for one, always is."""


def vcards(network: Network, contacts: Iterable[Contact], version: Version = "4.0") -> str:
    """Return contacts as the text of a .vcf file (UTF-8 when written, line breaks included)."""
    return "".join(vcard(network, contact, version) for contact in contacts)


def vcard(network: Network, contact: Contact, version: Version = "4.0") -> str:
    """Return one contact as a vCard."""
    lines = ["BEGIN:VCARD", f"VERSION:{version}", "PRODID:-//Kith//kith-tui//EN"]
    # Apple's own spelling: nobody promises that it is read in capitals.
    lines += (_LABEL.sub(r"\1X-ABLabel", it) for it in _Writer(network, contact, version).lines())
    lines.append("END:VCARD")
    return "".join(map(folded, lines))


def folded(line: str) -> str:
    """Return a content line folded at 75 octets, no character of UTF-8 cut in two; ends with a line break."""
    if len(line) <= _WIDTH and line.isascii():
        return line + "\r\n"
    parts: list[str] = []
    start, room = 0, _WIDTH
    for at, char in enumerate(line):
        size = len(char.encode("utf-8"))
        if size > room:
            parts.append(line[start:at])
            start, room = at, _WIDTH - 1
        room -= size
    parts.append(line[start:])
    return "\r\n ".join(parts) + "\r\n"


def sound(text: str) -> str:
    """Return text that any reader takes: line breaks as such, no other controls, no lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROL.sub("", _BREAKS.sub("\n", text))
    return text.encode("utf-8", "replace").decode("utf-8")


class _Writer:
    """One contact, on its way to a card."""

    def __init__(self, network: Network, contact: Contact, version: Version) -> None:
        self.network, self.contact, self.version = network, contact, version
        kept = [read_property(Line(at, sound(text)), version) for at, text in enumerate(contact.vcard)]
        self.kept = [it for it in kept if it is not None]
        self.taken: list[Taken] = read_fields(self.kept).taken if self.kept else []
        self.given_back: set[int] = set()
        self.once_only = {it.prop.name for it in self.taken if it.value in contact.milestones}
        """Days that a card has once, and has already."""
        numbers = [
            int(it.group[4:]) for it in self.kept if re.fullmatch(r"item\d{1,6}", it.group, re.IGNORECASE)
        ]
        self.last_group = max(numbers, default=0)

    def lines(self) -> Iterator[str]:
        """Yield the content lines, not folded yet."""
        contact = self.contact
        if not any(it.name == "UID" for it in self.kept):
            yield f"UID:urn:uuid:{sound(contact.uid)}"
        yield self._line("FN", contact.name)
        yield self._n()
        yield from self._scalar("NICKNAME", "nickname", contact.nickname)
        yield from self._scalar("ORG", "organization", contact.organization)
        yield from self._scalar("TITLE", "title", contact.title)
        yield from self._several("EMAIL", "emails", contact.emails)
        yield from self._several("TEL", "phones", contact.phones)
        yield from self._several("URL", "profiles", contact.profiles)
        yield from self._place()
        yield from self._scalar("TZ", "timezone", contact.timezone, params=self._as_text())
        yield from self._languages()
        yield from self._categories()
        for milestone in contact.milestones:
            yield from self._milestone(milestone)
        yield from self._texts((("NOTE", contact.notes),))
        yield from self._ours()
        yield from self._rest()

    def _line(self, name: str, text: str, params: str = "", group: str = "") -> str:
        return f"{group}{name}{params}:{escaped(sound(text))}"

    def _texts(self, values: Iterable[tuple[str, str]]) -> Iterator[str]:
        for name, text in values:
            if text.strip():
                yield self._line(name, text)

    def _as_text(self) -> str:
        """Return the parameter that makes a zone's name a text in 3.0, where it would be an offset."""
        return ";VALUE=text" if self.version == "3.0" else ""

    def _pref(self) -> str:
        return ";TYPE=pref" if self.version == "3.0" else ";PREF=1"

    def _held(self, field: str, value: object) -> list[Property]:
        """Return the kept properties that say a value, and note that they are given back."""
        found = []
        for it in self.taken:
            alike = it.value == value
            if field == "phones" and isinstance(value, str):
                alike = same_number(str(it.value), value)
            if it.field == field and alike and id(it.prop) not in self.given_back:
                self.given_back.add(id(it.prop))
                found.append(it.prop)
        return found

    def _n(self) -> str:
        contact = self.contact
        if contact.given or contact.family:
            held = self._held("given", (contact.family, contact.given))
            if held:
                return content_line(held[0])
            return f"N:{escaped(sound(contact.family))};{escaped(sound(contact.given))};;;"
        family, given = _guessed(contact)
        return f"N;X-KITH-GUESSED=true:{escaped(sound(family))};{escaped(sound(given))};;;"

    def _scalar(self, name: str, field: str, value: str, params: str = "") -> Iterator[str]:
        if value.strip():
            held = self._held(field, value)
            yield from map(content_line, held) if held else (self._line(name, value, params),)

    def _several(self, name: str, field: str, values: tuple[str, ...]) -> Iterator[str]:
        """Yield a line for each value, the first as the preferred one if there are others."""
        values = tuple(filter(str.strip, values))
        for at, value in enumerate(values):
            preferred = at == 0 and len(values) > 1
            held = self._held(field, value)
            if not held:
                yield self._line(name, value, self._pref() if preferred else "")
            for prop in held:
                yield content_line(self._preferring(prop, preferred=preferred))

    def _preferring(self, prop: Property, *, preferred: bool) -> Property:
        """Return a property marked as preferred, or not, as the version writes it."""
        params = {key: values for key, values in prop.params.items() if key != "PREF"}
        types = [it for value in params.get("TYPE", ()) for it in value.split(",") if it.casefold() != "pref"]
        if preferred and self.version == "3.0":
            types.append("pref")
        params["TYPE"] = tuple(types)
        if preferred and self.version == "4.0":
            params["PREF"] = ("1",)
        return replace(prop, params=params)

    def _place(self) -> Iterator[str]:
        """Yield where they live, and the addresses that came on their card."""
        place = self.contact.place
        held = self._held("place", place) if place.strip() else []
        others = [it for it in self.kept if it.name == "ADR" and id(it) not in self.given_back]
        self.given_back |= set(map(id, others))
        first = self._pref() if others else ""
        if place.strip() and not held:
            yield f"ADR{first}:;;;{escaped(sound(place))};;;"
        for prop in held:
            yield content_line(self._preferring(prop, preferred=bool(others)))
        for prop in others:
            yield content_line(self._preferring(prop, preferred=False))

    def _languages(self) -> Iterator[str]:
        for word in self.contact.languages:
            held, tag = self._held("languages", word), language_tag(word)
            if held:
                yield from (content_line(self._preferring(it, preferred=False)) for it in held)
            elif tag and self.version == "4.0":
                label = "" if language_name(tag) == word else f";X-KITH-LABEL={sound(word)}"
                yield f"LANG{label}:{tag}"
            elif word.strip():
                yield self._line("X-KITH-LANGUAGE", word)

    def _categories(self) -> Iterator[str]:
        contact = self.contact
        both = {fold(it): it for it in (*contact.interests, *contact.groups) if it.strip()}
        if both:
            yield "CATEGORIES:" + ",".join(escaped(sound(it)) for it in both.values())
        yield from self._texts(("X-KITH-GROUP", it) for it in contact.groups)
        yield from self._texts(("X-KITH-INTEREST", it) for it in contact.interests)

    def _milestone(self, milestone: Milestone) -> Iterator[str]:
        held = self._held("milestones", milestone)
        if held:
            yield from map(content_line, held)
            return
        once = ";X-KITH-ONCE=true" if milestone.once else ""
        omits = f";X-APPLE-OMIT-YEAR={OMITTED_YEAR}" if milestone.year is None else ""
        own = "ANNIVERSARY" if self.version == "4.0" else "X-ANNIVERSARY"
        name = {"birthday": "BDAY", "anniversary": own}.get(milestone.label.casefold())
        if name and name not in self.once_only:
            self.once_only.add(name)
            plain = milestone.label in ("birthday", "anniversary")
            label = "" if plain else f";X-KITH-LABEL={milestone.label}"
            day = basic(milestone) if self.version == "4.0" else extended(milestone)
            yield f"{name}{'' if self.version == '4.0' else omits}{once}{label}:{day}"
            return
        self.last_group += 1
        yield f"item{self.last_group}.X-ABDATE{omits}{once}:{extended(milestone)}"
        yield self._line("X-ABLabel", milestone.label, group=f"item{self.last_group}.")

    def _ours(self) -> Iterator[str]:
        contact, culture = self.contact, self.contact.culture
        event = self.network.events.get(contact.met_event) if contact.met_event else None
        through = self.network.contacts.get(contact.introduced_by) if contact.introduced_by else None
        yield from self._texts(
            (
                ("X-KITH-TIER", contact.tier),
                ("X-KITH-CIRCLE", contact.circle),
                ("X-KITH-INTERVAL", str(contact.interval) if contact.interval else ""),
                ("X-KITH-PAUSED", "true" if contact.paused else ""),
                ("X-KITH-ARCHIVED", "true" if contact.archived else ""),
                ("X-KITH-NO-MILESTONES", "true" if contact.muted_milestones else ""),
                ("X-KITH-INDUSTRY", contact.industry),
                *(("X-KITH-OFFER", it) for it in contact.offers),
                *(("X-KITH-NEED", it) for it in contact.needs),
                *(("X-KITH-ROLE", it) for it in contact.roles),
                ("X-KITH-MET-ON", contact.met_day.isoformat() if contact.met_day else ""),
                ("X-KITH-MET", contact.met_note),
                ("X-KITH-MET-EVENT", event.name if event else ""),
                ("X-KITH-INTRODUCED-BY", through.name if through else ""),
                ("X-KITH-ADDED", contact.added.isoformat() if contact.added else ""),
                ("X-KITH-GREETING", culture.greeting),
                ("X-KITH-NAME-ORDER", culture.name_order),
                ("X-KITH-PRONUNCIATION", culture.pronunciation),
                ("PRONOUNS" if self.version == "4.0" else "X-KITH-PRONOUNS", culture.pronouns),
                ("X-KITH-CULTURE", culture.notes),
            )
        )

    def _rest(self) -> Iterator[str]:
        """Yield the kept lines that no field has superseded, and the labels of groups that are still there."""
        superseded = {id(it.prop) for it in self.taken if it.prop.name in _SUPERSEDED}
        labelling = {"X-ABLABEL", "X-ABADR"}
        here = self.given_back | {id(it) for it in self.kept if id(it) not in superseded}
        groups = {it.group for it in self.kept if it.name not in labelling and id(it) in here}
        for prop in self.kept:
            if prop.name in labelling:
                if prop.group in groups:
                    yield content_line(prop)
            elif id(prop) in here and id(prop) not in self.given_back:
                types = {it.casefold() for value in prop.params.get("TYPE", ()) for it in value.split(",")}
                preferred = "pref" in types or prop.params.get("PREF") == ("1",)
                yield content_line(self._preferring(prop, preferred=True) if preferred else prop)


def _guessed(contact: Contact) -> tuple[str, str]:
    """Return the family and given name that a full name most likely has; vCard 3.0 must have both apart."""
    name = contact.name.strip()
    words = name.split()
    if len(words) < 2 or _UNSPACED.fullmatch(name):
        return "", name
    if contact.culture.name_order == "family first":
        return words[0], " ".join(words[1:])
    return words[-1], " ".join(words[:-1])
