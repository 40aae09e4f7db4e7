from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from math import ceil
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.making import NOW, TODAY, days_ago, deferral, event, introduction, person, step, touch
from tests.rules.queue.histories import histories
from tui.actions import follow_ups as act
from tui.actions.interactions import Refused
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Meta, Milestone, Step
from tui.rules.cadence import interval_days
from tui.rules.queue.fresh_start import away_days, is_offered
from tui.rules.queue.ranking import Row, queue


def state(network: Network) -> dict[str, dict[str, Any]]:
    return {
        name: dict(network.table(name))
        for name in ("meta", "contacts", "interactions", "follow_ups", "introductions")
    }


def first(network: Network, now: Any = NOW) -> Row:
    return queue(network, now).rows[0]


def applied(network: Network, change: Change) -> Network:
    """Apply a change, having seen that its inverse restores everything."""
    before = state(network)
    network.apply(change)
    network.apply(change.inverse())
    assert state(network) == before
    network.apply(change)
    return network


def recent(uid: str = "maya", **fields: Any) -> Any:
    return person(uid, **{"met_day": days_ago(3), **fields})


# Done


def test_rule_6_done_logs_a_touch_with_all_that_was_said_and_the_row_leaves() -> None:
    held = Network([person(tier="close")])
    change = act.done(
        held,
        first(held),
        NOW,
        channel="email",
        summary="the move",
        ask_next="the new flat",
        next_step="send the map",
        next_date=days_ago(-3),
    )
    assert change.words == "Logged an email to Maya Lin"
    applied(held, change)
    (made,) = held.interactions.values()
    assert (made.summary, made.ask_next, made.channel, made.day, made.at) == (
        "the move",
        "the new flat",
        "email",
        TODAY,
        NOW,
    )
    assert [(it.kind, it.text, it.due) for it in held.follow_ups.values()] == [
        ("follow_up", "send the map", days_ago(-3))
    ]
    assert not queue(held, NOW).rows


def test_rule_6_a_promise_kept_is_a_touch_and_closed() -> None:
    held = Network([recent(), step(uid="p", due=days_ago(2))])
    change = act.done(held, first(held), NOW, channel="email")
    assert change.words == "Kept the promise to Maya Lin: send the deck"
    applied(held, change)
    assert (held.follow_ups["p"].status, held.follow_ups["p"].closed) == ("done", TODAY)
    (made,) = held.interactions.values()
    assert (made.gave, made.received, made.attempt) == ("send the deck", "", False)


def test_rule_6_their_promise_kept_is_something_received() -> None:
    held = Network([recent(), step("waiting", uid="w", due=days_ago(9))])
    change = act.done(held, first(held), NOW, channel="email", day=days_ago(1))
    assert change.words == "Maya Lin kept their promise: send the deck"
    applied(held, change)
    (made,) = held.interactions.values()
    assert (made.received, made.day, made.at) == ("send the deck", days_ago(1), None)
    assert held.follow_ups["w"].closed == days_ago(1)


def test_a_promise_closed_meanwhile_is_not_done_twice() -> None:
    held = Network([recent(), step(uid="p", due=TODAY)])
    row = first(held)
    held.apply(act.done(held, row, NOW, channel="email"))
    with pytest.raises(Refused, match="closed meanwhile"):
        act.done(held, row, NOW, channel="email")


@pytest.mark.parametrize("channel", ["email", "in person"])
def test_done_sends_the_word_after_an_event(channel: Any) -> None:
    held = Network([recent(), event("meetup", "maya", start=days_ago(3))])
    assert first(held).kind == "follow_up"
    applied(held, act.done(held, first(held), NOW, channel=channel))
    assert not queue(held, NOW).rows


def test_done_within_the_hours_after_an_event_of_the_same_day_counts() -> None:
    noon = NOW.replace(hour=12).time().replace(tzinfo=None)
    held = Network([recent(), event("meetup", "maya", start=TODAY, end_time=noon)])
    train = NOW.replace(hour=13)
    assert first(held, train).kind == "follow_up"
    applied(held, act.done(held, first(held, train), train, channel="in person"))
    assert not queue(held, train).rows


def test_done_moves_an_introduction_on_step_by_step() -> None:
    held = Network([recent(), recent("tomas", name="Tomas Ek"), introduction(added=days_ago(30))])
    now, said = NOW, []
    for wait in (5, 5, 21, 0):
        row = next(it for it in queue(held, now).rows if it.kind == "introduction")
        change = act.done(held, row, now, channel="email")
        said.append(change.words)
        applied(held, change)
        with pytest.raises(Refused):
            act.done(held, row, now, channel="email")
        now += timedelta(days=wait)
    assert said == [
        "Asked Maya Lin about meeting Tomas Ek",
        "Asked Tomas Ek about meeting Maya Lin",
        "Introduced Maya Lin and Tomas Ek",
        "Asked what came of introducing Maya Lin and Tomas Ek",
    ]
    statuses = [it.status for it in held.introductions["intro"].steps]
    assert statuses == ["asked first", "asked second", "introduced", "came of it"]
    assert [it.contacts for it in held.interactions.values()] == [
        ("maya",),
        ("tomas",),
        ("maya", "tomas"),
        ("maya",),
    ]
    assert not [it for it in queue(held, now + timedelta(days=90)).rows if it.kind == "introduction"]


