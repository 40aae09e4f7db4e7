"""Touches from LinkedIn's messages and invitations: one for each person, day and conversation.

What makes it the same touch in a later export is its conversation, the other's profile and the day: so a file
taken twice changes nothing. Somebody unknown becomes a contact if you wrote to them; who only wrote to you is
named and left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

import msgspec
from msgspec.structs import replace

from tui.actions.imported import Import, in_order, together
from tui.actions.importing_people import import_people
from tui.exchange.linkedin_invitations import Invitation
from tui.exchange.linkedin_messages import Messages, Who, who_you_are
from tui.exchange.report import Found, ImportProblem, Person, Skipped, line
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Contact, Interaction
from tui.model.text import fold
from tui.rules.matching.people import profile_key
from tui.rules.phrases import clipped, count, listed

_NAMESPACE = UUID("7b0c7a54-9f4e-5d0b-8a39-0d3f3c6b9e11")
_LONGEST_SUBJECT = 120
_LONGEST_WORDS = 300
_ONLY_CONNECTED = "Connected on LinkedIn"


class _Touch(msgspec.Struct):
    """The messages of one day with one person in one conversation."""

    uid: str
    other: Who
    line: int
    moment: datetime
    subject: str = ""


class People:
    """Contacts by what a message says of them."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._profiles: dict[str, list[str]] = {}
        self._names: dict[str, list[str]] = {}
        for contact in contacts:
            for address in contact.profiles:
                self._profiles.setdefault(profile_key(address), []).append(contact.uid)
            self._names.setdefault(fold(contact.name), []).append(contact.uid)

    @property
    def profiles(self) -> frozenset[str]:
        """Keys of all profiles."""
        return frozenset(self._profiles)

    def find(self, who: Who) -> str:
        """Return the contact (uid) that is meant: by profile; by name only where there is no address."""
        found = self._profiles.get(who.key, []) if who.key else self._names.get(fold(who.name), [])
        return found[0] if len(found) == 1 else ""


def take_messages(
    network: Network, found: Messages, name: str, now: datetime, own: Iterable[str] = ()
) -> Import:
    """Return what taking in messages would do: touches, and people you wrote to who are not known yet.

    Args:
        network: Everybody.
        found: What a messages.csv holds.
        name: What a message calls the file.
        now: The moment, in the user's zone.
        own: Names you go by, besides the one in your profile.

    Raises:
        ImportProblem: if it can't be told which of the people you are.
    """
    people = People(network.contacts.values())
    you = who_you_are(found, (network.profile.name, *own), people.profiles)
    if you is None and found.messages:
        raise ImportProblem(
            f"In {name} it can't be told which of the people you are: write your name, as it is on LinkedIn, in"
            " your profile (y), and import the file again."
        )
    touches: dict[str, _Touch] = {}
    wrote_to: set[str] = set()
    for message in found.messages:
        yours = you is not None and _same(message.sender, you)
        for other in message.recipients if yours else (message.sender,):
            if you is not None and _same(other, you):
                continue
            if yours:
                wrote_to.add(_id(other))
            uid = _uid("message", message.conversation, _id(other), message.moment.date().isoformat())
            touch = touches.setdefault(uid, _Touch(uid, other, message.line, message.moment))
            touch.subject = touch.subject or message.subject
            touch.moment = min(touch.moment, message.moment)
            if not touch.other.name:
                touch.other = other
    new = _add_people(network, touches.values(), people, wrote_to, now)
    return _taken(network, new, touches.values(), found.skipped, now)


