"""From what was said: the thread to pick up, what they told you last, what you gave and received."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.model.text import fold
from tui.rules.phrases import said_day
from tui.rules.sensitive import is_sensitive
from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.counting import head_at, number_of
from tui.rules.starters.forms import Reading, low_words
from tui.rules.starters.notes import quoted
from tui.rules.starters.scene import RECENT_TOUCHES, Scene
from tui.rules.starters.sentences import WRITTEN, as_goodbye, as_talk, as_thread
from tui.rules.starters.suggestion import Candidate, candidate

_UNSAID = 19
"""How far a note falls behind that can't be turned into words to somebody."""
SINCE_DAYS = 40
"""Days of silence after which one can ask what has changed."""


def threads(scene: Scene) -> Iterator[Candidate | None]:
    """Yield what you noted to ask next time, the newest first."""
    for age, touch in enumerate(scene.touches[:RECENT_TOUCHES]):
        group = len(touch.contacts) > 1
        for place, (clause, reading) in enumerate(scene.read(touch.ask_next, group=group)):
            because = f"to ask next time, from {_dated(touch.day)}: {quoted(clause)}"
            ways = (
                as_goodbye(reading, to_ask=True)
                if touch.day == scene.today
                else as_thread(reading, touch, scene)
            )
            worth = 10 + 6 * age + 7 * place + _UNSAID * (reading.form == "quote")
            yield candidate("thread", worth, because, *ways, depth=2)


def talks(scene: Scene) -> Iterator[Candidate | None]:
    """Yield what they told you, as a question that follows on from it, the newest first.

    Notes that can't be turned into words to somebody are left to be remembered by the one starter that picks
    up where you left off.
    """
    left_off = False
    for age, touch in enumerate(scene.touches[:RECENT_TOUCHES]):
        group = len(touch.contacts) > 1
        own = [(note.text, False) for note in touch.notes if note.contact == scene.contact.uid]
        for text, shared in [*own, (touch.summary, group)]:
            for place, (clause, reading) in enumerate(scene.read(text, group=shared, mode="log")):
                if _is_about_where_we_are(reading, scene):
                    continue
                unsaid = reading.form == "quote"
                if unsaid and left_off:
                    continue
                left_off = left_off or unsaid
                because = f"talked about, {_dated(touch.day)}: {quoted(clause)}"
                worth = 20 + 8 * age + 6 * place + 2 * _UNSAID * unsaid
                ways = (
                    as_goodbye(reading, to_ask=False)
                    if touch.day == scene.today
                    else as_talk(reading, touch, scene)
                )
                yield candidate("talk", worth, because, *ways, depth=2)


def _is_about_where_we_are(reading: Reading, scene: Scene) -> bool:
    """Tell whether a note looks forward to the very event where you meet ('coming over for Grid Day')."""
    return (
        scene.event is not None
        and len(scene.event.name) > 3
        and fold(scene.event.name) in fold(reading.words)
    )


def given(scene: Scene) -> Iterator[Candidate | None]:
    """Yield what you gave, to hear whether it was of use, and what you received, to give thanks."""
    for age, touch in enumerate(scene.touches[:RECENT_TOUCHES]):
        if len(touch.contacts) > 1 or is_sensitive(touch.summary):
            # What was given in a hard hour is not to be thanked for.
            continue
        ways: tuple[str, ...]
        said, today = scene.when(touch.day), touch.day == scene.today
        for clause, reading in scene.read(touch.gave, mode="plain")[:1]:
            thing = _definite(reading)
            if thing and not today:
                because = f"you gave, {_dated(touch.day)}: {quoted(clause)}"
                was, they = ("Were", "they") if _is_several(thing) else ("Was", "it")
                ways = (
                    f"{was} {thing} of any use to you?",
                    f"I gave you {thing} {said}. {was} {they} of any use?",
                )
                yield candidate("gave", 46 + 5 * age, because, *ways)
        for clause, reading in scene.read(touch.received, mode="plain")[:1]:
            thing = _definite(reading)
            if thing:
                because = f"you received, {_dated(touch.day)}: {quoted(clause)}"
                ways = (
                    (f"Thank you for {thing}.",)
                    if today
                    else (f"Thank you again for {thing}.", f"I wanted to thank you for {thing}.")
                )
                yield candidate("received", 47 + 5 * age, because, *ways)


def since(scene: Scene) -> Iterator[Candidate | None]:
    """Yield a question about the time since you last spoke."""
    if not scene.touches:
        return
    touch = scene.touches[0]
    if (scene.today - touch.day).days < SINCE_DAYS:
        return
    said = scene.when(touch.day)
    because = f"last in touch {_dated(touch.day)}"
    last = "" if said.startswith("last ") else "last "
    yield candidate(
        "since",
        72,
        because,
        f"We {last}spoke {said}. What has changed for you since?" if touch.channel not in WRITTEN else "",
        f"What has kept you busy since we were in touch {said}?",
        f"We were {last}in touch {said}. What has been the best part of the time since?",
    )


def _dated(day: date) -> str:
    return said_day(day)


def _definite(reading: Reading) -> str:
    """A thing that was given, with 'the' unless it has its own word before it."""
    if reading.form != "noun":
        return ""
    words = reading.words
    first, _, rest = words.partition(" ")
    if first in {"a", "an"}:
        return f"the {rest}"
    if first in lex.NUMBERS or number_of(words) in {"plural", "mass"}:
        return words if first in lex.DETERMINERS - lex.NUMBERS else f"the {words}"
    return words


def _is_several(thing: str) -> bool:
    """Tell whether a thing with its article is more than one: 'the slides', 'your two answers'."""
    low = low_words(thing)
    head = low[head_at(low)]
    return head in things.PLURALS or (
        head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in things.NOT_PLURAL
    )