def test_an_introduction_can_be_declined_and_stays_so() -> None:
    asked = Step(status="asked first", day=days_ago(6))
    held = Network([recent(), recent("tomas"), introduction(status="asked first", steps=(asked,))])
    change = act.decline(held, "intro", NOW)
    applied(held, change)
    assert change.words == "Let the introduction of Maya Lin and Tomas Lin rest"
    assert held.introductions["intro"].steps == (asked, Step(status="declined", day=TODAY))
    assert not queue(held, NOW).rows
    with pytest.raises(Refused, match="over"):
        act.decline(held, "intro", NOW)


def test_a_milestone_greeted_is_done_for_this_year_and_back_the_next() -> None:
    held = Network([recent(milestones=(Milestone(label="birthday", month=11, day=24),))])
    applied(held, act.done(held, first(held), NOW, channel="message"))
    for days in range(8):
        assert not queue(held, NOW + timedelta(days=days)).rows
    next_year = queue(held, NOW.replace(year=2027)).rows
    assert [row.key for row in next_year if row.kind == "milestone"] == ["milestone:birthday:2027"]
    assert next_year[0].puts_off == 0


def test_done_forgets_the_put_offs_of_that_row_only() -> None:
    put_offs = (
        deferral("check_in", days_ago(3), days_ago(9)),
        deferral("promise:p", days_ago(3), days_ago(9)),
    )
    held = Network([person(tier="close", deferrals=put_offs)])
    applied(held, act.done(held, first(held), NOW, channel="call"))
    assert held.contacts["maya"].deferrals == put_offs[1:]


# Snooze, skip, attempted


def test_rule_6_snooze_hides_until_the_day_and_keeps_the_ratio() -> None:
    held, plain = Network([person(tier="close")]), Network([person(tier="close")])
    change = act.snooze(held, first(held), NOW, days_ago(-6))
    assert change.words == "Snoozed Maya Lin until Fri 27 Nov"
    applied(held, change)
    assert not queue(held, NOW + timedelta(days=5)).rows
    back = NOW + timedelta(days=6)
    assert first(held, back).ratio == first(plain, back).ratio
    assert first(held, back).puts_off == 1


def test_snooze_has_to_lie_ahead() -> None:
    held = Network([person(tier="close")])
    for until in (TODAY, days_ago(3)):
        with pytest.raises(Refused, match="not after today"):
            act.snooze(held, first(held), NOW, until)


@pytest.mark.parametrize(
    ("fields", "days"), [({"tier": "inner"}, 21), ({"tier": "close"}, 59), ({"interval": 100}, 98)]
)
def test_rule_6_skip_hides_for_one_interval(fields: dict[str, Any], days: int) -> None:
    held = Network([person(**fields)])
    applied(held, act.skip(held, first(held), NOW))
    assert held.contacts["maya"].deferrals[-1].until == TODAY + timedelta(days=days)
    assert not queue(held, NOW + timedelta(days=days - 1)).rows
    assert first(held, NOW + timedelta(days=days)).kind == "check_in"


def test_rule_6_skip_of_a_reconnect_hides_for_180_days() -> None:
    held = Network([person(tier="ambient"), touch(ago=900)])
    assert first(held).kind == "reconnect"
    applied(held, act.skip(held, first(held), NOW))
    assert not queue(held, NOW + timedelta(days=179)).rows
    assert first(held, NOW + timedelta(days=180)).kind == "reconnect"


def test_rule_6_attempted_hides_for_7_days_and_is_no_touch() -> None:
    held = Network([person(tier="close")])
    ratio = first(held).ratio
    change = act.attempted(held, first(held), NOW, channel="call")
    assert change.words == "Noted that you tried to reach Maya Lin; back in 7 days"
    applied(held, change)
    assert [it.attempt for it in held.interactions.values()] == [True]
    assert not queue(held, NOW + timedelta(days=6)).rows
    back = first(held, NOW + timedelta(days=7))
    assert back.ratio > ratio
    assert back.puts_off == 0


