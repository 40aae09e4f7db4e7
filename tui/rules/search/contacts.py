"""Finding people: the search line's meaning over the network, fast enough to answer every key.

One folded string is kept for each contact. A word that grows looks only among those who matched before.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from datetime import date, datetime
from operator import attrgetter

import msgspec

from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Contact, Event, Interaction
from tui.model.text import fold, one_line
from tui.rules.cadence import last_touch, next_due
from tui.rules.queue.ranking import queue
from tui.rules.search.completions import completions
from tui.rules.search.filters import Statuses, filter_for
from tui.rules.search.query import TIERS, Query, Term, parse

__all__ = ["Finder", "Query", "completions", "parse", "search"]

_MANY = 500
"""Edits from which it is cheaper to read everybody again."""

_key = attrgetter("key")
_PUT_AWAY = (True,)
"""Where the archived begin among the keys."""


class Entry(msgspec.Struct, frozen=True):
    """One contact as it is searched."""

    key: tuple[bool, str, str]
    """Archived or not, folded name, uid: the order in which people stand where nothing else is asked."""
    name: str
    """Folded names, one a line, each word with a space before it."""
    text: str
    """The same for all that free words look at, names first."""
    contact: Contact
    """The contact."""


def search(network: Network, query: Query | str, now: datetime) -> list[Contact]:
    """Return the contacts that a search line asks for, the best first. To ask often, keep a `Finder`."""
    return Finder(network).find(query, now)


class Finder:
    """Searches one network, again and again; `changed` keeps it up to date."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._entries: list[Entry] | None = None
        self._keys: dict[str, tuple[bool, str, str]] = {}
        self._last: tuple[datetime, tuple[Term, ...], list[Entry]] | None = None
        self._day = date.min
        self._touches: dict[str, date | None] = {}
        self._dues: dict[str, date | None] = {}
        self._statuses: tuple[datetime, Statuses] | None = None

    def find(self, query: Query | str, now: datetime) -> list[Contact]:
        """Return the contacts that a search line asks for, the best first.

        The archived are found by words, and then come last; without words they are left out unless the
        line has `archived:`.
        """
        query = parse(query) if isinstance(query, str) else query
        entries = self._matching(query, now.replace(second=0, microsecond=0))
        first_put_away = bisect_left(entries, _PUT_AWAY, key=_key)
        found = self._arranged(entries[:first_put_away], query, now.date())
        if query.words or any(term.field == "archived" for term in query.terms):
            found += self._arranged(entries[first_put_away:], query, now.date())
        return [entry.contact for entry in found]

    def changed(self, change: Change) -> None:
        """Take in a change that the network has taken already."""
        self._last = self._statuses = None
        if len(change.edits) > _MANY:
            self._entries = None
            return
        for edit in change.edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Contact):
                    self._forget((record.uid,))
                elif isinstance(record, Interaction):
                    self._forget(record.contacts)
                elif isinstance(record, Event):
                    self._forget(person.contact for person in record.people)
            if self._entries is not None and edit.table == "contacts":
                self._replace(self._entries, edit.uid, edit.after)

    def last_touch(self, contact: Contact, today: date) -> date | None:
        """Return the day of a contact's last touch, remembered until it may have changed."""
        self._on(today)
        if contact.uid not in self._touches:
            self._touches[contact.uid] = last_touch(self._network, contact, today)
        return self._touches[contact.uid]

    def next_due(self, contact: Contact, today: date) -> date | None:
        """Return the day a contact is due for a check-in, remembered until it may have changed."""
        self._on(today)
        if contact.uid not in self._dues:
            self._dues[contact.uid] = next_due(self._network, contact, today)
        return self._dues[contact.uid]

    def _on(self, today: date) -> None:
        """Forget what was reckoned on another day."""
        if self._day != today:
            self._day = today
            self._touches.clear()
            self._dues.clear()

    def _forget(self, contacts: Iterable[str]) -> None:
        for uid in contacts:
            self._touches.pop(uid, None)
            self._dues.pop(uid, None)

    def _everybody(self) -> list[Entry]:
        if self._entries is None:
            self._entries = sorted(map(_entry, self._network.contacts.values()), key=_key)
            self._keys = {entry.contact.uid: entry.key for entry in self._entries}
            self._touches.clear()
            self._dues.clear()
        return self._entries

    def _replace(self, entries: list[Entry], uid: str, after: object) -> None:
        if uid in self._keys:
            del entries[bisect_left(entries, self._keys.pop(uid), key=_key)]
        if isinstance(after, Contact):
            entry = _entry(after)
            insort(entries, entry, key=_key)
            self._keys[uid] = entry.key

    def _matching(self, query: Query, now: datetime) -> list[Entry]:
        """Return the entries for which all terms hold, by name."""
        entries = self._everybody()
        if self._last is not None and self._last[0] == now and _narrows(self._last[1], query.terms):
            entries = self._last[2]
        # Words are the cheapest to ask and leave the fewest people, so they come first.
        for term in sorted(query.terms, key=lambda term: term.field != "word"):
            entries = self._keeping(term, entries, now)
        self._last = (now, query.terms, entries)
        return entries

    def _keeping(self, term: Term, entries: list[Entry], now: datetime) -> list[Entry]:
        wanted, value = not term.negated, term.value
        if term.field != "word":
            statuses = self._queued(now) if term.field == "due" else {}
            holds = filter_for(term, self._network, statuses)
            return [it for it in entries if holds(it.contact) is wanted]
        if "@" in value:
            return [it for it in entries if (value in it.text or _has_address(it, value)) is wanted]
        return [it for it in entries if (value in it.text) is wanted]

    def _queued(self, now: datetime) -> Statuses:
        """Return where each contact in the queue stands, as the Follow-ups screen has it."""
        if self._statuses is None or self._statuses[0] != now:
            found: dict[str, set[str]] = {}
            today = queue(self._network, now)
            for row in (*today.rows, *today.more, *today.coming):
                # Somebody to reconnect with is a suggestion: nobody is late with that.
                if row.kind != "reconnect":
                    found.setdefault(row.contact, set()).add(row.status)
            self._statuses = (now, found)
        return self._statuses[1]

    def _arranged(self, entries: list[Entry], query: Query, today: date) -> list[Entry]:
        """Sort by what was asked for; ties by name, and those without a value last."""
        if not query.order:
            return _ranked(entries, query.words) if query.words else entries
        value: Callable[[Contact], date | int | None]
        match query.order:
            case "touch":
                value, latest_first = (lambda it: self.last_touch(it, today)), True
            case "due":
                value, latest_first = (lambda it: self.next_due(it, today)), False
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


