"""Finding somebody by a typed name: whom it may mean, however it was written, asked once or at every key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold, one_line

_AFTER_NAME = re.compile(r"[,(|/]")
_ADDRESSED = frozenset(("dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "ing", "herr", "frau"))
_ALIKE_FROM = 82.0
_ALIKE = 6
_LONGEST = 200
_STEP = 1000
"""Names that are read at a step: some 5 ms."""
_MANY = 500
"""Edits from which it is cheaper to read everybody again."""

_Named = list[tuple[str, str]]
"""People (uid) with their folded names."""


class Match(msgspec.Struct, frozen=True):
    """The contacts a typed name may mean; in each list those put away come last."""

    exact: tuple[Contact, ...] = ()
    """Those who are called that: full name in either order, else nickname, else given with family name,
    whatever stands before and after them."""
    begins: tuple[Contact, ...] = ()
    """Those of whom the words are a part of the name, or its beginning."""
    alike: tuple[Contact, ...] = ()
    """Those whose name is written nearly so, the nearest first."""

    @property
    def close(self) -> tuple[Contact, ...]:
        """Those to offer when nobody is called exactly that."""
        return self.begins + self.alike

    @property
    def sole(self) -> Contact | None:
        """The one contact called exactly that (one put away gives way to one who isn't), or None."""
        return _sole(self.exact)

    @property
    def meant(self) -> Contact | None:
        """The one contact that somebody looking for a person known already can only mean, or None."""
        return _sole(self.exact) if self.exact else _sole(self.begins)


def find_named(network: Network, name: str) -> Match:
    """Return the contacts a typed name may mean; case and accents don't count. To ask often, keep `Names`."""
    return Names(network).find(name)


class Names:
    """The names of everybody in one network, folded once; `changed` keeps them up to date."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._uids: list[str] = []
        self._lines: list[str] = []
        """Each full name folded, in the order of `_uids`."""
        self._places: dict[str, int] = {}
        self._nicknames: dict[str, str] = {}
        """Folded nicknames, by uid."""
        self._odd: dict[str, str] = {}
        """Folded given and family names, by uid, where they do not stand in the full name just so."""
        self._spelt: list[str] | None = None
        """Every word of a name, once."""
        self._learning: Iterator[None] | None = None
        self.learned = False
        """Whether nothing is left to `learn`."""

    def find(self, name: str) -> Match:
        """Return the contacts a typed name may mean; case and accents don't count.

        Those called exactly that are in `exact`; only if there are none, others are looked for.
        """
        for _ in self.learn():
            pass
        wanted = _words(fold(name))
        if not wanted and not name.strip():
            return Match()
        called = self._called_that({one_line(fold(name)), " ".join(wanted)})
        if not called and not wanted:
            return Match()
        if not called and not name.isascii():
            called = self._called_that({"".join(wanted)})  # a Chinese name, typed with a space not in it
        held = [] if called else self._holding(wanted)
        begun = _beginning(wanted, held)
        called = called or _turned(wanted, held) or self._nicknamed(wanted) or self._called(wanted, begun)
        if called:
            return Match(exact=_put_away_last(self._contacts(called)))
        begins = [uid for uid, _ in begun]
        alike = [it for it in self._alike(" ".join(wanted)) if it not in frozenset(begins)]
        return Match(
            begins=_put_away_last(self._contacts(begins)),
            alike=_put_away_last(self._contacts(alike))[:_ALIKE],
        )

    def learn(self) -> Iterator[None]:
        """Read everybody's names, some at a step, before they are asked for; nothing to do where they are read."""
        if self._learning is None:
            self._learning = self._read()
        yield from self._learning

    def changed(self, change: Change | None = None) -> None:
        """Take in a change that the network has taken already; None concerns everybody."""
        if self._learning is None:
            return
        if change is None or len(change.edits) > _MANY:
            self._learning, self.learned = None, False
            return
        for edit in change.edits:
            if edit.table == "contacts":
                self._put(edit.uid)

    def holding(self, words: list[str]) -> _Named:
        """Return those (uid) whose folded name, which comes with each, holds all of some folded words."""
        for _ in self.learn():
            pass
        return self._holding(words)

    def _read(self) -> Iterator[None]:
        self._uids, self._lines, self._places = [], [], {}
        self._nicknames, self._odd, self._spelt = {}, {}, None
        for number, uid in enumerate(tuple(self._network.contacts), 1):
            self._put(uid)
            if number % _STEP == 0:
                yield
        self.learned = True

    def _put(self, uid: str) -> None:
        """Take in what somebody is called now, or that they are not there any more."""
        contact = self._network.contacts.get(uid)
        place = self._places.get(uid)
        self._nicknames.pop(uid, None)
        self._odd.pop(uid, None)
        if contact is None:
            if place is not None:
                # Nothing that is typed is found in an empty line.
                self._lines[place] = ""
            return
        line = one_line(fold(contact.name))
        if place is None:
            self._places[uid] = len(self._uids)
            self._uids.append(uid)
            self._lines.append(line)
            self._spelt = None
        elif self._lines[place] != line:
            self._lines[place], self._spelt = line, None
        if contact.nickname:
            self._nicknames[uid] = fold(contact.nickname)
        if (contact.given or contact.family) and f"{contact.given} {contact.family}" != contact.name:
            parts = fold(f"{contact.given} {contact.family}").strip()
            if f" {parts} " not in f" {line} ":
                self._odd[uid] = parts

    def _contacts(self, uids: Iterable[str]) -> Iterator[Contact]:
        contacts = self._network.contacts
        return (contacts[uid] for uid in uids if uid in contacts)

    def _called_that(self, wholes: set[str]) -> list[str]:
        """Those whose full name is one of some."""
        wholes.discard("")
        return [uid for uid, line in zip(self._uids, self._lines, strict=True) if line in wholes]

    def _holding(self, wanted: list[str]) -> _Named:
        """Those in whose name each of the words is, anywhere."""
        found: _Named = list(zip(self._uids, self._lines, strict=True))
        for word in sorted(wanted, key=len, reverse=True):
            found = [it for it in found if word in it[1]]
        return found

    def _nicknamed(self, wanted: list[str]) -> list[str]:
        """Those whose nickname it is, alone or with the family name."""
        order, found = sorted(wanted), []
        for uid, nickname in self._nicknames.items():
            if any(word in wanted for word in _words(nickname)):
                contact, words = self._network.contacts[uid], _words(nickname)
                line = self._lines[self._places[uid]]
                family = _words(fold(contact.family)) if contact.family else _words(line)[-1:]
                if order in (sorted(words), sorted(words + family)):
                    found.append(uid)
        return found

    def _called(self, wanted: list[str], begun: _Named) -> list[str]:
        """Those whose given and family name it is, where the full name has more to it: 'Dr. Maya C. Lin, PhD'."""
        if len(wanted) == 1:
            return []
        order, found = sorted(wanted), []
        # Letters and short words begin a word in thousands of names; they are a whole one in few.
        whole = re.compile(rf"(?<![^ ]){re.escape(max(wanted, key=len))}(?![^ ,(|/])")
        for uid, line in begun:
            if whole.search(line):
                contact = self._network.contacts[uid]
                if order in (_core(line), _core(fold(f"{contact.given} {contact.family}"))):
                    found.append(uid)
        for uid, parts in self._odd.items():
            line = self._lines[self._places[uid]]
            if (wanted[0] in line or wanted[-1] in line) and uid not in found and _core(parts) == order:
                found.append(uid)
        return sorted(found, key=self._places.__getitem__)

    def _alike(self, whole: str) -> list[str]:
        """Those whose name is written nearly so, the nearest first; of one word, a word of whose name is."""
        if len(whole) < 3 or len(whole) > _LONGEST:
            return []
        from rapidfuzz import fuzz, process  # 30 ms to import, and most names are found without

        def near(choices: list[str], most: int) -> list[tuple[str, float, int]]:
            return process.extract(whole, choices, scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM, limit=most)

        if " " in whole:
            return [self._uids[at] for _, _, at in near(self._lines, 2 * _ALIKE)]
        if self._spelt is None:
            self._spelt = list(dict.fromkeys(word for line in self._lines for word in line.split()))
        found: dict[str, None] = {}
        for word, _, _ in near(self._spelt, _ALIKE):
            found |= {uid: None for uid, line in self._holding([word]) if word in line.split()}
        return list(found)[: 2 * _ALIKE]


def _words(folded: str) -> list[str]:
    return folded.replace(",", " ").split()


def _turned(wanted: list[str], held: _Named) -> list[str]:
    """Those whose full name has the same words in another order, or with a comma: 'Lin, Maya'."""
    if len(wanted) == 1:
        return []
    order, size = sorted(wanted), len(" ".join(wanted))
    return [uid for uid, line in held if (len(line) == size or "," in line) and sorted(_words(line)) == order]


def _beginning(wanted: list[str], held: _Named) -> _Named:
    """Those in whose name each of the words begins a word."""
    for word in wanted:
        start = f" {word}"
        held = [it for it in held if start in it[1] or it[1].startswith(word)]
    return held


def _core(folded: str) -> list[str]:
    """Return a name's words in alphabetical order, without forms of address and what follows it: ', PhD (she)'."""
    return sorted(word for word in _AFTER_NAME.split(folded)[0].split() if word.rstrip(".") not in _ADDRESSED)


def _put_away_last(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(sorted(contacts, key=lambda it: it.archived))


def _sole(contacts: tuple[Contact, ...]) -> Contact | None:
    here = [contact for contact in contacts if not contact.archived] or list(contacts)
    return here[0] if len(here) == 1 else None
