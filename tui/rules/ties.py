"""How people hang together: who introduced whom, and what you share with somebody."""

from __future__ import annotations

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold

_LONGEST_CHAIN = 12
"""People in a chain of introductions at most; one that runs in a circle ends."""


def introducer(network: Network, contact: Contact) -> Contact | None:
    """Return who introduced somebody to you, if that is known."""
    return network.contacts.get(contact.introduced_by or "")


def introduced(network: Network, contact: Contact) -> list[Contact]:
    """Return those whom somebody introduced to you, the latest met first."""
    by_name = sorted(network.introduced_by(contact.uid), key=lambda it: fold(it.name))
    return sorted(by_name, key=_day, reverse=True)


def chain(network: Network, contact: Contact) -> list[Contact]:
    """Return who introduced somebody, who introduced that one, and so on to the first you knew without help."""
    found: list[Contact] = []
    seen = {contact.uid}
    before = introducer(network, contact)
    while before is not None and before.uid not in seen and len(found) < _LONGEST_CHAIN:
        found.append(before)
        seen.add(before.uid)
        before = introducer(network, before)
    return found


def shared(network: Network, contact: Contact) -> tuple[str, ...]:
    """Return the interests and groups that somebody has and you have too, as you write them."""
    me = network.profile
    theirs = {fold(text) for text in (*contact.interests, *contact.groups)}
    return tuple(sorted({text for text in (*me.interests, *me.groups) if fold(text) in theirs}, key=fold))


def _day(contact: Contact) -> str:
    day = contact.met_day or contact.added
    return day.isoformat() if day else ""
