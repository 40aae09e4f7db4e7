"""The language of the search line as one page: for the screen, the palette and `kith list` alike."""

from __future__ import annotations

from collections.abc import Iterable

from tui.rules.search.query import ORDERS
from tui.view.cells import width
from tui.view.lines import Line, fit_line, line, paragraphs, wrapped

WORDS = (
    ("maya acme", "all words, in any order, over everything but private notes; accents and case don't count"),
    ('"design lead"', "these words next to each other"),
    ("jonson", "finds Johnson too, further down: one letter in five or more may be wrong"),
    ("@acme.example 351912", "part of an email address; part of a phone number"),
)
FILTERS = (
    ("#climate", "interest"),
    ("@acme", "organisation"),
    ("tier:close", "how close: inner, close, active, wide, ambient"),
    ("circle:personal", "part of life: personal, professional, both"),
    ("needs:designer", "what they look for; needs: alone for anything"),
    ("offers:grid", "what they can help with"),
    ("met:pycon met:2026-03", "where you met; when; how"),
    ("through:ada", "who introduced you"),
    ("role:mentor", "their role in your life"),
    ("group:porto", "school, employer, club: shared history"),
    ("place:lisbon", "where they live"),
    ("lang:greek", "a language you can speak with them"),
    ("industry:energy", "the field they work in"),
    ("due:", "whom to write to; due:soon, due:overdue"),
    ("paused:", "check-ins are paused"),
    ("archived:", "archived people; they are left out otherwise"),
)
TOGETHER = (
    ("#climate tier:close", "both must hold; any number, in any order"),
    ("-#climate -lisbon", "not this: a - before a filter or a word"),
    ('@"Banco del Sol"', "quotes where a value has a blank in it"),
    ("sort:touch", f"order: {', '.join(ORDERS)}; -sort: turns it round"),
)
TYPING = (
    ("→  tab", "take the completion: values that people have, with how many"),
    ("enter ↓", "go to the list; where nobody is found, enter adds what you typed"),
    ("escape", "back to the list, then everybody"),
    ("?", "this page"),
)


def search_help(wide: int) -> list[Line]:
    """Return the page in `wide` cells."""
    return paragraphs(
        _part("Words", WORDS, wide),
        _part("Filters", FILTERS, wide),
        _part("Together", TOGETHER, wide),
        _part("While you type", TYPING, wide),
        wrapped(
            "The same is understood by `kith list`, and by the palette where it finds people.", wide, "dim"
        ),
    )


def _part(title: str, rows: Iterable[tuple[str, str]], wide: int) -> list[Line]:
    first = min(24, wide // 2)
    lines: list[Line] = [line((title, "heading"))]
    for left, right in rows:
        texts = wrapped(right, wide - first)
        if width(left) >= first:
            lines.append(line((left, "strong")))
            lines += [((" " * first, ""), *text) for text in texts]
            continue
        lines.append((*fit_line(line((left, "strong")), first), *texts[0]))
        lines += [((" " * first, ""), *text) for text in texts[1:]]
    return lines
