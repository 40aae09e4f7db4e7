"""What happened, said in a sentence: 'had a call with Maya today about the gripper'.

Read with the rules that the other lines have: one reader for dates, one for names, and nothing is guessed that
could be two people. What is not understood stays in the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

import msgspec

from tui.model.network import Network
from tui.model.records import Channel, Contact
from tui.model.text import fold, one_line
from tui.rules.dates import NotADate, When, moment, read_when
from tui.rules.matching.named import Match, find_named

_WORDS: dict[Channel, str] = {
    "call": "call called calling phone phoned phoning ring rang rung",
    "video": "video zoom zoomed teams facetime facetimed skype skyped videocall webcam",
    "in person": (
        "met meet meeting saw seen coffee coffees lunch dinner supper breakfast brunch tea drink drinks beer beers"
        " walk walked visit visited visiting party ran bumped"
    ),
    "email": "email emailed emailing e-mail e-mailed mail mailed",
    "message": (
        "message messaged messaging messages text texted texting whatsapp whatsapped signal telegram sms pinged"
        " chat chatted wrote"
    ),
    "social": "linkedin dm dmed commented comment mastodon bluesky liked",
}
CHANNEL_OF: dict[str, Channel] = {
    word: channel for channel, words in _WORDS.items() for word in words.split()
}
"""A word that tells how you were in touch, to the channel."""

_VERBS = frozenset(
    "call called phone phoned ring rang zoomed facetimed skyped met meet saw visited email emailed e-mailed mail"
    " mailed message messaged text texted whatsapped pinged wrote dmed".split()
)
"""Words that somebody's name may follow without 'with' or 'to'."""
_FILLERS = frozenset(
    "i we had have having did got a an the my our quick short long brief nice good another some just up on over to"
    " with from into for by then again and & finally also via talked spoke spoken chatted discussed about".split()
)
_TRIED = re.compile(
    r"\b(?:tried|trying|attempted)(?: to)?\b|\bno (?:answer|reply)\b|\b(?:didn.?t|did not|couldn.?t|could not)"
    r" (?:reach|get through(?: to)?|get hold of)\b|\bno luck\b|\bleft (?:a )?voicemail(?: for)?\b|\bmissed\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s*(?::|—|–)\s+|\s+(?:about|re|regarding)\s+|\s*[:;]\s*$", re.IGNORECASE)
_JOINS = frozenset("with to from and & about".split())
"""Words that belong to no summary, wherever they stand."""
_LONGEST_DATE = 5
"""Words that a date may have."""
_FIRST = 4
"""Words of what it was about that may say how you were in touch: 'Maya: lunch yesterday'."""
_LONGEST_NAME = 5
"""Words of a name that are looked up together."""
_DAY = re.compile(
    r"(?:on |this |last )?(?:today|yesterday|tomorrow|tonight|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:morning|afternoon|evening|night))?"
    r"|.*\d.*|.* ago|last week",
    re.IGNORECASE,
)
"""What may be a date without any more words: a bare month could as well be somebody called June."""
_PARTS_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night)$", re.IGNORECASE)
_SPEAKS_OF_TODAY = re.compile(
    r"(?:this (?:morning|afternoon|evening)|tonight|earlier(?: today)?|just now)", re.IGNORECASE
)

Named = Callable[[str], Match]
"""Looks a name up."""


class Tie(msgspec.Struct, frozen=True):
    """A name that several people have."""

    typed: str
    """The name as typed."""
    contacts: tuple[Contact, ...]
    """Those it may mean."""


class Spoken(msgspec.Struct, frozen=True):
    """A sentence as it was understood."""

    contacts: tuple[Contact, ...] = ()
    """Who took part, without doubt."""
    ties: tuple[Tie, ...] = ()
    """Names that may mean several people: whoever typed it has to say."""
    channel: Channel = "call"
    """How you were in touch."""
    said_how: bool = False
    """True if the sentence said how; else a call is taken."""
    day: date = date.min
    """Day it happened; today where none was said."""
    at: datetime | None = None
    """The moment, where a time was said."""
    said_when: bool = False
    """True if the sentence said when."""
    attempt: bool = False
    """True if nobody was reached."""
    summary: str = ""
    """What it was about: the rest of the words."""
    problem: str = ""
    """What can't be saved so, as a sentence; empty if all can."""


