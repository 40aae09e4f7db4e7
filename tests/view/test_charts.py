"""Pictures in plain characters: as wide as they may be, true to their numbers, told apart without colours."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.cells import width
from tui.view.charts import bar, bars, calendar, meter, sparks
from tui.view.lines import line_width, text_of


@pytest.mark.parametrize(
    ("value", "most", "cells", "long"),
    [(0, 10, 20, 0), (10, 10, 20, 20), (5, 10, 20, 10), (0.01, 10, 20, 1), (3, 0, 20, 0), (3, 9, 0, 0)],
)
def test_a_bar_is_as_long_as_its_value(value: float, most: float, cells: int, long: int) -> None:
    assert len(bar(value, most, cells)) == long


@given(
    st.lists(st.tuples(st.text("aあé🙂", max_size=30), st.integers(0, 10**6)), min_size=1, max_size=8),
    st.integers(24, 120),
)
def test_bars_are_aligned_and_fit(rows: list[tuple[str, int]], cells: int) -> None:
    lines = bars([(name, float(value), f"{value}") for name, value in rows], cells)
    assert len(lines) == len(rows)
    for spans, (_, value) in zip(lines, rows, strict=True):
        assert line_width(spans) <= max(cells, 8 + 4 + 4 + 7)
        assert text_of(spans).endswith(f"  {value}")


def test_nothing_gives_no_bars() -> None:
    assert bars([], 40) == []


def test_a_few_are_no_long_bars_however_wide_the_page() -> None:
    one, two = bars([("mentor", 1, "1"), ("peer", 2, "2")], 150)
    assert (line_width(one), text_of(one).count("▇"), text_of(two).count("▇")) == (27, 8, 16)
    (whole,) = bars([("all of it", 1, "1")], 150, most=1)
    assert (line_width(whole), text_of(whole).count("▇")) == (74, 60)


def test_sparks_tell_nothing_from_little() -> None:
    assert sparks([0, 1, 8, 4]) == "·▂█▅"
    assert sparks([]) == ""


def test_a_calendar_has_a_column_a_week_and_a_row_a_weekday() -> None:
    first, last = dt.date(2026, 11, 2), dt.date(2026, 11, 20)
    shown = [
        text_of(spans) for spans in calendar({first: 1, last: 2, dt.date(2026, 11, 9): 4}, first, last, 60)
    ]
    assert shown[1] == "Mon ░█·"
    assert shown[5] == "Fri ··▒"
    # Saturday of the last week is not over.
    assert shown[6] == "    ·· "
    assert shown[-1] == "    · none   ░ 1   ▒ 2   ▓ 3   █ 4"


def test_without_room_a_calendar_shows_the_latest_weeks() -> None:
    last = dt.date(2026, 11, 22)
    lines = calendar({last: 1}, last - dt.timedelta(days=400), last, 24)
    assert all(width(text_of(spans)) <= 24 for spans in lines[:-1])
    assert text_of(lines[7]).endswith("░")
    assert text_of(lines[0]).startswith("  … ")
    assert "…" not in text_of(calendar({last: 1}, last - dt.timedelta(days=60), last, 24)[0])


def test_months_stand_above_the_weeks_in_which_they_begin() -> None:
    shown = text_of(calendar({}, dt.date(2026, 9, 1), dt.date(2026, 11, 22), 60)[0])
    assert shown.split() == ["Sep", "Oct", "Nov"]
    # The week of 1 October is the fifth from that of 1 September.
    assert shown.index("Oct") - shown.index("Sep") == 4


def test_a_meter_is_full_only_when_all_is_done_and_begun_with_the_first() -> None:
    assert [meter(done, 9) for done in (0, 1, 4, 8, 9, 12)] == [
        "········",
        "▇·······",
        "▇▇▇·····",
        "▇▇▇▇▇▇▇·",
        "▇▇▇▇▇▇▇▇",
        "▇▇▇▇▇▇▇▇",
    ]
    assert meter(1, 0) == ""


def test_days_that_hold_many_are_shaded_by_the_most() -> None:
    first = dt.date(2026, 11, 2)
    by_day = {first: 1, first + dt.timedelta(days=1): 40, first + dt.timedelta(days=2): 21}
    shown = [text_of(spans) for spans in calendar(by_day, first, dt.date(2026, 11, 8), 60)]
    assert [row[4] for row in shown[1:5]] == ["░", "█", "▓", "·"]
    assert shown[-1] == "    · none   ░ 1–10   ▒ 11–20   ▓ 21–30   █ 31–40"
