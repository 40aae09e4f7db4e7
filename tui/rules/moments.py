"""When an event starts and ends, as moments: wall-clock times in its zone, daylight saving included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tui.model.records import Event

_DAY_ENDS = time(23, 59)


@lru_cache(maxsize=512)
def zone_of(name: str) -> tzinfo | None:
    """Return the time zone of an IANA name, or None for an empty or unknown one."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def starts(event: Event, now: datetime) -> datetime:
    """Return the moment an event starts, in the zone of `now`; midnight if it fills its days."""
    return _moment(event.start, event.start_time or time(0, 0), event, now)


def ends(event: Event, now: datetime) -> datetime:
    """Return the moment an event ends, in the zone of `now`.

    Without a time of end it lasts until the end of its last day; an end before the start counts as the start.
    """
    end = _moment(event.end or event.start, event.end_time or _DAY_ENDS, event, now)
    return max(end, starts(event, now), key=in_order)


def has_begun(event: Event, now: datetime) -> bool:
    """Tell whether an event has started, or is over."""
    return in_order(starts(event, now)) <= in_order(now)


def is_over(event: Event, now: datetime) -> bool:
    """Tell whether an event has ended."""
    return in_order(ends(event, now)) <= in_order(now)


def until(event: Event, now: datetime) -> timedelta:
    """Return how long it is until an event starts, in real hours; negative once it has."""
    return in_order(starts(event, now)) - in_order(now)


def first_day(event: Event, now: datetime) -> date:
    """Return the day an event starts as you would say it: on your clock, but whole days by their own name."""
    return event.start if event.start_time is None else starts(event, now).date()


def last_day(event: Event, now: datetime) -> date:
    """Return the day an event ends as you would say it: on your clock, but whole days by their own name."""
    if event.start_time is None and event.end_time is None:
        return max(event.end or event.start, event.start)
    return ends(event, now).date()


def in_order(moment: datetime) -> datetime:
    """Return a moment in UTC, to be compared and counted with.

    Two moments of one zone are compared by what stands on the wall, and an hour that the clocks repeat in autumn
    stands there twice.
    """
    return moment.astimezone(UTC)


def _moment(day: date, wall: time, event: Event, now: datetime) -> datetime:
    zone = zone_of(event.timezone) or now.tzinfo
    return datetime.combine(day, wall, zone).astimezone(now.tzinfo)
