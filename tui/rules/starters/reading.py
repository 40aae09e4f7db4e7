"""What kind of words a note is made of, so that a sentence can be built around it that is right.

A clause is understood only where its form shows it; everything else is 'quote' and is said in quotation
marks, which is right for any words.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

import msgspec

from tui.rules.starters import lexicon as lex
from tui.rules.starters.notes import clauses, is_foreign, is_shouted, visible
from tui.rules.starters.nouns import as_noun, lowered, number_of, wanted
from tui.rules.starters.second_person import to_you

Form = Literal["question", "indirect", "noun", "clause", "said", "we", "other", "own", "quote"]
Pace = Literal["going", "begun", "done", "state", "habit", "opinion", "open"]


class Reading(msgspec.Struct, frozen=True):
    """A clause as it can be said to the person it is about."""

    form: Form
    """How it is built: it decides which sentences it fits."""
    words: str
    """The words, in the second person: 'you were hiring two people', 'the Lisbon move'."""
    pace: Pace = "open"
    """Whether it was under way, begun, done, a state, something done regularly, a view, or can't be told."""
    both: bool = False
    """True if it is known only that it was talked about, not who brought it up."""


_HEAD = re.compile(
    r"^(?:we\s+)?(?:had a (?:good |long |great |nice )?(?:chat|talk|conversation)|talked|spoke|chatted|discussed|chat|talk)"
    r"(?:\s+(?:a bit|a lot|mostly|briefly|at length|again))?(?:\s+(?:about|on|over|of))?\s+(?=\w)|^(?:re|about|regarding|concerning)\s+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:(?:she|he|they)\s+)?(?:has |had )?(?:just |also )?(?:told me|mentioned|said|explained|described|talked|spoke|talks|speaks)"
    r"(?:\s+(?:about|that|of))?\s+(?=\w)",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"^(?:(?:to|must|should|don't forget to|remember to|i should|i must|next time)\s+)?(?:(?:ask|question)(?:\s+(?:her|him|them|again))?|"
    r"find out|check(?:\s+(?:in|back|up))?|follow[- ]?up|hear|see|learn|enquire|inquire)"
    r"(?:\s+(?P<link>about|on|after|for|with (?:her|him|them) (?:on|about)|more about))?\s+(?=\w)",
    re.IGNORECASE,
)
_WE = frozenset(
    "agreed decided planned wanted could should might will promised said would can plan want".split()
)
_INVERTED = lex.AUXILIARIES - {"'s", "'re", "'ll", "'d", "'ve", "cannot"}
_DIRECT_START = frozenset(
    "any anything still found got ready done back had did do does is are was were has have will can could would "
    "how what where when why who which".split()
)


@lru_cache(maxsize=8192)
def read(
    clause: str, names: Collection[str] = (), pronouns: str = "", *, group: bool = False, log: bool = False
) -> Reading | None:
    """Return how a clause can be said, or None where it must not be (unclear who is meant, or nothing left).

    `names` are the person's own names in lower case; `group` says that the note is about several people,
    so that a verb without subject can be anybody's; `log` that it is a record of a touch, which may begin
    with how you met ('coffee', 'call about the grant') and tell of what you did yourself.
    """
    if is_shouted(clause):
        clause = clause.lower()
    clause = _in_full(clause)
    given = clause
    if log:
        clause = _without_touch(clause)
    if not clause:
        return None
    if is_foreign(clause):
        return Reading("quote", clause)
    clause, given = clause.replace("’", "'"), given.replace("’", "'")
    both = clause != given or _HEAD.match(clause) is not None
    for head in (_HEAD, _TOLD):
        clause = head.sub("", clause, count=1)
    asked = _ASK.match(clause)
    if asked:
        rest = clause[asked.end() :]
        first = _low(rest)[:1]
        if asked["link"] or (first and first[0] in lex.WH):
            clause = rest
        else:
            asked = None
    if not clause.strip():
        return None
    if group and _needs_subject(_low(clause)):
        return None
    spoken = to_you(clause, names=names, pronouns=pronouns)
    if spoken is None or set(_low(spoken)) & (lex.THIRD_PERSON | {"his"}) or not _has_content(_low(spoken)):
        return None
    reading = _read(spoken)
    if both and reading.form == "quote" and _is_topic(_low(spoken)):
        reading = Reading("noun", lowered(spoken))
    if log and (reading.form == "own" or _low(clause)[0] in lex.MINE_TOO):
        # 'sent the deck' in a log was as likely you; 'asked about my thesis' was not.
        if not (_low(clause)[0] in lex.TOLD_ME and {"my", "me"} & set(_low(clause))):
            return None
        return Reading("said", f"you {spoken[:1].lower()}{spoken[1:]}", "state")
    if reading.form == "quote" and len(reading.words.split()) < 2 and reading.words.casefold() in lex.ADVERBS:
        return None
    return msgspec.structs.replace(reading, both=both)


