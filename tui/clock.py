"""The only place that asks what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Clock:
    """Tells the moment in the user's time zone: the machine's, or one that stands still (`--on`)."""

    def __init__(self, fixed: datetime | None = None, zone: tzinfo | None = None) -> None:
        self._fixed = fixed
        self._zone = zone if zone or fixed else _machine_zone()

    @property
    def stands_still(self) -> bool:
        """Whether it shows a moment that was chosen (`--on`)."""
        return self._fixed is not None

    def now(self) -> datetime:
        """Return the moment, aware, in the user's time zone."""
        if self._fixed is None:
            return datetime.now(self._zone)
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


def _machine_zone() -> tzinfo:
    """Return the machine's time zone by name, so that reckoning across a clock change comes out right."""
    import tzlocal

    try:
        return tzlocal.get_localzone()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return datetime.now().astimezone().tzinfo or UTC
