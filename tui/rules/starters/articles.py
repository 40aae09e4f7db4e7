"""Articles that notes leave out: 'call about grant' becomes 'call about the grant'."""

from __future__ import annotations

import re

from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.counting import number_of

_BREAKS = lex.PREPOSITIONS | frozenset("and or that who which how whether if when where what why re".split())
_BARE = frozenset(
    "home town train bike car bus plane board stage dinner lunch coffee breakfast brunch tea work school university "
    "bed tour course hand person foot phone email mail church college class season part place time video call "
    "sabbatical holiday vacation press".split()
)
"""What stands without an article behind a preposition: 'at home', 'for dinner', 'by phone'."""
_LEADING = frozenset("about on in at to with for from into near of after before during through".split())
_PERSONS = frozenset("i you we they he she it me us".split())
_OWN = frozenset("phd thesis dissertation cv internship".split())
"""What is somebody's own."""
_ONE_OF_MANY = frozenset(
    "intro introduction recommendation reference call meeting coffee visit walk drink beer appointment date".split()
)
"""What one speaks of as one of many: 'an intro', 'a call'."""
_WILLING = frozenset(
    "wants want wanted needs need needed hopes hope hoped plans plan planned likes like tries trying decided agreed "
    "able ready used has have had going intends intended aims aimed wishes expects expected how where when what".split()
)
"""Words behind which 'to' begins an action."""
_THEIRS = frozenset(
    "brother sister husband wife mother father mum mom dad son daughter parents partner boyfriend girlfriend "
    "cousin niece nephew fiancé fiancée".split()
)
_WITH_THEIRS = re.compile(rf"\b(with|from) ((?:{'|'.join(sorted(_THEIRS))})\b)(?!')", re.IGNORECASE)


def with_articles(words: str, *, after_verb: bool = False) -> str:
    """Return words with 'the' or 'a' before things that stand bare behind a preposition.

    With `after_verb` the words begin with a verb, and its object gets its article as well.
    """
    parts = _WITH_THEIRS.sub(r"\1 your \2", words).split()
    out: list[str] = []
    start = after_verb
    at = 0
    if after_verb and parts:
        out.append(parts[0])
        at = 1
        while at < len(parts) and parts[at].casefold() in {
            "you",
            "me",
            "us",
            "back",
            "up",
            "out",
            "over",
            "in",
        }:
            out.append(parts[at])
            at += 1
    while at < len(parts):
        low = parts[at].casefold().strip(".,:?")
        if low in _BREAKS:
            out.append(parts[at])
            before = out[-2].casefold() if len(out) > 1 else ""
            start, at = low in _LEADING and not _leads_on(before, low, parts[at + 1 : at + 2]), at + 1
            continue
        end = at
        while end < len(parts) and parts[end].casefold().strip(".,:?") not in _BREAKS:
            end += 1
        phrase = parts[at:end]
        article = _article(phrase, behind_verb=at < 3 and after_verb) if start else ""
        out += [article, *phrase] if article else phrase
        start, at = False, end
    return " ".join(out)


def _leads_on(before: str, preposition: str, following: list[str]) -> bool:
    """Tell whether 'to' begins an action ('wants to move'), and 'for' what is looked for, which gets 'a'."""
    if preposition == "for":
        return before in {"looking", "look", "searching", "search", "hunting", "asking", "ask"}
    if preposition != "to":
        return False
    verbs = (
        lex.TELLING
        | lex.DEEDS
        | {"move", "order", "offer", "study", "report", "design", "run", "train", "work"}
    )
    return before in _WILLING or any(word.casefold() in verbs for word in following)


def _article(phrase: list[str], *, behind_verb: bool = False) -> str:
    low = [word.casefold().strip(".,:?") for word in phrase]
    head = low[-1]
    if len(low) == 1 and head in _OWN:
        return "your"
    if (
        set(low) & _PERSONS
        or len(low) > 3
        or low[0] in lex.DETERMINERS | {"one"}
        or not phrase[0][:1].islower()
        or head not in things.COUNT
    ):
        return ""
    if any(word in lex.FINITE | lex.GERUNDS | lex.ADVERBS or word.endswith("'s") for word in low[:-1]):
        return ""
    if (len(low) == 1 and head in _BARE and not behind_verb) or number_of(" ".join(phrase)) != "count":
        return ""
    if head in _ONE_OF_MANY:
        return "an" if low[0][0] in "aeio" else "a"
    return "the"
