"""The language of the search line: one meaning for the screen, the palette and `kith list`.

Free words, `#interest`, `@organisation`, filters such as `tier:close`, "quoted phrases", a `-` in front to
leave people out, and `sort:` for the order. Reading never fails: what is no filter is searched as a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

from tui.model.records import Circle, Tier
from tui.model.text import fold, one_line

Field = Literal[
    "word",
    "interest",
    "organization",
    "tier",
    "circle",
    "needs",
    "offers",
    "met",
    "due",
    "group",
    "place",
    "role",
    "industry",
    "lang",
    "through",
    "paused",
    "archived",
]
Order = Literal["", "name", "touch", "due", "tier", "met"]

TIERS: tuple[str, ...] = get_args(Tier)
CIRCLES: tuple[str, ...] = get_args(Circle)
ORDERS: tuple[str, ...] = get_args(Order)[1:]
DUE: tuple[str, ...] = ("soon", "overdue")
SIGNS: dict[str, Field] = {"#": "interest", "@": "organization"}
FILTERS: dict[str, Field] = {
    "tier": "tier",
    "circle": "circle",
    "needs": "needs",
    "offers": "offers",
    "met": "met",
    "due": "due",
    "group": "group",
    "place": "place",
    "role": "role",
    "industry": "industry",
    "lang": "lang",
    "through": "through",
    "paused": "paused",
    "archived": "archived",
}
"""Words before a colon and what they ask about."""

YES: tuple[Field, ...] = ("archived", "paused")
"""Filters that take no value."""

CHOICES: dict[str, tuple[str, ...]] = {"tier": TIERS, "circle": CIRCLES, "due": DUE}
"""Filters with a closed list of values."""

_QUOTES = str.maketrans("“”„«»", '"' * 5)
_SORT = re.compile(r"-?sort:\S*")
_TOKEN = re.compile(r'(?P<minus>-?)(?P<head>[#@]|[^\W\d_]+:)?(?:"(?P<phrase>[^"]*)"?|(?P<plain>\S*))')


class Term(msgspec.Struct, frozen=True):
    """One thing asked of a contact; all terms of a query must hold."""

    field: Field
    """What is looked at; 'word' is the whole searchable text."""
    value: str = ""
    """Folded text to find there; empty for 'has any', and for `due:`, `paused:` and `archived:`."""
    negated: bool = False
    """True if it must not hold."""


class Query(msgspec.Struct, frozen=True):
    """A search line as it was understood."""

    terms: tuple[Term, ...] = ()
    """What must hold, in the order typed."""
    order: Order = ""
    """What to sort by; empty for the best match first, and by name where there are no words."""
    backwards: bool = False
    """True to turn the order round (`-sort:touch`)."""
    problems: tuple[str, ...] = ()
    """What could not be read as it was perhaps meant, one sentence each."""

    @property
    def words(self) -> tuple[str, ...]:
        """Free words and phrases to be found, folded."""
        return tuple(term.value for term in self.terms if term.field == "word" and not term.negated)

    @property
    def is_name(self) -> bool:
        """Whether only words were typed, which may be somebody's name."""
        return bool(self.words) and len(self.words) == len(self.terms)

    @property
    def is_somebody(self) -> bool:
        """Whether it reads as a captured line too: a name, perhaps with organisation and interests."""
        return bool(self.words) and all(
            term.field in ("word", "interest", "organization") and term.value and not term.negated
            for term in self.terms
        )

    def __str__(self) -> str:
        """Return the query as a search line that reads back as the same."""
        parts = [_spelled(term) for term in self.terms]
        if self.order:
            parts.append(f"{'-' if self.backwards else ''}sort:{self.order}")
        return " ".join(parts)


def ordered_by(text: str, order: Order) -> str:
    """Return a search line with another order: its `sort:` is replaced, or taken out for none."""
    words = [word for word in text.split(" ") if not _SORT.fullmatch(fold(word))]
    line = " ".join(words).strip()
    return f"{line} sort:{order}".lstrip() if order else line


def next_order(query: Query) -> Order:
    """Return the order after a query's own; after the last comes the best match, or the name."""
    orders: tuple[Order, ...] = get_args(Order)
    return orders[(orders.index(query.order) + 1) % len(orders)]


def parse(text: str) -> Query:
    """Read a search line. Never raises; `problems` says what was not understood."""
    terms: dict[Term, None] = {}
    problems: list[str] = []
    order, backwards = "", False
    for negated, head, value, quoted in _tokens(fold(text).translate(_QUOTES)):
        name = head.rstrip(":")
        if name == "sort":
            if value in ORDERS:
                order, backwards = value, negated
            else:
                problems.append(f"sort:{value} is no order; there are {', '.join(ORDERS)}.")
            continue
        field = SIGNS.get(head) or FILTERS.get(name)
        if field is None:
            if head and not quoted and not value.startswith("/"):
                problems.append(f"{head} is no filter, so it is searched as a word.")
            term = Term("word", head + value, negated)
        else:
            term = Term(field, _chosen(field, value, problems), negated)
        if term.value or term.field != "word":
            terms[term] = None
    return Query(tuple(terms), msgspec.convert(order, Order), backwards, tuple(dict.fromkeys(problems)))


def _tokens(text: str) -> Iterator[tuple[bool, str, str, bool]]:
    """Yield each word of a folded line: negated, sign or filter with its colon, value, quoted."""
    for found in _TOKEN.finditer(text):
        phrase, plain = found["phrase"], found["plain"] or ""
        value = one_line(plain if phrase is None else phrase).replace('"', "")
        if value or found["head"]:
            yield bool(found["minus"]), found["head"] or "", value, phrase is not None


def _chosen(field: Field, value: str, problems: list[str]) -> str:
    """Complete the beginning of a tier, circle or status ('cl' is close), and report what is none."""
    choices = CHOICES.get(field, ())
    if not value or not choices or value in choices:
        return "" if field in YES else value
    begun = [choice for choice in choices if choice.startswith(value)]
    if not begun:
        problems.append(f"{field}:{value} is not known; there are {', '.join(choices)}.")
    return begun[0] if len(begun) == 1 else value


def _spelled(term: Term) -> str:
    """Return one term as it is typed."""
    head = next((sign for sign, field in SIGNS.items() if field == term.field), f"{term.field}:")
    if term.field == "word":
        head = ""
    value = term.value
    if value and (not head or " " in value):
        value = f'"{value}"'
    return f"{'-' if term.negated else ''}{head}{value}"
