"""Notes as people type them, cleaned and cut into clauses that can be said."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui.rules.starters.lexicon import FOREIGN, UNSUITABLE

READ_AT_MOST = 2000
"""Characters of a note that are looked at; what stands first in a note matters most."""
LONGEST_CLAUSE = 90
"""Characters that a clause may have to be said."""
MOST_CLAUSES = 6
"""Clauses of one note that are used."""

_BRACKETED = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_BULLET = re.compile(r"^(?:[-*•·>–—#~+]+\s*|\d{1,2}[.)]\s+)+")
_LABEL = re.compile(
    r"^(?:note|notes|fyi|ps|p\.s\.|news|update|next|next time|idea|remember|topic|topics|summary|re|q|"
    r"thread|follow[- ]?up)\s*:\s*",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"^(?:and|but|also|so|then|plus|well|ok|okay|btw|oh|apparently|turns out|hopefully|basically|esp\.?|"
    r"especially|e\.g\.|i\.e\.)\s+",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*[;|•→\n]+\s*|\s+[–—-]{1,2}>?\s+|\s+/\s+|\s+\+\s+|"
    r"(?<![A-Z.])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)"
    r"(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\bProf)(?<!\bprof)(?<!\bdr)(?<!\besp)(?<!\betc)(?<=\S)(?:\.{3}|…|[.!])(?=\s|$)\s*|"
    r"(?<=\?)\s*|,\s+|(?<=\D),(?=\D)"
)
_SHORTER = re.compile(
    r"\s+(?:because|although|though|which|whereas|while|since|so that|but|after which|in order to|so)\s+.*$",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(r"\S+@\S+|https?:|www\.|\b\w+\.(?:com|org|net|io|de|fr|eu)\b|\d[\d\s/()-]{6,}")
_SAYABLE = re.compile(r"[^\w\s'’“”\"&%€$£.,:/+?-]|_")


_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+")
"""Little pictures, which nobody says."""
_ASIAN_STOPS = str.maketrans(
    {"，": ", ", "。": ". ", "；": "; ", "、": ", ", "！": ". ", "？": "? ", "：": ": "}
)


def visible(text: str) -> str:
    """Return text without control, direction and other unseen characters; line breaks become ';'."""
    kept: list[str] = []
    for char in text[:READ_AT_MOST].translate(_ASIAN_STOPS):
        kind = unicodedata.category(char)
        if char in "\n\r\u2028\u2029\v\f":
            kept.append(" ; ")
        elif char in "\u200c\u200d":
            kept.append(char)
        elif kind == "Cf":
            continue
        else:
            kept.append(" " if kind[0] in "CZ" else char)
    return " ".join("".join(kept).split())


def quoted(text: str, width: int = 100) -> str:
    """Return words of the file in quotation marks, on one line, cut at a word; for `because`."""
    line = visible(text).replace(" ; ", "; ").replace("“", '"').replace("”", '"')
    if len(line) > width:
        cut = line[:width].rsplit(" ", 1)[0] if " " in line[:width] else line[:width]
        return f"“{cut.rstrip(' ,;:.')}…”"
    return f"“{line}”"


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the parts of a note that can be said one by one, in their order.

    With each goes whether it continues the one before it, after a comma. Left out are brackets, addresses,
    numbers to dial, and anything with characters that aren't spoken.
    """
    line = _BRACKETED.sub(" ", visible(text))
    found: dict[str, tuple[str, bool]] = {}
    at, continues = 0, False
    for match in (*_BREAK.finditer(line), None):
        clause = sayable(line[at : match.start() if match else len(line)])
        if clause:
            found.setdefault(clause.casefold(), (clause, continues))
        if match is None or len(found) == MOST_CLAUSES:
            break
        at, continues = match.end(), match.group().strip() == ","
    return tuple(found.values())


def sayable(part: str) -> str:
    """Return one clause tidied, or '' if it can't be said."""
    clause = _PICTURES.sub("", part).strip(" \t,;:.!…'\"“”`´*_~")
    for _ in range(3):
        clause = _HEDGE.sub("", _LABEL.sub("", _BULLET.sub("", clause))).strip(" ,;:")
    if len(clause) > LONGEST_CLAUSE:
        clause = _SHORTER.sub("", clause).strip(" ,;:")
    if not 2 < len(clause) <= LONGEST_CLAUSE or max(map(len, clause.split())) > 30:
        return ""
    if _SAYABLE.search(clause) or _ADDRESS.search(clause) or not any(c.isalpha() for c in clause):
        return ""
    if clause.casefold() in UNSUITABLE or sum(c.isdigit() for c in clause) > 6:
        return ""
    if len(re.findall(r"(?<!\w)'(?=\w)", clause)) != len(re.findall(r"(?<=[\w.!?])'(?!\w)(?<!s')", clause)):
        return ""
    if '"' in clause or "“" in clause or "”" in clause:
        clause = re.sub(r"[\"“”]", "", clause)
    return clause


def is_shouted(clause: str) -> bool:
    """Tell whether a clause is typed in capitals throughout."""
    letters = [c for c in clause if c.isalpha()]
    return len(clause.split()) > 1 and len(letters) > 6 and all(c.isupper() for c in letters)


def is_foreign(clause: str) -> bool:
    """Tell whether a clause is in another language than English, as far as one can see."""
    words = [word.strip("'’,.").casefold() for word in clause.split()]
    if any(word in FOREIGN for word in words):
        return True
    latin = sum("a" <= c <= "z" for c in clause.casefold())
    letters = sum(c.isalpha() for c in clause)
    if letters and latin < 0.8 * letters:
        return True
    return any(
        not word.isascii() and word[:1].islower() and word not in {"café", "cafés", "naïve"}
        for word in clause.replace("’", "'").split()
    )
