"""How the people you were in touch with are spread, and over how many kinds of people that comes to."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal, get_args

import msgspec

from tui.model.records import Contact
from tui.model.text import fold
from tui.rules.insights.past import Past
from tui.rules.insights.period import Period

Dimension = Literal["tier", "circle", "group", "industry", "organisation", "place"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

_VALUES: dict[Dimension, Callable[[Contact], tuple[str, ...]]] = {
    "tier": lambda it: (it.tier,),
    "circle": lambda it: (it.circle,),
    "group": lambda it: it.groups,
    "industry": lambda it: (it.industry,),
    "organisation": lambda it: (it.organization,),
    "place": lambda it: (it.place,),
}


class Share(msgspec.Struct, frozen=True):
    """The people of one value: one industry, one place."""

    value: str
    """As it is written on most of their cards."""
    people: tuple[str, ...]
    """Who they are (uids)."""


class Spread(msgspec.Struct, frozen=True):
    """How people are spread over one dimension."""

    dimension: Dimension
    """Which."""
    shares: tuple[Share, ...]
    """Values, the most frequent first."""
    unknown: tuple[str, ...]
    """People (uids) of whom it is not known."""
    effective: float
    """Over how many equally frequent values the people would be as evenly spread; 0 without any."""
    before: float
    """The same a year before."""


def effective_number(counts: Iterable[int]) -> float:
    """Return the effective number of values, of which some are more frequent than others (Hill 1973, order 1).

    It is e to the power of Shannon's entropy: four industries with 25 people each come to 4; with 97, 1, 1
    and 1 people they come to 1.2. 0 where there is nothing to count.
    """
    known = [it for it in counts if it > 0]
    total = sum(known)
    if not total:
        return 0.0
    return math.exp(-sum(it / total * math.log(it / total) for it in known))


def spread(past: Past, period: Period, earlier: Period, dimension: Dimension) -> Spread:
    """Return how the people with whom there was a touch in a period are spread."""
    shares, unknown = _shares(past, period, dimension)
    were, _ = _shares(past, earlier, dimension)
    return Spread(
        dimension,
        tuple(shares),
        tuple(unknown),
        effective_number(len(it.people) for it in shares),
        effective_number(len(it.people) for it in were),
    )


def _shares(past: Past, period: Period, dimension: Dimension) -> tuple[list[Share], list[str]]:
    values, contacts, folded = _VALUES[dimension], past.network.contacts, cache(fold)
    found: dict[str, tuple[str, list[str]]] = {}
    unknown = []
    for uid in past.in_touch(period):
        known = [text for text in values(contacts[uid]) if text]
        for text in known:
            entry = found.get(key := folded(text))
            if entry is None:
                entry = found[key] = (text, [])
            if not entry[1] or entry[1][-1] != uid:
                entry[1].append(uid)
        if not known:
            unknown.append(uid)
    ordered = sorted(found.items(), key=lambda it: (-len(it[1][1]), it[0]))
    return [Share(text, tuple(uids)) for _, (text, uids) in ordered], unknown
