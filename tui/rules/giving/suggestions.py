"""Today's five: what is worth doing for somebody now, mixed from all that could be.

Decided here, where the rules leave room:
- At most five a day. What was given today counts among them: when five are done, that is enough for today.
- Milestones come first, since their day is fixed; then in turn an ask you can answer, an introduction, and
  something to pass on; nobody stands in two of the five, and of no kind there are more than two unless the
  others run out.
- Which of many good ones come up differs from day to day, and is the same all day: each is weighed by its worth
  and by the day's lot. What is put aside stays away for a quarter of a year.
- Nobody archived or paused; nobody with whom something of the kind was put aside.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final, Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Milestone
from tui.model.text import fold
from tui.rules.giving.asks import ASK, Ask, Helper, answerable, ask_key, helpers
from tui.rules.giving.introductions import Pairing, aside_key, suggested_introductions
from tui.rules.giving.ledger import Account, ledger
from tui.rules.giving.shares import Sharing, share_key, suggested_shares
from tui.rules.phrases import said_ahead
from tui.rules.queue.ranking import Row
from tui.rules.queue.rows import is_put_off
from tui.rules.queue.sources import day_where, milestones_of_all
from tui.rules.sensitive import is_sensitive

GiftKind = Literal["milestone", "ask", "introduction", "share"]
KINDS: Final[tuple[GiftKind, ...]] = ("milestone", "ask", "introduction", "share")
A_DAY: Final = 5
"""So many things are suggested on one day."""
_OF_A_KIND: Final = 2
_LOT: Final = 0.6
"""How much the day's lot counts beside the worth of a suggestion."""


