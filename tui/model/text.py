"""Text as it is compared: folded, so that 'jose' finds 'José' and 'ИВАН' finds 'Иван'."""

from __future__ import annotations

import unicodedata

# Letters of their own that Unicode does not take apart, as they are typed on a keyboard without them.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
)


def fold(text: str) -> str:
    """Return text without accents, in lower case, compatibility forms resolved (Unicode NFKD).

    Marks are dropped only after Latin, Greek and Cyrillic letters, where they are accents; in Arabic,
    Devanagari or Japanese a mark can make another letter, and stays.
    """
    if text.isascii():
        return text.lower()
    kept: list[str] = []
    base_drops_marks = False
    for char in unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS):
        if unicodedata.combining(char):
            if base_drops_marks:
                continue
        else:
            base_drops_marks = ord(char) < 0x0530
        kept.append(char)
    return unicodedata.normalize("NFKC", "".join(kept))


def one_line(text: str) -> str:
    """Return text as one line: runs of white space and line breaks become single spaces."""
    return " ".join(text.split())
