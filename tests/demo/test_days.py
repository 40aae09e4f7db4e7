from __future__ import annotations

from datetime import date, timedelta

import pytest

from tui.demo.days import Calendar, day_of_year

TODAY = date(2026, 11, 21)  # a Saturday
CALENDAR = Calendar(TODAY, {"supper": date(2026, 11, 18)})


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (0, TODAY),
        (-3, date(2026, 11, 18)),
        (6, date(2026, 11, 27)),
        ("supper", date(2026, 11, 18)),
        ("supper +1", date(2026, 11, 19)),
        ("0 weekday", date(2026, 11, 20)),
        ("-5 weekday", date(2026, 11, 16)),
        ("-6 weekday", date(2026, 11, 13)),
        ("2 weekday", date(2026, 11, 23)),
        ("-70 tue", date(2026, 9, 8)),
        ("-4 tue", date(2026, 11, 17)),
        ("3 tue", date(2026, 11, 24)),
        ("4 tue", date(2026, 12, 1)),
    ],
)
def test_a_day_is_told_from_today(said: int | str, expected: date) -> None:
    assert CALENDAR.day(said) == expected


@pytest.mark.parametrize("said", ["", "dinner", "-3 someday", "tue"])
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(ValueError):
        CALENDAR.day(said)


def test_a_conference_two_to_four_days_ahead_is_never_at_the_weekend() -> None:
    for shift in range(14):
        today = TODAY + timedelta(days=shift)
        day = Calendar(today).day("2 weekday")
        assert day.weekday() < 5
        assert 2 <= (day - today).days <= 4


def test_a_leap_day_began_in_a_leap_year() -> None:
    assert day_of_year(date(2028, 2, 29), 1985) == (2, 29, 1984)
    assert day_of_year(date(2028, 2, 28), 1985) == (2, 28, 1985)
    assert day_of_year(date(2028, 2, 29), None) == (2, 29, None)
