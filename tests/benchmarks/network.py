"""Invented networks of any size, the same for the same seed and day: what `generate` writes.

Most people came in with an import and are nobody's business yet (ambient); the others were entered by hand and are
kept close or less close, with eight years of touches, promises and events. A few are archived.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import accumulate

from tests.benchmarks import words
from tests.benchmarks.dice import Dice
from tests.benchmarks.names import CULTURES
from tests.benchmarks.people import OFTEN, YEARS, people
from tui.model.base import Record
from tui.model.records import (
    Attendee,
    Channel,
    ChecklistItem,
    Contact,
    Event,
    EventKind,
    FollowUp,
    FollowUpKind,
    FollowUpStatus,
    Goal,
    Interaction,
    Introduction,
    IntroductionStatus,
    Meta,
    Note,
    Outcome,
    Profile,
    Sent,
    Share,
    Step,
)

_CHANNELS: tuple[tuple[Channel, ...], tuple[float, ...]] = (
    ("in person", "call", "video", "message", "email", "social"),
    (30, 18, 12, 20, 14, 6),
)
_STEPS: tuple[tuple[FollowUpKind, ...], tuple[float, ...]] = (("promise", "waiting", "follow_up"), (6, 3, 2))
_CLOSED: tuple[tuple[FollowUpStatus, ...], tuple[float, ...]] = (("done", "dropped", "open"), (920, 75, 5))
_OUTCOMES: tuple[tuple[Outcome, ...], tuple[float, ...]] = (("met", "not met", "later"), (6, 3, 1))
_PATHS: tuple[tuple[tuple[IntroductionStatus, ...], ...], tuple[float, ...]] = (
    (
        ("idea",),
        ("idea", "asked first"),
        ("idea", "asked first", "asked second"),
        ("idea", "asked first", "asked second", "introduced"),
        ("idea", "asked first", "asked second", "introduced", "came of it"),
        ("idea", "asked first", "declined"),
    ),
    (6, 1, 1, 1, 24, 3),
)
_KINDS: tuple[tuple[EventKind, str, int], ...] = (
    ("conference", "{} Summit", 3),
    ("conference", "{} Days", 2),
    ("meet-up", "{} Meet-up", 1),
    ("meet-up", "Evening of {}", 1),
    ("virtual", "{} Online", 1),
    ("alumni", "Alumni evening: {}", 1),
    ("social", "Summer party of {}", 1),
    ("informational interview", "Interview on {}", 1),
    ("one-to-one", "Coffee about {}", 1),
)
_DAY = dt.timedelta(days=1)


def network(contacts: int, interactions: int, seed: int, on: dt.date) -> Iterator[Record]:
    """Yield the records of a network of that size as it stands on a day; interactions need contacts."""
    dice = Dice(f"{seed}/{contacts}/{interactions}", on)
    yield Meta(
        uid="meta",
        created=on - dt.timedelta(days=365 * YEARS),
        opened=on - _DAY,
        generation=dice.uid().replace("-", ""),
    )
    yield _you()
    days = [(dice.uid(), day) for day in _event_days(dice, max(contacts // 150, 3))]
    everybody = people(dice, contacts, [(uid, day) for uid, day in days if day < on])
    yield from everybody
    if not everybody:
        return
    kept = [it for it in everybody if it.tier != "ambient"] or everybody
    events = [_event(dice, uid, day, kept, everybody) for uid, day in days]
    yield from events
    yield from _touches(dice, interactions, everybody, kept, events)
    if len(kept) > 1:
        yield from (_introduction(dice, kept) for _ in range(contacts // 300))
    yield from (_share(dice, kept) for _ in range(max(contacts // 400, 2)))


def _you() -> Profile:
    return Profile(
        uid="me",
        name="Robin Vale",
        organization="Vale & Daughters",
        title="Adviser on the grid",
        pitch="I help small grids talk to big ones. Mostly I listen.",
        emails=("robin@vale.example",),
        place="London",
        groups=words.GROUPS[:3],
        interests=words.INTERESTS[:6],
        offers=words.THINGS[4:8],
        needs=words.THINGS[8:10],
    )


def _event_days(dice: Dice, count: int) -> list[dt.date]:
    """Return the days of the events: one was yesterday, one is soon and one a little later."""
    past = sorted(dice.ago(365 * YEARS) - 5 * _DAY for _ in range(count - 3))
    return [*past, dice.on - _DAY, dice.on + 4 * _DAY, dice.on + 12 * _DAY]


def _event(dice: Dice, uid: str, day: dt.date, kept: list[Contact], everybody: list[Contact]) -> Event:
    kind, name, days = dice.choice(_KINDS)
    topic = dice.choice(words.INTERESTS)
    over = day < dice.on - _DAY
    days = days if over else 1
    size = dice.number(1, 6) ** 2 if days > 1 else dice.number(1, 8)
    there = dict.fromkeys(it.uid for it in (*dice.some(kept, size, size), *dice.some(everybody, size // 3)))
    where, zone = dice.choice(dice.choice(CULTURES[:8]).places)
    return Event(
        uid=uid,
        name=f"{name.format(topic.capitalize())} {day.year}",
        start=day,
        start_time=dt.time(dice.choice((9, 10, 17, 18))),
        end=day + (days - 1) * _DAY if days > 1 else None,
        end_time=dt.time(dice.choice((19, 20, 21))),
        timezone=zone,
        kind=kind,
        place=where,
        url=f"https://events.example/{topic}/{day.isoformat()}",
        topics=tuple(dict.fromkeys((topic, dice.choice(words.INTERESTS)))),
        goals=tuple(
            Goal(text=text, target=target, done=(target or 1) if over else 0, plan=dice.choice(words.PLANS))
            for text, target in dice.some(words.GOALS, 2, 2)
        ),
        checklist=tuple(
            ChecklistItem(text=text, due=day - dice.number(1, 9) * _DAY, done=over)
            for text in dice.some(words.CHECKS, 3, 3)
        ),
        people=tuple(_attendee(dice, contact, over=over) for contact in there),
        debriefed=over,
        worked="Arriving early." if over and dice.happens(0.3) else "",
        added=min(day, dice.on) - 20 * _DAY,
    )


def _attendee(dice: Dice, contact: str, *, over: bool) -> Attendee:
    return Attendee(
        contact=contact,
        why=dice.choice(words.WHYS),
        priority=dice.number(1, 3),
        questions=(dice.choice(words.QUESTIONS),) if dice.happens(0.2) else (),
        outcome=dice.weighted(*_OUTCOMES) if over else "expected",
    )


def _touches(
    dice: Dice, count: int, everybody: list[Contact], kept: list[Contact], events: list[Event]
) -> Iterator[Record]:
    """Yield what happened, and the promises that came of it."""
    weights = list(accumulate(OFTEN[person.tier] for person in everybody))
    over = [event for event in events if event.debriefed and event.people]
    for person in dice.chance.choices(everybody, cum_weights=weights, k=count):
        if over and dice.happens(0.06):
            event = dice.choice(over)
            touch = _told(dice, event.start, (dice.choice(event.people).contact,), "in person", event.uid)
        else:
            channel = dice.weighted(*_CHANNELS)
            many = channel in ("in person", "video") and dice.happens(0.08)
            others = dice.some(kept, 3, 1) if many else ()
            who = tuple(dict.fromkeys(it.uid for it in (person, *others)))
            since = (dice.on - (person.met_day or dice.on)).days
            touch = _told(dice, dice.ago(since + 1), who, channel)
        yield touch
        if dice.happens(0.04):
            yield _step(dice, touch, dice.choice(kept).name)


def _told(
    dice: Dice, day: dt.date, contacts: tuple[str, ...], channel: Channel, event: str | None = None
) -> Interaction:
    subject = dice.choice(words.SUBJECTS)
    attempt = event is None and dice.happens(0.03)
    moment = dt.datetime.combine(day, dt.time(dice.number(8, 21), dice.number(0, 59)), dt.UTC)
    known = day < dice.on
    uid = dice.uid()
    if attempt:
        return Interaction(uid=uid, day=day, contacts=contacts, channel=channel, attempt=True)
    return Interaction(
        uid=uid,
        day=day,
        contacts=contacts,
        at=moment if known and dice.happens(0.5) else None,
        channel=channel,
        summary=f"{dice.choice(words.OPENINGS).format(subject)}.",
        depth=dice.choice((0, 1, 1, 2, 2, 3)),
        gave=dice.choice(words.GIFTS).format(subject) if dice.happens(0.1) else "",
        received=dice.choice(words.GIFTS).format(subject) if dice.happens(0.1) else "",
        ask_next=dice.choice(words.THREADS).format(subject) if dice.happens(0.35) else "",
        notes=(Note(contact=contacts[-1], text="Quiet today."),) if len(contacts) > 2 else (),
        event=event,
        added=moment + dt.timedelta(hours=dice.number(0, 2)) if known else None,
    )


def _step(dice: Dice, touch: Interaction, name: str) -> FollowUp:
    """Return a promise or a next step that came of a talk; old ones are nearly all closed."""
    due = touch.day + dice.number(2, 28) * _DAY
    status: FollowUpStatus = "open"
    if due < dice.on - 10 * _DAY:
        status = dice.weighted(*_CLOSED)
    elif due < dice.on and dice.happens(0.6):
        status = "done"
    closed = min(due + dice.number(-1, 5) * _DAY, dice.on)
    return FollowUp(
        uid=dice.uid(),
        kind=dice.weighted(*_STEPS),
        contact=touch.contacts[0],
        text=dice.choice(words.DEEDS).format(name=name, subject=dice.choice(words.SUBJECTS)),
        made=touch.day,
        due=due if dice.happens(0.95) else None,
        event=touch.event,
        interaction=touch.uid,
        status=status,
        closed=None if status == "open" else closed,
    )


def _introduction(dice: Dice, kept: list[Contact]) -> Introduction:
    first, second = dice.some(kept, 2, 2)
    path = dice.weighted(*_PATHS)
    day = dice.ago(30 if path[-1].startswith("asked") else 900)
    return Introduction(
        uid=dice.uid(),
        first=first.uid,
        second=second.uid,
        reason=f"both care about {dice.choice(words.INTERESTS)}",
        status=path[-1],
        steps=tuple(
            Step(status=status, day=min(day + place * 4 * _DAY, dice.on)) for place, status in enumerate(path)
        ),
        outcome="They work together now." if path[-1] == "came of it" else "",
        added=day,
    )


def _share(dice: Dice, kept: list[Contact]) -> Share:
    topic, day = dice.choice(words.INTERESTS), dice.ago(700)
    return Share(
        uid=dice.uid(),
        url=f"https://reading.example/{topic}/{dice.number(0, 10**6)}",
        title=f"What {topic} taught me",
        why=f"Short, and says something new about {dice.choice(words.SUBJECTS)}",
        topics=(topic,),
        read=dice.happens(0.7),
        sent=tuple(
            Sent(contact=person.uid, day=dice.ago((dice.on - day).days + 1)) for person in dice.some(kept, 3)
        ),
        added=day,
    )
