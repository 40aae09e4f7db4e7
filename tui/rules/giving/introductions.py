"""Who should know whom: needs of one against offers, work, groups and interests of the other, both ways.

Decided here, where the rules leave room:
- Never two who know each other already or may (`acquainted`), nor two between whom an introduction stands or
  stood, whatever became of it: a declined one is never suggested again.
- Nobody archived or paused is brought in, nobody who is in two introductions under way, and of two people you
  keep at least one close enough to be in touch with.
- A need for which an introduction is under way, or came about, is not suggested to anybody else.
- First is asked who would be giving: so no hope is raised before the answer is known. Where both give, the one
  you are closer to.
- For a need there is one suggestion, the best; nobody is in more than two. Few and right, rather than many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import combinations, islice
from typing import Final

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Tier
from tui.model.text import fold, one_line
from tui.rules.giving.acquainted import Acquainted
from tui.rules.giving.wanting import MOST_NOTES, Facts, Fit, Wanted, facts_of, fit, specific, texts_of, wanted
from tui.rules.matching.likeness import terms
from tui.rules.names import first_name, is_description, works_as
from tui.rules.phrases import listed
from tui.rules.queue.rows import is_put_off
from tui.rules.sensitive import is_sensitive
from tui.rules.starters.common import said_interest

AT_MOST: Final = 24
"""Suggestions at once."""
EACH: Final = 2
"""Suggestions in which one person stands."""
_TRIED: Final = 40
"""Answers to a need that are looked at for one person, the best first."""
_CHOICE: Final = 4
"""Answers to one need of one person that are weighed against each other."""
_RARE: Final = 8
"""An interest is rare where so many people at most hold it."""
_PLAIN_STARTS: Final = frozenset(
    "a an the my our some any somebody someone people help advice access introductions introduction intros "
    "intro experience reviews feedback old new good free small two three".split()
)
"""First words of a note that are no names, and are written small within a sentence."""
_UNDER_WAY: Final = frozenset({"idea", "asked first", "asked second"})
_CLOSENESS: Final[dict[Tier, int]] = {"inner": 4, "close": 3, "active": 2, "wide": 1, "ambient": 0}


class Pairing(msgspec.Struct, frozen=True):
    """Two people who could do something for each other."""

    first: str
    """Contact (uid) to ask first."""
    second: str
    """Contact (uid) to ask second."""
    reason: str
    """Why, in words: 'Solveig looks for someone who understands permitting; Anneli consults on it'."""
    score: float
    """How good it is; higher is better, and means nothing by itself."""

    @property
    def pair(self) -> frozenset[str]:
        """Both of them, in no order."""
        return frozenset((self.first, self.second))


class _Answer(msgspec.Struct, frozen=True):
    """Somebody who answers a need."""

    helper: Contact
    fit: Fit


def aside_key(other: str) -> str:
    """Return the key under which a suggestion with another contact (uid) is put aside."""
    return f"give:introduction:{other}"


def suggested_introductions(
    network: Network, now: datetime, *, about: str | None = None
) -> tuple[Pairing, ...]:
    """Return who should know whom, the best first; `about` is somebody (uid) who has to be one of the two."""
    return Matching(network, now).pairings(about)


class Matching:
    """Everybody's needs and facts by their words, read once; then any number of questions."""

    def __init__(self, network: Network, now: datetime) -> None:
        self._network, self._today = network, now.date()
        self._acquainted = Acquainted(network)
        busy = _busy(network)
        self._people = {
            uid: contact
            for uid, contact in network.contacts.items()
            if not contact.archived
            and not contact.paused
            and busy[uid] < EACH
            and not is_description(contact)
        }
        self._known: dict[str, Facts] = {}
        self._needs: defaultdict[str, list[str]] = defaultdict(list)
        # By text first: the same titles, firms and interests come up thousands of times in a large network.
        by_text: defaultdict[str, list[str]] = defaultdict(list)
        for uid, contact in self._people.items():
            for text in texts_of(contact):
                by_text[text].append(uid)
            for need in contact.needs[:MOST_NOTES]:
                self._needs[need].append(uid)
        self._by_text = by_text
        self._texts: defaultdict[str, list[str]] = defaultdict(list)
        for text in by_text:
            for term in terms(text):
                self._texts[term].append(text)

    def pairings(self, about: str | None = None) -> tuple[Pairing, ...]:
        """Return the suggestions, the best first; `about` is somebody (uid) who has to be one of the two."""
        if about is not None and about not in self._people:
            return ()
        found: dict[frozenset[str], Pairing] = {}
        needs: defaultdict[frozenset[str], set[tuple[str, str]]] = defaultdict(set)
        for pairing, need in (*self._from_needs(about), *self._from_interests(about)):
            known = found.get(pairing.pair)
            found[pairing.pair] = pairing if known is None else _both_ways(known, pairing)
            if need:
                needs[pairing.pair].add((pairing.second, need))
        ranked = sorted(found.values(), key=lambda it: (-it.score, it.first, it.second))
        return tuple(_few(ranked, needs, about))[:AT_MOST]

    def _from_needs(self, about: str | None) -> Iterator[tuple[Pairing, str]]:
        for need, looking in self._needs.items():
            want = wanted(need)
            if want is None:
                continue
            those = looking if about is None or about in looking else [uid for uid in looking if uid != about]
            helpers = self._answers(need, want, only=None if about is None or about in looking else about)
            if about is not None and about in looking:
                those = [about]
            if not helpers:
                continue
            for uid in those:
                most = AT_MOST if about == uid else _CHOICE
                for pairing in islice(self._for_one(self._people[uid], need, helpers), most):
                    yield pairing, need

    def _for_one(self, seeker: Contact, need: str, helpers: list[_Answer]) -> Iterator[Pairing]:
        if self._is_answered(seeker, need):
            return
        for answer in helpers[:_TRIED]:
            helper = answer.helper
            near = bool(seeker.place) and fold(seeker.place) == fold(helper.place)
            if (answer.fit.how == "group" and not near) or not self._may(seeker, helper):
                continue
            score = 10 * answer.fit.score + _CLOSENESS[seeker.tier] + _CLOSENESS[helper.tier] + near
            reason = f"{_called(seeker)} looks for {_need_words(need)}; {_gives(helper, answer.fit, need)}"
            yield Pairing(helper.uid, seeker.uid, one_line(reason), score)

    def _answers(self, need: str, want: Wanted, only: str | None) -> list[_Answer]:
        """Return who answers a need, the best first."""
        telling = specific(want.all) or want.all
        if want.role and not want.head - {want.role} <= telling:
            telling |= {want.role}
        texts = dict.fromkeys(text for term in telling for text in self._texts.get(term, ()))
        uids: Iterable[str] = dict.fromkeys(uid for text in texts for uid in self._by_text[text])
        found = []
        for uid in uids if only is None else (only,):
            contact = self._people[uid]
            how = fit(need, contact, self._facts(contact))
            if how is not None:
                found.append(_Answer(contact, how))
        found.sort(key=lambda it: (-it.fit.score, -_CLOSENESS[it.helper.tier], it.helper.uid))
        return found

    def _from_interests(self, about: str | None) -> Iterator[tuple[Pairing, str]]:
        """Yield two who share rare interests, of which one is their work, and who look for nothing of each other."""
        rare: defaultdict[str, list[str]] = defaultdict(list)
        for uid, contact in self._people.items():
            if contact.tier != "ambient":
                for interest in contact.interests[:20]:
                    rare[fold(interest)].append(uid)
        shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for interest, holders in rare.items():
            if 1 < len(holders) <= _RARE and said_interest(interest) and not is_sensitive(interest):
                for one, other in combinations(holders, 2):
                    if about is None or about in (one, other):
                        shared[one, other].append(interest)
        for (one, other), interests in shared.items():
            if len(interests) > 1:
                for pairing in self._alike(self._people[one], self._people[other], interests):
                    yield pairing, ""

    def _alike(self, one: Contact, other: Contact, interests: list[str]) -> Iterator[Pairing]:
        work = [facts.work | facts.offers for facts in map(self._facts, (one, other))]
        at_work = [it for it in interests if (words := terms(it)) and words <= work[0] and words <= work[1]]
        if at_work and self._may(one, other):
            if _CLOSENESS[other.tier] > _CLOSENESS[one.tier]:
                one, other = other, one
            ordered = [*at_work, *(it for it in interests if it not in at_work)]
            first, *others = (said_interest(it) for it in ordered[:3])
            reason = f"both work on {first} and care about {listed(others)}"
            score = 8.0 + len(interests) + _CLOSENESS[one.tier] + _CLOSENESS[other.tier]
            yield Pairing(one.uid, other.uid, reason, score)

    def _facts(self, contact: Contact) -> Facts:
        """Return what is known of somebody, read once."""
        found = self._known.get(contact.uid)
        if found is None:
            found = self._known[contact.uid] = facts_of(contact)
        return found

    def _may(self, one: Contact, other: Contact) -> bool:
        """Tell whether two could be introduced at all."""
        if one.tier == other.tier == "ambient" or one.uid == other.uid:
            return False
        if self._acquainted.were_introduced(one, other) or self._acquainted.know(one, other):
            return False
        return not any(
            is_put_off(side, aside_key(away.uid), self._today) for side, away in ((one, other), (other, one))
        )

    def _is_answered(self, seeker: Contact, need: str) -> bool:
        """Tell whether an introduction that stands, or led somewhere, is for this need."""
        for introduction in self._network.introductions_of(seeker.uid):
            if introduction.status == "declined":
                continue
            uid = introduction.second if introduction.first == seeker.uid else introduction.first
            other = self._network.contacts.get(uid)
            if other is not None and fit(need, other, self._facts(other)) is not None:
                return True
        return False


