"""Every figure of Insights, counted by hand on small networks."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.making import NOW, TODAY, days_ago, event, person, step, touch
from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Event, Goal, Introduction, Profile, Sent, Share, Step
from tui.rules.insights.balance import balance
from tui.rules.insights.events import goals_by_kind, outcomes
from tui.rules.insights.origins import Branch, origins
from tui.rules.insights.past import Past
from tui.rules.insights.people import new_people
from tui.rules.insights.period import Period, before, calendar_year, last_year, periods
from tui.rules.insights.promises import promises
from tui.rules.insights.rhythm import rhythm
from tui.rules.insights.roles import roles
from tui.rules.insights.spread import effective_number, spread
from tui.rules.insights.ties import ties
from tui.rules.insights.whole import insights

YEAR = last_year(TODAY)


def past(*records: object) -> Past:
    return Past(Network(records), TODAY)  # type: ignore[arg-type]


# The period


def test_the_last_twelve_months_end_today_and_the_year_before_joins_on() -> None:
    assert (YEAR.first, YEAR.last, YEAR.days) == (dt.date(2025, 11, 22), dt.date(2026, 11, 21), 365)
    assert before(YEAR).last == YEAR.first - dt.timedelta(days=1)


def test_a_leap_day_has_a_year_before() -> None:
    assert last_year(dt.date(2028, 2, 29)).first == dt.date(2027, 3, 1)


def test_this_year_goes_as_far_as_today_and_is_compared_with_the_same_days() -> None:
    year = calendar_year(2026, TODAY)
    assert (year.first, year.last, year.words) == (dt.date(2026, 1, 1), TODAY, "2026")
    assert before(year) == Period(dt.date(2025, 1, 1), dt.date(2025, 11, 21), "2025")


def test_years_to_choose_from_are_those_with_a_touch() -> None:
    network = Network([person(), touch(ago=5), touch(ago=900), touch(ago=1500, attempt=True), touch(ago=-3)])
    assert [it.words for it in periods(network, TODAY)] == ["the last 12 months", "2026", "2024"]


# Touches


def test_a_touch_with_three_people_is_one_touch_with_three_people() -> None:
    found = rhythm(
        past(
            person("maya"),
            person("tomas"),
            person("aiko"),
            touch(contacts=("maya", "tomas", "aiko"), ago=1),
            touch("tomas", ago=1),
            touch("tomas", ago=20),
            touch("aiko", ago=400),
            touch("aiko", ago=3, attempt=True),
            touch("aiko", ago=-5),
        ),
        YEAR,
    )
    assert found.touches == 3
    assert found.by_day == {days_ago(1): 2, days_ago(20): 1}
    assert found.people == ("tomas", "aiko", "maya")


def test_quiet_weeks_are_whole_weeks_without_a_touch() -> None:
    # Four whole weeks: 26 Oct to 22 Nov would be the last, which is not over on the 21st.
    month = Period(dt.date(2026, 10, 21), TODAY, "a month")
    found = rhythm(past(person(), touch(day=dt.date(2026, 10, 22)), touch(day=dt.date(2026, 11, 8))), month)
    assert (found.weeks, found.quiet_weeks) == (3, 2)


# Promises


def test_promises_are_sorted_by_their_day() -> None:
    found = promises(
        past(
            person(),
            step(uid="in time", due=days_ago(5), status="done", closed=days_ago(5)),
            step(uid="late", due=days_ago(5), status="done", closed=days_ago(4)),
            step(uid="undated", status="done", closed=days_ago(9)),
            step(uid="open", due=days_ago(1)),
            step(uid="today", due=TODAY),
            step(uid="dropped", due=days_ago(8), status="dropped", closed=days_ago(8)),
            step(uid="long ago", due=days_ago(700), status="done", closed=days_ago(700)),
            step("waiting", uid="theirs", due=days_ago(3), status="done", closed=days_ago(3)),
            step("follow_up", uid="a step", due=days_ago(3), status="done", closed=days_ago(3)),
        ),
        YEAR,
        "promise",
    )
    assert (found.on_time, found.late, found.open, found.dropped) == (
        ("in time", "undated"),
        ("late",),
        ("open",),
        ("dropped",),
    )
    assert found.total == 4


# Events


def test_a_word_within_48_hours_counts_and_one_later_does_not() -> None:
    def at(hours: int) -> dt.datetime:
        return dt.datetime(2026, 11, 10, 22, tzinfo=NOW.tzinfo) + dt.timedelta(hours=hours)

    forum = event(
        "forum",
        "maya",
        "tomas",
        "aiko",
        start=dt.date(2026, 11, 10),
        start_time=dt.time(18),
        end_time=dt.time(22),
    )
    (found,) = outcomes(
        past(
            forum,
            person("maya"),
            person("tomas"),
            person("aiko"),
            touch("maya", day=at(47).date(), at=at(47)),
            touch("tomas", day=at(49).date(), at=at(49)),
            touch("aiko", day=dt.date(2026, 11, 10), event="forum"),
        ),
        YEAR,
        NOW,
    )
    assert (found.event, found.met) == ("forum", ("maya", "tomas", "aiko"))
    assert (found.prompt, found.waiting) == (("maya",), ())


def test_an_event_of_yesterday_still_has_time() -> None:
    (found,) = outcomes(past(event("forum", "maya", start=days_ago(1)), person("maya")), YEAR, NOW)
    assert (found.prompt, found.waiting) == ((), ("maya",))


def test_new_at_an_event_is_whom_nothing_was_known_of_before() -> None:
    (found,) = outcomes(
        past(
            event("forum", "maya", "tomas", "aiko", start=days_ago(30)),
            person("maya", met_event="forum"),
            person("tomas", met_day=days_ago(90)),
            person("aiko"),
            touch("aiko", ago=200),
            touch("maya", ago=3),
        ),
        YEAR,
        NOW,
    )
    assert (found.new, found.again) == (("maya",), ("maya",))


def test_goals_are_counted_by_kind_at_events_that_are_over() -> None:
    goals = (
        Goal(text="talks", target=3, done=3),
        Goal(text="talks", target=3, done=2),
        Goal(text="ask", done=1),
    )

    def at(uid: str, ago: int, **fields: object) -> Event:
        return event(uid, start=days_ago(ago), goals=goals, **fields)

    found = goals_by_kind(
        past(
            at("one", 20),
            at("two", 40),
            at("three", -3),
            at("four", 9, kind="social"),
            at("five", 5, cancelled=True),
        ),
        YEAR,
        NOW,
    )
    assert [(it.kind, it.reached, it.total, it.events) for it in found] == [
        ("meet-up", 4, 6, ("one", "two")),
        ("social", 2, 3, ("four",)),
    ]


# New people


def test_new_people_by_month_and_how_many_went_on() -> None:
    found = new_people(
        past(
            person("maya", met_day=dt.date(2026, 10, 2)),
            person("tomas"),
            person("imported", source="linkedin"),
            person("old", met_day=days_ago(900)),
            touch("maya", day=dt.date(2026, 10, 2)),
            touch("maya", day=dt.date(2026, 10, 9)),
            touch("tomas", day=dt.date(2026, 10, 30)),
            touch("old", ago=5),
        ),
        YEAR,
    )
    assert next(iter(found.by_month)) == dt.date(2025, 11, 1)
    assert list(found.by_month)[-1] == dt.date(2026, 11, 1)
    assert found.by_month[dt.date(2026, 10, 1)] == ("maya", "tomas")
    assert found.people == ("maya", "tomas")
    assert found.again == ("maya",)


# Spread


@pytest.mark.parametrize(
    ("counts", "effective"),
    [([], 0.0), ([0], 0.0), ([7], 1.0), ([25, 25, 25, 25], 4.0), ([97, 1, 1, 1], 1.18)],
)
def test_the_effective_number_is_that_of_hill(counts: list[int], effective: float) -> None:
    assert effective_number(counts) == pytest.approx(effective, abs=0.005)


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=20))
def test_the_effective_number_lies_between_one_and_the_number_of_values(counts: list[int]) -> None:
    found = effective_number(counts)
    assert 1 - 1e-9 <= found <= len(counts) + 1e-9
    shares = [it / sum(counts) for it in counts]
    assert found == pytest.approx(math.prod(it**-it for it in shares), rel=1e-9)


def test_the_spread_is_that_of_the_people_you_were_in_touch_with() -> None:
    records = (
        person("maya", industry="Energy", groups=("Porto", "Porto")),
        person("tomas", industry="energy", groups=("Porto", "Choir")),
        person("aiko", industry="Law"),
        person("never", industry="Rail"),
        person("unknown"),
        touch("maya", ago=3),
        touch("tomas", ago=4),
        touch("tomas", ago=400),
        touch("aiko", ago=5),
        touch("unknown", ago=6),
    )
    found = spread(past(*records), YEAR, before(YEAR), "industry")
    assert [(it.value, it.people) for it in found.shares] == [
        ("Energy", ("maya", "tomas")),
        ("Law", ("aiko",)),
    ]
    assert found.unknown == ("unknown",)
    assert found.effective == pytest.approx(1.89, abs=0.005)
    assert found.before == 1.0
    groups = spread(past(*records), YEAR, before(YEAR), "group")
    assert [(it.value, it.people) for it in groups.shares] == [
        ("Porto", ("maya", "tomas")),
        ("Choir", ("tomas",)),
    ]


# Ties


def test_ties_by_their_silence() -> None:
    found = ties(
        past(
            person("alive", tier="wide"),
            person("quiet", tier="active"),
            person("dormant", tier="active", industry="rail"),
            person("put away", archived=True),
            person("close", tier="inner"),
            person("never"),
            touch("alive", ago=364),
            touch("quiet", ago=365),
            touch("dormant", ago=1095),
            touch("put away", ago=3),
            touch("close", ago=3),
        ),
        YEAR,
    )
    assert (found.alive, found.quiet, found.dormant) == (("alive",), ("quiet",), ("dormant",))
    assert found.worth_a_call == ("dormant",)
    assert found.weak == 2


def test_ties_of_a_year_that_has_passed_are_as_they_were_on_its_last_day() -> None:
    records = (person("maya", tier="wide"), touch("maya", day=dt.date(2023, 5, 1)), touch("maya", ago=1))
    assert ties(past(*records), calendar_year(2023, TODAY)).alive == ("maya",)
    assert ties(past(*records), calendar_year(2025, TODAY)).quiet == ("maya",)
    assert ties(past(*records), calendar_year(2022, TODAY)).weak == 0


# Who introduced whom


def test_the_tree_of_introductions() -> None:
    network = Network(
        [
            person("maya"),
            person("tomas", introduced_by="maya"),
            person("aiko", introduced_by="tomas"),
            person("lena", introduced_by="maya"),
            person("sven", introduced_by="nobody known"),
        ]
    )
    assert origins(network) == (
        Branch("maya", (Branch("tomas", (Branch("aiko", (), 0),), 1), Branch("lena", (), 0)), 3),
    )


def test_a_circle_of_introductions_shows_everybody_once() -> None:
    network = Network(
        [
            person("maya", introduced_by="tomas"),
            person("tomas", introduced_by="maya"),
            person("self", introduced_by="self"),
        ]
    )
    (found,) = origins(network)
    assert {found.contact, found.through[0].contact} == {"maya", "tomas"}
    assert found.brought == 1


def test_a_chain_as_long_as_the_file_makes_it() -> None:
    chain = [
        person("p0"),
        *(person(f"p{number}", introduced_by=f"p{number - 1}") for number in range(1, 3000)),
    ]
    (found,) = origins(Network(chain))
    assert found.brought == 2999


# Giving and receiving


def test_what_counts_as_giving_and_receiving() -> None:
    found = balance(
        past(
            person("maya"),
            person("tomas"),
            touch("maya", day=dt.date(2026, 10, 2), gave="a book", received="advice"),
            step(uid="kept", status="done", closed=dt.date(2026, 10, 5)),
            step("waiting", contact="tomas", uid="got", status="done", closed=dt.date(2026, 10, 6)),
            step("follow_up", uid="a step", status="done", closed=dt.date(2026, 10, 6)),
            step(uid="dropped", status="dropped", closed=dt.date(2026, 10, 5)),
            Share(uid="s", sent=(Sent(contact="tomas", day=dt.date(2026, 9, 1)),)),
            Introduction(
                uid="i",
                first="maya",
                second="tomas",
                status="came of it",
                steps=(
                    Step(status="introduced", day=dt.date(2026, 9, 3)),
                    Step(status="came of it", day=dt.date(2026, 9, 30)),
                ),
            ),
        ),
        YEAR,
    )
    assert found.gave == {dt.date(2026, 10, 1): 2, dt.date(2026, 9, 1): 2}
    assert found.received == {dt.date(2026, 10, 1): 2}
    assert found.to == ("maya", "tomas")
    assert found.of == ("maya", "tomas")


# Roles


def test_roles_worth_having_are_there_even_without_anybody() -> None:
    found = roles(
        past(
            Profile(uid="me", organization="Acme"),
            person("maya", roles=("Mentor",), organization="acme"),
            person("tomas", roles=("client", "mentor")),
            person("gone", roles=("sponsor",), archived=True),
        )
    )
    assert [(it.name, it.people, it.outside) for it in found] == [
        ("mentor", ("maya", "tomas"), ("tomas",)),
        ("client", ("tomas",), ("tomas",)),
        ("sponsor", (), ()),
    ]


# The whole, counted another way


def test_the_figures_of_the_sample_network_agree_with_a_count_of_another_kind() -> None:
    network = sample_network(NOW)
    found = insights(network, NOW)
    inside = [
        it for it in network.interactions.values() if not it.attempt and YEAR.first <= it.day <= YEAR.last
    ]
    assert found.rhythm.touches == len(inside) == sum(found.rhythm.by_day.values())
    people = Counter(uid for it in inside for uid in it.contacts)
    assert set(found.rhythm.people) == set(people)
    for one in found.spreads:
        if one.dimension != "group":
            assert sum(len(it.people) for it in one.shares) + len(one.unknown) == len(people)
    kept = [
        it
        for it in network.follow_ups.values()
        if it.kind == "promise" and it.status == "done" and it.due and it.closed and YEAR.holds(it.due)
    ]
    assert len(found.mine.late) == sum(it.closed > it.due for it in kept if it.closed and it.due)
    assert set(found.new.again) <= set(found.new.people)


def test_an_empty_network_has_no_figures_and_no_faults() -> None:
    found = insights(Network(), NOW)
    assert found.rhythm.touches == 0
    assert all(it.effective == 0 for it in found.spreads)
    assert found.origins == ()
