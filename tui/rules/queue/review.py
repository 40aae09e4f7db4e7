"""The weekly review: once a week, what the days do not ask by themselves. Pure, from Monday to Sunday.

Decided here, where the issue leaves room:
- Its parts: promises due until the end of the coming week, theirs and yours; one or two people to write to
  without any reason; events of the next two weeks that are not prepared, and those not debriefed; people who
  came in bulk and wait for a decision.
- It offers itself from Friday on, in one row at the end of the queue, and until it is done if it was begun. A week
  passed over is passed over: nothing adds up.
- The two people are chosen from what was known on Monday, so that writing to one brings no third. They are kept
  close or active, nothing is open with them, and they are not nearly due: the word comes as a surprise, which is
  what makes it worth most (Liu et al. 2023).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, Literal, get_args

import msgspec

from tui.model.base import Record
from tui.model.kept import Kept
from tui.model.network import Network
from tui.model.records import Contact, Meta
from tui.rules import cadence
from tui.rules.moments import is_over, starts
from tui.rules.queue.after_events import debriefs, preparation
from tui.rules.queue.rows import CHECK_IN, RECENT_DAYS, open_follow_ups
from tui.rules.queue.sources import due_day

Part = Literal["promises", "people", "events", "triage"]
"""A part of the review."""

PARTS: Final[tuple[Part, ...]] = get_args(Part)
"""Every part, in order."""

AHEAD_DAYS: Final = 14
"""Events so many days ahead are to be prepared."""
WITHOUT_REASON: Final = 2
"""So many people are named to write to without a reason."""
_OFFERED_FROM: Final = 4
"""Weekday from which it offers itself: Friday."""
_QUICKEST_FIRST: Final[tuple[Part, ...]] = ("promises", "events", "triage", "people")
_RESTED: Final = 21
"""Days since the last touch from which a word comes unexpected."""


class Item(msgspec.Struct, frozen=True):
    """One thing to look at."""

    part: Part
    """Part of the review."""
    key: str
    """Names it among all."""
    contact: str = ""
    """Contact (uid) it is about."""
    follow_up: str = ""
    """FollowUp (uid) it is about."""
    event: str = ""
    """Event (uid) it is about."""
    number: int = 0
    """How many it stands for, where it is several."""
    done: bool = False
    """True if that was done this week."""


class Review(msgspec.Struct, frozen=True):
    """The review of a week."""

    monday: date
    """First day of the week."""
    items: tuple[Item, ...]
    """What there is to look at, part by part."""
    kept: int
    """Promises of yours kept this week."""
    done: tuple[Part, ...]
    """Parts looked through already."""
    begun: bool
    """True if it was begun this week."""

    @property
    def stopped_at(self) -> Part | None:
        """The first part still to be looked through; None when all are, those with nothing in them among them."""
        return next((part for part in PARTS if part not in self.done and self.left(part)), None)

    def left(self, part: Part) -> tuple[Item, ...]:
        """Return what is still to be looked at in a part: nothing that was done this week."""
        return tuple(item for item in self.of(part) if not item.done)

    def of(self, part: Part) -> tuple[Item, ...]:
        """Return what there is to look at in a part."""
        return tuple(item for item in self.items if item.part == part)


def monday_of(day: date) -> date:
    """Return the first day of a week."""
    return day - timedelta(days=day.weekday())


def done_parts(meta: Meta, today: date) -> tuple[Part, ...]:
    """Return the parts of this week's review that were looked through."""
    if meta.review != monday_of(today):
        return ()
    return tuple(part for part in PARTS if part in meta.reviewed)


def is_offered(network: Network, now: datetime) -> bool:
    """Tell whether the review offers itself: not done this week, begun or at its end, and with something in it.

    Quick to tell: what takes longest is looked for last, and only where nothing else was found.
    """
    today, meta = now.date(), network.meta
    done = done_parts(meta, today)
    if len(done) == len(PARTS) or (meta.review != monday_of(today) and today.weekday() < _OFFERED_FROM):
        return False
    return any(_has_something(network, part, now) for part in _QUICKEST_FIRST if part not in done)


def review(network: Network, now: datetime) -> Review:
    """Return what there is to look at this week."""
    today = now.date()
    monday = monday_of(today)
    sunday = monday + timedelta(days=6)
    touched = _touches(network, monday, today)
    kept = sum(
        it.kind == "promise"
        and it.status == "done"
        and it.closed is not None
        and monday <= it.closed <= sunday
        for it in network.follow_ups.values()
    )
    return Review(
        monday=monday,
        items=(
            *_promises(network, sunday + timedelta(days=7)),
            *_people(network, monday, touched),
            *_events(network, now),
            *_triage(network, touched),
        ),
        kept=kept,
        done=done_parts(network.meta, today),
        begun=network.meta.review == monday,
    )


def gone_on(found: Review, network: Network, now: datetime) -> Review:
    """Return a review after no more was altered than how far it is: what there is to look at is the same."""
    if monday_of(now.date()) != found.monday:
        return review(network, now)
    done, begun = done_parts(network.meta, now.date()), network.meta.review == found.monday
    return msgspec.structs.replace(found, done=done, begun=begun)


