from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from tests.rules.making import BERLIN, NOW, TODAY, days_ago, due, event, introduction, person, step, touch
from tests.rules.queue.histories import histories
from tui.model.network import Network
from tui.model.records import Milestone, Profile, Step
from tui.rules.queue.ranking import KINDS, Row, Status, queue
from tui.view.reasons import glyph, group, label, reason, standing, status_word


def why(*records: Any, now: datetime = NOW) -> str:
    held = Network(records)
    found = queue(held, now)
    row = [*found.rows, *found.coming][0]
    return reason(row, held, now)


def recent(uid: str = "maya", **fields: Any) -> Any:
    return person(uid, **{"met_day": days_ago(3), **fields})


def test_rule_10_a_promise() -> None:
    pycon = event("pycon", name="PyCon", start=days_ago(3))
    promise = step(made=days_ago(3), event="pycon")
    due_now = step(made=days_ago(3), event="pycon", due=TODAY)
    assert why(recent(), pycon, due_now) == "promised 3 days ago at PyCon: send the deck (for today)"
    assert why(recent(), step(made=days_ago(9), due=days_ago(1))) == (
        "promised 9 days ago: send the deck (was for yesterday)"
    )
    assert why(recent(), step(made=days_ago(40), due=days_ago(18))) == (
        "promised 5 weeks ago: send the deck (was for Tue 3 Nov)"
    )
    assert (
        why(recent(), step(made=days_ago(0), due=days_ago(-6)))
        == "promised today: send the deck (for Friday)"
    )
    assert reason(
        Row(key="", kind="promise", contact="maya", follow_up=promise.uid),
        Network([recent(), pycon, promise]),
        NOW,
    ) == ("promised 3 days ago at PyCon: send the deck")
    assert why(recent(), step(text="")) == "promised"


def test_rule_10_waiting_and_a_planned_step() -> None:
    waiting = step("waiting", made=days_ago(20), due=days_ago(9))
    assert why(recent(), waiting) == "they promised 2 weeks ago: send the deck (was for Thu 12 Nov)"
    planned = step("follow_up", made=days_ago(8), due=TODAY)
    assert why(recent(), planned) == "planned 8 days ago: send the deck (for today)"


def test_rule_10_after_an_event() -> None:
    pycon = event("pycon", "maya", name="PyCon", start=days_ago(2))
    assert why(recent(), pycon) == "met at PyCon 2 days ago; no word sent yet"
    evening = event("pycon", "maya", name="PyCon", start=TODAY, end_time=time(9))
    assert why(recent(), evening) == "met at PyCon today; no word sent yet"


@pytest.mark.parametrize(
    ("status", "days", "words"),
    [
        ("idea", 9, "you thought of introducing Maya to Tomas 9 days ago (both sail): ask Maya first"),
        (
            "asked first",
            6,
            "Maya was asked 6 days ago about meeting Tomas (both sail): if it is a yes, ask Tomas",
        ),
        (
            "asked second",
            5,
            "Tomas was asked 5 days ago too (both sail): if both like it, introduce Maya and Tomas",
        ),
        ("introduced", 21, "you introduced Maya and Tomas 3 weeks ago: ask what came of it"),
    ],
)
def test_rule_10_introductions(status: Any, days: int, words: str) -> None:
    steps = () if status == "idea" else (Step(status=status, day=days_ago(days)),)
    made = introduction(status=status, steps=steps, added=days_ago(days), reason="both sail")
    assert why(recent(), recent("tomas"), made) == words


def test_rule_10_milestones() -> None:
    def said(month: int, day: int, now: datetime = NOW, **fields: Any) -> str:
        milestone = Milestone(**{"label": "birthday", "month": month, "day": day, **fields})
        return why(person(met_day=now.date(), milestones=(milestone,)), now=now)

    assert said(11, 26) == "birthday on Thursday"
    assert said(11, 21, year=1980) == "birthday today"
    assert said(11, 22, label="work at Acme", year=2021) == "work at Acme tomorrow (5 years)"
    leap = datetime(2027, 2, 27, 9, tzinfo=BERLIN)
    assert said(2, 29, leap) == "birthday tomorrow (born on 29 February)"


def test_rule_10_a_milestone_is_told_by_the_date_where_the_contact_lives() -> None:
    late = datetime(2026, 11, 21, 23, tzinfo=BERLIN)
    milestone = Milestone(label="birthday", month=11, day=22)
    assert why(recent(milestones=(milestone,), timezone="Asia/Tokyo"), now=late) == "birthday today"


