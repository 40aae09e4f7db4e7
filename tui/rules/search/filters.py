"""What each filter of the search line asks of a contact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold, one_line
from tui.rules.search.query import Term

Statuses = Mapping[str, set[str]]
"""Contact (uid) to the statuses of its rows in the queue."""

_NEEDS_YOU = {"due", "amber", "red", "overdue"}
_STATUSES = {"": _NEEDS_YOU, "soon": {"soon"}, "overdue": {"red", "overdue"}}
_DASHES = str.maketrans("-_", "  ")


def filter_for(term: Term, network: Network, statuses: Statuses) -> Callable[[Contact], bool]:
    """Return whether a filter holds for a contact, negation aside.

    `#`, `@`, `needs:`, `offers:`, `met:`, `through:` and those for a fact look for a value with a word
    that begins as typed; with nothing typed, for any value. `statuses` is read by `due:` alone.
    """
    value = term.value
    match term.field:
        case "tier":
            return lambda it: it.tier.startswith(value)
        case "circle":
            return lambda it: it.circle.startswith(value) or it.circle == "both"
        case "archived":
            return lambda it: it.archived
        case "paused":
            return lambda it: it.paused
        case "due":
            wanted = _STATUSES.get(value, set())
            return lambda it: not wanted.isdisjoint(statuses.get(it.uid, ()))
        case "met":
            return _met(network, value)
        case "through":
            return _through(network, value)
        case _:
            values = VALUES[term.field]
            return _any(values, value)


VALUES: dict[str, Callable[[Contact], Iterable[str]]] = {
    "interest": lambda it: it.interests,
    "organization": lambda it: (it.organization,),
    "place": lambda it: (it.place,),
    "group": lambda it: it.groups,
    "role": lambda it: it.roles,
    "industry": lambda it: (it.industry,),
    "lang": lambda it: it.languages,
    "needs": lambda it: it.needs,
    "offers": lambda it: it.offers,
}
"""What a filter looks through, for those that look for a value among a contact's own."""


def _any(values: Callable[[Contact], Iterable[str]], value: str) -> Callable[[Contact], bool]:
    """Return whether one of a contact's values has a word that begins with `value`."""
    if not value:
        return lambda it: any(values(it))
    # Thousands share a few values: each is folded and compared once.
    known: dict[str, bool] = {}

    def holds(contact: Contact) -> bool:
        for text in values(contact):
            found = known.get(text)
            if found is None:
                found = known[text] = begins_word(text, value)
            if found:
                return True
        return False

    return holds


def begins_word(text: str, value: str) -> bool:
    """Tell whether a word of a text begins with a folded value, dashes read as spaces.

    In scripts that are written without spaces it may begin anywhere.
    """
    folded = one_line(fold(text)).translate(_DASHES)
    value = value.translate(_DASHES)
    return f" {value}" in f" {folded}" or (not value.isascii() and value in folded)


def _through(network: Network, value: str) -> Callable[[Contact], bool]:
    """Return whether somebody whose name has a word that begins so introduced a contact."""
    contacts = network.contacts

    def holds(contact: Contact) -> bool:
        introducer = contacts.get(contact.introduced_by or "")
        return introducer is not None and (not value or begins_word(introducer.name, value))

    return holds


def _met(network: Network, value: str) -> Callable[[Contact], bool]:
    """Return whether a contact was met at an event, on a day ('2026-03') or in a way that begins so."""
    events = {uid for uid, event in network.events.items() if not value or begins_word(event.name, value)}
    there = {
        person.contact for uid in events for person in network.events[uid].people if person.outcome == "met"
    }
    # A day, or words of how you met, are no event's name: then nobody's touches need to be gone through.
    for touch in network.interactions.values() if events else ():
        if touch.event in events and not touch.attempt:
            there.update(touch.contacts)

    def holds(contact: Contact) -> bool:
        if contact.uid in there or contact.met_event in events:
            return True
        day = contact.met_day.isoformat() if contact.met_day else ""
        if not value:
            return bool(day or contact.met_note or contact.met_event)
        return day.startswith(value) or (bool(contact.met_note) and begins_word(contact.met_note, value))

    return holds
