"""An event as it is typed in a form: each field as text, and text back as a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, cast, get_args
from zoneinfo import available_timezones

import msgspec

from tui.model.base import new_uid
from tui.model.records import Event, EventKind
from tui.model.text import fold, one_line
from tui.rules.dates import NotADate, read_when
from tui.rules.moments import starts, zone_of
from tui.rules.phrases import ahead, clock_time, short_day

KINDS: Final[tuple[EventKind, ...]] = get_args(EventKind)
FIELDS: Final = (
    "name",
    "kind",
    "start",
    "start_time",
    "end",
    "end_time",
    "timezone",
    "place",
    "url",
    "topics",
    "notes",
)
"""The fields of the form, in order."""

_NIGHT_ENDS = time(6, 0)
"""An end up to this hour, before the start and without a day, is the morning after."""


class Misfit(ValueError):
    """A field that can't be taken: which one, and a sentence that says why and what to do."""

    def __init__(self, field: str, why: str) -> None:
        self.field = field
        super().__init__(why)


def typed(event: Event | None) -> dict[str, str]:
    """Return an event as the text of the form's fields; empty ones for a new event."""
    if event is None:
        return {name: "meet-up" if name == "kind" else "" for name in FIELDS}
    return {
        "name": event.name,
        "kind": event.kind,
        "start": event.start.isoformat(),
        "start_time": clock_time(event.start_time) if event.start_time else "",
        "end": event.end.isoformat() if event.end else "",
        "end_time": clock_time(event.end_time) if event.end_time else "",
        "timezone": event.timezone,
        "place": event.place,
        "url": event.url,
        "topics": ", ".join(event.topics),
        "notes": event.notes,
    }


def read_event(values: Mapping[str, str], now: datetime, before: Event | None = None) -> Event:
    """Return the event that the fields describe; what the form does not show stays as it was.

    Raises:
        Misfit: for the first field that can't be taken, alone or beside the others.
    """
    read = {name: _read(name, values.get(name, ""), now) for name in FIELDS}
    day, said = cast("tuple[date, time | None]", read["start"])
    start_time, end_time = cast("time | None", read["start_time"]), cast("time | None", read["end_time"])
    if said is not None and start_time is not None and said != start_time:
        raise Misfit(
            "start_time",
            f"The day says {clock_time(said)} and this says {clock_time(start_time)}; keep one of them.",
        )
    start_time = start_time or said
    end, ends_at = cast("tuple[date, time | None] | tuple[None, None]", read["end"] or (None, None))
    end, end_time = _end(day, start_time, end, end_time or ends_at)
    blank = Event(uid=new_uid(), name="", start=day)
    return msgspec.structs.replace(
        before or blank,
        name=cast("str", read["name"]),
        kind=cast("EventKind", read["kind"]),
        start=day,
        start_time=start_time,
        end=end,
        end_time=end_time,
        timezone=cast("str", read["timezone"]),
        place=cast("str", read["place"]),
        url=cast("str", read["url"]),
        topics=cast("tuple[str, ...]", read["topics"]),
        notes=cast("str", read["notes"]),
    )


def problem(name: str, text: str, now: datetime) -> str:
    """Return what is wrong with one field on its own, as a sentence; empty if nothing is."""
    try:
        _read(name, text, now)
    except Misfit as reason:
        return str(reason)
    return ""


def meaning(name: str, text: str, now: datetime) -> str:
    """Return how a field was understood, for the line below it; empty where that is plain or impossible."""
    try:
        value = _read(name, text, now)
    except Misfit:
        return ""
    if name in {"start", "end"} and value is not None:
        day, wall = cast("tuple[date, time | None]", value)
        at = f" {clock_time(wall)}" if wall else ""
        return f"→ {short_day(day, now.date())}{at}, {ahead(day, now.date())}"
    if name in {"start_time", "end_time"} and isinstance(value, time):
        return "" if text.strip() == clock_time(value) else f"→ {clock_time(value)}"
    if name in {"timezone", "url"} and value != text.strip():
        return f"→ {value}"
    return ""


def own_time(values: Mapping[str, str], now: datetime) -> str:
    """Return when an event in another time zone starts on your clock; empty where that is the same."""
    try:
        event = read_event({**values, "name": "-"}, now)
    except Misfit:
        return ""
    if not event.timezone or event.start_time is None:
        return ""
    mine = starts(event, now)
    if (mine.date(), mine.time()) == (event.start, event.start_time):
        return ""
    return (
        f"→ {event.timezone}; starts {short_day(mine.date(), now.date())} {clock_time(mine.time())} for you"
    )


