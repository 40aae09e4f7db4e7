"""What `kith give` prints: today's five and how much else there is, for people and for programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tui.model.network import Network
from tui.rules.giving.shares import title_of
from tui.rules.giving.suggestions import A_DAY, Gift, Giving
from tui.rules.phrases import count, short_day
from tui.view.cells import clean
from tui.view.giving import UNDER_WAY, marked
from tui.view.giving_lines import both
from tui.view.giving_words import words_for
from tui.view.plain import table

_WORDS = {"milestone": "celebrate", "ask": "help", "introduction": "introduce", "share": "pass on"}
_NAMES = 48
"""Cells that names take at most."""


def give_lines(network: Network, found: Giving, now: datetime, wide: int) -> list[str]:
    """Return today's five, a line each, and what else there is."""
    lines = [short_day(now.date(), now.date()), ""]
    if found.today:
        lines.append("Worth doing for somebody today")
        rows = [(_WORDS[it.kind], _who(network, it), _why(network, it)) for it in found.today]
        lines += table(rows, wide, (10, _NAMES))
    elif found.given >= A_DAY:
        lines.append(f"{found.given} things given today. That is enough for one day.")
    else:
        lines.append("Nothing suggests itself: write down what people look for, offer and care about.")
    words = ", ".join(
        (
            count(len(found.introductions), "introduction to make", "introductions to make"),
            f"{_under_way(network)} under way",
            count(len(network.shares), "thing to pass on", "things to pass on"),
            count(len(found.asks), "ask you could answer", "asks you could answer"),
        )
    )
    return [*lines, "", clean(words)]


def give_data(network: Network, found: Giving, now: datetime) -> dict[str, Any]:
    """Return the same as data: `today` with the words to send, and the counts."""
    return {
        "today": [_row(network, gift, now) for gift in found.today],
        "given_today": found.given,
        "introductions": {"suggested": len(found.introductions), "under_way": _under_way(network)},
        "shares": {"kept": len(network.shares), "with_readers": len(found.audience)},
        "asks": len(found.asks),
        "needs": {need: len(those) for need, those in found.helpers.items()},
        "marked": len(marked(found)),
    }


def _row(network: Network, gift: Gift, now: datetime) -> dict[str, Any]:
    other, share = network.contacts.get(gift.other), network.shares.get(gift.share)
    words = words_for(network, gift, now)
    return {
        "kind": gift.kind,
        "contact": network.contacts[gift.contact].name,
        "contact_uid": gift.contact,
        "other": other.name if other else "",
        "other_uid": gift.other,
        "share": title_of(share) if share else "",
        "url": share.url if share else "",
        "reason": gift.reason,
        "subject": words.subject,
        "text": words.body,
    }


def _who(network: Network, gift: Gift) -> str:
    return both(network, gift.contact, gift.other) if gift.other else network.contacts[gift.contact].name


def _why(network: Network, gift: Gift) -> str:
    share = network.shares.get(gift.share)
    return f"“{title_of(share)}”: {gift.reason}" if share else gift.reason


def _under_way(network: Network) -> int:
    return sum(it.status in UNDER_WAY for it in network.introductions.values())
