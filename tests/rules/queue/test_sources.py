"""Rule 4: the order; promises, introductions and milestones."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.rules.making import (
    BERLIN,
    NOW,
    TODAY,
    days_ago,
    due,
    event,
    introduction,
    person,
    rows,
    step,
    touch,
)
from tui.actions.follow_ups import done
from tui.model.network import Network
from tui.model.records import Milestone, Step
from tui.rules.queue.ranking import queue
from tui.rules.queue.rows import Row

# Rule 4: the order


def test_rule_4_kinds_come_in_their_order() -> None:
    birthday = Milestone(label="birthday", month=11, day=24)
    people = [
        person("reka", tier="ambient"),
        person("check", tier="close"),
        person("party", tier="wide", milestones=(birthday,), met_day=days_ago(3)),
        person("wait", met_day=days_ago(3)),
        person("tomas", met_day=days_ago(3)),
        person("after", met_day=days_ago(3)),
        person("maya", met_day=days_ago(3)),
        person("nils", met_day=days_ago(3)),
    ]
    records = [
        *people,
        touch("reka", ago=2000),
        step("waiting", "wait", due=days_ago(6)),
        introduction(first="tomas", second="nils", added=days_ago(9)),
        event("meetup", "after", start=days_ago(2)),
        step("promise", "maya", due=TODAY),
    ]
    assert [row.kind for row in due(*records).rows] == [
        "promise",
        "follow_up",
        "introduction",
        "waiting",
        "milestone",
        "check_in",
        "reconnect",
    ]


def test_rule_4_promises_are_due_on_their_day_and_overdue_after() -> None:
    maya = person(met_day=TODAY)
    assert [row.status for row in rows(maya, step(due=TODAY))] == ["due"]
    assert [row.status for row in rows(maya, step(due=days_ago(1)))] == ["overdue"]


def test_rule_4_a_promise_not_yet_due_is_only_coming() -> None:
    found = due(person(met_day=TODAY), step(due=days_ago(-14)))
    assert not found.rows
    assert [(row.kind, row.status, row.due) for row in found.coming] == [("promise", "soon", days_ago(-14))]
    assert not due(person(met_day=TODAY), step(due=days_ago(-15))).coming


def test_rule_4_a_promise_without_a_date_is_due_a_week_after_it_was_made() -> None:
    maya = person(met_day=TODAY)
    assert not rows(maya, step(made=days_ago(6)))
    assert [(row.due, row.status) for row in rows(maya, step(made=days_ago(7)))] == [(TODAY, "due")]
    assert [(row.due, row.status) for row in rows(maya, step())] == [(None, "due")]


@pytest.mark.parametrize(
    ("dates", "shows"),
    [({"due": 4}, False), ({"due": 5}, True), ({"made": 11}, False), ({"made": 12}, True)],
)
def test_rule_4_their_promise_shows_from_5_days_past_its_date(dates: dict[str, int], shows: bool) -> None:
    fields: dict[str, Any] = {name: days_ago(days) for name, days in dates.items()}
    found = due(person(met_day=TODAY), step("waiting", **fields))
    assert [row.kind for row in found.rows] == (["waiting"] if shows else [])
    assert not found.coming


def test_rule_4_closed_steps_are_gone() -> None:
    maya = person(met_day=TODAY)
    assert not rows(
        maya, step(due=days_ago(3), status="done"), step("waiting", due=days_ago(9), status="dropped")
    )


def test_rule_4_check_ins_by_ratio_up_to_3_then_tier_then_name() -> None:
    people = [
        person("a", name="Zoë Arden", tier="inner"),
        person("b", name="Emil Roy", tier="close"),
        person("c", name="Émil Ray", tier="close", added=days_ago(250)),
        person("d", name="Ana Gil", tier="wide", added=days_ago(400)),
        person("e", name="Abel Gil", tier="inner", added=days_ago(50)),
    ]
    # The first three are far past 3 intervals, which counts as 3: then tier, then name.
    assert [row.contact for row in rows(*people, kind="check_in")] == ["a", "c", "b", "e", "d"]


def test_rule_4_promises_go_by_date_and_never_tie() -> None:
    maya, tomas = person(met_day=TODAY), person("tomas", met_day=TODAY, name="Maya Lin", tier="inner")
    held = [
        step(uid="p1", due=days_ago(2)),
        step(uid="p2", due=days_ago(5)),
        step(uid="p3", due=days_ago(2)),
        step(uid="p4", contact="tomas", due=days_ago(2)),
    ]
    expected = ["p2", "p4", "p1", "p3"]
    assert [row.follow_up for row in rows(maya, tomas, *held)] == expected
    assert [row.follow_up for row in rows(*reversed(held), tomas, maya)] == expected


@pytest.mark.parametrize(
    ("status", "days", "contact"),
    [
        ("idea", 7, "maya"),
        ("asked first", 5, "tomas"),
        ("asked second", 5, "maya"),
        ("introduced", 21, "maya"),
    ],
)
def test_rule_4_introductions_move_on(status: Any, days: int, contact: str) -> None:
    people = [person(met_day=TODAY), person("tomas", met_day=TODAY)]

    def shown(ago: int) -> list[Any]:
        steps = () if status == "idea" else (Step(status=status, day=days_ago(ago)),)
        added = days_ago(ago if status == "idea" else 300)
        return rows(*people, introduction(status=status, steps=steps, added=added))

    assert not shown(days - 1)
    assert [(row.contact, row.due, row.status) for row in shown(days)] == [(contact, TODAY, "due")]
    assert [row.status for row in shown(days + 1)] == ["overdue"]


@pytest.mark.parametrize("status", ["came of it", "declined"])
def test_rule_4_introductions_that_are_over_are_gone(status: Any) -> None:
    people = [person(met_day=TODAY), person("tomas", met_day=TODAY)]
    over = introduction(status=status, steps=(Step(status=status, day=days_ago(90)),))
    assert not rows(*people, over)


def test_rule_4_an_introduction_with_somebody_archived_rests() -> None:
    people = [person(met_day=TODAY), person("tomas", archived=True)]
    assert not rows(*people, introduction(added=days_ago(90)))


# Milestones


def birthday(month: int, day: int, **fields: Any) -> Milestone:
    return Milestone(label="birthday", month=month, day=day, **fields)


def milestone_rows(milestone: Milestone, now: datetime = NOW, **fields: Any) -> list[Any]:
    return rows(person(met_day=now.date(), milestones=(milestone,), **fields), now=now)


def test_milestones_of_the_next_7_days_show() -> None:
    assert [(row.due, row.status) for row in milestone_rows(birthday(11, 21))] == [(TODAY, "due")]
    assert [(row.key, row.status) for row in milestone_rows(birthday(11, 28))] == [
        ("milestone:birthday:2026", "soon")
    ]
    assert not milestone_rows(birthday(11, 29))
    assert not milestone_rows(birthday(11, 20))


def test_milestones_reach_over_the_year() -> None:
    now = datetime(2026, 12, 29, 9, tzinfo=BERLIN)
    found = milestone_rows(birthday(1, 2, year=1990), now)
    assert [(row.key, row.due) for row in found] == [("milestone:birthday:2027", date(2027, 1, 2))]


def test_milestones_of_29_february_are_kept_on_the_28th_in_other_years() -> None:
    found = milestone_rows(birthday(2, 29), datetime(2027, 2, 27, 9, tzinfo=BERLIN))
    assert [row.due for row in found] == [date(2027, 2, 28)]
    found = milestone_rows(birthday(2, 29), datetime(2028, 2, 27, 9, tzinfo=BERLIN))
    assert [row.due for row in found] == [date(2028, 2, 29)]
    assert not milestone_rows(birthday(2, 29), datetime(2027, 3, 1, 9, tzinfo=BERLIN))


def test_milestones_go_by_the_date_where_the_contact_lives() -> None:
    late = datetime(2026, 11, 21, 23, tzinfo=BERLIN)
    found = milestone_rows(birthday(11, 22), late, timezone="Asia/Tokyo")
    assert [row.status for row in found] == ["due"]
    early = datetime(2026, 11, 22, 1, tzinfo=BERLIN)
    found = milestone_rows(birthday(11, 21), early, timezone="America/Los_Angeles")
    assert [row.status for row in found] == ["due"]
    assert not milestone_rows(birthday(11, 21), early, timezone="No/Such")


def test_milestones_muted_archived_over_or_impossible_do_not_show() -> None:
    assert not milestone_rows(birthday(11, 24), muted_milestones=True)
    assert not milestone_rows(birthday(11, 24), archived=True)
    assert not milestone_rows(birthday(11, 24, once=True, year=2025))
    assert milestone_rows(birthday(11, 24, once=True, year=2026))
    assert not milestone_rows(birthday(13, 24))
    assert not milestone_rows(birthday(11, 24, year=2027))


def test_a_new_position_that_an_import_brought_shows_for_two_weeks() -> None:
    def shown(ago: int, label: str = "new position at Acme", **fields: Any) -> list[Row]:
        day = days_ago(ago)
        news = Milestone(label=label, month=day.month, day=day.day, year=day.year, once=True)
        return rows(person(milestones=(news,), tier="ambient", **fields), kind="milestone")

    assert [it.status for it in shown(0)] == ["due"]
    assert [it.status for it in shown(14)] == ["due"]
    assert shown(15) == []
    assert shown(3, label="moves to Lisbon") == []
    assert shown(3, muted_milestones=True) == []


def test_a_new_position_greeted_once_does_not_come_again() -> None:
    news = Milestone(label="new position at Acme", month=11, day=18, year=2026, once=True)
    network = Network([person(milestones=(news,), tier="ambient")])
    (row,) = queue(network, NOW).rows
    network.apply(done(network, row, NOW, channel="message", summary="congratulated"))
    for later in range(13):
        assert not queue(network, NOW + timedelta(days=later)).rows
