"""vCards (2.1, 3.0, 4.0) in: every card that can be found is handed over, or reported with its place and reason.

What Kith has no field for is kept as it stands (`Contact.vcard`) and given back at export. Pictures, sounds
and keys are left out, and that is said.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence

from tui.exchange.report import Found, ImportProblem, Person, Skipped, line
from tui.exchange.vcard_fields import contact_fields, read_fields
from tui.exchange.vcard_lines import Card, is_vcards, read_cards
from tui.exchange.vcard_property import Property, read_property
from tui.model.text import fold, one_line
from tui.rules.matching.people import is_member, profile_key
from tui.rules.phrases import count

__all__ = ["content_line", "is_vcards", "read_vcards"]

Progress = Callable[[int, int], bool]
_STEP = 200
MOST_LINES = 2_000
"""Properties that are read of one card; a long real one has a hundred."""
LONGEST_LINE = 4_000
"""Characters of the longest line that is kept for the export."""
LONGEST_KEPT = 20_000
"""Characters of all lines that are kept of one card."""
_LEFT_OUT = {"PHOTO": "photo", "LOGO": "logo", "SOUND": "sound", "KEY": "key"}
_OF_THE_FILE = frozenset(("VERSION", "PRODID", "REV", "BEGIN", "END", "AGENT"))
"""Properties about the file or its writing, which an export makes anew."""
_NOBODY = {
    "group": "a list of people, not a person",
    "org": "an organisation, not a person",
    "location": "a place, not a person",
    "application": "a program, not a person",
    "device": "a device, not a person",
}
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
_NAMES = ("CN", "NAME", "SORT-STRING")
"""Where a name may stand if it stands nowhere else, as in the cards of directories."""


def read_vcards(
    data: bytes, source: str, regions: Sequence[str] = (), *, progress: Progress | None = None
) -> Found:
    """Read a file of vCards.

    Args:
        data: What the file holds.
        source: What a message calls the file.
        regions: Countries (ISO 3166) to which a phone number without a country may belong: your own.
        progress: Told how many cards of how many are read; answers False to stop there.

    Raises:
        ImportProblem: if there is no vCard in it.
    """
    cards = read_cards(data)
    if not cards.cards:
        raise ImportProblem(
            f"{source} holds no vCard: no line in it says BEGIN:VCARD. Export your contacts again, as vCard (.vcf)."
        )
    people: list[Person] = []
    skipped: list[Skipped] = []
    noted = [Skipped(line(number), "text that belongs to no card; left out") for number in cards.stray]
    left_out: dict[str, list[int]] = {}
    names: dict[int, str] = {}
    for at, card in enumerate(cards.cards):
        if progress is not None and at % _STEP == 0 and not progress(at, len(cards.cards)):
            break
        read = _Reader(card, regions)
        names[id(card)] = read.name
        owner = names.get(id(card.owner), "") if card.owner is not None else ""
        if read.refused:
            skipped.append(Skipped(line(card.number), read.refused))
            continue
        if owner and fold(owner) == fold(read.name):
            skipped.append(Skipped(line(card.number), f"{read.name}: a copy inside their own card (AGENT)"))
            continue
        people.append(read.person(owner))
        noted += [Skipped(line(number), f"{read.name}: {why}") for number, why in read.problems]
        for kind, number in read.left_out:
            left_out.setdefault(kind, []).append(number)
    noted += [Skipped(line(found[0]), _said(kind, len(found))) for kind, found in left_out.items()]
    return Found(tuple(people), tuple(skipped), tuple(sorted(noted, key=_place)))


def content_line(prop: Property) -> str:
    """Return a property as one content line that vCard 3.0 and 4.0 understand, without its break."""
    params = "".join(
        f";{name}={','.join(map(_parameter, values))}" for name, values in prop.params.items() if values
    )
    group = f"{prop.group}." if prop.group else ""
    return f"{group}{prop.name}{params}:{prop.value}"


def _parameter(value: str) -> str:
    value = re.sub('["\x00-\x1f\x7f]', "", value)
    return f'"{value}"' if re.search("[:;,]", value) else value


def _said(kind: str, number: int) -> str:
    others = f", like {count(number - 1, 'more', 'more')} in this file" if number > 1 else ""
    return f"a {kind}; left out{others}"


def _place(skip: Skipped) -> int:
    return int(skip.where.split()[1])


class _Reader:
    """One card, read."""

    def __init__(self, card: Card, regions: Sequence[str]) -> None:
        self.card = card
        self.problems: list[tuple[int, str]] = []
        self.left_out: list[tuple[str, int]] = []
        properties = self._properties(card)
        self.reading = read_fields(properties, regions)
        self.fields = contact_fields(self.reading)
        self.problems += self.reading.problems
        self.uid = next((it.text for it in properties if it.name == "UID"), "")
        self.name = self._name(properties)
        self.refused = self._refused(properties)
        if not card.closed and not self.refused:
            self.problems.append((card.number, "its END:VCARD is missing; taken as far as it goes"))

    def person(self, owner: str) -> Person:
        """Return the person on the card."""
        fields = self.fields
        profiles = list(fields.pop("profiles", ()))
        emails = fields.pop("emails", ())
        profile = next((it for it in profiles if is_member(profile_key(it))), "")
        profile = profile or self.reading.fields.get("_social", "")
        others = tuple(it for it in profiles if it != profile)
        if owner:
            told = f"Acts for {owner} (from their vCard)."
            fields["notes"] = f"{fields['notes']}\n\n{told}" if fields.get("notes") else told
        more = {**fields, "emails": tuple(emails[1:]), "profiles": others, "vcard": self._kept()}
        for key in ("name", "given", "family", "organization", "title"):
            more.pop(key, None)
        return Person(
            line=self.card.number,
            name=self.name,
            given=fields.get("given", ""),
            family=fields.get("family", ""),
            profile=profile,
            email=emails[0] if emails else "",
            organization=fields.get("organization", ""),
            title=fields.get("title", ""),
            uid=_uuid(self.uid),
            more={key: value for key, value in more.items() if value},
        )

    def _properties(self, card: Card) -> list[Property]:
        version = next((it.text[8:].strip() for it in card.lines if it.text[:8].upper() == "VERSION:"), "")
        self.ours = any(it.text.startswith("PRODID:-//Kith//") for it in card.lines)
        found: list[Property] = []
        for content in card.lines:
            if len(found) == MOST_LINES:
                self.problems.append((content.number, f"more than {MOST_LINES:,} lines; the rest left out"))
                break
            prop = read_property(content, version)
            if prop is None:
                self.problems.append((content.number, f"“{content.text[:60]}” is no property; left out"))
            elif prop.name in _LEFT_OUT or prop.binary:
                if prop.value.strip() or prop.binary:
                    self.left_out.append((_LEFT_OUT.get(prop.name, "piece of binary data"), prop.number))
            elif prop.name not in _OF_THE_FILE and not (prop.name == "KIND" and prop.text == "individual"):
                found.append(prop)
        return found

    def _name(self, properties: list[Property]) -> str:
        """Return the name to call them by: written, composed, or what else tells them from others."""
        fields = self.fields
        name: str = fields.get("name") or self.reading.fields.get("_composed") or fields.get("nickname", "")
        if name:
            return name
        others = [it.text for wanted in _NAMES for it in properties if it.name == wanted]
        name = next((one_line(it) for it in others if it.strip()), "")
        if name:
            return name
        for field in ("emails", "phones"):
            if fields.get(field):
                name = str(fields[field][0])
                self.problems.append((self.card.number, "no name on the card; called so until you give one"))
                return name
        return str(fields.get("organization", ""))

    def _refused(self, properties: list[Property]) -> str:
        """Say why nobody can be made of the card, or ''."""
        kinds = {it.text.casefold() for it in properties if it.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND")}
        why = next((words for kind, words in _NOBODY.items() if kind in kinds), "")
        company = any(it.name == "X-ABSHOWAS" and it.text.upper() == "COMPANY" for it in properties)
        if company and not (self.fields.get("given") or self.fields.get("family")):
            why = _NOBODY["org"]
        if why:
            return f"{self.name}: {why}" if self.name else why
        if not self.name:
            return "no name, no address and no number on the card" if properties else "an empty card"
        return ""

    def _kept(self) -> tuple[str, ...]:
        """Return the lines to keep for the export."""
        kept: list[str] = []
        room = LONGEST_KEPT
        for prop in self.reading.rest():
            if prop.name == "UID" and self.ours and prop.text.startswith("urn:uuid:"):
                continue  # the uid of the contact, which an export writes anyway
            content = content_line(prop)
            if len(content) > min(LONGEST_LINE, room):
                self.problems.append((prop.number, f"{prop.name} is too long to be kept; left out"))
                continue
            room -= len(content)
            kept.append(content)
        return tuple(kept)


def _uuid(uid: str) -> str:
    """Return the UUID that a card's UID is, or one made from it, the same every time (RFC 9562, version 5)."""
    if not uid:
        return ""
    found = _UUID.fullmatch(uid)
    return found[1].lower() if found else str(uuid.uuid5(uuid.NAMESPACE_URL, f"vcard:{uid}"))
