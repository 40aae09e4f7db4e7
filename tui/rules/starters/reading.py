"""What a note says, so that a sentence can be built around it that is right.

A clause is understood only where its form shows it; what isn't is 'quote' and is said in quotation marks,
which is right for any words, or is not said at all.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.articles import with_articles
from tui.rules.starters.counting import finite_at, number_of, two_things
from tui.rules.starters.forms import Mode, Pace, Reading, low_words
from tui.rules.starters.fragments import FOR_NOW, is_what_they_are, news_of_kin, tells, topic_in
from tui.rules.starters.notes import clauses, is_foreign, is_shouted, visible
from tui.rules.starters.nouns import as_noun, lowered
from tui.rules.starters.questions import as_question
from tui.rules.starters.second_person import to_you
from tui.rules.starters.verbs import verb_first
from tui.rules.starters.wording import (
    in_full,
    is_for_both,
    is_for_me,
    without_asking,
    without_talk,
    without_touch,
)

_INVITES = {
    "lunch": "lunch",
    "dinner": "dinner",
    "breakfast": "breakfast",
    "coffee": "coffee",
    "tea": "tea",
    "drinks": "a drink",
    "drink": "a drink",
    "beer": "a beer",
    "call": "a call",
}
"""What is noted for the next time and means an invitation."""
_WE = frozenset(
    "agreed decided planned wanted could should might will promised said would can plan want".split()
)
_FIRST_PERSON = frozenset("i i'm i'll i've i'd we we're we've we'll let's us".split())
_EMPTY = (
    lex.DETERMINERS
    | lex.PREPOSITIONS
    | lex.AUXILIARIES
    | lex.WH
    | lex.ADVERBS
    | frozenset(
        "it went goes going you your yours i me we us and or so that there more again things this all go "
        "been "
        "something anything stuff later now then if he she".split()
    )
)
_FRAGMENT = frozenset(
    "no not nothing half every too it only just through at in on by for from with everybody everyone "
    "nobody some all".split()
)
"""Words with which half a sentence begins."""
_OF_THE_HOUR = frozenset("paid ordered arrived came left wore ate drank drove sat stood".split())
"""What somebody did while you were together, which is no news to them."""
_LONGEST_QUOTE = 8
"""Words of a note that can be quoted; longer ones tell a story, and that is not to be read out."""


def read_note(
    text: str,
    names: frozenset[str] = frozenset(),
    pronouns: str = "",
    *,
    group: bool = False,
    mode: Mode = "thread",
) -> tuple[tuple[str, Reading], ...]:
    """Return the clauses of a note that can be said, each with the words of the file it rests on.

    Once somebody else has come up ('her husband, works at Siemens'), a verb without subject may be theirs,
    and is left out. So is everything with pronouns when a note has both 'he' and 'she'.

    Args:
        text: The note.
        names: The person's own names in lower case.
        pronouns: Their pronouns, as the record gives them ('she/her').
        group: True if the note is about several people, so that a verb without subject can be anybody's.
        mode: What the note is.
    """
    note = visible(text)
    whole = set(low_words(note))
    both = len([kind for kind in ({"he", "him", "his"}, {"she", "her", "hers"}) if whole & kind]) > 1
    found: list[tuple[str, Reading]] = []
    others, listing = False, False
    for part, continues in clauses(text):
        low = low_words(part)
        doubtful = both and not pronouns and set(low) & lex.THIRD_PERSON
        reading = None
        if not doubtful and not (others and _needs_subject(low)):
            reading = read(part, names, pronouns, group=group, mode=mode)
        if reading is not None and continues and reading.form in ("noun", "quote"):
            # What follows a comma continues a sentence, unless the whole is a list of things.
            reading = reading if reading.form == "noun" and (listing or reading.both) else None
        if not continues:
            touch_only = mode == "log" and not without_touch(in_full(part))
            listing = touch_only or (reading is not None and reading.form == "noun")
        if reading is not None:
            # Where brackets were taken out of its middle, the note as a whole is what it rests on.
            found.append((part if part in note else note, reading))
        others = others or _names_another(part, low, names)
    return tuple(found)


@lru_cache(maxsize=8192)
def read(
    clause: str,
    names: frozenset[str] = frozenset(),
    pronouns: str = "",
    *,
    group: bool = False,
    mode: Mode = "thread",
) -> Reading | None:
    """Return how a clause can be said, or None where it must not be (unclear who is meant, or nothing left)."""
    words = in_full(clause.lower() if is_shouted(clause) else clause)
    given = words
    if mode == "log":
        words = without_touch(words)
    if not words or (mode == "thread" and is_for_me(words)):
        return None
    if is_foreign(words):
        return Reading("quote", words)
    both = words != given
    if mode != "plain":
        words, talked = without_talk(words)
        words, both = without_asking(words), both or talked
    low = low_words(words)
    if not low or (group and _needs_subject(low)):
        return None
    if mode == "thread" and low[0] in _INVITES and len(low) < 6:
        return Reading(
            "question",
            f"Shall we have {_INVITES[low[0]]}{' ' + rest if (rest := words.partition(' ')[2]) else ''}?".replace(
                "??", "?"
            ),
        )
    if (
        mode == "thread"
        and is_for_both(bare := with_articles(words, after_verb=True))
        and not set(low) & lex.THIRD_PERSON
    ):
        return Reading("own", bare[:1].lower() + bare[1:])
    spoken = to_you(words, names=names, pronouns=pronouns)
    spoken = with_articles(spoken) if spoken else spoken
    if spoken is None or set(low_words(spoken)) & lex.THIRD_PERSON or not _has_content(low_words(spoken)):
        return None
    reading = _form(spoken)
    if reading.form in ("clause", "said", "other", "own") and "it" in low_words(reading.words):
        # Nobody would know any more what 'it' was.
        return None
    if mode == "log":
        return _logged(reading, spoken, low, both, group=group)
    return _quotable(reading)


def _form(spoken: str) -> Reading:
    words, low = spoken.split(), low_words(spoken)
    asks = as_question(spoken)
    if asks is not None:
        return (topic_in(asks.words, low_words(asks.words)) or asks) if asks.form == "quote" else asks
    if low[0] == "we" and len(low) > 2 and low[1] in _WE:
        return Reading("we", " ".join(["we", *words[1:]]))
    if low[0] in _FIRST_PERSON or low[0] in {"it", "it's", "there"}:
        return Reading("quote", spoken)
    if low[0] in {"you", "you're"}:
        return _about_you(words, low)
    return verb_first(words, low) or _thing(spoken, low)


def _about_you(words: list[str], low: list[str]) -> Reading:
    """A clause that had the person as its subject: 'you are hiring', 'you moved to Lisbon'."""
    if low[0] == "you're":
        words, low = ["you", "are", *words[1:]], ["you", "are", *low[1:]]
    told = verb_first(words[1:], low[1:], finite=True) if len(words) > 1 else None
    if told is not None:
        return told
    if "me" in low[2:3]:
        return Reading("said", " ".join(["you", *words[1:]]), "state")
    return Reading("clause" if len(words) > 2 else "quote", " ".join(["you", *words[1:]]), "state")


def _thing(spoken: str, low: list[str]) -> Reading:
    kin = news_of_kin(spoken, low)
    if kin is not None:
        return kin
    noun = as_noun(spoken)
    if noun is not None:
        return Reading("noun", noun)
    at = finite_at(low)
    if at and not set(low) & {"you", "it", "i", "we", "us", "me"}:
        subject = " ".join(spoken.split()[:at])
        determined = low[0] in lex.ARTICLES | lex.POSSESSIVES and at > 1
        both_of_us = low[0] == "your" and set(low) & {"my", "our"}
        if not both_of_us and (determined or number_of(subject) in {"plural", "mass", "proper"}):
            return Reading("other", lowered(spoken), _pace_of(low, at))
    return topic_in(spoken, low) or Reading("quote", spoken)


def _pace_of(low: list[str], at: int) -> Pace:
    """Tell whether what is said of something else holds on ('the shed is a bakery') or is under way."""
    after = low[at + 1]
    holds = not after.endswith("ing") and after not in lex.PREPOSITIONS | FOR_NOW
    return "state" if low[at] in {"is", "are"} and holds else "open"


def _logged(reading: Reading, spoken: str, low: list[str], both: bool, *, group: bool) -> Reading | None:
    """Leave out of a log what may be your own doing ('sent the deck'), and what only tells of the hour itself."""
    if reading.form == "question" or (reading.form == "indirect" and low[0] in {"if", "whether"}):
        return None
    if reading.form == "noun" and not both and is_what_they_are(low):
        return None
    if reading.form == "clause" and (
        "me" in low_words(reading.words) or low_words(reading.words)[1] in _OF_THE_HOUR
    ):
        # 'will send me the paper' is a promise of theirs, and stands among those.
        return None
    numbered = low[0] in lex.NUMBERS or low[0].isdigit()
    if reading.form == "noun" and numbered and not both and not reading.words.startswith("your "):
        return None
    if reading.form == "quote" and not both and (group or numbered or len(low) < 2 or low[0] in _FRAGMENT):
        return None
    verb = next((word for word in low if word not in lex.ADVERBS), low[0])
    has_subject = low_words(spoken)[0] == "you"
    if not has_subject and not both:
        if verb in lex.TOLD_ME and {"my", "me"} & set(low) and not {"him", "her", "them"} & set(low):
            # 'asked about my thesis' can only be them.
            return Reading("said", f"you {spoken[:1].lower()}{spoken[1:]}", "state")
        theirs = verb == "got" or verb in lex.BEGINNINGS | lex.THEIRS_PAST | lex.PASSIVE
        past = verb in lex.PAST | lex.MINE_TOO | lex.TOLD_ME or verb.endswith("ed")
        if reading.form == "own" or (past and not theirs and reading.form in ("clause", "quote")):
            return None
    topics = both and reading.form == "quote" and _is_topic(low_words(spoken))
    reading = Reading("noun", lowered(spoken)) if topics else reading
    if reading.form == "quote" and not (is_foreign(reading.words) or tells(low)):
        return None
    checked = _quotable(reading)
    return msgspec.structs.replace(checked, both=both) if checked else None


def _quotable(reading: Reading) -> Reading | None:
    """Leave out quotations that nobody would read out: long ones, and those about yourself."""
    if reading.form != "quote":
        return reading
    low = low_words(reading.words)
    if len(low) > _LONGEST_QUOTE or set(low) & (_FIRST_PERSON | {"my", "me", "our", "you", "yours"}):
        return None
    return None if len(low) < 2 and low[0] in lex.ADVERBS else reading


def _is_topic(words: list[str]) -> bool:
    """Tell whether what follows 'talked about' can stand there as it is, though its head isn't known."""
    verbs = lex.FINITE | lex.GERUNDS | lex.PAST | lex.PREPOSITIONS | lex.THIRD_PERSON | lex.NOUN_TOO
    return (
        len(words) <= 4
        and not set(words) & (verbs | {"i", "you", "it", "not"})
        and words[-1] not in things.COUNT
        and not two_things(words)
    )


def _has_content(words: list[str]) -> bool:
    """Tell whether anything is left that says what it is about: 'how it went' doesn't."""
    return any(word not in _EMPTY and len(word) > 1 for word in words)


_NEEDS_SUBJECT = (
    lex.GERUNDS
    | lex.PAST
    | frozenset(lex.GOING)
    | frozenset(lex.STATE)
    | frozenset(lex.OPINION)
    | lex.ATTITUDE
    | lex.AUXILIARIES
    | lex.TOLD_ME
    | lex.PLACED
    | lex.PASSIVE
)


def _needs_subject(words: list[str]) -> bool:
    """Tell whether a clause in a note about several people leaves open who is meant."""
    if any(word in lex.THIRD_PERSON for word in words):
        return True
    rest = [word for word in words if word not in lex.ADVERBS]
    return bool(rest) and rest[0] in _NEEDS_SUBJECT


def _names_another(part: str, low: list[str], names: frozenset[str]) -> bool:
    """Tell whether a clause brings up somebody else, to whom what follows may refer."""
    subject = len(low) > 2 and part[:1].isupper() and low[0] not in names and low[0] not in lex.THIRD_PERSON
    return bool(set(low) & things.RELATIONS) or (subject and low[1] in lex.FINITE)
