"""What to say: starters for a person, for everybody at an event, and for the room.

Every starter rests on a fact in the file, which it names; openers come last. Sensitive matters and private
notes are never used. The same file on the same day gives the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from zlib import crc32

from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.rules.starters.choosing import (
    chosen,
    openers_for,
    own_starters,
    ranked,
    unused,
    used_by,
    worked_kinds,
)
from tui.rules.starters.needs import helpers_of
from tui.rules.starters.notes import visible
from tui.rules.starters.openers import for_room, for_situation, is_senior
from tui.rules.starters.scene import said_at, scene
from tui.rules.starters.suggestion import Candidate, Suggestion, fact_of, turned

__all__ = ["PAGE", "Suggestion", "beside", "event_starters", "fact_of", "room_starters", "starters"]

PAGE = 5
"""Starters shown at a time; 'others' are the next so many."""
SHARED = 40
"""Words are shared out among so many people at one event; nobody talks to more, and openers would run out."""
_OPENERS_ALONE = 6
"""Openers for somebody outside an event."""
_AGAIN = re.compile(r"\b(?:last in touch|since we|last spoke|last talked|last time)\b", re.IGNORECASE)
"""Openers for people you have spoken with before."""


def starters(
    network: Network, contact: Contact, now: datetime, *, event: Event | None = None, page: int = 0
) -> tuple[Suggestion, ...]:
    """Return what to say to somebody, best first: your own and pinned, facts in their order of worth, openers.

    Args:
        network: Everybody.
        contact: Who is spoken to.
        now: The moment, in the user's zone.
        event: Where you meet; somebody on its list gets words that nobody else there gets, as long as the list
            is one that a person can go through (`SHARED`).
        page: 0 for the best, 1 and on for others; an empty answer means that there are no more.
    """
    if event is not None and _is_shared_out(event) and contact.uid in {it.contact for it in event.people}:
        everything = _for_event(network, event, now).get(contact.uid, ())
    else:
        everything = _alone(network, contact, now, event)
    return everything[page * PAGE : (page + 1) * PAGE]


def event_starters(
    network: Network, event: Event, now: datetime, *, only: Collection[str] | None = None
) -> dict[str, tuple[Suggestion, ...]]:
    """Return the first page for everybody on an event's list, by uid; no two people get the same words.

    With `only` (uids), for those alone. Of a long list (`SHARED`) the words are then not shared out among all,
    which takes a second for hundreds, but among these.
    """
    if only is None or _is_shared_out(event):
        everything = _for_event(network, event, now).items()
        return {uid: found[:PAGE] for uid, found in everything if only is None or uid in only}
    page: dict[str, tuple[Suggestion, ...]] = {}
    taken: set[str] = set()
    heard: Counter[str] = Counter()
    for seat in sorted(event.people, key=lambda it: it.priority):
        contact = network.contacts.get(seat.contact)
        if contact is not None and contact.uid in only and contact.uid not in page:
            found = [it for it in _alone(network, contact, now, event, heard) if it.text not in taken][:PAGE]
            taken.update(it.text for it in found)
            page[contact.uid] = tuple(found)
    return page


def _is_shared_out(event: Event) -> bool:
    return len(event.people) <= SHARED


def room_starters(network: Network, event: Event, now: datetime) -> tuple[Suggestion, ...]:
    """Return what to say to anybody at an event: your own, then openers and its topics, light before deep."""
    gone = used_by(event.starters)
    own = [
        Suggestion(
            visible(it.text), visible(it.because) or "your own words", it.kind or "own", it.depth, it.state
        )
        for it in event.starters
        if it.state in ("own", "pinned") and visible(it.text)
    ]
    own.sort(key=lambda it: it.state != "pinned")
    seed = f"{event.uid}|room"
    offered = {it.text for it in own}
    found = list(own)
    candidates = ranked(
        [*for_room(event), *openers_for(event, now, network.own_words)], worked_kinds(network)
    )
    for it in sorted(candidates, key=lambda it: it.depth):
        words = next((way for way in turned(it.ways, seed + it.because) if way not in offered), None)
        if words is not None:
            offered.add(words)
            found.append(Suggestion(words, it.because, it.kind, it.depth))
    return tuple(unused(found, gone))


def beside(contact: Contact) -> str:
    """Return what to know about addressing somebody, to show beside starters; '' if nothing is noted."""
    culture = contact.culture
    parts = [
        f"pronounced {visible(culture.pronunciation)}" if culture.pronunciation.strip() else "",
        f"greeting: {visible(culture.greeting)}" if culture.greeting.strip() else "",
        {"family first": "family name first", "given first": "given name first"}.get(culture.name_order, ""),
        visible(culture.pronouns),
        visible(culture.notes),
    ]
    return " · ".join(part for part in parts if part)


def _alone(
    network: Network,
    contact: Contact,
    now: datetime,
    event: Event | None,
    heard: Counter[str] | None = None,
) -> tuple[Suggestion, ...]:
    taken: set[str] = set()
    own = own_starters(contact, event)
    taken.update(it.text for it in own)
    found = own + chosen(
        scene(network, contact, said_at(event, now), event, helpers_of(network)),
        worked_kinds(network),
        taken,
        heard,
    )
    stranger = not network.touches_of(contact.uid)
    pool = [
        it
        for it in _mixed(openers_for(event, now, network.own_words, stranger=stranger), contact.uid)
        if it.ways[0] not in taken
    ]
    if stranger:
        pool = [it for it in pool if not _AGAIN.search(it.ways[0])]
    for it in pool if event else pool[:_OPENERS_ALONE]:
        found.append(Suggestion(it.ways[0], it.because, it.kind, it.depth))
    return tuple(unused(found, used_by(contact.starters)))


def _mixed(candidates: Sequence[Candidate], seed: str) -> list[Candidate]:
    """Openers light before deep, each depth begun at a place of its own for each person."""
    mixed: list[Candidate] = []
    for depth in (1, 2, 3):
        same = [it for it in candidates if it.depth == depth]
        start = crc32(f"{seed}|{depth}".encode("utf-8", "replace")) % len(same) if same else 0
        mixed += same[start:] + same[:start]
    return mixed


def _for_event(network: Network, event: Event, now: datetime) -> dict[str, tuple[Suggestion, ...]]:
    """Everything for everybody on the list: facts first, then the openers shared out, those with least first."""
    worked, helpers = worked_kinds(network), helpers_of(network)
    listed = {person.contact: person.priority for person in event.people}
    people = [network.contacts[uid] for uid in listed if uid in network.contacts]
    people.sort(key=lambda it: (listed[it.uid], it.name, it.uid))
    own = {it.uid: own_starters(it, event) for it in people}
    taken = {starter.text for mine in own.values() for starter in mine}
    heard: Counter[str] = Counter()
    there = said_at(event, now)
    found = {
        it.uid: own[it.uid] + chosen(scene(network, it, there, event, helpers), worked, taken, heard)
        for it in people
    }
    pool = [
        it for it in _mixed(openers_for(event, now, network.own_words), event.uid) if it.ways[0] not in taken
    ]
    if not all(network.touches_of(it.uid) for it in people):
        pool = [it for it in pool if not _AGAIN.search(it.ways[0])]
    senior = [it for it in people if is_senior(it)]
    for contact, it in zip(
        senior, _mixed(for_situation("someone senior", own=network.own_words), event.uid), strict=False
    ):
        if it.ways[0] not in taken:
            found[contact.uid] = [*found[contact.uid], Suggestion(it.ways[0], it.because, it.kind, it.depth)]
    turns = sorted(people, key=lambda it: (len(found[it.uid]), listed[it.uid], it.name, it.uid))
    while pool and turns:
        for contact in turns:
            if not pool:
                break
            it = pool.pop(0)
            found[contact.uid] = [*found[contact.uid], Suggestion(it.ways[0], it.because, it.kind, it.depth)]
    return {it.uid: tuple(unused(found[it.uid], used_by(it.starters))) for it in people}