def read_spoken(network: Network, text: str, now: datetime, *, named: Named | None = None) -> Spoken:
    """Read a sentence about a touch. Never raises; `problem` says what is missing.

    `named` looks a name up, for those who ask at every key and remember the answers.
    """
    look_up = named or (lambda name: find_named(network, name))
    head, about = _parted(one_line(text))
    attempt = bool(_TRIED.search(text))
    words = _TRIED.sub(" ", head).split()
    words, when = _without_date(words, now)
    if when is None and about:
        later, when = _without_date(about.split(), now)
        about = " ".join(later)
    channel = next(
        (CHANNEL_OF[key] for key in map(_plain, [*words, *about.split()[:_FIRST]]) if key in CHANNEL_OF), None
    )
    found: dict[str, Contact] = {}
    ties: list[Tie] = []
    left: list[str] = []
    for who in _people(words, look_up):
        if isinstance(who, str):
            left.append(who)
        elif isinstance(who, Tie):
            ties.append(who)
        else:
            found[who.uid] = who
    today = now.date()
    day = when.day if when else today
    return Spoken(
        contacts=tuple(found.values()),
        ties=tuple(ties),
        channel=channel or "call",
        said_how=channel is not None,
        day=day,
        at=moment(when, now.tzinfo) if when and now.tzinfo else None,
        said_when=when is not None,
        attempt=attempt,
        summary=_summary(left, about),
        problem=_problem(text, found, ties, day, today),
    )


def _problem(text: str, found: dict[str, Contact], ties: list[Tie], day: date, today: date) -> str:
    if not text.strip():
        return "Say who and how, as in: had a call with Maya today."
    if ties:
        return f"Which {ties[0].typed}? Several people are called that."
    if not found:
        return "Nobody you know is named yet: write a name as it stands in your contacts; a adds somebody new first."
    if day > today:
        return "That day is still to come: say when it happened."
    return ""


def _parted(text: str) -> tuple[str, str]:
    """Part a sentence into who, how and when, and what it was about."""
    found = _ABOUT.search(text)
    if found is None or not text[: found.start()].strip():
        return text, ""
    return text[: found.start()], text[found.end() :].strip()


def _without_date(words: list[str], now: datetime) -> tuple[list[str], When | None]:
    """Take the last date out of the words."""
    for end in range(len(words), 0, -1):
        for start in range(max(end - _LONGEST_DATE, 0), end):
            when = _date(" ".join(words[start:end]).strip(",."), now)
            if when is not None:
                before = start - 1 if start and words[start - 1].lower() in ("on", "at", "from") else start
                return [*words[:before], *words[end:]], when
    return words, None


def _date(text: str, now: datetime) -> When | None:
    if _SPEAKS_OF_TODAY.fullmatch(text):
        return When(now.date())
    if not _DAY.fullmatch(text):
        return None
    for typed in (text, _PARTS_OF_DAY.sub("", text), text.removeprefix("on ").removeprefix("this ")):
        try:
            return read_when(typed, now, past=True)
        except NotADate:
            continue
    return None


def _people(words: list[str], look_up: Named) -> Iterator[Contact | Tie | str]:
    """Yield whom the words name, and the words that name nobody, in order."""
    at = 0
    # A name follows 'with', 'to' or a verb, or another name; elsewhere a word is only a word.
    inside = False
    expected = not any(_plain(word) in {"with", "to", "from"} or _plain(word) in _VERBS for word in words)
    while at < len(words):
        key = _plain(words[at])
        if key in _FILLERS or key in CHANNEL_OF:
            expected = expected or key in {"with", "to", "from"} or key in _VERBS
            inside = inside and key not in _JOINS
            if inside:
                yield words[at]
            at += 1
            continue
        who, taken = _name(words[at : at + _LONGEST_NAME], look_up) if expected else (None, 0)
        if who is None:
            expected, inside = False, True
            yield words[at]
            at += 1
        else:
            inside = False
            at += taken
            yield who


def _name(words: list[str], look_up: Named) -> tuple[Contact | Tie | None, int]:
    """Return whom the longest beginning of some words names, and how many words that are."""
    for size in range(len(words), 0, -1):
        piece = words[:size]
        if any(_plain(word) in _FILLERS or _plain(word) in CHANNEL_OF for word in piece):
            continue
        # A comma ends a name.
        if any(word.endswith((",", ";", ".")) for word in piece[:-1]):
            continue
        typed = " ".join(piece).strip(",;.!?")
        if not typed:
            continue
        match = look_up(typed)
        if match.meant is not None:
            return match.meant, size
        several = tuple(it for it in match.exact or match.begins if not it.archived)
        if len(several) > 1:
            return Tie(typed, several), size
    return None, 0


def _summary(left: list[str], about: str) -> str:
    rest = " ".join(left).strip(" ,;.")
    return f"{rest}: {about}" if rest and about else rest or about


def _plain(word: str) -> str:
    return fold(word).strip(",.;!?'\"")
