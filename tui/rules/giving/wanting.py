"""Whether somebody could answer a need: from what they offer, what they do, and what they care about.

Ways to fit, from sure to fair:
- an *offer* says what the need says: most of the need's words, or all that they say together;
- their *work* is what is asked for: 'a data engineer' and somebody whose title is 'Data Engineer', or
  'somebody in procurement' and a procurement lead;
- it is their *field*: what the need is first of all about ('a battery that stands the heat') stands in two of
  their facts, in the title and in an offer, say;
- a *group* of theirs is looked for ('a choir that takes beginners'), in the place where both live.

Words that half of all needs hold ('data', 'map', 'town') count half, and never alone. Where a second look could
find the suggestion wrong, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

import msgspec

from tui.model.records import Contact
from tui.rules.matching.likeness import terms
from tui.rules.sensitive import is_sensitive

How = Literal["offer", "work", "group"]

MOST_NOTES: Final = 8
"""Offers, needs and groups of one person that are read."""
_MOST_INTERESTS: Final = 20
_WEAK: Final = frozenset(
    "data grid map town city energy power network system project software market business startup engineer design "
    "develop community product tool plan field talk event evening group club school student research partner client "
    "customer pilot founder home house street board open public story technical digital global international "
    "industry service platform job career founder manager leader senior junior model heat water sun solar "
    "website page paper book article draft proposal report space room technology science social media".split()
)
"""Terms that say little by themselves; they count half."""
_ROLES: Final = frozenset(
    "engineer design develop founder manager director lead leader analyst research consult architect coordinator "
    "scientist teacher lawyer law account photograph write edit translate editor chemist economist planner "
    "technician operator chef doctor nurse illustrate programmer program recruit mentor investor invest "
    "journalist curator officer producer organiser organizer craftsman carpenter electrician".split()
)
"""Terms for what somebody is by trade."""
_SOMEBODY: Final = re.compile(
    r"^(?:(?:a|an|the|some|two|three|good)\s+)?(?:somebody|someone|anybody|anyone|people|person|contacts?|friends?|"
    r"those|others|an? introduction to (?:somebody|someone|people)|intro to (?:somebody|someone|people))\s+"
    r"(?:who\s+(?:knows?|understands?|does|do|works? (?:in|on|with|at)|has done|is in|are in|can(?: do)?)|"
    r"in|at|from|with experience (?:in|of)|working (?:in|on|at))\s+(?:about\s+)?",
    re.IGNORECASE,
)
_HEAD_ENDS: Final = re.compile(
    r"\s+(?:who|that|which|whose|where|when|to|with|for|of|from|on|in|at|by|as|about|so|without|near|around)\s+"
    r"|[,;:(]",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^(?:(?:she|he|they)(?:'s|'re| is| are)?\s+)?(?:still |also |now )*(?:is |are )?(?:looking for|looks for|"
    r"in search of|searching for|seeking|seeks|needs?|wants?|would like|could use|to find|finding|find|"
    r"(?:an? )?intro(?:duction)?s? to)\s+(?!to\b)",
    re.IGNORECASE,
)
_SECOND_HAND: Final = re.compile(r"\b(?:old|used|second-hand|spare|photographs?|pictures?)\b", re.IGNORECASE)
_PERSON_OF_SPEECH: Final = re.compile(
    r"\b(?:co-?founder|cofounder|co-?author|partner|husband|wife|flat|date)\b", re.IGNORECASE
)


class Wanted(msgspec.Struct, frozen=True):
    """A need, read once."""

    text: str
    """The need as it follows 'looks for'."""
    all: frozenset[str]
    """All its terms."""
    head: frozenset[str]
    """Terms of what it is first of all about: 'a salt battery' of 'a salt battery for a ferry'."""
    thing: frozenset[str] = frozenset()
    """Telling terms of what is asked for itself: an answer has one of them, if there are any."""
    role: str = ""
    """The trade asked for, where it asks for somebody of a trade."""
    work: frozenset[str] = frozenset()
    """Terms of the work, where it asks for somebody in it: 'somebody in procurement'."""


class Fit(msgspec.Struct, frozen=True):
    """How somebody answers a need."""

    how: How
    """By what."""
    fact: str
    """The offer, or the work, in the contact's own words."""
    score: float
    """How well: about 1 for a fair answer, 3 for a sure one."""


@lru_cache(maxsize=4096)
def wanted(need: str) -> Wanted | None:
    """Return a need as it is looked for; None where it is sensitive or says nothing that could be matched."""
    text = " ".join(need.split())
    text = _LEAD.sub("", text).strip(" .!?")
    found = terms(text)
    if not found or len(text) > 120 or is_sensitive(need):
        return None
    somebody = _SOMEBODY.match(text)
    if somebody:
        rest = text[somebody.end() :]
        work = terms(_HEAD_ENDS.split(rest, maxsplit=1)[0]) or terms(rest)
        return Wanted(text, found, frozenset(), work=work)
    first = _HEAD_ENDS.split(text, maxsplit=1)[0]
    head = terms(first)
    last = terms(first.split()[-1]) if first.split() else frozenset()
    role = next(iter(last & _ROLES), "")
    thing = head - _WEAK
    if _SECOND_HAND.search(text) or _PERSON_OF_SPEECH.search(first):
        head = frozenset()
    return Wanted(text, found, head, thing=thing, role=role)


def weight(words: frozenset[str]) -> float:
    """Return how much some terms say together."""
    return sum(0.5 if word in _WEAK else 1.0 for word in words)


def specific(words: frozenset[str]) -> frozenset[str]:
    """Return those terms that say something by themselves."""
    return words - _WEAK - _ROLES


