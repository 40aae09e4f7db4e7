"""The next time of an event: what it takes along, and whose lesson it shows."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import Attendee, Event, Goal
from tui.rules.events.again import learnt, next_time

SALON = Event(
    uid="salon",
    name="Salon",
    start=date(2026, 9, 1),
    kind="social",
    goals=(Goal(text="talks", target=2, done=2, plan="If ..., then ..."),),
    people=(
        Attendee(contact="a", outcome="met", why="maps", priority=1, questions=("?",), practice=3),
        Attendee(contact="b", outcome="later", why="grids"),
        Attendee(contact="c", outcome="not met"),
    ),
    change_next="come earlier",
    debriefed=True,
    ical_uid="x",
)


def test_it_begins_anew_with_whom_you_met_or_meant_to() -> None:
    made = next_time(SALON)
    assert made.uid != SALON.uid
    assert (made.repeats, made.ical_uid, made.debriefed, made.change_next) == ("salon", "", False, "")
    assert made.goals == (Goal(text="talks", target=2, plan="If ..., then ..."),)
    assert made.people == (
        Attendee(contact="a", priority=1),
        Attendee(contact="b", why="grids"),
    )


def test_the_lesson_is_that_of_the_time_before_however_long_ago() -> None:
    second = replace(next_time(SALON), uid="second", start=date(2026, 10, 1))
    third = replace(next_time(second), uid="third", start=date(2026, 11, 1))
    other = replace(
        SALON, uid="other", name="Other", start=date(2026, 10, 20), change_next="eat first", ical_uid=""
    )
    network = Network((SALON, second, third, other))
    assert learnt(network, third) == SALON
    assert learnt(network, replace(third, repeats=None)) == other


def test_events_that_repeat_one_another_in_a_ring_end() -> None:
    first = Event(uid="1", name="x", start=date(2026, 1, 1), repeats="2")
    second = Event(uid="2", name="x", start=date(2026, 1, 2), repeats="1")
    assert learnt(Network((first, second)), second) is None
