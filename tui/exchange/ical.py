"""Calendar files (iCalendar, RFC 5545) as Luma, Meetup, Google and Outlook write them: events, times, guests.

What recurs becomes its next times, each an entry of its own: a year ahead, `TIMES` at most. Nothing of a broken
entry costs another one; each that can't be taken is reported with its line.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from tui.exchange.ical_blocks import Block, Sheet, property_of, sheets
from tui.exchange.ical_times import Span, Unreadable, is_repeated, key_of, repeated, span_of, wall
from tui.exchange.ical_values import (
    Guest,
    categories,
    drop_broken,
    guests,
    notes,
    number,
    place_and_link,
    text_of,
)
from tui.exchange.ical_zones import Zones
from tui.exchange.ical_zones import key_of as zone_key
from tui.exchange.report import ImportProblem, Skipped, line
from tui.exchange.table import decode
from tui.model.text import one_line

TIMES = 12
"""Times of a recurring event that are taken at most."""
AHEAD = timedelta(days=366)
"""How far ahead they may lie."""
OURS = "-//Kith//Kith//EN"
"""PRODID of calendars that Kith writes."""

_LONGEST_NAME = 200
_YEAR = re.compile(r"^DTSTART[^:\n]*:(\d{4})", re.MULTILINE)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One time of a calendar entry."""

    line: int
    """Line on which it begins, from 1."""
    uid: str
    """UID; for one time of a series with '#' and the start first planned behind it."""
    name: str
    """What it is called; never empty."""
    span: Span
    """From when to when."""
    place: str = ""
    """Where, if it isn't a link."""
    url: str = ""
    """Link to the page or the call."""
    notes: str = ""
    """Description."""
    topics: tuple[str, ...] = ()
    """Categories."""
    guests: tuple[Guest, ...] = ()
    """Who will be there, the organiser first; rooms and mailing robots left out."""
    cancelled: bool = False
    """True if it does not take place."""
    sequence: int | None = None
    """How often its organiser changed it; None unless the file is an invitation (RFC 5546), which counts that."""


class Read(msgspec.Struct, frozen=True):
    """What a calendar file holds."""

    entries: tuple[Entry, ...]
    """Single entries and times of recurring ones, in the order of the file."""
    skipped: tuple[Skipped, ...] = ()
    """Entries that were not taken."""
    noted: tuple[Skipped, ...] = ()
    """Single values that were not taken, of entries that were."""
    series: Mapping[str, tuple[date, frozenset[str]]] = {}
    """Of each recurring entry (UID) the last day that was looked at, and the `uid`s of its times until then."""


def read_calendar(data: bytes, source: str, now: datetime) -> Read:
    """Read a calendar file.

    Args:
        data: The file.
        source: Its name, for messages.
        now: The moment, in the user's zone, which UTC and floating times are told in.

    Raises:
        ImportProblem: if it is no calendar, or holds no events.
    """
    found = sheets(decode(data))
    if not found:
        raise ImportProblem(f"{source} is no calendar: there is no BEGIN:VCALENDAR in it.")
    if not any(sheet.events for sheet in found):
        raise ImportProblem(f"{source} holds no events: there is no VEVENT in it.")
    entries: list[Entry] = []
    skipped: list[Skipped] = []
    noted: list[Skipped] = []
    series: dict[str, tuple[date, frozenset[str]]] = {}
    for sheet in found:
        reader = _Reader(sheet, now)
        entries += reader.entries()
        skipped += reader.skipped
        noted += reader.noted
        series |= reader.series
    return Read(tuple(entries), tuple(skipped), tuple(noted), series)


class _Event(msgspec.Struct, frozen=True):
    """A VEVENT that could be read."""

    block: Block
    it: Any
    uid: str
    name: str
    span: Span
    changes: str
    """Which time of the series it takes the place of; empty for the entry itself."""
    further: bool
    """True if the times after that one are changed as well (RANGE=THISANDFUTURE)."""


