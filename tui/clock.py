"""The only place that asks what time it is."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Clock:
    """Tells the moment in the user's time zone: the machine's, or one that stands still (`--on`)."""

    def __init__(self, fixed: datetime | None = None, zone: tzinfo | None = None) -> None:
        self._fixed = fixed
        self._zone = zone

    def now(self) -> datetime:
        """Return the moment, aware, in the user's time zone."""
        if self._fixed is None:
            return datetime.now(self._zone).astimezone(self._zone)
        return self._fixed.astimezone(self._zone) if self._zone else self._fixed

    def today(self) -> date:
        """Return the day in the user's time zone."""
        return self.now().date()

    def within(self, zone: str) -> Clock:
        """Return the same clock read in another time zone (IANA name); unknown names change nothing."""
        if not zone:
            return self
        try:
            return Clock(self._fixed, ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return self
