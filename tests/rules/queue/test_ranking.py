"""Rules 1 to 3 and 6 to 8: who is in the queue, and what hides them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.rules.making import (
    NOW,
    TODAY,
    days_ago,
    deferral,
    due,
    event,
    introduction,
    keys,
    person,
    rows,
    step,
    touch,
)
from tui.model.network import Network
from tui.model.records import Attendee
from tui.rules.queue.ranking import hides, queue

# Rule 1: computed when read


def test_rule_1_reading_the_queue_changes_nothing_and_gives_the_same_again() -> None:
    held = Network([person(tier="close"), step(due=days_ago(3))])
    before = list(held.records())
    assert queue(held, NOW) == queue(held, NOW)
    assert list(held.records()) == before


# Rules 2 and 3: check-ins


@pytest.mark.parametrize(
    ("share", "status"), [(0.74, None), (0.76, "soon"), (1.01, "due"), (1.49, "due"), (1.51, "overdue")]
)
def test_rule_3_soon_due_and_overdue(share: float, status: str | None) -> None:
    maya = person(interval=1000, added=None)
    interval = 1000 * 176.2502 / 180
    found = due(maya, touch(ago=round(interval * share)))
    listed = [*found.rows, *found.coming]
    assert [(row.kind, row.status) for row in listed] == ([("check_in", status)] if status else [])
    assert bool(found.coming) == (status == "soon")


def test_rule_2_a_logged_touch_takes_the_check_in_away() -> None:
    maya = person(tier="close")
    assert keys(due(maya)) == [("maya", "check_in")]
    assert not due(maya, touch(ago=0)).rows
    assert keys(due(maya, touch(ago=0, attempt=True))) == [("maya", "check_in")]
    assert keys(due(maya, touch(ago=40, attempt=True))) == [("maya", "check_in")]


def test_rule_3_somebody_never_contacted_appears() -> None:
    assert keys(due(person(tier="close", added=None))) == [("maya", "check_in")]


# Rule 6: putting off


def test_rule_6_put_off_until_a_day_and_back_on_it_with_the_true_ratio() -> None:
    maya = person(tier="close", added=days_ago(90))
    snoozed = person(tier="close", added=days_ago(90), deferrals=(deferral("check_in", days_ago(-3)),))
    assert rows(maya)
    assert not rows(snoozed)
    back = NOW + timedelta(days=3)
    assert not rows(snoozed, now=back - timedelta(days=1))
    assert [(row.ratio, row.due) for row in rows(snoozed, now=back)] == [
        (row.ratio, row.due) for row in rows(maya, now=back)
    ]


@pytest.mark.parametrize(
    ("key", "records"),
    [
        ("promise:promise maya", [step(due=days_ago(3))]),
        ("waiting:waiting maya", [step("waiting", due=days_ago(9))]),
        ("step:follow_up maya", [step("follow_up", due=TODAY)]),
        ("follow_up:meetup", [event("meetup", "maya", start=days_ago(3))]),
        ("introduction:intro", [introduction(added=days_ago(20)), person("tomas", met_day=TODAY)]),
    ],
)
def test_rule_6_any_row_can_be_put_off(key: str, records: list[Any]) -> None:
    maya = person(met_day=TODAY)
    assert keys(due(maya, *records)) == [("maya", key)]
    hidden = person(met_day=TODAY, deferrals=(deferral(key, days_ago(-2)),))
    assert not due(hidden, *records).rows
    back = due(hidden, *records, now=NOW + timedelta(days=2))
    assert keys(back) == [("maya", key)]
    assert back.rows[0].puts_off == 1


def test_rule_6_snoozes_and_skips_in_a_row_are_counted() -> None:
    def counted(*actions: str, records: tuple[Any, ...] = ()) -> int:
        put_offs = tuple(
            deferral("check_in", days_ago(90 - i), days_ago(91 - i), action)
            for i, action in enumerate(actions)
        )
        return rows(person(tier="inner", deferrals=put_offs), *records)[0].puts_off

    assert counted("snooze", "skip", "snooze") == 3
    assert counted("snooze", "attempted", "skip") == 1
    assert counted("snooze", "skip", "attempted") == 0
    assert counted("snooze", "skip", "snooze", records=(touch(ago=90),)) == 1
    assert counted("snooze", "skip", "snooze", records=(touch(ago=60),)) == 0


def test_rule_6_paused_until_you_end_it_but_promises_stand() -> None:
    paused = person(tier="inner", paused=True)
    assert not rows(paused)
    assert [row.kind for row in rows(paused, step(due=TODAY))] == ["promise"]


# Rule 7: what hides a check-in


@pytest.mark.parametrize("kind", ["promise", "waiting", "follow_up"])
def test_rule_7_a_dated_open_step_hides_the_check_in(kind: Any) -> None:
    maya = person(tier="inner")
    assert not rows(maya, step(kind, due=days_ago(-40)), kind="check_in")
    assert rows(maya, step(kind, due=days_ago(-40), status="done"), kind="check_in")
    assert rows(maya, step(kind), kind="check_in")


def test_rule_7_an_event_within_14_days_with_both_of_you_hides_the_check_in() -> None:
    maya = person(tier="inner")
    people = (Attendee(contact="maya"),)
    assert not rows(maya, event("fair", start=days_ago(-14), people=people))
    assert rows(maya, event("fair", start=days_ago(-15), people=people))
    assert rows(maya, event("fair", start=days_ago(-14), people=people, cancelled=True))
    assert rows(maya, event("fair", start=days_ago(-14)))
    assert not rows(maya, event("fair", start=days_ago(1), end=days_ago(-1), people=people))
    assert rows(maya, event("fair", start=days_ago(1), people=people))


def test_rule_7_what_hides_somebody_can_be_told() -> None:
    maya = person(tier="ambient", paused=True, deferrals=(deferral("check_in", days_ago(-5)),))
    fair = event("fair", start=days_ago(-3), people=(Attendee(contact="maya"),))
    found = hides(Network([maya, fair, step(due=TODAY)]), maya, NOW)
    assert [(hide.why, hide.until) for hide in found] == [
        ("paused", None),
        ("ambient", None),
        ("put off", days_ago(-5)),
        ("step", TODAY),
        ("event", days_ago(-3)),
    ]
    assert not hides(Network([person()]), person(), NOW)


# Rule 8: five a day


def crowd(size: int = 8) -> list[Any]:
    return [person(f"p{i}", tier="close", added=days_ago(90 + i)) for i in range(size)]


def test_rule_8_at_most_5_check_ins_a_day_and_the_rest_as_more() -> None:
    found = due(*crowd())
    assert len(found.rows) == 5
    assert len(found.more) == 3
    assert min(row.ratio for row in found.rows) >= max(row.ratio for row in found.more)


def test_rule_8_done_is_done_no_sixth_moves_up_on_the_same_day() -> None:
    first = [row.contact for row in due(*crowd()).rows]
    found = due(*crowd(), touch(first[0]), touch(first[3]))
    assert [row.contact for row in found.rows] == [first[1], first[2], first[4]]
    assert len(found.more) == 3
    tomorrow = due(*crowd(), touch(first[0]), touch(first[3]), now=NOW + timedelta(days=1))
    assert len([row for row in tomorrow.rows if row.kind == "check_in"]) == 5


def test_rule_8_what_is_put_off_today_frees_no_place_either() -> None:
    first = due(*crowd()).rows[0].contact
    people = [
        person(it.uid, tier="close", added=it.added, deferrals=(deferral("check_in", days_ago(-2), TODAY),))
        if it.uid == first
        else it
        for it in crowd()
    ]
    found = due(*people)
    assert (len(found.rows), len(found.more)) == (4, 3)


def test_rule_8_one_taken_from_the_rest_leaves_the_days_five() -> None:
    start = due(*crowd())
    found = due(*crowd(), touch(start.more[0].contact))
    assert found.rows == start.rows
    assert found.more == start.more[1:]


def test_rule_8_what_is_closed_or_planned_today_brings_no_sixth() -> None:
    people = crowd()
    top = due(*people).rows[0].contact
    promised = step(contact=top, due=days_ago(4), made=days_ago(9))
    morning = due(*people, promised)
    assert [row.kind for row in morning.rows] == ["promise"] + ["check_in"] * 5
    kept = step(contact=top, due=days_ago(4), made=days_ago(9), status="done", closed=TODAY)
    assert due(*people, kept, touch(top)).rows == morning.rows[1:]

    let_go = due(*people, kept)
    assert let_go.rows == morning.rows[1:]
    assert top in [row.contact for row in let_go.more]

    planned = step(contact=top, due=days_ago(-4), made=TODAY)
    assert due(*people, planned).rows == due(*people).rows[1:]
    fair = event("fair", start=days_ago(-4), people=(Attendee(contact=top),), added=TODAY)
    assert due(*people, fair).rows == due(*people).rows[1:]


def test_rule_8_a_place_that_was_free_this_morning_is_filled() -> None:
    people = crowd(2)
    let_go = step(contact="p0", due=days_ago(4), made=days_ago(9), status="dropped", closed=TODAY)
    found = due(*people, let_go)
    assert [row.contact for row in found.rows] == ["p1", "p0"]
    assert not found.more


def test_rule_8_promises_are_not_counted() -> None:
    promises = [step(contact=f"p{i}") for i in range(8)]
    assert len(rows(*crowd(), *promises, kind="promise")) == 8
