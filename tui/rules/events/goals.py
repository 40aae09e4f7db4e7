"""Goals for an event: as one says them, and those that count people met for the first time.

Those who come to meet new people mostly talk to those they know (Ingram & Morris 2007): hence a goal that counts
only new ones, and counts them by itself.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from tui.model.records import Event, Goal
from tui.model.text import fold

_NUMBERS: Final = ((), ("one", "a", "an"), ("two",), ("three",), ("four",), ("five",), ())
"""Words that say a number already, by the number."""
_TO_DO: Final = (
    r"(?:ask|be|bring|catch|collect|find|follow|get|give|go|have|hear|help|introduce|invite|join|keep|learn|"
    r"leave|listen|look|make|meet|remember|say|see|sit|speak|tell|thank|understand|write|(?:chat|talk) (?:to|with))\b"
)
"""What a goal begins with that is something to do, and so stands behind no number. Compiled when first used: 3 ms."""
_NEW_PEOPLE: Final = (
    r"\b(?:people|persons?|somebody|someone|faces)\b.*(?:\b(?:not|never)|n't) (?:met|meet|know|knew|known)\b"
    r"|\bnew (?:people|persons?|faces|contacts)$"
)


def numbered_goal(goal: Goal) -> str:
    """Return a goal with its number: '3 real conversations', 'a speaker', 'ask everybody their name'."""
    if goal.target is None or _says_number(goal) or _is_to_do(goal):
        return goal.text
    return f"{goal.target} {goal.text}"


def count_words(goal: Goal) -> str:
    """Return how far a goal with a number is: '1 of 4', '5, more than 4'; empty without a number."""
    if goal.target is None:
        return ""
    return f"{goal.done}{' of' if goal.done <= goal.target else ', more than'} {goal.target}"


def said_goal(goal: Goal) -> str:
    """Return a goal as one says it, with what is counted already: '3 real conversations (1 so far)'."""
    if goal.target is not None and _is_to_do(goal) and not _says_number(goal):
        return f"{goal.text} ({count_words(goal)})"
    so_far = f" ({goal.done} so far)" if goal.done and goal.target is not None else ""
    return f"{numbered_goal(goal)}{so_far}"


def counts_new_people(goal: Goal) -> bool:
    """Tell whether a goal counts people met for the first time, so that it can be counted by itself."""
    return goal.target is not None and bool(re.search(_NEW_PEOPLE, fold(goal.text).replace("’", "'")))


def counted(event: Event, people: int) -> Event:
    """Return an event with so many people more (or less) on its goals that count new ones."""
    if not people or not any(map(counts_new_people, event.goals)):
        return event
    goals = (
        replace(goal, done=max(goal.done + people, 0)) if counts_new_people(goal) else goal
        for goal in event.goals
    )
    return replace(event, goals=tuple(goals))


def _says_number(goal: Goal) -> bool:
    """Tell whether the words of a goal say its number: at their beginning, or anywhere in what is to do."""
    words = goal.text.casefold().split()
    number = goal.target or 0
    named = {str(number), *_NUMBERS[min(number, len(_NUMBERS) - 1)]}
    return not named.isdisjoint(words if _is_to_do(goal) else words[:1])


def _is_to_do(goal: Goal) -> bool:
    return bool(re.match(_TO_DO, goal.text.strip().casefold()))