def test_rule_6_three_times_in_a_row_then_as_it_is() -> None:
    held, now = Network([person(tier="inner")]), NOW
    for _ in range(3):
        held.apply(act.snooze(held, first(held, now), now, now.date() + timedelta(days=1)))
        now += timedelta(days=1)
    row = first(held, now)
    assert row.puts_off == 3
    applied(held, act.as_it_is(held, row))
    assert first(held, now).puts_off == 1


# Pace


def test_rule_6_pause_is_until_you_end_it() -> None:
    held = Network([person(tier="inner", deferrals=(deferral("check_in", days_ago(-50)),))])
    change = act.pause(held, held.contacts["maya"])
    assert change.words == "Paused check-ins with Maya Lin"
    applied(held, change)
    assert not queue(held, NOW + timedelta(days=900)).rows
    applied(held, act.resume(held, held.contacts["maya"]))
    assert first(held).kind == "check_in"


def test_a_closer_tier_counts_at_once_and_a_slower_one_stays_hidden() -> None:
    hidden = (deferral("check_in", days_ago(-100)),)
    held = Network([person(tier="active", interval=400, deferrals=hidden)])
    applied(held, act.set_tier(held, held.contacts["maya"], "inner"))
    assert (held.contacts["maya"].tier, held.contacts["maya"].interval) == ("inner", None)
    assert first(held).kind == "check_in"
    held = Network([person(tier="inner", deferrals=hidden * 3)])
    change = act.set_tier(held, held.contacts["maya"], act.slower(held.contacts["maya"]), interval=90)
    assert change.words == "Keeping Maya Lin close, every 90 days"
    applied(held, change)
    assert not queue(held, NOW).rows
    assert first(held, NOW + timedelta(days=100)).puts_off == 1


def test_slower_ends_at_ambient() -> None:
    assert [act.slower(person(tier=it)) for it in ("inner", "close", "active", "wide", "ambient")] == [
        "close",
        "active",
        "wide",
        "ambient",
        "ambient",
    ]


# Promises


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("promise", "Promised Maya Lin: send the deck"),
        ("waiting", "Waiting for Maya Lin: send the deck"),
        ("follow_up", "Planned the next step with Maya Lin: send the deck"),
    ],
)
def test_a_promise_is_made(kind: Any, words: str) -> None:
    held = Network([recent()])
    change = act.add_promise(
        held, NOW, kind=kind, contact="maya", text=" send the deck ", due=days_ago(-3), event="pycon"
    )
    assert change.words == words
    applied(held, change)
    (made,) = held.follow_ups.values()
    assert (made.kind, made.contact, made.text, made.due, made.made, made.event) == (
        kind,
        "maya",
        "send the deck",
        days_ago(-3),
        TODAY,
        "pycon",
    )


def test_a_promise_needs_words_and_somebody() -> None:
    held = Network([recent()])
    with pytest.raises(Refused, match="say what"):
        act.add_promise(held, NOW, kind="promise", contact="maya", text=" ", due=TODAY)
    with pytest.raises(Refused, match="choose somebody"):
        act.add_promise(held, NOW, kind="promise", contact="gone", text="send it")
    assert act.add_promise(held, NOW, kind="follow_up", contact="maya", text="", due=TODAY)


def test_a_promise_moves_with_its_reason_and_shows_on_its_new_day() -> None:
    hidden = (deferral("promise:p", days_ago(-60)), deferral("check_in", days_ago(-60)))
    held = Network([recent(deferrals=hidden), step(uid="p", due=days_ago(2))])
    change = act.move(held, "p", days_ago(-6), " waiting for the print ", NOW)
    assert change.words == "Moved to Fri 27 Nov: send the deck"
    applied(held, change)
    (move,) = held.follow_ups["p"].moves
    assert (move.day, move.before, move.reason) == (TODAY, days_ago(2), "waiting for the print")
    assert held.contacts["maya"].deferrals == hidden[1:]
    assert first(held, NOW + timedelta(days=6)).follow_up == "p"
    assert act.move(held, "p", None, "", NOW).words == "Moved to no fixed day: send the deck"
    assert not act.move(held, "p", days_ago(-6), "", NOW)


def test_a_promise_is_dropped_and_taken_up_again() -> None:
    held = Network([recent(), step(uid="p", due=days_ago(2))])
    applied(held, act.drop(held, "p", NOW))
    assert (held.follow_ups["p"].status, held.follow_ups["p"].closed) == ("dropped", TODAY)
    with pytest.raises(Refused, match="closed meanwhile"):
        act.drop(held, "p", NOW)
    with pytest.raises(Refused, match="closed meanwhile"):
        act.move(held, "p", TODAY, "", NOW)
    applied(held, act.reopen(held, "p"))
    assert (held.follow_ups["p"].status, held.follow_ups["p"].closed) == ("open", None)
    with pytest.raises(Refused, match="open"):
        act.reopen(held, "p")


# Rule 8: fresh start


