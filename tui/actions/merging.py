"""Two records of one person made one, and two people told apart for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from tui.actions.interactions import Refused
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Introduction, Note, Outcome, Sent
from tui.rules.matching.combining import Side, combine
from tui.rules.namesakes import told_apart
from tui.rules.phrases import listed, short_day

T = TypeVar("T")
_BEST: tuple[Outcome, ...] = ("met", "later", "not met", "expected")
"""Outcomes of a seat, that which says most first."""


def merge(
    network: Network, keep: str, other: str, now: datetime, chosen: Mapping[str, Side] | None = None
) -> Change:
    """Return the Change that makes one contact of two, with all that is known and all that happened.

    Whatever speaks of the second (interactions, promises, seats at events, introductions, shares, who
    introduced whom) speaks of the first from then on, and the second record goes. An introduction of the two
    to each other goes too, and leaves its words in the notes.

    Args:
        network: Who is known.
        keep: Contact (uid) that goes on.
        other: Contact (uid) that goes into it.
        now: The moment, in the user's zone.
        chosen: Which side to take by field (left is the one that goes on), where not as suggested.

    Raises:
        Refused: if they are one already, or one of them was removed meanwhile.
    """
    left, right = network.contacts.get(keep), network.contacts.get(other)
    if left is None or right is None:
        raise Refused("One of the two is not among your contacts any more: perhaps they are merged already.")
    if keep == other:
        raise Refused(f"{left.name} is one record already: choose two.")
    edits = Edits(network)
    one = combine(network, left, right, chosen or {}, now.date())
    told = _introductions(edits, network, keep, other, now)
    if told:
        one = replace(one, notes="\n\n".join(filter(None, (one.notes, *told))))
    edits.put(one)
    edits.remove([right])
    _interactions(edits, network, keep, other)
    _events(edits, network, keep, other)
    for step in network.follow_ups_of(other):
        edits.put(replace(step, contact=keep))
    for share in network.shares.values():
        if any(it.contact == other for it in share.sent):
            sent = (
                Sent(contact=_one(it.contact, keep, other), day=it.day, extra=it.extra) for it in share.sent
            )
            edits.put(replace(share, sent=_once(sent)))
    for contact in network.contacts.values():
        if contact.uid not in (keep, other):
            _mentions(edits, contact, keep, other)
    return edits.change(
        f"Merged {right.name} into {left.name}" if left.name != right.name else f"Merged {left.name}"
    )


def keep_apart(network: Network, first: str, second: str) -> Change:
    """Return the Change that remembers that two contacts are two people, so that they aren't suggested again.

    Raises:
        Refused: if one of them was removed meanwhile.
    """
    one, other = network.contacts.get(first), network.contacts.get(second)
    if one is None or other is None or first == second:
        raise Refused("One of the two is not among your contacts any more.")
    edits = Edits(network)
    edits.put(replace(one, not_duplicates=_once((*one.not_duplicates, second))))
    edits.put(replace(other, not_duplicates=_once((*other.not_duplicates, first))))
    return edits.change(f"{listed(told_apart((one, other)))} are two people")


def _one(uid: str, keep: str, other: str) -> str:
    return keep if uid == other else uid


def _once(entries: Iterable[T]) -> tuple[T, ...]:
    found: list[T] = []
    for entry in entries:
        if entry not in found:
            found.append(entry)
    return tuple(found)


def _interactions(edits: Edits, network: Network, keep: str, other: str) -> None:
    for touch in network.interactions_of(other):
        contacts = _once(_one(uid, keep, other) for uid in touch.contacts)
        notes: dict[str, Note] = {}
        for note in touch.notes:
            uid = _one(note.contact, keep, other)
            before = notes.get(uid)
            notes[uid] = replace(note, contact=uid) if before is None else _joined(before, note)
        edits.put(replace(touch, contacts=contacts, notes=tuple(notes.values())))


def _joined(one: Note, other: Note) -> Note:
    """Return two notes about one person as one."""
    texts = _once(text for text in (one.text.strip(), other.text.strip()) if text)
    extra = {**(other.extra or {}), **(one.extra or {})}
    return replace(one, text="\n".join(texts), extra=extra or None)


def _events(edits: Edits, network: Network, keep: str, other: str) -> None:
    for event in network.events_of(other):
        people: dict[str, Attendee] = {}
        for seat in event.people:
            uid = _one(seat.contact, keep, other)
            before = people.get(uid)
            people[uid] = replace(seat, contact=uid) if before is None else _one_seat(before, seat)
        edits.put(replace(event, people=tuple(people.values())))


def _one_seat(one: Attendee, other: Attendee) -> Attendee:
    """Return two seats of one person at an event as one: what came of it counts, and all that was wanted."""
    extra = {**(other.extra or {}), **(one.extra or {})}
    return replace(
        one,
        why="; ".join(_once(filter(None, (one.why.strip(), other.why.strip())))),
        priority=min(one.priority, other.priority),
        questions=_once((*one.questions, *other.questions)),
        outcome=min(one.outcome, other.outcome, key=_BEST.index),
        practice=max(one.practice, other.practice),
        extra=extra or None,
    )


def _introductions(edits: Edits, network: Network, keep: str, other: str, now: datetime) -> list[str]:
    """Point introductions at the one record; return the words of those of the two to each other, which go."""
    told = []
    for it in network.introductions_of(other):
        first, second = _one(it.first, keep, other), _one(it.second, keep, other)
        if first != second:
            edits.put(replace(it, first=first, second=second))
            continue
        edits.remove([it])
        told.append(_told(it, now))
    return told


def _told(it: Introduction, now: datetime) -> str:
    """Return in words what an introduction of somebody to themselves held."""
    steps = [f"{step.status} on {short_day(step.day, now.date())}" for step in it.steps] or [it.status]
    words = "; ".join(filter(None, (it.reason, it.outcome, *steps)))
    return f"There were two records, and an introduction between them: {words}."


def _mentions(edits: Edits, contact: Contact, keep: str, other: str) -> None:
    """Point what somebody else's record says of the second one at the first."""
    if contact.introduced_by == other:
        contact = replace(contact, introduced_by=keep)
        edits.put(contact)
    if other in contact.not_duplicates:
        told = _once(_one(uid, keep, other) for uid in contact.not_duplicates)
        edits.put(replace(contact, not_duplicates=told))