def read_time(text: str, now: datetime) -> time | None:
    """Return a time of day typed as '18:30', '6pm', '9', '18.30' or 'noon'; None for an empty field.

    Raises:
        ValueError: with a sentence, for anything else, a day included.
    """
    plain = text.strip()
    if not plain:
        return None
    digits = re.fullmatch(r"(\d{1,2})(?:[:.h]?(\d\d)|h|:|\.)?", plain, re.IGNORECASE)
    if digits and len(plain) <= len("18:30"):
        plain = f"{digits[1]}:{digits[2] or '00'}"
    try:
        # A day in front leaves room for nothing but a time, and keeps to the one reader of typed dates.
        found = read_when(f"2000-01-01 {plain}", now).time
    except NotADate:
        found = None
    if found is None:
        raise ValueError(f"“{one_line(text)[:40]}” is not a time of day; try “18:30” or “6pm”.")
    return found


def read_zone(text: str) -> str:
    """Return the IANA name of a time zone, typed as such or as the name of its city ('lisbon').

    Raises:
        ValueError: with a sentence, if there is none or more than one.
    """
    plain = one_line(text)
    if not plain:
        return ""
    wanted = fold(plain).replace(" ", "_")
    known = available_timezones()
    whole = [name for name in known if name.lower() == wanted]
    cities = sorted(name for name in known if "/" in name and name.lower().rsplit("/", 1)[-1] == wanted)
    if not whole and len(cities) > 1:
        raise ValueError(f"There are {len(cities)} of that name: {', '.join(cities[:4])}. Write one of them.")
    found = (whole or cities or [""])[0]
    if not found or zone_of(found) is None:
        raise ValueError(f"“{plain[:40]}” is no time zone I know; try “Europe/Lisbon”, or leave it empty.")
    return found


def read_link(text: str) -> str:
    """Return a web or mail address; one without a scheme gets https.

    Raises:
        ValueError: with a sentence, for anything that could not be opened.
    """
    plain = text.strip()
    if not plain:
        return ""
    if re.match(r"(https?://|mailto:)\S+$", plain, re.IGNORECASE):
        return plain
    if re.fullmatch(r"[^\s:/@]+\.[^\s:/@]{2,}(:\d+)?(/\S*)?", plain):
        return f"https://{plain}"
    raise ValueError("That is no link; one looks like “https://example.org/evening”.")


def read_topics(text: str) -> tuple[str, ...]:
    """Return topics typed with commas or hashes between, each once."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;\n]|(?:^|\s)#", text):
        topic = one_line(part).lstrip("#")
        if topic:
            found.setdefault(fold(topic), topic)
    return tuple(found.values())


def _read(name: str, text: str, now: datetime) -> object:
    try:
        return _READERS[name](text, now)
    except ValueError as reason:
        raise Misfit(name, str(reason)) from None


def _name(text: str, _now: datetime) -> str:
    name = one_line(text)
    if not name:
        raise ValueError("A name is needed, such as “Grid meet-up”.")
    return name


def _kind(text: str, _now: datetime) -> EventKind:
    found = next((kind for kind in KINDS if kind == text), None)
    if found is None:
        raise ValueError(f"There is no such kind of event; there are {', '.join(KINDS)}.")
    return found


def _start(text: str, now: datetime) -> tuple[date, time | None]:
    if not text.strip():
        raise ValueError("A day is needed, such as “tomorrow”, “fri” or “12 dec”.")
    when = read_when(text, now)
    return when.day, when.time


def _end_day(text: str, now: datetime) -> tuple[date, time | None] | None:
    return _start(text, now) if text.strip() else None


def _end(
    start: date, start_time: time | None, end: date | None, end_time: time | None
) -> tuple[date | None, time | None]:
    """Return last day and time of end, set right beside the start."""
    if end is not None and end < start:
        raise Misfit(
            "end", f"That is before it starts, on {short_day(start, end)}; leave it empty for one day."
        )
    if end_time is not None and start_time is None:
        raise Misfit("start_time", "With a time of end, a time of start is needed as well.")
    if end_time is None or start_time is None or (end or start) > start:
        return (None if end == start else end), end_time
    if end_time > start_time:
        return None, end_time
    if end is None and end_time <= _NIGHT_ENDS:
        return start + timedelta(days=1), end_time
    raise Misfit(
        "end_time", f"That is not after {clock_time(start_time)}; if it runs into another day, write which."
    )


_READERS: Final[Mapping[str, Callable[[str, datetime], object]]] = {
    "name": _name,
    "kind": _kind,
    "start": _start,
    "start_time": read_time,
    "end": _end_day,
    "end_time": read_time,
    "timezone": lambda text, _now: read_zone(text),
    "place": lambda text, _now: one_line(text),
    "url": lambda text, _now: read_link(text),
    "topics": lambda text, _now: read_topics(text),
    "notes": lambda text, _now: text.strip(),
}