def backlog(size: int = 23) -> Network:
    people = [person(f"p{i}", tier="close", added=days_ago(90 + i)) for i in range(size)]
    return Network([*people, step(contact="p3", due=days_ago(30)), Meta(uid="meta", opened=days_ago(20))])


def test_rule_8_a_fresh_start_is_offered_after_14_days_away() -> None:
    held = backlog()
    assert away_days(held, TODAY) == 20
    assert is_offered(held, NOW)
    assert not is_offered(held, NOW - timedelta(days=7))
    assert not is_offered(Network([Meta(uid="meta", opened=days_ago(20))]), NOW)
    assert away_days(Network(), TODAY) == 0
    applied(held, act.visited(held, TODAY))
    assert not is_offered(held, NOW)
    assert not act.visited(held, TODAY)
    assert not act.visited(held, days_ago(3))
    assert act.visited(Network(), TODAY)


def test_rule_8_a_fresh_start_spreads_check_ins_and_never_moves_promises() -> None:
    held = backlog()
    before = queue(held, NOW)
    change = act.fresh_start(held, NOW)
    assert change.words == "Made a fresh start: 17 check-ins spread over the coming weeks"
    applied(held, change)
    after = queue(held, NOW)
    assert after.rows == before.rows
    assert not after.more
    assert all(edit.table == "contacts" for edit in change.edits)
    returns = Counter(it.deferrals[-1].until for it in held.contacts.values() if it.deferrals)
    assert max(returns.values()) <= 5
    assert sum(returns.values()) == 17
    assert min(returns) == days_ago(-1)


def test_rule_8_a_fresh_start_leaves_room_for_who_falls_due_anyway() -> None:
    tomorrow = [person(f"own{i}", interval=100) for i in range(5)]
    held = backlog()
    # Each was touched so long ago that the interval ends tomorrow, whatever its spread.
    touches = [touch(it.uid, ago=ceil(interval_days(it) or 0) - 1, uid=f"t{it.uid}") for it in tomorrow]
    held = Network([*held.records(), *tomorrow, *touches])
    held.apply(act.fresh_start(held, NOW))
    returns = Counter(it.deferrals[-1].until for it in held.contacts.values() if it.deferrals)
    assert returns[days_ago(-1)] == 0


def test_rule_8_thirty_days_of_work_lose_nobody_and_show_nobody_twice_running_after_a_skip() -> None:
    held = backlog(40)
    skipped: set[str] = set()
    shown: set[str] = set()
    for day in range(30):
        now = NOW + timedelta(days=day)
        found = queue(held, now)
        check_ins = [row for row in found.rows if row.kind == "check_in"]
        assert len(check_ins) <= 5
        today = {row.contact for row in check_ins}
        assert not today & skipped
        skipped = set()
        for place, row in enumerate(found.rows):
            shown.add(row.contact)
            if place % 4 == 3 and row.kind != "promise":
                held.apply(act.skip(held, row, now))
                skipped.add(row.contact)
            else:
                held.apply(act.done(held, row, now, channel="message"))
    assert shown == set(held.contacts)


@settings(max_examples=60)
@given(histories(), st.data())
def test_every_action_on_any_row_is_undone_exactly(records: list[Any], data: st.DataObject) -> None:
    held = Network(records)
    found = queue(held, NOW)
    rows = [*found.rows, *found.more, *found.coming]
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    contact = held.contacts[row.contact]
    actions: list[Callable[[], Change]] = [
        lambda: act.done(held, row, NOW, channel="call", next_step="call again"),
        lambda: act.snooze(held, row, NOW, days_ago(-3)),
        lambda: act.skip(held, row, NOW),
        lambda: act.attempted(held, row, NOW, channel="call"),
        lambda: act.as_it_is(held, row),
        lambda: act.pause(held, contact),
        lambda: act.resume(held, contact),
        lambda: act.set_tier(held, contact, "inner"),
        lambda: act.fresh_start(held, NOW),
        lambda: act.visited(held, TODAY),
    ]
    action = data.draw(st.sampled_from(actions))
    before = queue(held, NOW)
    change = action()
    applied(held, change)
    assert change.words
    held.apply(change.inverse())
    assert queue(held, NOW) == before


@settings(max_examples=60)
@given(histories(), st.data())
def test_rule_6_whatever_is_put_off_leaves_at_once(records: list[Any], data: st.DataObject) -> None:
    held = Network(records)
    found = queue(held, NOW)
    rows = [*found.rows, *found.more]
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    held.apply(
        data.draw(st.sampled_from([act.skip(held, row, NOW), act.attempted(held, row, NOW, channel="call")]))
    )
    after = queue(held, NOW)
    assert (row.contact, row.key) not in {(it.contact, it.key) for it in (*after.rows, *after.more)}
