"""Who knows whom already, as far as the file tells."""

from __future__ import annotations

import re
from collections import defaultdict

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold
from tui.rules.names import first_name

SMALL = 12
"""At an event with so many people at most, everybody there is taken to know everybody."""
_LARGE_KINDS = frozenset({"conference", "virtual"})
"""Kinds of event at which two people don't meet just because both were there."""
_SHORT_NAME = 4
"""A first name of fewer letters, found in a note, may be any word."""


class Acquainted:
    """Reads once who was seen together; then tells of any two people."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._together: defaultdict[str, set[str]] = defaultdict(set)
        for touch in network.interactions.values():
            if len(touch.contacts) > 1 and not touch.attempt:
                for uid in touch.contacts:
                    self._together[uid].update(touch.contacts)
        for event in network.events.values():
            met = [seat.contact for seat in event.people if seat.outcome == "met"]
            if event.kind not in _LARGE_KINDS and 1 < len(met) <= SMALL:
                for uid in met:
                    self._together[uid].update(met)

    def know(self, one: Contact, other: Contact) -> bool:
        """Tell whether two know each other, or may: better nobody introduced than those who are friends."""
        if other.uid in self._together[one.uid] or one.uid == other.uid:
            return True
        if one.introduced_by == other.uid or other.introduced_by == one.uid:
            return True
        return _colleagues(one, other) or self._mentioned(one, other) or self._mentioned(other, one)

    def were_introduced(self, one: Contact, other: Contact) -> bool:
        """Tell whether there is an introduction of the two, wherever it stands; a declined one counts as well."""
        pair = {one.uid, other.uid}
        return any({it.first, it.second} == pair for it in self._network.introductions_of(one.uid))

    def _mentioned(self, one: Contact, other: Contact) -> bool:
        """Tell whether what was written down about one names the other."""
        name = first_name(other)
        wanted = name if len(name) >= _SHORT_NAME or not name.isascii() else other.name
        word = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        if word.search(one.notes) or word.search(one.met_note):
            return True
        return any(
            word.search(f"{touch.summary} {touch.gave} {touch.received} {touch.ask_next}")
            for touch in self._network.interactions_of(one.uid)
        )


def _colleagues(one: Contact, other: Contact) -> bool:
    """Tell whether two work or worked at the same place."""
    mine, theirs = fold(one.organization), fold(other.organization)
    if mine and mine == theirs:
        return True
    return bool(mine and mine in map(fold, other.groups)) or bool(theirs and theirs in map(fold, one.groups))
