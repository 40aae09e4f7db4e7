"""Dates as people type them: the one reader of typed dates, and the words that show what was understood.

`read_when` takes the whole text or refuses it. The forms people type most are read by small rules here and
in `dates_calendar`: they are exact, and cost no import. Amounts in words and sums of amounts ('two weeks',
'1 year 2 days', '3 days before tomorrow') go to parsedatetime, and only those: measured on version 2.6 it
takes 05.12.2026 for 12 May and '1m' for a minute, drops the weekday of 'tuesday in 2 weeks' and the '1st' of
'1st of dec', puts 'end of week' in the past on a Saturday, and answers '31 nov' from the machine's clock.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from tui.model.settings import DateOrder
from tui.rules.dates_calendar import MisfitError, find_day
from tui.rules.phrases import clock_time, short_day

if TYPE_CHECKING:
    import parsedatetime

FIRST_YEAR = 1900
LAST_YEAR = 2200
_LONGEST = 60


class When(msgspec.Struct, frozen=True):
    """A day, and a time of day where one was typed; both as the clock on the user's wall shows them."""

    day: dt.date
    """The day."""
    time: dt.time | None = None
    """Time of day in the user's own zone, or none: a date without a time stays a date."""


class NotADate(ValueError):
    """The text is not a date; the message is one sentence that says so and names one that would be."""

    def __init__(self, message: str, *, meant: bool = False) -> None:
        super().__init__(message)
        self.meant = meant
        """True if a date was plainly meant, as in '31 nov'; false for other words."""


def read_when(text: str, now: dt.datetime, *, past: bool = False, order: DateOrder = "ask") -> When:
    """Read a typed date such as 'fri', 'tomorrow 9am', 'in 2 weeks', '1 dec' or '2026-12-05 18:30'.

    `now` is the present moment, aware, in the user's zone. Weeks begin on Monday. Words that name no year or
    week look forward, or back with `past` (for what has happened already):

    - a bare weekday is the first one after today, or before it: 'fri' on a Friday is a week away;
      'next fri' is the Friday of next week, 'this fri' may be today, 'last fri' is before today
    - '1 dec' is the next or last one, today included; so is 'december', which means its first day
    - 'next week', 'next month', 'next year' are their first days, and so with 'last'
    - 'end of week' is Friday, and Sunday once Friday has passed; 'this weekend' is Saturday
    - '2w' without 'in' or 'ago' goes the way of the field; 'm' is months, and 31 Jan plus one is 28 Feb
    - 5/12 is refused, as it could be two days, unless `order` says which number is the day
    - a time alone is its next or last occurrence; hours and minutes are counted in real time across a change
      of the clocks; 'tonight' and 'tomorrow morning' are days, as they name no time

    Raises NotADate, and nothing else, for any text that is not wholly understood, does not exist, could be
    read in two ways (5/12/2026) or lies outside the years 1900 to 2200.
    """
    plain = in_order(_tidy(text), order)
    try:
        when = _exact(text.strip(), now) if len(plain) <= _LONGEST else None
        if when is None and 0 < len(plain) <= _LONGEST:
            when = _typed(plain, now, past) or _spelled(plain, now, past)
    except NotADate:
        raise
    except MisfitError as error:
        reason, instead = error.args
        raise NotADate(f"“{shorten(text)}” {reason}; {instead}.", meant=True) from None
    except OverflowError:
        raise _far(text) from None
    except ValueError:
        message = f"“{shorten(text)}” names a day or a time that does not exist; try “30 nov” or “18:30”."
        raise NotADate(message, meant=True) from None
    if when is None:
        if not plain:
            raise NotADate("There is no date yet; try “fri”, “2 weeks” or “1 dec”.")
        raise NotADate(f"“{shorten(text)}” is not a date I know; try “fri”, “2 weeks” or “1 dec”.")
    if not FIRST_YEAR <= when.day.year <= LAST_YEAR:
        raise _far(text)
    return when


def find_when(
    words: str, now: dt.datetime, *, start: int = 0, order: DateOrder = "ask"
) -> tuple[str, When | None]:
    """Split 'send the deck by fri' into what was promised and its date.

    The last 'by', at `start` or later, whose whole remainder is a date counts. Without one the words come
    back as they are, with no date. Raises NotADate if what follows was meant as a date and can't be one:
    'by 31 nov'.
    """
    for by in reversed(list(re.finditer(r"(?<=\s)by\s+(?=\S)", words, re.IGNORECASE))):
        text = words[: by.start()].rstrip()
        if by.start() < start or len(words) - by.end() > 4 * _LONGEST:
            break
        try:
            when = read_when(words[by.end() :], now, order=order)
        except NotADate as error:
            if error.meant:
                raise
            continue
        if text.strip():
            return text, when
    return words, None


