"""Things in notes, with the right article: 'Lisbon move' becomes 'the Lisbon move', 'designer' 'a designer'."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.counting import (
    PERSON_ENDINGS,
    bare,
    before_relative,
    head_at,
    may_be_action,
    may_be_verb,
    number_of,
    two_things,
)

LONGEST_NOUN = 9
"""Words that a thing may have; longer ones are sentences that were not seen to be so."""


_VOWEL_SOUND = (
    "hour",
    "honest",
    "honour",
    "heir",
    "mba",
    "mp",
    "mri",
    "nda",
    "ngo",
    "hr",
    "sme",
    "x-ray",
    "fm",
    "hvac",
    "llm",
    "ml",
    "nlp",
    "sre",
    "seo",
    "ux-less",
    "rn",
    "mvp",
    "sdk",
    "sql",
    "sla",
    "rfp",
)


_CONSONANT_SOUND = (
    "uni",
    "use",
    "user",
    "usu",
    "eu",
    "one",
    "once",
    "ux",
    "ui",
    "uk",
    "us ",
    "u.s",
    "url",
    "ukul",
    "utili",
    "ubiq",
)


_ENDS = frozenset("ends opens starts closes begins expires finishes".split())
"""What a project or a show does."""
_MIXED = frozenset("early old new open other own own-brand upcoming".split())


def lowered(text: str) -> str:
    """Return text with a small first letter where its first word is one that has no capital of its own."""
    first, _, rest = text.partition(" ")
    low = first.casefold()
    known = (
        low in lex.DETERMINERS
        or {low, low.removesuffix("s")} & things.COUNT
        or low in lex.GERUNDS
        or low in lex.PREPOSITIONS
        or low in things.ACTIVITIES
        or (
            low in things.MASS
            and not first.isupper()
            and low not in {"rust", "python", "javascript", "typescript", "linux"}
        )
        or (low.endswith("ing") and len(low) > 5)
        or (low.endswith("s") and len(low) > 5 and rest.startswith("of "))
        or low
        in {
            "half",
            "most",
            "all",
            "nobody",
            "somebody",
            "someone",
            "new",
            "old",
            "first",
            "next",
            "last",
            "big",
            "small",
            "good",
            "better",
            "best",
        }
    )
    return f"{low if known and first.istitle() else first}{' ' + rest if rest else ''}"


def with_a(noun: str) -> str:
    """Return a singular noun with 'a' or 'an', by how it sounds."""
    low = noun.casefold()
    first = low.split()[0]
    if low.startswith(_CONSONANT_SOUND):
        article = "a"
    elif (
        low[:1] in "aeio"
        or low[:1] == "u"
        or first.startswith(("hour", "honest", "honour", "heir"))
        or first in _VOWEL_SOUND
    ):
        article = "an"
    else:
        article = "a"
    return f"{article} {noun}"


@lru_cache(maxsize=4096)
def as_noun(text: str) -> str | None:
    """Return words as a thing that can follow 'about', or None if they may be something else."""
    low = bare(text)
    if (
        not low
        or len(low) > LONGEST_NOUN
        or ":" in text
        or "?" in text
        or any("/" in word and len(word) > 5 for word in low)
    ):
        return None
    first = low[0]
    if first in {
        "this",
        "that",
        "these",
        "those",
        "not",
        "no",
        "any",
        "each",
        "every",
        "both",
    } | lex.PREPOSITIONS - {"inside"}:
        return None
    if low[-1] in lex.PREPOSITIONS | {"up", "out", "off"}:
        return None
    if first.removesuffix("'s") in things.KIN and first.endswith("'s") and len(low) > 1:
        return as_noun(f"your {text[:1].lower()}{text[1:]}")
    possessed = (first.endswith(("'s", "s'")) and len(low) > 1) or "'s" in text.split(maxsplit=1)[0]
    if first in lex.DETERMINERS or first.isdigit() or possessed:
        phrase = _determined(text, low)
        numbered = first in lex.NUMBERS or first.isdigit()
        return f"your {phrase}" if phrase and numbered and low[head_at(low)] in things.PERSONAL else phrase
    if may_be_action(low) or _does_something(low):
        return None
    kind = number_of(text)
    if kind in {"count", "plural"} and low[head_at(low)] in things.PERSONAL:
        return f"your {lowered(text)}"
    if kind in {"plural", "mass", "proper"}:
        return lowered(text)
    if kind == "count" and first not in lex.GERUNDS:
        first_word = text.split(maxsplit=1)[0]
        is_head = head_at(low) == 0 and first_word.istitle()
        return f"the {first_word.lower() + text[len(first_word) :] if is_head else lowered(text)}"
    return None


def _does_something(low: list[str]) -> bool:
    """Tell 'boss leaving' and 'project ends in December', where a verb follows, from 'house hunting'."""
    for before, word in pairwise(low):
        if word in lex.GERUNDS and before in things.RELATIONS | things.KIN:
            return True
        if word in _ENDS and before in things.COUNT | things.MASS:
            return True
    return False


def _determined(text: str, low: list[str]) -> str | None:
    """A phrase with an article is a thing unless a verb makes it a sentence."""
    if len(low) < 2 or (low[0] in lex.ARTICLES and low[1] in {"few", "lot", "bit"} and len(low) < 4):
        return None
    tail = before_relative(low)[1:]
    if two_things([low[0], *tail]):
        return None
    if any(word in lex.FINITE or word in {"you", "i", "it", "we", "us", "if", "not"} for word in tail):
        return None
    at = head_at(low)
    if at > 1 and may_be_verb(low, at):
        return None
    if at < 1 or (low[at].endswith("ed") and at > 1):
        return None
    return lowered(text)


def wanted(text: str) -> str | None:
    """Return what is looked for as it follows 'looking for': 'a hardware founder', 'funding', or None."""
    low = bare(text)
    if not low or len(low) > LONGEST_NOUN or ":" in text or "?" in text:
        return None
    if low[0] in lex.PREPOSITIONS | {"this", "that", "these", "those", "not", "no"}:
        return None
    if low[0] in lex.DETERMINERS or low[0].isdigit():
        return _determined(text, low)
    if low[0] in {"somebody", "someone", "help", "advice", "support", "feedback"} and len(low) > 1:
        return lowered(text)
    kind = number_of(text)
    if kind in {"plural", "mass", "proper"}:
        return lowered(text)
    head = low[head_at(low)]
    if kind == "count" or (len(head) > 4 and head.endswith(PERSON_ENDINGS)):
        return with_a(lowered(text))
    return None
