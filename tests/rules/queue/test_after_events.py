"""Rule 5: what follows an event; debriefs and what comes next."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.rules.making import (
    BERLIN,
    NOW,
    TODAY,
    days_ago,
    deferral,
    due,
    event,
    person,
    rows,
    step,
    touch,
)
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem
from tui.rules.queue.ranking import debriefs, missed_follow_ups, next_event, preparation, queue

# Rule 5: after an event


def after(hours: float, *records: Any, zone: ZoneInfo = BERLIN) -> list[Any]:
    """Rows so many hours after an evening of 18 November that ended at 21:00 in Berlin."""
    now = datetime(2026, 11, 18, 20, tzinfo=ZoneInfo("UTC")) + timedelta(hours=hours)
    evening = event(
        "meetup",
        "maya",
        start=date(2026, 11, 18),
        start_time=time(18),
        end_time=time(21),
        timezone="Europe/Berlin",
    )
    maya = person(met_day=days_ago(100))
    found = queue(Network([maya, evening, *records]), now.astimezone(zone))
    return [row for row in found.rows if row.kind == "follow_up"]


@pytest.mark.parametrize(
    ("hours", "status"),
    [(0, "soon"), (23.9, "soon"), (24, "due"), (47.9, "due"), (48, "amber"), (72, "red"), (335.9, "red")],
)
def test_rule_5_statuses_by_hours_since_the_end(hours: float, status: str) -> None:
    assert [(row.status, row.key) for row in after(hours)] == [(status, "follow_up:meetup")]
    assert [row.status for row in after(hours, zone=ZoneInfo("Asia/Tokyo"))] == [status]


def test_rule_5_nothing_before_the_end_or_after_14_days() -> None:
    assert not after(-0.1)
    assert not after(14 * 24)


def test_rule_5_lapsed_counts_as_missed_and_returns_to_the_rhythm() -> None:
    maya = person(tier="inner")
    held = Network([maya, event("meetup", "maya", start=days_ago(20))])
    found = queue(held, NOW)
    assert not found.rows
    assert [(row.contact, row.event) for row in found.lapsed] == [("maya", "meetup")]
    assert [(it.contact, it.event.uid) for it in missed_follow_ups(held, NOW)] == [("maya", "meetup")]
    later = queue(held, NOW + timedelta(days=14))
    assert [row.kind for row in later.rows] == ["check_in"]
    assert not later.lapsed
    assert missed_follow_ups(held, NOW + timedelta(days=14))


def test_rule_5_a_touch_after_the_event_does_it() -> None:
    assert not after(30, touch(day=date(2026, 11, 19), channel="message"))
    assert not after(30, touch(day=date(2026, 11, 19), channel="in person"))
    assert not after(30, touch(day=date(2026, 11, 18), channel="email"))
    moment = datetime(2026, 11, 18, 21, 30, tzinfo=BERLIN)
    assert not after(30, touch(day=date(2026, 11, 18), at=moment, channel="in person"))


def test_rule_5_what_happened_at_or_before_the_event_does_not() -> None:
    assert after(30, touch(day=date(2026, 11, 18), channel="in person"))
    assert after(30, touch(day=date(2026, 11, 19), event="meetup", channel="message"))
    assert after(30, touch(day=date(2026, 11, 17), channel="email"))
    assert after(30, touch(day=date(2026, 11, 19), attempt=True))
    moment = datetime(2026, 11, 18, 20, 30, tzinfo=BERLIN)
    assert after(30, touch(day=date(2026, 11, 18), at=moment, channel="email"))


def test_rule_5_only_for_people_met_and_known() -> None:
    maya = person(met_day=TODAY)
    expected = event("meetup", people=(Attendee(contact="maya"), Attendee(contact="gone", outcome="met")))
    assert not rows(maya, expected)
    assert not rows(maya, event("meetup", "maya", cancelled=True))
    assert not rows(person(archived=True), event("meetup", "maya"))
    assert rows(person(paused=True), event("meetup", "maya"))


def test_rule_5_one_per_person_though_met_twice() -> None:
    maya = person(met_day=TODAY)
    found = rows(
        maya, event("fair", "maya", start=days_ago(6)), event("meetup", "maya", "maya", start=days_ago(1))
    )
    assert [row.event for row in found] == ["meetup"]


def test_rule_5_a_dated_step_for_that_event_takes_its_place() -> None:
    maya = person(met_day=TODAY)
    evening = event("meetup", "maya", start=days_ago(4))
    planned = step("follow_up", event="meetup", due=TODAY)
    assert [(row.kind, row.key) for row in rows(maya, evening, planned)] == [
        ("follow_up", "step:follow_up maya")
    ]
    later = step("follow_up", event="meetup", due=days_ago(-3))
    assert not rows(maya, evening, later)
    assert [row.key for row in due(maya, evening, later).coming] == ["step:follow_up maya"]
    assert [row.status for row in rows(maya, step("follow_up", due=days_ago(1)))] == ["overdue"]


def test_rule_5_hours_are_real_hours_when_the_clocks_change() -> None:
    # Berlin set its clocks back at 3:00 on 25 October 2026: that night was an hour longer.
    maya = person(met_day=date(2026, 10, 1))
    evening = event("meetup", "maya", start=date(2026, 10, 24), end_time=time(22), timezone="Europe/Berlin")
    by_the_wall = datetime(2026, 10, 25, 21, 30, tzinfo=BERLIN)
    assert [row.status for row in rows(maya, evening, now=by_the_wall - timedelta(hours=1))] == ["soon"]
    assert [row.status for row in rows(maya, evening, now=by_the_wall)] == ["due"]


def test_rule_5_an_event_ends_in_its_own_zone() -> None:
    maya = person(met_day=date(2026, 11, 1))
    evening = event(
        "meetup", "maya", start=date(2026, 11, 20), end_time=time(20), timezone="America/Los_Angeles"
    )
    assert not rows(maya, evening, now=datetime(2026, 11, 21, 4, 59, tzinfo=BERLIN))
    assert rows(maya, evening, now=datetime(2026, 11, 21, 5, 0, tzinfo=BERLIN))


def test_rule_5_a_word_on_the_evening_itself_counts_though_it_is_the_next_day_at_home() -> None:
    maya = person(met_day=date(2026, 11, 1))
    evening = event(
        "meetup", "maya", start=date(2026, 11, 20), end_time=time(20), timezone="America/Los_Angeles"
    )
    sent = touch(day=date(2026, 11, 20), channel="email")
    assert not rows(maya, evening, sent, now=NOW)


def test_rule_5_an_evening_far_away_that_is_the_day_before_at_home() -> None:
    maya = person(met_day=date(2026, 11, 1))
    talk = event(
        "talk",
        "maya",
        start=date(2026, 11, 20),
        end=date(2026, 11, 21),
        end_time=time(2),
        timezone="Asia/Tokyo",
    )
    assert rows(maya, talk)
    assert not rows(maya, talk, touch(day=date(2026, 11, 20), channel="email"))


def test_rule_5_the_hour_that_comes_twice() -> None:
    maya = person(met_day=date(2026, 10, 1))
    party = event("party", "maya", start=date(2026, 10, 24), end=date(2026, 10, 25), end_time=time(2, 15))
    fifty_minutes_on = datetime(2026, 10, 25, 2, 5, tzinfo=BERLIN, fold=1)
    assert [row.kind for row in rows(maya, party, now=fifty_minutes_on)] == ["follow_up"]
    assert not rows(maya, party, now=fifty_minutes_on.replace(fold=0))


def test_rule_5_a_follow_up_skipped_on_purpose_is_not_missed() -> None:
    put_off = deferral("follow_up:meetup", days_ago(-100), days_ago(19), "skip")
    held = Network([person(deferrals=(put_off,)), event("meetup", "maya", start=days_ago(20))])
    assert not missed_follow_ups(held, NOW)
    assert not queue(held, NOW).lapsed


# Events on top


def test_debriefs_are_asked_for_when_an_event_has_ended() -> None:
    events = [
        event("gone", "maya", start=days_ago(1)),
        event("older", "maya", start=days_ago(60)),
        event("ancient", "maya", start=days_ago(91)),
        event("empty", start=days_ago(14)),
        event("empty too", start=days_ago(15)),
        event("done", "maya", debriefed=True),
        event("off", "maya", cancelled=True),
        event("now", "maya", start=days_ago(1), end=TODAY),
        event("later", "maya", start=days_ago(-2)),
    ]
    assert [it.uid for it in debriefs(Network([person(), *events]), NOW)] == ["gone", "empty", "older"]


def test_next_event_is_the_one_that_runs_or_comes_first() -> None:
    events = [
        event("gone", start=days_ago(1)),
        event("off", start=TODAY, cancelled=True),
        event("fair", start=days_ago(-4)),
        event("talk", start=days_ago(-2), start_time=time(18)),
    ]
    assert getattr(next_event(Network(events), NOW), "uid", None) == "talk"
    running = event("running", start=days_ago(1), end=days_ago(-1))
    assert getattr(next_event(Network([*events, running]), NOW), "uid", None) == "running"
    assert next_event(Network(), NOW) is None


def test_preparation_counts_what_is_to_be_done_before_the_event() -> None:
    items = (
        ChecklistItem(text="ticket", done=True),
        ChecklistItem(text="shoes", due=days_ago(-1)),
        ChecklistItem(text="thanks", due=days_ago(-5)),
    )
    fair = event("fair", start=days_ago(-2), checklist=items)
    assert preparation(fair, TODAY) == (1, 2)
    assert preparation(fair, days_ago(-3)) == (1, 3)
