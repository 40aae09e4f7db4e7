"""The marks of the capture line and what they mean, shown while nothing is typed."""

from __future__ import annotations

from tui.view.lines import Line, columns, line

_MARKS = (
    (("@", "organisation, title"), ("#", "interest"), (":", "what you talked about")),
    (("!", "I promise … by fri"), ("<", "they promise …"), ("?", "needs"), ("+", "offers")),
    ((">", "when to write"), ("~", "introduced by"), ("=", "tier"), ("***", "depth")),
)
_ROOMY, _NARROW = 64, 48
"""Cells from which the marks stand in three lines, and from which two of them stand side by side."""


def legend(wide: int) -> list[Line]:
    """Return the marks and what they mean, none of them broken at the edge."""
    marks = [line((mark, "accent"), (f" {words}", "dim")) for row in _MARKS for mark, words in row]
    if wide >= _ROOMY:
        cells = [(21, 18, 23), (21, 18, 7, 8), (21, 18, 7, 9)]
        each = iter(marks)
        return [columns([(next(each), cell) for cell in row]) for row in cells]
    across = 2 if wide >= _NARROW else 1
    cell = (wide - 2) // across - 1
    return [columns([(it, cell) for it in marks[at : at + across]]) for at in range(0, len(marks), across)]
