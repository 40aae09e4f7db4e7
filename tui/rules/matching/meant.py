"""Whom a captured line means: somebody known, somebody new, or one of several to be chosen from."""

from __future__ import annotations

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.model.text import fold, one_line
from tui.rules.capture.line import Capture
from tui.rules.matching.named import Match, find_named
from tui.rules.matching.people import profile_key

_MOST = 9


class Understood(msgspec.Struct, frozen=True):
    """Whom a line means: somebody known, somebody new, or one of several who must be chosen from."""

    contact: Contact | None = None
    """Somebody known, without doubt."""
    choices: tuple[Contact, ...] = ()
    """Those it may mean, the likeliest first; whoever typed it has to say."""
    close: tuple[Contact, ...] = ()
    """People with a similar name, where it is taken for somebody new."""

    new_first: bool = False
    """True if nobody among the choices is called exactly that: somebody new is then as likely as any."""

    @property
    def new(self) -> bool:
        """True if it is taken for somebody new."""
        return self.contact is None and not self.choices


def understand(
    network: Network, capture: Capture, event: Event | None = None, *, named: Match | None = None
) -> Understood:
    """Return whom a line means.

    It is somebody known if their uid stands in place of the name, if they have the email or profile address and
    a name like it, or if they are called exactly that. It is asked about if the line names another
    organisation than theirs: that may be somebody else. Among several of one name the organisation decides, if
    it is typed and fits one. A part of a name, or one spelt nearly so, is asked about if that person is on the
    event's list or at the same organisation; otherwise it is somebody new.

    `named` is what `find_named` answered to the name, for those who ask at every key.
    """
    name = one_line(capture.name)
    if name in network.contacts:
        return Understood(network.contacts[name])
    match = named if named is not None else find_named(network, name)
    addressed = _addressed(network, capture)
    if addressed:
        called = [it for it in addressed if it in match.exact or it in match.close] if name else addressed
        if len(called) == 1:
            return Understood(called[0])
        asked = {it.uid: it for it in (*called, *addressed, *match.exact)}
        return _ask(tuple(asked.values()), match)
    there = {it.contact for it in network.events.get(event.uid, event).people} if event is not None else set()

    def likely(contact: Contact) -> bool:
        return contact.uid in there or same_place(contact, capture)

    if match.exact:
        at_place = [it for it in match.exact if same_place(it, capture)]
        if len(at_place) == 1:
            return Understood(at_place[0])
        if match.sole is not None and not elsewhere(match.sole, capture):
            return Understood(match.sole)
        asked_of = (match.sole,) if match.sole is not None else match.exact
        return _ask(tuple(sorted(asked_of, key=lambda it: not likely(it))), match)
    near = tuple(filter(likely, match.close))
    return _ask(near[:_MOST], match) if near else Understood(close=match.close[:_MOST])


def _ask(choices: tuple[Contact, ...], match: Match) -> Understood:
    return Understood(choices=choices, new_first=not any(it in match.exact for it in choices))


def _addressed(network: Network, capture: Capture) -> list[Contact]:
    """Return those who have an email or profile address that was typed."""
    found = {it.uid: it for email in capture.emails for it in network.by_email(email)}
    keys = {profile_key(address) for address in capture.profiles} - {""}
    if keys:
        for it in network.contacts.values():
            if it.profiles and not keys.isdisjoint(map(profile_key, it.profiles)):
                found[it.uid] = it
    return list(found.values())


def same_place(contact: Contact, capture: Capture) -> bool:
    """Tell whether a line names the organisation that somebody works at."""
    return bool(capture.organization) and fold(contact.organization) == fold(capture.organization)


def elsewhere(contact: Contact, capture: Capture) -> bool:
    """Tell whether a line names another organisation than the one somebody is known to work at."""
    return bool(contact.organization and capture.organization) and not same_place(contact, capture)


def contradiction(contact: Contact, capture: Capture) -> str:
    """Return what a line says of somebody's work other than is on file: 'now @Other, CTO?'; '' if nothing.

    It is kept in the notes, for the user to settle. A title belongs to its organisation, so one that is not
    taken over takes the other along.
    """
    retitled = bool(contact.title and capture.title) and fold(contact.title) != fold(capture.title)
    if not (retitled or elsewhere(contact, capture)):
        return ""
    place = f"@{capture.organization}" if capture.organization else ""
    return f"now {', '.join(filter(None, (place, capture.title)))}?"
