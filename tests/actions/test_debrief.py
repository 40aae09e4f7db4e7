"""Writing down what came of an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.actions import debrief
from tui.actions.capture import capture
from tui.actions.interactions import Refused
from tui.model.base import Record
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Deferral, Event, FollowUp, Goal, Interaction, Outcome
from tui.rules.capture.line import read_capture
from tui.rules.events.debriefing import Agreed, Talk, talk_of
from tui.rules.queue.ranking import queue

NOW = datetime(2026, 11, 24, 22, 15, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
MAYA = Contact(uid="maya", name="Maya Lin", needs=("A hardware founder",))
FAIR = Event(
    uid="fair",
    name="Grid Fair",
    start=DAY,
    start_time=time(18),
    end_time=time(21),
    kind="conference",
    people=(Attendee(contact="maya", why="storage"), Attendee(contact="jose")),
)
JOSE = Contact(uid="jose", name="José Álvarez")
TALK = Talk(
    said=" storage pilots ",
    depth=2,
    promises=(Agreed("send the deck", FRIDAY), Agreed("  ")),
    theirs=(Agreed("a name at the utility"),),
    needs=("a hardware  founder", " two ML people", "Two ML people", ""),
    offers=("knows grid rules",),
    ask_next="the move to Lisbon",
    write_on=date(2026, 11, 26),
)


def network(*records: Record) -> Network:
    named = {record.uid: record for record in (FAIR, MAYA, JOSE, *records)}
    return Network(named.values())


def do(held: Network, change: Change) -> Network:
    held.apply(change)
    return held


def outcome(held: Network, contact: str) -> Outcome:
    return next(seat.outcome for seat in held.events["fair"].people if seat.contact == contact)


def steps(held: Network) -> dict[str, FollowUp]:
    return {step.kind: step for step in held.follow_ups.values()}


def test_a_goal_of_new_people_is_counted_by_itself() -> None:
    goals = (Goal(text="people I had not met before", target=2), Goal(text="talks", target=2))
    held = network(replace(FAIR, goals=goals))

    def so_far() -> list[int]:
        return [goal.done for goal in held.events["fair"].goals]

    do(held, debrief.met(held, "fair", "maya", NOW))
    do(held, debrief.met(held, "fair", "maya", NOW, TALK))
    assert so_far() == [1, 0]
    do(held, capture(held, read_capture("Kofi Mensah @Volta : pumps", NOW), NOW, event=held.events["fair"]))
    do(held, capture(held, read_capture("Kofi Mensah #sailing", NOW), NOW, event=held.events["fair"]))
    assert so_far() == [2, 0]
    do(held, debrief.not_met(held, "fair", "maya", NOW))
    assert so_far() == [1, 0]
    known = Interaction(uid="t", day=date(2026, 1, 2), contacts=("jose",))
    held = network(replace(FAIR, goals=goals), known)
    do(held, debrief.met(held, "fair", "jose", NOW))
    assert so_far() == [0, 0]


def test_one_person_met_is_one_change_with_everything_in_it() -> None:
    held = network()
    change = debrief.met(held, "fair", "maya", NOW, TALK)
    assert change.words == "Met Maya Lin at Grid Fair"
    do(held, change)
    (touch,) = held.interactions.values()
    assert (touch.day, touch.channel, touch.event, touch.contacts) == (DAY, "in person", "fair", ("maya",))
    assert (touch.summary, touch.depth, touch.ask_next) == ("storage pilots", 2, "the move to Lisbon")
    assert len(held.follow_ups) == 3
    made = steps(held)
    assert {(it.made, it.event, it.interaction) for it in made.values()} == {(DAY, "fair", touch.uid)}
    assert (made["promise"].text, made["promise"].due) == ("send the deck", FRIDAY)
    assert (made["waiting"].text, made["waiting"].due) == ("a name at the utility", None)
    assert (made["follow_up"].text, made["follow_up"].due) == ("", date(2026, 11, 26))
    maya = held.contacts["maya"]
    assert maya.needs == ("A hardware founder", "two ML people")
    assert maya.offers == ("knows grid rules",)
    assert (maya.met_event, maya.met_day) == ("fair", DAY)
    assert held.events["fair"].people[0] == Attendee(contact="maya", why="storage", outcome="met")
    assert outcome(held, "jose") == "expected"


def test_met_with_nothing_to_say_is_a_touch_all_the_same() -> None:
    held = do(network(), debrief.met(network(), "fair", "maya", NOW))
    assert len(held.interactions) == 1
    assert not held.follow_ups
    rows = (*queue(held, NOW).rows, *queue(held, NOW).coming)
    assert [row.key for row in rows if row.contact == "maya"] == ["follow_up:fair"]


def test_writing_again_changes_what_stands_there() -> None:
    held = do(network(), debrief.met(network(), "fair", "maya", NOW, TALK))
    before = talk_of(held, FAIR, "maya")
    again = replace(
        before,
        said="storage and heat",
        promises=(replace(before.promises[0], text="send the new deck", due=date(2026, 12, 1)),),
        theirs=(replace(before.theirs[0], text=" "),),
        write_on=None,
    )
    do(held, debrief.met(held, "fair", "maya", NOW, again))
    (touch,) = held.interactions.values()
    assert touch.summary == "storage and heat"
    (promise,) = held.follow_ups.values()
    assert (promise.text, promise.due, promise.moves) == ("send the new deck", date(2026, 12, 1), ())


def test_saving_what_stands_there_changes_nothing() -> None:
    held = do(network(), debrief.met(network(), "fair", "maya", NOW, TALK))
    assert not debrief.met(held, "fair", "maya", NOW, talk_of(held, FAIR, "maya"))


def test_a_captured_line_is_the_talk_that_is_put_right() -> None:
    held = network()
    line = read_capture("Maya Lin : storage !send the deck by fri", NOW)
    do(held, capture(held, line, NOW, event=FAIR))
    talk = talk_of(held, FAIR, "maya")
    assert (talk.said, talk.promises[0].text, talk.promises[0].due) == ("storage", "send the deck", FRIDAY)
    do(held, debrief.met(held, "fair", "maya", NOW, replace(talk, depth=3)))
    assert len(held.interactions) == len(held.follow_ups) == 1


def test_a_promise_moved_on_another_day_keeps_the_day_it_had_and_shows_again() -> None:
    made = FollowUp(
        uid="deck",
        kind="promise",
        contact="maya",
        text="deck",
        made=date(2026, 11, 20),
        due=FRIDAY,
        event="fair",
    )
    hidden = Deferral(row="promise:deck", action="snooze", day=DAY, until=date(2026, 12, 24))
    other = replace(hidden, row="check_in")
    held = network(made, replace(MAYA, deferrals=(hidden, other)))
    talk = Talk(promises=(Agreed("deck", date(2026, 11, 30), "deck"),))
    do(held, debrief.met(held, "fair", "maya", NOW, talk))
    assert held.follow_ups["deck"].moves[0].before == FRIDAY
    assert held.contacts["maya"].deferrals == (other,)


def test_a_promise_kept_meanwhile_is_left_alone() -> None:
    kept = FollowUp(uid="deck", kind="promise", contact="maya", text="deck", event="fair", status="done")
    held = network(kept)
    do(held, debrief.met(held, "fair", "maya", NOW, Talk(promises=(Agreed("", None, "deck"),))))
    assert held.follow_ups["deck"] is kept


def test_a_call_is_a_call_and_a_day_is_the_last_one() -> None:
    event = replace(FAIR, kind="virtual", start=date(2026, 11, 18), end=date(2026, 11, 20))
    held = do(network(event), debrief.met(network(event), "fair", "maya", NOW))
    (touch,) = held.interactions.values()
    assert (touch.channel, touch.day) == ("video", date(2026, 11, 20))


@pytest.mark.parametrize(
    ("person", "tier"),
    [
        (replace(MAYA, tier="ambient", imported={"name": "Maya Lin"}), "active"),
        (replace(MAYA, tier="wide", imported={"name": "Maya Lin"}), "wide"),
        (replace(MAYA, tier="ambient"), "ambient"),
        (replace(MAYA, tier="ambient", imported={"name": "Maya Lin"}, interval=500), "ambient"),
    ],
)
def test_somebody_imported_is_kept_up_with_once_met(person: Contact, tier: str) -> None:
    held = do(network(person), debrief.met(network(person), "fair", "maya", NOW))
    assert held.contacts["maya"].tier == tier


def test_a_tier_chosen_after_meeting_stays() -> None:
    person = replace(MAYA, tier="ambient", imported={"name": "Maya Lin"})
    held = do(network(person), debrief.met(network(person), "fair", "maya", NOW))
    chosen = Network([*held.events.values(), *held.interactions.values(), person])
    do(chosen, debrief.met(chosen, "fair", "maya", NOW, Talk(said="more")))
    assert chosen.contacts["maya"].tier == "ambient"


def test_where_you_first_met_is_not_written_over() -> None:
    known = replace(MAYA, met_day=date(2020, 1, 1))
    held = do(network(known), debrief.met(network(known), "fair", "maya", NOW))
    assert held.contacts["maya"].met_event is None
    call = Interaction(uid="call", day=date(2026, 1, 2), contacts=("maya",), channel="call")
    held = do(network(call), debrief.met(network(call), "fair", "maya", NOW))
    assert held.contacts["maya"].met_event is None


def test_not_met_after_all_takes_the_meeting_out() -> None:
    own = FollowUp(uid="own", kind="promise", contact="maya", text="book", made=date(2026, 1, 2))
    held = do(network(own), debrief.met(network(own), "fair", "maya", NOW, TALK))
    do(held, debrief.not_met(held, "fair", "maya", NOW))
    assert outcome(held, "maya") == "not met"
    assert not held.interactions
    assert list(held.follow_ups) == ["own"]
    assert held.contacts["maya"].met_event is None
    assert "two ML people" in held.contacts["maya"].needs


def test_not_met_leaves_open_what_was_agreed_before_the_event() -> None:
    before = FollowUp(uid="mail", kind="waiting", contact="maya", text="the slides", event="fair")
    held = do(network(before), debrief.not_met(network(before), "fair", "maya", NOW))
    assert "mail" in held.follow_ups


def test_later_and_back_again() -> None:
    held = do(network(), debrief.later(network(), "fair", "maya", NOW))
    assert outcome(held, "maya") == "later"
    do(held, debrief.to_do(held, "fair", "maya", NOW))
    assert outcome(held, "maya") == "expected"


def test_somebody_not_on_the_list_gets_a_place() -> None:
    ama = Contact(uid="ama", name="Ama Owusu")
    held = do(network(ama), debrief.met(network(ama), "fair", "ama", NOW))
    assert outcome(held, "ama") == "met"


def test_looking_back_and_finishing() -> None:
    held = network()
    do(held, debrief.look_back(held, "fair", NOW, worked=" came early ", change_next="eat first"))
    do(held, debrief.later(held, "fair", "maya", NOW))
    do(held, debrief.finish(held, "fair", NOW, rest="not met"))
    event = held.events["fair"]
    assert (event.worked, event.change_next, event.debriefed) == ("came early", "eat first", True)
    assert (outcome(held, "maya"), outcome(held, "jose")) == ("later", "not met")


Act = Callable[[Network], Change]


@pytest.mark.parametrize(
    "act",
    [
        lambda held: debrief.met(held, "fair", "maya", NOW),
        lambda held: debrief.not_met(held, "fair", "maya", NOW),
        lambda held: debrief.later(held, "fair", "maya", NOW),
        lambda held: debrief.to_do(held, "fair", "maya", NOW),
        lambda held: debrief.look_back(held, "fair", NOW, worked="", change_next=""),
        lambda held: debrief.finish(held, "fair", NOW),
    ],
)
@pytest.mark.parametrize("changed", [{"cancelled": True}, {"start": date(2026, 11, 26)}, {"uid": "other"}])
def test_what_did_not_happen_is_not_written_down(act: Act, changed: dict[str, object]) -> None:
    event = replace(FAIR, **changed)
    with pytest.raises(Refused, match=r"cancelled|begins|removed"):
        act(Network([event, MAYA, JOSE]))


def test_somebody_removed_is_said_so() -> None:
    with pytest.raises(Refused, match="not among your contacts"):
        debrief.met(Network([FAIR]), "fair", "maya", NOW)


words = st.text(max_size=12)
days = st.none() | st.dates(date(2026, 11, 20), date(2027, 1, 31))
agreed = st.builds(Agreed, words, days)
talks = st.builds(
    Talk,
    said=words,
    depth=st.integers(0, 3),
    promises=st.lists(agreed, max_size=2).map(tuple),
    theirs=st.lists(agreed, max_size=2).map(tuple),
    needs=st.lists(words, max_size=3).map(tuple),
    offers=st.lists(words, max_size=3).map(tuple),
    ask_next=words,
    write_on=days,
)


@settings(max_examples=80, deadline=None)
@given(first=talks, second=talks)
def test_everything_written_is_read_back_and_undone_whole(first: Talk, second: Talk) -> None:
    held = network()
    start = {record.uid: record for record in held.records()}
    changes = []
    for talk in (first, second):
        change = debrief.met(held, "fair", "maya", NOW, talk)
        do(held, change)
        changes.append(change)
    read = talk_of(held, FAIR, "maya")
    assert len(held.interactions) == 1
    assert (read.said, read.depth, read.ask_next) == (
        *(second.said.strip(), second.depth, second.ask_next.strip()),
    )
    wanted = sorted(
        (it.text.strip(), it.due or date.max) for it in (*first.promises, *second.promises) if it.text.strip()
    )
    assert sorted((it.text, it.due or date.max) for it in read.promises) == wanted
    assert read.write_on == second.write_on
    for change in reversed(changes):
        do(held, change.inverse())
    assert {record.uid: record for record in held.records()} == start
