"""The days of typed dates: one small rule for each way of naming a day (see `tui.rules.dates`)."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\.?"
)
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"


class MisfitError(ValueError):
    """A date was meant and can't be one; `args` are the reason and what to do, both as ends of a sentence."""


Found = dt.date | None
Rule = Callable[[re.Match[str], dt.date, bool], Found]


def find_day(text: str, today: dt.date, past: bool) -> Found:
    """Return the day that `text` (tidied: lower case, single spaces) names, or none if it names no day.

    Raises ValueError for a day that does not exist (MisfitError if it is another weekday, or could be two
    days), and OverflowError for one beyond the calendar.
    """
    text = _SHORT.get(text, text)
    if text in _NAMED:
        return today + dt.timedelta(days=_NAMED[text])
    for pattern, rule in _RULES:
        match = re.fullmatch(pattern, text)
        if match is not None:
            return rule(match, today, past)
    return None


def shift_months(day: dt.date, months: int) -> dt.date:
    """Return the same day `months` later (or earlier), or that month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(year)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_SHORT = {"eow": "end of week", "eom": "end of month", "eoy": "end of year"}
_NAMED = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "yesterday": -1,
    "last night": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
}


def _month(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"][:3]) + 1


def _weekday(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    wanted = _WEEKDAYS.index(match["weekday"][:3])
    which = match["which"]
    if which == "next":
        return _monday(today) + dt.timedelta(days=7 + wanted)
    ahead = (wanted - today.weekday()) % 7
    if which == "this":
        return today + dt.timedelta(days=ahead - 7 if past and ahead else ahead)
    if which in {"last", "past"} or (past and which != "coming"):
        return today + dt.timedelta(days=ahead - 7)
    return today + dt.timedelta(days=ahead or 7)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _part_of_day(match: re.Match[str], today: dt.date, past: bool) -> Found:
    return find_day(match["rest"], today, past)


def _with_weekday(match: re.Match[str], today: dt.date, past: bool) -> Found:
    rest = match["rest"]
    day = find_day(rest, today, past)
    if day is not None and day.weekday() != _WEEKDAYS.index(match["weekday"][:3]):
        is_a = (
            f"{day.day} {_MONTHS[day.month - 1].title()} {day.year} is a {_WEEKDAYS[day.weekday()].title()}"
        )
        raise MisfitError(f"does not fit the calendar, where {is_a}", f"try “{rest}”")
    return day


def _day_of_month(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    if match["year"]:
        return dt.date(int(match["year"]), _month(match), int(match["day"]))
    return _nearest_year(_month(match), int(match["day"]), today, past)


def _nearest_year(month: int, day: int, today: dt.date, past: bool) -> dt.date:
    # A leap year is at most eight years away (1896 and 1904).
    for away in range(9):
        year = today.year - away if past else today.year + away
        if day <= monthrange(year, month)[1] and day > 0:
            found = dt.date(year, month, day)
            if (found <= today) if past else (found >= today):
                return found
    raise ValueError(day)


def _month_alone(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    if match["year"]:
        return dt.date(int(match["year"]), _month(match), 1)
    return _nearest_year(_month(match), 1, today, past)


def _ordinal(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    wanted = int(match["day"])
    first = today.replace(day=1)
    # The longest months are never more than one apart, so a few are enough for any day up to 31.
    for away in range(3):
        month = shift_months(first, -away if past else away)
        if 1 <= wanted <= monthrange(month.year, month.month)[1]:
            found = month.replace(day=wanted)
            if (found <= today) if past else (found >= today):
                return found
    raise ValueError(wanted)


def _numbered(year: str | None, month: int, day: int, today: dt.date, past: bool) -> dt.date:
    if year:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if not 1 <= month <= 12:
        raise ValueError(month)
    return _nearest_year(month, day, today, past)


def _dotted(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    return _numbered(match["year"], int(match["number"]), int(match["day"]), today, past)


def _slashed(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    first, second = int(match["first"]), int(match["second"])
    if 1 <= first <= 12 and 1 <= second <= 12 and first != second:
        here, there = f"{first} {_MONTHS[second - 1]}", f"{second} {_MONTHS[first - 1]}"
        raise MisfitError(f"could be {here.title()} or {there.title()}", f"write it as “{here}”")
    day, month = (second, first) if second > 12 else (first, second)
    return _numbered(match["year"], month, day, today, past)


def _year_first(match: re.Match[str], _today: dt.date, _past: bool) -> dt.date:
    return dt.date(int(match["year"]), int(match["number"]), int(match["day"]))


_STEP = {"this": 0, "next": 1, "last": -1, "coming": 1, "past": -1}


def _start_of(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    """Return the first day of a week, month or year; without 'this', 'next' or 'last' the nearest one."""
    step = _STEP[match["which"]] if match["which"] else (0 if past else 1)
    unit = match["unit"]
    if unit == "week":
        return _monday(today) + dt.timedelta(weeks=step)
    if unit == "month":
        return shift_months(today.replace(day=1), step)
    return shift_months(today.replace(month=1, day=1), 12 * step)


def _end_of(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    """Return the last day of a month or year, or a week's Friday; without 'next' or 'last' the nearest."""
    step = _STEP[match["which"]] if match["which"] else 0
    unit = match["unit"]
    if unit == "week":
        friday = _monday(today) + dt.timedelta(days=4, weeks=step)
        if step or friday == today or (friday > today) != past:
            return friday
        return friday + dt.timedelta(days=-7 if past else 2)
    months = 1 if unit == "month" else 12
    first = today.replace(day=1) if unit == "month" else today.replace(month=1, day=1)
    last = shift_months(first, months * (step + 1)) - dt.timedelta(days=1)
    if past and not match["which"] and last > today:
        return first - dt.timedelta(days=1)
    return last


