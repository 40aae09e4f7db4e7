"""Days as vCards write them, with or without a year."""

from __future__ import annotations

import re
from calendar import monthrange

from tui.exchange.linkedin import read_day
from tui.model.records import Milestone

_WHOLE = re.compile(r"(\d{4})-?(\d{1,2})-?(\d{1,2})(?:[T ].*)?", re.DOTALL)
_YEARLESS = re.compile(r"--(\d{2})-?(\d{2})(?:T.*)?")
_LEAP_YEAR = 2024
OMITTED_YEAR = 1604
"""The year that Apple's address book writes where none is known."""


def milestone_on(text: str, label: str, *, once: bool = False, omitted: str = "") -> Milestone | None:
    """Return the milestone on a day of a vCard, or None if it names no day of the year.

    Understood are '19850412', '1985-04-12' (a time after it is left out), '--0412', '--04-12' (RFC 6350) and
    the days that people type ('12.04.1985').

    Args:
        text: The value.
        label: What the day is.
        once: Whether it happens in that year only.
        omitted: A year that stands for none (Apple's X-APPLE-OMIT-YEAR).
    """
    text = text.strip()
    whole, yearless = _WHOLE.fullmatch(text), _YEARLESS.fullmatch(text)
    year: int | None = None
    if whole:
        year, month, day = int(whole[1]), int(whole[2]), int(whole[3])
        if str(year) == omitted or year in (0, OMITTED_YEAR):
            year = None
    elif yearless:
        month, day = int(yearless[1]), int(yearless[2])
    else:
        read = read_day(text) if len(text) < 40 else None
        if read is None:
            return None
        year, month, day = read.year, read.month, read.day
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
        return None
    return Milestone(label=label, month=month, day=day, year=year, once=once and year is not None)


def is_day_alone(text: str) -> bool:
    """Tell whether a value is a day and nothing more, so that a milestone holds all of it."""
    return "T" not in text and " " not in text.strip()


def basic(milestone: Milestone) -> str:
    """Return a milestone's day as vCard 4.0 writes it: '19850412', or '--0412' without a year."""
    year = f"{milestone.year:04}" if milestone.year is not None else "--"
    return f"{year}{milestone.month:02}{milestone.day:02}"


def extended(milestone: Milestone) -> str:
    """Return a milestone's day as vCard 3.0 and Apple write it: '1985-04-12', 1604 standing for no year."""
    year = milestone.year if milestone.year is not None else OMITTED_YEAR
    return f"{year:04}-{milestone.month:02}-{milestone.day:02}"
