"""What a phrase is: one thing or many, something one can't count, a name; or not surely a thing at all."""

from __future__ import annotations

from functools import lru_cache

from tui.rules.starters import lexicon as lex
from tui.rules.starters import things

_MASS_ENDINGS = (
    "ness",
    "ism",
    "ics",
    "ology",
    "ography",
    "ware",
    "ship",
    "hood",
    "culture",
    "onomy",
    "istry",
)


_COUNT_ENDINGS = ("internship", "scholarship", "fellowship", "apprenticeship", "partnership", "relationship")


_COUNT_ING = frozenset(
    "wedding building meeting painting drawing ring thing spring string offering king wing opening "
    "recording".split()
)


PERSON_ENDINGS = ("er", "or", "ist", "ian", "eer", "ant", "lead", "head")


SOMEBODY = frozenset(
    "everybody everyone nobody somebody someone anybody anyone nothing something everything".split()
)


_ADJECTIVE_ENDINGS = (
    "al",
    "ic",
    "ive",
    "ous",
    "ful",
    "less",
    "ed",
    "ing",
    "ary",
    "able",
    "ent",
    "ant",
    "ese",
    "ian",
)


_PLURAL_ENDINGS = ("ments", "tions", "sions", "ings", "ers", "ors", "ists", "ities", "ages", "ures", "ies")


_ADJECTIVES = frozenset(
    "new old first next last big small early late own other great good best better real recent three two "
    "four five six "
    "local public open free long short high low main only same whole young cheap hard soft solar wind "
    "heat".split()
)


def bare(text: str) -> list[str]:
    """Return the words of a phrase in lower case, without the stops around them."""
    return [word.casefold().strip("\"'.,:?!") for word in text.split()]


def head_at(low: list[str]) -> int:
    """Index of the word that a phrase is about: the last before its first preposition."""
    for at, word in enumerate(low):
        if word in lex.PREPOSITIONS | {"that", "who", "which"} and at:
            return at - 1
    return len(low) - 1


@lru_cache(maxsize=4096)
def number_of(text: str) -> str:
    """Return what a phrase without determiner is: 'plural', 'mass', 'proper', 'count', or '' if unknown."""
    words, low = text.split(), bare(text)
    if not low:
        return ""
    at = head_at(low)
    head, front = low[at], low[: at + 1]
    main = before_relative(low)
    if _begins_with_verb(low) or two_things(main) or low[0] in SOMEBODY:
        return ""
    if any(
        word.endswith("s")
        and not word.endswith(("ss", "us", "'s", "s'"))
        and word not in things.PLURAL_FIRST
        and word not in things.NOT_PLURAL
        and not words[at_][:1].isupper()
        for at_, word in enumerate(front[:-1])
    ):
        return ""
    if any(word in lex.FINITE or word in lex.ADVERBS for word in main) or any(
        word in {"and", "or"} for word in low[: at + 1]
    ):
        return _joined(text, low)
    bare_head = head.rsplit("-", 1)[-1]
    if head in things.MASS or bare_head in things.MASS:
        return "mass"
    if head in things.COUNT or bare_head in things.COUNT:
        return "count"
    if head in things.PLURALS or (
        len(head) > 3
        and head.endswith("s")
        and not head.endswith(("ss", "us", "is"))
        and head not in things.NOT_PLURAL
    ):
        return "proper" if words[at][:1].isupper() and len(words) == 1 else "plural"
    if head.endswith(_COUNT_ENDINGS) or head in _COUNT_ING:
        return "count"
    if at == 0 and len(words) > 1 and words[0].istitle() and words[0] not in things.CAPITALS.values():
        # 'Podium on town heating' may have its capital only from standing first.
        return ""
    if all(word[:1].isupper() or word[:1].isdigit() for word in words[: at + 1]):
        return (
            "proper"
            if at or words[0].isupper() or not words[0].casefold().endswith(PERSON_ENDINGS)
            else "count"
        )
    if head.endswith(_MASS_ENDINGS) or (head.endswith("ing") and len(head) > 4):
        return "mass"
    if len(head) > 5 and head.endswith(("ist", "ian", "eer", "ologist")):
        return "count"
    return ""


