"""A suggestion, what it is chosen from, and the last look at its words before anybody sees them."""

from __future__ import annotations

import re
from zlib import crc32

import msgspec

LONGEST = 220
"""Characters that a starter may have; more can't be said in one breath."""


class Suggestion(msgspec.Struct, frozen=True):
    """One thing to say or ask."""

    text: str
    """The words, as you'd say them."""
    because: str
    """The fact in the file that it rests on; words of the file stand in “ ”."""
    kind: str
    """Kind of fact: 'thread', 'talk', 'promise', 'need' ... 'opener', or 'own' for your own words."""
    depth: int = 1
    """1 light, 2 warmer, 3 deep."""
    state: str = ""
    """'own' or 'pinned' where you wrote or pinned it; empty for what the rules found."""


class Candidate(msgspec.Struct, frozen=True):
    """A fact and the ways in which it can be brought up."""

    kind: str
    """Kind of fact."""
    because: str
    """The fact, in words."""
    ways: tuple[str, ...]
    """Sentences to choose from, all of them sound."""
    depth: int = 1
    """1 light, 2 warmer, 3 deep."""
    worth: float = 0.0
    """Place in the order of worth: lower is better."""


_SENTENCE_END = re.compile(r"[.?](?=\s|$)")
_FACT = re.compile(r"“([^”]*)”")
_STRAY = re.compile(r"[{}\[\]<>|\\\x00-\x1f\x7f]|\s\s|\.\.|\?\?|\?\.|\s[,.?]|\b(?:None|null|undefined|nan)\b")


def is_sound(text: str) -> bool:
    """Tell whether words can be said as they are: one or two whole sentences, nothing stray in them."""
    return (
        0 < len(text) <= LONGEST
        and text[-1] in "?."
        and 1 <= len(_SENTENCE_END.findall(text)) <= 2
        and not _STRAY.search(text)
        and (text[0].isupper() or not text[0].isascii() or text[0].isdigit())
    )


def sentence(words: str) -> str:
    """Return words with a capital at the start and a stop at the end."""
    line = " ".join(words.split())
    line = line[:1].upper() + line[1:]
    return line if line.endswith(("?", ".")) else f"{line}."


def candidate(kind: str, worth: float, because: str, *ways: str, depth: int = 1) -> Candidate | None:
    """Return a candidate with those of its ways that are sound, or None if there are none."""
    sound = tuple(dict.fromkeys(way for way in map(sentence, ways) if is_sound(way)))
    return Candidate(kind=kind, because=because, ways=sound, depth=depth, worth=worth) if sound else None


def turned(ways: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Return ways in an order that differs from person to person and day to day, but never by chance."""
    start = crc32(seed.encode("utf-8", "replace")) % len(ways)
    return ways[start:] + ways[:start]


def shapes(text: str) -> tuple[str, ...]:
    """Return by what one hears that two starters are made alike: the first words of each of their sentences."""
    return tuple(" ".join(part.casefold().split()[:3]) for part in _SENTENCE_END.split(text) if part.strip())


def fact_of(kind: str, because: str, text: str) -> str:
    """Return what tells one starter from another: its kind and the words of the file that it rests on.

    The sentence around them changes from day to day; what was used stays used all the same.
    """
    facts = _FACT.findall(because)
    return f"{kind}|{'|'.join(facts)}" if facts else f"{kind}|{text}"
