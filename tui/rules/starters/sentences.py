"""The sentences around what was said and noted: how to follow it up, and how to ask."""

from __future__ import annotations

import re
from datetime import date

from tui.model.records import Interaction
from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.counting import head_at, number_of
from tui.rules.starters.forms import Reading
from tui.rules.starters.scene import Scene

WRITTEN = frozenset({"message", "email", "social"})


_LONGEST_QUOTE = 70


_WISH = re.compile(r"^you (?:\w+ ){0,2}(?:wanted|needed|hoped|wished|expected|would|might|intended|aimed)\b")


_SEVERAL_OF_THEIRS = re.compile(
    r"^you have (?:\S+ ){0,2}(?:kids|children|sons|daughters|twins|grandchildren|dogs|cats|horses)$"
)


_TOGETHER = re.compile(
    r"^(?:pick|find|set|fix|choose|agree on|plan|arrange) (?:a|the) (?:date|day|time|place)\b"
)
"""What two people do, though it was noted for one."""


_PONDER = re.compile(r"\b(?:wondering|thinking|considering|deciding|debating)\b")


OVER_DAYS = 300
"""Days after which what was noted is taken to be over."""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def tail(reading: Reading, day: date, scene: Scene) -> tuple[str, ...]:
    """Return the questions that can follow what was told."""
    old = scene.is_long_ago(day)
    if reading.pace == "going" and _WISH.search(reading.words):
        return (
            "Is that still so?",
            "Where does that stand now?",
            "What came of it?" if old else "What is the latest?",
        )
    if reading.pace == "going" and _PONDER.search(reading.words):
        return ("Where do you stand on that now?", "What have you come to think?", "How do you see it now?")
    if reading.pace == "going":
        if old:
            return ("How did that turn out?", "What came of it?", "How did it go in the end?")
        return ("How is that going?", "Where does that stand now?", "How far have you got?")
    if reading.pace == "begun":
        return ("How has that been since?", "How has it worked out?", "What has it been like?")
    if reading.pace == "done":
        return ("What came of it?", "How do you look back on it?", "I'd like to hear more about that.")
    if reading.pace == "opinion":
        return ("Do you still see it that way?", "How do you see it now?")
    if reading.pace == "habit":
        return ("How did that come about?", "I'd like to hear more about that.", "What is new there?")
    if reading.pace == "state" and _SEVERAL_OF_THEIRS.match(reading.words):
        return ("How are they?", "How are they doing?")
    if reading.pace == "state":
        return (
            "I'd like to hear more about that.",
            "Tell me more about that.",
            "May I hear more about that?",
        )
    if (scene.today - day).days > OVER_DAYS:
        return ("What became of that?", "How did that turn out?", "What came of it?")
    return ("What is the latest?", "How have things moved on since?", "What has happened since?")


def as_talk(reading: Reading, touch: Interaction, scene: Scene) -> tuple[str, ...]:
    """Return the ways to take up what was told in a touch."""
    said = scene.when(touch.day)
    told, spoke = ("wrote", "were in touch") if touch.channel in WRITTEN else ("told me", "spoke")
    tails = tail(reading, touch.day, scene)
    words = reading.words
    if reading.form == "clause":
        return (
            f"You {told} {said} that {words}. {tails[0]}",
            f"{_capital(said)} you {told} that {words}. {tails[1]}",
            f"You mentioned {said} that {words}. {tails[-1]}",
        )
    if reading.form == "other":
        return (
            f"You {told} {said} that {words}. {tails[0]}",
            f"{_capital(said)} you mentioned that {words}. {tails[1]}",
        )
    if reading.form == "said":
        if words.startswith("you thanked"):
            return ()
        return (
            f"{_capital(said)} {words}. I'd like to come back to that.",
            f"{_capital(said)} {words}. May I come back to that?",
        )
    if reading.form == "we":
        return (f"{_capital(said)} {words}. Are you still up for it?", f"{_capital(said)} {words}. Shall we?")
    if reading.form == "indirect":
        return (
            f"We talked {said} about {words}. How do you see it now?",
            f"When we {spoke} {said}, we got onto {words}. Where do you stand on that now?",
        )
    if reading.form == "question":
        return (words,)
    if reading.form == "noun":
        return _about(reading, said, spoke, told, tails)
    return _quote(words, said, spoke)


def is_subject(words: str) -> bool:
    """Tell whether a thing is a subject of talk ('hydrogen'), and not something in somebody's life."""
    return not words.startswith("your ") and number_of(words) in {"plural", "mass", "proper"}


def about_someone(words: str) -> str:
    """'How is your sister?', where a note names nothing but somebody close; else ''."""
    low = words.casefold().split()
    head = low[head_at(low)]
    if low[0] != "your" or head not in things.KIN:
        return ""
    several = head.endswith("s") or head == "children"
    return f"How {'are' if several else 'is'} {words}?"


