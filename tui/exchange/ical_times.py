"""When the entries of a calendar take place: days, wall-clock times and zones, once or again and again.

RFC 5545: 3.3.5 (three forms of a moment: floating, UTC, in a zone), 3.6.1 (an end is not part of what it
ends), 3.8.5 (what recurs, with RDATE and EXDATE). What recurs does so on the clocks of its own zone, so that a
meeting at six stays one at six when the clocks change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

import msgspec

from tui.rules.moments import zone_of

_MIDNIGHT = time(0, 0)
_STEPS = 50_000
"""Times of a series that are passed over before it is given up: one a day for 130 years."""


class Unreadable(ValueError):
    """A time that can't be taken, with the reason in words."""


class Span(msgspec.Struct, frozen=True):
    """From when to when, on the clocks of a zone."""

    start: date
    """First day."""
    start_time: time | None = None
    """Time it starts; None for whole days."""
    end: date | None = None
    """Last day, where it isn't the first."""
    end_time: time | None = None
    """Time it ends."""
    timezone: str = ""
    """IANA name of the zone; empty for a floating time, which is your own."""

    @property
    def begin(self) -> datetime:
        """The start as a wall-clock moment without a zone; midnight for whole days."""
        return datetime.combine(self.start, self.start_time or _MIDNIGHT)

    @property
    def days(self) -> int:
        """How many days it takes; an evening that ends after midnight is one."""
        nights = ((self.end or self.start) - self.start).days
        if nights and self.start_time and self.end_time and self.end_time < self.start_time:
            nights -= 1
        return nights + 1

    def moved(self, begin: datetime) -> Span:
        """Return the same length of time from another beginning, as clocks on the wall count it."""
        days = (self.end or self.start) - self.start
        shift = begin - self.begin
        end_time, end = self.end_time, begin.date() + days
        if end_time is not None:
            over = datetime.combine(self.end or self.start, end_time) + shift
            end, end_time = over.date(), over.time()
        return Span(
            begin.date(),
            begin.time() if self.start_time is not None else None,
            end if end != begin.date() else None,
            end_time,
            self.timezone,
        )

    def over(self, own: tzinfo | None) -> datetime:
        """Return the moment it is over; `own` is the zone of floating times and whole days."""
        zone = zone_of(self.timezone) or own
        last = self.end or self.start
        if self.start_time is None:
            return datetime.combine(last + timedelta(days=1), _MIDNIGHT, zone)
        return datetime.combine(last, self.end_time or self.start_time, zone)

    def told_in(self, zone: str) -> Span:
        """Return the same moments on the clocks of another zone; whole days and floating times as they are."""
        if self.start_time is None or not self.timezone or zone_of(zone) is None:
            return self
        begin = _in_zone(_aware(self.begin, self.timezone), zone)
        if self.end_time is None:
            return Span(begin.date(), begin.time(), timezone=zone)
        over = datetime.combine(self.end or self.start, self.end_time)
        over = _in_zone(_aware(over, self.timezone), zone)
        end = over.date() if over.date() != begin.date() else None
        return Span(begin.date(), begin.time(), end, over.time(), zone)


Named = Callable[[str], str]
"""Gives the IANA name of a TZID; empty if it isn't known."""


def wall(prop: Any, named: Named) -> tuple[date | datetime, str]:
    """Return the day, or the wall-clock moment, of a property, and its zone ('UTC' for one in UTC).

    Raises:
        Unreadable: if it is neither.
    """
    value = _value(prop)
    if isinstance(value, tuple):
        value = value[0]
    if isinstance(value, datetime):
        tzid = str(prop.params.get("TZID", "")) if hasattr(prop, "params") else ""
        if tzid:
            return value.replace(tzinfo=None), named(tzid)
        return value.replace(tzinfo=None), "" if value.tzinfo is None else "UTC"
    if isinstance(value, date):
        return value, ""
    raw = prop.to_ical().decode("utf-8", "replace") if hasattr(prop, "to_ical") else str(prop)
    raise Unreadable(f"“{raw[:40]}” is no day or time")


def span_of(start: Any, end: Any, duration: Any, named: Named, *, whole_days: bool = False) -> Span:
    """Return from when to when an entry takes place; without an end, none is made up.

    Args:
        start: DTSTART.
        end: DTEND, or None.
        duration: DURATION, or None.
        named: Names the zones.
        whole_days: True where the program says so beside times at midnight (Outlook).

    Raises:
        Unreadable: if there is no start, or it can't be read; a bad end is left out.
    """
    if start is None:
        raise Unreadable("it has no start")
    begin, zone = wall(start, named)
    last = _last(begin, zone, end, duration, named)
    if isinstance(begin, datetime) and not (
        whole_days and begin.time() == _MIDNIGHT and (last is None or last.time() == _MIDNIGHT)
    ):
        if last is None or last <= begin:
            return Span(begin.date(), begin.time(), timezone=zone)
        same = last.date() == begin.date()
        return Span(begin.date(), begin.time(), None if same else last.date(), last.time(), zone)
    first = begin.date() if isinstance(begin, datetime) else begin
    # The day of an end is the one after: whole days end at midnight.
    through = (last - timedelta(microseconds=1)).date() if last is not None else first
    return Span(first, None, through if through > first else None)


