"""Why somebody is in the queue or not: the whole reckoning of one contact, agreeing with the queue itself.

The queue is computed once and looked at, rather than reckoned a second time: what is explained can then be no
other than what is shown.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Deferral
from tui.rules import cadence
from tui.rules.queue.ranking import (
    CHECK_IN,
    RECONNECT,
    Hide,
    Queue,
    Row,
    Status,
    hides,
    queue,
)

Where = Literal["today", "more", "coming", "lapsed"]
"""The part of the queue in which a row stands."""

Standing = Literal["shown", "more", "coming", "reconnect", "hidden", "not due", "never due"]
"""What became of a check-in: shown today, beyond the day's five, soon, shown as the day's reconnect, hidden, not
yet soon, or never due."""


class Placed(msgspec.Struct, frozen=True):
    """One row of somebody, and where it stands."""

    row: Row
    """The row."""
    where: Where
    """Part of the queue."""
    place: int
    """Place in that part, from 1."""
    of: int
    """Rows in that part."""


class Reckoning(msgspec.Struct, frozen=True):
    """How it comes about that somebody is in the queue today, or not."""

    contact: str
    """Contact (uid)."""
    clock: cadence.Reckoning
    """Start of the clock, interval, spread, ratio and next due day."""
    status: Status | None
    """Soon, due or overdue by the ratio; None before that, and where nothing falls due."""
    standing: Standing
    """What became of the check-in."""
    hides: tuple[Hide, ...]
    """Everything that hides the check-in, due or not."""
    rows: tuple[Placed, ...]
    """Every row of theirs, of any kind, in the order of the queue."""
    put_off: tuple[Deferral, ...]
    """What is snoozed, skipped or attempted for now, by row; the check-in among it."""
    check_ins: int
    """Check-ins shown today, of anybody; at most `cap`, unless nothing is due."""
    waiting: int
    """Check-ins due beyond those."""
    cap: int
    """Check-ins shown on one day at most."""
    back: date | None
    """First day on which the check-in can show, as far as that is known today; None if never or not known."""


def explain(network: Network, contact: Contact, now: datetime) -> Reckoning:
    """Return why somebody is in the queue at a moment, or why not, piece by piece."""
    return explain_in(queue(network, now), network, contact, now)


def explain_in(found: Queue, network: Network, contact: Contact, now: datetime) -> Reckoning:
    """Return the same where the queue of that moment is at hand."""
    clock = cadence.reckoning(network, contact, now)
    rows = _placed(found, contact.uid)
    hidden = hides(network, contact, now)
    today = now.date()
    return Reckoning(
        contact=contact.uid,
        clock=clock,
        status=_status(clock),
        standing=_standing(rows, clock, hidden),
        hides=hidden,
        rows=rows,
        put_off=_running(contact, today),
        check_ins=sum(row.kind == CHECK_IN for row in found.rows),
        waiting=len(found.more),
        cap=network.settings.check_ins_a_day,
        back=_back(clock, hidden, today),
    )


def _placed(found: Queue, uid: str) -> tuple[Placed, ...]:
    parts: tuple[tuple[Where, tuple[Row, ...]], ...] = (
        ("today", found.rows),
        ("more", found.more),
        ("coming", found.coming),
        ("lapsed", found.lapsed),
    )
    return tuple(
        Placed(row, where, place, len(rows))
        for where, rows in parts
        for place, row in enumerate(rows, 1)
        if row.contact == uid
    )


def _status(clock: cadence.Reckoning) -> Status | None:
    if clock.interval is None or clock.ratio < cadence.SOON:
        return None
    if clock.ratio < cadence.DUE:
        return "soon"
    return "overdue" if clock.ratio >= cadence.OVERDUE else "due"


def _standing(rows: tuple[Placed, ...], clock: cadence.Reckoning, hidden: tuple[Hide, ...]) -> Standing:
    mine = {placed.row.kind: placed.where for placed in rows}
    where = mine.get("check_in")
    if where == "today":
        return "shown"
    if where == "more":
        return "more"
    if where == "coming":
        return "coming"
    if "reconnect" in mine:
        return "reconnect"
    if clock.interval is None:
        return "never due"
    if clock.ratio < cadence.SOON:
        return "not due"
    # What the queue leaves out without one of the reasons is somebody written to this very day.
    return "hidden" if hidden else "not due"


def _running(contact: Contact, today: date) -> tuple[Deferral, ...]:
    """Return the put-offs that hide a row now, the one that lasts longest of each row."""
    longest: dict[str, Deferral] = {}
    for put_off in contact.deferrals:
        if put_off.until <= today:
            continue
        key = CHECK_IN if put_off.row == RECONNECT else put_off.row
        if key not in longest or longest[key].until < put_off.until:
            longest[key] = put_off
    return tuple(longest.values())


def _back(clock: cadence.Reckoning, hidden: tuple[Hide, ...], today: date) -> date | None:
    """Return the first day on which a check-in can be due and show; None where it depends on what you do."""
    if clock.due is None or any(hide.why in ("archived", "paused", "ambient", "step") for hide in hidden):
        return None
    untils = [
        hide.until + timedelta(days=hide.why == "event" and hide.until < date.max)
        for hide in hidden
        if hide.until
    ]
    return max([clock.due, today, *untils])