def _about(reading: Reading, said: str, spoke: str, told: str, tails: tuple[str, ...]) -> tuple[str, ...]:
    words = reading.words
    kin = about_someone(words)
    if kin:
        return (
            (kin, f"You {'told' if told == 'told me' else 'wrote to'} me {said} about {words}. How are they?")
            if kin.startswith("How are")
            else (kin,)
        )
    if told == "wrote" and reading.both:
        return (f"We were in touch {said} about {words}. {tails[0]}",)
    if is_subject(words) or words.startswith(("my ", "our ")):
        return (
            f"We talked about {words} {said}. What is new there?",
            f"When we {spoke} {said}, we got onto {words}. What have you come across since?",
            f"We got onto {words} {said}. I'd like to hear more about that.",
        )
    if reading.both:
        return (
            f"We talked {said} about {words}. {tails[0]}",
            f"What is the latest on {words}? We talked about it {said}.",
        )
    verb = "told me" if told == "told me" else "wrote to me"
    return (
        f"You {verb} {said} about {words}. {tails[0]}",
        f"What is the latest on {words}? You {verb} about it {said}.",
        f"We talked {said} about {words}. {tails[1]}",
    )


def _quote(words: str, said: str, spoke: str) -> tuple[str, ...]:
    if len(words) > _LONGEST_QUOTE:
        return ()
    since_when = said.removeprefix("in ").removeprefix("on ").removeprefix("earlier ")
    return (
        f"My note from {since_when} says “{words}”. What came of that?",
        f"I wrote down “{words}” when we {spoke} {said}. Where do things stand?",
        f"I made a note {said}: “{words}”. What has happened since?",
    )


def asked(reading: Reading) -> tuple[str, ...]:
    """Return the ways to ask what you noted to ask."""
    words = reading.words
    if reading.form == "question":
        return (words,)
    if reading.form == "indirect":
        ways = [f"I wanted to ask you {words}.", f"I've been wondering {words}."]
        if words.split()[0] not in {"if", "whether"}:
            ways.append(f"I'd like to hear {words}.")
        return tuple(ways)
    if reading.form == "noun":
        kin = about_someone(words)
        if kin:
            return (kin, f"I wanted to ask after {words}.")
        if is_subject(words):
            return (f"I wanted to ask you about {words}. What is new there?", f"What is new with {words}?")
        return (
            f"What is the latest on {words}?",
            f"I wanted to ask you about {words}. How have things moved on?",
            f"How are things going with {words}?",
        )
    if reading.form in ("own", "quote") and _TOGETHER.match(words):
        return (f"Shall we {words}?",)
    return _meant(words) if reading.form == "own" else ()


def as_thread(reading: Reading, touch: Interaction, scene: Scene) -> tuple[str, ...]:
    """Return the ways to take up what you noted in a touch to ask next time."""
    words, said = reading.words, scene.when(touch.day)
    if reading.form == "noun" and not about_someone(words) and (scene.today - touch.day).days > OVER_DAYS:
        return (
            f"I still wanted to ask you about {words}. What became of that?",
            f"I never heard more about {words}. How did that turn out?",
        )
    if reading.form in ("question", "indirect", "noun", "own") or _TOGETHER.match(words):
        return asked(reading)
    if reading.form == "quote":
        if len(words) > _LONGEST_QUOTE:
            return ()
        return (
            f"I made a note to ask you about “{words}”. What is the latest?",
            f"My note for today says “{words}”. Where does that stand?",
        )
    if reading.form == "we":
        return (f"{_capital(said)} {words}. Are you still up for it?",)
    return as_talk(reading, touch, scene)


def _meant(words: str) -> tuple[str, ...]:
    """What you meant to do or say yourself, said."""
    verb, _, rest = words.partition(" ")
    if verb == "congratulate":
        return (f"Congratulations {rest.removeprefix('you ')}.",) if rest.startswith("you on ") else ()
    if verb == "thank":
        return (f"Thank you {rest.removeprefix('you ')}.",) if rest.startswith("you for ") else ()
    if verb in {
        "follow",
        "check",
        "let",
        "get",
        "look",
        "see",
        "try",
        "set",
        "plan",
        "catch",
        "wish",
        "find",
    }:
        return ()
    if verb == "introduce" and rest.startswith("you to "):
        return (f"I'd like to introduce {rest}. Would that suit you?",)
    return (f"I've been meaning to {deed(words)}.", f"I'd like to {deed(words)}.")


def deed(words: str, whom: str = "you") -> str:
    """Return a thing to do with the one it is done for: 'send the deck' becomes 'send you the deck'."""
    verb, _, rest = words.partition(" ")
    first = rest.split(" ", 1)[0].casefold()
    gives = verb in lex.DITRANSITIVE - {"write", "pass", "teach", "read", "email", "forward"}
    if (
        gives
        and first not in {"you", "me", "us"}
        and " to you" not in rest
        and (first in lex.DETERMINERS or number_of(rest) in {"plural", "mass"})
    ):
        return f"{verb} {whom} {rest}"
    if gives and first not in {"you", "me", "us"} and number_of(rest) == "count":
        return f"{verb} {whom} the {rest}"
    return words
