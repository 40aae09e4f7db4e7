"""The Give screen in rows: today's five, introductions, the library, what went both ways, what you need."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Introduction, Share
from tui.rules.giving.asks import Helper, my_needs
from tui.rules.giving.introductions import Pairing
from tui.rules.giving.ledger import Account
from tui.rules.giving.shares import Sharing
from tui.rules.giving.suggestions import A_DAY, Gift, Giving
from tui.rules.queue.sources import introduction_due

Part = Literal["today", "introductions", "shares", "ledger", "needs"]
PARTS: Final[tuple[tuple[Part, str], ...]] = (
    ("today", "Today"),
    ("introductions", "Introductions"),
    ("shares", "To pass on"),
    ("ledger", "Give and take"),
    ("needs", "You need"),
)
"""The parts in order, with the words on top."""

_WORTH_A_THOUGHT: Final = 10
_LONG_AGO: Final = date.min
UNDER_WAY: Final = ("idea", "asked first", "asked second")
_ENDS: Final = (
    "Introduced: what came of it?",
    "Asked what came of it",
    "Something came of it",
    "Left to rest",
)
"""What becomes of introductions, in the order of the list."""
EMPTY: Final[dict[Part, str]] = {
    "today": (
        "Nothing suggests itself today.\n\n"
        "It comes from what people look for and care about: write it down with e on a contact, or in one line "
        "with a (?a patient translator #maps). What you offer yourself stands on your own page: y."
    ),
    "introductions": (
        "No introductions yet.\n\n"
        "i brings two people together: both are asked before, one after the other. Suggestions come by "
        "themselves once you write down what people look for and offer."
    ),
    "shares": (
        "Nothing to pass on yet.\n\n"
        "n keeps an article, a talk or an opening with a word on why it is worth somebody's time; so does, in a "
        'shell, kith share URL "why" #topic.'
    ),
    "ledger": (
        "Nothing is written down yet.\n\n"
        "A log has a line for what you gave and one for what you received (l on a contact). Kept promises, "
        "introductions and what you pass on are counted by themselves."
    ),
    "needs": "Nothing is written down that you look for.\n\ny opens your own page: what do you need just now?",
}
"""What to do where a part is empty."""


class GiveRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row; of what follows the heading, what it is about is set."""

    id: str
    """Name of the row."""
    heading: str = ""
    """The group it stands in."""
    contact: str = ""
    """Contact (uid) it is about first of all."""
    gift: Gift | None = None
    """A suggestion."""
    introduction: Introduction | None = None
    """An introduction that is noted."""
    pairing: Pairing | None = None
    """Two who should know each other."""
    share: Share | None = None
    """Something to pass on."""
    audience: tuple[Sharing, ...] = ()
    """Who would enjoy it."""
    account: Account | None = None
    """What went both ways."""
    helper: Helper | None = None
    """Somebody who could answer a need of yours."""
    need: str = ""
    """A need of yours."""


def gift_of(pairing: Pairing) -> Gift:
    """Return the suggestion to introduce two people."""
    return Gift(
        kind="introduction",
        contact=pairing.first,
        other=pairing.second,
        reason=pairing.reason,
        score=pairing.score,
    )


def give_rows(part: Part, network: Network, found: Giving, now: datetime, *, later: int = 0) -> list[GiveRow]:
    """Return the rows of a part; `later` shows that many pages of what else there is today."""
    match part:
        case "today":
            return list(_today(found, later))
        case "introductions":
            return list(_introductions(network, found))
        case "shares":
            return list(_shares(network, found))
        case "ledger":
            return list(_ledger(found))
        case "needs":
            return list(_needs(network, found))


def _today(found: Giving, later: int) -> Iterator[GiveRow]:
    gifts = found.today
    if later:
        start = (later - 1) * A_DAY % max(len(found.later), 1)
        gifts = found.later[start : start + A_DAY]
    heading = "Others, if you like" if later else "Worth doing for somebody today"
    for gift in gifts:
        yield GiveRow(id=f"gift {gift.key}", heading=heading, contact=gift.contact, gift=gift)


