"""The question that can follow what somebody told you, by how it was told: under way, begun, a view, a habit."""

from __future__ import annotations

import re
from datetime import date

from tui.rules.starters import things
from tui.rules.starters.counting import head_at
from tui.rules.starters.forms import Pace, Reading, low_words
from tui.rules.starters.scene import Scene

OVER_DAYS = 300
"""Days after which what was noted is taken to be over."""

_MINDED = r"you (?:were|are)(?: \w+)?"
_WISH = re.compile(r"^you (?:\w+ ){0,2}(?:wanted|needed|hoped|wished|expected|intended|aimed)\b")
_PERHAPS = re.compile(r"^you (?:\w+ )?(?:would|might)\b")
_RATHER = re.compile(r"^you (?:would|might|'d) (?:rather|prefer|like|love|hate)\b")
_PONDER = re.compile(r"\b(?:wondering|thinking|considering|deciding|debating)\b")
_EFFORT = re.compile(
    r"^you were (?!looking for (?:a job|a new job|work)\b)(?:\w+ )?(?:writing|"
    r"building|rebuilding|preparing|planning|looking|searching|hiring|recruiting|"
    r"restoring|renovating|finishing|translating|editing|drafting|revising|organi[sz]ing|learning|designing|"
    r"developing|rewriting|converting|replacing|fundraising|raising|studying|training|putting together|"
    r"setting up)\b"
)
"""What one gets on with, so that one can be asked how far."""
_OCCASION = re.compile(
    r"^you were (?:\w+ )?(?:going to (?=the |[A-Z])|going on |visiting|travelling to|traveling to|flying to|"
    r"coming over|coming to|speaking at|speaking in|presenting|giving a (?:talk|keynote)|defending|running (?:a|the) "
    r"(?:race|marathon)|getting married|submitting |pitching )"
)
"""What has its day: it is still to come, or it went well or not."""
_ALWAYS = tuple(
    (re.compile(pattern), ways)
    for pattern, ways in (
        (
            r"you were (?:\w+ )?back from (?!(?:parental|maternity|paternity|mat) )",
            ("How was it?", "How has it been since?"),
        ),
        (r"you were (?:\w+ )?back\b", ("How has it been since?", "How is it to be back?")),
        (
            r"you (?:\w+ )?(?:live|are based) (?:in|near|at|on|round|around|close)\b",
            ("How is life there these days?", "What do you like about living there?"),
        ),
        (
            r"you (?:\w+ )?(?:learned|learnt|found out|heard|discovered|realised|realized)\b",
            ("I'd like to hear more about that.", "What did you make of it?"),
        ),
        (
            rf"{_MINDED} (?:interested|curious|keen|into|fascinated)\b",
            ("What have you come across since?", "I'd like to hear more about that."),
        ),
        (
            r"you (?:\w+ )?got (?:the|a|an) (?:\w+ )?(?:job|role|position|post|place)\b",
            ("How are you finding it?", "How has it been since?"),
        ),
        (rf"{_MINDED} busy\b", ("Is it calmer now?", "How is it now?")),
        (
            rf"{_MINDED} (?:nervous|worried|concerned|excited|happy|glad|optimistic|ready|open|free)\b",
            ("How do you feel about it now?", "How is it now?"),
        ),
        (
            rf"{_MINDED} (?:proud|fond)\b",
            ("I'd like to hear more about that.", "May I hear more about that?"),
        ),
        (rf"{_MINDED} new\b", ("How has it been since?", "How are you finding it?")),
    )
)
"""Questions for what is told in certain words, whatever its pace."""
_BY_PACE: dict[Pace, tuple[str, ...]] = {
    "begun": ("How has that been since?", "How has it worked out?", "What has it been like?"),
    "done": ("What came of it?", "How do you look back on it?", "I'd like to hear more about that."),
    "opinion": ("Do you still see it that way?", "How do you see it now?"),
    "habit": ("How did that come about?", "I'd like to hear more about that.", "What is new there?"),
}
_SEVERAL_OF_THEIRS = re.compile(
    r"^you have (?:\S+ ){0,2}(?:kids|children|sons|daughters|twins|grandchildren|dogs|cats|horses)$"
)
_PASTIME = re.compile(
    rf"^you (?:love|like|enjoy|play|do) (?:(?:to|the) )?(?:\S+ )?(?:{'|'.join(sorted(things.ACTIVITIES))})$"
    r"|^you (?:sail|cycle|swim|sing|paint|bake|climb|row|ski|dance|knit|garden|run|play|collect|"
    r"love \w+ing|enjoy \w+ing|like \w+ing|(?:love|like) to \w+)\b"
)
_CHILDHOOD = re.compile(r"^you (?:grew up|are born|were born|are from|come from)\b")
_AWAY = re.compile(r"^you were on (?:\w+ )?(?:leave|sabbatical|holiday|vacation|tour)\b")
_TRAIT = re.compile(
    r"^you (?:are|were) (?:\w+ )?(?:an? )?(?:\w+ )?(?:vegetarian|vegan|pescatarian|coeliac|celiac|teetotal\w*|"
    r"left-handed|introvert\w*|extrovert\w*|shy|tall|short|young|old|nice|kind|funny|friendly|quiet|"
    r"(?:night|early|morning) \w+)\b"
    r"|^you (?:do not|don't|never|no longer|can't|cannot) \w+"
    r"|^you (?:take|drink|eat|like your|like to be|like being|have your|prefer) "
)
"""What is good to know about somebody, and nothing to begin a talk with."""


