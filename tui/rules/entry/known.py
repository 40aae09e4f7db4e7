"""What is known already and can be offered while a field is typed: organisations, interests, names, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import get_args

from tui.model.network import Network
from tui.model.records import Contact, Tier
from tui.model.text import fold

ROLES = (
    "mentor",
    "mentee",
    "sponsor",
    "adviser",
    "peer",
    "colleague",
    "client",
    "supplier",
    "friend",
    "family",
    "neighbour",
)
"""Roles in your life that are offered; any other can be typed."""

_SHOWN = 5
"""Completions offered at once."""
_NAME_FROM = 2
"""Letters from which a name is offered."""

_VALUES: dict[str, Callable[[Contact], Iterable[str]]] = {
    "organization": lambda it: (it.organization,),
    "title": lambda it: (it.title,),
    "industry": lambda it: (it.industry,),
    "place": lambda it: (it.place,),
    "timezone": lambda it: (it.timezone,),
    "interests": lambda it: it.interests,
    "groups": lambda it: it.groups,
    "roles": lambda it: it.roles,
    "languages": lambda it: it.languages,
    "introduced_by": lambda it: (it.name,),
}
_BEFORE_NAME = frozenset(("with", "to", "and", "from", "called", "met", "emailed", "texted", "saw"))
_SEPARATED = {"interests": ",;", "roles": ",;", "languages": ",;", "groups": ";"}
"""What parts the values in a field that holds several on a line."""


_MARKED = {"@": "organization", "#": "interests", "~": "introduced_by"}
_LAST_MARK = re.compile(r"(?:^|\s)(?P<mark>[@#~=])(?P<typed>[^\s@#~=!<?+>:*][^@#~=!<?+>:*]*|)$")
_ANY_MARK = re.compile(r"(?:^|\s)[@#:!<?+>~=*]\S|\s:\s")


class Known:
    """Completes fields of a form from what the network holds; counted when a field is first typed in."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._values: dict[str, list[tuple[str, str]]] = {}

    def completing(self, field: str) -> Callable[[str], Sequence[str]]:
        """Return what completes the text of a field: takes all of it, and returns what it could become."""
        return lambda text: self.complete(field, text)

    def complete(self, field: str, text: str) -> tuple[str, ...]:
        """Return what the whole text of a field could become, its last value completed, the most frequent first.

        A field without anything to offer gives nothing. What stands there already is not offered again.
        """
        apart = _SEPARATED.get(field, "\n")
        cut = max((text.rfind(char) for char in apart), default=-1) + 1
        before, last = text[:cut], text[cut:]
        begun = last.lstrip(" #")
        lead = last[: len(last) - len(begun)]
        typed = fold(begun)
        if len(typed) < (_NAME_FROM if field == "introduced_by" else 1):
            return ()
        there = {fold(part.strip(" #")) for part in re.split(f"[{re.escape(apart)}]", before)}
        found = (whole for key, whole in self._of(field) if key.startswith(typed) and key not in there)
        return tuple(
            before + lead + whole for whole, _ in zip(found, range(_SHOWN), strict=False) if whole != begun
        )

    def with_name(self, text: str) -> tuple[str, ...]:
        """Return what a sentence could become with its last words completed to the name of a contact.

        Two words that begin a name go before one, as in 'call with Maya L'. A small letter is taken for a name
        only after another word that has one behind it: 'with', 'to', 'and'.
        """
        words = text.split(" ")
        for size in (2, 1):
            last, before = " ".join(words[-size:]), words[:-size]
            if len(words) < size or len(last) < _NAME_FROM:
                continue
            if not last[:1].isupper() and (not before or before[-1].lower() not in _BEFORE_NAME):
                continue
            head = f"{' '.join(before)} " if before else ""
            found = [head + it for it in self.complete("introduced_by", last)]
            if found:
                return tuple(found)
        return ()

    def in_capture(self, text: str) -> tuple[str, ...]:
        """Return what a captured line could become with its last part completed.

        The name at its beginning, `@` an organisation, `#` an interest of one word, `~` who introduced them,
        `=` a tier.
        """
        found = _LAST_MARK.search(text)
        if found is None:
            return () if _ANY_MARK.search(text) else self.complete("introduced_by", text)
        mark, typed, before = found["mark"], found["typed"], text[: found.start("typed")]
        if mark == "=":
            return tuple(
                before + tier for tier in get_args(Tier) if tier.startswith(typed.lower()) and tier != typed
            )
        if not typed or "," in typed:
            return ()
        whole = self.complete(_MARKED[mark], typed)
        return tuple(before + it for it in whole if mark != "#" or " " not in it)

    def _of(self, field: str) -> list[tuple[str, str]]:
        """Return the values of a field, folded and as written, the most frequent first."""
        if field not in self._values:
            counted = Counter(self._all(field))
            pairs = [(fold(text), text, many) for text, many in counted.items()]
            self._values[field] = [
                (key, text) for key, text, _ in sorted(pairs, key=lambda it: (-it[2], it[0]))
            ]
        return self._values[field]

    def _all(self, field: str) -> Iterator[str]:
        if field == "met_event":
            latest = sorted(self._network.events.values(), key=lambda it: it.start, reverse=True)
            yield from (event.name for event in latest)
            return
        values = _VALUES.get(field)
        if values is not None:
            people = (*self._network.contacts.values(),)
            yield from (text for it in people for text in values(it) if text)
            mine = getattr(self._network.profile, field, ())
            yield from (mine,) if isinstance(mine, str) and mine else mine if isinstance(mine, tuple) else ()
        if field == "roles":
            yield from ROLES
