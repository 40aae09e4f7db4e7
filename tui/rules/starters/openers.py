"""Openers that need no fact: for the kind of event, and for the topics of the room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tui.model.records import Contact, Event, EventKind
from tui.rules.content import Opener, Situation, openers, situations, sound
from tui.rules.moments import is_over, starts
from tui.rules.sensitive import is_sensitive
from tui.rules.starters.common import said_interest
from tui.rules.starters.notes import quoted
from tui.rules.starters.suggestion import Candidate, candidate

OPENER_WORTH = 80
"""Openers come after every fact."""

_SENIOR = re.compile(
    r"\b(?:c[eftiop]o|chief|president|chair(?:man|woman|person)?|minister|commissioner|dean|rector|provost|vp|"
    r"vice[ -]president|managing (?:director|partner)|executive director|director[ -]general|ambassador|mayor)\b",
    re.IGNORECASE,
)

_BESIDE = re.compile(r"\b(?:assistant|advis[eo]r|secretary|aide|to the|former|ex)\b", re.IGNORECASE)
"""Who works beside somebody senior, or was it once, is easier to talk to."""

SITUATION_WORDS: dict[Situation, str] = {
    "first contact": "speaking to somebody for the first time",
    "first talk": "a first talk with somebody",
    "someone senior": "somebody senior",
    "someone shy": "somebody shy",
    "a group already talking": "joining a group that is talking",
    "leaving politely": "leaving a talk kindly",
    "video call": "a video call",
}
"""Situations as they are said after 'opener for'."""


def for_kind(kind: EventKind, *, ending: bool = False, own: Path | None = None) -> tuple[Candidate, ...]:
    """Return the openers for a kind of event, light before deep; those for its end only when it is ending."""
    found: list[Candidate] = []
    for place, opener in enumerate(sorted(openers(kind, sound(own)), key=lambda it: it.depth)):
        if opener.when == ("start" if ending else "end"):
            continue
        found.append(_opener(opener, _a_kind(kind), place))
    return tuple(found)


def is_senior(contact: Contact) -> bool:
    """Tell whether somebody's title says that many want to speak with them."""
    return bool(_SENIOR.search(contact.title)) and not _BESIDE.search(contact.title)


def for_situation(situation: Situation, *, own: Path | None = None) -> tuple[Candidate, ...]:
    """Return the openers for a situation, light before deep."""
    found = sorted(situations(sound(own))[situation], key=lambda it: it.depth)
    return tuple(
        _opener(opener, SITUATION_WORDS[situation], place)
        for place, opener in enumerate(found)
        if opener.when != "end"
    )


def _opener(opener: Opener, what: str, place: int) -> Candidate:
    return Candidate(
        kind="opener",
        because=f"opener for {what}",
        ways=(opener.text,),
        depth=opener.depth,
        worth=OPENER_WORTH + 5 * opener.depth + 0.1 * place,
    )


def _a_kind(kind: EventKind) -> str:
    names = {
        "virtual": "an online event",
        "alumni": "an alumni event",
        "social": "a social event",
        "one-to-one": "a talk between two",
    }
    return names.get(kind) or f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def is_ending(event: Event, now: datetime) -> bool:
    """Tell whether an event is in its second half, or over."""
    from tui.rules.moments import ends

    start, end = starts(event, now), ends(event, now)
    return is_over(event, now) or now >= start + (end - start) / 2


def for_room(event: Event) -> Iterator[Candidate | None]:
    """Yield questions about the topics of an event that anybody there can be asked."""
    for place, topic in enumerate(event.topics[:12]):
        said = said_interest(topic)
        if said and not is_sensitive(topic):
            ways = [f"What brought you to {said}?", f"How did you get interested in {said}?"]
            if event.kind in ("one-to-one", "informational interview"):
                ways.append(f"What would you tell somebody who is new to {said}?")
            else:
                ways.append(f"Which question about {said} would you like to see answered here?")
            yield candidate("topic", 60 + 2 * place, f"the event is about {quoted(topic)}", *ways, depth=1)
