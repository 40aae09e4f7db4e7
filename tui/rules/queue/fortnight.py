"""The coming two weeks by the day: events, promises that fall due, and days worth a word."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import msgspec

from tui.model.network import Network
from tui.rules.moments import first_day, is_over, last_day
from tui.rules.queue.rows import open_follow_ups
from tui.rules.queue.sources import due_day, is_news, occurs, with_days_near

DAYS = 14


class Day(msgspec.Struct, frozen=True):
    """How much of each kind a day holds."""

    day: date
    events: int = 0
    promises: int = 0
    milestones: int = 0


def fortnight(network: Network, now: datetime) -> tuple[Day, ...]:
    """Return today and the days after it, two weeks in all.

    An event stands on each of its days, a promise of yours on its own; what is overdue is in the queue, not here.
    Milestones are those of people whose days are not kept quiet; where they live hardly matters for a look ahead.
    """
    today = now.date()
    last = today + timedelta(days=DAYS - 1)
    events: Counter[date] = Counter()
    for event in network.events.values():
        if event.cancelled or is_over(event, now):
            continue
        first, end = max(first_day(event, now), today), min(last_day(event, now), last)
        events.update(first + timedelta(days=step) for step in range((end - first).days + 1))
    promises = Counter(
        day
        for step, _ in open_follow_ups(network)
        if step.kind == "promise" and (day := due_day(step)) is not None and today <= day <= last
    )
    milestones: Counter[date] = Counter()
    months = {today.month, last.month}
    for contact in with_days_near(network, today.month):
        if contact.muted_milestones or contact.archived:
            continue
        for milestone in contact.milestones:
            if milestone.month in months and not is_news(milestone):
                day = occurs(milestone, today)
                if day is not None and day <= last:
                    milestones[day] += 1
    days = (today + timedelta(days=step) for step in range(DAYS))
    return tuple(Day(day, events[day], promises[day], milestones[day]) for day in days)
