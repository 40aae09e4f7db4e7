"""Preparing: checklists counted back, goals that rest on something, whom to look for and why."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from tui.model.base import Record
from tui.model.network import Network
from tui.model.records import (
    Attendee,
    ChecklistItem,
    Contact,
    Event,
    FollowUp,
    Goal,
    Interaction,
    Profile,
    Starter,
)
from tui.rules.content import KINDS
from tui.rules.events.again import learnt
from tui.rules.events.preparing import (
    checklist_for,
    expected,
    is_question,
    left_to_do,
    moved_checklist,
    promises_to,
    reasons,
    suggested_goals,
)
from tui.rules.starters.suggestion import Suggestion

NOW = datetime(2026, 11, 24, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
EVENT = Event(
    uid="meet",
    name="Meet",
    start=TODAY + timedelta(days=7),
    topics=("batteries",),
    people=(Attendee(contact="ama"), Attendee(contact="jose")),
)
ME = Profile(
    uid="me",
    name="Kim",
    interests=("sailing",),
    offers=("grid maps",),
    needs=("a frontend developer",),
)
AMA = Contact(uid="ama", name="Ama Owusu", needs=("maps of the grid",))
JOSE = Contact(uid="jose", name="José Álvarez", offers=("frontend developers",), interests=("Sailing",))


def network(*records: Record) -> Network:
    named = {(type(it), it.uid): it for it in (EVENT, ME, AMA, JOSE, *records)}
    return Network(named.values())


def why(contact: Contact, *records: Record, event: Event = EVENT) -> list[str]:
    return reasons(network(contact, *records), contact, event, NOW)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_checklist_done_by_the_day(kind: str) -> None:
    items = checklist_for(kind, EVENT.start)  # type: ignore[arg-type]
    assert len(items) >= 5
    assert all(item.due and item.due <= EVENT.start for item in items)


def test_own_items_of_the_user_are_added(tmp_path: Path) -> None:
    (tmp_path / "checklists.toml").write_text(
        '[checklists]\nsocial = [{ days_before = 2, text = "Bake" }]\n', encoding="utf-8"
    )
    own = next(it for it in checklist_for("social", EVENT.start, tmp_path) if it.text == "Bake")
    assert own.due == EVENT.start - timedelta(days=2)


def test_nothing_on_a_new_checklist_is_late_already() -> None:
    items = checklist_for("conference", TODAY + timedelta(days=1), today=TODAY)
    assert {item.due for item in items} == {TODAY, TODAY + timedelta(days=1)}


def test_an_event_brought_forward_misses_nothing_that_was_not_missed_before() -> None:
    late, soon = (ChecklistItem(text="a", due=TODAY + timedelta(days=days)) for days in (-3, 4))
    before = replace(
        EVENT, start=TODAY + timedelta(days=20), checklist=(late, soon, replace(soon, done=True))
    )
    after = moved_checklist(before, replace(before, start=TODAY + timedelta(days=2)), today=TODAY)
    assert [item.due for item in after] == [TODAY - timedelta(days=21), TODAY, TODAY - timedelta(days=14)]


def test_another_kind_brings_its_items_and_leaves_ticked_and_own_ones() -> None:
    usual = checklist_for("meet-up", EVENT.start)
    done = replace(usual[0], done=True)
    own = ChecklistItem(text="bring the printed map")
    before = replace(EVENT, kind="meet-up", checklist=(done, *usual[1:], own))
    items = moved_checklist(before, replace(before, kind="social"))
    assert items[:2] == (done, own)
    assert {item.text for item in items[2:]} == {item.text for item in checklist_for("social", EVENT.start)}


def test_what_is_left_comes_most_pressing_first_and_undated_last() -> None:
    items = (
        ChecklistItem(text="undated"),
        ChecklistItem(text="later", due=TODAY + timedelta(days=5)),
        ChecklistItem(text="done", due=TODAY, done=True),
        ChecklistItem(text="missed", due=TODAY - timedelta(days=1)),
    )
    found = left_to_do(replace(EVENT, checklist=items), TODAY)
    assert [(place, item.text) for place, item in found] == [(3, "missed"), (1, "later"), (0, "undated")]


def test_a_promise_made_at_the_event_is_no_goal_for_it() -> None:
    step = FollowUp(uid="f", kind="promise", contact="ama", text="send the map", event="meet")
    assert not any("promise to" in it.text for it in suggested_goals(EVENT, network(step), NOW))
    before = replace(step, event="other")
    assert "send the map" in suggested_goals(EVENT, network(before), NOW)[0].text


def test_goals_that_the_event_has_are_not_suggested_again() -> None:
    first, second = suggested_goals(EVENT)[:2]
    event = replace(EVENT, goals=(Goal(text=first.text.upper()),))
    assert suggested_goals(event)[0] == second
    assert all(goal.plan.startswith("If ") for goal in suggested_goals(EVENT))


def test_people_expected_give_reason_for_goals() -> None:
    promise = FollowUp(uid="p", kind="promise", contact="ama", text="send the deck")
    talk = Interaction(uid="t", day=TODAY - timedelta(days=800), contacts=("jose",), summary="boats")
    ama = replace(AMA, needs=("a frontend developer", "a grid map"))
    found = [goal.text for goal in suggested_goals(EVENT, network(ama, promise, talk), NOW)]
    assert found[:4] == [
        "Keep my promise to Ama Owusu: send the deck",
        "Tell Ama Owusu what I can offer: grid maps",
        "Introduce Ama Owusu, who is looking for a frontend developer, to José Álvarez",
        "Catch up with José Álvarez after 2 years",
    ]
    assert suggested_goals(replace(EVENT, people=()), network(ama, promise, talk), NOW) == suggested_goals(
        EVENT
    )


def test_reasons_are_facts_of_the_file() -> None:
    assert why(AMA) == ["needs maps of the grid; you offer grid maps", "you haven't spoken yet"]
    assert "offers frontend developers; you look for a frontend developer" in why(JOSE)
    assert "you share sailing" in why(JOSE)
    works = replace(AMA, title="head of batteries", needs=())
    assert "works on or likes batteries" in why(works)


def test_a_need_meets_the_offer_nearest_to_it() -> None:
    me = replace(ME, offers=("introductions to grid people", "reviews of grid connection studies"))
    contact = replace(AMA, needs=("a review of our grid connection",))
    assert why(contact, me)[:1] == [
        "needs a review of our grid connection; you offer reviews of grid connection studies"
    ]
    assert sum("you offer" in it for it in why(contact, me)) == 1


def test_promises_both_ways_come_first_and_closed_ones_never() -> None:
    steps = (
        FollowUp(uid="a", kind="promise", contact="ama", text="send the deck"),
        FollowUp(uid="b", kind="waiting", contact="ama", text="the address"),
        FollowUp(uid="c", kind="promise", contact="ama", text="old one", status="done"),
        FollowUp(uid="d", kind="follow_up", contact="ama", text="call"),
    )
    assert why(AMA, *steps)[:2] == ["you promised: send the deck", "they promised: the address"]
    assert not any("old one" in reason or "call" in reason for reason in why(AMA, *steps))


def test_small_words_in_common_are_no_match() -> None:
    contact = replace(AMA, needs=("help with the work of some people",))
    me = replace(ME, offers=("experience with people and work",))
    assert not any("you offer" in reason for reason in why(contact, me))


def test_a_long_silence_is_named_a_short_one_is_not() -> None:
    long = Interaction(uid="t", day=date(2025, 3, 3), contacts=("ama",), summary="tea")
    assert "last spoke in March last year" in why(AMA, long)
    assert not any("spoke" in it for it in why(AMA, replace(long, day=TODAY - timedelta(days=300))))


def test_private_notes_give_no_reason() -> None:
    contact = replace(AMA, private_notes="batteries sailing grid maps", needs=())
    assert why(contact) == ["you haven't spoken yet"]


def test_by_priority_then_by_how_much_there_is_to_talk_about_then_by_name() -> None:
    ben, zoe = Contact(uid="ben", name="Ben Amar"), Contact(uid="zoe", name="Zoë Quist")
    seats = (
        Attendee(contact="zoe", priority=2),
        Attendee(contact="ben", priority=2),
        Attendee(contact="jose", priority=2),
        Attendee(contact="ama", priority=1),
        Attendee(contact="gone", priority=1),
    )
    found = expected(network(ben, zoe), replace(EVENT, people=seats), NOW)
    assert [it.contact.uid for it in found] == ["ama", "jose", "ben", "zoe"]


def test_promises_to_keep_soonest_first() -> None:
    steps = [
        FollowUp(uid="a", kind="promise", contact="ama", text="undated"),
        FollowUp(uid="b", kind="promise", contact="ama", text="late", due=TODAY + timedelta(days=9)),
        FollowUp(uid="c", kind="promise", contact="ama", text="soon", due=TODAY),
        FollowUp(uid="d", kind="promise", contact="ama", text="kept", status="done"),
    ]
    assert [it.text for it in promises_to(network(*steps), AMA)] == ["soon", "late", "undated"]


def test_what_was_learnt_comes_from_the_latest_event_of_the_kind() -> None:
    def past(uid: str, days: int, **fields: object) -> Event:
        values = {"debriefed": True, "change_next": uid, **fields}
        return Event(uid=uid, name=uid, start=EVENT.start - timedelta(days=days), **values)  # type: ignore[arg-type]

    found = learnt(
        network(
            past("old", 90),
            past("new", 30),
            past("other", 3, kind="social"),
            past("open", 2, debriefed=False),
        ),
        EVENT,
    )
    assert found is not None
    assert found.uid == "new"
    assert learnt(network(), EVENT) is None


def test_a_noted_question_is_told_from_words_kept_with_somebody() -> None:
    said = Suggestion(text="How was it?", because="your own words", kind="own", state="own")
    kept = replace(AMA, starters=(Starter(text="How was it?", kind="own"),))
    assert is_question(AMA, said)
    assert not is_question(kept, said)
