"""Where a date may stand in a promise of a capture line: behind a 'by', at the end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from tui.rules.capture.words import Word
from tui.rules.dates import NotADate, read_when

_BY = re.compile(r"(?<=\s)by\s+(?=\S)", re.IGNORECASE)
_MOST = 20
_LONGEST_DATE = 4


def behind_plain_by(words: Sequence[Word]) -> int:
    """Return where in the text of a promise a 'by' may begin that a backslash has not made a plain word."""
    offset = behind = 0
    for word in words:
        offset += len(word.text) + 1
        if word.plain and word.text.lower() == "by":
            behind = offset - 1
    return behind


def passed_date(text: str, now: dt.datetime, *, start: int = 0) -> str:
    """Return the 'by fri' that stands in the middle of a promise and so was not taken for its date, or ''.

    `start` is where a 'by' may begin that was not made a plain word.
    """
    for by in [it for it in _BY.finditer(text) if it.start() >= start][:_MOST]:
        words = text[by.end() : by.end() + 60].split()[:_LONGEST_DATE]
        for many in range(len(words), 0, -1):
            typed = " ".join(words[:many])
            try:
                read_when(typed, now)
            except NotADate:
                continue
            return f"{by[0].strip()} {typed}"
    return ""
