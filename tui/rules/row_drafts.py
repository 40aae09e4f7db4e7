"""The message that a row of the queue asks for."""

from __future__ import annotations

from datetime import datetime

from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.content import Tone
from tui.rules.drafts import Draft, draft, kind_for
from tui.rules.queue import Row


def written(network: Network, contact: Contact, row: Row | None, now: datetime, tone: Tone = "warm") -> Draft:
    """Return the draft for a row of the queue, or for somebody without one: a word to check in."""
    if row is None:
        return draft(network, contact, "check_in", now, tone=tone)
    return draft(
        network,
        contact,
        kind_for(network, row),
        now,
        tone=tone,
        event=network.events.get(row.event or ""),
        follow_up=network.follow_ups.get(row.follow_up or ""),
        introduction=network.introductions.get(row.introduction or ""),
        milestone=row.milestone,
    )
