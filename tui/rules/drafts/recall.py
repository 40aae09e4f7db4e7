"""What was said and what to ask, as sentences for a message: 'You told me that …', 'How did the vote go?'."""

from __future__ import annotations

from tui.model.records import Interaction
from tui.rules.starters.forms import Reading
from tui.rules.starters.reported import reported
from tui.rules.starters.scene import Scene
from tui.rules.starters.sentences import WRITTEN, about_someone, is_subject
from tui.rules.starters.tails import is_only_to_know, tail

_ASKS = frozenset(
    "how what when where which who whom whose why is are was were has have had do does did can could will "
    "would should any".split()
)


def told(reading: Reading, following: Reading | None, touch: Interaction) -> str:
    """Return what somebody told you as a sentence without its stop, together with what followed; or ''.

    'You told me that you were hiring two people and moving to Lisbon', 'We talked about heat pumps'.
    """
    wrote = touch.channel in WRITTEN
    words = reported(reading)
    if is_only_to_know(reading):
        return ""
    if reading.form in ("clause", "other"):
        return f"You {'wrote' if wrote else 'told me'} that {words}{_and_that(reading, following)}"
    if reading.form == "noun" and (reading.both or is_subject(words) or words.startswith(("my ", "our "))):
        return f"We {'were in touch' if wrote else 'talked'} about {words}"
    if reading.form == "noun":
        return f"You {'wrote to me' if wrote else 'told me'} about {words}"
    if reading.form == "indirect":
        return f"We {'were in touch' if wrote else 'talked'} about {words}"
    return ""


def last_spoke(touch: Interaction, when: str) -> str:
    """Return when you were last in touch as a sentence without its stop: 'We last talked in March'."""
    if touch.channel in WRITTEN:
        return f"We were in touch {when}" if _is_last(when) else f"We were last in touch {when}"
    verb = "saw each other" if touch.channel == "in person" else "talked"
    return f"We {verb} {when}" if _is_last(when) else f"We last {verb} {when}"


def _is_last(when: str) -> bool:
    """Tell whether a time says already how near it is, so that another 'last' would be one too many."""
    return when.startswith(("last ", "earlier "))


def _and_that(reading: Reading, following: Reading | None) -> str:
    if following is None or following.form not in ("clause", "other") or is_only_to_know(following):
        return ""
    first, second = reported(reading), reported(following)
    both = "you were "
    if first.startswith(both) and second.startswith(both):
        return f" and {second.removeprefix(both)}"
    return f", and that {second}"


def asked_since(reading: Reading, touch: Interaction, scene: Scene) -> str:
    """Return the question that follows on from what was told: 'How is that going?'."""
    if reading.form == "noun" and about_someone(reading.words):
        return about_someone(reading.words)
    return tail(reading, touch.day, scene)[0]


def to_ask(reading: Reading) -> str:
    """Return what you noted to ask as a sentence that asks it: 'What is the latest on the move?'; or ''."""
    words = reading.words
    if reading.form == "question":
        return words
    if reading.form == "indirect":
        return f"I've been wondering {words}."
    if reading.form == "noun":
        return about_someone(words) or f"What is the latest on {words}?"
    return ""


def after_colon(words: str) -> str:
    """Return a question as it stands after a colon, begun with a small letter: 'how did the vote go?'."""
    first = words.split(" ", 1)[0]
    return f"{words[:1].lower()}{words[1:]}" if first.casefold().strip("'’s") in _ASKS else words
