"""Whom to get back in touch with after a year or more: one a day (rule 9).

Ranked by what somebody could bring that the close circle (tiers inner and close) doesn't: other groups,
industry, place, organisation; by an overlap of needs and offers with yours; and by three years of silence
rather than one. How well you know each other never counts: neither tier, nor number nor depth of touches.

Decided here, where the rules leave room:
- Silence counts from the last real touch, or, where there never was one, from the day met, else added.
  Somebody with a touch comes before somebody with none, however much the second could bring.
- Among equals the day decides, so that a new face comes up each day, and the same one all day long.
- The day's choice is made from what was known this morning: after it was done or put off there is no second.
- In a network of more than 2,000, each day looks at a sixteenth of the people, another one the next day: so
  that the best find comes up once in a while, and not every morning until something is done about it.
- Paused and archived contacts are left out, and so is anybody kept at a slow rhythm that is not due yet, and
  anybody who has something open with you anyway.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Set
from datetime import date, timedelta
from functools import cache
from typing import Literal

import msgspec

from tui.model.base import Record
from tui.model.kept import Kept
from tui.model.network import Network
from tui.model.records import Contact, Profile
from tui.model.text import fold
from tui.rules import cadence
from tui.rules.matching.likeness import nearest, stems
from tui.rules.queue.rows import RECONNECT, Past, is_put_off

SILENT_DAYS = 365
"""Somebody is dormant after so many days without a touch."""
LONG_DAYS = 3 * 365
"""Silence from which a tie is worth more still."""

_ALL_BELOW = 2000
_SHARES = "0123456789abcdef"
_LONG_SCORE = 2
_OVERLAP_SCORE = 2

Dimension = Literal["group", "industry", "place", "organization", "offers", "needs"]


class Bring(msgspec.Struct, frozen=True):
    """One thing that somebody could bring, or that you could bring them."""

    dimension: Dimension
    """Something the close circle lacks, an offer that you need, or a need that you can help with."""
    value: str
    """In the contact's own words."""


class Circle:
    """What the close circle already has, and what you need and offer."""

    def __init__(self, contacts: Iterable[Contact], profile: Profile) -> None:
        close = [it for it in contacts if _is_close(it)]
        self._groups = {fold(group) for it in close for group in it.groups}
        self._industries = {fold(it.industry) for it in close}
        self._places = {fold(it.place) for it in close}
        self._organizations = {fold(it.organization) for it in close}
        # The same places and employers come up thousands of times in a large network.
        self.new_group = cache(lambda value: bool(value) and fold(value) not in self._groups)
        self.new_industry = cache(lambda value: bool(value) and fold(value) not in self._industries)
        self.new_place = cache(lambda value: bool(value) and fold(value) not in self._places)
        self.new_organization = cache(lambda value: bool(value) and fold(value) not in self._organizations)
        self.needed = _fits(profile.needs)
        self.offered = _fits(profile.offers)

    def score(self, contact: Contact) -> int:
        """Return how much somebody could bring; each kind of thing counts once."""
        score = 0
        if contact.industry and self.new_industry(contact.industry):
            score += 1
        if contact.place and self.new_place(contact.place):
            score += 1
        if contact.organization and self.new_organization(contact.organization):
            score += 1
        if contact.groups and any(map(self.new_group, contact.groups)):
            score += 1
        if contact.offers and any(map(self.needed, contact.offers)):
            score += _OVERLAP_SCORE
        if contact.needs and any(map(self.offered, contact.needs)):
            score += _OVERLAP_SCORE
        return score

    def brings(self, contact: Contact) -> tuple[Bring, ...]:
        """Return what somebody could bring, the most telling first: what `score` counts, in words."""
        found = [Bring("offers", value) for value in contact.offers if self.needed(value)]
        found += [Bring("needs", value) for value in contact.needs if self.offered(value)]
        if self.new_industry(contact.industry):
            found.append(Bring("industry", contact.industry))
        found += [Bring("group", value) for value in contact.groups if self.new_group(value)]
        if self.new_organization(contact.organization):
            found.append(Bring("organization", contact.organization))
        if self.new_place(contact.place):
            found.append(Bring("place", contact.place))
        return tuple(found)


def _is_close(contact: Contact) -> bool:
    return contact.tier in ("inner", "close") and not contact.archived


def circle_of(network: Network) -> Circle:
    """Return what the close circle of a network has, and what you need and offer; kept while it is the same."""
    return network.kept(_Circles).circle()