@lru_cache(maxsize=65536)
def fits_offer(need: str, offer: str) -> float:
    """Return how well an offer answers a need, 0 if it doesn't: 2 where most is said, 3 where all is."""
    want = wanted(need)
    if want is None or is_sensitive(offer):
        return 0.0
    given = terms(offer)
    shared = want.all & given
    said = weight(shared)
    if not shared or (not specific(shared) and len(shared) < 2):
        return 0.0
    if want.thing and not want.thing & shared:
        # A table near the river is no flat near the river.
        return 0.0
    least = min(weight(want.all), weight(given))
    if said >= 1.5 and said >= 0.5 * weight(want.all) and said >= 0.4 * weight(given):
        return 2.0 + said / max(weight(want.all), weight(given))
    # One telling word is enough only where it is all that both of them say.
    return 2.0 if said >= 1.0 and said == least == max(weight(want.all), weight(given)) else 0.0


class Facts(msgspec.Struct, frozen=True):
    """What is known of somebody, as terms."""

    title: frozenset[str]
    """Of the title."""
    work: frozenset[str]
    """Of title, organisation and industry."""
    offers: frozenset[str]
    """Of all that they offer."""
    cares: frozenset[str]
    """Of their interests."""
    groups: frozenset[str]
    """Of their groups."""

    @property
    def everything(self) -> frozenset[str]:
        """All terms together."""
        return self.work | self.offers | self.cares | self.groups


_NONE: Final[frozenset[str]] = frozenset()


def facts_of(contact: Contact) -> Facts:
    """Return what is known of somebody; nothing sensitive, and nothing from notes."""
    title = _told(contact.title)
    return Facts(
        title=title,
        work=title | _told(contact.organization) | _told(contact.industry),
        offers=_NONE.union(*map(_told, contact.offers[:MOST_NOTES])),
        cares=_NONE.union(*map(_told, contact.interests[:_MOST_INTERESTS])),
        groups=_NONE.union(*map(_told, contact.groups[:MOST_NOTES])),
    )


def texts_of(contact: Contact) -> Iterator[str]:
    """Yield the texts that `facts_of` reads."""
    for text in (contact.title, contact.organization, contact.industry):
        if text:
            yield text
    yield from contact.offers[:MOST_NOTES]
    yield from contact.interests[:_MOST_INTERESTS]
    yield from contact.groups[:MOST_NOTES]


@lru_cache(maxsize=16384)
def _told(text: str) -> frozenset[str]:
    return terms(text) if text and not is_sensitive(text) else _NONE


def fit(need: str, contact: Contact, facts: Facts) -> Fit | None:
    """Return how somebody answers a need, by the surest way; None if they don't."""
    want = wanted(need)
    if want is None:
        return None
    best = max(((fits_offer(need, offer), offer) for offer in contact.offers[:MOST_NOTES]), default=(0.0, ""))
    if best[0]:
        return Fit("offer", best[1], best[0])
    if specific(want.work) and want.work <= facts.offers:
        # Somebody who knows about it is looked for, and it is what they offer.
        offer = next((it for it in contact.offers[:MOST_NOTES] if want.work <= _told(it)), "")
        if offer:
            return Fit("offer", offer, 1.9)
    if _by_work(want, facts):
        offer = "" if want.work or want.head <= facts.work else _nearest_offer(want, contact)
        return Fit("work", offer, 2.0 if want.all <= facts.everything else 1.5)
    if _by_all(want, facts):
        return Fit("offer", _nearest_offer(want, contact), 1.75)
    if _by_field(want, facts):
        offer = _nearest_offer(want, contact)
        return Fit("offer" if offer else "work", offer, 1.25 if offer else 1.0)
    group = _by_group(want, contact, facts)
    return Fit("group", group, 1.5) if group else None


def _by_work(want: Wanted, facts: Facts) -> bool:
    """Tell whether they are of the trade that is asked for, and in what it is asked for."""
    if want.work:
        told = specific(want.work)
        return bool(told) and want.work <= facts.work and told <= facts.work
    if not want.role or want.role not in facts.title:
        return False
    others = want.head - {want.role}
    telling = specific(others)
    if telling:
        # Half of it is enough only where it is what they offer: words of a title mean what the title means.
        half = len(telling & facts.offers) * 2 >= len(telling)
        return half or telling <= facts.everything
    return bool(others) and others <= facts.title


def _by_all(want: Wanted, facts: Facts) -> bool:
    """Tell whether their offers taken together say all that the need says."""
    return len(want.all) > 1 and weight(want.all) >= 1.5 and want.all <= facts.offers


def _by_field(want: Wanted, facts: Facts) -> bool:
    """Tell whether what the need is about is their field: it stands in two kinds of their facts."""
    return not want.role and any(
        sum((word in facts.work, word in facts.offers, word in facts.cares)) > 1
        and (word in facts.work or word in facts.offers)
        for word in specific(want.head)
    )


def _by_group(want: Wanted, contact: Contact, facts: Facts) -> str:
    """Return the group of theirs that is looked for: 'a choir that takes beginners', and a choir they sing in."""
    telling = specific(want.head) & facts.groups & facts.cares
    return next((it for it in contact.groups if telling & _told(it)), "")


def _nearest_offer(want: Wanted, contact: Contact) -> str:
    shared = [(_told(it) & want.all, it) for it in contact.offers if not is_sensitive(it)]
    said, _, offer = max(((weight(words), len(words), it) for words, it in shared), default=(0.0, 0, ""))
    return offer if said >= 1 else ""
