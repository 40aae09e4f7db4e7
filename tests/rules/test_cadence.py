from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.making import NOW, TODAY, days_ago, event, person, touch
from tui.model.network import Network
from tui.model.settings import TierDays
from tui.rules.cadence import (
    LONG_AGO,
    clock_start,
    interval_days,
    last_touch,
    next_due,
    ratio,
    reckoning,
    spread,
)


def network(*records: object) -> Network:
    return Network(records)  # type: ignore[arg-type]


# Rule 2: when the clock starts


def test_rule_2_the_clock_starts_at_the_last_touch_by_when_it_happened() -> None:
    maya = person(met_day=days_ago(400))
    late = touch(ago=90, added=NOW)
    assert clock_start(network(maya, late, touch(ago=30)), maya) == days_ago(30)


def test_rule_2_a_touch_logged_late_counts_from_its_own_date() -> None:
    maya = person()
    assert clock_start(network(maya, touch(ago=90, added=NOW)), maya) == days_ago(90)


def test_rule_2_an_older_touch_never_moves_the_clock_back() -> None:
    maya = person(met_day=days_ago(20))
    assert clock_start(network(maya, touch(ago=300)), maya) == days_ago(20)


def test_rule_2_attempts_notes_and_put_offs_never_move_the_clock() -> None:
    maya = person(notes="moved to Lisbon", met_day=days_ago(100))
    assert clock_start(network(maya, touch(ago=2, attempt=True)), maya) == days_ago(100)


def test_rule_2_the_day_added_is_the_last_resort() -> None:
    maya = person(added=days_ago(12))
    assert clock_start(network(maya), maya) == days_ago(12)
    nobody = person(added=None)
    assert clock_start(network(nobody), nobody) == LONG_AGO


def test_rule_2_the_event_where_you_met_gives_the_day_met() -> None:
    maya = person(met_event="pycon")
    assert clock_start(network(maya, event(start=days_ago(50))), maya) == days_ago(50)


def test_rule_2_meeting_somebody_again_at_an_event_starts_the_clock() -> None:
    maya = person(met_day=days_ago(500))
    again = event("gathering", "maya", start=days_ago(9), end=days_ago(8))
    assert clock_start(network(maya, again), maya, TODAY) == days_ago(8)
    assert clock_start(network(maya, event("gathering", "maya", cancelled=True)), maya) == days_ago(500)


def test_rule_2_a_touch_with_several_people_counts_for_each() -> None:
    maya, tomas = person(), person("tomas")
    held = network(maya, tomas, touch(contacts=("maya", "tomas"), ago=3))
    assert clock_start(held, maya) == clock_start(held, tomas) == days_ago(3)


def test_a_touch_that_has_not_happened_yet_is_none() -> None:
    maya = person()
    held = network(maya, touch(ago=40), touch(ago=-30))
    assert last_touch(held, maya, TODAY) == days_ago(40)
    assert clock_start(held, maya, TODAY) == days_ago(40)


def test_a_touch_of_tomorrow_counts_for_somebody_who_flew_west() -> None:
    maya = person()
    assert last_touch(network(maya, touch(ago=-1)), maya, TODAY) == days_ago(-1)


# Rule 3: interval and ratio


@pytest.mark.parametrize(("tier", "days"), [("inner", 21), ("close", 60), ("active", 180), ("wide", 365)])
def test_rule_3_tiers_have_their_intervals(tier: str, days: int) -> None:
    found = interval_days(person(tier=tier))
    assert found is not None
    assert 0.9 * days <= found <= 1.1 * days
    assert TierDays().of(tier) == days  # type: ignore[arg-type]


def test_rule_3_ambient_paused_and_archived_have_none() -> None:
    assert interval_days(person(tier="ambient")) is None
    assert interval_days(person(paused=True)) is None
    assert interval_days(person(archived=True)) is None
    assert interval_days(person(tier="ambient", interval=30)) is not None
    maya = person(tier="ambient")
    assert next_due(network(maya), maya) is None
    assert ratio(network(maya), maya, TODAY) == 0


def test_rule_3_an_own_interval_replaces_the_tiers() -> None:
    found = interval_days(person(tier="inner", interval=100))
    assert found is not None
    assert 90 <= found <= 110


def test_rule_3_the_spread_is_stable_between_runs() -> None:
    # Written out, since Python's own hash differs from one run to the next.
    assert interval_days(person("maya")) == pytest.approx(176.2502, abs=1e-4)


def test_rule_3_twenty_people_met_on_one_evening_fall_due_on_many_days() -> None:
    people = [person(f"00000000-0000-4000-8000-{i:012}", met_day=TODAY) for i in range(20)]
    held = network(*people)
    dues = [next_due(held, one) for one in people]
    assert len(set(dues)) >= 12
    assert max(dues.count(one) for one in dues) <= 3


def test_rule_3_due_on_the_day_that_next_due_says() -> None:
    maya = person(tier="close", added=days_ago(7))
    held = network(maya)
    day = next_due(held, maya)
    assert day is not None
    assert ratio(held, maya, day) >= 1 > ratio(held, maya, day - timedelta(days=1))


def test_an_absurd_interval_does_not_break_the_calendar() -> None:
    maya = person(interval=10**9)
    assert next_due(network(maya), maya) == date.max
    nought = person(interval=0)
    assert interval_days(nought) is not None


def test_the_reckoning_agrees_with_the_parts() -> None:
    maya = person(met_day=days_ago(200), interval=90)
    held = network(maya, touch(ago=50))
    found = reckoning(held, maya, NOW)
    assert (found.start, found.start_from, found.own, found.base) == (days_ago(50), "touch", True, 90)
    assert found.ratio == ratio(held, maya, TODAY) == found.days / (found.interval or 0)
    assert found.due == next_due(held, maya)
    assert reckoning(network(person(added=None)), person(added=None), NOW).start_from == "unknown"


history = st.lists(st.integers(0, 900), max_size=8)


@given(history, st.integers(0, 900), st.sampled_from(["inner", "close", "active", "wide", "ambient"]))
def test_rule_2_a_touch_never_makes_somebody_more_due(agos: list[int], more: int, tier: str) -> None:
    maya = person(tier=tier, met_day=days_ago(901))
    held = [touch(ago=ago, uid=f"t{i}") for i, ago in enumerate(agos)]
    before = ratio(network(maya, *held), maya, TODAY)
    assert ratio(network(maya, *held, touch(ago=more, uid="more")), maya, TODAY) <= before


@given(history, st.integers(0, 900))
def test_rule_2_an_older_touch_changes_nothing(agos: list[int], older: int) -> None:
    maya = person(met_day=days_ago(901))
    held = [touch(ago=ago, uid=f"t{i}") for i, ago in enumerate(agos)]
    start = clock_start(network(maya, *held), maya)
    after = clock_start(network(maya, *held, touch(ago=older, uid="older")), maya)
    assert after == max(start, days_ago(older))


def test_the_days_of_a_tier_are_the_users() -> None:
    mine = TierDays(inner=7)
    assert interval_days(person(tier="inner"), mine) == pytest.approx(7 * spread(person(tier="inner")))
    assert interval_days(person(tier="close"), mine) == interval_days(person(tier="close"))
