"""The stretch of time that figures are about, and the one before it to compare with."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tui.model.network import Network


class Period(msgspec.Struct, frozen=True):
    """Days from the first to the last, both included."""

    first: date
    """First day."""
    last: date
    """Last day; today at most."""
    words: str
    """How it is called: 'the last 12 months', '2025'."""

    def holds(self, day: date | None) -> bool:
        """Tell whether a day lies in it."""
        return day is not None and self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def last_year(today: date) -> Period:
    """Return the twelve months that end today."""
    return Period(_year_before(today) + timedelta(days=1), today, "the last 12 months")


def calendar_year(year: int, today: date) -> Period:
    """Return a calendar year, as far as it has come."""
    return Period(date(year, 1, 1), min(date(year, 12, 31), today), str(year))


def before(period: Period) -> Period:
    """Return the same days a year earlier."""
    first, last = _year_before(period.first), _year_before(period.last)
    whole = period.words.isdigit()
    return Period(first, last, str(int(period.words) - 1) if whole else "the year before")


def periods(network: Network, today: date) -> tuple[Period, ...]:
    """Return the stretches to choose from: the last twelve months, then each year with a touch, newest first."""
    years = {it.day.year for it in network.interactions.values() if not it.attempt and it.day <= today}
    return (
        last_year(today),
        *(calendar_year(year, today) for year in sorted(years, reverse=True)),
    )


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
