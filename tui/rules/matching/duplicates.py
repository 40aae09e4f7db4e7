"""Who may be in the network twice, why, and how sure that is.

Two records are held against each other only where they share something: an address, a number, all letters of
a name, or a place of work and one word of the name. Of those, a pair is named if

- they have the same LinkedIn profile or email address (one that is no mailbox of several people), or another
  profile or a phone number in common and alike names;
- their names are alike (`tui.rules.matching.alike_names`) and they work at the same place;
- they are called the same and either something else ties them (place, group, event, birthday, who introduced
  you), or one of them says nothing of work and the name is rare here. A name is rare if by chance, as often as
  its words occur here, hardly anybody else would carry it, and if none of them is a family name of millions.

People with two LinkedIn profiles or two birthdays are two, and so are those of whom you said so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from itertools import combinations, product

import msgspec

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold
from tui.rules.matching.alike_names import name_words
from tui.rules.matching.evidence import Evidence, Known, Names, judge, number
from tui.rules.matching.workplaces import domain_of, organization_key

LIKELY = 0.6
"""Sureness from which it is worth a word when somebody has just been entered."""
_MOST_IN_BLOCK = 200
"""So many with one name or address: they are then no sign, and holding all against all would take long."""


class Pair(msgspec.Struct, frozen=True):
    """Two contacts who may be one person."""

    first: str
    """Contact (uid) who stands first in the file."""
    second: str
    """The other contact (uid)."""
    why: str
    """What speaks for it, in words ('same name, both at Acme')."""
    sure: float
    """From 0 to 1: how sure it is."""


class _Signs:
    """Everybody by what they have in common with others."""

    def __init__(self, people: list[Known]) -> None:
        self._addresses: dict[str, list[int]] = {}
        self._signs: dict[str, tuple[list[int], list[int]]] = {}
        members = []
        for place, known in enumerate(people):
            for key in known.addresses():
                self._addresses.setdefault(key, []).append(place)
            if known.members:
                members.append(place)
                continue
            for key in known.signs():
                self._signs.setdefault(key, ([], []))[0].append(place)
        # Two members of LinkedIn are two people unless they share an address: of those, most of a large
        # network, only what somebody else has too is looked at.
        for place in members:
            for key in people[place].signs():
                if key in self._signs:
                    self._signs[key][1].append(place)

    def holders(self, letters: str) -> int:
        """Return how many have a name of these letters."""
        return sum(map(len, self._signs.get(letters, ())))

    def pairs(self) -> set[tuple[int, int]]:
        """Return all pairs that are worth a look, by their places."""
        found: set[tuple[int, int]] = set()
        for block in self._addresses.values():
            if 1 < len(block) <= _MOST_IN_BLOCK:
                found.update(combinations(block, 2))
        for others, members in self._signs.values():
            if len(others) + len(members) <= _MOST_IN_BLOCK:
                found.update(combinations(others, 2))
                found.update((min(pair), max(pair)) for pair in product(others, members))
        return found


def duplicates(network: Network, *, among: Container[str] | None = None) -> tuple[Pair, ...]:
    """Return all pairs who may be one person, the surest first: about 0.5 s for 30,000 contacts.

    Args:
        network: Who is known.
        among: Contacts (uid) of whom one has to be in a pair, such as those just imported; anybody if None.
    """
    people = [Known(contact) for contact in list(network.contacts.values())]
    signs = _Signs(people)
    names = Names(lambda: (known.words for known in people), len(people), signs.holders)
    found = []
    for one, other in signs.pairs():
        first, second = people[one], people[other]
        if among is None or first.contact.uid in among or second.contact.uid in among:
            evidence = judge(first, second, names)
            if evidence is not None:
                found.append((one, other, evidence))
    return _sorted(people, _settled(found))


def duplicates_of(network: Network, contact: Contact) -> tuple[Pair, ...]:
    """Return the pairs of which a contact is one, the surest first: some 10 ms among 30,000.

    The same pairs as `duplicates` finds, except that a profile address counts only as it is kept.
    """
    order = {uid: place for place, uid in enumerate(network.contacts)}
    mine = _evidence_of(network, contact)
    # Whom somebody fits by a first name or an initial counts from both ends, as it does among all.
    several = [other for other, evidence in mine if evidence.of_several]
    if len(several) == 1 and sum(it.of_several for _, it in _evidence_of(network, several[0].contact)) == 1:
        several = []
    found: list[_Found] = []
    people = [Known(contact)]
    for other, evidence in mine:
        if not (evidence.of_several and several):
            people.append(other)
            found.append((0, len(people) - 1, evidence))
    found = [
        (one, two, it)
        if order.get(people[one].contact.uid, len(order)) < order[people[two].contact.uid]
        else (two, one, it)
        for one, two, it in found
    ]
    return _sorted(people, found)


def _evidence_of(network: Network, contact: Contact) -> list[tuple[Known, Evidence]]:
    """Return everybody who may be the same as a contact, with what speaks for it, in the order of the file."""
    asked = Known(contact)
    everybody = list(network.contacts.values())
    found = {it.uid: it for email in contact.emails for it in network.by_email(email)}
    found |= {it.uid: it for address in contact.profiles for it in network.by_profile(address)}
    found |= {it.uid: it for it in _near(asked, everybody)}
    found[contact.uid] = contact
    order = {it.uid: place for place, it in enumerate(everybody) if it.uid in found}
    people = [asked if it is contact else Known(it) for it in found.values()]
    people.sort(key=lambda it: order.get(it.contact.uid, len(everybody)))
    names = Names(
        lambda: (name_words(it.name) for it in everybody),
        len(everybody),
        lambda letters: sum(it.letters == letters for it in people),
    )
    mine = people.index(asked)
    judged = []
    for place, other in enumerate(people):
        if place != mine:
            first, second = (asked, other) if mine < place else (other, asked)
            evidence = judge(first, second, names)
            if evidence is not None:
                judged.append((other, evidence))
    return judged


_Found = tuple[int, int, Evidence]


def _near(asked: Known, everybody: Iterable[Contact]) -> Iterator[Contact]:
    """Yield those who may share name, number or place of work, passing by the others with little work."""
    organization, phones, domains = "".join(asked.organization), asked.phones, asked.domains
    same_work: dict[str, bool] = {"": False}
    # With what a name of the same words may begin, unless a title stands before them, and with what it may end.
    starts, stops = ({word[end] for word in asked.words} for end in (0, -1))
    if not asked.letters.isascii():
        # Without spaces a name turns round inside a word: 美咲佐藤 for 佐藤美咲.
        starts = stops = set(asked.letters)
    begins: dict[str, bool] = {"": False}
    ends: dict[str, bool] = {"": False}
    for it in everybody:
        work, name = it.organization, it.name
        first, last = name[:1], name[-1:]
        if work not in same_work:
            same_work[work] = organization != "" and "".join(organization_key(work)) == organization
        if first not in begins:
            begins[first] = fold(first)[:1] in starts or not first.isalnum()
        if last not in ends:
            ends[last] = fold(last)[-1:] in stops or last.isupper() or not last.isalpha()
        if (
            same_work[work]
            or (ends[last] and (begins[first] or "." in name[:5]) and _letters(name) == asked.letters)
            or (phones and it.phones and not phones.isdisjoint(map(number, it.phones)))
            or (domains and it.emails and not domains.isdisjoint(map(domain_of, it.emails)))
        ):
            yield it


def _settled(found: list[_Found]) -> list[_Found]:
    """Leave out those of whom only a first name or an initial is known where several people would fit it."""
    fits = Counter(place for *both, evidence in found if evidence.of_several for place in both)
    return [it for it in found if not it[2].of_several or max(fits[it[0]], fits[it[1]]) == 1]


def _sorted(people: list[Known], found: list[_Found]) -> tuple[Pair, ...]:
    found.sort(key=lambda it: (-it[2].sure, it[0], it[1]))
    return tuple(
        Pair(people[one].contact.uid, people[other].contact.uid, it.why, it.sure) for one, other, it in found
    )


def _letters(name: str) -> str:
    return "".join(sorted("".join(name_words(name))))
