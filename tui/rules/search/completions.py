"""What the word being typed on the search line could become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold
from tui.rules.search.filters import VALUES, begins_word
from tui.rules.search.query import CHOICES, FILTERS, ORDERS, SIGNS

_SHOWN = 8
"""Completions offered at once."""


def completions(network: Network, text: str) -> tuple[str, ...]:
    """Return whole search lines that the last word could become, the most frequent value first.

    A sign or a filter is completed with values that people in the network have; the beginning of a word with
    the filters that begin so.
    """
    start = max(text.rfind(" "), text.rfind("\t")) + 1
    before, last = text[:start], text[start:]
    if last.startswith("-"):
        before, last = f"{before}-", last[1:]
    return tuple(before + word for word in _words(network, last))[:_SHOWN]


def _words(network: Network, last: str) -> Iterable[str]:
    sign = last[:1] if last[:1] in SIGNS else ""
    head, colon, value = ("", "", last[1:]) if sign else last.partition(":")
    if not sign and not colon:
        word = fold(head)
        return [f"{name}:" for name in (*FILTERS, "sort") if word and name.startswith(word)]
    name, typed = sign or fold(head), fold(value.lstrip('"'))
    start = sign or f"{name}:"
    choices = ORDERS if name == "sort" else CHOICES.get(name, ())
    if choices:
        return [start + choice for choice in choices if choice.startswith(typed)]
    field = SIGNS.get(name) or FILTERS.get(name)
    if field == "met":
        names = [
            event.name for event in sorted(network.events.values(), key=lambda it: it.start, reverse=True)
        ]
        return [start + _quoted(found) for found in dict.fromkeys(names) if begins_word(found, typed)]
    if field not in VALUES:
        return []
    return [start + _quoted(found) for found in _frequent(network, VALUES[field], typed)]


def _frequent(network: Network, values: Callable[[Contact], Iterable[str]], typed: str) -> list[str]:
    """Return the values that begin as typed, the most frequent first, then by alphabet."""
    counted = Counter(text for contact in network.contacts.values() for text in values(contact) if text)
    found = [text for text in counted if begins_word(text, typed)]
    return sorted(found, key=lambda text: (-counted[text], fold(text), text))


def _quoted(text: str) -> str:
    plain = text.replace('"', "")
    return f'"{plain}"' if " " in plain else plain
