"""Who came in bulk and waits for a decision how close to keep them, those most likely to matter first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import msgspec

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold, one_line
from tui.rules.matching.likeness import nearest, stems
from tui.rules.matching.workplaces import organization_key

BATCH = 20
"""How many are looked at in one go."""
_BY_HAND = frozenset(("", "form", "capture"))
"""Sources of records that somebody typed."""
_LATELY, _THIS_YEAR = 90, 365
_MOST_ALIKE = 3


class Reason(msgspec.Struct, frozen=True):
    """One thing that speaks for somebody mattering to you."""

    words: str
    """In words ('also of Norrhavn Institute')."""
    worth: int
    """How much it counts."""


def waits(network: Network, contact: Contact) -> bool:
    """Tell whether nothing was decided about somebody who came in bulk: never spoken to, never looked at."""
    return is_undecided(contact) and not network.touches_of(contact.uid)


def is_undecided(contact: Contact) -> bool:
    """Tell whether nothing was decided about somebody who came in bulk, whatever happened with them."""
    return (
        contact.tier == "ambient"
        and contact.triaged is None
        and contact.source not in _BY_HAND
        and not contact.archived
        and not contact.paused
    )


def waiting(network: Network, today: date) -> tuple[str, ...]:
    """Return who waits (uid), those most likely to matter first: about 0.3 s for 25,000."""
    you = You(network, today)
    ranked = []
    for contact in list(network.contacts.values()):
        if waits(network, contact):
            worth = sum(reason.worth for reason in you.reasons(contact))
            met = contact.met_day or contact.added or date.min
            ranked.append((-worth, -met.toordinal(), fold(contact.name), contact.uid))
    return tuple(uid for *_, uid in sorted(ranked))


class You:
    """What ties people to you: your profile, and those you keep close already."""

    def __init__(self, network: Network, today: date) -> None:
        me, self._today = network.profile, today
        kept = [it for it in network.contacts.values() if it.tier in ("inner", "close") and not it.archived]
        self._groups, self._interests = {fold(it) for it in me.groups}, {fold(it) for it in me.interests}
        self._place, self._work = fold(me.place).strip(), organization_key(me.organization)
        self._colleagues = {organization_key(it.organization): one_line(it.name) for it in reversed(kept)}
        self._trade = stems(f"{me.title} {me.organization}")
        self._industries = {fold(it.industry) for it in kept if it.industry}
        self._needs, self._offers = _answered(me.needs), _answered(me.offers)
        self._events = {
            seat.contact: one_line(event.name) for event in network.events.values() for seat in event.people
        }

    def reasons(self, contact: Contact) -> list[Reason]:
        """Return what speaks for somebody, the weightiest first."""
        found = [*self._shared(contact), *self._of_use(contact), *self._reachable(contact)]
        return sorted(found, key=lambda it: -it.worth)

    def _shared(self, contact: Contact) -> list[Reason]:
        found = [Reason(f"also of {it}", 6) for it in contact.groups if fold(it) in self._groups]
        alike = [it for it in contact.interests if fold(it) in self._interests][:_MOST_ALIKE]
        if alike:
            found.append(Reason(f"you share {', '.join(alike)}", 2 * len(alike)))
        if contact.uid in self._events:
            found.append(Reason(f"at {self._events[contact.uid]} with you", 5))
        if self._place and contact.place and fold(contact.place).strip() == self._place:
            found.append(Reason(f"also in {contact.place}", 3))
        work = organization_key(contact.organization) if contact.organization else ()
        if work and work == self._work:
            found.append(Reason("works where you do", 5))
        elif work in self._colleagues and work:
            found.append(Reason(f"works with {self._colleagues[work]}", 3))
        if contact.industry and fold(contact.industry) in self._industries:
            found.append(Reason(f"in {contact.industry}, like people close to you", 1))
        return found

    def _of_use(self, contact: Contact) -> list[Reason]:
        found = []
        need = next(filter(self._offers, contact.needs), "")
        if need:
            found.append(Reason(f"looks for what you offer: {need}", 4))
        offer = next(filter(self._needs, contact.offers), "")
        if offer:
            found.append(Reason(f"offers what you look for: {offer}", 5))
        work = f"{contact.title} {contact.organization}".strip()
        if self._trade and not self._trade.isdisjoint(stems(work)):
            found.append(Reason("work like yours", 2))
        return found

    def _reachable(self, contact: Contact) -> list[Reason]:
        found = []
        days = (self._today - contact.met_day).days if contact.met_day else None
        if days is not None and days < _THIS_YEAR:
            lately = days < _LATELY
            found.append(
                Reason("connected lately" if lately else "connected this past year", 3 if lately else 1)
            )
        if contact.notes or contact.private_notes:
            found.append(Reason("you have a note on them", 2))
        if contact.emails:
            found.append(Reason("you have their address", 1))
        elif contact.phones:
            found.append(Reason("you have their number", 1))
        return found


def _answered(known: tuple[str, ...]) -> Callable[[str], bool]:
    """Tell of any need or offer whether one of yours answers it; each is looked at once."""
    words = frozenset().union(*map(stems, known))

    @cache
    def answers(value: str) -> bool:
        return not words.isdisjoint(stems(value)) and bool(nearest(value, known))

    return answers