class _Reader:
    """Reads the events of one calendar."""

    def __init__(self, sheet: Sheet, now: datetime) -> None:
        self._sheet, self._now = sheet, now
        years = {int(it[1]) for block in sheet.events if (it := _YEAR.search(block.text))}
        self._zones = Zones(sheet.zones, now.tzinfo, (now.year, *sorted(years, reverse=True)[:3]))
        told = sheet.said.get("X-WR-TIMEZONE", "")
        self._home = (self._zones.name(told) if told else "") or zone_key(now.tzinfo)
        self._said: set[tuple[int, str]] = set()
        self._line = 0
        self.skipped: list[Skipped] = []
        self.noted: list[Skipped] = []
        self.series: dict[str, tuple[date, frozenset[str]]] = {}

    def entries(self) -> Iterator[Entry]:
        """Yield what can be taken; the rest is in `skipped` and `noted` then."""
        by_uid: dict[str, list[_Event]] = {}
        for block in self._sheet.events:
            event = self._event(block)
            if event is not None:
                by_uid.setdefault(event.uid, []).append(event)
        for events in by_uid.values():
            yield from self._of_one_uid(events)

    def _event(self, block: Block) -> _Event | None:
        from icalendar import Event  # 0.2 s, and only where a calendar is read

        named = one_line(property_of(block.text, "SUMMARY"))
        self._line = block.line
        try:
            with warnings.catch_warnings():
                # Which zone an odd TZID means is decided here, and need not be told on the terminal.
                warnings.simplefilter("ignore")
                it = Event.from_ical(block.text)
            drop_broken(it)
            span = span_of(
                it.get("DTSTART"),
                it.get("DTEND"),
                it.get("DURATION"),
                self._named,
                whole_days=str(it.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE",
            )
            recurrence = it.get("RECURRENCE-ID")
            changes = key_of(*wall(recurrence, self._named)) if recurrence is not None else ""
            further = "THISANDFUTURE" in str(getattr(recurrence, "params", {}).get("RANGE", "")).upper()
        except Unreadable as why:
            self._skip(block, named, "the file ends inside it" if not block.whole else str(why))
            return None
        except Exception as fault:  # the library raises whatever it stumbled over; one entry is lost, no more
            self._skip(block, named, f"it can't be read ({one_line(str(fault))[:80]})")
            return None
        if not block.whole:
            self._note("it is cut off: the file ends, or another entry begins, inside it")
        for name, problem in it.errors:
            self._note(f"{name or 'a line'} was left out ({one_line(str(problem))[:80]})")
        name = text_of(it, "SUMMARY")[:_LONGEST_NAME] or "An event without a name"
        uid = text_of(it, "UID") or f"{name} {span.begin:%Y%m%dT%H%M%S}"
        return _Event(block, it, uid, name, span, changes, further)

    def _of_one_uid(self, events: list[_Event]) -> Iterator[Entry]:
        """Yield an entry, or the next times of a recurring one, changed ones as they were changed."""
        # Of two with the same place in the series the later version counts.
        events.sort(key=lambda it: (number(it.it.get("SEQUENCE")), it.block.line))
        masters = [it for it in events if not it.changes]
        changed = {it.changes: it for it in events if it.changes}
        if not masters:
            # An invitation to single times of a series.
            yield from (self._entry(it, it.span, key) for key, it in changed.items())
            return
        master = masters[-1]
        if is_repeated(master.it):
            try:
                yield from self._times(master, changed)
                return
            except Unreadable as fault:
                self._note(f"{fault}, so it was taken once")
        yield self._entry(master, master.span)
        yield from (self._entry(it, it.span, key) for key, it in changed.items())

    def _times(self, master: _Event, changed: Mapping[str, _Event]) -> Iterator[Entry]:
        """Yield the next times of a recurring event; of one that never comes again the last."""
        self._line = master.block.line
        today, span = self._now.date(), master.span
        long_ago = today - timedelta(days=2) - ((span.end or span.start) - span.start)
        until = today + AHEAD
        last, further = span.begin, None
        coming: dict[str, Entry] = {}
        left = dict(changed)
        for begin in repeated(master.it, span, self._named):
            if begin.date() > until or len(coming) == TIMES:
                until = min(until, begin.date() - timedelta(days=1))
                break
            key = key_of(begin if span.start_time is not None else begin.date(), span.timezone)
            here = left.pop(key, None)
            further = here if here is not None and here.further else further
            if here is None and begin.date() < long_ago:
                last = begin
                continue
            event = here or further or master
            moved = datetime.combine(begin.date(), further.span.begin.time()) if further else begin
            entry = self._entry(event, here.span if here else event.span.moved(moved), key)
            if self._is_over(entry):
                last = begin
            else:
                coming[key] = entry
        # Changed times of which the rule knows nothing (any more).
        for key, event in left.items():
            entry = self._entry(event, event.span, key)
            if not self._is_over(entry) and entry.span.start <= until:
                coming[key] = entry
        if not coming:
            yield self._entry(master, span.moved(last))
            return
        self.series[master.uid] = (until, frozenset(entry.uid for entry in coming.values()))
        yield from sorted(coming.values(), key=lambda it: (it.span.begin, it.uid))

    def _is_over(self, entry: Entry) -> bool:
        return entry.span.over(self._now.tzinfo) <= self._now

    def _entry(self, event: _Event, span: Span, key: str = "") -> Entry:
        it = event.it
        self._line = event.block.line
        place, url = place_and_link(it)
        method = self._sheet.said.get("METHOD", "").upper()
        status = text_of(it, "STATUS").upper()
        if span.timezone == "UTC":
            span = span.told_in(self._home)
        return Entry(
            line=event.block.line,
            uid=f"{event.uid}#{key}" if key else event.uid,
            name=event.name,
            span=span,
            place=place,
            url=url,
            notes=notes(it),
            topics=tuple(dict.fromkeys(categories(it))),
            guests=tuple(guests(it)),
            cancelled=status == "CANCELLED" or method == "CANCEL",
            sequence=number(it.get("SEQUENCE")) if method in {"REQUEST", "CANCEL"} else None,
        )

    def _named(self, tzid: str) -> str:
        found = self._zones.name(tzid)
        if not found:
            self._note(f"the time zone “{one_line(tzid)[:60]}” isn't known; its times were taken for yours")
        return found

    def _skip(self, block: Block, name: str, why: str) -> None:
        named = f"the event “{name[:60]}”" if name else "an event without a name"
        self.skipped.append(Skipped(line(block.line), f"{named} was left out: {why}"))

    def _note(self, why: str) -> None:
        if (self._line, why) not in self._said:
            self._said.add((self._line, why))
            self.noted.append(Skipped(line(self._line), why))
