"""The message that goes with something to give: which draft it is, and with which facts."""

from __future__ import annotations

from datetime import datetime

from tui.model.network import Network
from tui.model.records import Contact, Introduction
from tui.model.settings import Tone
from tui.rules.drafts.rows import written
from tui.rules.drafts.writing import Draft, draft, kind_for
from tui.rules.giving.suggestions import Gift
from tui.rules.queue.ranking import Row
from tui.rules.queue.sources import to_write_to


def words_for(network: Network, gift: Gift, now: datetime, tone: Tone | None = None) -> Draft:
    """Return the message for a suggestion."""
    contact = network.contacts[gift.contact]
    if gift.kind == "share":
        return draft(network, contact, "share", now, tone=tone, share=network.shares.get(gift.share))
    if gift.kind == "introduction":
        idea = Introduction(uid="", first=gift.contact, second=gift.other, reason=gift.reason)
        return draft(network, contact, "ask_first", now, tone=tone, introduction=idea)
    if gift.row is not None:
        return written(network, contact, gift.row, now, tone)
    return draft(network, contact, "answer_need", now, tone=tone, need=gift.need, offer=gift.offer)


def step_words(
    network: Network, introduction: Introduction, now: datetime, tone: Tone | None = None
) -> Draft:
    """Return the message for an introduction's next step."""
    contact = network.contacts[to_write_to(introduction)]
    row = Row(
        key=f"introduction:{introduction.uid}",
        kind="introduction",
        contact=contact.uid,
        introduction=introduction.uid,
    )
    return draft(network, contact, kind_for(network, row), now, tone=tone, introduction=introduction)


def asking_words(
    network: Network, contact: Contact, need: str, now: datetime, tone: Tone | None = None
) -> Draft:
    """Return the message that asks somebody about a need of yours: it gives first, and makes a no easy."""
    return draft(network, contact, "ask_favour", now, tone=tone, need=need)


def thanking_words(network: Network, contact: Contact, now: datetime, tone: Tone | None = None) -> Draft:
    """Return the message that thanks somebody."""
    return draft(network, contact, "thanks", now, tone=tone)
