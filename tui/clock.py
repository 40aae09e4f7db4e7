"""The only place that asks what time it is."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_TOLD_ELSEWHERE = ("var/db/zoneinfo", "etc/sysconfig/clock", "etc/conf.d/clock", "system/bin/getprop")


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
    linked = _linked_zone(Path("/"))
    if linked is not None:
        return linked
    import tzlocal  # 15 ms, and most machines say it plainly

    try:
        return tzlocal.get_localzone()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return datetime.now().astimezone().tzinfo or UTC


def _linked_zone(root: Path) -> tzinfo | None:
    """Return the zone that `/etc/localtime` is a link to (localtime(5)); None where anything else may have a say."""
    if sys.platform != "linux" or "TZ" in os.environ or any((root / it).exists() for it in _TOLD_ELSEWHERE):
        return None
    _, _, name = os.path.realpath(root / "etc/localtime").partition("/zoneinfo/")
    try:
        told = (root / "etc/timezone").read_text("ascii").strip()
    except FileNotFoundError:
        told = name
    except (OSError, ValueError):
        return None
    try:
        return ZoneInfo(name) if name and told == name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
