"""Who needs you today, and in what order: the queue, computed whenever it is read (rules 1 to 9).

Decided here, where the rules leave room:
- 'At most 5 check-ins a day' means a day's five: chosen from what was known this morning, so that done is
  done, and no sixth moves up when one of them leaves. What was done or put off today frees no place; the rest
  wait in `more`, and can be taken from there.
- A dated open step of any kind, theirs included, hides the check-in, and so does an event within 14 days.
- Somebody who is the day's reconnect is not in `more` as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event, FollowUp
from tui.rules import cadence, moments
from tui.rules.queue import after_events, reconnect, rhythm
from tui.rules.queue import sources as queue_sources
from tui.rules.queue.after_events import debriefs, missed_follow_ups, next_event, preparation
from tui.rules.queue.rows import (
    CHECK_IN,
    KINDS,
    RECONNECT,
    Past,
    Queue,
    QueueKind,
    Row,
    Sorted,
    Status,
    is_put_off,
    order,
    puts_off,
    read_past,
)

__all__ = [
    "CHECK_IN",
    "KINDS",
    "RECONNECT",
    "Hide",
    "Queue",
    "QueueKind",
    "Row",
    "Status",
    "debriefs",
    "hides",
    "missed_follow_ups",
    "next_event",
    "preparation",
    "queue",
]

TOGETHER_DAYS = 14
"""An event so many days ahead, with somebody in it, hides their check-in."""


class Hide(msgspec.Struct, frozen=True):
    """Why somebody's check-in does not show although it may be due."""

    why: Literal["archived", "paused", "ambient", "put off", "step", "event"]
    """What hides it."""
    until: date | None = None
    """Day it ends, where that is known."""
    record: str = ""
    """FollowUp or Event (uid) that hides it."""


class _Open(msgspec.Struct, frozen=True):
    """What stands between people and their check-in, now and as it was this morning."""

    now: set[str]
    """Contacts (uid) with a dated open step or an event soon."""
    morning: set[str]
    """The same, this morning."""
    busy: set[str]
    """Contacts (uid) that had anything open this morning, dated or not."""


def queue(network: Network, now: datetime) -> Queue:
    """Return who needs you, as of a moment in your time zone.

    Pure: the same records and moment give the same queue, whatever order the records come in.
    """
    today = now.date()
    past = read_past(network, now)
    opened = _opened(network, now)
    rows = [*queue_sources.steps(network, today), *queue_sources.introductions(network, today)]
    after, lapsed = after_events.follow_ups(network, now, past.recent)
    rows += after
    days = list(queue_sources.milestones_of_all(network, now))
    rows += days
    opened.busy.update(row.contact for row in days)
    shown = [_counted(row, network, past) for row in rows if not _hidden(row, network, today)]
    coming = [
        (*_by_date(row, network), row) for row in shown if row.follow_up is not None and row.status == "soon"
    ]
    shown = [row for row in shown if row.follow_up is None or row.status != "soon"]

    days_five, rest, soon = _check_ins(network, past, opened)
    again = _reconnect(network, past, opened, {row.contact for row in (*shown, *days_five)})
    rest = [row for row in rest if not again or row.contact != again[0].contact]
    return Queue(
        rows=(*_sorted(shown, network), *days_five, *again),
        more=tuple(rest),
        coming=tuple(row for _, _, row in sorted((*coming, *soon))),
        lapsed=tuple(sorted(lapsed, key=lambda row: _by_date(row, network))),
    )


def promises_due(network: Network, now: datetime) -> Queue:
    """Return what stands at the head of the queue whatever else is in it: your promises, due or overdue (rule 4).

    Needs nothing of what happened, so that it is there while a large file is still being read.
    """
    today = now.date()
    rows = []
    for row in queue_sources.steps(network, today):
        if row.kind == "promise" and row.status != "soon" and not _hidden(row, network, today):
            deferred = puts_off(network.contacts[row.contact], row.key, None)
            rows.append(msgspec.structs.replace(row, puts_off=deferred) if deferred else row)
    return Queue(rows=tuple(_sorted(rows, network)))


def hides(network: Network, contact: Contact, now: datetime) -> tuple[Hide, ...]:
    """Return everything that hides somebody's check-in; nothing if it shows as soon as it is due."""
    found = []
    if contact.archived:
        found.append(Hide("archived"))
    if contact.paused:
        found.append(Hide("paused"))
    if cadence.base_days(contact, network.settings.tiers) is None:
        found.append(Hide("ambient"))
    untils = [put_off.until for put_off in contact.deferrals if put_off.row in (CHECK_IN, RECONNECT)]
    if untils and max(untils) > now.date():
        found.append(Hide("put off", max(untils)))
    found += [
        Hide("step", step.due, step.uid)
        for step in network.follow_ups_of(contact.uid)
        if step.status == "open" and step.due is not None
    ]
    for event in network.events_of(contact.uid):
        if _is_soon(event, now):
            found.append(Hide("event", moments.ends(event, now).date(), event.uid))
    return tuple(found)


