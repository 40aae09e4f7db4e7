"""Finding people: the search line's meaning over the network, fast enough to answer every key.

One folded string is kept for each contact. A word that grows looks only among those who matched before.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from operator import attrgetter

from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Contact, Event, Interaction
from tui.model.text import fold
from tui.rules.cadence import LONG_AGO, due_since, interval_days, last_met, last_touch, latest
from tui.rules.queue.ranking import queue
from tui.rules.search.completions import completions
from tui.rules.search.entries import Entry, entry_of, holding
from tui.rules.search.filters import Statuses, filter_for
from tui.rules.search.narrowing import is_narrower
from tui.rules.search.ordering import ordered, ranked
from tui.rules.search.query import Query, Term, parse
from tui.rules.search.typos import Vocabulary, may_be_misspelt

__all__ = ["Finder", "Query", "completions", "parse", "search"]

_MANY = 500
"""Edits from which it is cheaper to read everybody again."""

_STEP = 500
"""People who are read at a step: some 10 ms."""
_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

_key = attrgetter("key")
_PUT_AWAY = (True,)
"""Where the archived begin among the keys."""


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
        self._read = False
        """Whether everybody's texts are made."""
        self._vocabulary: Vocabulary | None = None
        self._version = 0
        """Counts what happened to the entries."""
        self._day = date.min
        self._reckoned = date.min
        """The day for which everybody's days were reckoned."""
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
        self._version += self._entries is None
        if not change:
            # The settings are others, or what was put off is read: days may be others, and nobody's name is.
            self._on(date.min)
            return
        if len(change.edits) > _MANY:
            self._forget_everybody()
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

    @property
    def listed(self) -> bool:
        """Whether everybody stands in order; what words are looked for in may not be read yet."""
        return self._entries is not None

    def ready(self, query: Query, today: date) -> bool:
        """Tell whether a search can be answered at once: all that it looks at is read."""
        if self._entries is None:
            return False
        if query.order in ("touch", "due") and self._reckoned != today:
            return False
        return self._read and self._vocabulary is not None if query.words else True

    def learned(self, today: date) -> bool:
        """Tell whether nothing is left to `learn`."""
        return self._read and self._vocabulary is not None and self._reckoned == today

    def learn(self, today: date | None = None) -> Iterator[None]:
        """Read everybody's texts and the words of all names, some people at a step, before they are asked for.

        With `today`, the days of last touches and of check-ins are reckoned too, which an order by them would
        otherwise wait for. A change meanwhile may end it early; what was read stays, and it can be begun again.
        """
        version = self._version
        for _ in self._learn(today):
            yield
            if version != self._version:
                return

    def _learn(self, today: date | None) -> Iterator[None]:
        if self._entries is None:
            made: list[Entry] = []
            for number, contact in enumerate(tuple(self._network.contacts.values()), 1):
                made.append(entry_of(contact))
                if number % (2 * _STEP) == 0:
                    # Parts that are in order are soon put together.
                    made[-2 * _STEP :] = sorted(made[-2 * _STEP :], key=_key)
                    yield
            self._list(made)
            yield
        everybody = tuple(self._everybody())
        if self._vocabulary is None or not self._read:
            vocabulary, organizations = Vocabulary(), dict[str, str]()
            for number, entry in enumerate(everybody, 1):
                entry.read()
                vocabulary.add(entry.contact.uid, self._named(entry, organizations))
                if number % _STEP == 0:
                    yield
            self._read, self._vocabulary = True, vocabulary
        if today is None or self._reckoned == today:
            return
        for number, entry in enumerate(everybody, 1):
            self.next_due(entry.contact, today)
            if number % _STEP == 0:
                yield
        self._reckoned = today

    def shown(self, query: Query) -> tuple[str, ...]:
        """Return the folded words to be marked in what is shown of a contact."""
        near = (word for typed in query.words for word in sorted(self._meant(typed)[0]))
        return (*query.words, *near)

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
            self._dues[contact.uid] = self._next_due(contact, today)
        return self._dues[contact.uid]

    def _next_due(self, contact: Contact, today: date) -> date | None:
        """Return what `cadence.next_due` does, without looking for the last touch again."""
        touch, tiers = self.last_touch(contact, today), self._network.settings.tiers
        if interval_days(contact, tiers) is None:
            return None
        start = latest((touch, last_met(self._network, contact, today), contact.added)) or LONG_AGO
        return due_since(contact, start, tiers)

    def _on(self, today: date) -> None:
        """Forget what was reckoned on another day."""
        if self._day != today:
            self._day, self._reckoned = today, date.min
            self._touches.clear()
            self._dues.clear()

    def _meant(self, word: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words that a folded word may have been meant as, and whose they are (uid)."""
        if may_be_misspelt(word) and self._vocabulary is None:
            for _ in self.learn():
                pass
        return self._vocabulary.meant(word) if self._vocabulary is not None else _NOTHING

    @staticmethod
    def _named(entry: Entry, organizations: dict[str, str]) -> tuple[str, str]:
        """Return the folded names and organisation of an entry; thousands share a few organisations."""
        where = entry.contact.organization
        if where not in organizations:
            organizations[where] = fold(where)
        return entry.name, organizations[where]

    def _forget(self, contacts: Iterable[str]) -> None:
        for uid in contacts:
            self._touches.pop(uid, None)
            self._dues.pop(uid, None)

    def _forget_everybody(self) -> None:
        self._entries = self._vocabulary = None
        self._reckoned = date.min
        self._read = False
        self._version += 1

    def _everybody(self) -> list[Entry]:
        if self._entries is None:
            return self._list(list(map(entry_of, self._network.contacts.values())))
        return self._entries

    def _list(self, made: list[Entry]) -> list[Entry]:
        """Put entries made of everybody in their order."""
        made.sort(key=_key)
        self._entries, self._read, self._reckoned = made, False, date.min
        self._keys = {entry.contact.uid: entry.key for entry in made}
        self._touches.clear()
        self._dues.clear()
        return made

    def _replace(self, entries: list[Entry], uid: str, after: object) -> None:
        if uid in self._keys:
            place = bisect_left(entries, self._keys.pop(uid), key=_key)
            if self._vocabulary is not None:
                self._vocabulary.drop(uid, self._named(entries[place], {}))
            del entries[place]
            self._version += 1
        if isinstance(after, Contact):
            entry = entry_of(after)
            entry.read()
            self._version += 1
            insort(entries, entry, key=_key)
            self._keys[uid] = entry.key
            if self._vocabulary is not None:
                self._vocabulary.add(uid, self._named(entry, {}))

    def _matching(self, query: Query, now: datetime) -> list[Entry]:
        """Return the entries for which all terms hold, by name."""
        entries = self._everybody()
        if self._last is not None and self._last[0] == now and is_narrower(self._last[1], query.terms):
            entries = self._last[2]
        # Words are the cheapest to ask and leave the fewest people, so they come first.
        for term in sorted(query.terms, key=lambda term: term.field != "word"):
            entries = self._keeping(term, entries, now)
        self._last = (now, query.terms, entries)
        return entries

    def _keeping(self, term: Term, entries: list[Entry], now: datetime) -> list[Entry]:
        wanted, value = not term.negated, term.value
        if term.field == "word":
            if not self._read:
                for entry in self._everybody():
                    entry.read()
                self._read = True
            return holding(value, self._meant(value)[1], entries, wanted)
        statuses = self._queued(now) if term.field == "due" else {}
        holds = filter_for(term, self._network, statuses)
        return [it for it in entries if holds(it.contact) is wanted]

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
        if query.order:
            return ordered(
                entries, query, lambda it: self.last_touch(it, today), lambda it: self.next_due(it, today)
            )
        if not query.words:
            return entries
        return ranked(entries, {word: self._meant(word)[1] for word in query.words})
