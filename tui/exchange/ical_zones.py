"""The time zones of a calendar: whatever a TZID says, as the IANA name that Kith keeps.

Programs name zones as they please: by IANA name, by that name behind a prefix of their own, by Windows' name
('W. Europe Standard Time'), or by one they made up, described in a VTIMEZONE (RFC 5545, 3.6.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import cast
from zoneinfo import available_timezones

from tui.model.text import one_line
from tui.rules.moments import zone_of

_UTC = frozenset({"utc", "gmt", "z", "etc/utc", "tzone://microsoft/utc"})
_OFFSET = re.compile(r"^\(?(?:utc|gmt)\s*([+\-−])(\d{1,2})(?::?(\d\d))?\)?", re.IGNORECASE)
_FIRST = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Athens",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Africa/Lagos",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
)
"""Of zones with the same clocks these are the ones that most people mean."""
_COMPARED = (15, 105, 196, 288)
"""Days of a year on which two zones are compared: winter, spring, summer, autumn."""


def key_of(zone: tzinfo | None) -> str:
    """Return the IANA name of a time zone; 'UTC' where it has none."""
    return str(getattr(zone, "key", "") or getattr(zone, "name", "") or "UTC")


class Zones:
    """The time zones of one calendar; each TZID is looked up once."""

    def __init__(self, described: Mapping[str, str], own: tzinfo | None, years: Iterable[int]) -> None:
        """Take the VTIMEZONEs as text by TZID, your own zone, and the years in which zones are compared."""
        self._described, self._own, self._years = described, own, tuple(years)
        self._found: dict[str, str] = {}

    def name(self, tzid: str) -> str:
        """Return the IANA name that a TZID stands for; empty if that can't be told."""
        if tzid not in self._found:
            self._found[tzid] = next((it for it in self._guesses(one_line(tzid)) if it), "")
        return self._found[tzid]

    def _guesses(self, tzid: str) -> Iterator[str]:
        """Yield what a TZID may stand for, the surest first."""
        yield "UTC" if tzid.casefold() in _UTC else _known(tzid)
        yield _windows(tzid)
        folded = tzid.casefold().replace(" ", "_")
        ends = [name for name in _names() if "/" in name and folded.endswith(name)]
        yield _known(max(ends, key=len)) if ends else ""
        text = self._described.get(tzid, "")
        location = re.search(r"^X-LIC-LOCATION[^:\n]*:(\S+)", text, re.MULTILINE | re.IGNORECASE)
        yield _known(location[1]) if location else ""
        for year in self._years if text else ():
            yield self._alike(text, year)
        yield _of_offset(tzid)

    def _alike(self, text: str, year: int) -> str:
        """Return a zone whose clocks go as a VTIMEZONE says: your own if it is one of them."""
        from icalendar import Timezone  # 0.2 s, and only where a calendar is read

        moments = [datetime(year, 1, 1, 12) + timedelta(days=day) for day in _COMPARED]  # noqa: DTZ001
        try:
            described = cast("Timezone", Timezone.from_ical(text)).to_tz(lookup_tzid=False)
            clock = [described.utcoffset(moment) for moment in moments]
        except Exception:  # whatever a broken VTIMEZONE makes the library raise, the zone stays unknown
            return ""
        return next((name for name in self._candidates() if _clock(name, moments) == clock), "")

    def _candidates(self) -> Iterator[str]:
        from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

        yield key_of(self._own)
        yield from _FIRST
        yield from WINDOWS_TO_OLSON.values()
        yield from sorted(_names().values())


def _clock(name: str, moments: list[datetime]) -> list[timedelta | None]:
    zone = zone_of(name)
    return [moment.replace(tzinfo=zone).utcoffset() for moment in moments] if zone else []


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def _known(name: str) -> str:
    """Return an IANA name as it is written, for one in any case and with blanks for underscores."""
    found = _names().get(name.casefold().replace(" ", "_"), "")
    return found if found and zone_of(found) is not None else ""


def _windows(tzid: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    plain = tzid.removeprefix("tzone://Microsoft/").strip()
    return next(
        (olson for name, olson in WINDOWS_TO_OLSON.items() if name.casefold() == plain.casefold()), ""
    )


def _of_offset(tzid: str) -> str:
    """Return the zone of '(UTC+01:00) Somewhere' or 'GMT-5': whole hours only, and without summer time."""
    found = _OFFSET.match(tzid)
    if not found or found[3] not in {None, "00"}:
        return ""
    # In Etc/GMT names the sign is that of POSIX: positive is west.
    sign = "-" if found[1] == "+" else "+"
    return _known(f"Etc/GMT{sign}{int(found[2])}") if int(found[2]) else "UTC"