def _last(begin: date | datetime, zone: str, end: Any, duration: Any, named: Named) -> datetime | None:
    """Return the end as a wall-clock moment in the zone of the start; None if there is none to go by."""
    start = begin if isinstance(begin, datetime) else datetime.combine(begin, _MIDNIGHT)
    length = _value(duration)
    try:
        if end is None:
            if not isinstance(length, timedelta):
                return None
            if length.days * 86400 == length.total_seconds():
                return start + length
            return _in_zone(_aware(start, zone) + length, zone)
        value, its = wall(end, named)
    except (Unreadable, OverflowError):
        return None
    moment = value if isinstance(value, datetime) else datetime.combine(value, _MIDNIGHT)
    if its and zone and its != zone:
        return _in_zone(_aware(moment, its), zone)
    return moment


def _aware(moment: datetime, zone: str) -> datetime:
    # Through UTC, since adding to a wall clock takes no heed of summer time.
    return moment.replace(tzinfo=zone_of(zone) or UTC).astimezone(UTC)


def _in_zone(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(zone_of(zone) or UTC).replace(tzinfo=None, fold=0)


def key_of(begin: date | datetime, zone: str) -> str:
    """Return by what one time of a series is known: its start as it was first planned."""
    if not isinstance(begin, datetime):
        return f"{begin:%Y%m%d}"
    its = zone_of(zone)
    return f"{begin.replace(tzinfo=its).astimezone(UTC):%Y%m%dT%H%M%SZ}" if its else f"{begin:%Y%m%dT%H%M%S}"


def is_repeated(component: Mapping[str, Any]) -> bool:
    """Tell whether an entry takes place more than once, by rules or dates that can be read."""
    rules = [rule for rule in _each(component.get("RRULE")) if isinstance(rule, dict)]
    return bool(rules) or any(getattr(group, "dts", ()) for group in _each(component.get("RDATE")))


def repeated(component: Mapping[str, Any], span: Span, named: Named) -> Iterator[datetime]:
    """Yield the beginnings of what recurs, in order, as wall-clock moments in the zone of its span.

    Raises:
        Unreadable: for a rule that can't be read.
    """
    from dateutil.rrule import rruleset, rrulestr

    times: Any = rruleset()
    begin = span.begin
    rules = [rule for rule in _each(component.get("RRULE")) if isinstance(rule, dict)]
    try:
        for rule in rules:
            times.rrule(rrulestr(_rule(rule, span), dtstart=begin))
        if not rules:
            times.rdate(begin)
        for moment in _listed(component.get("RDATE"), span, named):
            times.rdate(moment)
        for moment in _listed(component.get("EXDATE"), span, named):
            times.exdate(moment)
        yield from islice(iter(times), _STEPS)
    except (ValueError, TypeError, OverflowError, AttributeError) as fault:
        raise Unreadable(f"its rule of recurrence can't be read ({fault})") from None


def _rule(rule: Any, span: Span) -> str:
    """Return an RRULE whose end is on the wall clock of the series, as its times are."""
    parts = dict(part.split("=", 1) for part in rule.to_ical().decode().split(";") if "=" in part)
    until = rule.get("UNTIL", [None])[0]
    if isinstance(until, datetime):
        local = until.astimezone(zone_of(span.timezone) or UTC) if until.tzinfo and span.timezone else until
        parts["UNTIL"] = f"{local.replace(tzinfo=None):%Y%m%dT%H%M%S}"
    elif isinstance(until, date):
        parts["UNTIL"] = f"{until:%Y%m%d}T235959"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _listed(dates: Any, span: Span, named: Named) -> Iterator[datetime]:
    """Yield the moments of RDATE or EXDATE on the wall clock of the series."""
    for group in _each(dates):
        for one in getattr(group, "dts", ()):
            value = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            if not isinstance(value, datetime):
                yield datetime.combine(value, span.start_time or _MIDNIGHT)
                continue
            tzid = str(group.params.get("TZID", ""))
            its = named(tzid) if tzid else ("UTC" if value.tzinfo is not None else "")
            plain = value.replace(tzinfo=None)
            same = not its or not span.timezone or its == span.timezone
            yield plain if same else _in_zone(_aware(plain, its), span.timezone)


def _value(prop: Any) -> Any:
    """Return what a property holds; None for one that the library could not read."""
    try:
        return getattr(prop, "dt", None)
    except ValueError:
        return None


def _each(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
