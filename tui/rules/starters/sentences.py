"""The sentences around what was said and noted: how to follow it up, and how to ask."""

from __future__ import annotations

import re
from itertools import product

from tui.model.records import Interaction
from tui.rules.starters import lexicon as lex
from tui.rules.starters import things
from tui.rules.starters.articles import with_articles
from tui.rules.starters.counting import head_at, number_of
from tui.rules.starters.forms import Reading, low_words
from tui.rules.starters.nouns import wanted
from tui.rules.starters.reported import reported
from tui.rules.starters.scene import Scene
from tui.rules.starters.tails import OVER_DAYS, is_occasion, is_only_to_know, tail
from tui.rules.starters.wording import is_for_both

WRITTEN = frozenset({"message", "email", "social"})

_THANKED = {
    "sent": "sending",
    "lent": "lending",
    "gave": "giving",
    "brought": "bringing",
    "introduced": "introducing",
    "recommended": "recommending",
    "invited": "inviting",
    "explained": "explaining",
    "showed": "showing",
    "shared": "sharing",
    "helped": "helping",
    "taught": "teaching",
}
"""What somebody did for you, as it follows 'thank you for'."""


_ADVICE = re.compile(r"^your (?:advice|opinion|view|views|thoughts|take|ideas?)\b")
_MIGHT = re.compile(r"^we (?:should|could|can|might|will|would|want to|plan to) (\w.*)$")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def as_talk(reading: Reading, touch: Interaction, scene: Scene) -> tuple[str, ...]:
    """Return the ways to take up what was told in a touch; none for what is only good to know."""
    said = scene.when(touch.day)
    told, spoke = ("wrote", "were in touch") if touch.channel in WRITTEN else ("told me", "spoke")
    tails = tail(reading, touch.day, scene)
    words = reported(reading)
    if reading.form in ("clause", "other"):
        if is_only_to_know(reading):
            return ()
        leads = (
            f"You {told} {said} that {words}.",
            f"{_capital(said)} you {told} that {words}.",
            f"You mentioned {said} that {words}.",
        )
        return tuple(f"{lead} {asks}" for lead, asks in product(leads, tails))
    if reading.form == "said":
        return _done_for_me(words, said)
    if reading.form == "we":
        shall = _MIGHT.match(words)
        if shall:
            return (f"Shall we {shall[1]}?",)
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
    # Words that can't be turned are not read out to anybody: the fact beside the starter says what it is about.
    return (
        f"I'd like to pick up where we left off {said}. How have things gone since?",
        f"I remember what {'you wrote' if told == 'wrote' else 'we talked about'} {said}. What has happened since?",
    )


def _done_for_me(words: str, said: str) -> tuple[str, ...]:
    """'Thank you again for showing me the workshop'; what was asked or advised is taken up again."""
    verb, _, rest = words.removeprefix("you ").partition(" ")
    if verb == "thanked":
        return ()
    if verb in _THANKED and rest:
        return (
            f"Thank you again for {_THANKED[verb]} {rest}.",
            f"I wanted to thank you for {_THANKED[verb]} {rest}.",
        )
    return (
        f"{_capital(said)} {words}. I'd like to come back to that.",
        f"{_capital(said)} {words}. May I come back to that?",
    )


def as_goodbye(reading: Reading, *, to_ask: bool) -> tuple[str, ...]:
    """Return what can still be said on the day itself: a next step, or what to hear about another time.

    `to_ask` is true for what you noted to ask next time, false for what you talked about.
    """
    words = reading.words
    if reading.form == "we":
        shall = _MIGHT.match(words)
        return (
            f"Shall we {shall[1]}? When would suit you?"
            if shall
            else f"{_capital(words)}. When would suit you?",
        )
    if reading.form == "own" and to_ask:
        return tuple(way for way in asked(reading) if "been meaning" not in way)
    if reading.form == "indirect" and to_ask:
        return (f"Next time, I'd like to hear {words}.",)
    if reading.form == "noun" and not about_someone(words):
        if to_ask or not reading.both:
            return (f"Next time, I'd like to hear more about {words}.",)
        return (f"I liked talking about {words}. Shall we go on with it another time?",)
    if reading.form == "clause" and reading.pace == "going" and not to_ask:
        return ("I'd like to hear how that goes. May I ask you again in a few weeks?",)
    return ()