def _opened(network: Network, now: datetime) -> _Open:
    today = now.date()
    opened = _Open(set(), set(), set())
    for step in network.follow_ups.values():
        if step.status == "open" and step.due is not None:
            opened.now.add(step.contact)
        if _was_open(step, today):
            opened.busy.add(step.contact)
            if step.due is not None:
                opened.morning.add(step.contact)
    for introduction in network.introductions.values():
        moved_today = bool(introduction.steps) and introduction.steps[-1].day == today
        if moved_today or queue_sources.introduction_due(introduction) is not None:
            opened.busy.update((introduction.first, introduction.second))
    for event in network.events.values():
        if event.people and _is_soon(event, now):
            people = {person.contact for person in event.people}
            opened.now.update(people)
            if event.added is None or event.added < today:
                opened.morning.update(people)
                opened.busy.update(people)
    return opened


def _was_open(step: FollowUp, today: date) -> bool:
    """Tell whether a step was open this morning."""
    known = step.made is None or step.made < today
    return known and (step.status == "open" or step.closed == today)


def _is_soon(event: Event, now: datetime) -> bool:
    """Tell whether an event runs or starts within 14 days."""
    today = now.date()
    if event.cancelled or max(event.end or event.start, event.start) < today - timedelta(days=1):
        return False
    if event.start > today + timedelta(days=TOGETHER_DAYS + 1):
        return False
    starts = moments.starts(event, now).date()
    return (starts - today).days <= TOGETHER_DAYS and not moments.is_over(event, now)


def _check_ins(
    network: Network, past: Past, opened: _Open
) -> tuple[list[Row], list[Row], list[tuple[date, Sorted, Row]]]:
    """Return the check-ins of today, those beyond the day's share, and, to be sorted, those that will be due soon."""
    a_day = network.settings.check_ins_a_day
    due: list[tuple[Sorted, Row, bool, bool]] = []
    soon: list[tuple[date, Sorted, Row]] = []
    for near in rhythm.near(network, past):
        contact, row, uid = near.contact, near.row, near.contact.uid
        hidden, was_hidden = uid in past.touched or uid in opened.now, uid in opened.morning
        if contact.deferrals:
            row = _counted(row, network, past)
            hidden = hidden or is_put_off(contact, CHECK_IN, past.today)
            was_hidden = was_hidden or is_put_off(contact, CHECK_IN, past.today, this_morning=True)
        if row.ratio >= cadence.DUE:
            due.append((near.place, row, hidden, was_hidden))
        elif not hidden:
            soon.append((row.due or date.min, near.place, row))
    due.sort()
    chosen = {row.contact for row in [row for _, row, _, was_hidden in due if not was_hidden][:a_day]}
    free = a_day - len(chosen)
    rows, rest = [], []
    for _, row, hidden, _ in due:
        if hidden:
            continue
        if row.contact in chosen:
            rows.append(row)
        elif free > 0:
            rows.append(row)
            free -= 1
        else:
            rest.append(row)
    return rows, rest, soon


def _reconnect(network: Network, past: Past, opened: _Open, shown: set[str]) -> list[Row]:
    """Return the row of the day's reconnect, if there is one and it wasn't done or put off today."""
    chosen = reconnect.choose(network, past, opened.busy)
    if chosen is None:
        return []
    contact, since = chosen
    uid, today = contact.uid, past.today
    if uid in past.touched or uid in opened.now or uid in shown or is_put_off(contact, RECONNECT, today):
        return []
    years = (today - since).days / 365
    row = Row(key=RECONNECT, kind="reconnect", contact=uid, status="soon", ratio=years)
    return [_counted(row, network, past)]


def _hidden(row: Row, network: Network, today: date) -> bool:
    contact = network.contacts[row.contact]
    return bool(contact.deferrals) and is_put_off(contact, row.key, today)


def _counted(row: Row, network: Network, past: Past) -> Row:
    """Return a row with its number of put-offs in a row."""
    contact = network.contacts[row.contact]
    count = puts_off(contact, row.key, past.last_touch(contact.uid)) if contact.deferrals else 0
    return msgspec.structs.replace(row, puts_off=count) if count else row


def _sorted(rows: Iterable[Row], network: Network) -> list[Row]:
    return sorted(rows, key=lambda row: order(row, network.contacts[row.contact]))


def _by_date(row: Row, network: Network) -> tuple[date, Sorted]:
    return row.due or date.min, order(row, network.contacts[row.contact])
