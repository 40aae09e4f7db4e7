"""Touches over time: how many a day and a week, and with how many people."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import msgspec

from tui.rules.insights.past import Past
from tui.rules.insights.period import Period


class Rhythm(msgspec.Struct, frozen=True):
    """Touches of a period."""

    touches: int
    """How many touches."""
    people: tuple[str, ...]
    """With whom (uids), most often first."""
    by_day: dict[date, int]
    """Touches of each day that has any."""
    quiet_weeks: int
    """Whole weeks, Monday to Sunday, without any."""
    weeks: int
    """Whole weeks of the period."""


def rhythm(past: Past, period: Period) -> Rhythm:
    """Count the touches of a period; one with several people is one touch."""
    known = past.network.contacts
    touches = past.within(period)
    by_day = Counter(touch.day for touch in touches)
    people = Counter(uid for touch in touches for uid in touch.contacts if uid in known)
    whole = list(_weeks(period))
    quiet = sum(not any(by_day.get(monday + timedelta(days=day)) for day in range(7)) for monday in whole)
    ordered = sorted(people, key=lambda uid: (-people[uid], known[uid].name, uid))
    return Rhythm(by_day.total(), tuple(ordered), dict(by_day), quiet, len(whole))


def _weeks(period: Period) -> list[date]:
    monday = period.first + timedelta(days=-period.first.weekday() % 7)
    count = max((period.last - monday).days + 1, 0) // 7
    return [monday + timedelta(days=7 * number) for number in range(count)]