class _Circles(Kept):
    """The close circle as it was read last, while nobody comes into it or leaves it, and nothing of it changes."""

    TABLES = ("contacts", "profile")

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self._circle: Circle | None = None
        self._gone: dict[str, object] = {}
        """What those had (by uid) who went, and did not come back the same."""

    def circle(self) -> Circle:
        """Return the circle as it is."""
        if self._circle is None or self._gone:
            self._circle = Circle(self._network.contacts.values(), self._network.profile)
            self._gone.clear()
        return self._circle

    def add(self, record: Record) -> None:
        """Read anew, unless somebody comes back with what they went with."""
        if isinstance(record, Contact):
            same = not _is_close(record) or self._gone.pop(record.uid, None) == _counted(record)
        else:
            same = False
        if not same:
            self._circle = None

    def drop(self, record: Record) -> None:
        """Remember what somebody close had."""
        if not isinstance(record, Contact):
            self._circle = None
        elif _is_close(record):
            self._gone[record.uid] = _counted(record)


def _counted(contact: Contact) -> object:
    """Return what a close contact adds to the circle."""
    return contact.groups, contact.industry, contact.place, contact.organization


def _fits(known: tuple[str, ...]) -> Callable[[str], bool]:
    """Tell of any need or offer whether one of yours answers it; each is looked at once."""
    words = frozenset().union(*map(stems, known))

    @cache
    def fits(value: str) -> bool:
        return not words.isdisjoint(stems(value)) and bool(nearest(value, known))

    return fits


def silent_since(
    network: Network, contact: Contact, last: date | None, met: date | None = None
) -> date | None:
    """Return the day from which a contact has been silent; None if no day is known."""
    since = last
    for day in (met, contact.met_day or cadence.first_met(network, contact)):
        if day is not None and (since is None or day > since):
            since = day
    return since or contact.added


def choose(network: Network, past: Past, busy: Set[str]) -> tuple[Contact, date] | None:
    """Return the day's dormant contact and the day of the last touch, or None if there is nobody.

    `busy` holds the contacts (uid) that had something open with you this morning. What was done today is
    not looked at, so that the choice stays the same all day.
    """
    today = past.today
    long_day = today - timedelta(days=LONG_DAYS)
    share = _SHARES[today.toordinal() % len(_SHARES)] if len(network.contacts) > _ALL_BELOW else ""
    found = _dormant(network, past, busy, share) or (_dormant(network, past, busy, "") if share else [])
    circle = circle_of(network)
    best: list[tuple[Contact, date]] = []
    most = -1
    for contact, since in found:
        score = circle.score(contact) + (_LONG_SCORE if since <= long_day else 0)
        if score > most:
            most, best = score, []
        if score == most:
            best.append((contact, since))
    return min(best, key=lambda it: _lot(it[0].uid, today), default=None)


def _dormant(network: Network, past: Past, busy: Set[str], share: str) -> list[tuple[Contact, date]]:
    """Return who is silent for a year, with the day it began: those with a touch, or if none, those without.

    `share` is how their uid has to end.
    """
    before, met = past.before, past.met
    latest_day = past.today - timedelta(days=SILENT_DAYS)
    known: list[tuple[Contact, date]] = []
    unknown: list[tuple[Contact, date]] = []
    contacts = network.contacts
    for uid in network.kept(_Shares).of(share) if share else contacts:
        contact = contacts[uid]
        last = before.get(uid)
        if (last is not None and last > latest_day) or (last is None and known):
            continue
        if contact.archived or contact.paused or uid in busy:
            continue
        since = silent_since(network, contact, last, met.get(uid))
        if since is None or since > latest_day or _in_rhythm(network, contact, since, past.today):
            continue
        if not contact.deferrals or not is_put_off(contact, RECONNECT, past.today, this_morning=True):
            (unknown if last is None else known).append((contact, since))
    return known or unknown


class _Shares(Kept):
    """Those whom a day looks at, in a large network."""

    TABLES = ("contacts",)

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self._share = ""
        self._found: dict[str, None] = {}

    def of(self, share: str) -> Iterable[str]:
        """Return those (uid) of a share."""
        if share != self._share:
            self._share = share
            self._found = {uid: None for uid in self._network.contacts if uid.endswith(share)}
        return self._found

    def add(self, record: Record) -> None:
        """Take somebody in."""
        if record.uid.endswith(self._share):
            self._found[record.uid] = None

    def drop(self, record: Record) -> None:
        """Let somebody go."""
        self._found.pop(record.uid, None)


def _in_rhythm(network: Network, contact: Contact, since: date, today: date) -> bool:
    """Tell whether somebody is kept at a slow rhythm of their own and not due in it yet."""
    if contact.interval is None and contact.tier == "ambient":
        return False
    start = cadence.latest((since, contact.added)) or since
    return cadence.ratio_since(contact, start, today, network.settings.tiers) < cadence.DUE


def _lot(uid: str, day: date) -> tuple[int, str]:
    """Return what decides among equals on a day: even-handed, and the same whenever it is asked."""
    return zlib.crc32(f"{day.toordinal()}:{uid}".encode("utf-8", "surrogatepass")), uid