class Gift(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do for somebody."""

    kind: GiftKind
    """What it is."""
    contact: str
    """Contact (uid) to write to."""
    reason: str
    """Why, in words."""
    score: float
    """How good it is among its kind."""
    other: str = ""
    """The other contact (uid) of an introduction."""
    share: str = ""
    """Share (uid) to pass on."""
    need: str = ""
    """Their need that you can answer."""
    offer: str = ""
    """What of yours answers it."""
    row: Row | None = None
    """The row of the queue, for a milestone."""

    @property
    def key(self) -> str:
        """Names it among all there are."""
        return f"{self.kind} {self.contact} {self.other or self.share or self.need or (self.row and self.row.key)}"

    @property
    def aside(self) -> str:
        """The key under which it is put aside."""
        if self.row is not None:
            return self.row.key
        if self.kind == "introduction":
            return aside_key(self.other)
        return share_key(self.share) if self.kind == "share" else ask_key(self.need)


class Giving(msgspec.Struct, frozen=True, kw_only=True):
    """All that could be given, reckoned at one moment."""

    today: tuple[Gift, ...] = ()
    """At most five."""
    later: tuple[Gift, ...] = ()
    """What else there is, in the order in which it would come up."""
    given: int = 0
    """Things given today already."""
    introductions: tuple[Pairing, ...] = ()
    """Everybody who should know each other."""
    asks: tuple[Ask, ...] = ()
    """Every ask you could answer."""
    audience: dict[str, tuple[Sharing, ...]] = {}
    """For each share (uid) who would enjoy it."""
    helpers: dict[str, tuple[Helper, ...]] = {}
    """For each need of yours who could answer it."""
    accounts: tuple[Account, ...] = ()
    """What went both ways, with everybody."""


def giving(network: Network, now: datetime) -> Giving:
    """Return all that could be given at a moment in your time zone.

    Pure: the same records and moment give the same answer. About 1 s for 30,000 people: not for the event loop.
    """
    pairings = suggested_introductions(network, now)
    asks = answerable(network, now)
    sharings = list(suggested_shares(network, now))
    audience: dict[str, list[Sharing]] = {}
    for sharing in sharings:
        audience.setdefault(sharing.share, []).append(sharing)
    gifts = [
        *_milestones(network, now),
        *(
            Gift(
                kind="ask", contact=it.contact, reason=it.reason, score=it.score, need=it.need, offer=it.offer
            )
            for it in asks
        ),
        *(
            Gift(
                kind="introduction", contact=it.first, other=it.second, reason=it.reason, score=it.score / 10
            )
            for it in pairings
        ),
        *(
            Gift(kind="share", contact=it.contact, share=it.share, reason=it.why, score=it.score)
            for it in sharings
        ),
    ]
    taken = _taken(network, now.date())
    given = given_today(network, now.date()) + len(taken["ask"]) + len(taken["share"])
    first, again = _mixed(gifts, now.date(), taken)
    room = max(A_DAY - given, 0)
    return Giving(
        today=tuple(first[:room]),
        later=(*first[room:], *again),
        given=given,
        introductions=pairings,
        asks=asks,
        audience={share: tuple(those) for share, those in audience.items()},
        helpers=helpers(network, now),
        accounts=ledger(network, now),
    )


def given_today(network: Network, today: date) -> int:
    """Return how many things were given today: written down as given, passed on, or an introduction moved on."""
    touches = sum(touch.day == today and bool(touch.gave.strip()) for touch in network.interactions.values())
    steps = sum(
        step.day == today and step.status not in ("idea", "declined")
        for introduction in network.introductions.values()
        for step in introduction.steps
    )
    return touches + steps


def _taken(network: Network, today: date) -> dict[GiftKind, list[str]]:
    """Return to whom each kind was given today (uids): its turn is taken, and nobody is thought of twice a day."""
    return {
        "milestone": [],
        "ask": [
            uid
            for uid, contact in network.contacts.items()
            for it in contact.deferrals
            if it.day == today and it.action == "attempted" and it.row.startswith(ASK)
        ],
        "introduction": [
            introduction.first
            for introduction in network.introductions.values()
            for step in introduction.steps
            if step.day == today and step.status not in ("idea", "declined")
        ],
        "share": [
            sent.contact for share in network.shares.values() for sent in share.sent if sent.day == today
        ],
    }


def _milestones(network: Network, now: datetime) -> Iterator[Gift]:
    """Yield the days to celebrate of the next week, as the queue has them."""
    today = now.date()
    for row in milestones_of_all(network, now):
        contact, milestone = network.contacts[row.contact], row.milestone
        if milestone is None or row.due is None or contact.paused or is_sensitive(milestone.label):
            continue
        if not contact.deferrals or not is_put_off(contact, row.key, today):
            there = day_where(contact, now)
            words = _celebrated(milestone, row.due, there)
            yield Gift(
                kind="milestone", contact=row.contact, reason=words, score=7 - (row.due - there).days, row=row
            )


def _celebrated(milestone: Milestone, day: date, today: date) -> str:
    return f"{milestone.label.strip() or 'a day to remember'} {said_ahead(day, today)}"


def _mixed(
    gifts: Iterable[Gift], today: date, given: Mapping[GiftKind, Sequence[str]]
) -> tuple[list[Gift], list[Gift]]:
    """Return all in the order in which they come up, kind by kind in turn: one for each person, and the rest."""
    by_kind: dict[GiftKind, list[Gift]] = {kind: [] for kind in KINDS}
    for gift in gifts:
        by_kind[gift.kind].append(gift)
    for kind, those in by_kind.items():
        best = max((it.score for it in those), default=1.0) or 1.0
        if kind == "milestone":
            those.sort(key=lambda it: (-it.score, it.key))
        else:
            those.sort(key=lambda it, best=best: (-(it.score / best + _LOT * _lot(it.key, today)), it.key))  # type: ignore[misc]
    seen = {uid for people in given.values() for uid in people}
    first: list[Gift] = []
    for turn in range(_OF_A_KIND):
        here = (those for kind, those in by_kind.items() if turn >= len(given[kind]))
        first += [taken for those in here if (taken := _next(those, seen)) is not None]
    # What is left of all kinds in turn: first those for somebody else, then the others.
    places = range(max(map(len, by_kind.values()), default=0))
    left = [those[place] for place in places for those in by_kind.values() if place < len(those)]
    again: list[Gift] = []
    for gift in left:
        (again if _marks(gift) & seen else first).append(gift)
        seen |= _marks(gift)
    return first, again


def _next(gifts: list[Gift], seen: set[str]) -> Gift | None:
    """Take the first of some gifts that is for nobody seen yet."""
    for gift in gifts:
        if not _marks(gift) & seen:
            gifts.remove(gift)
            seen |= _marks(gift)
            return gift
    return None


def _marks(gift: Gift) -> set[str]:
    """Return whom and what a gift is about: neither the same person, share nor need comes twice among the first."""
    return {gift.contact, gift.other, gift.share, fold(gift.need)} - {""}


def _lot(key: str, day: date) -> float:
    """Return a number from 0 to 1 that differs from day to day, and never by chance."""
    return zlib.crc32(f"{day.toordinal()}:{key}".encode("utf-8", "surrogatepass")) / 0xFFFFFFFF