def is_subject(words: str) -> bool:
    """Tell whether a thing is a subject of talk ('hydrogen'), and not something in somebody's life."""
    return not words.startswith("your ") and number_of(words) in {"plural", "mass", "proper"}


def about_someone(words: str) -> str:
    """'How is your sister?', where a note names nothing but somebody close; else ''."""
    low = words.casefold().split()
    head = low[head_at(low)]
    if low[0] not in {"your", "the"} or head not in things.KIN:
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
    if words.startswith(("a ", "an ")):
        return (f"You {verb} {said} about {words}. I'd like to hear more about that.",)
    if is_occasion(words):
        return tuple(
            f"{lead} {asks}"
            for lead, asks in product(
                (f"You {verb} {said} about {words}.", f"We talked {said} about {words}."), tails
            )
        )
    return (
        f"You {verb} {said} about {words}. {tails[0]}",
        f"What is the latest on {words}? You {verb} about it {said}.",
        f"We talked {said} about {words}. {tails[1]}",
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
        head = low_words(words)[head_at(low_words(words))]
        if head == "plans" and not words.startswith("your "):
            return (f"What are your {words}?",)
        if head in {"results", "exams"}:
            return (f"How did {words} turn out?",)
        if _ADVICE.match(words):
            return (f"I'd like to hear {words}.",)
        if is_occasion(words):
            return (
                f"I wanted to ask you about {words}. How did it go, or is it still to come?",
                f"I've been thinking of {words}. How did it go, or is it still to come?",
            )
        if is_subject(words):
            return (f"I wanted to ask you about {words}. What is new there?", f"What is new with {words}?")
        return (
            f"What is the latest on {words}?",
            f"I wanted to ask you about {words}. How have things moved on?",
            f"How are things going with {words}?",
        )
    if reading.form in ("own", "quote") and is_for_both(words):
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
    if reading.form in ("question", "indirect", "noun", "own") or is_for_both(words):
        return asked(reading)
    if reading.form == "quote":
        spoke = "were in touch" if touch.channel in WRITTEN else "spoke"
        return (
            f"I've been meaning to ask you something since we {spoke} {said}. May I?",
            f"There is something I've wanted to ask you since we {spoke} {said}. Is now a good moment?",
        )
    return as_talk(reading, touch, scene)


def _meant(words: str) -> tuple[str, ...]:
    """What you meant to do or say yourself, said."""
    verb, _, rest = words.partition(" ")
    rest = with_articles(rest)
    if verb == "congratulate":
        on = rest.removeprefix("you ")
        return (f"Congratulations {on}.",) if on.startswith("on ") else ()
    if verb == "thank":
        what = rest.removeprefix("you ")
        what = re.sub(r"^for an? ", "for the ", what)
        return (f"Thank you {what}.",) if what.startswith("for ") else ()
    if verb == "discuss" and rest:
        return (f"I'd like to talk with you about {rest}.",)
    if verb == "ask" and rest.startswith("for "):
        what = rest.removeprefix("for ")
        return (f"I'd like to ask you for {wanted(what) or what}.",)
    if verb == "get" and rest.startswith("advice "):
        return (f"I'd like to ask your {rest}.",)
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
    """Return a thing to do with the one it is done for: 'send the deck' becomes 'send you the deck'.

    What a note leaves out is put in: 'invite to panel' becomes 'invite you to the panel'.
    """
    verb, _, rest = words.partition(" ")
    if verb in {"invite", "introduce", "connect", "join"} and rest.split(" ", 1)[0] in {"to", "with", "for"}:
        words = f"{verb} {whom} {rest}"
    words = with_articles(words, after_verb=True)
    verb, _, rest = words.partition(" ")
    first = rest.split(" ", 1)[0].casefold()
    gives = verb in lex.DITRANSITIVE - {"write", "pass", "teach", "read", "email", "forward"}
    if gives and not rest:
        return f"{verb} {whom} something"
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
