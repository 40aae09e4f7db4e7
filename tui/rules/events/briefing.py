"""The brief: what one page about an event holds, chosen from everything that was prepared.

Private notes are never read here. At most five people have lines of their own: nobody remembers more at a door.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from tui.model.network import Network
from tui.model.records import ChecklistItem, Contact, Event, FollowUp, Goal
from tui.model.text import fold
from tui.rules.events.preparing import Expected, expected, left_to_do, promises_to
from tui.rules.moments import ends, starts
from tui.rules.phrases import ahead, clipped, clock_time, short_day
from tui.rules.starters import event_starters, room_starters
from tui.rules.starters.suggestion import Suggestion

OTHERS = 30
"""So many of the rest are named: a brief is one page."""
PEOPLE = 5
"""People with lines of their own; the rest are named."""
ROOM = 3
"""Things to say to anybody."""
NOTES = 400
"""Characters of the event's own notes; the descriptions that calendars bring can fill pages."""
ALONE = frozenset({"informational interview", "one-to-one"})
"""Kinds of event at which there is nobody else."""
_QUESTIONS = 2


class Person(msgspec.Struct, frozen=True):
    """One of the people to look for."""

    contact: Contact
    """Who."""
    why: str
    """Why: your own words, else the first reason in the file; empty if there is none."""
    questions: tuple[str, ...]
    """What you want to ask, as you wrote it."""
    opener: Suggestion | None
    """One thing to say."""


class Kept(msgspec.Struct, frozen=True):
    """A promise to keep there."""

    contact: Contact
    """To whom."""
    step: FollowUp
    """What."""


class Briefing(msgspec.Struct, frozen=True):
    """One page about an event."""

    event: Event
    """Which."""
    when: str
    """Days and times on your clock."""
    there: str
    """The same on the clocks there, with their zone; empty where that is the same."""
    notes: str
    """Your notes on it, such as how to get there; cut where they are long."""
    goals: tuple[Goal, ...]
    """What you want from it."""
    people: tuple[Person, ...]
    """Whom to look for first."""
    others: tuple[str, ...]
    """Names of the rest; of many the first, and last how many more."""
    promises: tuple[Kept, ...]
    """What you promised people who will be there."""
    room: tuple[Suggestion, ...]
    """What to say to anybody."""
    room_heading: str
    """What these words are for; with one person there is no 'anyone'."""
    pitch: str
    """What you say when asked what you do."""
    left: tuple[ChecklistItem, ...]
    """What is left to prepare, the most pressing first."""


def briefing(network: Network, event: Event, now: datetime) -> Briefing:
    """Return the page about an event as it stands now."""
    there = [it for it in expected(network, event, now) if it.seat.outcome != "not met"]
    to_meet = [it for it in there if it.seat.outcome == "expected"] or there
    first = to_meet[:PEOPLE]
    named = {it.contact.uid for it in first}
    say = event_starters(network, event, now, only=named)
    return Briefing(
        event=event,
        when=when_here(event, now),
        there=when_there(event, now),
        notes=clipped(event.notes, NOTES),
        goals=event.goals,
        people=tuple(_person(it, say.get(it.contact.uid, ())) for it in first),
        others=_named([it.contact.name for it in there if it.contact.uid not in named]),
        promises=tuple(Kept(it.contact, step) for it in there for step in promises_to(network, it.contact)),
        room=tuple(room_starters(network, event, now))[:ROOM],
        room_heading="To ask" if event.kind in ALONE else "To say to anyone",
        pitch=network.profile.pitch,
        left=tuple(item for _, item in left_to_do(event, now.date())),
    )


def _named(names: list[str]) -> tuple[str, ...]:
    rest = len(names) - OTHERS
    return (*names[:OTHERS], f"{rest} more") if rest > 1 else tuple(names)


def when_here(event: Event, now: datetime) -> str:
    """Return when an event is on your clock: 'Tue 24 Nov, 18:30–21:00'."""
    start, end = starts(event, now), ends(event, now)
    if event.start_time is None:
        return _days(event.start, event.end or event.start, now.date())
    return _span(start, end if event.end_time else None, now.date())


def when_there(event: Event, now: datetime) -> str:
    """Return when an event is on the clocks there, with the zone; empty where that is the same as yours."""
    start = starts(event, now)
    if event.start_time is None or (start.date(), start.time()) == (event.start, event.start_time):
        return ""
    begin = datetime.combine(event.start, event.start_time, now.tzinfo)
    end = datetime.combine(event.end or event.start, event.end_time, now.tzinfo) if event.end_time else None
    return f"{_span(begin, end, now.date())} ({event.timezone})"


def due_words(item: ChecklistItem, today: date, *, carried: bool = False) -> str:
    """Return by when something is to be done: 'by Fri 27 Nov', 'tomorrow', 'was for Thu 19 Nov'; empty if open.

    On a page that is `carried` along every day has its date: it is read on another day than it was written.
    """
    if item.due is None:
        return ""
    if item.due < today:
        return f"was for {short_day(item.due, today)}"
    near = ahead(item.due, today)
    return near if (item.due - today).days < 2 and not carried else f"by {short_day(item.due, today)}"


def _person(it: Expected, say: tuple[Suggestion, ...]) -> Person:
    questions = it.seat.questions[:_QUESTIONS]
    asked = {fold(text) for text in questions}
    opener = next((one for one in say if fold(one.text) not in asked), None)
    return Person(it.contact, it.seat.why or next(iter(it.reasons), ""), questions, opener)


def _days(first: date, last: date, today: date) -> str:
    words = short_day(first, today)
    return words if last <= first else f"{words} – {short_day(last, today)}"


def _span(start: datetime, end: datetime | None, today: date) -> str:
    words = f"{short_day(start.date(), today)}, {clock_time(start.time())}"
    if end is None:
        return words
    if end.date() == start.date():
        return f"{words}–{clock_time(end.time())}"
    return f"{words} – {short_day(end.date(), today)}, {clock_time(end.time())}"