def _is_topic(words: list[str]) -> bool:
    """Tell whether what follows 'talked about' can stand there as it is, though its head isn't known."""
    verbs = lex.FINITE | lex.GERUNDS | lex.PAST | lex.PREPOSITIONS | lex.THIRD_PERSON | lex.NOUN_TOO
    return (
        len(words) <= 4
        and not set(words) & (verbs | {"i", "you", "it", "not"})
        and words[-1] not in lex.COUNT
    )


_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT_DATE = re.compile(
    r"\b(in|by|until|till|since|on|from|next|last|early|late|mid|end of)\s+"
    r"(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\s*\b(?:(?:early |late |later |by )?(?:next|this|last) (?:week(?:end)?|month|year|summer|autumn|fall|winter|spring|quarter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday)|tomorrow(?: night| morning)?|tonight|today|yesterday|right now|at the moment|these days|"
    r"in (?:a|two|three|four|2|3|4|6|six|a few) (?:days?|weeks?|months?)|"
    r"(?:a|two|three|2|3) (?:days?|weeks?|months?|years?) ago)\b",
    re.IGNORECASE,
)


def _in_full(clause: str) -> str:
    """Write short months and days out, and leave out 'next week', which was true only when it was noted."""

    def full(match: re.Match[str]) -> str:
        short = match[2].casefold()[:3]
        return f"{match[1]} {next(name for name in _MONTHS + _DAYS if name.casefold().startswith(short))}"

    clause = re.sub(r"(?<!\w)w/o ?(?=\w)", "without ", re.sub(r"(?<!\w)w/ ?(?=\w)(?!o\b)", "with ", clause))
    return " ".join(_RELATIVE.sub("", _SHORT_DATE.sub(full, clause)).split())


def _without_touch(clause: str) -> str:
    """'call about the grant' becomes 'the grant'; 'coffee at her office' becomes nothing."""
    low = _low(clause)
    if clause[:6].casefold() == "wrote:":
        return ""
    if not low or low[0] not in lex.TOUCHES:
        return clause
    if low[0] in lex.HOW_OFTEN and not (len(low) > 1 and low[1] in lex.TOUCHES):
        return clause
    about = re.search(
        r"(?i)\b(?:about|regarding|re|on the subject of|(?<=caught up )on|(?<=catch up )on|(?<=catch-up )on):?\s+(?=\w)",
        clause,
    )
    return clause[about.end() :] if about else ""


def _low(text: str) -> list[str]:
    return [word.casefold().strip("\"'.,:?!") for word in text.split()]


def _has_content(words: list[str]) -> bool:
    """Tell whether anything is left that says what it is about: 'how it went' doesn't."""
    empty = (
        lex.DETERMINERS
        | lex.PREPOSITIONS
        | lex.AUXILIARIES
        | lex.WH
        | lex.ADVERBS
        | frozenset(
            "it went goes going you your yours i me we us and or so that there more again things this all go been "
            "something anything stuff later now then if he she".split()
        )
    )
    return any(word not in empty and len(word) > 1 for word in words)


def _needs_subject(words: list[str]) -> bool:
    """Tell whether a clause in a note about several people leaves open who is meant."""
    if any(word in lex.THIRD_PERSON for word in words):
        return True
    rest = [word for word in words if word not in lex.ADVERBS]
    return bool(rest) and (
        rest[0] in lex.GERUNDS
        or rest[0] in lex.PAST
        or rest[0] in lex.GOING
        or rest[0] in lex.STATE
        or rest[0] in lex.OPINION
        or rest[0] in lex.ATTITUDE
        or rest[0] in lex.AUXILIARIES
        or rest[0] in lex.TOLD_ME
        or rest[0] in lex.PLACED
        or rest[0] in lex.PASSIVE
    )


