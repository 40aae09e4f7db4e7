"""Milestones as they are typed: a word and a day, one a line."""

from __future__ import annotations

import re
from datetime import date, datetime

from tui.model.records import Milestone
from tui.model.text import one_line
from tui.rules.dates import NotADate, read_when


def milestone_text(milestone: Milestone) -> str:
    """Return a milestone as it is typed: 'birthday 14 March 1990'."""
    leap_year = 2024
    day = date(leap_year, milestone.month, milestone.day)
    year = f" {milestone.year}" if milestone.year else ""
    return f"{milestone.label} {day.day} {day:%B}{year}{' once' if milestone.once else ''}"


_MILESTONE = re.compile(
    r"(?P<label>.*?)[\s,:]+(?P<day>\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d]+|[^\W\d]+\s+\d{1,2}(?:st|nd|rd|th)?|\d{4}-\d{2}-\d{2})"
    r"(?:[\s,]+(?P<year>\d{4}))?(?P<once>[\s,]+once)?",
    re.IGNORECASE,
)


def read_milestone(text: str, now: datetime) -> Milestone:
    """Return the milestone that a line describes: 'birthday 14 March 1990', 'moves 2026-12-01 once'.

    Raises:
        ValueError: if it holds no word and day; the message is a sentence.
    """
    found = _MILESTONE.fullmatch(one_line(text))
    sentence = f"“{text.strip()}” is no milestone. Write a word and a day, like “birthday 14 March 1990”."
    if found is None or not found["label"].strip():
        raise ValueError(sentence)
    iso = "-" in found["day"]
    # A leap year makes 29 February a day; without a year typed, none is kept.
    day_text = found["day"] if iso else f"{found['day']} {found['year'] or 2024}"
    try:
        day = read_when(day_text, now, past=True).day
    except NotADate:
        raise ValueError(sentence) from None
    year = day.year if iso or found["year"] else None
    return Milestone(
        label=found["label"].strip(), month=day.month, day=day.day, year=year, once=bool(found["once"])
    )