def _busy(network: Network) -> defaultdict[str, int]:
    """Return in how many introductions under way everybody is."""
    busy: defaultdict[str, int] = defaultdict(int)
    for introduction in network.introductions.values():
        if introduction.status in _UNDER_WAY:
            busy[introduction.first] += 1
            busy[introduction.second] += 1
    return busy


def _both_ways(one: Pairing, other: Pairing) -> Pairing:
    """Return one suggestion for two that bring the same people together."""
    better, less = (one, other) if one.score >= other.score else (other, one)
    if less.first == better.first or less.reason.startswith("both "):
        return better
    return Pairing(better.first, better.second, f"{better.reason}; and {less.reason}", better.score + 10)


def _few(
    ranked: Iterable[Pairing],
    needs: Mapping[frozenset[str], set[tuple[str, str]]],
    about: str | None,
) -> Iterator[Pairing]:
    """Yield the best: for each need one, nobody in more than two; whoever is asked about may be in all."""
    times: defaultdict[str, int] = defaultdict(int)
    answered: set[tuple[str, str]] = set()
    for pairing in ranked:
        fresh = {it for it in needs.get(pairing.pair, ()) if it[0] == about or it not in answered}
        if needs.get(pairing.pair) and not fresh:
            continue
        if all(times[uid] < EACH or uid == about for uid in pairing.pair):
            answered |= fresh
            for uid in pairing.pair:
                times[uid] += 1
            yield pairing