def _read(clause: str) -> Reading:
    words = clause.split()
    low = _low(clause)
    if clause.endswith("?"):
        return _question(clause, low)
    if low[0] in lex.WH or re.match(r"(?i)(how|what|where|when|who)'s\s", clause):
        return _wh(clause, low)
    if (
        low[0] in _INVERTED
        and len(low) > 2
        and (low[1] == "you" or low[0] in {"did", "does", "do"} and low[1] in lex.DETERMINERS)
    ):
        return Reading("question", f"{clause[:1].upper()}{clause[1:]}?")
    if low[0] == "we" and len(low) > 2 and low[1] in _WE:
        return Reading("we", " ".join(["we", *words[1:]]))
    if low[0] in {"i", "i'm", "i'll", "i've", "i'd", "we", "we're", "let's", "it", "it's", "there"}:
        return Reading("quote", clause)
    if low[0] in {"you", "you're"}:
        return _about_you(words, low)
    return _verb_first(words, low) or _noun(clause, low)


def _question(clause: str, low: list[str]) -> Reading:
    if re.match(r"(?i)(how|what|where|when|who)'s\s", clause):
        return Reading("question", clause[:1].upper() + clause[1:])
    if low[0] in _DIRECT_START and not (low[0] in lex.WH and len(low) > 1 and not _is_inverted(low)):
        return Reading("question", clause[:1].upper() + clause[1:])
    if low[0] in lex.WH:
        return Reading("indirect", _small(clause.rstrip("? ")))
    noun = as_noun(clause.rstrip("? "))
    return Reading("noun", noun) if noun else Reading("quote", clause.rstrip("? "))


def _is_inverted(low: list[str]) -> bool:
    return low[1] in _INVERTED or low[0].endswith("'s") or low[1] in {"about", "else", "next"}


def _wh(clause: str, low: list[str]) -> Reading:
    contracted = re.match(r"(?i)(how|what|where|when|who)'s\s", clause)
    if contracted or (
        len(low) > 2 and low[0] not in {"if", "whether"} and _is_inverted(low) and low[1] != "about"
    ):
        # 'what is new' and 'who is hiring' are subject questions and fit either way.
        return Reading("question", clause[:1].upper() + clause[1:].rstrip("? ") + "?")
    if len(low) < 3:
        return Reading("quote", clause)
    return Reading("indirect", _small(clause))


def _small(clause: str) -> str:
    return clause[:1].lower() + clause[1:]


def _about_you(words: list[str], low: list[str]) -> Reading:
    """A clause that had the person as its subject: 'you are hiring', 'you moved to Lisbon'."""
    if low[0] == "you're":
        words, low = ["you", "are", *words[1:]], ["you", "are", *low[1:]]
    rest = _verb_first(words[1:], low[1:], finite=True)
    if rest is not None:
        return rest
    return (
        Reading("clause", " ".join(["you", *words[1:]]), "state")
        if len(words) > 2
        else Reading("quote", " ".join(words))
    )


_BASE = {**lex.STATE, **lex.OPINION}
_BASES = frozenset(_BASE.values())
_BASE_GOING = {
    "want": "wanted",
    "need": "needed",
    "hope": "hoped",
    "plan": "planned",
    "intend": "intended",
    "aim": "aimed",
    "try": "were trying",
    "consider": "were considering",
    "look": "were looking",
    "hire": "were hiring",
    "prepare": "were preparing",
    "seek": "were looking for",
    "train": "were training",
    "study": "were studying",
}


