"""The question that can follow what somebody told you, by how it was told: under way, begun, a view, a habit."""

from __future__ import annotations

import re
from datetime import date

from tui.rules.starters import things
from tui.rules.starters.forms import Reading
from tui.rules.starters.scene import Scene

OVER_DAYS = 300
"""Days after which what was noted is taken to be over."""

_WISH = re.compile(r"^you (?:\w+ ){0,2}(?:wanted|needed|hoped|wished|expected|intended|aimed)\b")
_PERHAPS = re.compile(r"^you (?:\w+ )?(?:would|might)\b")
_RATHER = re.compile(r"^you (?:would|might|'d) (?:rather|prefer|like|love|hate)\b")
_PONDER = re.compile(r"\b(?:wondering|thinking|considering|deciding|debating)\b")
_EFFORT = re.compile(
    r"^you were (?:\w+ )?(?:writing|building|rebuilding|preparing|planning|looking|searching|hiring|recruiting|"
    r"restoring|renovating|finishing|translating|editing|drafting|revising|organi[sz]ing|learning|designing|"
    r"developing|rewriting|converting|replacing|fundraising|raising|studying|training|putting together|"
    r"setting up)\b"
)
"""What one gets on with, so that one can be asked how far."""
_SEVERAL_OF_THEIRS = re.compile(
    r"^you have (?:\S+ ){0,2}(?:kids|children|sons|daughters|twins|grandchildren|dogs|cats|horses)$"
)
_PASTIME = re.compile(
    rf"^you (?:love|like|enjoy|play|do) (?:(?:to|the) )?(?:\S+ )?(?:{'|'.join(sorted(things.ACTIVITIES))})$"
    r"|^you (?:sail|cycle|swim|sing|paint|bake|climb|row|ski|dance|knit|garden|run|play|collect|"
    r"love \w+ing|enjoy \w+ing|like \w+ing|(?:love|like) to \w+)\b"
)
_HOME = re.compile(r"^you (?:\w+ )?(?:live|are based) (?:in|near|at|on)\b")
_CHILDHOOD = re.compile(r"^you (?:grew up|are born|were born|are from|come from)\b")
_AWAY = re.compile(r"^you were on (?:\w+ )?(?:leave|sabbatical|holiday|vacation|tour)\b")
_FOUND_OUT = re.compile(r"^you (?:\w+ )?(?:learned|learnt|found out|heard|discovered|realised|realized)\b")
_TRAIT = re.compile(
    r"^you (?:are|were) (?:\w+ )?(?:an? )?(?:\w+ )?(?:vegetarian|vegan|pescatarian|coeliac|celiac|teetotal\w*|"
    r"left-handed|introvert\w*|extrovert\w*|shy|tall|short|young|old|nice|kind|funny|friendly|quiet|"
    r"(?:night|early|morning) \w+)\b"
    r"|^you (?:do not|don't|never|no longer|can't|cannot) \w+"
    r"|^you (?:take|drink|eat|like your|have your|prefer) "
)
"""What is good to know about somebody, and nothing to begin a talk with."""


def is_only_to_know(reading: Reading) -> bool:
    """Tell whether a note is a thing to bear in mind ('is a vegetarian'), which nobody brings up."""
    return reading.form == "clause" and _TRAIT.match(reading.words) is not None


def tail(reading: Reading, day: date, scene: Scene) -> tuple[str, ...]:
    """Return the questions that can follow what was told."""
    words = reading.words
    if reading.pace == "going":
        return _going(words, old=scene.is_long_ago(day))
    if reading.pace == "begun":
        return ("How has that been since?", "How has it worked out?", "What has it been like?")
    if reading.pace == "done":
        if _FOUND_OUT.match(words):
            return ("I'd like to hear more about that.", "What did you make of it?")
        return ("What came of it?", "How do you look back on it?", "I'd like to hear more about that.")
    if reading.pace == "opinion":
        return ("Do you still see it that way?", "How do you see it now?")
    if reading.pace == "habit":
        return ("How did that come about?", "I'd like to hear more about that.", "What is new there?")
    if reading.pace == "state":
        return _state(words, other=reading.form == "other", old=scene.is_long_ago(day))
    if (scene.today - day).days > OVER_DAYS:
        return ("What became of that?", "How did that turn out?", "What came of it?")
    return ("What is the latest?", "How have things moved on since?", "What has happened since?")


def _going(words: str, *, old: bool) -> tuple[str, ...]:
    if _RATHER.match(words):
        return ("Is that still so?", "Do you still feel that way?")
    if _PERHAPS.match(words):
        return (
            "Is that still the plan?",
            "Where does that stand now?",
            "What came of it?" if old else "What is the latest?",
        )
    if _WISH.match(words):
        return (
            "Is that still so?",
            "Where does that stand now?",
            "What came of it?" if old else "What is the latest?",
        )
    if _PONDER.search(words):
        return ("Where do you stand on that now?", "What have you come to think?", "How do you see it now?")
    if old:
        return ("How did that turn out?", "What came of it?", "How did it go in the end?")
    if _EFFORT.match(words):
        return ("How is that going?", "Where does that stand now?", "How far have you got?")
    return ("How is that going?", "Where does that stand now?", "What is the latest?")


def _state(words: str, *, other: bool, old: bool) -> tuple[str, ...]:
    if _SEVERAL_OF_THEIRS.match(words):
        return ("How are they?", "How are they doing?")
    if _PASTIME.match(words):
        return (
            "Have you had time for that lately?",
            "How did that begin?",
            "What do you like best about it?",
        )
    if _HOME.match(words):
        return ("How is life there these days?", "What do you like about living there?")
    if _CHILDHOOD.match(words):
        return ("What was it like there?", "I'd like to hear more about that.")
    if _AWAY.match(words):
        return (
            ("How was it?", "What did you do with the time?")
            if old
            else ("How is it so far?", "How are you spending the time?")
        )
    if other:
        return (
            "I'd like to hear more about that.",
            "May I hear more about that?",
            "How did you come to see it that way?",
        )
    return ("I'd like to hear more about that.", "May I hear more about that?", "How did that come about?")
