"""Which starters, in which order: worth, what worked, what was used, and nobody's words twice at an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from tui.model.network import Network
from tui.model.records import Contact, Event, Starter
from tui.rules.matching.likeness import stems
from tui.rules.starters import common, history, needs, occasions, owed, work
from tui.rules.starters.notes import quoted, visible
from tui.rules.starters.openers import for_kind, for_situation, is_ending
from tui.rules.starters.reading import read_note
from tui.rules.starters.scene import Scene, own_names
from tui.rules.starters.sentences import asked
from tui.rules.starters.suggestion import Candidate, Suggestion, fact_of, is_sound, sentence, shapes, turned

AGAIN = 16.0
"""How far each further starter of one kind falls behind."""
_TWICE = 5
"""How much sooner a way of saying is passed over that the same person has heard than one that somebody else has."""
RISE = 12.0
"""How far a kind rises for each time that it worked, three times at most."""

_SOURCES = (
    history.threads,
    history.talks,
    owed.promises,
    needs.needs,
    occasions.milestones,
    owed.introductions,
    history.given,
    owed.shares,
    common.interests,
    common.groups,
    common.people,
    common.met,
    common.places,
    common.languages,
    needs.offers,
    work.topics,
    work.works,
    work.industries,
    history.since,
)


def worked_kinds(network: Network) -> Mapping[str, int]:
    """Return how often each kind of starter worked, with anybody and at any event."""
    found: dict[str, int] = {}
    held = (
        *(it.starters for it in network.contacts.values()),
        *(it.starters for it in network.events.values()),
    )
    for starters in held:
        for starter in starters:
            if starter.state == "worked" and starter.kind:
                found[starter.kind] = found.get(starter.kind, 0) + 1
    return found


def ranked(found: Iterable[Candidate | None], worked: Mapping[str, int]) -> list[Candidate]:
    """Return candidates in the order of worth, the kinds mixed: the second of a kind falls behind.

    A second one about the same thing falls behind as well.
    """
    ordered = sorted((it for it in found if it is not None), key=lambda it: (it.worth, it.because))
    counts: dict[str, int] = {}
    seen: set[str] = set()
    placed: list[tuple[float, int, Candidate]] = []
    for place, it in enumerate(ordered):
        nth = counts.get(it.kind, 0)
        counts[it.kind] = nth + 1
        about = _about(it)
        again = AGAIN * min(nth, 4) if it.kind != "opener" else 0.0
        if about and len(about & seen) * 2 > len(about):
            again += AGAIN
        seen |= about
        placed.append((it.worth + again - RISE * min(worked.get(it.kind, 0), 3), place, it))
    return [it for _, _, it in sorted(placed, key=lambda row: row[:2])]


def _about(it: Candidate) -> frozenset[str]:
    if "“" not in it.because:
        return frozenset()
    return stems(it.because.split("“", 1)[1].rsplit("”", 1)[0])


def facts(now_scene: Scene) -> list[Candidate | None]:
    """Return everything that the file gives to say to one person, in no order."""
    return [it for source in _SOURCES for it in source(now_scene)]


def used_by(starters: Iterable[Starter]) -> frozenset[str]:
    """Return the facts and words of starters that were used."""
    gone: set[str] = set()
    for starter in starters:
        if starter.state in ("used", "worked"):
            gone.add(fact_of(starter.kind, starter.because, starter.text))
            gone.add(starter.text)
    return frozenset(gone)


def own_starters(contact: Contact, event: Event | None) -> list[Suggestion]:
    """Return what you wrote or pinned for somebody, and your questions for them at an event, as they stand."""
    found: list[Suggestion] = []
    for starter in contact.starters:
        if starter.state in ("own", "pinned") and (
            starter.event is None or (event and starter.event == event.uid)
        ):
            text = visible(starter.text)
            if text:
                because = visible(starter.because) or (
                    "your own words" if starter.state == "own" else "pinned"
                )
                found.append(Suggestion(text, because, starter.kind or "own", starter.depth, starter.state))
    found.sort(key=lambda it: it.state != "pinned")
    if event is not None:
        for person in event.people:
            if person.contact == contact.uid:
                for question in person.questions:
                    found += _own_question(contact, question)
    return found


def _own_question(contact: Contact, question: str) -> list[Suggestion]:
    """A question you noted for somebody: as it is, or as a sentence where it was noted in a few words."""
    text = visible(question)
    if not text:
        return []
    read = read_note(question, own_names(contact), contact.culture.pronouns)
    if len(read) == 1 and read[0][1].form in ("indirect", "noun", "own"):
        ways = asked(read[0][1])
        words = next((way for way in map(sentence, ways) if is_sound(way)), sentence(text))
    else:
        words = sentence(text)
    # What stands above already as it was noted need not be said twice.
    noted = "" if words == sentence(text) else f": {quoted(question)}"
    return [Suggestion(words, f"your own question for this event{noted}", "own", 2, "own")]


def chosen(
    here: Scene, worked: Mapping[str, int], taken: set[str], heard: Counter[str] | None = None
) -> list[Suggestion]:
    """Return all fact-based suggestions for one person, in order, with words that nobody else has yet.

    Of the ways to say a thing it takes the one whose like was heard least: by this person, and by the others at
    an event, whose sentences `heard` counts. Words are added to `taken` and their shapes to `heard`. Whether
    something was used does not change which words others get.
    """
    seed = f"{here.contact.uid}|{here.event.uid if here.event else here.today.isoformat()}"
    heard = Counter() if heard is None else heard
    mine: Counter[str] = Counter()
    found: list[Suggestion] = []
    for it in ranked(facts(here), worked):
        ways = [way for way in turned(it.ways, f"{seed}|{it.because}") if way not in taken]
        if ways:
            words = min(ways, key=lambda way: sum(heard[one] + _TWICE * mine[one] for one in shapes(way)))
            taken.add(words)
            heard.update(shapes(words))
            mine.update(shapes(words))
            found.append(Suggestion(words, it.because, it.kind, it.depth))
    return found


def openers_for(
    event: Event | None, now: datetime, own: Path | None, *, stranger: bool = False
) -> tuple[Candidate, ...]:
    """Return the openers that fit where you are, the user's own among them.

    Outside an event a `stranger`, with whom there was no touch yet, is asked other things than a friend.
    """
    if event is None:
        return for_situation("first talk", own=own) if stranger else for_kind("one-to-one", own=own)
    return for_kind(event.kind, ending=is_ending(event, now), own=own)


def unused(found: Iterable[Suggestion], gone: frozenset[str]) -> list[Suggestion]:
    """Leave out what was used, and what stands first already because it was pinned."""
    found = list(found)
    pinned = {fact_of(it.kind, it.because, it.text) for it in found if it.state == "pinned"}
    found = [it for it in found if it.state or fact_of(it.kind, it.because, it.text) not in pinned]
    return [it for it in found if it.text not in gone and fact_of(it.kind, it.because, it.text) not in gone]
