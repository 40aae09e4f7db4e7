"""The words of a capture line, each with its place, and whether it is a marker, plain text, or made plain.

A marker counts only at the start of a word, with something directly behind it that is more than
punctuation; `:` and the stars of the depth stand alone. So 'C++', 'a@b', '3:30', '?!', ':)' and '...' are
text. As they are written for other reasons, text too are '<3' and ':D', '#1' and '~20', and a star between
two numbers ('5 * 3'). A backslash at the start of a word, before the character of a marker or another
backslash, makes the word text and is dropped; any other is a character like others.
"""

from __future__ import annotations

import re
import string
import unicodedata

import msgspec

MARKERS = "@#:!<?+>~=*"
_PUNCTUATION = frozenset(string.punctuation)
_FACE = re.compile(r":[-']?[DdPpOoXx3]|<3+")
_COUNTED = re.compile(r"(?:#[0-9.,]+|~[0-9].*)")
_STARS = re.compile(r"\*+")


class Word(msgspec.Struct, frozen=True):
    """One word of the line."""

    text: str
    """What it says, without its marker or the backslash that made it plain."""
    start: int
    """Where it begins in the cleaned line, marker and backslash included."""
    end: int
    """Where it ends."""
    marker: str = ""
    """The marker it begins with, or nothing; '*' for a word of stars."""
    plain: bool = False
    """True if a backslash took its meaning away."""

    @property
    def typed(self) -> str:
        """The word with its marker."""
        return self.text if self.marker == "*" else self.marker + self.text


def clean(line: str) -> tuple[str, list[int]]:
    """Return the line without control characters, white space as spaces, and where each character stood."""
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(line):
        if char.isspace():
            kept.append(" ")
        elif char == "\ufeff" or unicodedata.category(char) in {"Cc", "Cs"}:
            # Lone surrogates can't be stored, and the byte order mark is none of the line.
            continue
        else:
            kept.append(char)
        places.append(place)
    return "".join(kept), places


def read_word(line: str, start: int) -> Word:
    """Return the word that begins at `start` of a cleaned line; contact details are looked for elsewhere."""
    end = line.find(" ", start)
    end = len(line) if end < 0 else end
    word = line[start:end]
    if word[0] == "\\" and len(word) > 1 and word[1] in f"{MARKERS}\\":
        return Word(word[1:], start, end, plain=True)
    marker = marker_of(line, start, end)
    return Word(word if marker == "*" else word[len(marker) :], start, end, marker)


def marker_of(line: str, start: int, end: int) -> str:
    """Return the marker that the word between `start` and `end` begins with, or nothing."""
    word = line[start:end]
    if word[0] not in MARKERS:
        return ""
    if word[0] == "*":
        return "*" if _STARS.fullmatch(word) and not _is_times(line, start, end) else ""
    if word == ":":
        return word
    if _FACE.fullmatch(word) or _COUNTED.fullmatch(word) or _PUNCTUATION.issuperset(word):
        return ""
    return word[0]


def _is_times(line: str, start: int, end: int) -> bool:
    return line[:start].rstrip(" ")[-1:].isdigit() and line[end:].lstrip(" ")[:1].isdigit()