def _verb_first(words: list[str], low: list[str], *, finite: bool = False) -> Reading | None:
    """Read a clause that begins with what somebody does, did or is, after any adverbs."""
    lead = 0
    while lead < len(low) - 1 and low[lead] in lex.ADVERBS:
        lead += 1
    adverbs, verb, rest = [w.lower() for w in words[:lead]], low[lead], words[lead + 1 :]
    after = low[lead + 1] if lead + 1 < len(low) else ""

    def clause(start: str, pace: Pace) -> Reading:
        # Adverbs go behind 'were' and before any other verb: 'you were still looking', 'you just bought'.
        first, _, others = start.partition(" ")
        placed = [first, *adverbs, *others.split()] if first in lex.BE else [*adverbs, *start.split()]
        return Reading("clause", " ".join(["you", *placed, *rest]), pace)

    if verb in lex.GERUNDS and _is_verbal(after, low[lead + 1 :]):
        rest = _with_article(verb, rest)
        return clause(f"were {verb}", "going")
    if verb in lex.GERUNDS | {"needs", "wants", "seeks"} and _with_article(verb, rest) != rest:
        rest = _with_article(verb, rest)
        return clause(lex.GOING.get(verb, f"were {verb}"), "going")
    if (
        verb
        in lex.BE
        | {
            "has",
            "have",
            "had",
            "will",
            "would",
            "can",
            "could",
            "might",
            "may",
            "won't",
            "hasn't",
            "haven't",
            "can't",
            "couldn't",
            "doesn't",
            "don't",
        }
        and after
    ):
        return _auxiliary(verb, after, rest, adverbs)
    if finite and verb in lex.TOLD_ME and after:
        return Reading("said", " ".join(["you", *adverbs, verb, *rest]), "state")
    if verb in lex.GOING and _is_verb(verb, after, finite):
        return clause(lex.GOING[verb], "going")
    if verb in lex.OPINION and _is_verb(verb, after, finite):
        return clause(lex.OPINION[verb], "opinion")
    if verb in lex.STATE and _is_verb(verb, after, finite):
        return clause(lex.STATE[verb], "habit" if verb in lex.HABITS else "state")
    if finite and verb in _BASE_GOING and after:
        return clause(_BASE_GOING[verb], "going")
    if finite and verb in _BASES and after:
        return clause(verb, "state")
    if verb in lex.PAST and after and (finite or _has_object(after, rest)):
        return clause(verb, "begun" if verb in lex.BEGINNINGS else "done")
    if verb in lex.ATTITUDE and after in lex.PREPOSITIONS | {"to", "that", "whether", "if"}:
        return clause(f"were {verb}", "opinion")
    if verb in lex.PLACED and after in {"in", "near", "at", "to", "outside", "from"}:
        return clause(f"are {verb}", "state")
    if verb == "back" and after in {"from", "in", "at", "to"}:
        return clause("were back", "begun")
    if verb == "on" and after in {
        "parental",
        "maternity",
        "paternity",
        "sabbatical",
        "holiday",
        "vacation",
        "leave",
        "tour",
    }:
        return clause("were on", "state")
    if verb in lex.PASSIVE and after in {"to", "at", "for", "as", "by", "onto", "into", "among"}:
        return clause(f"were {verb}", "begun")
    if verb in lex.TELLING and not finite and not adverbs and _is_order(verb, after, low[lead + 1 :]):
        return Reading("own", " ".join([verb, *rest]))
    return None


def _with_article(verb: str, rest: list[str]) -> list[str]:
    """Give what somebody looks for its article: 'needs lawyer', 'looking for designer'."""
    if verb in {"needs", "wants", "seeks", "hiring", "needing", "seeking"}:
        sought = wanted(" ".join(rest))
        return sought.split() if sought else rest
    if verb == "looking" and rest[:1] == ["for"]:
        sought = wanted(" ".join(rest[1:]))
        return ["for", *sought.split()] if sought else rest
    return rest


def _auxiliary(verb: str, after: str, rest: list[str], adverbs: list[str]) -> Reading:
    tail = " ".join(rest)
    more = " ".join(adverbs)
    lead = f"you {more} " if more else "you "
    second = rest[1].casefold().strip(".,") if len(rest) > 1 else ""
    if verb in {"is", "are", "isn't", "aren't", "was", "were", "am"}:
        skipped = second if after in lex.ADVERBS else after
        if skipped.endswith("ing") and len(skipped) > 5:
            be = {"isn't": "weren't", "aren't": "weren't"}.get(verb, "were")
            return Reading("clause", f"you {be} {more + ' ' if more else ''}{tail}", "going")
        be = {"is": "are", "isn't": "aren't", "was": "were", "wasn't": "weren't", "am": "are"}.get(verb, verb)
        if skipped in lex.ATTITUDE:
            return Reading("clause", f"you {'were' if be == 'are' else be} {tail}", "opinion")
        return Reading("clause", f"you {be} {more + ' ' if more else ''}{tail}", "state")
    if verb in {"has", "have", "had", "hasn't", "haven't"}:
        have = {"has": "have", "hasn't": "haven't"}.get(verb, verb)
        skipped = second if after in lex.ADVERBS else after
        done = (
            skipped in lex.PAST
            or skipped.endswith("ed")
            or skipped in {"been", "written", "taken", "gone", "begun", "grown"}
        )
        if skipped == "been":
            return Reading(
                "clause", f"{lead}{have} {tail}", "going" if re.search(r"\bbeen \w+ing\b", tail) else "state"
            )
        return Reading("clause", f"{lead}{have} {tail}", "done" if done else "state")
    said = {"will": "would", "may": "might", "won't": "would not", "doesn't": "don't"}.get(verb, verb)
    return Reading(
        "clause", f"{lead}{said} {tail}", "going" if said in {"would", "might", "would not"} else "state"
    )


