"""Two records of one person as one: what each knows, field by field, and the record that comes of it.

Lists and notes are united. Of two texts the richer or the newer is suggested; the one that isn't taken goes
into the notes, so that nothing is lost. What is a choice of yours and no fact about them (tier, circle,
rhythm) is chosen, and leaves no note.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import one_line
from tui.rules.cadence import TIER_ORDER
from tui.rules.entry.contact import FIELDS, typed
from tui.rules.matching.alike_names import likeness, name_words
from tui.rules.matching.uniting import joined, listed, union, united
from tui.rules.matching.workplaces import organization_key
from tui.rules.phrases import short_day

Side = Literal["left", "both", "right"]

_LISTS = frozenset("emails phones profiles languages groups interests offers needs roles milestones".split())
_UNITED = frozenset(("notes", "private_notes"))
_SETTINGS = frozenset(("tier", "circle", "interval", "muted_milestones", "culture.name_order"))
_UNASKED = frozenset(("paused", "archived"))
_OF_WORK = ("title", "industry")
_NAMES = ("given", "family")
_MET = ("met_event", "introduced_by", "met_note")
_LABELS = {
    "met_day": "Met on",
    "met_event": "Met at",
    "introduced_by": "Met through",
    "met_note": "How you met",
    "interval": "Own rhythm",
    "muted_milestones": "Keep days quiet",
}
"""What fields are called where their heading in the form does not stand above them."""
_MERGED = "merged"
"""Under which what no field has room for is kept, among the unknown fields."""


class Field(msgspec.Struct, frozen=True):
    """One thing that is known of somebody, by one of the records or both."""

    name: str
    """Name of the record's field; 'culture.greeting' for one inside a part."""
    label: str
    """What it is called in the form."""
    left: str
    """What the record on the left says, as text."""
    right: str
    """What the one on the right says."""
    sides: tuple[Side, ...]
    """What can be chosen; one alone where there is nothing to choose."""
    suggested: Side
    """What is taken unless you choose otherwise."""

    @property
    def is_open(self) -> bool:
        """Tell whether there is anything to choose."""
        return len(self.sides) > 1


def richer_first(network: Network, one: Contact, other: Contact) -> tuple[Contact, Contact]:
    """Return two records, the one with more history first, else the one that has been there longer."""

    def weight(contact: Contact) -> tuple[int, int]:
        uid = contact.uid
        history = len(network.interactions_of(uid)) + len(network.follow_ups_of(uid))
        return -history - len(network.events_of(uid)), (contact.added or date.max).toordinal()

    return (one, other) if weight(one) <= weight(other) else (other, one)


def compare(network: Network, left: Contact, right: Contact) -> tuple[Field, ...]:
    """Return what the two records know, field by field in the order of the form, without what neither knows."""
    left, right = _apart(left, right), _apart(right, left)
    texts = typed(network, left), typed(network, right)
    sides: dict[str, Side] = {}
    found = []
    for name, spec in FIELDS.items():
        one, other = (it[name].strip() for it in texts)
        empty = {"", "not said", "no"}
        if name in _UNASKED or (one in empty and other in empty):
            continue
        choices: tuple[Side, ...]
        if _same(name, left, right):
            choices = ("left",)
        elif name in _UNITED and one and other:
            choices = ("both",)
        elif one in empty or other in empty:
            choices = ("right",) if one in empty else ("left",)
            if name in _OF_WORK and _elsewhere(left, right):
                choices = ("left", "right")
        else:
            choices = ("left", "both", "right") if name in _LISTS or name == "circle" else ("left", "right")
        sides[name] = choices[0] if len(choices) == 1 else _suggested(name, left, right, sides)
        shown = [text if text not in empty else "" for text in (one, other)]
        found.append(Field(name, _LABELS.get(name, spec.label), shown[0], shown[1], choices, sides[name]))
    return tuple(found)