def two_things(low: list[str]) -> bool:
    """Tell whether an article, 'my' or a number stands where nothing leads to it: there must be a verb."""
    links = lex.PREPOSITIONS | {
        "and",
        "or",
        "than",
        "all",
        "both",
        "half",
        "not",
        "plus",
        "that",
        "who",
        "which",
    }
    before_number = links | lex.DETERMINERS | {"first", "last", "next", "other", "past", "top", "number"}
    for before, word in enumerate(low[1:]):
        if word in lex.ARTICLES | lex.POSSESSIVES and low[before] not in links:
            return True
        numbered = word in lex.NUMBERS or word.isdigit()
        if numbered and low[before] not in before_number and before + 2 < len(low):
            return True
    return False


def before_relative(low: list[str]) -> list[str]:
    """The words before 'who', 'that' or 'which': what comes behind may hold a verb."""
    for at, word in enumerate(low):
        behind = low[at + 1] if at + 1 < len(low) else ""
        yours = word == "you" and at > 1 and behind in lex.AUXILIARIES | lex.PAST
        if at and (yours or word in {"who", "that", "which"}):
            return low[:at]
    return low


def _begins_with_verb(low: list[str]) -> bool:
    """Tell whether a phrase may as well be an action: 'runs on Tuesdays', 'planned move', 'publishes in May'."""
    if len(low) < 2:
        return False
    first = low[0]
    if first in lex.NOUN_TOO:
        return not (first == "plans" and low[1] in {"for", "with", "after"})
    if (
        first in lex.PAST
        or first in lex.TOLD_ME
        or first in lex.STATE
        or first in lex.GOING
        or first in lex.OPINION
    ):
        return True
    return low[1] in lex.PREPOSITIONS and first.endswith(("ches", "shes", "izes", "ises", "fies"))


def _joined(text: str, low: list[str]) -> str:
    """'sailing and chess' is as countable as its parts, if these agree."""
    for link in ("and", "or"):
        if low.count(link) == 1 and not any(word in lex.FINITE for word in low):
            at = low.index(link)
            words = text.split()
            left, right = " ".join(words[:at]), " ".join(words[at + 1 :])
            if left and right and set(bare(left)).isdisjoint({"and", "or"}):
                kinds = {number_of(left), number_of(right)}
                if kinds <= {"plural", "mass", "proper"}:
                    return "plural"
    return ""


def may_be_action(low: list[str]) -> bool:
    """Tell 'permits in Spain' from 'asks for the failures', where the lists know no such thing."""
    first = low[0]
    if first.endswith("ed") and len(first) > 5 and len(low) > 1:
        return True
    if head_at(low) != 0 or len(low) < 2 or not first.endswith("s") or low[1] == "of":
        return False
    return not {first[:-1], first[:-2], first} & (things.COUNT | things.KIN | things.MASS | things.PERSONAL)


def may_be_verb(low: list[str], at: int) -> bool:
    """Tell 'the new alarms' from 'the relay sticks': the last word may be what the one before it does."""
    head, before = low[at], low[at - 1]
    if (
        not head.endswith("s")
        or head.endswith(("ss", "us", "is", "'s"))
        or head in things.NOT_PLURAL | things.PLURALS
    ):
        return False
    known = {head[:-1], head[:-2], head} & (things.COUNT | things.KIN | things.MASS | things.PERSONAL)
    if head.endswith(_PLURAL_ENDINGS) or (before.endswith("s") and not before.endswith("ss")):
        return False
    if any(word.endswith("'s") for word in low[:at]):
        return False
    described = before in _ADJECTIVES | lex.DETERMINERS or before.endswith((*_ADJECTIVE_ENDINGS, "'s", "s'"))
    return not known and not described


def finite_at(low: list[str]) -> int:
    """Index of the verb of a sentence about something else ('the board wants a plan'), or 0."""
    for at in range(1, len(low) - 1):
        if low[at] in lex.FINITE and low[at - 1] not in lex.DETERMINERS:
            return at
        if (
            at > 1
            and low[at].endswith("s")
            and low[at + 1] in lex.ARTICLES | lex.POSSESSIVES
            and low[0] in lex.DETERMINERS
        ):
            return at if low[at] not in lex.PREPOSITIONS and low[at] not in things.NOT_PLURAL else 0
    return 0