def _entry(contact: Contact) -> Entry:
    names = [contact.name or "?", contact.nickname]
    if contact.given or contact.family:
        names.append(f"{contact.given} {contact.family}")
    facts = [contact.organization, contact.title, contact.industry, contact.place, contact.notes]
    facts += (*contact.interests, *contact.groups, *contact.roles)
    # One fold for all is a third of the cost of reading everybody; the lines keep phrases within one value.
    lines = [f" {one_line(text)}" for text in names if text]
    text = fold("\n".join([*lines, *(f" {one_line(text)}" for text in facts if text)]))
    name = "\n".join(text.split("\n", len(lines))[: len(lines)])
    return Entry((contact.archived, text[1:].partition("\n")[0], contact.uid), name, text, contact)


def _has_address(entry: Entry, value: str) -> bool:
    return value in fold(" ".join(entry.contact.emails))


def _narrows(before: tuple[Term, ...], after: tuple[Term, ...]) -> bool:
    """Tell whether whatever satisfies the later terms satisfies the earlier ones too."""
    return all(old in after or any(_implies(new, old) for new in after) for old in before)


def _implies(new: Term, old: Term) -> bool:
    if new.field != old.field or new.negated or old.negated or new.field == "due":
        return False
    if new.value.isascii() is not old.value.isascii():
        return False
    if new.field == "word":
        return old.value in new.value and ("@" in new.value) is ("@" in old.value)
    return new.value.startswith(old.value)


def _ranked(entries: list[Entry], words: tuple[str, ...]) -> list[Entry]:
    """Put those first whose name begins with a word, then those with a word that begins so, then the rest."""
    starts = [(f" {word}", word) for word in words]
    ranks: list[list[Entry]] = [[] for _ in range(4 * len(words) + 1)]
    for entry in entries:
        rank, name = 0, entry.name
        for start, word in starts:
            if start in name:
                if not name.startswith(start):
                    rank += 1
            elif start in entry.text:
                rank += 2
            else:
                rank += 3 if word in name else 4
        ranks[rank].append(entry)
    return [entry for rank in ranks for entry in rank]
