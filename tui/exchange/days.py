"""Days as tables of people write them; whether 03/04/1990 is March or April is told by the other rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from tui.exchange.linkedin import read_day

Day = tuple[date | None, int, int]
"""The day with its year where that is known, its month, and its number in the month."""
Days = Callable[[str], Day | None]

_WITHOUT_YEAR = re.compile(r"\s*-{1,2}(\d{1,2})-?(\d{1,2})\s*")
_TWO_FIRST = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b")
_NONE_BEFORE = 1850
_LEAP = 2000


def reader_of_days(texts: Iterable[str]) -> Days:
    """Return what reads one day of a table: 'a/b/year' in the order that all the others allow, if they do."""
    firsts: set[int] = set()
    seconds: set[int] = set()
    for text in texts:
        found = _TWO_FIRST.match(text)
        if found:
            firsts.add(int(found[1]))
            seconds.add(int(found[2]))
    month_first = max(seconds, default=0) > 12 >= max(firsts, default=0)
    day_first = max(firsts, default=0) > 12 >= max(seconds, default=0)

    def read(text: str) -> Day | None:
        known = _WITHOUT_YEAR.fullmatch(text)
        if known:
            return _checked(None, int(known[1]), int(known[2]))
        found = _TWO_FIRST.match(text)
        if found and (month_first or day_first):
            first, second, year = (int(part) for part in found.groups())
            month, day = (first, second) if month_first else (second, first)
            return _checked(year + (1900 if year > 30 else 2000) if year < 100 else year, month, day)
        whole = read_day(text)
        return _checked(whole.year, whole.month, whole.day) if whole else None

    return read


def _checked(year: int | None, month: int, day: int) -> Day | None:
    """Return a day that exists; a year in which nobody lived who is known today counts as not known."""
    # Google writes 1604 where a phone had no year.
    try:
        whole = date(year if year and year >= _NONE_BEFORE else _LEAP, month, day)
    except ValueError:
        return None
    return (whole if year and year >= _NONE_BEFORE else None), month, day
