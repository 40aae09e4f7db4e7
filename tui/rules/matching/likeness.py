"""Whether two notes are about the same thing: a need and an offer, an interest and a topic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
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


_GENERAL = frozenset(
    "year month week day hour minute number thing whole real really plain old every much many spare "
    "used twenty thirty forty fifty hundred thousand twelve eleven ten nine eight seven six five four "
    "know think see seeing inside outside run running still here there just than then also well happy "
    "local long short full free possible useful interesting interested interest please idea question "
    "person type kind part side place case end hand topic knowledge understand understanding understands "
    "our you your she his him her its was were been being does did done doing not but per "
    "set list lot bit few object objects stuff material materials example examples".split()
)
"""Words that say too little to tell what a need or an offer is about, beyond those that `stems` leaves out."""

_FAMILIES = """
review reviewer reviewing reviewed; speak speaker speaking; lecture lecturer; write writer writing written;
edit editor editing; translate translator translation translating; explain explanation explaining;
forecast forecasting forecaster; model modelling modeling modeller; charge charging charger;
measure measurement measuring measured; meter metering; price pricing; photograph photo photographer photography;
law lawyer legal attorney; regulator regulation regulatory; permit permitting; invest investor investment investing;
fund funder funding fundraising; lend lender lending loan; grant grantmaking; finance financing financial;
hire hiring; recruit recruiter recruiting recruitment; account accountant accounting bookkeeping;
mentor mentoring mentorship; teach teacher teaching; coach coaching; interview interviewing;
consult consultant consulting consultancy; negotiate negotiation negotiating; illustrate illustrator illustration;
electrify electrification; battery batterie; study studie; publish publisher publishing;
test testing tester; program programmer programming; weave weaver weaving; sail sailing sailor;
procure procurement purchasing; advertise advertising; research researcher; statistic statistician;
apprentice apprenticeship; choir choral; climb climbing; garden gardening gardener; record recording;
design designer; develop developer; represent representative; ferry ferrie; grid gridded
"""
_FAMILY_OF = {word: line.split()[0] for line in _FAMILIES.split(";") for word in line.split()}
_ONE_WORD: Final = (
    ("(?:mini|micro|nano)[- ]?grids?", "microgrid"),
    ("machine[- ]learning|ml", "machinelearning"),
    ("artificial intelligence", "ai"),
    ("open[- ]source", "opensource"),
    ("open[- ]data", "opendata"),
    ("user[- ]research", "userresearch"),
    ("supply[- ]chains?", "supplychain"),
    ("human resources", "hr"),
    ("public relations", "pr"),
    ("real estate", "realestate"),
    ("social media", "socialmedia"),
    ("product[- ]management", "productmanagement"),
    ("project[- ]management", "projectmanagement"),
    ("life sciences?", "lifescience"),
    ("venture capital", "vc"),
    ("night trains?", "nighttrain"),
    ("heat[- ]pumps?", "heatpump"),
)
"""Words that mean one thing together and another alone: a learning engineer does not do machine learning."""


@cache
def _one_word() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Return what finds any of them, and what finds each; compiled when first asked for, which takes 5 ms."""
    words = [rf"\b(?:{several})\b" for several, _ in _ONE_WORD]
    each = tuple(
        (re.compile(word, re.IGNORECASE), one) for word, (_, one) in zip(words, _ONE_WORD, strict=True)
    )
    return re.compile("|".join(words), re.IGNORECASE), each


@lru_cache(maxsize=16384)
def terms(text: str) -> frozenset[str]:
    """Return the words that say what a need, an offer or a piece of work is about, each by its family's name.

    Stricter than `stems`: for two people who don't know each other, a chance resemblance is worse than none.
    Only forms listed as one family count as one word: a plan is not planning.
    """
    any_of_them, each = _one_word()
    if any_of_them.search(text):
        for several, one in each:
            text = several.sub(one, text)
    found = stems(text)
    return frozenset(_FAMILY_OF.get(word, word) for word in found if word not in _GENERAL)


def nearest(one: str, others: Iterable[str]) -> str:
    """Return which of some notes is about the same thing as one, the nearest of them; '' if none is."""
    fitting = [it for it in others if is_about_the_same(one, it)]
    return max(fitting, key=lambda it: len(stems(one) & stems(it)), default="")
