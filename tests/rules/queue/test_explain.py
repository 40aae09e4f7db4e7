"""The reckoning of one person: it agrees with the queue for everybody, and names what hides them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given, settings

from tests.rules.making import NOW, TODAY, days_ago, deferral, event, person, step, touch
from tests.rules.queue.histories import histories
from tui.model.network import Network
from tui.rules.queue.explain import Reckoning, explain, explain_in
from tui.rules.queue.ranking import Queue, queue


def explained(*records: Any, uid: str = "maya") -> Reckoning:
    held = Network(records)
    return explain(held, held.contacts[uid], NOW)


def test_the_clock_the_interval_and_the_ratio_are_all_there() -> None:
    found = explained(person(tier="close"), touch(ago=70))
    clock = found.clock
    assert (clock.start, clock.start_from, clock.base, clock.own) == (days_ago(70), "touch", 60, False)
    assert clock.interval == 60 * clock.spread
    assert found.status == "due"
    assert found.standing == "shown"
    assert [(it.where, it.place, it.of) for it in found.rows] == [("today", 1, 1)]
    assert (found.check_ins, found.waiting, found.cap) == (1, 0, 5)


def test_what_hides_a_check_in_and_when_it_can_show_again() -> None:
    due = person(tier="inner", deferrals=(deferral("check_in", TODAY + timedelta(days=9)),))
    found = explained(due)
    assert [hide.why for hide in found.hides] == ["put off"]
    assert (found.standing, found.back) == ("hidden", TODAY + timedelta(days=9))
    assert [it.action for it in found.put_off] == ["snooze"]
    open_step = explained(person(tier="inner"), step(due=TODAY + timedelta(days=30)))
    assert (open_step.standing, open_step.back) == ("hidden", None)
    meeting = event("fair", "maya", start=TODAY + timedelta(days=3))
    both_there = explained(person(tier="inner"), meeting)
    assert (both_there.standing, both_there.back) == ("hidden", TODAY + timedelta(days=4))


def test_beyond_the_days_five_not_due_and_never_due() -> None:
    crowd = [person(f"p{number}", tier="inner", name=f"P {number}") for number in range(8)]
    held = Network(crowd)
    found = {uid: explain(held, contact, NOW) for uid, contact in held.contacts.items()}
    assert sorted(it.standing for it in found.values()) == ["more"] * 2 + ["reconnect"] + ["shown"] * 5
    assert {it.waiting for it in found.values()} == {2}
    assert explained(person(), touch(ago=3)).standing == "not due"
    assert explained(person(tier="ambient"), touch(ago=3)).standing == "never due"
    assert explained(person(paused=True), touch(ago=3)).standing == "never due"


def test_rows_of_every_kind_are_named_with_their_place() -> None:
    promise = step(due=days_ago(2))
    found = explained(person(), touch(ago=3), promise)
    assert [(it.row.kind, it.where) for it in found.rows] == [("promise", "today")]
    put_off = person(
        deferrals=(deferral(f"promise:{promise.uid}", TODAY + timedelta(days=2), action="skip"),)
    )
    hidden = explained(put_off, touch(ago=3), promise)
    assert hidden.rows == ()
    assert [it.row for it in hidden.put_off] == [f"promise:{promise.uid}"]


def agrees(found: Queue, held: Network) -> None:
    """Assert that everybody's reckoning says of them what the queue does."""
    parts = {"today": found.rows, "more": found.more, "coming": found.coming, "lapsed": found.lapsed}
    seen: dict[str, list[Any]] = {name: [None] * len(rows) for name, rows in parts.items()}
    for contact in held.contacts.values():
        told = explain_in(found, held, contact, NOW)
        for placed in told.rows:
            assert seen[placed.where][placed.place - 1] is None
            seen[placed.where][placed.place - 1] = placed.row
            assert placed.of == len(parts[placed.where])
        rows = {placed.row.kind: placed for placed in told.rows}
        check_in = rows.get("check_in")
        if check_in is not None:
            assert not told.hides
            assert (check_in.row.ratio, check_in.row.due) == (told.clock.ratio, told.clock.due)
            assert check_in.row.status == told.status
        elif told.clock.ratio >= 0.75 and "reconnect" not in rows:
            # Whoever is due and does not show is told why.
            assert told.hides
            assert told.standing in ("hidden", "never due")
        assert (told.standing == "shown") == (check_in is not None and check_in.where == "today")
    for name, rows_of_part in parts.items():
        assert seen[name] == list(rows_of_part)


@settings(max_examples=150)
@given(histories())
def test_it_agrees_with_the_queue_for_everybody(records: list[Any]) -> None:
    held = Network(records)
    agrees(queue(held, NOW), held)


@settings(max_examples=100)
@given(histories())
def test_the_day_it_names_is_the_day_it_shows(records: list[Any]) -> None:
    # Without what is still to come, by which every day may turn out otherwise.
    left_out = ("Event", "FollowUp", "Introduction")
    past = [it for it in records if type(it).__name__ not in left_out and getattr(it, "day", TODAY) <= TODAY]
    held = Network(past)
    for contact in held.contacts.values():
        told = explain(held, contact, NOW)
        if told.back is None or told.back <= TODAY:
            continue
        on = NOW + (told.back - TODAY)
        before = queue(held, on - timedelta(days=1))
        assert not any(
            row.contact == contact.uid and row.kind == "check_in" for row in (*before.rows, *before.more)
        )
        after = queue(held, on)
        assert any(
            row.contact == contact.uid and row.kind in ("check_in", "reconnect")
            for row in (*after.rows, *after.more)
        )
