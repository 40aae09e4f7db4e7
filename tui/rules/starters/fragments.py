"""Fragments of notes: what is new with somebody close, what half a sentence is about, what somebody is."""

from __future__ import annotations

from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.counting import head_at
from tui.rules.starters.forms import Reading
from tui.rules.starters.nouns import as_noun, wanted

FOR_NOW = frozenset(
    "back still stuck ready late delayed done full open closed up down off over out not nearly almost about due "
    "finally".split()
)
"""What follows 'is' where things are not to stay so."""
_PREDICATES = frozenset(
    "called named ends opens starts closes begins expires finishes runs went done".split()
)
"""Words that say something of what stands before them."""
_NEWS_OF_KIN = frozenset(
    "starts joins moves leaves finishes opens launches graduates marries turns wins got moved started joined won "
    "opened finished graduated has wants needs plans hopes".split()
)
"""What somebody close does that one can ask about; other things end in 'How is your sister?'."""
_ROLES = frozenset(
    "ceo cto coo cfo vp friend student founder director head manager owner chair intern neighbour designer developer "
    "engineer lawyer translator programmer researcher postdoc professor teacher tutor editor publisher producer "
    "advisor adviser consultant recruiter freelancer speaker architect electrician plumber builder photographer "
    "illustrator farmer diver dancer writer painter singer banker trader baker brewer doctor surgeon nurse".split()
)
"""Words for what somebody is, which a note says of the person it is about."""


def news_of_kin(spoken: str, low: list[str]) -> Reading | None:
    """'daughter starts uni', 'son applying to three schools': what is new with somebody close."""
    words = spoken.split()
    own = low[0] == "your"
    rest = words[own:]
    who = low[own] if len(low) > own else ""
    if len(rest) < 3 or who not in things.KIN | {"boss"} or who in things.PLURALS or who.endswith("kids"):
        return None
    verb, after = low[own + 1], rest[2:]
    if verb in lex.GERUNDS and after[0].casefold() in lex.AFTER_VERB | lex.PREPOSITIONS:
        return Reading("other", f"your {who} is {' '.join(rest[1:])}", "open")
    if verb not in _NEWS_OF_KIN:
        return None
    thing = wanted(" ".join(after)) if verb in {"has", "got", "needs", "wants"} else None
    return Reading("other", f"your {who} {verb} {thing or ' '.join(after)}", "open")


def topic_in(spoken: str, low: list[str]) -> Reading | None:
    """What a fragment is about, where how it goes on can't be said: 'budget: stuck with regulator', 'kids back'."""
    ends_with = FOR_NOW | lex.PREPOSITIONS | lex.FINITE | _PREDICATES
    for at, word in enumerate(low[:3]):
        known = word in things.COUNT | things.KIN | things.PERSONAL | things.PLURALS
        behind = low[at + 1] if at + 1 < len(low) else ""
        ends = spoken.split()[at].endswith(":") or behind in ends_with or behind.endswith("ed")
        led = at == 0 or low[0] in lex.ARTICLES | lex.POSSESSIVES | things.COUNT | things.MASS | {
            "new",
            "old",
        }
        if known and ends and led:
            noun = as_noun(" ".join(spoken.split()[: at + 1]).rstrip(":"))
            return Reading("noun", noun) if noun else None
    return None


def is_what_they_are(low: list[str]) -> bool:
    """Tell whether a bare word for a person says what somebody is: 'vegetarian', 'student of Prof. Ito'."""
    if low[0] in lex.DETERMINERS | {"new", "old"}:
        return low[:2] == ["first", "time"]
    head = low[head_at(low)]
    close = things.RELATIONS - things.KIN - {"team", "company", "board"}
    trait = len(low) < 3 and len(head) > 5 and head.endswith(("ist", "ian", "eer"))
    return head in close | _ROLES or trait or low[:2] == ["first", "time"]


def tells(low: list[str]) -> bool:
    """Tell whether words that can't be turned tell of something, and are more than a trait or a look."""
    return len(low) > 2 and any(
        word in lex.GERUNDS | lex.PAST | lex.TOLD_ME | (lex.FINITE - lex.BE)
        or (word.endswith("ed") and len(word) > 4)
        for word in low
    )
