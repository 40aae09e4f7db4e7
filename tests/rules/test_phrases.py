"""Days and lists as a person says them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.rules import phrases

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("days", "ago", "said"),
    [
        (0, "today", "today"),
        (1, "yesterday", "yesterday"),
        (3, "3 days ago", "on Wednesday"),
        (6, "6 days ago", "last week"),
        (13, "13 days ago", "last week"),
        (14, "2 weeks ago", "two weeks ago"),
        (27, "3 weeks ago", "three weeks ago"),
        (40, "5 weeks ago", "last month"),
        (80, "3 months ago", "in September"),
        (300, "10 months ago", "in January"),
        (365, "1 year ago", "in November last year"),
        (900, "2 years ago", "in June 2024"),
    ],
)
def test_the_past_in_words(days: int, ago: str, said: str) -> None:
    day = TODAY - timedelta(days=days)
    assert phrases.ago(day, TODAY) == ago
    assert phrases.said_past(day, TODAY) == said


@pytest.mark.parametrize(
    ("days", "ahead", "said"),
    [
        (0, "today", "today"),
        (1, "tomorrow", "tomorrow"),
        (3, "in 3 days", "on Tuesday"),
        (20, "in 2 weeks", "on 11 December"),
        (60, "in 2 months", "on 20 January"),
        (400, "in 1 year", "on 26 December 2027"),
    ],
)
def test_what_is_to_come_in_words(days: int, ahead: str, said: str) -> None:
    day = TODAY + timedelta(days=days)
    assert phrases.ahead(day, TODAY) == ahead
    assert phrases.said_ahead(day, TODAY) == said


@given(st.integers(-40_000, 40_000))
def test_any_day_has_words_and_each_way_of_telling_turns_to_the_other(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert phrases.ago(day, TODAY)
    assert phrases.said_past(day, TODAY)
    assert phrases.said_ahead(day, TODAY)
    assert phrases.ago(day, TODAY) == phrases.ahead(day, TODAY)


def test_days_of_another_year_name_it() -> None:
    assert phrases.short_day(date(2026, 11, 27), TODAY) == "Fri 27 Nov"
    assert phrases.short_day(date(2027, 1, 1), TODAY) == "Fri 1 Jan 2027"
    assert phrases.clock_time(time(9, 5)) == "09:05"


def test_days_that_come_round_cannot_be_read_two_ways() -> None:
    assert phrases.yearly_day(12, 4) == "12 Apr"
    assert phrases.yearly_day(12, 6, 2010) == "12 Jun 2010"
    assert phrases.yearly_day(3, 13) == "3 month 13"


def test_lists_and_numbers() -> None:
    assert phrases.listed([]) == ""
    assert phrases.listed(["a"]) == "a"
    assert phrases.listed(["a", "b", "c"]) == "a, b and c"
    assert phrases.listed(["a", "b"], "or") == "a or b"
    assert phrases.count(1, "promise") == "1 promise"
    assert phrases.count(30_000, "person", "people") == "30,000 people"


@given(st.text(), st.integers(1, 60))
def test_clipped_text_keeps_within_its_width(text: str, width: int) -> None:
    assert len(phrases.clipped(text, width)) <= width
