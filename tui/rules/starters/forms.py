"""What kind of words a clause is made of."""

from __future__ import annotations

from typing import Literal

import msgspec

Form = Literal["question", "indirect", "noun", "clause", "said", "we", "other", "own", "quote"]
"""How a clause is built: it decides which sentences it fits."""
Pace = Literal["going", "begun", "done", "state", "habit", "opinion", "open"]
"""Whether a thing was under way, begun, done, a state, done regularly, a view, or can't be told."""
Mode = Literal["thread", "log", "plain"]
"""What a note is: something to ask next time, the record of a touch, or a thing such as a need or a gift."""


class Reading(msgspec.Struct, frozen=True):
    """A clause as it can be said to the person it is about."""

    form: Form
    """How it is built."""
    words: str
    """The words, in the second person: 'you were hiring two people', 'the Lisbon move'."""
    pace: Pace = "open"
    """Which questions can follow it."""
    both: bool = False
    """True if it is known only that it was talked about, not who brought it up."""


def low_words(text: str) -> list[str]:
    """Return the words of a clause in lower case, without the stops around them."""
    return [word.casefold().strip("\"'.,:?!") for word in text.split()]
