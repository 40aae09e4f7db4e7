"""Goals for an event: as one says them, and those that count people met for the first time."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from tui.model.records import Event, Goal
from tui.model.text import fold

_NUMBERS: Final = ((), ("one", "a", "an"), ("two",), ("three",), ("four",), ("five",), ())
"""Words that say a number already, by the number."""
_NEW_PEOPLE: Final = re.compile(
    r"\b(?:people|persons?|somebody|someone|faces)\b.*(?:\b(?:not|never)|n't) (?:met|meet|know|knew|known)\b"
    r"|\bnew (?:people|persons?|faces|contacts)$"
)


def numbered_goal(goal: Goal) -> str:
    """Return a goal with its number: '3 real conversations', 'a speaker', 'thank the host'."""
    if goal.target is None:
        return goal.text
    first = goal.text.split(maxsplit=1)[0].casefold() if goal.text.strip() else ""
    says_number = first == str(goal.target) or first in _NUMBERS[min(goal.target, len(_NUMBERS) - 1)]
    return goal.text if says_number else f"{goal.target} {goal.text}"


def said_goal(goal: Goal) -> str:
    """Return a goal as one says it, with what is counted already: '3 real conversations (1 so far)'."""
    so_far = f" ({goal.done} so far)" if goal.done and goal.target is not None else ""
    return f"{numbered_goal(goal)}{so_far}"


def counts_new_people(goal: Goal) -> bool:
    """Tell whether a goal counts people met for the first time, so that it can be counted by itself."""
    return goal.target is not None and bool(_NEW_PEOPLE.search(fold(goal.text).replace("’", "'")))


def counted(event: Event, people: int) -> Event:
    """Return an event with so many people more (or less) on its goals that count new ones."""
    if not people or not any(map(counts_new_people, event.goals)):
        return event
    goals = (
        replace(goal, done=max(goal.done + people, 0)) if counts_new_people(goal) else goal
        for goal in event.goals
    )
    return replace(event, goals=tuple(goals))
