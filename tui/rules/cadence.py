"""How often somebody wants to be heard from, and how far along that time is (rules 2 and 3).

Nothing here is stored: the clock is read from what happened, each time it is asked for.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event, Tier
from tui.model.settings import USUAL, TierDays

TIER_ORDER: tuple[Tier, ...] = ("inner", "close", "active", "wide", "ambient")
"""Tiers, the closest first."""

SPREAD = 0.10
"""The interval is stretched or shortened by up to this part, so that people met together part ways."""

SOON, DUE, OVERDUE = 0.75, 1.0, 1.5
"""Ratios from which a check-in is soon, due and overdue."""

LONG_AGO = date(1970, 1, 1)
"""Start of the clock of somebody of whom no date is known: asked about rather than lost."""

ClockFrom = Literal["touch", "met", "added", "unknown"]


class Reckoning(msgspec.Struct, frozen=True):
    """How the time of one contact's next check-in comes about, piece by piece."""

    contact: str
    """Contact (uid)."""
    last_touch: date | None
    """Day of the last real touch."""
    met: date | None
    """Last day on which you are known to have met."""
    added: date | None
    """Day the record was made."""
    start: date
    """Day the clock starts: the latest of the three."""
    start_from: ClockFrom
    """Which of the three that is."""
    own: bool
    """True if the interval is the contact's own and not the tier's."""
    base: int | None
    """Interval before it is spread, in days; None where no check-in ever falls due."""
    spread: float
    """What the interval is multiplied by, 0.9 to 1.1."""
    interval: float | None
    """Interval in days; None for ambient without an own one, paused or archived."""
    days: int
    """Days since the start."""
    ratio: float
    """Days divided by the interval; 0 where there is none."""
    due: date | None
    """First day on which the check-in is due."""


def base_days(contact: Contact, tiers: TierDays = USUAL) -> int | None:
    """Return the days between touches before they are spread; None for ambient without an own interval."""
    if contact.interval is not None:
        return max(contact.interval, 1)
    return tiers.of(contact.tier)


def spread(contact: Contact) -> float:
    """Return what a contact's interval is multiplied by: 0.9 to 1.1, always the same for the same uid."""
    share = zlib.crc32(contact.uid.encode("utf-8", "surrogatepass")) / 0xFFFFFFFF
    return 1 - SPREAD + 2 * SPREAD * share


def interval_days(contact: Contact, tiers: TierDays = USUAL) -> float | None:
    """Return the days between touches with somebody: the own interval or the tier's, spread by ±10 %.

    None means that no check-in ever falls due: ambient without an own interval, paused, or archived.
    """
    base = base_days(contact, tiers)
    if base is None or contact.paused or contact.archived:
        return None
    return base * spread(contact)


def last_touch(network: Network, contact: Contact, today: date | None = None) -> date | None:
    """Return the day of the last real touch, by when it happened; None if there was none.

    With `today`, touches dated later than tomorrow are left out: they have not happened. A day's grace
    is for somebody who logged a touch and then flew west over the date line.
    """
    limit = today + timedelta(days=1) if today else date.max
    return next((touch.day for touch in network.touches_of(contact.uid) if touch.day <= limit), None)


def met_on(event: Event, today: date | None = None) -> date:
    """Return the day that counts for those met at an event: its last, or today while it still runs."""
    last = max(event.end or event.start, event.start)
    return min(last, max(today, event.start)) if today else last


def first_met(network: Network, contact: Contact) -> date | None:
    """Return the day you met by the contact's own record: its date, or else that of the event named."""
    if contact.met_day is not None or contact.met_event is None:
        return contact.met_day
    event = network.events.get(contact.met_event)
    return event.start if event else None


def last_met(network: Network, contact: Contact, today: date | None = None) -> date | None:
    """Return the last day on which you are known to have met: by the record, or marked so at an event."""
    days = [first_met(network, contact)]
    for event in network.events_of(contact.uid):
        if event.cancelled or (today and event.start > today):
            continue
        if any(person.contact == contact.uid and person.outcome == "met" for person in event.people):
            days.append(met_on(event, today))
    return latest(days)


def clock_start(network: Network, contact: Contact, today: date | None = None) -> date:
    """Return the day a contact's clock starts: the latest of last touch, day met and day added (rule 2).

    Notes, edits, put-offs and attempts are not looked at, so they can't move it. `today` is as for
    `last_touch`.
    """
    days = (last_touch(network, contact, today), last_met(network, contact, today), contact.added)
    return latest(days) or LONG_AGO


def latest(days: Iterable[date | None]) -> date | None:
    """Return the latest of some days, of which any may be unknown."""
    return max((day for day in days if day is not None), default=None)


def earliest_soon(contact: Contact, tiers: TierDays = USUAL) -> float:
    """Return the days below which a check-in can't be soon yet, whatever the spread; quick to tell."""
    return (base_days(contact, tiers) or 0) * (1 - SPREAD) * SOON


def ratio_since(contact: Contact, start: date, today: date, tiers: TierDays = USUAL) -> float:
    """Return days divided by interval for a clock that started on `start`; 0 where nothing falls due."""
    interval = interval_days(contact, tiers)
    return max((today - start).days, 0) / interval if interval else 0.0


def ratio(network: Network, contact: Contact, today: date) -> float:
    """Return how far along the time to the next check-in is: 1 means due (rule 3)."""
    return ratio_since(contact, clock_start(network, contact, today), today, network.settings.tiers)


def due_since(contact: Contact, start: date, tiers: TierDays = USUAL) -> date | None:
    """Return the first day on which a check-in is due if the clock started on `start`."""
    interval = interval_days(contact, tiers)
    return None if interval is None else after(start, interval)


def after(start: date, interval: float) -> date:
    """Return the first day that lies a whole interval, in days, after `start`."""
    try:
        return start + timedelta(days=math.ceil(interval))
    except OverflowError:
        return date.max


def next_due(network: Network, contact: Contact, today: date | None = None) -> date | None:
    """Return the first day on which a check-in is due; None if it never is."""
    return due_since(contact, clock_start(network, contact, today), network.settings.tiers)


def reckoning(network: Network, contact: Contact, now: datetime) -> Reckoning:
    """Return how the time of the next check-in comes about, to be explained to the user."""
    today, tiers = now.date(), network.settings.tiers
    touch, met = last_touch(network, contact, today), last_met(network, contact, today)
    start = latest((touch, met, contact.added)) or LONG_AGO
    sources: tuple[tuple[ClockFrom, date | None], ...] = (
        ("touch", touch),
        ("met", met),
        ("added", contact.added),
    )
    return Reckoning(
        contact=contact.uid,
        last_touch=touch,
        met=met,
        added=contact.added,
        start=start,
        start_from=next((name for name, day in sources if day == start), "unknown"),
        own=contact.interval is not None,
        base=base_days(contact, tiers),
        spread=spread(contact),
        interval=interval_days(contact, tiers),
        days=max((today - start).days, 0),
        ratio=ratio_since(contact, start, today, tiers),
        due=due_since(contact, start, tiers),
    )
