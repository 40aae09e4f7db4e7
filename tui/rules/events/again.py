"""The next time of an event that comes again: what stays the same, and what was learnt the time before."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model.base import new_uid
from tui.model.network import Network
from tui.model.records import Attendee, Event


def next_time(before: Event) -> Event:
    """Return an event like another one, without its day: name, kind, hours, place, link, topics, goals, people.

    Goals begin anew. Of the people those come along whom you met, or meant to: they may well be there again.
    What was on the checklist, said and learnt stays with the time before.
    """
    people = tuple(
        Attendee(contact=seat.contact, priority=seat.priority, why=seat.why if seat.outcome != "met" else "")
        for seat in before.people
        if seat.outcome in {"met", "later"}
    )
    return Event(
        uid=new_uid(),
        name=before.name,
        start=before.start,
        start_time=before.start_time,
        end_time=before.end_time,
        timezone=before.timezone,
        kind=before.kind,
        place=before.place,
        url=before.url,
        topics=before.topics,
        notes=before.notes,
        goals=tuple(replace(goal, done=0) for goal in before.goals),
        people=people,
        repeats=before.uid,
    )


def learnt(network: Network, event: Event) -> Event | None:
    """Return the time before that says what worked or what to do differently; None if none does.

    That is what it was copied from, however long ago that one taught something; else the last of its kind.
    """
    seen = {event.uid}
    before = network.events.get(event.repeats or "")
    while before is not None and before.uid not in seen:
        if before.worked or before.change_next:
            return before
        seen.add(before.uid)
        before = network.events.get(before.repeats or "")
    past = [
        it
        for it in network.events.values()
        if it.kind == event.kind and it.debriefed and (it.worked or it.change_next) and it.start < event.start
    ]
    return max(past, key=lambda it: (it.start, it.uid), default=None)