def _called(contact: Contact) -> str:
    return one_line(first_name(contact))


def _need_words(need: str) -> str:
    want = wanted(need)
    return _begun_small(want.text if want else need)


def _begun_small(text: str) -> str:
    """Return a note as it goes on in a sentence; a first word that may be a name keeps its capital."""
    first = text.split(" ", 1)[0].casefold()
    plain = first in _PLAIN_STARTS or first.endswith("ing")
    return text[:1].lower() + text[1:] if (plain and text[1:2].islower()) or first == "a" else text


def _gives(helper: Contact, how: Fit, need: str) -> str:
    """Return what somebody gives, after a need: 'Nerea offers just that', 'Thandiwe knows how a regulator thinks'."""
    name = _called(helper)
    if how.how == "group":
        return f"{name} is in {one_line(how.fact)}"
    if not how.fact:
        return f"{name} works {'as' if helper.title else 'at'} {one_line(works_as(helper))}"
    offer = one_line(how.fact).strip(" .")
    if fold(offer) == fold(_need_words(need)):
        return f"{name} offers just that"
    first, _, rest = offer.partition(" ")
    if first.casefold() in ("how", "what", "which", "where", "who", "why", "when"):
        return f"{name} knows {offer[:1].lower()}{offer[1:]}"
    if first.casefold() in ("knowing", "knows", "know") and rest:
        return f"{name} knows {rest}"
    return f"{name} offers {_begun_small(offer)}"
