"""Clauses made ready to be read: dates in full, and no words about how you met or what to do with them."""

from __future__ import annotations

import re

from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.forms import low_words

_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT_DATE = re.compile(
    r"\b(in|by|until|till|since|on|from|next|last|early|late|mid|end of)\s+"
    r"(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?",
    re.IGNORECASE,
)
_SPANS = "week(?:end)?|month|year|summer|autumn|fall|winter|spring|quarter|" + "|".join(_MONTHS + _DAYS)
_RELATIVE = re.compile(
    rf"\s*\b(?:(?:early |late |later |by )?(?:next|this|last) (?:{_SPANS})|tomorrow(?: night| morning)?|"
    rf"tonight|today|atm|"
    r"yesterday|right now|at the moment|these days|soon$|(?:a|two|three|2|3) (?:days?|weeks?|months?|"
    r"years?) ago|"
    r"in (?:a|two|three|four|2|3|4|6|six|a few) (?:days?|weeks?|months?)$)\b(?!')",
    re.IGNORECASE,
)
_IN_FULL = {
    "abt": "about",
    "bday": "birthday",
    "b-day": "birthday",
    "uni": "university",
    "unis": "universities",
    "mtg": "meeting",
    "appt": "appointment",
    "govt": "government",
    "mgmt": "management",
    "yrs": "years",
    "wks": "weeks",
    "mths": "months",
    "tmrw": "tomorrow",
    "tmw": "tomorrow",
    "b/c": "because",
    "ppl": "people",
    "devs": "developers",
    "gf": "girlfriend",
    "bf": "boyfriend",
    "2nd": "second",
}
_SHORT = re.compile(rf"\b(?:{'|'.join(map(re.escape, _IN_FULL))})\b", re.IGNORECASE)
_SHORT_MONTHS = frozenset("jan feb apr jun jul aug sep sept oct nov dec".split())
_MONTH = "|".join(_MONTHS)
_MOVE = re.compile(
    rf"^((?:\w+ly |still |maybe |also )?(?:moving|moves|moved|relocating|relocated)) ([^\W\d]{{3,}})"
    rf"(?: (?:in )?({_MONTH}|spring|summer|autumn|winter))?$",
    re.IGNORECASE,
)
"""'moving lisbon march', as one types it on a phone."""
_BEFORE_MONTH = frozenset(
    "in by of on for to about next last this until till since from late early mid before after".split()
)
_NO_PLACE = (
    lex.AFTER_VERB
    | lex.ADVERBS
    | things.COUNT
    | things.PLURALS
    | frozenset("forward abroad upstairs online".split())
)
_TO_MYSELF = re.compile(
    r"(?:be|don't|do not|smile|relax|slow down|breathe|listen|"
    r"(?:talk|speak|drink|eat|ask|wait) (?:less|more|slowly|slower))\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:(?:pick|find|set|fix|choose|agree on|plan|arrange) (?:a|the) "
    r"(?:date|day|time|place|walk|hike|trip|dinner|lunch)"
    r"|(?:go|meet|have (?:lunch|dinner|coffee|a)|play|compare|swap)(?! (?:you|up with you|to|back|for it)\b))\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(in|by|for|until|till|since|from|next|last|early|late|mid) (march|may)\b")
_LETTERS = re.compile(r"(?<![\w'-])[^\W\d_]{2,}(?![\w-])")
_TALKED = re.compile(
    r"^(?:we\s+)?(?:had a (?:good |long |great |nice )?(?:chat|talk|conversation)|talked|spoke|chatted|"
    r"discussed|chat|talk)"
    r"(?:\s+(?:a bit|a lot|mostly|briefly|at length|again))?(?:\s+(?:about|on|over|of))?\s+(?=\w)"
    r"|^(?:re|about|regarding|concerning)\s+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:(?:she|he|they)\s+)?(?:has |had )?(?:just |also )?"
    r"(?:told me|mentioned|said|talked|spoke|talks|speaks)(?:\s+(?:about|that|of))?\s+(?=\w)",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"^(?:(?:to|must|should|don't forget to|remember to|i should|i must|next time)\s+)?"
    r"(?:(?:ask|question)(?:\s+(?:her|him|them|again))?|find out|check(?:\s+(?:in|back|up))?|follow[- ]?up|"
    r"hear|see|learn|enquire|inquire)"
    r"(?:\s+(?P<link>about|on|after|re:?|with (?:her|him|them) (?:on|about)|more about))?\s+(?=\w)",
    re.IGNORECASE,
)
_NEWS_OF = re.compile(
    r"^(?:any |the )?(?:updates?|latest|news|progress|status)\s+(?:on|about|of|with|from)\s+(?=\w)",
    re.IGNORECASE,
)
_TOUCH_ABOUT = re.compile(
    r"\b(?:about|regarding|re|on the subject of|(?<=caught up )on|(?<=catch up )on|"
    r"(?<=catch-up )on):?\s+(?=\w)",
    re.IGNORECASE,
)


