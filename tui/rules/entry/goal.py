"""A goal as it is typed: '3 real conversations', with a number of its own or in the words."""

from __future__ import annotations

import re

import msgspec

from tui.model.records import Goal
from tui.model.text import one_line

MOST = 999
"""A number beyond this is nothing that one evening could hold."""

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}


def read_goal(text: str, number: str, plan: str, before: Goal | None = None) -> Goal:
    """Return the goal that is meant; what was counted before stays.

    Raises:
        ValueError: with a sentence, if there are no words or the number can't be one.
    """
    words = one_line(text)
    target = read_number(number)
    if target is None:
        target, words = leading_number(words)
    if not words:
        raise ValueError("What do you want there? A few words, such as “2 real conversations”.")
    goal = before or Goal(text=words)
    return msgspec.structs.replace(goal, text=words, target=target, plan=one_line(plan))


def read_number(text: str) -> int | None:
    """Return a number typed as '3' or 'three'; None for an empty field.

    Raises:
        ValueError: with a sentence, for anything else.
    """
    plain = text.strip().casefold()
    if not plain:
        return None
    if plain in _WORDS:
        return _WORDS[plain]
    if re.fullmatch(r"[0-9]{1,6}", plain) and 1 <= int(plain) <= MOST:
        return int(plain)
    raise ValueError(f"How many? A number from 1 to {MOST}, or nothing if it can't be counted.")


def leading_number(words: str) -> tuple[int | None, str]:
    """Split '3 real conversations' into the number and the words; no number where there is none to count."""
    found = re.fullmatch(r"([0-9]{1,3})[ x×]+(\D.*)", words, re.DOTALL)
    if found and 1 <= int(found[1]) <= MOST:
        return int(found[1]), found[2]
    return None, words
