"""What came of events: words sent within 48 hours, new people, and goals reached by kind of event."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from tui.model.records import Event, EventKind, Interaction
from tui.rules import moments
from tui.rules.events.encouragement import reached
from tui.rules.first_time import is_first_time
from tui.rules.insights.past import Past
from tui.rules.insights.period import Period
from tui.rules.queue.after_events import Meeting, answers, meetings

PROMPT = timedelta(hours=48)
"""A word sent so soon after an event is prompt."""


class Outcome(msgspec.Struct, frozen=True):
    """One event and what came of it."""

    event: str
    """Event (uid)."""
    met: tuple[str, ...]
    """Whom you met there (uids)."""
    prompt: tuple[str, ...]
    """Those of them who heard from you within 48 hours of its end."""
    waiting: tuple[str, ...]
    """Those for whom the 48 hours are not over yet."""
    new: tuple[str, ...]
    """Those whom you met there for the first time."""
    again: tuple[str, ...]
    """Those of the new ones with whom there was a touch on a later day."""


class Goals(msgspec.Struct, frozen=True):
    """Goals of one kind of event."""

    kind: EventKind
    """Kind of event."""
    reached: int
    """Goals reached."""
    total: int
    """Goals set."""
    events: tuple[str, ...]
    """Events (uids) with goals."""


def outcomes(past: Past, period: Period, now: datetime) -> tuple[Outcome, ...]:
    """Return what came of each event of a period at which somebody was met, latest first."""
    network = past.network
    by_event: dict[str, list[Meeting]] = {}
    for meeting in meetings(network, now):
        if period.holds(meeting.end_day):
            by_event.setdefault(meeting.event.uid, []).append(meeting)
    people = {meeting.contact for found in by_event.values() for meeting in found}
    touches: dict[str, list[Interaction]] = {uid: [] for uid in people}
    for touch in past.touches:
        for uid in touch.contacts:
            if uid in touches:
                touches[uid].append(touch)
    found = [_outcome(past, theirs, touches, now) for theirs in by_event.values()]
    return tuple(sorted(found, key=lambda it: (network.events[it.event].start, it.event), reverse=True))


def _outcome(past: Past, met: list[Meeting], touches: dict[str, list[Interaction]], now: datetime) -> Outcome:
    event = met[0].event
    prompt = {it.contact for it in met if any(answers(touch, it, PROMPT) for touch in touches[it.contact])}
    waiting = {it.contact for it in met if it.contact not in prompt and now - it.end < PROMPT}
    new = {it.contact for it in met if _is_new(past, it.contact, event)}
    end = met[0].end_day
    again = {uid for uid in new if any(day > end for day in past.days.get(uid, ()))}
    people = tuple(it.contact for it in met)
    some = (tuple(uid for uid in people if uid in chosen) for chosen in (prompt, waiting, new, again))
    return Outcome(event.uid, people, *some)


def _is_new(past: Past, uid: str, event: Event) -> bool:
    """Tell whether somebody was met at an event for the first time: you had not met or talked before."""
    return is_first_time(past.network, past.network.contacts[uid], event)


def goals_by_kind(past: Past, period: Period, now: datetime) -> tuple[Goals, ...]:
    """Return how many goals were reached at the events of a period, by kind, the kind with most goals first."""
    found: dict[EventKind, tuple[int, int, list[str]]] = {}
    for event in past.network.events.values():
        if (
            event.cancelled
            or not event.goals
            or not period.holds(event.start)
            or not moments.is_over(event, now)
        ):
            continue
        done, total, events = found.get(event.kind, (0, 0, []))
        found[event.kind] = (
            done + sum(map(reached, event.goals)),
            total + len(event.goals),
            [*events, event.uid],
        )
    ordered = sorted(found.items(), key=lambda it: (-it[1][1], it[0]))
    return tuple(Goals(kind, done, total, tuple(events)) for kind, (done, total, events) in ordered)