def in_full(clause: str) -> str:
    """Write short months and days out, and leave out 'next week', which was true only when it was noted."""

    def full(match: re.Match[str]) -> str:
        short = match[2].casefold()[:3]
        return f"{match[1]} {next(name for name in _MONTHS + _DAYS if name.casefold().startswith(short))}"

    clause = clause.replace("’", "'")
    clause = re.sub(r"(?i)^thank for ", "thank you for ", clause)
    clause = re.sub(r"(?i)^((?:still )?looking) 4 ", r"\1 for ", clause)
    clause = re.sub(r"(?<=\w )re:? (?=\w)", "about ", clause)
    clause = _SHORT.sub(lambda match: _IN_FULL[match[0].casefold()], clause)
    clause = _MOVE.sub(_to_a_place, clause)
    clause = _with_month(clause)
    clause = re.sub(r"(?<!\w)w/o ?(?=\w)", "without ", re.sub(r"(?<!\w)w/ ?(?=\w)(?!o\b)", "with ", clause))
    return spelt(" ".join(_RELATIVE.sub("", _SHORT_DATE.sub(full, clause)).split()))


def is_for_both(clause: str) -> bool:
    """Tell whether a note to pick up next time is something to do together: 'play chess', 'find a date for dinner'."""
    return _TOGETHER.match(clause) is not None


def is_for_me(clause: str) -> bool:
    """Tell whether a note to pick up next time only tells yourself how to be: 'listen more', 'be nice'."""
    return _TO_MYSELF.match(clause) is not None


def spelt(clause: str) -> str:
    """Write names of places, days and languages with the capitals that nobody types on a phone."""
    clause = _MAY.sub(lambda match: f"{match[1]} {match[2].capitalize()}", clause)
    return _LETTERS.sub(lambda match: things.CAPITALS.get(match[0], match[0]), clause)


def _to_a_place(match: re.Match[str]) -> str:
    verb, place, when = match.groups()
    if place.casefold() in _NO_PLACE or place.casefold().endswith("s") or is_month(place):
        return match[0]
    there = f"{verb} to {place[:1].upper()}{place[1:]}"
    if not when:
        return there
    return f"{there} in {when.capitalize() if is_month(when) else when.lower()}"


def _with_month(clause: str) -> str:
    """'launch september' becomes 'launch in September'; 'march' and 'may' are other words as well."""
    words = clause.split()
    if len(words) < 2 or words[-2].casefold() in _BEFORE_MONTH or not words[-2].isalpha():
        return clause
    month = words[-1].rstrip(".")
    short = month.casefold()[:3]
    if month in {"march", "may"} or not (
        is_month(month) or (len(month) < 5 and month.casefold() in _SHORT_MONTHS)
    ):
        return clause
    full = next(name for name in _MONTHS if name.casefold().startswith(short))
    return f"{' '.join(words[:-1])} in {full}"


def is_month(word: str) -> bool:
    """Tell whether a word is the name of a month."""
    return word.casefold() in {name.casefold() for name in _MONTHS}


def without_touch(clause: str) -> str:
    """'call about the grant' becomes 'the grant'; 'coffee at her office' becomes nothing."""
    low = low_words(clause)
    if clause[:6].casefold() == "wrote:":
        return ""
    first = low[1:2] if low and low[0] in lex.ARTICLES else low[:1]
    if not first or first[0] not in lex.TOUCHES:
        return clause
    if first[0] in lex.HOW_OFTEN and not (len(low) > 1 and low[1] in lex.TOUCHES):
        return clause
    if low[0] == "the":
        return clause
    about = _TOUCH_ABOUT.search(clause)
    return clause[about.end() :] if about else ""


def without_talk(clause: str) -> tuple[str, bool]:
    """Return a clause without 'talked about' or 'told me', and whether it was there for both of you."""
    both = _TALKED.match(clause) is not None
    return _TOLD.sub("", _TALKED.sub("", clause, count=1), count=1), both


def without_asking(clause: str) -> str:
    """'ask about her marathon' becomes 'her marathon', 'see if the roof held' 'if the roof held'."""
    asked = _NEWS_OF.match(clause)
    if asked:
        return clause[asked.end() :]
    asked = _ASK.match(clause)
    if not asked:
        return clause
    rest = clause[asked.end() :]
    first = low_words(rest)[:1]
    return rest if asked["link"] or (first and first[0] in lex.WH) else clause
