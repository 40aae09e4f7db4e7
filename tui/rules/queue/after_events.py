"""What follows an event: one word to each person met (rule 5), the debrief, and which event comes next.

Decided here, where the rules leave room:
- Hours are real hours from the event's end, daylight saving included. Until 24 hours it is soon (and shown: a
  word sent on the way home is the best), then due, amber from 48, red from 72; from 14 days on it is lapsed.
- It is done by any touch after the event other than the one recorded as part of it: by its moment if that is
  known; else on a later day, or on the same day by another channel than in person. Where the event's zone and
  yours give its end different days, the earlier one counts: the touch's day may be told in either.
- Meeting again at a later event does it too, so nobody has two such rows.
- A dated step noted for that person at that event (`FollowUp` of kind 'follow_up') takes its place.
- Only somebody marked as met gets one. A follow-up skipped on purpose is not counted as missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

import msgspec

from tui.model.network import Network
from tui.model.records import Event, Interaction
from tui.rules import moments
from tui.rules.queue.rows import Row, Status

DUE_HOURS, AMBER_HOURS, RED_HOURS = 24, 48, 72
LAPSES = timedelta(days=14)
"""An after-event follow-up lapses so long after the event's end."""
DEBRIEF_DAYS = 14
"""An event without people is asked about for so many days."""
DEBRIEF_DAYS_WITH_PEOPLE = 90
"""An event with people is asked about for so many days; later, little is remembered."""


class Meeting(msgspec.Struct, frozen=True):
    """Somebody met at an event that is over."""

    contact: str
    """Contact (uid)."""
    event: Event
    """Where."""
    end: datetime
    """When it ended, in UTC."""
    end_day: date
    """Day it ended: in its own zone or yours, the earlier."""


def follow_up_key(event: str) -> str:
    """Return the key of the row for the word after an event."""
    return f"follow_up:{event}"


def meetings(network: Network, now: datetime, *, within: timedelta | None = None) -> list[Meeting]:
    """Return whom you met at events that are over, optionally those that ended within a time of now."""
    found = []
    for event in network.events.values():
        # A day's margin, for zones; it spares reckoning moments for the events of years.
        if event.cancelled or event.start > now.date() + timedelta(days=1) or not event.people:
            continue
        last = max(event.end or event.start, event.start)
        if within is not None and now.date() - last > within + timedelta(days=2):
            continue
        end = moments.ends(event, now)
        passed = now.astimezone(UTC) - end.astimezone(UTC)
        if passed < timedelta(0) or (within is not None and passed >= within):
            continue
        for uid in dict.fromkeys(person.contact for person in event.people if person.outcome == "met"):
            contact = network.contacts.get(uid)
            if contact is not None and not contact.archived:
                found.append(Meeting(uid, event, end.astimezone(UTC), min(last, end.date())))
    return found


def follow_ups(network: Network, now: datetime, recent: Iterable[Interaction]) -> tuple[list[Row], list[Row]]:
    """Return the rows for words not yet sent after events, and those that lapsed in the last 14 days.

    `recent` are the real touches of the last 30 days.
    """
    met = meetings(network, now, within=2 * LAPSES)
    touches: dict[str, list[Interaction]] = {meeting.contact: [] for meeting in met}
    for touch in recent:
        for uid in touch.contacts:
            if uid in touches:
                touches[uid].append(touch)
    live, lapsed = [], []
    for meeting in unanswered(network, met, touches):
        passed = now.astimezone(UTC) - meeting.end
        row = Row(
            key=follow_up_key(meeting.event.uid),
            kind="follow_up",
            contact=meeting.contact,
            due=(meeting.end + timedelta(hours=DUE_HOURS)).astimezone(now.tzinfo).date(),
            status=_status(passed),
            event=meeting.event.uid,
        )
        if passed < LAPSES:
            live.append(row)
        elif not _skipped(network, meeting):
            lapsed.append(row)
    return live, lapsed