def _has_something(network: Network, part: Part, now: datetime) -> bool:
    """Tell whether there is anything to look at in a part."""
    monday = monday_of(now.date())
    if part == "promises":
        return bool(_promises(network, monday + timedelta(days=13)))
    if part == "events":
        return any(True for _ in _events(network, now))
    if part == "triage":
        from tui.rules.triage import waits  # as in `_Parts`

        return any(waits(network, it) for it in network.contacts.values())
    return any(not item.done for item in _people(network, monday, _touches(network, monday, now.date())))


class _Touched(msgspec.Struct, frozen=True):
    """What happened with everybody, read once."""

    before: dict[str, date]
    """Last real touch of each contact (uid) before this week."""
    week: set[str]
    """Contacts (uid) touched this week."""
    ever: set[str]
    """Contacts (uid) touched at any time."""


def _touches(network: Network, monday: date, today: date) -> _Touched:
    # As the queue asks, so that what is kept for it need not be read anew.
    last, since = network.last_touches(today - timedelta(days=RECENT_DAYS))
    before, week, ever = dict(last), set[str](), set(last)
    for touch in since:
        ever.update(touch.contacts)
        if touch.day < monday:
            for uid in touch.contacts:
                before[uid] = max(before.get(uid, touch.day), touch.day)
        elif touch.day <= today:
            week.update(touch.contacts)
    return _Touched(before, week, ever)


class _Parts(Kept):
    """Those in a rhythm, and those who wait for a decision: everybody is gone through once, and not at each key."""

    TABLES = ("contacts",)

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        from tui.rules.triage import is_undecided  # it reads needs and offers, which the queue has no use for

        everybody = network.contacts.items()
        self._is_undecided = is_undecided
        self.regular = {uid for uid, it in everybody if it.tier != "ambient" and _is_here(it)}
        """Contacts (uid) with a rhythm, who may be named if it is their turn."""
        self.undecided = {uid for uid, it in everybody if it.tier == "ambient" and is_undecided(it)}
        """Contacts (uid) about whom nothing was decided, whatever happened with them."""

    def add(self, record: Record) -> None:
        """Put somebody where they belong."""
        if not isinstance(record, Contact):
            return
        if record.tier != "ambient" and _is_here(record):
            self.regular.add(record.uid)
        elif self._is_undecided(record):
            self.undecided.add(record.uid)

    def drop(self, record: Record) -> None:
        """Let somebody go."""
        self.regular.discard(record.uid)
        self.undecided.discard(record.uid)


def _is_here(contact: Contact) -> bool:
    return not (contact.archived or contact.paused)


def _promises(network: Network, last: date) -> list[Item]:
    found = []
    for step, contact in open_follow_ups(network):
        due = due_day(step)
        if step.kind != "follow_up" and (due is None or due <= last):
            # Yours first; then by date.
            order = (step.kind != "promise", due or date.min, step.uid)
            found.append((order, Item("promises", f"step {step.uid}", contact.uid, step.uid)))
    return [item for _, item in sorted(found, key=lambda it: it[0])]


def _people(network: Network, monday: date, touched: _Touched) -> list[Item]:
    """Return one or two people to surprise, chosen from what was known on Monday morning."""
    before = monday - timedelta(days=1)
    busy = {step.contact for step, _ in open_follow_ups(network)}
    ranked = []
    for uid in network.kept(_Parts).regular:
        contact, last = network.contacts[uid], touched.before.get(uid)
        if last is None or uid in busy or (before - last).days < _RESTED or _is_put_off(contact, monday):
            continue
        start = cadence.latest((last, contact.met_day)) or last
        ratio = cadence.ratio_since(contact, start, before, network.settings.tiers)
        if ratio < cadence.SOON:
            close = contact.tier not in ("inner", "close")
            item = Item("people", f"person {uid}", uid, done=uid in touched.week)
            ranked.append((close, _lot(uid, monday), item))
    return [item for *_, item in sorted(ranked, key=lambda it: it[:2])[:WITHOUT_REASON]]


def _is_put_off(contact: Contact, monday: date) -> bool:
    return any(put_off.until > monday and put_off.row == CHECK_IN for put_off in contact.deferrals)


def _events(network: Network, now: datetime) -> Iterator[Item]:
    for event in debriefs(network, now):
        yield Item("events", f"debrief {event.uid}", event=event.uid)
    coming = []
    for event in network.events.values():
        if event.cancelled or event.start > now.date() + timedelta(days=AHEAD_DAYS) or is_over(event, now):
            continue
        done, total = preparation(event, now.date())
        if done < total or not event.goals:
            coming.append((starts(event, now), event.uid))
    yield from (Item("events", f"event {uid}", event=uid) for _, uid in sorted(coming))


def _triage(network: Network, touched: _Touched) -> Iterator[Item]:
    number = len(network.kept(_Parts).undecided - touched.ever)
    if number:
        yield Item("triage", "triage", number=number)


def _lot(uid: str, monday: date) -> tuple[int, str]:
    """Return what decides among equals in a week: even-handed, and the same whenever it is asked."""
    return zlib.crc32(f"{monday.toordinal()}:{uid}".encode("utf-8", "surrogatepass")), uid