def moment(when: When, zone: dt.tzinfo) -> dt.datetime | None:
    """Return the aware moment of `when` on the clocks of `zone`, or none for a whole day.

    As in RFC 5545 an hour that comes twice means the first, and one that is skipped is moved on by the gap.
    """
    if when.time is None:
        return None
    wall = dt.datetime.combine(when.day, when.time, zone)
    return wall.astimezone(dt.UTC).astimezone(zone)


def show_when(when: When, today: dt.date) -> str:
    """Return 'Fri 27 Nov', or 'Fri 27 Nov 18:30' where there is a time: a date as it will be saved."""
    shown = short_day(when.day, today)
    return shown if when.time is None else f"{shown} {clock_time(when.time)}"


def shorten(text: str, longest: int = 40) -> str:
    """Return `text` on one line, printable and short, to be quoted in a sentence."""
    line = " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _far(text: str) -> NotADate:
    years = f"from {FIRST_YEAR} to {LAST_YEAR}"
    return NotADate(
        f"“{shorten(text)}” is too far away; dates run {years}, such as “1 dec 2027”.", meant=True
    )


def _tidy(text: str) -> str:
    """Lower case, single spaces, no commas, no full stop at the end, and 'end-of-year' as three words."""
    plain = text.lower() if len(text) <= 4 * _LONGEST else text[: 4 * _LONGEST]
    plain = re.sub(r"(?<=[a-z])-(?=[a-z0-9])|(?<=[0-9])-(?=[a-z])|,(?=\s|$)", " ", plain)
    return " ".join(plain.split())


_TWO_NUMBERS = r"(?<![0-9/.-])([0-9]{1,2})[/-]([0-9]{1,2})(?:[/-]([0-9]{4}))?(?![0-9/.-])"


def in_order(text: str, order: DateOrder) -> str:
    """Name the month of a date such as 5/12, which could be two days, where the user said which number it is."""
    if order == "ask":
        return text

    def named(match: re.Match[str]) -> str:
        first, second = int(match[1]), int(match[2])
        day, month = (first, second) if order == "day first" else (second, first)
        # Where only one reading is a date, that one is meant, whatever the order.
        if not (1 <= first <= 12 and 1 <= second <= 12) or (match[3] is None and "-" in match[0]):
            return match[0]
        return " ".join(filter(None, (str(day), _MONTH_NAMES[month - 1], match[3])))

    return re.sub(_TWO_NUMBERS, named, text)


_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ISO_MOMENT = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt]|\s+)[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)


def _exact(text: str, now: dt.datetime) -> When | None:
    """Read ISO 8601; a moment with an offset is carried over to the user's zone."""
    if re.fullmatch(_ISO, text):
        return When(dt.date.fromisoformat(text))
    if not re.fullmatch(_ISO_MOMENT, text):
        return None
    at = dt.datetime.fromisoformat("T".join(text.upper().replace("T", " ").split()))
    if at.tzinfo is not None:
        at = at.astimezone(now.tzinfo)
    return When(dt.date(at.year, at.month, at.day), dt.time(at.hour, at.minute, at.second))


_CLOCK = (
    r"(?:at |@ ?)?(?:(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?P<half>am|pm|a\.m\.|p\.m\.)"
    r"|(?P<hour24>[0-9]{1,2}):(?P<minute24>[0-9]{2})|(?P<noon>noon|midday))"
)
_DAY_TIME = rf"(?P<day>.+?) {_CLOCK}"
_TIME_DAY = rf"{_CLOCK}(?: (?:on )?(?P<day>.+))?"