def is_only_to_know(reading: Reading) -> bool:
    """Tell whether a note is a thing to bear in mind ('is a vegetarian'), which nobody brings up."""
    return reading.form == "clause" and _TRAIT.match(reading.words) is not None


def tail(reading: Reading, day: date, scene: Scene) -> tuple[str, ...]:
    """Return the questions that can follow what was told."""
    words, old = reading.words, scene.is_long_ago(day)
    known = next((ways for pattern, ways in _ALWAYS if pattern.match(words)), None)
    if known is not None:
        return known
    if reading.pace == "going":
        return _going(words, old=old)
    if reading.pace == "state":
        return _state(words, other=reading.form == "other", old=old)
    if reading.pace != "open":
        return _BY_PACE[reading.pace]
    if reading.form == "noun" and is_occasion(words):
        return _of_a_day(old=old)
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
    if _OCCASION.match(words):
        return _of_a_day(old=old)
    if _PONDER.search(words):
        return ("Where do you stand on that now?", "What have you come to think?", "How do you see it now?")
    if old:
        return ("How did that turn out?", "What came of it?", "How did it go in the end?")
    if _EFFORT.match(words):
        return ("How is that going?", "Where does that stand now?", "How far have you got?")
    return ("How is that going?", "Where does that stand now?", "What is the latest?")


def is_occasion(words: str) -> bool:
    """Tell whether a thing has its day: 'the marathon on Sunday', 'your talk on heat pumps'."""
    low = low_words(words)
    return low[head_at(low)] in things.OCCASIONS


def _of_a_day(*, old: bool) -> tuple[str, ...]:
    if old:
        return ("How did it go?", "How was it?")
    return ("How did it go, or is it still to come?", "Is that still to come?")


def _state(words: str, *, other: bool, old: bool) -> tuple[str, ...]:
    if _SEVERAL_OF_THEIRS.match(words):
        return ("How are they?", "How are they doing?")
    if _PASTIME.match(words):
        return (
            "Have you had time for that lately?",
            "How did that begin?",
            "What do you like best about it?",
        )
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
    if words.startswith("you have "):
        return ("I'd like to hear more about that.", "May I hear more about that?")
    return ("I'd like to hear more about that.", "May I hear more about that?", "How did that come about?")
