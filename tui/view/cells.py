"""Text as it may be shown: nothing in it acts, and its width is known in terminal cells."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

# C0 and C1 controls (escape sequences begin with one), lone surrogates, and the bidirectional overrides and
# isolates that could turn what stands beside them round (Unicode TR 36). Joiners stay: scripts need them.
_ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BREAKS = re.compile(r"[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Return text on one line with everything dropped that a terminal could act on."""
    return _ACTS.sub("", _BREAKS.sub(" ", text))


def clean_lines(text: str) -> str:
    """Return text with its line breaks kept and everything else dropped that a terminal could act on."""
    return "\n".join(clean(line) for line in text.splitlines())


def width(text: str) -> int:
    """Return how many terminal cells a text takes."""
    return cell_len(text)


def fit(text: str, cells: int) -> str:
    """Return clean text in exactly `cells` cells: padded, or cut with an ellipsis."""
    text = clean(text[: cells * 4 + 8])
    wide = cell_len(text)
    if wide <= cells:
        return text + " " * (cells - wide)
    if cells <= 1:
        return "…"[:cells]
    return set_cell_size(set_cell_size(text, cells - 1).rstrip() + "…", cells)
