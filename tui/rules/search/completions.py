"""What the word being typed on the search line could become, and how many people each would find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import msgspec

from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold
from tui.rules.search.filters import VALUES, begins_word
from tui.rules.search.query import CHOICES, FILTERS, ORDERS, SIGNS

_SHOWN = 8
"""Completions offered at once."""
_FILTER_FROM = 2
"""Letters from which a word may be on its way to a filter."""

_COUNTED: dict[str, Callable[[Contact], Iterable[str]]] = {
    **VALUES,
    "tier": lambda it: (it.tier,),
    "circle": lambda it: ("personal", "professional", "both") if it.circle == "both" else (it.circle,),
}


class Completion(msgspec.Struct, frozen=True):
    """One thing that the last word of a search line could become."""

    line: str
    """The whole line with it."""
    word: str
    """The last word as it would be ('#climate')."""
    count: int = 0
    """People who have it; 0 where they are not counted."""


def completions(network: Network, text: str) -> tuple[str, ...]:
    """Return whole search lines that the last word could become, the most frequent value first."""
    return tuple(found.line for found in Completer(network).complete(text))


class Completer:
    """Completes search lines over one network, again and again; `changed` keeps it up to date."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._values: dict[str, list[tuple[str, str, int]]] = {}

    def changed(self, _change: Change | None = None) -> None:
        """Count anew when next asked: something was altered."""
        self._values.clear()

    def complete(self, text: str) -> tuple[Completion, ...]:
        """Return what the last word could become: values that people have, or the filters that begin so.

        A word that is complete already is not among them.
        """
        start = _start_of_last(text)
        before, last = text[:start], text[start:]
        if last.startswith("-"):
            before, last = f"{before}-", last[1:]
        found: list[Completion] = []
        for word, many in self._words(last):
            if word != last:
                found.append(Completion(before + word, word, many))
            if len(found) == _SHOWN:
                break
        return tuple(found)

    def _words(self, last: str) -> Iterator[tuple[str, int]]:
        sign = last[:1] if last[:1] in SIGNS else ""
        head, colon, value = ("", "", last[1:]) if sign else last.partition(":")
        if not sign and not colon:
            word = fold(head)
            if len(word) >= _FILTER_FROM:
                yield from ((f"{name}:", 0) for name in (*FILTERS, "sort") if name.startswith(word))
            return
        name, typed = sign or fold(head), fold(value.lstrip('"').rstrip('"'))
        start = sign or f"{name}:"
        if name == "sort":
            yield from ((start + order, 0) for order in ORDERS if order.startswith(typed))
        elif name == "met":
            yield from ((start + _quoted(event), 0) for event in self._events(typed))
        elif name in CHOICES:
            many = {value: count for _, value, count in self._known(name)}
            yield from ((start + it, many.get(it, 0)) for it in CHOICES[name] if it.startswith(typed))
        else:
            field: str = SIGNS.get(name) or FILTERS.get(name) or ""
            for folded, text, count in self._known(field):
                if begins_word(folded, typed):
                    yield start + _quoted(text), count

    def _events(self, typed: str) -> Iterable[str]:
        latest = sorted(self._network.events.values(), key=lambda it: it.start, reverse=True)
        return dict.fromkeys(event.name for event in latest if begins_word(event.name, typed))

    def _known(self, field: str) -> list[tuple[str, str, int]]:
        """Return the values that people have: folded, as written, how many have it; the most frequent first."""
        if field not in self._values:
            counted = Counter(self._all(field))
            found = [(fold(text), text, count) for text, count in counted.items()]
            self._values[field] = sorted(found, key=lambda it: (-it[2], it[0], it[1]))
        return self._values[field]

    def _all(self, field: str) -> Iterator[str]:
        here = [it for it in self._network.contacts.values() if not it.archived]
        if field == "through":
            contacts = self._network.contacts
            introducers = (contacts.get(it.introduced_by or "") for it in here)
            return (it.name for it in introducers if it is not None)
        values = _COUNTED.get(field)
        return (text for it in here for text in values(it) if text) if values else iter(())


def _start_of_last(text: str) -> int:
    """Return where the last word begins; a blank between quotes is inside one."""
    quoted, start = False, 0
    for place, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif char.isspace() and not quoted:
            start = place + 1
    return start


def _quoted(text: str) -> str:
    plain = text.replace('"', "")
    return f'"{plain}"' if any(char.isspace() for char in plain) else plain
