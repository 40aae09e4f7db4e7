"""What somebody told you, as it is reported later: 'you moved to Izmir' becomes 'you had moved to Izmir'."""

from __future__ import annotations

import re

from tui.rules.starters import lexicon as lex
from tui.rules.starters.counting import finite_at
from tui.rules.starters.forms import Reading, low_words

_PARTICIPLES = {
    "began": "begun",
    "became": "become",
    "took": "taken",
    "went": "gone",
    "came": "come",
    "saw": "seen",
    "ran": "run",
    "wrote": "written",
    "gave": "given",
    "spoke": "spoken",
    "swam": "swum",
}
_LASTING = frozenset("grew lived worked studied enjoyed liked loved wanted hoped planned tried".split())
"""What went on for years is told as it was."""
_FIRST_VERB = re.compile(r"^you ((?:(?:just|also|recently|finally|already|only|\w+ly) )*)(\w+) (.+)$")
_BACK = {
    "is": "was",
    "are": "were",
    "has": "had",
    "have": "had",
    "wants": "wanted",
    "needs": "needed",
    "says": "said",
    "thinks": "thought",
    "will": "would",
    "can": "could",
    "goes": "went",
    "gets": "got",
    "starts": "was starting",
    "joins": "was joining",
    "leaves": "was leaving",
    "moves": "was moving",
    "begins": "was beginning",
    "keeps": "kept",
    "looks": "looked",
    "seems": "seemed",
    "feels": "felt",
}


def reported(reading: Reading) -> str:
    """Return the words of a reading as they follow 'you told me that'."""
    if reading.form == "clause" and reading.pace in ("begun", "done"):
        return _before(reading.words)
    if reading.form == "other" and reading.pace == "open":
        return _back(reading.words)
    return reading.words


def _before(words: str) -> str:
    match = _FIRST_VERB.match(words)
    if match is None:
        return words
    adverbs, verb, rest = match.groups()
    if verb == "have":
        return f"you had {adverbs}{rest}"
    if verb == "were" and rest.split()[0] in lex.PASSIVE:
        return f"you had {adverbs}been {rest}"
    if verb in lex.PAST and verb not in _LASTING:
        return f"you had {adverbs}{_PARTICIPLES.get(verb, verb)} {rest}"
    return words


def _back(words: str) -> str:
    parts = words.split()
    at = finite_at(low_words(words))
    if at and parts[at] in _BACK:
        parts[at] = _BACK[parts[at]]
    return " ".join(parts)