def _introductions(network: Network, found: Giving) -> Iterator[GiveRow]:
    known = [
        it
        for it in network.introductions.values()
        if it.first in network.contacts and it.second in network.contacts
    ]
    known.sort(key=lambda it: (it.steps[-1].day if it.steps else it.added or _LONG_AGO, it.uid), reverse=True)
    under_way = sorted(
        (it for it in known if it.status in UNDER_WAY),
        key=lambda it: (introduction_due(it) or _LONG_AGO, it.uid),
    )
    for it in under_way:
        yield GiveRow(id=f"introduction {it.uid}", heading="Under way", contact=it.first, introduction=it)
    for pairing in found.introductions:
        yield GiveRow(
            id=f"pairing {pairing.first} {pairing.second}",
            heading="Who should know each other",
            contact=pairing.first,
            pairing=pairing,
        )
    for heading in _ENDS:
        for it in known:
            if _end(it) == heading:
                yield GiveRow(id=f"introduction {it.uid}", heading=heading, contact=it.first, introduction=it)


def _end(it: Introduction) -> str:
    """Return the heading of an introduction that was made, or is left to rest; '' for others.

    Whoever was asked what came of it may not have answered: only what was written down came of it.
    """
    match it.status:
        case "introduced":
            return _ENDS[0]
        case "came of it":
            return _ENDS[2] if it.outcome.strip() else _ENDS[1]
        case "declined":
            return _ENDS[3]
        case _:
            return ""


def _shares(network: Network, found: Giving) -> Iterator[GiveRow]:
    shares = sorted(network.shares.values(), key=lambda it: (it.added or _LONG_AGO, it.uid), reverse=True)
    groups = (
        ("Worth passing on", [it for it in shares if it.read and not it.own]),
        ("Your own", [it for it in shares if it.own]),
        ("To read first", [it for it in shares if not it.read and not it.own]),
    )
    for heading, those in groups:
        for share in those:
            yield GiveRow(
                id=f"share {share.uid}",
                heading=heading,
                share=share,
                audience=found.audience.get(share.uid, ()),
            )


def _ledger(found: Giving) -> Iterator[GiveRow]:
    first = marked(found)
    for account in first:
        yield _account(account, "Worth a thought")
    known = {account.contact for account in first}
    for account in found.accounts:
        if account.contact not in known:
            yield _account(account, "Between you, the latest first")


def marked(found: Giving) -> list[Account]:
    """Return the accounts to look at first, at most ten: where you wait for something, then the latest."""
    return sorted((it for it in found.accounts if it.mark), key=lambda it: it.mark != "ask")[
        :_WORTH_A_THOUGHT
    ]


def _account(account: Account, heading: str) -> GiveRow:
    return GiveRow(id=f"account {account.contact}", heading=heading, contact=account.contact, account=account)


def _needs(network: Network, found: Giving) -> Iterator[GiveRow]:
    for need in my_needs(network):
        helpers = found.helpers.get(need, ())
        for helper in helpers:
            yield GiveRow(
                id=f"helper {helper.contact} {need}",
                heading=need,
                contact=helper.contact,
                helper=helper,
                need=need,
            )
        if not helpers:
            yield GiveRow(id=f"need {need}", heading=need, need=need)


def enough(found: Giving) -> str:
    """Return what stands where today's five are done; '' if they aren't."""
    if found.today or found.given < A_DAY:
        return ""
    return (
        f"{found.given} things given today. That is enough for one day.\n\n"
        "o shows what else there is, and tomorrow brings others."
    )


def strip(network: Network, found: Giving, here: Part) -> list[tuple[Part, str, bool]]:
    """Return the parts with their counts, and which of them is here."""
    # Those introduced count too: what came of it is still to ask.
    open_ones = sum(it.status in (*UNDER_WAY, "introduced") for it in network.introductions.values())
    counts: dict[Part, int] = {
        "today": len(found.today),
        "introductions": open_ones + len(found.introductions),
        "shares": len(network.shares),
        "ledger": len(marked(found)),
        "needs": sum(1 for _ in my_needs(network)),
    }
    return [(part, f"{words} {counts[part] or ''}".rstrip(), part == here) for part, words in PARTS]
