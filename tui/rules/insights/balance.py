"""What you gave and what you received, month by month. A ledger in words; nobody owes anybody anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from tui.rules.insights.past import Past
from tui.rules.insights.period import Period

Way = Literal["gave", "received"]


class Balance(msgspec.Struct, frozen=True):
    """Giving and receiving in a period."""

    gave: dict[date, int]
    """How often you gave something, by the first day of the month."""
    received: dict[date, int]
    """How often you received something."""
    to: tuple[str, ...]
    """To whom you gave (uids), most often first."""
    of: tuple[str, ...]
    """From whom you received (uids), most often first."""


def balance(past: Past, period: Period) -> Balance:
    """Count giving and receiving.

    Giving is: a touch in which you gave something, a promise kept, a share passed on, an introduction made.
    Receiving is: a touch in which you received something, a promise kept to you.
    """
    months: dict[Way, dict[date, int]] = {"gave": {}, "received": {}}
    people: dict[Way, dict[str, int]] = {"gave": {}, "received": {}}
    for way, day, contacts in _acts(past):
        if not period.holds(day):
            continue
        month = day.replace(day=1)
        months[way][month] = months[way].get(month, 0) + 1
        for uid in contacts:
            if uid in past.network.contacts:
                people[way][uid] = people[way].get(uid, 0) + 1
    ordered = {
        way: tuple(sorted(some, key=lambda uid, some=some: (-some[uid], uid)))  # type: ignore[misc]
        for way, some in people.items()
    }
    return Balance(months["gave"], months["received"], ordered["gave"], ordered["received"])


def _acts(past: Past) -> Iterator[tuple[Way, date, tuple[str, ...]]]:
    for touch in past.touches:
        if touch.gave:
            yield "gave", touch.day, touch.contacts
        if touch.received:
            yield "received", touch.day, touch.contacts
    for step in past.network.follow_ups.values():
        if step.status == "done" and step.closed is not None and step.kind != "follow_up":
            yield "gave" if step.kind == "promise" else "received", step.closed, (step.contact,)
    for share in past.network.shares.values():
        for sent in share.sent:
            yield "gave", sent.day, (sent.contact,)
    for introduction in past.network.introductions.values():
        made = next((it.day for it in introduction.steps if it.status == "introduced"), None)
        if made is not None:
            yield "gave", made, (introduction.first, introduction.second)
