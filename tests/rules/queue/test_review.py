"""The weekly review: what is in it, when it offers itself, and where it goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
from hypothesis import given, settings

from tests.rules.making import NOW, TODAY, days_ago, event, person, step, touch
from tests.rules.queue.histories import histories
from tui.actions.review import begin, pass_over, tick
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Goal
from tui.rules.queue.review import PARTS, Review, done_parts, is_offered, monday_of, review

SATURDAY = NOW
"""The day of `NOW`."""


def found(*records: Any) -> Review:
    return review(Network(records), NOW)


def keys(records: tuple[Any, ...], part: Any) -> list[str]:
    return [item.key for item in found(*records).of(part)]


def test_promises_both_ways_until_the_end_of_next_week() -> None:
    mine = step(due=TODAY + timedelta(days=8), uid="mine")
    theirs = step("waiting", due=days_ago(1), uid="theirs")
    later = step(due=TODAY + timedelta(days=9), uid="later")
    plan = step("follow_up", due=TODAY, uid="plan")
    assert keys((person(), theirs, later, mine, plan), "promises") == ["step mine", "step theirs"]


def test_promises_kept_this_week_are_counted() -> None:
    kept = step(uid="kept", status="done", closed=days_ago(2))
    before = step(uid="before", status="done", closed=days_ago(8))
    dropped = step(uid="dropped", status="dropped", closed=days_ago(2))
    assert found(person(), kept, before, dropped).kept == 1


def test_one_or_two_people_with_whom_nothing_is_due() -> None:
    close = [person(f"p{place}", tier="close") for place in range(4)]
    touches = [touch(f"p{place}", 30) for place in range(4)]
    records = (*close, *touches)
    chosen = keys(records, "people")
    assert len(chosen) == 2
    # Writing to one brings no third.
    one = chosen[0].removeprefix("person ")
    wrote = touch(one, 0, uid="wrote")
    items = found(*records, wrote).of("people")
    assert [item.key for item in items] == chosen
    assert [item.done for item in items] == [True, False]


def test_nobody_who_is_due_busy_paused_or_was_seen_lately() -> None:
    assert keys((person(tier="close"), touch(ago=80)), "people") == []
    assert keys((person(tier="close"), touch(ago=10)), "people") == []
    assert keys((person(tier="close", paused=True), touch(ago=30)), "people") == []
    assert keys((person(tier="ambient"), touch(ago=30)), "people") == []
    assert keys((person(tier="close"), touch(ago=30), step(due=TODAY)), "people") == []
    assert keys((person(tier="close"),), "people") == []


def test_events_that_are_not_ready_and_those_to_debrief() -> None:
    todo = (ChecklistItem(text="charge the phone"),)
    soon = event("soon", start=TODAY + timedelta(days=5), checklist=todo, goals=(Goal(text="talk"),))
    ready = event("ready", start=TODAY + timedelta(days=5), goals=(Goal(text="talk"),))
    far = event("far", start=TODAY + timedelta(days=15))
    over = event("over", "maya", start=days_ago(1))
    assert keys((person(), soon, ready, far, over), "events") == ["debrief over", "event soon"]


def test_people_who_came_in_bulk() -> None:
    crowd = tuple(person(f"p{place}", tier="ambient", source="linkedin") for place in range(3))
    (item,) = found(*crowd).of("triage")
    assert item.number == 3
    assert keys((person(tier="ambient", source="form"),), "triage") == []


def test_it_offers_itself_from_friday_once_a_week() -> None:
    held = Network([person(), step(due=TODAY)])
    friday = NOW - timedelta(days=1)
    assert is_offered(held, NOW)
    assert is_offered(held, friday)
    assert not is_offered(held, friday - timedelta(days=1))
    assert not is_offered(Network([person()]), NOW)
    held.apply(pass_over(held, NOW))
    assert not is_offered(held, NOW)
    assert is_offered(held, NOW + timedelta(days=7))


def test_a_review_with_nothing_in_it_is_not_offered() -> None:
    assert not is_offered(Network([person(), touch(ago=3)]), NOW)
    assert is_offered(Network([person(tier="close"), touch(ago=30)]), NOW), "a word without a reason"
    assert not is_offered(Network([person(tier="close"), touch(ago=30), touch(ago=0, uid="now")]), NOW), (
        "it was sent"
    )
    bulk = Network([person(tier="ambient", source="linkedin")])
    assert is_offered(bulk, NOW)
    bulk.apply(tick(bulk, "triage", NOW))
    assert not is_offered(bulk, NOW)


def test_it_goes_on_where_it_stopped_and_begins_anew_next_week() -> None:
    held = Network([person(), step(due=TODAY), person("kofi", tier="close"), touch("kofi", 30)])
    tuesday = NOW - timedelta(days=4)
    held.apply(begin(held, tuesday))
    held.apply(tick(held, "promises", tuesday))
    # Once begun it offers itself on any day.
    assert is_offered(held, tuesday)
    assert review(held, NOW).stopped_at == "people"
    held.apply(tick(held, "promises", NOW))
    assert review(held, NOW).stopped_at == "promises"
    for part in PARTS:
        held.apply(tick(held, part, NOW))
    assert review(held, NOW).stopped_at is None
    assert not is_offered(held, NOW)
    assert done_parts(held.meta, (NOW + timedelta(days=2)).date()) == ()
    assert not begin(held, NOW)


@settings(max_examples=60)
@given(histories())
def test_any_history_gives_a_review_with_nothing_twice(records: list[Any]) -> None:
    told = review(Network(records), NOW)
    assert told == review(Network(list(reversed(records))), NOW) or len(told.items) > 1
    names = [item.key for item in told.items]
    assert len(names) == len(set(names))
    assert len(told.of("people")) <= 2
    assert told.monday == monday_of(TODAY)
    held = Network([msgspec.structs.replace(it) for it in records])
    for item in told.items:
        assert not item.contact or not held.contacts[item.contact].archived


def test_somebody_expected_at_an_event_does_not_matter_here() -> None:
    fair = event("fair", start=TODAY + timedelta(days=3), people=(Attendee(contact="maya"),))
    assert keys((person(tier="close"), touch(ago=30), fair), "events") == ["event fair"]
