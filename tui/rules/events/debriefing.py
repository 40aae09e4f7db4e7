"""Looking back at an event: who is left to write about, what was written, and what came of it all.

Nothing here is kept apart: a debrief is what stands in the file (who was met, the talk at the event, promises
made there, goals, what was learnt), so it can be left at any point and goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, FollowUpKind, Interaction
from tui.rules import moments
from tui.rules.cadence import met_on
from tui.rules.first_time import is_first_time
from tui.rules.phrases import short_day
from tui.rules.queue.after_events import follow_up_key
from tui.rules.queue.ranking import Row, queue
from tui.rules.queue.sources import due_day


class Agreed(msgspec.Struct, frozen=True):
    """A promise made at an event, yours or theirs, as it stands in a form."""

    text: str = ""
    """What was promised; empty for none."""
    due: date | None = None
    """Day it is for."""
    uid: str | None = None
    """FollowUp (uid) that holds it, if it was written down before."""


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """What came of meeting one person at an event; everything may be left empty."""

    said: str = ""
    """What was said."""
    depth: int = 0
    """1 small talk, 2 a real conversation, 3 something that mattered; 0 not said."""
    promises: tuple[Agreed, ...] = ()
    """What you promised."""
    theirs: tuple[Agreed, ...] = ()
    """What they promised."""
    needs: tuple[str, ...] = ()
    """What else they need; added to what is known."""
    offers: tuple[str, ...] = ()
    """What else they offer; added to what is known."""
    ask_next: str = ""
    """The thread to pick up next time."""
    write_on: date | None = None
    """Day to write to them; none for within a day, as after any event."""


class Progress(msgspec.Struct, frozen=True):
    """How far a debrief is."""

    people: int
    """How many there are to say something about."""
    said: int
    """For how many it is said whether you met."""
    met: int
    """How many you met."""
    promises: int
    """How many promises you made there, kept ones included."""


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """What an event left behind."""

    met: tuple[Contact, ...]
    """Whom you met, as they stand on the list."""
    new: tuple[Contact, ...]
    """Those of them whom you met there for the first time."""
    later: tuple[Contact, ...]
    """Whom you put off, or have not said anything about yet."""
    promises: tuple[FollowUp, ...]
    """What you promised there and still have to do, soonest first."""
    theirs: tuple[FollowUp, ...]
    """What was promised to you there, soonest first."""
    steps: tuple[FollowUp, ...]
    """Whom to write to on a day of their own, soonest first."""
    write: tuple[Row, ...]
    """Rows of the queue for a word to those you met, within a day of the event."""


def obstacle(event: Event, now: datetime) -> str:
    """Return why there is nothing to look back at, in a sentence or two; empty if there is."""
    if event.cancelled:
        return f"{event.name} was cancelled. If it took place after all, say so first."
    if not moments.has_begun(event, now):
        day = short_day(moments.starts(event, now).date(), now.date())
        return f"{event.name} begins on {day}. Come back once it is on; until then, prepare it."
    return ""


def seats(network: Network, event: Event) -> list[tuple[Attendee, Contact]]:
    """Return the people of an event, those you wanted most first, otherwise as they were put on the list."""
    found = [
        (seat, network.contacts[seat.contact]) for seat in event.people if seat.contact in network.contacts
    ]
    return sorted(found, key=lambda pair: pair[0].priority)


def seat_of(event: Event, contact: str) -> Attendee | None:
    """Return somebody's place at an event; None if they have none."""
    return next((seat for seat in event.people if seat.contact == contact), None)


def progress(network: Network, event: Event) -> Progress:
    """Return how far the debrief of an event is."""
    people = [seat for seat, _ in seats(network, event)]
    return Progress(
        people=len(people),
        said=sum(seat.outcome in {"met", "not met"} for seat in people),
        met=sum(seat.outcome == "met" for seat in people),
        promises=sum(
            step.kind == "promise" and step.status != "dropped"
            for seat in people
            for step in network.follow_ups_of(seat.contact)
            if step.event == event.uid
        ),
    )


def day_met(event: Event, now: datetime) -> date:
    """Return the day that a meeting at an event counts for: its last, and never after today."""
    return min(met_on(event, now.date()), now.date())


def touch_at(network: Network, event: Event, contact: str) -> Interaction | None:
    """Return what was written about meeting one person (uid) at an event; talks of several stay apart."""
    return next(
        (it for it in network.touches_of(contact) if it.event == event.uid and it.contacts == (contact,)),
        None,
    )


def open_steps_at(network: Network, event: Event, contact: str, kind: FollowUpKind) -> list[FollowUp]:
    """Return what was agreed with one person (uid) at an event and still stands open, soonest first."""
    steps = [
        step
        for step in network.follow_ups_of(contact)
        if step.event == event.uid and step.kind == kind and step.status == "open"
    ]
    return sorted(steps, key=_soonest)


def talk_of(network: Network, event: Event, contact: str) -> Talk:
    """Return what is written about meeting one person (uid) at an event, to be read or put right."""
    touch = touch_at(network, event, contact)
    steps = open_steps_at(network, event, contact, "follow_up")
    return Talk(
        said=touch.summary if touch else "",
        depth=touch.depth if touch else 0,
        promises=tuple(_agreed(network, event, contact, "promise")),
        theirs=tuple(_agreed(network, event, contact, "waiting")),
        ask_next=touch.ask_next if touch else "",
        write_on=steps[0].due if steps else None,
    )


def is_written(network: Network, event: Event, contact: str) -> bool:
    """Tell whether anything was written about one person (uid) at an event that one would miss."""
    return talk_of(network, event, contact) != Talk()


def lesson(network: Network, event: Event) -> Event | None:
    """Return the last event of the same kind before this one that taught something; None if none did."""
    before = [
        it
        for it in network.events.values()
        if it.kind == event.kind
        and it.uid != event.uid
        and (it.start, it.uid) < (event.start, event.uid)
        and (it.worked or it.change_next)
    ]
    return max(before, key=lambda it: (it.start, it.uid), default=None)


def closing(network: Network, event: Event, now: datetime) -> Closing:
    """Return what an event left behind, for the page that ends its debrief."""
    people = seats(network, event)
    met = tuple(contact for seat, contact in people if seat.outcome == "met")
    steps = [
        step
        for _, contact in people
        for step in network.follow_ups_of(contact.uid)
        if step.event == event.uid and step.status == "open"
    ]
    steps.sort(key=_soonest)
    found = queue(network, now)
    return Closing(
        met=met,
        new=tuple(contact for contact in met if is_first_time(network, contact, event)),
        later=tuple(contact for seat, contact in people if seat.outcome in {"expected", "later"}),
        promises=tuple(step for step in steps if step.kind == "promise"),
        theirs=tuple(step for step in steps if step.kind == "waiting"),
        steps=tuple(step for step in steps if step.kind == "follow_up"),
        write=tuple(row for row in (*found.rows, *found.coming) if row.key == follow_up_key(event.uid)),
    )


def _agreed(network: Network, event: Event, contact: str, kind: FollowUpKind) -> Iterator[Agreed]:
    for step in open_steps_at(network, event, contact, kind):
        yield Agreed(step.text, step.due, step.uid)


def _soonest(step: FollowUp) -> tuple[date, str]:
    return due_day(step) or date.max, step.uid
