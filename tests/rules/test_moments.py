"""Events as moments: their own zone, clock changes, whole days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from tui.model.records import Event
from tui.rules.moments import ends, first_day, has_begun, is_over, last_day, starts, until, zone_of

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


def test_in_the_hour_that_comes_twice_an_event_is_over_once_it_is() -> None:
    """On 25 October 2026 Berlin has two o'clock twice; the second time the wall says what it said before."""
    event = Event(
        uid="e",
        name="x",
        start=date(2026, 10, 25),
        start_time=time(1, 0),
        end_time=time(2, 45),
        timezone="Europe/Berlin",
    )
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)
    assert not is_over(event, first)
    assert is_over(event, second)
    late = replace(event, start_time=time(3, 0), end_time=time(4, 0))
    assert until(late, first) == timedelta(minutes=90)
    assert until(late, second) == timedelta(minutes=30)


def test_an_end_in_the_second_of_the_two_hours_is_after_a_start_in_the_first() -> None:
    event = Event(
        uid="e",
        name="x",
        start=date(2026, 10, 25),
        start_time=time(2, 30),
        end_time=time(1, 10),
        timezone="Europe/London",
    )
    now = datetime(2026, 10, 25, 0, 0, tzinfo=BERLIN)
    assert ends(event, now) == starts(event, now)


def test_the_hour_that_is_left_out_in_spring_is_no_hour() -> None:
    event = Event(uid="e", name="x", start=date(2026, 3, 29), start_time=time(4), timezone="Europe/Berlin")
    assert until(event, datetime(2026, 3, 29, 1, 0, tzinfo=BERLIN)) == timedelta(hours=2)


def test_an_event_that_has_begun() -> None:
    event = Event(uid="e", name="x", start=date(2026, 11, 21), start_time=time(10))
    assert has_begun(event, NOW)
    assert not has_begun(event, NOW - timedelta(seconds=1))


def test_whole_days_far_away_keep_their_name_and_begin_when_they_do_there() -> None:
    tokyo = Event(uid="e", name="x", start=date(2026, 11, 22), end=date(2026, 11, 23), timezone="Asia/Tokyo")
    assert starts(tokyo, NOW) == datetime(2026, 11, 21, 16, 0, tzinfo=BERLIN)
    assert (first_day(tokyo, NOW), last_day(tokyo, NOW)) == (date(2026, 11, 22), date(2026, 11, 23))
    evening = replace(tokyo, start_time=time(5), end=None, end_time=time(6))
    assert (first_day(evening, NOW), last_day(evening, NOW)) == (date(2026, 11, 21), date(2026, 11, 21))
