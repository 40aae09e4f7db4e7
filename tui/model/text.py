"""Text as it is compared: folded, so that 'jose' finds 'José' and 'ИВАН' finds 'Иван'."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Letters of their own that Unicode does not take apart, as they are typed on a keyboard without them.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
)


_OWN = "[ıłøđðħæœþŋ]"
_ACCENTS = "(?<=[\x00-\u02ff\u0370-\u0482\u048a-\u052f])[\u0300-\u034e\u0350-\u036f]+"
# Without a mark outside these once accents are dropped, nothing else is to be looked at letter by letter.
_PLAIN = (
    "[\x00-\u02ff\u0370-\u0482\u048a-\u0590\u1100-\u11ff\u1e00-\u1fff\u2000-\u20cf\u2100-\u2bff"
    "\u3000-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ufb1d\uff00-\uffff]*"
)
_FIRST_MARK = "\u0300"
_NAME = 80
"""Characters up to which a look at each is quicker than compiling what looks at all."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile them when the first text asks for it: a start does not have to pay."""
    return re.compile(_OWN), re.compile(_ACCENTS)


@cache
def _common() -> re.Pattern[str]:
    """Compile it for the first long text: 8 ms, which a start with names alone does not have to pay."""
    return re.compile(_PLAIN)


def fold(text: str) -> str:
    """Return text without accents, in lower case, compatibility forms resolved (Unicode NFKD).

    Marks are dropped only after Latin, Greek and Cyrillic letters, where they are accents; in Arabic,
    Devanagari or Japanese a mark can make another letter, and stays.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    own, accents = _patterns()
    if own.search(plain):
        plain = plain.translate(_LETTERS)
    plain = accents.sub("", plain)
    if _has_no_marks(plain):
        return unicodedata.normalize("NFKC", plain)
    kept: list[str] = []
    base_drops_marks = False
    for char in plain:
        if unicodedata.combining(char):
            if base_drops_marks:
                continue
        else:
            base_drops_marks = ord(char) < 0x0530
        kept.append(char)
    return unicodedata.normalize("NFKC", "".join(kept))


def _has_no_marks(plain: str) -> bool:
    """Tell whether no mark is left, as far as that can be told quickly."""
    if len(plain) > _NAME:
        return _common().fullmatch(plain) is not None
    return not plain or max(plain) < _FIRST_MARK or not any(map(unicodedata.combining, plain))


def one_line(text: str) -> str:
    """Return text as one line: runs of white space and line breaks become single spaces."""
    return " ".join(text.split())
