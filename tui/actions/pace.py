"""How often: tier and pause of one contact, and a fresh start for everybody after an absence."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import msgspec

from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Contact, Deferral, Tier
from tui.model.text import one_line
from tui.rules import cadence
from tui.rules.phrases import count
from tui.rules.queue.ranking import CHECK_IN, RECONNECT, queue


def pause(network: Network, contact: Contact) -> Change:
    """Return the Change after which no check-in with somebody falls due, until it is ended."""
    return _changed(network, msgspec.structs.replace(contact, paused=True), "Paused check-ins with {}")


def resume(network: Network, contact: Contact) -> Change:
    """Return the Change that ends a pause; what put the check-in off before is forgotten."""
    kept = _without_check_ins(contact)
    resumed = msgspec.structs.replace(contact, paused=False, deferrals=kept)
    return _changed(network, resumed, "Took up check-ins with {} again")


def keep_quiet(network: Network, contact: Contact) -> Change:
    """Return the Change after which the milestones of somebody are not shown, or shown again."""
    quiet = not contact.muted_milestones
    words = "Keeping quiet about the milestones of {}" if quiet else "Showing the milestones of {} again"
    return _changed(network, msgspec.structs.replace(contact, muted_milestones=quiet), words)


def set_tier(network: Network, contact: Contact, tier: Tier, *, interval: int | None = None) -> Change:
    """Return the Change that keeps somebody closer or less close, with an own interval if one is given.

    An own interval set before goes, since it would silently outweigh the new tier. A check-in put off at
    the old pace shows again if the new one is quicker; otherwise it stays hidden, and asks no more.
    """
    moved = msgspec.structs.replace(contact, tier=tier, interval=interval)
    before, after = (cadence.base_days(it, network.settings.tiers) for it in (contact, moved))
    quicker = after is not None and (before is None or after < before)
    check_ins = [it for it in contact.deferrals if it.row in (CHECK_IN, RECONNECT)]
    last = () if quicker else tuple(check_ins[-1:])
    moved = msgspec.structs.replace(moved, deferrals=(*_without_check_ins(contact), *last))
    every = f", every {count(interval, 'day')}" if interval else ""
    return _changed(network, moved, f"Keeping {{}} {tier}{every}")


def kept_up(contact: Contact) -> Contact:
    """Return somebody met for the first time, as they are kept up with from now on.

    An import makes everybody ambient without having been asked; meeting them is the answer. Any other tier, and
    an interval of their own, was chosen and stays.
    """
    if contact.tier == "ambient" and contact.interval is None and contact.imported:
        return msgspec.structs.replace(contact, tier="active")
    return contact


def slower(contact: Contact) -> Tier:
    """Return the next less close tier; `ambient` is the last."""
    order = cadence.TIER_ORDER
    return order[min(order.index(contact.tier) + 1, len(order) - 1)]


def fresh_start(network: Network, now: datetime) -> Change:
    """Return the Change that spreads the check-ins due now over the coming days; the first five stay today.

    No day gets more than five, counting those that come back or fall due on it anyway. Promises and
    everything else stay where they are.
    """
    today = now.date()
    found = queue(network, now)
    later = [row.contact for row in found.more]
    waiting = {*later, *(row.contact for row in found.rows if row.kind == "check_in")}
    load = _load(network, today, waiting)
    edits = Edits(network)
    day = today
    for uid in later:
        while load[day] >= network.settings.check_ins_a_day or day == today:
            day += timedelta(days=1)
        load[day] += 1
        contact = network.contacts[uid]
        put_off = Deferral(row=CHECK_IN, action="snooze", day=today, until=day)
        edits.put(msgspec.structs.replace(contact, deferrals=(*contact.deferrals, put_off)))
    return edits.change(f"Made a fresh start: {count(len(later), 'check-in')} spread over the coming weeks")


def _load(network: Network, today: date, waiting: set[str]) -> Counter[date]:
    """Return how many check-ins fall on each day to come without anything being done."""
    load: Counter[date] = Counter()
    for uid, contact in network.contacts.items():
        if uid in waiting or cadence.interval_days(contact, network.settings.tiers) is None:
            continue
        due = cadence.next_due(network, contact, today)
        backs = [it.until for it in contact.deferrals if it.row in (CHECK_IN, RECONNECT)]
        day = cadence.latest((due, *backs))
        if day is not None and day > today:
            load[day] += 1
    return load


def visited(network: Network, today: date) -> Change:
    """Return the Change that remembers the day of a visit. It is no step to undo."""
    edits = Edits(network)
    if network.meta.opened is None or network.meta.opened < today:
        edits.put(msgspec.structs.replace(network.meta, opened=today))
    return edits.change("Opened")


def _without_check_ins(contact: Contact) -> tuple[Deferral, ...]:
    return tuple(it for it in contact.deferrals if it.row not in (CHECK_IN, RECONNECT))


def _changed(network: Network, contact: Contact, words: str) -> Change:
    edits = Edits(network)
    edits.put(contact)
    return edits.change(words.format(one_line(contact.name)))
