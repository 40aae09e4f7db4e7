"""New people: when you met them, and with how many it went on."""

from __future__ import annotations

from datetime import date

import msgspec

from tui.rules.insights.past import Past
from tui.rules.insights.period import Period


class NewPeople(msgspec.Struct, frozen=True):
    """Whom you met in a period."""

    by_month: dict[date, tuple[str, ...]]
    """Contacts (uids) by the first day of the month in which you met, every month of the period, oldest first."""
    again: tuple[str, ...]
    """Those of them with whom there was a touch on a later day."""

    @property
    def people(self) -> tuple[str, ...]:
        """All of them, the latest first."""
        return tuple(uid for month in reversed(self.by_month.values()) for uid in month)


def new_people(past: Past, period: Period) -> NewPeople:
    """Return whom you met in a period: people who were only imported were not met."""
    months: dict[date, list[str]] = {month: [] for month in _months(period)}
    again = []
    for uid in past.network.contacts:
        day = past.met(uid)
        if day is None or not period.holds(day):
            continue
        months[day.replace(day=1)].append(uid)
        if past.last.get(uid, day) > day:
            again.append(uid)
    return NewPeople({month: tuple(uids) for month, uids in months.items()}, tuple(again))


def _months(period: Period) -> list[date]:
    found, month = [], period.first.replace(day=1)
    while month <= period.last:
        found.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return found
