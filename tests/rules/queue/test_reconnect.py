"""Rule 9: one a day to get back in touch with."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

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
    step,
    touch,
)
from tui.model.records import Attendee, Milestone, Profile

# Rule 9: reconnect


def dormant(uid: str = "reka", ago: int = 500, **fields: Any) -> list[Any]:
    return [person(uid, **{"tier": "ambient", **fields}), touch(uid, ago=ago)]


def reconnects(*records: Any, now: datetime = NOW) -> list[str]:
    return [row.contact for row in due(*records, now=now).rows if row.kind == "reconnect"]


def test_rule_9_one_a_day_silent_for_a_year() -> None:
    assert reconnects(*dormant(ago=365)) == ["reka"]
    assert not reconnects(*dormant(ago=364))
    assert len(reconnects(*dormant("ana"), *dormant("ben"), *dormant("cai"))) == 1


def test_rule_9_three_years_are_better() -> None:
    assert reconnects(*dormant("ana", 1094), *dormant("ben", 1095)) == ["ben"]
    assert reconnects(*dormant("ana", 1095), *dormant("ben", 1094)) == ["ana"]


@pytest.mark.parametrize(
    "fields",
    [{"groups": ("Riga Choir",)}, {"industry": "energy"}, {"place": "Lima"}, {"organization": "Voltaro"}],
)
def test_rule_9_ranked_by_what_the_close_circle_lacks(fields: dict[str, Any]) -> None:
    close = person(
        "close",
        tier="close",
        met_day=TODAY,
        groups=("Chess club",),
        industry="Film",
        place="Oslo",
        organization="Ibex",
    )
    same = {"groups": ("chess CLUB",), "industry": "film", "place": "Öslo", "organization": "ibex"}
    for ana, ben, best in ((fields, same, "ana"), (same, fields, "ben")):
        assert reconnects(close, *dormant("ana", **ana), *dormant("ben", **ben)) == [best]


def test_rule_9_ranked_by_needs_and_offers() -> None:
    me = Profile(uid="me", needs=("hardware founders",), offers=("advice on grants",))
    fits: list[dict[str, Any]] = [
        {"offers": ("intro to a hardware founder",)},
        {"needs": ("help with a grant",)},
    ]
    for fit in fits:
        assert reconnects(me, *dormant("ana", **fit), *dormant("ben")) == ["ana"]
        assert reconnects(me, *dormant("ana"), *dormant("ben", **fit)) == ["ben"]


def test_rule_9_never_by_familiarity() -> None:
    many = [touch("ana", ago=500 + i, depth=3, uid=f"deep {i}") for i in range(30)]
    for place, best in (("", "ben"), ("Oslo", None)):
        found = reconnects(*dormant("ana", place=place), *many, *dormant("ben", place="Oslo"))
        if best:
            assert found == [best]
    without = reconnects(*dormant("ana"), *dormant("ben"))
    assert reconnects(*dormant("ana"), *many, *dormant("ben")) == without


def test_rule_9_somebody_with_history_comes_before_somebody_with_none() -> None:
    never = person("never", tier="ambient", met_day=days_ago(4000), place="Lima", industry="energy")
    assert reconnects(never) == ["never"]
    assert reconnects(never, *dormant()) == ["reka"]
    assert not reconnects(person("new", tier="ambient", added=days_ago(300)))


def test_rule_9_stable_all_day_and_another_on_other_days() -> None:
    people = [record for i in range(9) for record in dormant(f"p{i}")]
    morning = datetime(2026, 11, 21, 0, 5, tzinfo=BERLIN)
    evening = datetime(2026, 11, 21, 23, 55, tzinfo=BERLIN)
    assert reconnects(*people, now=morning) == reconnects(*reversed(people), now=evening)
    days = [reconnects(*people, now=NOW + timedelta(days=i))[0] for i in range(30)]
    assert len(set(days)) > 3


def test_rule_9_no_second_on_the_same_day_once_it_is_done_or_put_off() -> None:
    people = [record for i in range(9) for record in dormant(f"p{i}")]
    chosen = reconnects(*people)[0]
    assert not reconnects(*people, touch(chosen))
    put_off = deferral("reconnect", days_ago(-180), TODAY, "skip")
    hidden = [
        person(it.uid, tier="ambient", deferrals=(put_off,)) if it.uid == chosen else it for it in people
    ]
    assert not reconnects(*hidden)
    tomorrow = reconnects(*hidden, now=NOW + timedelta(days=1))
    assert tomorrow
    assert tomorrow != [chosen]


def test_rule_9_not_somebody_paused_archived_or_with_something_open() -> None:
    assert not reconnects(*dormant(paused=True))
    assert not reconnects(*dormant(archived=True))
    assert not reconnects(*dormant(), step(contact="reka", due=days_ago(-5)))
    assert not reconnects(*dormant(), step(contact="reka", made=days_ago(2)))
    assert not reconnects(*dormant(milestones=(Milestone(label="birthday", month=11, day=24),)))
    fair = event("fair", start=days_ago(-3), people=(Attendee(contact="reka"),))
    assert not reconnects(*dormant(), fair)


def test_rule_9_not_somebody_kept_at_a_slow_rhythm_that_is_not_due() -> None:
    slow = person(interval=1000)
    assert not reconnects(slow, touch(ago=700))
    assert not due(slow, touch(ago=700)).rows


def test_rule_9_a_check_in_beyond_the_five_can_be_the_one_and_is_then_not_in_more() -> None:
    people = [person(f"p{i}", tier="close") for i in range(9)]
    found = due(*people)
    assert [row.kind for row in found.rows] == ["check_in"] * 5 + ["reconnect"]
    shown = [row.contact for row in (*found.rows, *found.more)]
    assert sorted(shown) == sorted(set(shown))
    assert len(shown) == 9


def test_rule_9_a_large_network_offers_its_people_in_turn() -> None:
    people = [person(f"person {i:x}", tier="ambient") for i in range(2100)]
    for i in range(16):
        (found,) = reconnects(*people, now=NOW + timedelta(days=i))
        assert found.endswith("0123456789abcdef"[(NOW + timedelta(days=i)).toordinal() % 16])
    # Where no uid ends that way, all are looked at.
    assert reconnects(*(person(f"person {i}!", tier="ambient") for i in range(2100)))