def missed_follow_ups(network: Network, now: datetime) -> tuple[Meeting, ...]:
    """Return every after-event follow-up that lapsed without a word within its 14 days, latest first."""
    met = meetings(network, now)
    touches = {uid: network.touches_of(uid) for uid in {meeting.contact for meeting in met}}
    over = now.astimezone(UTC) - LAPSES
    lapsed = [
        meeting
        for meeting in unanswered(network, met, touches)
        if meeting.end <= over and not _skipped(network, meeting)
    ]
    return tuple(sorted(lapsed, key=lambda it: (it.end, it.event.uid, it.contact), reverse=True))


def unanswered(
    network: Network, met: Iterable[Meeting], touches: dict[str, list[Interaction]]
) -> Iterator[Meeting]:
    """Yield the meetings that no word, later meeting or dated step answered within 14 days."""
    planned = {
        (step.contact, step.event)
        for step in network.follow_ups.values()
        if step.kind == "follow_up" and step.event is not None
    }
    by_contact: dict[str, list[Meeting]] = {}
    for meeting in met:
        by_contact.setdefault(meeting.contact, []).append(meeting)
    for uid, theirs in by_contact.items():
        theirs.sort(key=lambda it: (it.end, it.event.uid))
        for place, meeting in enumerate(theirs):
            if (uid, meeting.event.uid) in planned:
                continue
            if any(later.end < meeting.end + LAPSES for later in theirs[place + 1 :]):
                continue
            if not any(answers(touch, meeting) for touch in touches[uid]):
                yield meeting


def answers(touch: Interaction, meeting: Meeting, within: timedelta = LAPSES) -> bool:
    """Tell whether a touch is a word sent after a meeting, and within a time of its end: 14 days, unless told."""
    if touch.event == meeting.event.uid:
        return False
    if touch.at is not None and touch.at.tzinfo is not None:
        return meeting.end < touch.at.astimezone(UTC) < meeting.end + within
    days = touch.day - meeting.end_day
    if days == timedelta(0):
        return touch.channel != "in person"
    return timedelta(0) < days <= within


def _skipped(network: Network, meeting: Meeting) -> bool:
    key = follow_up_key(meeting.event.uid)
    put_offs = network.contacts[meeting.contact].deferrals
    return any(put_off.row == key and put_off.action == "skip" for put_off in put_offs)


def _status(passed: timedelta) -> Status:
    hours = passed / timedelta(hours=1)
    if hours < DUE_HOURS:
        return "soon"
    if hours < AMBER_HOURS:
        return "due"
    return "amber" if hours < RED_HOURS else "red"


def debriefs(network: Network, now: datetime) -> tuple[Event, ...]:
    """Return the events to debrief, the latest first: over, not cancelled, not debriefed.

    One with people is asked about for 90 days, one without for 14 days from its start.
    """
    found = []
    for event in network.events.values():
        if event.debriefed or event.cancelled:
            continue
        days = DEBRIEF_DAYS_WITH_PEOPLE if event.people else DEBRIEF_DAYS
        if (now.date() - event.start).days <= days and moments.is_over(event, now):
            found.append((moments.ends(event, now).astimezone(UTC), event.uid, event))
    return tuple(event for _, _, event in sorted(found, reverse=True, key=lambda it: it[:2]))


def next_event(network: Network, now: datetime) -> Event | None:
    """Return the event that runs or comes next; None if there is none."""
    yesterday = now.date() - timedelta(days=1)
    coming = (
        (moments.starts(event, now).astimezone(UTC), event.uid, event)
        for event in network.events.values()
        if not event.cancelled
        and max(event.end or event.start, event.start) >= yesterday
        and not moments.is_over(event, now)
    )
    return min(coming, key=lambda it: it[:2], default=(None, "", None))[2]


def preparation(event: Event, today: date) -> tuple[int, int]:
    """Return how far an event's preparation is: things done on its checklist, and all of them.

    Until the event is over, things that only fall due after it are no part of preparing, and left out.
    """
    last = max(event.end or event.start, event.start)
    items = [it for it in event.checklist if today > last or it.due is None or it.due <= last]
    return sum(item.done for item in items), len(items)