@pytest.mark.parametrize(
    ("channel", "words"),
    [("call", "last spoke"), ("email", "last wrote"), ("in person", "last saw each other")],
)
def test_rule_10_check_ins(channel: Any, words: str) -> None:
    maya = person(tier="close")
    assert why(maya, touch(ago=122, channel=channel)) == (
        f"{words} 4 months ago; you want to be in touch every 2 months"
    )


def test_rule_10_check_ins_without_a_touch() -> None:
    pycon = event("pycon", name="PyCon", start=days_ago(150))
    assert why(person(tier="close", added=days_ago(150), met_event="pycon"), pycon) == (
        "met at PyCon 5 months ago; not in touch since; you want to be in touch every 2 months"
    )
    assert why(person(tier="inner", added=days_ago(40))) == (
        "added 5 weeks ago; not in touch yet; you want to be in touch every 3 weeks"
    )
    assert why(person(added=None, interval=45)) == "not in touch yet; you want to be in touch every 6 weeks"


def test_rule_10_an_attempt_or_a_touch_still_to_come_is_not_the_last() -> None:
    held = [touch(ago=122, channel="call"), touch(ago=2, attempt=True), touch(ago=-5)]
    assert why(person(tier="close"), *held).startswith("last spoke 4 months ago")


def test_rule_10_reconnect_says_what_somebody_could_bring() -> None:
    reka = person("reka", tier="ambient", industry="energy", place="Lima", offers=("grant advice",))
    me = Profile(uid="me", needs=("a grant",))
    assert why(me, reka, touch("reka", ago=1500)) == (
        "last in touch 4 years ago; can help with grant advice, which you need; works in another field (energy)"
    )
    assert (
        why(person(tier="ambient", added=None, met_day=date(2024, 3, 1)))
        == "met 2 years ago; never in touch since"
    )


def test_somebody_only_connected_is_not_said_to_be_met() -> None:
    linked: dict[str, Any] = {"added": None, "met_day": date(2024, 3, 1), "met_note": "Connected on LinkedIn"}
    assert why(person(tier="ambient", **linked)) == "connected on LinkedIn 2 years ago; never in touch since"
    assert why(person(tier="wide", **linked)).startswith(
        "connected on LinkedIn 2 years ago; not in touch since"
    )
    pycon = event("pycon", "maya", name="PyCon", start=date(2024, 9, 2))
    assert why(person(tier="ambient", **linked), pycon).startswith("met 2 years ago")


def test_how_pressing_a_row_is_has_its_true_number() -> None:
    def said(*records: Any) -> str:
        held = Network(records)
        found = queue(held, NOW)
        return standing([*found.rows, *found.coming][0], held, NOW)

    for days in (2, 3, 5, 13):
        pycon = event("pycon", "maya", name="PyCon", start=days_ago(days), end_time=time(8))
        assert said(recent(), pycon) == f"{days} days on"
    assert said(person(tier="ambient", added=None, met_day=date(2024, 3, 1))) == "when you like"
    assert said(recent(), step(made=TODAY, due=days_ago(-6))) == "Fri 27 Nov"
    assert said(recent(), step(made=TODAY, due=TODAY)) == "due"


def test_every_kind_and_status_has_its_words_and_its_own_sign() -> None:
    assert len({label(kind) for kind in KINDS}) == len({group(kind) for kind in KINDS}) == len(KINDS)
    statuses = get_args(Status)
    assert (
        len({glyph(status) for status in statuses})
        == len({status_word(it) for it in statuses})
        == len(statuses)
    )
    assert all(len(glyph(status)) == 1 for status in statuses)


def test_text_from_the_file_stays_text_on_one_line() -> None:
    promise = step(text="send\n[@click=app.quit]it[/]\tnow", due=TODAY)
    assert why(recent(), promise) == "promised: send [@click=app.quit]it[/] now (for today)"


@settings(max_examples=60)
@given(histories())
def test_rule_10_every_row_says_why_it_is_there(records: list[Any]) -> None:
    held = Network(records)
    found = queue(held, NOW)
    for row in (*found.rows, *found.more, *found.coming, *found.lapsed):
        words = reason(row, held, NOW)
        assert words
        assert "\n" not in words
        assert not {"late", "forgot", "neglected", "failed", "again?"} & set(words.split())


def test_a_row_of_somebody_gone_says_nothing() -> None:
    assert not due().rows
    assert reason(Row(key="check_in", kind="check_in", contact="gone"), Network(), NOW) == ""
