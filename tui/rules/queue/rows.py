"""What a queue is made of: its rows, what puts them off, and one reading of the past for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from tui.model.base import Record
from tui.model.kept import Kept
from tui.model.network import Network
from tui.model.records import Contact, Event, FollowUp, Interaction, Milestone
from tui.model.text import fold
from tui.rules import cadence

QueueKind = Literal["promise", "follow_up", "introduction", "waiting", "milestone", "check_in", "reconnect"]
"""Kinds of row, in the order in which they are shown (rule 4)."""

KINDS: tuple[QueueKind, ...] = (
    "promise",
    "follow_up",
    "introduction",
    "waiting",
    "milestone",
    "check_in",
    "reconnect",
)
"""Every kind of row, in the order of rule 4."""

Status = Literal["soon", "due", "amber", "red", "overdue"]

Sorted = tuple[int, float, int, str, str, str]
"""What rows are sorted by."""

CHECK_IN = "check_in"
RECONNECT = "reconnect"
RECENT_DAYS = 30
"""How far back touches are kept one by one, in days; longer than any after-event follow-up is looked at."""

_KIND_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_TIER_RANK = {tier: rank for rank, tier in enumerate(cadence.TIER_ORDER)}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do for somebody, and what it rests on."""

    key: str
    """Names the row among those of its contact, in this and any later queue; put-offs go by it."""
    kind: QueueKind
    """What it is."""
    contact: str
    """Contact (uid) to turn to now."""
    due: date | None = None
    """Day it is or was due; None where there is no such day."""
    status: Status = "due"
    """How pressing it is."""
    ratio: float = 0.0
    """Check-in: days since the last touch divided by the interval. Reconnect: years of silence."""
    event: str | None = None
    """Event (uid) it comes from."""
    follow_up: str | None = None
    """FollowUp (uid) that it shows."""
    introduction: str | None = None
    """Introduction (uid) that it moves on."""
    milestone: Milestone | None = None
    """Milestone it is about."""
    puts_off: int = 0
    """Snoozes and skips in a row; from 3, ask whether slower, paused or as it is."""


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """Who needs you: today, later today if you like, and in the days ahead."""

    rows: tuple[Row, ...] = ()
    """What is shown today, in the order of rule 4."""
    more: tuple[Row, ...] = ()
    """Check-ins beyond the day's five, in order."""
    coming: tuple[Row, ...] = ()
    """Promises and dated steps of the next 14 days and check-ins that are soon; by date."""
    lapsed: tuple[Row, ...] = ()
    """After-event follow-ups that lapsed in the last 14 days; by date."""


def pressing(found: Queue) -> tuple[Row, ...]:
    """Return the rows that are due today: without those only soon, and the reconnect, which is when you like."""
    return tuple(row for row in found.rows if row.status != "soon")


class Past(msgspec.Struct, frozen=True):
    """What was, read once over all interactions and events."""

    today: date
    """The user's day."""
    before: dict[str, date]
    """Last real touch of each contact (uid) before today."""
    met: dict[str, date]
    """Last day before today on which each contact (uid) was met at an event."""
    touched: frozenset[str]
    """Contacts (uid) touched or met today."""
    recent: tuple[Interaction, ...]
    """Real touches of the last 30 days."""

    def last_touch(self, contact: str) -> date | None:
        """Return the day of a contact's last real touch; being met today counts as one."""
        return self.today if contact in self.touched else self.before.get(contact)


def read_past(network: Network, now: datetime) -> Past:
    """Return what was; read once a day, and anew where something happened or an event is another."""
    return network.kept(_Pasts).on(now.date())


class _Pasts(Kept):
    """The past as it was read last, while it holds."""

    TABLES = ("interactions", "events")

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self._past: Past | None = None

    def on(self, today: date) -> Past:
        """Return the past as of a day."""
        past = self._past
        if past is None or past.today != today:
            past = self._past = _read_past(self._network, today)
        return past

    def add(self, record: Record) -> None:
        """Read anew: something happened."""
        self._past = None

    drop = add


def _read_past(network: Network, today: date) -> Past:
    """Read touches and meetings once; touches dated later than tomorrow have not happened."""
    since, limit = today - timedelta(days=RECENT_DAYS), today + timedelta(days=1)
    last, after = network.last_touches(since)
    before = last.copy()
    recent = [touch for touch in after if touch.day <= limit]
    touched: set[str] = set()
    met: dict[str, date] = {}
    latest = ((uid, touch.day) for touch in recent for uid in touch.contacts)
    _take(latest, today, before, touched)
    _take(_meetings(network.events.values(), today), today, met, touched)
    return Past(today, before, met, frozenset(touched), tuple(recent))


def _take(found: Iterable[tuple[str, date]], today: date, before: dict[str, date], touched: set[str]) -> None:
    """Sort days into those before today, of which the latest is kept, and today."""
    for uid, day in found:
        if day >= today:
            touched.add(uid)
        elif uid not in before or before[uid] < day:
            before[uid] = day


def _meetings(events: Iterable[Event], today: date) -> Iterator[tuple[str, date]]:
    for event in events:
        if not event.cancelled and event.start <= today:
            day = cadence.met_on(event, today)
            yield from ((person.contact, day) for person in event.people if person.outcome == "met")


def is_put_off(contact: Contact, key: str, today: date, *, this_morning: bool = False) -> bool:
    """Tell whether a row is hidden: snoozed, skipped or attempted until a day after today.

    `this_morning` leaves out what was put off today. Check-in and reconnect are one and the same wish to
    hear from somebody: either hides both.
    """
    return any(
        put_off.until > today and same_row(put_off.row, key) and (put_off.day < today or not this_morning)
        for put_off in contact.deferrals
    )


def same_row(one: str, other: str) -> bool:
    """Tell whether what puts off one row puts off the other."""
    return one == other or (one in (CHECK_IN, RECONNECT) and other in (CHECK_IN, RECONNECT))


def puts_off(contact: Contact, key: str, last_touch: date | None) -> int:
    """Return how many snoozes and skips in a row a row has had.

    An attempt ends the run, since something was tried. A check-in's run also ends with a touch; a
    promise's doesn't, since a word about something else does not keep it.
    """
    count = 0
    for put_off in reversed(contact.deferrals):
        if not same_row(put_off.row, key):
            continue
        if put_off.action == "attempted":
            break
        if key in (CHECK_IN, RECONNECT) and last_touch is not None and put_off.day <= last_touch:
            break
        count += 1
    return count


def order(row: Row, contact: Contact) -> Sorted:
    """Return what a row is sorted by (rule 4): total, and the same whatever order records come in.

    Kind first; then check-ins by ratio up to 3 and the rest by date, undated ones first; then tier, name,
    and, so that no two rows are ever equal, uid and key.
    """
    if row.kind == "check_in":
        place = -min(row.ratio, 3.0)
    else:
        place = float(row.due.toordinal()) if row.due else 0.0
    rank = _KIND_RANK[row.kind]
    return rank, place, _TIER_RANK[contact.tier], fold(contact.name), contact.uid, row.key


def open_follow_ups(network: Network) -> Iterator[tuple[FollowUp, Contact]]:
    """Yield every open promise, waiting and step, with its contact; archived contacts are left out."""
    for follow_up in network.follow_ups.values():
        if follow_up.status == "open":
            contact = network.contacts.get(follow_up.contact)
            if contact is not None and not contact.archived:
                yield follow_up, contact
