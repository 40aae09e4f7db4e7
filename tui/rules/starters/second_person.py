"""From what is written about somebody to what is said to them: 'her marathon' becomes 'your marathon'."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.rules.starters.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    GOING,
    OPINION,
    PREPOSITIONS,
    STATE,
    WH,
)
from tui.rules.starters.things import RELATIONS

_PRONOUN_SETS = {
    "he": frozenset({"he", "him", "his", "himself"}),
    "she": frozenset({"she", "her", "hers", "herself"}),
    "they": frozenset({"they", "them", "their", "theirs", "themself", "themselves"}),
}
_PLAIN = {
    "him": "you",
    "them": "you",
    "himself": "yourself",
    "herself": "yourself",
    "themself": "yourself",
    "themselves": "yourselves",
    "hers": "yours",
    "theirs": "yours",
    "his": "your",
    "their": "your",
}
_AGREE = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_VERBS = {**OPINION, **STATE, **{verb: verb[:-1] for verb in GOING if not verb.endswith("ies")}}
_VERBS |= {"tries": "try", "studies": "study", "applies": "apply", "searches": "search", "wishes": "wish"}
_OBJECT_BEFORE = (
    PREPOSITIONS
    | DETERMINERS
    | WH
    | frozenset(
        "and or but that then again more up out off back there here today tomorrow next last soon first as "
        "so too "
        "later please once yesterday now to know re abt".split()
    )
)
_GIVEN_TO = frozenset("show send give lend bring tell buy offer".split())
"""Verbs behind which 'her' is the one who gets something."""
_CONTRACTED = {"'s": "are", "'re": "are", "'ll": "will", "'d": "would", "'ve": "have"}
_WORD = re.compile(r"^(\W*)(.*?)((?:'s|'re|'ll|'d|'ve)?)(\W*)$", re.IGNORECASE | re.DOTALL)


def to_you(clause: str, *, names: Collection[str] = (), pronouns: str = "") -> str | None:
    """Return a clause with the person in it addressed, or None where it isn't clear who is meant.

    `names` are the person's own names in lower case; `pronouns` as the record gives them ('she/her').
    """
    words = clause.replace("’", "'").split()
    bare = [re.sub(r"(?:'s|'re|'ll|'d|'ve)?\W*$", "", word.casefold()).lstrip("\"'(") for word in words]
    used = {name for name, forms in _PRONOUN_SETS.items() if any(word in forms for word in bare)}
    if not used and not any(word in names for word in bare):
        return clause
    if not _is_them(used, bare, pronouns):
        return None
    out: list[str] = []
    subject = False
    for at, word in enumerate(words):
        match = _WORD.match(word)
        if match is None:  # pragma: no cover - the pattern takes any text
            return None
        before, core, tail, after = match.groups()
        low, following = core.casefold(), bare[at + 1] if at + 1 < len(bare) else ""
        object_form = _object_form(low, following, ends=after != "")
        if low == "her" and following:
            # 'her first exhibition', but 'show her Kith'.
            given_to = at == 1 and bare[0] in _GIVEN_TO and following not in _OBJECT_BEFORE
            object_form = "your" if at == 0 else "you" if given_to else object_form
        if low in names:
            named = _named(tail, following, first=at == 0)
            if named is None:
                return None
            new, tail = named, "" if named == "your" else tail
            subject = named == "you" and at == 0
        elif low in {"he", "she", "they"}:
            new, subject = "you", not tail
            tail = f" {_expanded(tail, following)}" if tail else ""
        elif object_form:
            new = object_form
        elif subject:
            new = _AGREE.get(low) or _VERBS.get(low) or (core if "they" in used else _plain_verb(core))
            subject = low in ADVERBS
        elif low in _AGREE and (following in {"he", "she"} or following in names):
            # 'is she', 'has he': the verb stands before the one it belongs to.
            new = _AGREE[low]
        else:
            new = core
        out.append(f"{before}{new}{tail}{after}")
    return " ".join(out)


def _object_form(low: str, following: str, *, ends: bool) -> str:
    """'her' is 'you' or 'your', by what follows; 'his' alone is 'yours'; '' for any other word."""
    if low == "her":
        return "you" if ends or not following or following in _OBJECT_BEFORE else "your"
    if low == "his" and (ends or not following or following in PREPOSITIONS - {"inside"}):
        return "yours"
    return _PLAIN.get(low, "")


def _named(tail: str, following: str, *, first: bool) -> str | None:
    """What stands for the person's own name: 'Maya's studio', 'Maya is', 'with Maya'; None if it isn't clear."""
    if tail == "'s" and following and not following.endswith("ing") and following not in AUXILIARIES:
        return "your"
    return "you" if first or not following else None


def _plain_verb(verb: str) -> str:
    """'climbs' after 'he' becomes 'climb', 'tries' 'try', 'watches' 'watch'; a past tense stays."""
    if not verb.endswith("s") or verb.endswith("ss"):
        return verb
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")) else verb[:-1]


def _expanded(tail: str, following: str) -> str:
    """'s before a participle is 'has', otherwise 'is': 'she's moved', 'she's hiring'."""
    if tail.casefold() == "'s" and (
        following.endswith("ed") or following in {"got", "been", "just", "found", "bought"}
    ):
        return "have"
    return _CONTRACTED.get(tail.casefold(), "are")


def _is_them(used: set[str], bare: list[str], pronouns: str) -> bool:
    """Tell whether the pronouns in a note can only mean the person it is about."""
    if len(used) > 1:
        return False
    own = pronouns.casefold().split("/")[0].strip()
    if own in _PRONOUN_SETS and used and own not in used:
        return False
    subject_at = [at for at, word in enumerate(bare) if word in {"he", "she", "they"}]
    if any(word in RELATIONS for at in subject_at for word in bare[:at]):
        return False
    # 'they' behind a plural may be those: 'met two investors, they want a demo'.
    return not (
        "they" in used and any(at > 0 and any(w.endswith("s") for w in bare[:at]) for at in subject_at)
    )
