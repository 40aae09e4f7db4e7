"""Events and goals as they are typed: every field alone, and beside the others."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.model.records import Event, Goal
from tui.rules.entry.event import (
    FIELDS,
    Misfit,
    meaning,
    own_time,
    problem,
    read_event,
    read_link,
    read_time,
    read_topics,
    read_zone,
    typed,
)
from tui.rules.entry.goal import leading_number, read_goal, read_number

NOW = datetime(2026, 11, 24, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
FULL = Event(
    uid="meet",
    name="Grid meet-up",
    kind="conference",
    start=date(2026, 12, 1),
    start_time=time(9),
    end=date(2026, 12, 2),
    end_time=time(17, 30),
    timezone="Europe/Lisbon",
    place="Back room",
    url="https://grid.example/a",
    topics=("open data", "maps"),
    notes="Bring cards.",
    goals=(Goal(text="two talks"),),
    worked="coming early",
)


def read(**values: str) -> Event:
    return read_event({"name": "Meet", "kind": "meet-up", "start": "fri", **values}, NOW)


def refused(**values: str) -> Misfit:
    with pytest.raises(Misfit) as caught:
        read(**values)
    return caught.value


def test_what_is_typed_for_an_event_reads_as_that_event() -> None:
    assert read_event(typed(FULL), NOW, FULL) == FULL


def test_a_new_event_needs_only_name_and_day() -> None:
    event = read()
    assert (event.name, event.kind, event.start) == ("Meet", "meet-up", date(2026, 11, 27))
    assert (event.start_time, event.end, event.end_time, event.timezone) == (None, None, None, "")
    assert read().uid != event.uid
    assert set(typed(None)) == set(FIELDS)


def test_a_time_typed_with_the_day_counts() -> None:
    assert read(start="tomorrow 6pm").start_time == time(18)
    assert read(start="tomorrow 6pm", start_time="18:00").start_time == time(18)
    assert refused(start="tomorrow 6pm", start_time="19:00").field == "start_time"
    assert read(start="fri 18:00", end="fri 21:00").end_time == time(21)


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("18:30", time(18, 30)),
        ("6pm", time(18)),
        ("6:30 pm", time(18, 30)),
        ("9", time(9)),
        ("09", time(9)),
        ("18.30", time(18, 30)),
        ("1830", time(18, 30)),
        ("18h", time(18)),
        ("18h30", time(18, 30)),
        ("noon", time(12)),
        ("0:30", time(0, 30)),
        ("", None),
    ],
)
def test_times_as_people_type_them(text: str, wall: time | None) -> None:
    assert read_time(text, NOW) == wall


@pytest.mark.parametrize(
    "text", ["24:00", "25", "fri 6pm", "in 2 hours", "tomorrow", "18:30 18:30", "x" * 9999]
)
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="not a time of day"):
        read_time(text, NOW)


def test_an_end_after_midnight_is_the_next_day() -> None:
    event = read(start_time="19:00", end_time="1:30")
    assert (event.end, event.end_time) == (event.start + timedelta(days=1), time(1, 30))
    assert refused(start_time="18:00", end_time="8:00").field == "end_time"
    assert refused(start_time="18:00", end_time="18:00").field == "end_time"
    assert refused(start_time="19:00", end_time="1:30", end="fri").field == "end_time"


def test_the_last_day_is_kept_only_where_it_is_another() -> None:
    assert read(end="fri").end is None
    assert read(end="sat").end == date(2026, 11, 28)
    assert read(start_time="18:00", end="sat", end_time="9:00").end_time == time(9)
    wrong = refused(end="today")
    assert wrong.field == "end"
    assert "Fri 27 Nov" in str(wrong)
    assert refused(end_time="18:00").field == "start_time"


def test_zones_by_name_or_city() -> None:
    assert read_zone("lisbon") == "Europe/Lisbon"
    assert read_zone("America/new_york") == "America/New_York"
    assert read_zone("New  York") == "America/New_York"
    assert read_zone("  ") == ""
    with pytest.raises(ValueError, match="Asia/Istanbul, Europe/Istanbul"):
        read_zone("istanbul")
    for text in ("Mars/Base", "../etc/passwd", "[red]", "x" * 9999):
        with pytest.raises(ValueError, match="no time zone"):
            read_zone(text)


def test_links_that_can_be_opened_and_no_others() -> None:
    assert read_link(" https://a.example/x?y=1 ") == "https://a.example/x?y=1"
    assert read_link("grid.example/evening") == "https://grid.example/evening"
    assert read_link("mailto:ama@volta.example") == "mailto:ama@volta.example"
    assert read_link("") == ""
    for text in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "two words",
        "https://",
        "ftp://a.example",
        "x",
    ):
        with pytest.raises(ValueError, match="no link"):
            read_link(text)


def test_topics_with_commas_or_hashes_each_once() -> None:
    assert read_topics("open data, Maps; #storage #maps") == ("open data", "Maps", "storage")
    assert read_topics("c#, f#") == ("c#", "f#")
    assert read_topics(" , ") == ()


def test_the_line_below_a_field() -> None:
    assert meaning("start", "tomorrow 9am", NOW) == "→ Wed 25 Nov 09:00, tomorrow"
    assert meaning("start_time", "6pm", NOW) == "→ 18:00"
    assert meaning("start_time", "18:00", NOW) == ""
    assert meaning("timezone", "lisbon", NOW) == "→ Europe/Lisbon"
    assert meaning("url", "grid.example", NOW) == "→ https://grid.example"
    assert meaning("start", "31 nov", NOW) == ""
    assert problem("start", "31 nov", NOW)
    assert problem("place", "anywhere", NOW) == ""


def test_your_own_time_is_said_only_where_it_differs() -> None:
    values = {"start": "27 nov", "start_time": "9:00", "kind": "virtual"}
    assert own_time(values, NOW) == ""
    assert own_time({**values, "timezone": "Europe/Paris"}, NOW) == ""
    assert "Fri 27 Nov 10:00 for you" in own_time({**values, "timezone": "lisbon"}, NOW)
    assert own_time({**values, "timezone": "mars"}, NOW) == ""


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=40)))
@example({"start": "fri", "start_time": "9", "end_time": "1"})
def test_anything_typed_is_an_event_or_a_sentence(values: dict[str, str]) -> None:
    try:
        event = read_event({"kind": "meet-up", "start": "fri", "name": "x", **values}, NOW)
    except Misfit as reason:
        assert reason.field in FIELDS
        assert str(reason).endswith(".")
    else:
        assert read_event(typed(event), NOW, event) == event


def test_a_number_in_front_of_a_goal_is_its_count() -> None:
    assert read_goal("3 real conversations", "", "") == Goal(text="real conversations", target=3)
    assert read_goal("real conversations", "two", " If a,\nthen b. ").plan == "If a, then b."
    assert read_goal("3 talks", "5", "") == Goal(text="3 talks", target=5)
    assert leading_number("2026 plans") == (None, "2026 plans")
    assert leading_number("0 talks") == (None, "0 talks")
    assert leading_number("3") == (None, "3")


def test_what_was_counted_stays_when_a_goal_is_changed() -> None:
    before = Goal(text="talks", target=3, done=2, plan="If a, then b.")
    assert read_goal("long talks", "4", "", before) == Goal(text="long talks", target=4, done=2)


def test_goals_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="What do you want"):
        read_goal(" \n ", "3", "")
    for text in ("0", "-1", "1000", "many", "1.5", "٣", "9" * 5000):
        with pytest.raises(ValueError, match="How many"):
            read_number(text)
