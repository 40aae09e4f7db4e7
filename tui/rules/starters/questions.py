"""Notes that ask: 'how's the new job', 'whether she found a flat', 'any news on the grant?'."""

from __future__ import annotations

import re

from tui.rules.starters import lexicon as lex
from tui.rules.starters.forms import Reading, low_words
from tui.rules.starters.nouns import as_noun

_INVERTED = (lex.AUXILIARIES | {"shall"}) - {"'s", "'re", "'ll", "'d", "'ve", "cannot"}
_AFTER_VERB = frozenset("you there we each one".split())
_SUBJECTS = lex.DETERMINERS | frozenset("you it there everybody everyone anybody anyone people".split())
_STARTS = frozenset(
    "any anything still found got ready done back had did do does is are was were has have will can could "
    "would".split()
)
_THEIRS = frozenset("the your".split())
_ARE_YOU = frozenset("still done ready back settled".split())
_HAVE_YOU = frozenset("found finished got moved decided started heard".split())
_HOW_MANY = re.compile(r"how many (\w+s) (?:now|by now|so far)$", re.IGNORECASE)
_CONTRACTED = re.compile(r"(?:how|what|where|when|who)'s\s", re.IGNORECASE)


def as_question(clause: str) -> Reading | None:
    """Read a clause that asks; None if it doesn't."""
    low = low_words(clause)
    marked = clause.endswith("?")
    if low[:2] == ["any", "news"] and len(low) == 2:
        return Reading("question", "Is there any news?")
    bare = clause.rstrip("? ")
    if _CONTRACTED.match(clause):
        return _direct(bare)
    many = _HOW_MANY.match(bare)
    if many:
        return _direct(f"how many {many[1]} are there now")
    if low[0] in lex.WH:
        if low[0] not in {"if", "whether"} and (_is_inverted(low) or (marked and _asks_itself(low))):
            return _direct(bare)
        if len(low) < 3:
            return Reading("quote", bare)
        return Reading("indirect", f"{bare[:1].lower()}{bare[1:]}".split(":")[0].strip())
    asks_you = len(low) > 2 and low[1] == "you" and low[0] in _INVERTED
    if asks_you or (len(low) > 2 and low[0] in {"did", "does", "do"} and low[1] in lex.DETERMINERS):
        return _direct(bare)
    if (
        low[0] in {"has", "have", "is", "are", "was", "were", "will", "can"}
        and len(low) > 3
        and low[1] in _THEIRS
    ):
        return _direct(bare)
    if not marked:
        return None
    if low[0] in _ARE_YOU and len(low) > 1 and low[1] not in _SUBJECTS:
        return _direct(f"are you {bare[:1].lower()}{bare[1:]}")
    if low[0] in _HAVE_YOU and len(low) > 1:
        return _direct(f"have you {bare[:1].lower()}{bare[1:]}")
    if low[0] in _STARTS and len(low) > 1:
        return _direct(bare)
    noun = as_noun(bare)
    return Reading("noun", noun) if noun else Reading("quote", bare)


def _direct(bare: str) -> Reading:
    return Reading("question", f"{bare[:1].upper()}{bare[1:]}?")


def _is_inverted(low: list[str]) -> bool:
    """Tell 'how is the move' from 'how the move is': the verb stands before its subject."""
    if len(low) < 3:
        return False
    if low[1] in _INVERTED or low[1] in {"else", "next"}:
        return True
    # 'which meters did you choose'
    return any(
        low[at] in _INVERTED and low[at + 1] in {"you", "there", "we", "each", "one"}
        for at in range(1, len(low) - 1)
    )


def _asks_itself(low: list[str]) -> bool:
    """Tell whether a clause with a question mark is in the order of a question: 'which part had most letters?'."""
    if low[0] in {"which", "who", "what"} and len(low) > 3 and low[1] not in _SUBJECTS:
        return True
    return any(low[at] in _INVERTED and low[at + 1] in _SUBJECTS for at in range(1, len(low) - 1))