def _end_of_month(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    month = _month(match)
    if match["year"]:
        years = [int(match["year"])]
    else:
        years = [today.year, today.year - 1] if past else [today.year, today.year + 1]
    for year in years:
        last = dt.date(year, month, monthrange(year, month)[1])
        if match["year"] or ((last <= today) if past else (last >= today)):
            return last
    raise ValueError(month)


def _weekend(match: re.Match[str], today: dt.date, past: bool) -> dt.date:
    which = match["which"] or "this"
    saturday = _monday(today) + dt.timedelta(days=5, weeks=_STEP[which] if which != "coming" else 0)
    if which == "this":
        if past and saturday > today:
            return saturday - dt.timedelta(days=7)
        # On the Sunday it is still this weekend.
        return saturday if past else max(saturday, today)
    return saturday


_UNITS = {"d": (1, 0), "w": (7, 0), "f": (14, 0), "m": (0, 1), "y": (0, 12)}


def _span(match: re.Match[str], today: dt.date, past: bool) -> Found:
    where = match["where"]
    if match["ahead"] and where == "ago":
        return None
    days, months = _UNITS[match["unit"][0]]
    back = where == "ago" or (past and not match["ahead"] and not where)
    many = int(match["n"] or 1) * (-1 if back else 1)
    return shift_months(today, months * many) if months else today + dt.timedelta(days=days * many)


_UNIT = "(?P<unit>week|month|year)"
_LONG_UNIT = r"days?|wks?|weeks?|fortnights?|mo|mths?|months?|yrs?|years?"

_WHERE = "(?: (?P<where>ago|from now|from today|later))?"

# As text: compiling them takes longer than the import should, and `re` keeps what it has compiled.
_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:(?P<which>next|this|last|past|coming) )?{_WEEKDAY}", _weekday),
    (rf"{_DAY}(?:st|nd|rd|th|\.)? ?(?:of )?{_MONTH}(?: {_YEAR})?", _day_of_month),
    (rf"{_MONTH} (?:the )?{_DAY}(?:st|nd|rd|th)?(?: {_YEAR})?", _day_of_month),
    (rf"{_YEAR} {_MONTH} {_DAY}", _day_of_month),
    (rf"(?:in )?{_MONTH}(?: {_YEAR})?", _month_alone),
    (rf"(?:the )?{_DAY}(?:st|nd|rd|th)", _ordinal),
    (
        rf"(?P<ahead>in )?(?:(?P<n>[0-9]{{1,7}}) ?(?P<unit>d|w|m|y|{_LONG_UNIT}))"
        rf"{_WHERE}",
        _span,
    ),
    (
        rf"(?P<ahead>in )?an? (?P<n>)(?P<unit>{_LONG_UNIT}){_WHERE}",
        _span,
    ),
    (rf"(?P<which>next|last) {_UNIT}", _start_of),
    (rf"(?:the )?(?:start|beginning) of (?:the )?(?:(?P<which>this|next|last) )?{_UNIT}", _start_of),
    (rf"(?:the )?end of (?:the )?(?:(?P<which>this|next|last) )?{_UNIT}", _end_of),
    (r"(?:the )?(?P<unit>month|year)[ -]end(?P<which>)", _end_of),
    (rf"(?:the )?end of {_MONTH}(?: {_YEAR})?", _end_of_month),
    (r"(?:(?P<which>this|next|last|past|coming) |the )?weekend", _weekend),
    (r"(?P<day>[0-9]{1,2})\.(?P<number>[0-9]{1,2})\.(?P<year>[0-9]{4}|[0-9]{2})?", _dotted),
    (r"(?P<first>[0-9]{1,2})[/-](?P<second>[0-9]{1,2})[/-](?P<year>[0-9]{4})", _slashed),
    (r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})(?P<year>)", _slashed),
    (rf"{_YEAR}[/.-](?P<number>[0-9]{{1,2}})[/.-]{_DAY}", _year_first),
    (rf"{_WEEKDAY} (?P<rest>(?:the )?[0-9].*|{_MONTH} .*)", _with_weekday),
    (r"(?P<rest>.+) (?:morning|afternoon|evening|night)", _part_of_day),
)
