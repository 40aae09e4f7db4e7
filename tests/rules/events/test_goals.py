"""Goals: as one says them, and those that count new people."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tui.model.records import Event, Goal
from tui.rules.events.goals import count_words, counted, counts_new_people, numbered_goal, said_goal


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(text="real conversations", target=3, done=1), "3 real conversations"),
        (Goal(text="a speaker", target=1), "a speaker"),
        (Goal(text="thank the host"), "thank the host"),
        (Goal(text="", target=2), "2 "),
        (Goal(text="ask everybody what they would study", target=4), "ask everybody what they would study"),
        (Goal(text="Find two people who are hiring", target=2), "Find two people who are hiring"),
    ],
)
def test_a_goal_with_its_number(goal: Goal, words: str) -> None:
    assert numbered_goal(goal) == words


def test_something_to_do_several_times_says_how_often() -> None:
    goal = Goal(text="talk to whoever I know least", target=4, done=1)
    assert numbered_goal(goal) == "talk to whoever I know least"
    assert said_goal(goal) == "talk to whoever I know least (1 of 4)"
    assert said_goal(Goal(text="Find two people", target=2)) == "Find two people"


def test_more_than_was_meant_is_said_as_such() -> None:
    goal = Goal(text="talk to whoever I know least", target=1, done=2)
    assert said_goal(goal) == "talk to whoever I know least (2, more than 1)"
    assert [count_words(replace(goal, done=done)) for done in (0, 1)] == ["0 of 1", "1 of 1"]
    assert count_words(Goal(text="thank the host", done=1)) == ""


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("people I had not met before", True),
        ("person I hadn’t met before", True),
        ("people I did not know in my time there", True),
        ("new people", True),
        ("new person I write to directly", False),
        ("person they suggest I talk to next", False),
        ("real conversations", False),
        ("old acquaintances I catch up with", False),
        ("", False),
    ],
)
def test_which_goals_count_new_people(text: str, counts: bool) -> None:
    assert counts_new_people(Goal(text=text, target=2)) is counts
    assert not counts_new_people(Goal(text=text))


def test_new_people_are_counted_up_and_never_below_nothing() -> None:
    goals = (Goal(text="new people", target=2), Goal(text="talks", target=2))
    event = Event(uid="e", name="Fair", start=date(2026, 11, 24), goals=goals)
    assert [it.done for it in counted(event, 1).goals] == [1, 0]
    assert [it.done for it in counted(event, -1).goals] == [0, 0]
    assert counted(event, 0) is event
