"""Days of the sample network, told from today: 'three days ago' whichever day it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Calendar(msgspec.Struct, frozen=True):
    """Today, and the first day of each event, from which every other day is told."""

    today: date
    """The day on which the network is opened."""
    events: Mapping[str, date] = {}
    """First day of each event by its short name."""

    def day(self, said: int | str) -> date:
        """Return the day that a data file speaks of.

        `-3` is three days ago. `"-70 tue"` is the last Tuesday by then, `"21 weekday"` the first day from
        Monday to Friday from then: what lies behind moves further back, what lies ahead further on.
        `"supper"` is the day of an event and `"supper +1"` the day after.

        Raises:
            ValueError: if it is none of these.
        """
        if isinstance(said, int):
            return self.today + timedelta(days=said)
        first, _, rest = said.partition(" ")
        if first in self.events:
            return self.events[first] + timedelta(days=int(rest or 0))
        offset = int(first)
        return on_weekday(self.day(offset), rest, back=offset <= 0)


def on_weekday(day: date, wanted: str, *, back: bool) -> date:
    """Return the nearest day of the wanted kind ('tue', 'weekday'), that day itself included.

    Raises:
        ValueError: if there is no such kind of day.
    """
    fitting = range(5) if wanted == "weekday" else (_DAYS.index(wanted),)
    while day.weekday() not in fitting:
        day += timedelta(days=-1 if back else 1)
    return day


def day_of_year(day: date, year: int | None) -> tuple[int, int, int | None]:
    """Return month, day and year for something that began on a day like this one.

    A 29 February can only have begun in a leap year, so the year gives way to the one before it.
    """
    if year is not None and (day.month, day.day) == (2, 29):
        year -= year % 4
    return day.month, day.day, year
