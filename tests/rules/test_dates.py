"""Typed dates: every form people type, resolved at fixed moments, and nothing but NotADate for the rest."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.settings import DateOrder
from tui.rules.dates import NotADate, When, find_when, moment, read_when, shorten, show_when

BERLIN = ZoneInfo("Europe/Berlin")
SATURDAY = dt.datetime(2026, 11, 21, 10, 0, tzinfo=BERLIN)
FRIDAY = dt.datetime(2026, 11, 20, 10, 0, tzinfo=BERLIN)
MONDAY = dt.datetime(2026, 11, 23, 10, 0, tzinfo=BERLIN)
SUNDAY = dt.datetime(2026, 11, 22, 10, 0, tzinfo=BERLIN)


def iso(when: When) -> str:
    return when.day.isoformat() + (f" {when.time:%H:%M}" if when.time is not None else "")


@pytest.mark.parametrize(
    ("text", "ahead", "back"),
    [
        ("today", "2026-11-21", "2026-11-21"),
        ("tonight", "2026-11-21", "2026-11-21"),
        ("this afternoon", "2026-11-21", "2026-11-21"),
        ("yesterday", "2026-11-20", "2026-11-20"),
        ("tomorrow", "2026-11-22", "2026-11-22"),
        ("tomorrow 9am", "2026-11-22 09:00", "2026-11-22 09:00"),
        ("tomorrow morning", "2026-11-22", "2026-11-22"),
        ("the day after tomorrow", "2026-11-23", "2026-11-23"),
        ("now", "2026-11-21 10:00", "2026-11-21 10:00"),
        # Weekdays
        ("fri", "2026-11-27", "2026-11-20"),
        ("Friday", "2026-11-27", "2026-11-20"),
        ("on fri.", "2026-11-27", "2026-11-20"),
        ("sat", "2026-11-28", "2026-11-14"),
        ("this sat", "2026-11-21", "2026-11-21"),
        ("this tue", "2026-11-24", "2026-11-17"),
        ("next tue", "2026-11-24", "2026-11-24"),
        ("next sunday", "2026-11-29", "2026-11-29"),
        ("last friday", "2026-11-20", "2026-11-20"),
        ("last sat", "2026-11-14", "2026-11-14"),
        ("fri at 3pm", "2026-11-27 15:00", "2026-11-20 15:00"),
        ("9:30 am fri", "2026-11-27 09:30", "2026-11-20 09:30"),
        # Amounts
        ("in 2 weeks", "2026-12-05", "2026-12-05"),
        ("2w", "2026-12-05", "2026-11-07"),
        ("3d", "2026-11-24", "2026-11-18"),
        ("1m", "2026-12-21", "2026-10-21"),
        ("1y", "2027-11-21", "2025-11-21"),
        ("10 days", "2026-12-01", "2026-11-11"),
        ("a fortnight", "2026-12-05", "2026-11-07"),
        ("3 days ago", "2026-11-18", "2026-11-18"),
        ("2 weeks from now", "2026-12-05", "2026-12-05"),
        ("in two weeks", "2026-12-05", "2026-12-05"),
        ("twelve days", "2026-12-03", "2026-11-09"),
        ("two weeks ago", "2026-11-07", "2026-11-07"),
        ("two days from tomorrow", "2026-11-24", "2026-11-24"),
        ("3 days before tomorrow", "2026-11-19", "2026-11-19"),
        ("in 1 year and 2 days", "2027-11-23", "2027-11-23"),
        ("in 3 hours", "2026-11-21 13:00", "2026-11-21 13:00"),
        ("45 min", "2026-11-21 10:45", "2026-11-21 09:15"),
        ("an hour ago", "2026-11-21 09:00", "2026-11-21 09:00"),
        ("two hours ago", "2026-11-21 08:00", "2026-11-21 08:00"),
        # Days of the calendar
        ("1 dec", "2026-12-01", "2025-12-01"),
        ("dec 1", "2026-12-01", "2025-12-01"),
        ("1st of dec", "2026-12-01", "2025-12-01"),
        ("December the 1st", "2026-12-01", "2025-12-01"),
        ("1. Dec.", "2026-12-01", "2025-12-01"),
        ("21 nov", "2026-11-21", "2026-11-21"),
        ("08 Feb", "2027-02-08", "2026-02-08"),
        ("8 Feb 2026", "2026-02-08", "2026-02-08"),
        ("1 December 2027", "2027-12-01", "2027-12-01"),
        ("Dec 1, 2027 6pm", "2027-12-01 18:00", "2027-12-01 18:00"),
        ("5-Dec-2026", "2026-12-05", "2026-12-05"),
        ("29 feb", "2028-02-29", "2024-02-29"),
        ("the 5th", "2026-12-05", "2026-11-05"),
        ("31st", "2026-12-31", "2026-10-31"),
        ("Fri, 27 Nov 2026", "2026-11-27", "2026-11-27"),
        ("fri 27 nov 2026 18:30", "2026-11-27 18:30", "2026-11-27 18:30"),
        ("2026-12-05", "2026-12-05", "2026-12-05"),
        ("  2026-12-05 18:30 ", "2026-12-05 18:30", "2026-12-05 18:30"),
        ("2026-12-05T18:30", "2026-12-05 18:30", "2026-12-05 18:30"),
        ("2026-12-05T18:30:00Z", "2026-12-05 19:30", "2026-12-05 19:30"),
        ("2026-12-05T23:30-05:00", "2026-12-06 05:30", "2026-12-06 05:30"),
        ("2026-12-05 6pm", "2026-12-05 18:00", "2026-12-05 18:00"),
        ("2026/12/05", "2026-12-05", "2026-12-05"),
        ("05.12.2026", "2026-12-05", "2026-12-05"),
        ("5.12.26", "2026-12-05", "2026-12-05"),
        ("5.12.", "2026-12-05", "2025-12-05"),
        ("25/12/2026", "2026-12-25", "2026-12-25"),
        ("12/25/2026", "2026-12-25", "2026-12-25"),
        ("5/5/2027", "2027-05-05", "2027-05-05"),
        ("25/12", "2026-12-25", "2025-12-25"),
        # Weeks, months, years
        ("next week", "2026-11-23", "2026-11-23"),
        ("last week", "2026-11-09", "2026-11-09"),
        ("next month", "2026-12-01", "2026-12-01"),
        ("last month", "2026-10-01", "2026-10-01"),
        ("next year", "2027-01-01", "2027-01-01"),
        ("end of week", "2026-11-22", "2026-11-20"),
        ("end of next week", "2026-11-27", "2026-11-27"),
        ("end of month", "2026-11-30", "2026-10-31"),
        ("end of the month", "2026-11-30", "2026-10-31"),
        ("eom", "2026-11-30", "2026-10-31"),
        ("end of next month", "2026-12-31", "2026-12-31"),
        ("at end-of-year", "2026-12-31", "2025-12-31"),
        ("year-end", "2026-12-31", "2025-12-31"),
        ("end of february", "2027-02-28", "2026-02-28"),
        ("start of next month", "2026-12-01", "2026-12-01"),
        ("this weekend", "2026-11-21", "2026-11-21"),
        ("next weekend", "2026-11-28", "2026-11-28"),
        ("last weekend", "2026-11-14", "2026-11-14"),
        ("in march", "2027-03-01", "2026-03-01"),
        ("march 2028", "2028-03-01", "2028-03-01"),
        # Times of day
        ("noon", "2026-11-21 12:00", "2026-11-20 12:00"),
        ("18:30", "2026-11-21 18:30", "2026-11-20 18:30"),
        ("9am", "2026-11-22 09:00", "2026-11-21 09:00"),
        ("10:00", "2026-11-21 10:00", "2026-11-21 10:00"),
        ("12am", "2026-11-22 00:00", "2026-11-21 00:00"),
        ("12pm", "2026-11-21 12:00", "2026-11-20 12:00"),
        ("today 9am", "2026-11-21 09:00", "2026-11-21 09:00"),
        ("tonight at 8 p.m.", "2026-11-21 20:00", "2026-11-21 20:00"),
        ("3pm on 1 dec", "2026-12-01 15:00", "2025-12-01 15:00"),
    ],
)
def test_what_people_type_on_a_saturday(text: str, ahead: str, back: str) -> None:
    assert iso(read_when(text, SATURDAY)) == ahead
    assert iso(read_when(text, SATURDAY, past=True)) == back


@pytest.mark.parametrize(
    ("now", "text", "ahead", "back"),
    [
        (FRIDAY, "fri", "2026-11-27", "2026-11-13"),
        (FRIDAY, "this fri", "2026-11-20", "2026-11-20"),
        (FRIDAY, "next fri", "2026-11-27", "2026-11-27"),
        (FRIDAY, "end of week", "2026-11-20", "2026-11-20"),
        (FRIDAY, "this weekend", "2026-11-21", "2026-11-14"),
        (MONDAY, "next fri", "2026-12-04", "2026-12-04"),
        (MONDAY, "coming fri", "2026-11-27", "2026-11-27"),
        (MONDAY, "end of week", "2026-11-27", "2026-11-20"),
        (SUNDAY, "this weekend", "2026-11-22", "2026-11-21"),
        (SUNDAY, "next week", "2026-11-23", "2026-11-23"),
        (SUNDAY, "end of week", "2026-11-22", "2026-11-20"),
    ],
)
def test_words_that_depend_on_the_weekday(now: dt.datetime, text: str, ahead: str, back: str) -> None:
    assert iso(read_when(text, now)) == ahead
    assert iso(read_when(text, now, past=True)) == back


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        (dt.date(2027, 1, 31), "1m", "2027-02-28"),
        (dt.date(2027, 1, 31), "in one month", "2027-02-28"),
        (dt.date(2028, 2, 29), "1y", "2029-02-28"),
        (dt.date(2026, 12, 31), "tomorrow", "2027-01-01"),
        (dt.date(2026, 12, 31), "end of month", "2026-12-31"),
        (dt.date(2026, 12, 31), "next month", "2027-01-01"),
        (dt.date(2027, 1, 30), "the 31st", "2027-01-31"),
        (dt.date(2027, 2, 1), "the 30th", "2027-03-30"),
        (dt.date(2097, 1, 1), "29 feb", "2104-02-29"),
    ],
)
def test_short_months_and_leap_years(day: dt.date, text: str, expected: str) -> None:
    now = dt.datetime.combine(day, dt.time(10), BERLIN)
    assert iso(read_when(text, now)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "fri banana",
        "banana",
        "banana fri",
        "someday",
        "5",
        "12",
        "in weeks",
        "in 2 weeks ago",
        "fri 9am sat",
        "tomorrow tomorrow",
        "tuesday in 2 weeks",
        "a week from tuesday",
        "mid december",
        "in half an hour",
        "1 week 2 days ago",
        "9999 years 9999 years",
        "two hours from tomorrow",
        "next",
        "at",
        "🎉",
        "\x1b[31mfri",
        "٣ days",
        "\ud800",
        "fri\x00",
        "1e9 days",
        "-3 days",
        "midnight",
        "We met at the robotics evening and she said that on fri she would send me the deck. " * 40,
        "1 dec\nand then we talked about 2 dec",
    ],
)
def test_whatever_is_not_wholly_a_date_is_refused(text: str) -> None:
    for past in (False, True):
        with pytest.raises(NotADate) as caught:
            read_when(text, SATURDAY, past=past)
        message = str(caught.value)
        assert message.endswith(".")
        assert message.isprintable()
        assert "“" in message
        assert len(message) < 150


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31 nov", "does not exist"),
        ("2026-02-30", "does not exist"),
        ("31 nov 2026", "does not exist"),
        ("0 dec", "does not exist"),
        ("32nd", "does not exist"),
        ("25:00", "does not exist"),
        ("fri 13pm", "does not exist"),
        ("2026-12-05 18:61", "does not exist"),
        ("25/13/2026", "does not exist"),
        ("45.13.", "does not exist"),
        ("5/12/2026", "write it as “5 dec”"),
        ("5/12", "could be 5 Dec or 12 May"),
        ("mon 27 nov 2026", "is a Fri"),
        ("1 dec 1899", "1900 to 2200"),
        ("2201-01-01", "1900 to 2200"),
        ("0001-01-01T00:30+23:00", "1900 to 2200"),
        ("500 years", "1900 to 2200"),
        ("9999999 days", "1900 to 2200"),
        ("9999999 hours ago", "1900 to 2200"),
        ("midnight", "23:59"),
    ],
)
def test_a_date_that_was_meant_and_cannot_be_says_why(text: str, says: str) -> None:
    with pytest.raises(NotADate, match=says) as caught:
        read_when(text, SATURDAY)
    assert caught.value.meant


def test_the_limits_themselves_are_dates() -> None:
    assert iso(read_when("1900-01-01", SATURDAY)) == "1900-01-01"
    assert iso(read_when("31 dec 2200", SATURDAY)) == "2200-12-31"


def test_hours_are_real_hours_across_a_change_of_the_clocks() -> None:
    # In Berlin the clocks go back on 25 October 2026 and forward on 28 March 2027.
    before_back = dt.datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)
    assert iso(read_when("in 3 hours", before_back)) == "2026-10-25 03:30"
    assert iso(read_when("two hours 60 minutes", before_back)) == "2026-10-25 03:30"
    before_forward = dt.datetime(2027, 3, 28, 1, 30, tzinfo=BERLIN)
    assert iso(read_when("1h", before_forward)) == "2027-03-28 03:30"
    assert iso(read_when("in one hour", before_forward)) == "2027-03-28 03:30"
    second_half_past_two = dt.datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)
    assert iso(read_when("an hour ago", second_half_past_two)) == "2026-10-25 02:30"


def test_days_keep_their_date_across_a_change_of_the_clocks() -> None:
    late = dt.datetime(2026, 10, 24, 23, 30, tzinfo=BERLIN)
    assert iso(read_when("1d", late)) == "2026-10-25"
    assert iso(read_when("two days", late)) == "2026-10-26"
    early = dt.datetime(2027, 3, 28, 0, 15, tzinfo=BERLIN)
    assert iso(read_when("yesterday", early)) == "2027-03-27"
    assert iso(read_when("one day", early)) == "2027-03-29"


def test_the_day_is_the_users_not_utc() -> None:
    for name, day in (("Pacific/Kiritimati", "2026-11-22"), ("Pacific/Pago_Pago", "2026-11-21")):
        now = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC).astimezone(ZoneInfo(name))
        assert iso(read_when("today", now)) == day


def test_moments_in_the_gap_and_in_the_double_hour() -> None:
    gap = moment(When(dt.date(2027, 3, 28), dt.time(2, 30)), BERLIN)
    assert gap is not None
    assert gap.isoformat() == "2027-03-28T03:30:00+02:00"
    double = moment(When(dt.date(2026, 10, 25), dt.time(2, 30)), BERLIN)
    assert double is not None
    assert double.isoformat() == "2026-10-25T02:30:00+02:00"
    assert moment(When(dt.date(2026, 10, 25)), BERLIN) is None


def test_what_was_understood_is_shown() -> None:
    today = SATURDAY.date()
    assert show_when(read_when("fri", SATURDAY), today) == "Fri 27 Nov"
    assert show_when(read_when("1 feb 9am", SATURDAY), today) == "Mon 1 Feb 2027 09:00"


@pytest.mark.parametrize(
    ("words", "text", "day"),
    [
        ("send the deck by fri", "send the deck", "2026-11-27"),
        ("send the deck BY 1 dec", "send the deck", "2026-12-01"),
        ("stand by me by tomorrow 9am", "stand by me", "2026-11-22 09:00"),
        ("write to Bo by next week by fri", "write to Bo by next week", "2026-11-27"),
        ("send the book by Ana", "send the book by Ana", None),
        ("send the deck", "send the deck", None),
        ("by fri", "by fri", None),
        ("a standby fri", "a standby fri", None),
        ("call by", "call by", None),
    ],
)
def test_a_promise_and_its_date(words: str, text: str, day: str | None) -> None:
    found, when = find_when(words, SATURDAY)
    assert found == text
    assert (when and iso(when)) == day


def test_a_promise_for_a_day_that_does_not_exist() -> None:
    with pytest.raises(NotADate, match="31 nov"):
        find_when("send the deck by 31 nov", SATURDAY)


MOMENTS = st.datetimes(
    dt.datetime(1990, 1, 1),  # noqa: DTZ001 (hypothesis adds the zone)
    dt.datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([BERLIN, ZoneInfo("America/St_Johns"), ZoneInfo("Pacific/Apia"), dt.UTC]),
)
PIECES = st.sampled_from(
    [
        "fri",
        "next",
        "last",
        "this",
        "in",
        "ago",
        "by",
        "at",
        "on",
        "of",
        "end",
        "week",
        "month",
        "year",
        "weekend",
        "1",
        "2w",
        "31",
        "nov",
        "feb",
        "dec",
        "9am",
        "18:30",
        "2026",
        "noon",
        "2026-12-05",
        "5/12/2026",
        "two",
        "hours",
        "days",
        "from",
        "tomorrow",
        "and",
        "-",
        ",",
        ".",
        ":",
        "T",
        "Z",
        "+02:00",
        "the",
        "5th",
        "0",
        "99999",
        "a",
        "an",
        "🎉",
        "\x00",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=7).map(" ".join)), MOMENTS, st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_date_or_not_one(text: str, now: dt.datetime, past: bool) -> None:
    try:
        when = read_when(text, now, past=past)
    except NotADate as error:
        assert str(error)
    else:
        assert 1900 <= when.day.year <= 2200
        assert type(when.day) is dt.date
        assert when.time is None or when.time.tzinfo is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)), st.times(), MOMENTS)
@settings(max_examples=100)
def test_iso_comes_back_as_it_went(day: dt.date, time: dt.time, now: dt.datetime) -> None:
    assert read_when(day.isoformat(), now) == When(day)
    minute = time.replace(second=0, microsecond=0)
    assert read_when(f"{day.isoformat()} {minute:%H:%M}", now) == When(day, minute)
    assert read_when(f"{day.day} {day:%b} {day.year}", now) == When(day)


@given(st.integers(0, 3000), MOMENTS)
@settings(max_examples=60)
def test_amounts_of_days_are_plain_arithmetic(many: int, now: dt.datetime) -> None:
    today = dt.date(now.year, now.month, now.day)
    assert read_when(f"in {many} days", now).day == today + dt.timedelta(days=many)
    assert read_when(f"{many}d", now, past=True).day == today - dt.timedelta(days=many)
    assert read_when(f"{many // 7} weeks ago", now).day == today - dt.timedelta(weeks=many // 7)


WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


@given(st.integers(1, 20), st.integers(1, 99), MOMENTS)
@settings(max_examples=60, deadline=None)
def test_amounts_in_words_are_the_same_arithmetic(many: int, more: int, now: dt.datetime) -> None:
    today = dt.date(now.year, now.month, now.day)
    days, weeks = dt.timedelta(days=many), dt.timedelta(weeks=more)
    word = WORDS[many]
    assert read_when(f"in {word} days", now) == When(today + days)
    assert read_when(f"{word} days ago", now) == When(today - days)
    assert read_when(f"{word} days", now, past=True) == When(today - days)
    assert read_when(f"{word} days from tomorrow", now) == When(today + days + dt.timedelta(days=1))
    assert read_when(f"{word} days before yesterday", now) == When(today - days - dt.timedelta(days=1))
    assert read_when(f"{more} weeks and {word} days", now) == When(today + weeks + days)
    assert read_when(f"in {word} months", now) == read_when(f"{many}m", now)
    assert read_when(f"{word} years ago", now) == read_when(f"{many} years ago", now)
    assert read_when(f"in {word} hours", now) == read_when(f"{many}h", now)
    assert read_when(f"{word} hours ago", now) == read_when(f"{many}h ago", now)


@given(st.text())
@settings(max_examples=100)
def test_quotations_are_short_and_printable(text: str) -> None:
    assert len(shorten(text)) <= 40
    assert shorten(text).isprintable()


def test_the_import_is_light() -> None:
    code = "import sys, tui.rules.dates as d; assert not {'parsedatetime', 'pendulum'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("typed", "order", "day"),
    [
        ("5/12", "day first", dt.date(2026, 12, 5)),
        ("5/12", "month first", dt.date(2027, 5, 12)),
        ("5/12/2026", "month first", dt.date(2026, 5, 12)),
        ("05-12-2026", "day first", dt.date(2026, 12, 5)),
        ("25/12", "month first", dt.date(2026, 12, 25)),
        ("2026-05-12", "day first", dt.date(2026, 5, 12)),
        ("sat 5/12", "day first", dt.date(2026, 12, 5)),
        ("5/12 9am", "day first", dt.date(2026, 12, 5)),
        ("7/7", "month first", dt.date(2027, 7, 7)),
    ],
)
def test_the_order_of_day_and_month_is_the_users(typed: str, order: DateOrder, day: dt.date) -> None:
    now = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
    assert read_when(typed, now, order=order).day == day


def test_without_an_order_two_readings_are_refused() -> None:
    now = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
    with pytest.raises(NotADate, match="could be"):
        read_when("5/12", now)


def test_a_promise_goes_by_the_order_too() -> None:
    now = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
    assert find_when("send the deck by 5/12", now, order="day first") == (
        "send the deck",
        When(dt.date(2026, 12, 5)),
    )
