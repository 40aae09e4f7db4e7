"""How two names that are written differently may be one: the other way round, shortened, by an initial."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from tui.model.text import fold
from tui.rules.matching.nicknames import same_given

Likeness = Literal["same", "turned", "form", "initial", "part", "nearly", "alone"]
"""What two names have in common: all of it; all of it in another order; a form of one name (Bob, Robert); an
initial for a name; some names left out; a letter; one name, which is all that is known of somebody."""

_TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame ing dipl herr frau ir eng arch rev don dona sheikh hon".split()
)
_BEHIND = frozenset(
    "phd md mba msc bsc ma ba jr sr ii iii iv esq cpa pmp cfa pe mph rn llm jd dds frcs obe mbe he she they".split()
)
_CUT = re.compile(r"[(\[{|/•·]")
_INSIDE = re.compile(r"[-‐‑–'’ʼ`´.·•_*\"“”!?:;\u200b-\u200f]")
_LONGEST = 120
_TYPED_WRONGLY_FROM = 6
"""Letters of a name in which one wrong letter is a slip rather than another name."""


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: folded, without titles, degrees, dots and hyphens.

    'Dr. Müller-Lüdenscheidt, Jörg' gives ('jorg', 'mullerludenscheidt'), and so does 'Jörg
    Mueller-Luedenscheidt, PhD'.
    """
    text = name[:_LONGEST]
    if "," in text:
        first, _, rest = text.partition(",")
        behind = rest.partition(",")[0].split()
        # 'Lin, Maya' is turned round; 'Maya Lin, PhD' and 'Maya Lin, CISSP' have something behind the name.
        turned = behind and not rest.strip().isupper() and _plain(behind[0]) not in _BEHIND
        text = f"{' '.join(behind)} {first}" if turned else first
    text = _CUT.split(text, maxsplit=1)[0] or text
    return tuple(filter(None, map(_told, text.split())))


def likeness(one: tuple[str, ...], other: tuple[str, ...], called: frozenset[str]) -> Likeness | None:
    """Return what two names (their words) have in common, or None if they are two names.

    `called` holds nicknames that are written down for either: each may stand for a given name.
    """
    if not one or not other:
        return None
    first, second = "".join(one), "".join(other)
    if first == second:
        return "same"
    # Names without spaces turn round too: 美咲佐藤 for 佐藤美咲.
    if len(first) == len(second) and (sorted(one) == sorted(other) or second in first * 2):
        return "turned"
    shared = set(one) & set(other)
    if not any(len(word) > 1 for word in shared):
        return None
    left, right = ([word for word in words if word not in shared] for words in (one, other))
    if not left or not right:
        # A middle name may be left out; the first one rather makes another person of it.
        long = one if left else other
        if long[0] in shared:
            return "alone" if len(shared) == 1 else "part"
        return None
    return _rest(left, right, called)


def _rest(left: list[str], right: list[str], called: frozenset[str]) -> Likeness | None:
    """Return how the words in which two names differ can mean the same."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == 1 and len(long) == 1:
        one, other = short[0], long[0]
        if same_given(one, other) or one in called or other in called:
            return "form"
        if _is_initial(one, other):
            return "initial"
        return "nearly" if _slip(one, other) else None
    rest = list(long)
    for word in short:
        fitting = next((it for it in rest if _is_initial(word, it) or same_given(word, it)), None)
        if fitting is None:
            return None
        rest.remove(fitting)
    return "initial" if all(len(word) == 1 for word in rest) else None


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[:1] == other[:1]


def _slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter left out, put in, changed or swapped, somewhere inside.

    The ends have to agree: a last letter makes another name of it (Daniel and Daniela, Mario and Maria).
    """
    # Loaded here: a matter of spelling comes up for few, and its words only then.
    from tui.rules.matching.nicknames import is_common

    if min(len(one), len(other)) < _TYPED_WRONGLY_FROM or one[0] != other[0] or one[-1] != other[-1]:
        return False
    if is_common(one) or is_common(other):
        return False
    if len(one) == len(other):
        apart = [at for at in range(len(one)) if one[at] != other[at]]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]
        return len(apart) == 1 or (swapped and one[apart[1]] == other[apart[0]])
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(1, len(short))
    )


# Most words of names occur many times, and folding one takes as long as all else.
@lru_cache(maxsize=16384)
def _told(word: str) -> str:
    """Return a word of a name as it is compared; '' for a title or a degree."""
    plain = _plain(word)
    return "" if plain in _TITLES or plain in _BEHIND else plain


def _plain(word: str) -> str:
    """Return a word of a name as it is compared; letters written for an umlaut give way to the plain one."""
    bare = _INSIDE.sub("", fold(word))
    if not any(char.isalpha() for char in bare):
        return ""
    if bare.isascii():
        for pair in ("ae", "oe", "ue", "aa"):
            bare = bare.replace(pair, pair[0])
    return bare
