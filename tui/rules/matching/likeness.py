"""Whether two notes are about the same thing: a need and an offer, an interest and a topic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tui.model.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_NO_STEM = frozenset(
    "and the for with from into about that this they them their help helps helping advice intro "
    "introduction introductions "
    "people person someone somebody know knows knowing looking find finding new good great need needs want "
    "wants have has "
    "can who more some any work works working team teams company companies contact contacts contacted "
    "experience expert "
    "expertise first small big local other others time best right anything something get getting make "
    "making how what "
    "will would should could able where which ways way person's support looking via own all use using "
    "start starting early one two three".split()
)


_SHORT = frozenset("ai ml ux ui hr vc pr vr ar 3d go".split())
"""Words of two letters that say what something is about."""


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """Return the words of a note that say what it is about, cut to what plural and singular share."""
    found: set[str] = set()
    for word in _WORD.findall(fold(text[:500])):
        if (len(word) > 2 or word in _SHORT) and word not in _NO_STEM:
            if word.endswith("ies") and len(word) > 5:
                found.add(f"{word[:-3]}y")
            else:
                found.add(word if word.endswith("ss") else word.removesuffix("s"))
    return frozenset(found) - {"", "ing"}


def is_about_the_same(one: str, other: str) -> bool:
    """Tell whether two notes are about the same thing: at least half of the words that count, and two of them.

    A single word is enough where it is all that one of the notes says.
    """
    first, second = stems(one), stems(other)
    shared, least = len(first & second), min(len(first), len(second))
    return shared > 0 and shared * 2 >= least and (shared > 1 or least == 1)


def nearest(one: str, others: Iterable[str]) -> str:
    """Return which of some notes is about the same thing as one, the nearest of them; '' if none is."""
    fitting = [it for it in others if is_about_the_same(one, it)]
    return max(fitting, key=lambda it: len(stems(one) & stems(it)), default="")