def _is_verbal(after: str, rest: list[str]) -> bool:
    """Tell whether an -ing word begins an action ('hiring two people') and not a noun ('hiring plans')."""
    if not after:
        return False
    if after in lex.AFTER_VERB:
        return True
    # 'hiring engineers' is an action; 'hiring plan' is a thing.
    return len(rest) == 1 and after.endswith("s") and after not in lex.NOUN_TOO | lex.NOT_PLURAL


def _has_object(after: str, rest: list[str]) -> bool:
    """Tell whether a past form is a verb ('joined Acme', 'bought a house') and not 'planned move'."""
    return (
        after in lex.AFTER_VERB | lex.PREPOSITIONS
        or rest[0][:1].isupper()
        or number_of(" ".join(rest)) in {"plural", "mass"}
    )


def _is_verb(verb: str, after: str, finite: bool) -> bool:
    if not after:
        return False
    if finite or verb not in lex.NOUN_TOO:
        return True
    if verb in lex.VERB_PREPOSITIONS and after in lex.PREPOSITIONS | {"that", "whether", "if"}:
        return after in lex.VERB_PREPOSITIONS[verb]
    return after in lex.ARTICLES | lex.POSSESSIVES | lex.NUMBERS | {"to", "up", "out"} and not (
        after == "to" and verb not in {"hopes", "plans", "needs", "aims"}
    )


def _is_order(verb: str, after: str, rest: list[str]) -> bool:
    """Tell whether a verb without subject is something that you mean to do ('invite her to the panel')."""
    if not after:
        return False
    nounish = {
        "call",
        "meeting",
        "visit",
        "offer",
        "share",
        "show",
        "test",
        "draft",
        "review",
        "print",
        "copy",
        "plan",
        "intro",
        "update",
        "message",
        "email",
        "point",
        "book",
        "set",
        "check",
        "look",
        "try",
        "follow",
        "help",
        "talk",
        "order",
        "thank",
        "wish",
        "catch",
        "mention",
    }
    if verb in nounish:
        return after in lex.DETERMINERS | {
            "you",
            "me",
            "us",
            "about",
            "to",
            "up",
            "through",
            "together",
            "off",
            "with",
        } and not (
            verb
            in {"intro", "call", "visit", "talk", "plan", "update", "draft", "review", "message", "email"}
            and after in {"to", "with", "about"}
            and verb not in {"talk"}
        )
    return after not in lex.AUXILIARIES and bool(rest)


def _noun(clause: str, low: list[str]) -> Reading:
    noun = as_noun(clause)
    if noun is not None:
        return Reading("noun", noun)
    if low[0] in lex.DETERMINERS - {"this", "that", "these", "those"} and any(
        word in lex.FINITE for word in low[2:]
    ):
        if not set(low) & {"you", "it", "i", "we"}:
            return Reading("other", lowered(clause))
    return Reading("quote", clause)


def read_note(
    text: str, names: Collection[str] = (), pronouns: str = "", *, group: bool = False, log: bool = False
) -> tuple[tuple[str, Reading], ...]:
    """Return the clauses of a note that can be said, each as it stands and as it is read.

    Once somebody else has come up ('her husband, works at Siemens'), a verb without subject may be theirs,
    and is left out. So is everything with pronouns when a note has both 'he' and 'she'.
    """
    whole = set(_low(text[:2000]))
    both = len([kind for kind in ({"he", "him", "his"}, {"she", "her", "hers"}) if whole & kind]) > 1
    found: list[tuple[str, Reading]] = []
    whole_note, others = visible(text), False
    for part in clauses(text):
        low = _low(part)
        doubtful = both and set(low) & lex.THIRD_PERSON and not pronouns
        if not doubtful and not (others and _needs_subject(low)):
            reading = read(part, names, pronouns, group=group, log=log)
            if reading is not None:
                # Where brackets were taken out of its middle, the note as a whole is what it rests on.
                found.append((part if part in whole_note else whole_note, reading))
        named = (
            len(low) > 2
            and part[:1].isupper()
            and low[0] not in names
            and low[1] in lex.FINITE
            and low[0] not in lex.THIRD_PERSON
        )
        others = others or named or bool(set(low) & lex.RELATIONS)
    return tuple(found)
