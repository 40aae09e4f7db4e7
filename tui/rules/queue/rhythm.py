"""Whose check-in is soon or due: reckoned for everybody once a day, then for those whom a Change concerns.

Going through 30,000 people takes some 20 ms, and the queue asks after every key that alters one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

import msgspec

from tui.model.base import Record
from tui.model.kept import Kept
from tui.model.network import Network
from tui.model.records import Contact, Event, Interaction
from tui.model.settings import TierDays
from tui.rules import cadence
from tui.rules.queue.rows import CHECK_IN, Past, Row, Sorted, Status, order


class Near(msgspec.Struct, frozen=True):
    """Somebody whose check-in was soon or due this morning."""

    contact: Contact
    """Who."""
    row: Row
    """Their row, put-offs not counted."""
    place: Sorted
    """Where it stands among others."""


def near(network: Network, past: Past) -> Collection[Near]:
    """Return everybody whose check-in was soon or due this morning, whatever hides it."""
    return network.kept(_Rhythms).near(past)


class _Rhythms(Kept):
    """What was reckoned last, and for whom it has to be reckoned anew."""

    TABLES = ("contacts", "interactions", "events")

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self._for: tuple[date, TierDays] | None = None
        self._near: dict[str, Near] = {}
        self._stale: set[str] = set()
        self._events: set[str] = set()
        """Events (uid) that are others: whoever was met there may have another day."""

    def near(self, past: Past) -> Collection[Near]:
        """Return everybody near, as of the day of a past."""
        contacts, wanted = self._network.contacts, (past.today, self._network.settings.tiers)
        if self._for != wanted:
            self._for, self._near = wanted, _reckoned(self._network, past, contacts.items())
        else:
            if self._events:
                self._stale.update(uid for uid, it in contacts.items() if it.met_event in self._events)
            for uid in self._stale:
                self._near.pop(uid, None)
            known = [(uid, contacts[uid]) for uid in self._stale if uid in contacts]
            self._near |= _reckoned(self._network, past, known)
        self._stale.clear()
        self._events.clear()
        return self._near.values()

    def add(self, record: Record) -> None:
        """Remember whom a record concerns."""
        if isinstance(record, Contact):
            self._stale.add(record.uid)
        elif isinstance(record, Interaction):
            self._stale.update(record.contacts)
        elif isinstance(record, Event):
            self._events.add(record.uid)
            self._stale.update(person.contact for person in record.people)

    drop = add


def _reckoned(network: Network, past: Past, people: Iterable[tuple[str, Contact]]) -> dict[str, Near]:
    found = {}
    for contact, start, interval, ratio in _ratios(network, past, people):
        row = _check_in(contact.uid, ratio, cadence.after(start, interval))
        found[contact.uid] = Near(contact, row, order(row, contact))
    return found


def _ratios(
    network: Network, past: Past, people: Iterable[tuple[str, Contact]]
) -> Iterator[tuple[Contact, date, float, float]]:
    """Yield those whose check-in was soon or due this morning, with start of the clock, interval and ratio."""
    today, last, met = past.today, past.before.get, past.met
    tiers = network.settings.tiers
    for uid, contact in people:
        if contact.interval is None and contact.tier == "ambient":
            continue
        start = contact.added or cadence.LONG_AGO
        day = last(uid)
        if day is not None and day > start:
            start = day
        # Without a loop over the three days, since this is passed by everybody.
        day = contact.met_day
        if day is None and contact.met_event is not None:
            day = cadence.first_met(network, contact)
        if day is not None and day > start:
            start = day
        if uid in met and met[uid] > start:
            start = met[uid]
        # Most people were touched lately enough not to be reckoned any further.
        days = (today - start).days
        if days < cadence.earliest_soon(contact, tiers):
            continue
        interval = cadence.interval_days(contact, tiers)
        if interval is not None and days >= cadence.SOON * interval:
            yield contact, start, interval, days / interval


def _check_in(uid: str, ratio: float, due: date) -> Row:
    status: Status = "soon"
    if ratio >= cadence.DUE:
        status = "overdue" if ratio >= cadence.OVERDUE else "due"
    return Row(key=CHECK_IN, kind="check_in", contact=uid, due=due, status=status, ratio=ratio)
