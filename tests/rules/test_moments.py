"""Events as moments: their own zone, clock changes, whole days."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tui.model.records import Event
from tui.rules.moments import ends, is_over, starts, zone_of

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=BERLIN)


def test_an_event_elsewhere_is_told_in_your_own_time() -> None:
    event = Event(
        uid="e", name="x", start=date(2026, 11, 20), start_time=time(18), timezone="America/New_York"
    )
    assert starts(event, NOW) == datetime(2026, 11, 21, 0, 0, tzinfo=BERLIN)


def test_without_an_end_it_lasts_its_day_and_without_times_all_its_days() -> None:
    event = Event(uid="e", name="x", start=date(2026, 11, 20), start_time=time(18))
    assert ends(event, NOW) == datetime(2026, 11, 20, 23, 59, tzinfo=BERLIN)
    days = Event(uid="e", name="x", start=date(2026, 11, 20), end=date(2026, 11, 21))
    assert starts(days, NOW) == datetime(2026, 11, 20, 0, 0, tzinfo=BERLIN)
    assert not is_over(days, NOW)
    assert is_over(event, NOW)


def test_an_end_before_the_start_counts_as_the_start() -> None:
    event = Event(uid="e", name="x", start=date(2026, 11, 20), start_time=time(18), end_time=time(9))
    assert ends(event, NOW) == starts(event, NOW)


def test_the_clock_change_between_start_and_end_is_reckoned() -> None:
    event = Event(
        uid="e",
        name="x",
        start=date(2026, 10, 24),
        start_time=time(22),
        end=date(2026, 10, 25),
        end_time=time(4),
        timezone="Europe/Berlin",
    )
    assert (ends(event, NOW).timestamp() - starts(event, NOW).timestamp()) / 3600 == 7


def test_unknown_zones_are_your_own() -> None:
    assert zone_of("Mars/Olympus") is None
    assert zone_of("../etc/passwd") is None
    event = Event(uid="e", name="x", start=date(2026, 11, 20), start_time=time(18), timezone="Mars/Olympus")
    assert starts(event, NOW).hour == 18
