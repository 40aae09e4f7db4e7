"""In which order those found stand: how well words fit, or what was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from operator import add

from tui.model.records import Contact
from tui.rules.search.entries import Entry
from tui.rules.search.query import TIERS, Query

Day = Callable[[Contact], date | None]
"""Returns a day of a contact, or None."""

_WORST = 7
"""Rank of a word that is only nearly in a name."""


def ranked(entries: Sequence[Entry], words: Mapping[str, Collection[str]]) -> list[Entry]:
    """Put the best first for each word, given with those it is nearly in a name of (uid); ties stay as they were.

    A name that begins with the whole word, that begins so; a name of which it is a word, of which one begins
    so; a word of anything else; the inside of a name, of anything else; and last, a name spelt nearly so.
    """
    total: list[int] = [0] * len(entries)
    for word, near in words.items():
        total = list(map(add, total, _ranks(entries, word, near)))
    buckets: list[list[Entry]] = [[] for _ in range(_WORST * len(words) + 1)]
    for rank, entry in zip(total, entries, strict=True):
        buckets[rank].append(entry)
    return [entry for bucket in buckets for entry in bucket]


def _ranks(entries: Sequence[Entry], word: str, near: Collection[str]) -> list[int]:
    """Return how well each entry fits one word, 0 the best. Asked of everybody at the first letter typed."""
    start = f" {word}"
    ranks = [
        (0 if name.startswith(start) else 2)
        if start in (name := entry.name)
        else (4 if start in (text := entry.text) else 5 if word in name else 6 if word in text else _WORST)
        for entry in entries
    ]
    if not near and "@" in word:
        # An address is found outside the text: that is no misspelling.
        ranks = [min(rank, _WORST - 1) for rank in ranks]
    if len(word) > 1:
        # A whole word comes before one that only begins so. A single letter is on its way to more.
        whole = re.compile(re.escape(start) + r"(?![^ \n])")
        return [
            rank if rank > 2 or whole.search(entry.name) else rank + 1
            for rank, entry in zip(ranks, entries, strict=True)
        ]
    return ranks


def ordered(entries: list[Entry], query: Query, touched: Day, due: Day) -> list[Entry]:
    """Sort entries, which stand by name, by what was asked for; those without a value come last."""
    value: Callable[[Contact], date | int | None]
    match query.order:
        case "touch":
            value, latest_first = touched, True
        case "due":
            value, latest_first = due, False
        case "met":
            value, latest_first = (lambda it: it.met_day), True
        case "tier":
            value, latest_first = (lambda it: TIERS.index(it.tier)), False
        case _:
            return entries[::-1] if query.backwards else entries
    known = [(found, it) for it in entries if (found := value(it.contact)) is not None]
    unknown = [it for it in entries if value(it.contact) is None]
    known.sort(key=lambda pair: pair[0], reverse=latest_first is not query.backwards)
    return [it for _, it in known] + unknown
