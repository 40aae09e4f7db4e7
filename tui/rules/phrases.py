"""Days and lists as a person says them; the one place where time becomes words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def short_day(day: date, today: date) -> str:
    """Return a day as it is shown in a list: 'Fri 27 Nov', with the year when it isn't this one."""
    words = f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def said_day(day: date) -> str:
    """Return a day on its own, wherever it is read: '27 Nov 2026'."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def yearly_day(day: int, month: int, year: int | None = None) -> str:
    """Return a day that comes round, with its year where one is known: '12 Apr', '12 Apr 2010'."""
    named = _MONTHS[month - 1][:3] if 1 <= month <= 12 else f"month {month}"
    return f"{day} {named}" + (f" {year}" if year else "")


def month_of(day: date, today: date) -> str:
    """Return the month of a day as a heading: 'March', with the year when it isn't this one."""
    month = _MONTHS[day.month - 1]
    return month if day.year == today.year else f"{month} {day.year}"


def clock_time(wall: time) -> str:
    """Return a time of day: '18:30'."""
    return f"{wall.hour:02}:{wall.minute:02}"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: '1 promise', '3 promises'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


_IN_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


def in_words(number: int, one: str, many: str = "") -> str:
    """Return a small number with its noun as it is spoken: 'one year', 'two years', '25 years'."""
    said = _IN_WORDS[number] if 0 <= number < len(_IN_WORDS) else f"{number:,}"
    return f"{said} {one if number == 1 else many or one + 's'}"


def span(days: int) -> str:
    """Return a length of time in round words: '3 days', '2 weeks', '5 months', '2 years'."""
    if days < 14:
        return count(days, "day")
    if days < 60:
        return count(days // 7, "week")
    if days < 365:
        return count(max(2, round(days / 30.44)), "month")
    return count(int(days / 365.25 + 0.04), "year")


def ago(day: date, today: date) -> str:
    """Return how long ago a day was, for tables: 'today', 'yesterday', '3 days ago', '2 years ago'."""
    days = (today - day).days
    if days < 0:
        return ahead(day, today)
    if days < 2:
        return ("today", "yesterday")[days]
    return f"{span(days)} ago"


def ahead(day: date, today: date) -> str:
    """Return how far off a day is, for tables: 'today', 'tomorrow', 'in 5 days', 'in 3 weeks'."""
    days = (day - today).days
    if days < 0:
        return ago(day, today)
    if days < 2:
        return ("today", "tomorrow")[days]
    return f"in {span(days)}"


def said_past(day: date, today: date) -> str:
    """Return a past day as it is said in a sentence: 'yesterday', 'on Tuesday', 'in March last year'."""
    days = (today - day).days
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    if days < 6:
        return f"on {_WEEKDAYS[day.weekday()]}"
    if days < 14:
        return "last week"
    if days < 28:
        return f"{('two', 'three')[days >= 21]} weeks ago"
    month = _MONTHS[day.month - 1]
    if day.year == today.year:
        return "last month" if today.month - day.month == 1 else f"in {month}"
    if day.year == today.year - 1:
        near = today.month + 12 - day.month < 11
        return f"in {month}" if near else f"in {month} last year"
    return f"in {month} {day.year}"


def said_ahead(day: date, today: date) -> str:
    """Return a coming day as it is said in a sentence: 'today', 'tomorrow', 'on Friday', 'on 14 March'."""
    days = (day - today).days
    if days <= 1:
        return "today" if days <= 0 else "tomorrow"
    if days < 7:
        return f"on {_WEEKDAYS[day.weekday()]}"
    words = f"on {day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year or days < 120 else f"{words} {day.year}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: 'a', 'a and b', 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def clipped(text: str, width: int) -> str:
    """Return text of at most `width` characters, cut at a word with an ellipsis where it was longer."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: max(width - 1, 0)]
    space = cut.rfind(" ")
    return (cut[:space] if space > width // 2 else cut).rstrip(" ,;:.") + "…"
