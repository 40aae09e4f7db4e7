"""What an import would bring, as the screen shows it: what the file is, how many, and a line for each."""

from __future__ import annotations

from collections.abc import Mapping

from tui.model.records import Contact
from tui.rules.phrases import count
from tui.view.cells import clean, width
from tui.view.imported import MARKS, Outcome, line_words
from tui.view.imported import Line as Found
from tui.view.lines import Line, Role, columns, line

_ROLES: dict[str, Role] = {"new": "good", "news": "accent", "skipped": "warn", "noted": "dim"}

_PLACE = 12
"""Cells for the place of what is not taken, unless its words are longer."""
_MANY = 5
"""So many new people are worth going through."""


def named(words: str) -> str:
    """Return what a file is, as a line begins."""
    return clean(f"{words[:1].upper()}{words[1:]}")


def report(found: Outcome) -> str:
    """Return what an import brings, in a line."""
    return (
        f"{count(found.read, 'record')} read: {found.added:,} new, {found.updated:,} updated, "
        f"{found.unchanged:,} known already, {len(found.skipped):,} not taken."
    )


def found_line(it: Found, contacts: Mapping[str, Contact], wide: int) -> Line:
    """Return a line of the preview: its mark, whom it is about, and what is said of it."""
    about, said = line_words(it, contacts)
    left = min(34, wide * 2 // 5)
    if it.skip is not None:
        # A line number is short, and the reason wants the room.
        left = min(left, max(_PLACE, width(about)))
    mark = line((MARKS[it.kind], _ROLES[it.kind]))
    return columns(
        [(mark, 1), (line((about, "strong")), left), (line((said, "dim")), wide - left - 3)], gap=1
    )


def next_step(found: Outcome) -> str:
    """Return what to do with those who came in bulk, for the message that they are in."""
    if found.added < _MANY:
        return ""
    return " T goes through them, twenty at a time; M shows who may be there twice."