def take_invitations(
    network: Network, found: Iterable[Invitation], skipped: Iterable[Skipped], now: datetime
) -> Import:
    """Return what taking in invitations would do: a touch for each with somebody known, and how you met.

    What was written with it is added to how you met, if nothing more than the connection is known there.
    """
    people = People(network.contacts.values())
    edits = Edits(network)
    left = list(skipped)
    added = unchanged = 0
    updated: set[str] = set()
    for it in found:
        uid = people.find(it.other)
        contact = edits.get(Contact, uid) if uid else None
        if contact is None:
            said = (
                "you invited them; they are not among your contacts"
                if it.yours
                else "not among your contacts"
            )
            left.append(Skipped(line(it.line), f"{it.other.name or it.other.profile}: {said}"))
            continue
        key = _uid("invitation", "in" if not it.yours else "out", _id(it.other), it.day.isoformat())
        if key in network.interactions:
            unchanged += 1
        else:
            added += 1
            edits.put(Interaction(uid=key, day=it.day, contacts=(uid,), channel="social", added=now))
        if it.message and contact.met_note == _ONLY_CONNECTED:
            wrote = "You" if it.yours else "They"
            words = f"{_ONLY_CONNECTED}. {wrote} wrote: “{clipped(it.message, _LONGEST_WORDS)}”"
            edits.put(replace(contact, met_note=words))
            updated.add(uid)
    words = f"Imported {count(added, 'invitation')} from LinkedIn"
    return Import(
        edits.change(words),
        added + len(updated) + unchanged + len(left),
        added,
        len(updated),
        unchanged,
        in_order(left),
        words="LinkedIn invitations",
    )


def _add_people(
    network: Network, touches: Iterable[_Touch], people: People, wrote_to: set[str], now: datetime
) -> Change:
    """Return the Change that adds everybody you wrote to who isn't known."""
    new: dict[str, Person] = {}
    for touch in touches:
        who = touch.other
        if who.key and who.name and who.key not in people.profiles and _id(who) in wrote_to:
            new.setdefault(who.key, Person(touch.line, who.name, profile=who.profile))
    return import_people(network, Found(tuple(new.values()), ()), now.date()).change


def _taken(
    network: Network,
    new: Change,
    touches: Iterable[_Touch],
    skipped: tuple[Skipped, ...],
    now: datetime,
) -> Import:
    joining = {edit.uid: edit.after for edit in new.edits if isinstance(edit.after, Contact)}
    people = People([*(it for it in network.contacts.values() if it.uid not in joining), *joining.values()])
    edits = Edits(network)
    left = list(skipped)
    unknown: dict[str, tuple[_Touch, int]] = {}
    added = unchanged = 0
    for touch in touches:
        contact = people.find(touch.other)
        if not contact:
            first, times = unknown.get(_id(touch.other), (touch, 0))
            unknown[_id(touch.other)] = first, times + 1
        elif touch.uid in network.interactions:
            unchanged += 1
        else:
            added += 1
            edits.put(_interaction(touch, contact, now))
    for touch, times in unknown.values():
        left.append(Skipped(line(touch.line), _why(touch.other, times)))
    joined = sum(1 for edit in new.edits if edit.before is None)
    parts = [count(joined, "person", "people")] if joined else []
    parts += [count(added, "touch", "touches")] if added or not joined else []
    change = together(f"Imported {listed(parts)} from LinkedIn messages", (new, edits.change("")))
    return Import(
        replace(change, sound=False),
        added + unchanged + len(left),
        added,
        0,
        unchanged,
        in_order(left),
        words="LinkedIn messages",
    )


def _interaction(touch: _Touch, contact: str, now: datetime) -> Interaction:
    moment = touch.moment.astimezone(now.tzinfo)
    return Interaction(
        uid=touch.uid,
        day=moment.date(),
        at=moment,
        contacts=(contact,),
        channel="message",
        summary=clipped(touch.subject, _LONGEST_SUBJECT),
        added=now,
    )


def _why(who: Who, times: int) -> str:
    name = who.name or who.profile or "somebody without a name"
    days = f" ({count(times, 'day')} with messages)" if times > 1 else ""
    if not who.key and who.name:
        return f"{name}: no address of a profile, and nobody alone is called that{days}"
    if not who.name:
        return f"{name}: not among your contacts, and no row tells their name{days}"
    return f"{name}: not among your contacts, and you never wrote to them{days}"


def _same(who: Who, other: Who) -> bool:
    return who.key == other.key if who.key and other.key else fold(who.name) == fold(other.name)


def _id(who: Who) -> str:
    return who.key or f"name {fold(who.name)}"


def _uid(*parts: str) -> str:
    return str(uuid5(_NAMESPACE, "\n".join(("linkedin", *parts))))