def _typed(plain: str, now: dt.datetime, past: bool) -> When | None:
    """Read a day, a time, or both in either order; or hours and minutes from now."""
    plain = re.sub(r"^(?:by|on|at|until|till) (?=.)", "", plain)
    if plain == "midnight" or plain.endswith(" midnight"):
        raise NotADate("Midnight could end the day or begin it; write “23:59” or “00:00”.", meant=True)
    today = dt.date(now.year, now.month, now.day)
    match = re.fullmatch(_DAY_TIME, plain) or re.fullmatch(_TIME_DAY, plain)
    if match is None:
        day = find_day(plain, today, past)
        return _hours(plain, now, past) if day is None else When(day)
    time = _time(match)
    if match["day"] is not None:
        day = find_day(match["day"], today, past)
        return None if day is None else When(day, time)
    clock = dt.time(now.hour, now.minute)
    if past and time > clock:
        today -= dt.timedelta(days=1)
    elif not past and time < clock:
        today += dt.timedelta(days=1)
    return When(today, time)


def _time(match: re.Match[str]) -> dt.time:
    if match["noon"]:
        return dt.time(12)
    if match["half"] is None:
        return dt.time(int(match["hour24"]), int(match["minute24"]))
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return dt.time(hour % 12 + (12 if match["half"][0] == "p" else 0), int(match["minute"] or 0))


_HOURS = (
    r"(?P<ahead>in )?(?:(?P<n>[0-9]{1,7}) ?|an? )(?P<unit>h|hrs?|hours?|mins?|minutes?)"
    r"(?P<where> ago| from now| later)?"
)


def _hours(plain: str, now: dt.datetime, past: bool) -> When | None:
    if plain == "now":
        return _clock(now, now)
    match = re.fullmatch(_HOURS, plain)
    if match is None or (match["ahead"] and match["where"] == " ago"):
        return None
    back = match["where"] == " ago" or (past and not match["ahead"] and not match["where"])
    minutes = int(match["n"] or 1) * (60 if match["unit"][0] == "h" else 1)
    return _clock(now.astimezone(dt.UTC) + dt.timedelta(minutes=-minutes if back else minutes), now)


def _clock(at: dt.datetime, now: dt.datetime) -> When:
    """Return the moment `at` (aware) as the user's clock shows it, to the minute."""
    wall = at.astimezone(now.tzinfo)
    return When(dt.date(wall.year, wall.month, wall.day), dt.time(wall.hour, wall.minute))


_NUMBER = (
    r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
_AMOUNT = rf"{_NUMBER} (?:minute|hour|day|week|month|year)s?"
_SPELLED = (
    rf"(?:in )?{_AMOUNT}|{_AMOUNT} ago|{_AMOUNT} (?:from now|later)"
    rf"|{_AMOUNT} (?:from|after|before) (?:today|tomorrow|yesterday)"
    rf"|(?:in )?{_AMOUNT}(?: (?:and )?{_AMOUNT}){{1,3}}"
)


def _spelled(plain: str, now: dt.datetime, past: bool) -> When | None:
    """Let parsedatetime read an amount in words, a sum, or an amount from another day.

    Only these shapes are handed over: for each of them the tests compare it with plain arithmetic. The answer
    counts if it covers the whole text. Sums look forward only, as it takes back just the last term of one.
    """
    if not re.fullmatch(_SPELLED, plain):
        return None
    bare = re.sub(r"^in | and(?= )| from now$| later$", "", plain)
    if (
        past
        and bare == plain
        and " from " not in plain
        and " after " not in plain
        and " before " not in plain
    ):
        if not re.fullmatch(rf"{_AMOUNT}(?: ago)?", plain):
            return None
        bare = plain.removesuffix(" ago") + " ago"
    # It lacks the number twelve.
    bare = re.sub(r"\btwelve\b", "12", bare)
    timed = "minute" in bare or "hour" in bare
    if timed and re.search("today|tomorrow|yesterday", bare):
        return None
    # It reckons on a bare clock: hours get one without summer time, days the user's own.
    source = (now.astimezone(dt.UTC) if timed else now).replace(tzinfo=None)
    found = _calendar().nlp(bare, sourceTime=source.timetuple())
    if not found or len(found) != 1 or found[0][2:4] != (0, len(bare)):
        return None
    at: dt.datetime = found[0][0]
    return _clock(at.replace(tzinfo=dt.UTC), now) if timed else When(at.date())


@lru_cache(maxsize=1)
def _calendar() -> parsedatetime.Calendar:
    # Imported late: it costs 30 ms, and few dates are typed in words.
    import parsedatetime

    return parsedatetime.Calendar(
        parsedatetime.Constants(usePyICU=False), version=parsedatetime.VERSION_CONTEXT_STYLE
    )
