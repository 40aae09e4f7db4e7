"""Somewhere you meet people: what you want there, what to pack, who comes."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from tui.model.base import Part, Record
from tui.model.records.contact import Starter

EventKind = Literal[
    "conference", "meet-up", "virtual", "informational interview", "alumni", "social", "one-to-one"
]
Outcome = Literal["expected", "met", "not met", "later"]


class Goal(Part, frozen=True):
    """Something to achieve at an event."""

    text: str
    """What, in words ('real conversations')."""
    target: int | None = None
    """How many, where it can be counted."""
    done: int = 0
    """How many so far; without a target, 1 when achieved."""
    plan: str = ""
    """An if-then plan ('if I stand alone, then I walk to the coffee queue')."""


class ChecklistItem(Part, frozen=True):
    """One thing to have done by a day."""

    text: str
    """What is to be done."""
    due: dt.date | None = None
    """Day by which it is to be done."""
    done: bool = False
    """True once it is."""


class Attendee(Part, frozen=True):
    """A person at an event: why, and what came of it."""

    contact: str
    """Contact (uid)."""
    why: str = ""
    """Why you want to talk to them."""
    priority: int = 2
    """1 must, 2 would like to, 3 if it happens."""
    questions: tuple[str, ...] = ()
    """What to ask them."""
    outcome: Outcome = "expected"
    """Whether you met."""
    practice: int = 0
    """How the words came when you practised: 1 not yet, 2 nearly, 3 easily; 0 not practised."""


class Event(Record, frozen=True):
    """Somewhere you meet people. Times are wall-clock times in `timezone`, as in iCalendar's DTSTART;TZID."""

    name: str
    """What it is called (iCalendar SUMMARY)."""
    start: dt.date
    """First day."""
    start_time: dt.time | None = None
    """Time it starts; none for an event that fills its days."""
    end: dt.date | None = None
    """Last day; none if it ends on the first."""
    end_time: dt.time | None = None
    """Time it ends."""
    timezone: str = ""
    """IANA name of the time zone it takes place in; empty for your own."""
    kind: EventKind = "meet-up"
    """Kind; it chooses checklist and openers."""
    place: str = ""
    """Where (iCalendar LOCATION)."""
    url: str = ""
    """Link to the page or the call."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    notes: str = ""
    """Notes."""
    goals: tuple[Goal, ...] = ()
    """What you want from it."""
    checklist: tuple[ChecklistItem, ...] = ()
    """What is to be done before."""
    people: tuple[Attendee, ...] = ()
    """Who will be, or was, there."""
    starters: tuple[Starter, ...] = ()
    """Starters for the room: pinned, own, used."""
    debriefed: bool = False
    """True once the debrief was finished."""
    worked: str = ""
    """What worked."""
    change_next: str = ""
    """What to do differently next time."""
    repeats: str | None = None
    """Event (uid) that it was copied from: the time before of something that recurs."""
    ical_uid: str = ""
    """UID of the calendar entry it came from; for one time of a series with '#' and its first planned start."""
    imported: dict[str, str] = {}
    """Values as the calendar last brought them, by field, so that a later one can tell what you typed."""
    cancelled: bool = False
    """True if it does not take place."""
    added: dt.date | None = None
    """Day the record was made."""
