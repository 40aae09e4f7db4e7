"""What is known already and can be offered while a field is typed: organisations, interests, names, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import get_args

import msgspec

from tui.model.change import Change
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


_AHEAD = ("introduced_by", "organization", "title", "interests")
"""Fields that are counted before they are typed in: those with the most values, and of the capture line."""
_STEP = 1000
"""People counted at a step: some 5 ms."""
_MANY = 500
"""Edits from which it is cheaper to count anew."""


class _Tally(msgspec.Struct):
    """How many have each value of a field."""

    many: dict[str, int] = {}
    """How many, by the value as written."""
    folded: dict[str, str] = {}
    """The same values folded."""

    def add(self, values: Iterable[str], step: int = 1) -> None:
        """Count values in; with a step of -1 out."""
        for text in values:
            if text:
                many = self.many.get(text, 0) + step
                if many > 0:
                    if text not in self.many:
                        self.folded[text] = fold(text)
                    self.many[text] = many
                else:
                    self.many.pop(text, None)
                    self.folded.pop(text, None)


class Known:
    """Completes fields of a form from what the network holds; `changed` keeps it up to date.

    A field is counted when it is first typed in, or ahead by `learn`.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._tallies: dict[str, _Tally] = {}
        self.waits = False
        """Whether fields that are counted ahead offer nothing until they are, for those whom no key is to hold up."""
        self._version = 0
        """Counts what happened to the tallies."""

    @property
    def learned(self) -> bool:
        """Whether nothing is left to `learn`."""
        return all(field in self._tallies for field in _AHEAD)

    def learn(self) -> Iterator[None]:
        """Count the fields with the most values, some people at a step; a change meanwhile ends it early."""
        for field in _AHEAD:
            if field not in self._tallies:
                version, tally = self._version, _Tally()
                for number, contact in enumerate(tuple(self._network.contacts.values()), 1):
                    tally.add(_VALUES[field](contact))
                    if number % _STEP == 0:
                        yield
                        if version != self._version:
                            return
                tally.add(self._besides(field))
                self._tallies[field] = tally

    def changed(self, change: Change) -> None:
        """Take in a change that the network has taken already."""
        tables = {edit.table for edit in change.edits} if len(change.edits) <= _MANY else {"profile"}
        self._version += bool(tables & {"contacts", "profile"})
        if "profile" in tables:
            self._tallies.clear()
            return
        if "events" in tables:
            self._tallies.pop("met_event", None)
        for edit in change.edits:
            for record, step in ((edit.before, -1), (edit.after, 1)):
                if isinstance(record, Contact):
                    for field, tally in self._tallies.items():
                        if field in _VALUES:
                            tally.add(_VALUES[field](record), step)

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
        tally = self._of(field)
        found = (
            (-tally.many[whole], key, whole)
            for whole, key in tally.folded.items()
            if key.startswith(typed) and key not in there and whole != begun
        )
        return tuple(before + lead + whole for _, _, whole in nsmallest(_SHOWN, found))

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

    def _of(self, field: str) -> _Tally:
        """Return the values of a field, and how many have each."""
        tally = self._tallies.get(field)
        if tally is None and self.waits and field in _AHEAD:
            return _Tally()
        if tally is None:
            tally = self._tallies[field] = _Tally()
            values = _VALUES.get(field)
            if values is not None:
                for contact in self._network.contacts.values():
                    tally.add(values(contact))
            tally.add(self._besides(field))
        return tally

    def _besides(self, field: str) -> Iterator[str]:
        """Yield the values that no contact brings: yours, and those that are always offered."""
        if field == "met_event":
            latest = sorted(self._network.events.values(), key=lambda it: it.start, reverse=True)
            yield from (event.name for event in latest)
        elif field in _VALUES:
            mine = getattr(self._network.profile, field, ())
            yield from (mine,) if isinstance(mine, str) else mine if isinstance(mine, tuple) else ()
        if field == "roles":
            yield from ROLES