def combine(
    network: Network, left: Contact, right: Contact, chosen: Mapping[str, Side], today: date
) -> Contact:
    """Return the one record of two, under the uid of the left one.

    Args:
        network: Who is known.
        left: The record that goes on.
        right: The record that goes into it.
        chosen: Sides by field, where they differ from what `compare` suggests.
        today: The day, for the note on what was not taken.
    """
    left, right = _apart(left, right), _apart(right, left)
    plain: dict[str, Any] = {}
    culture: dict[str, Any] = {}
    left_out = []
    for field in compare(network, left, right):
        side = chosen.get(field.name, field.suggested)
        side = side if side in field.sides else field.suggested
        part, _, inner = field.name.partition(".")
        value = _taken(field.name, side, left, right)
        if inner:
            culture[inner] = value
        else:
            plain[part] = value
        if field.is_open and side != "both" and field.name not in _SETTINGS:
            lost = _lost(network, field, side, left, right)
            left_out += [f"{field.label.lower()} “{lost}”"] if lost else []
    called = _called(
        plain.get("name", left.name), right.name if plain.get("name") == left.name else left.name
    )
    if called and not (plain.get("nickname") or left.nickname):
        plain["nickname"] = called
    notes = plain.get("notes", "")
    if left_out:
        told = f"Merged {short_day(today, today)} {today.year}; not taken over: {'; '.join(left_out)}."
        plain["notes"] = "\n\n".join(filter(None, (notes, told)))
    imported, extra = joined(left.imported, right.imported), joined(left.extra, right.extra)
    emails = (*left.imported.get("email", "").split(), *right.imported.get("email", "").split())
    if emails:
        imported[0]["email"] = " ".join(dict.fromkeys(emails))
        imported[1].pop("email", None)
    traits = joined(left.culture.extra, right.culture.extra)
    aside = {name: rest for name, (_, rest) in (("imported", imported), ("culture", traits)) if rest}
    aside |= extra[1]
    kept = dict(extra[0])
    if aside:
        kept[_MERGED] = [*listed(kept.get(_MERGED)), aside]
    both = left.uid, right.uid
    return replace(
        left,
        **plain,
        culture=replace(left.culture, **culture, extra=traits[0] or None),
        starters=united(left.starters, right.starters),
        deferrals=tuple(sorted(united(left.deferrals, right.deferrals), key=lambda it: it.day)),
        not_duplicates=tuple(
            uid for uid in united(left.not_duplicates, right.not_duplicates) if uid not in both
        ),
        vcard=united(left.vcard, right.vcard),
        imported=imported[0],
        extra=kept or None,
        source=left.source or right.source,
        added=min(filter(None, (left.added, right.added)), default=None),
        triaged=max(filter(None, (left.triaged, right.triaged)), default=None),
        paused=left.paused or right.paused,
        archived=left.archived and right.archived,
    )


def _apart(contact: Contact, other: Contact) -> Contact:
    """Return a record that doesn't say that you met through the other one, which is the same person."""
    return (
        replace(contact, introduced_by=None) if contact.introduced_by in (other.uid, contact.uid) else contact
    )


def _value(contact: Contact, name: str) -> Any:
    part, _, inner = name.partition(".")
    value = getattr(contact, part)
    return getattr(value, inner) if inner else value


def _same(name: str, left: Contact, right: Contact) -> bool:
    one, other = _value(left, name), _value(right, name)
    if one == other:
        return True
    if name in _LISTS:
        return all(union(name, a, b) == union(name, a, ()) for a, b in ((one, other), (other, one)))
    return isinstance(one, str) and isinstance(other, str) and one.strip() == other.strip()


def _suggested(name: str, left: Contact, right: Contact, sides: Mapping[str, Side]) -> Side:
    """Return which of two different values to take: the richer, else the newer."""
    if name in _LISTS or name == "circle":
        return "both"
    newer: Side = "right" if (right.added or date.min) > (left.added or date.min) else "left"
    if name in _NAMES:
        return sides.get("name", "left")
    if name in _OF_WORK:
        # A title belongs to its organisation: of another one it is no news.
        return sides.get("organization", newer)
    if name == "organization" and _elsewhere(left, right):
        return newer
    one, other = _rank(name, left), _rank(name, right)
    return newer if one == other else "left" if one < other else "right"


def _rank(name: str, contact: Contact) -> tuple[int, ...]:
    """Return by what one of two values is the better, the lower first; nothing where the newer one is."""
    if name == "name":
        return "," in contact.name, -len(contact.name.split()), contact.name.isascii(), -len(contact.name)
    if name == "organization":
        return (-len(contact.organization),)
    if name == "tier":
        return (TIER_ORDER.index(contact.tier),)
    if name == "interval":
        return (contact.interval or 0,)
    if name == "met_day" or name in _MET:
        return ((contact.met_day or date.max).toordinal(),)
    return ()


def _elsewhere(left: Contact, right: Contact) -> bool:
    """Tell whether the two records name two different places of work."""
    one, other = organization_key(left.organization), organization_key(right.organization)
    return bool(left.organization and right.organization) and one != other


def _taken(name: str, side: Side, left: Contact, right: Contact) -> Any:
    one, other = _value(left, name), _value(right, name)
    if name in _LISTS:
        # What is on both sides stays, however each wrote it.
        return one if side == "left" else other if side == "right" else union(name, one, other)
    if side != "both":
        return one if side == "left" else other
    if name == "circle":
        return "both"
    first, second = one.strip(), other.strip()
    told = first.splitlines()
    more = "\n".join(text for text in second.splitlines() if not text.strip() or text not in told).strip()
    return f"{first}\n\n{more}" if more else one


def _lost(network: Network, field: Field, side: Side, left: Contact, right: Contact) -> str:
    """Return what the side that was not taken says, as text for the notes."""
    kept, other = (left, right) if side == "left" else (right, left)
    if field.name in _LISTS:
        held = _value(kept, field.name)
        # What is kept may hold an entry twice, which both together hold once.
        more = union(field.name, held, _value(other, field.name))[len(union(field.name, held, ())) :]
        field_only = replace(Contact(uid="", name=""), **{field.name: more})
        return ", ".join(typed(network, field_only)[field.name].splitlines())
    return one_line(field.right if side == "left" else field.left)


def _called(name: str, other: str) -> str:
    """Return the form of a given name that somebody goes by in a name that was not taken: Kasia for Katarzyna."""
    words = name_words(name)
    if likeness(words, name_words(other), frozenset()) != "form":
        return ""
    return next((word for word in other.split() if not set(name_words(word)) & set(words)), "")
