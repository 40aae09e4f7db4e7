"""Suggestions of what to give: sent, or put aside for a while; and asking for something yourself."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from tui.actions import follow_ups, introductions, shares
from tui.actions.interactions import Refused, names, put_touch
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Channel, Contact, Deferral, Deferred
from tui.rules.giving.asks import ask_key, favour_key
from tui.rules.giving.suggestions import Gift
from tui.rules.phrases import short_day

ASIDE_DAYS = 91
"""Days for which a suggestion that was put aside stays away."""
ANSWERED_DAYS = 182
"""Days in which help that was offered is not offered again."""
ASKED_DAYS = 60
"""Days for which somebody who was asked for something is left in peace about it."""


def given(network: Network, gift: Gift, now: datetime, *, channel: Channel, summary: str = "") -> Change:
    """Return the Change that a suggestion was followed by a message: the touch, and what is remembered of it.

    Raises:
        Refused: if what it is about was removed or done meanwhile.
    """
    if gift.kind == "share":
        return shares.passed_on(network, gift.share, gift.contact, now, channel=channel, summary=summary)
    if gift.kind == "introduction":
        return introductions.ask_first(
            network, gift.contact, gift.other, gift.reason, now, channel=channel, summary=summary
        )
    if gift.row is not None:
        return follow_ups.done(network, gift.row, now, channel=channel, summary=summary)
    edits = Edits(network)
    today = now.date()
    put_touch(edits, now, contacts=(gift.contact,), day=today, at=now, channel=channel, summary=summary)
    _rest(edits, gift.contact, ask_key(gift.need), "attempted", today=today, days=ANSWERED_DAYS)
    return edits.change(f"Offered {names(network, (gift.contact,))} help")


def asked(
    network: Network, contact: str, need: str, now: datetime, *, channel: Channel, summary: str = ""
) -> Change:
    """Return the Change that a contact (uid) was asked about a need of yours; they are left in peace for a while.

    Raises:
        Refused: if they are no contact any more.
    """
    edits = Edits(network)
    today = now.date()
    put_touch(edits, now, contacts=(contact,), day=today, at=now, channel=channel, summary=summary)
    _rest(edits, contact, favour_key(need), "attempted", today=today, days=ASKED_DAYS)
    return edits.change(f"Asked {names(network, (contact,))} for something")


def put_aside(network: Network, gift: Gift, now: datetime) -> Change:
    """Return the Change that puts a suggestion aside: a milestone for this time, the rest for a quarter of a year.

    Raises:
        Refused: if it is for somebody who is no contact any more.
    """
    if gift.row is not None:
        return follow_ups.skip(network, gift.row, now)
    edits = Edits(network)
    until = _rest(edits, gift.contact, gift.aside, "skip", today=now.date(), days=ASIDE_DAYS)
    return edits.change(
        f"Put aside for {names(network, (gift.contact,))} until {short_day(until, now.date())}"
    )


def _rest(edits: Edits, uid: str, key: str, action: Deferred, *, today: date, days: int) -> date:
    """Hide what a key names for a contact (uid) for some days; return the first day on which it is back."""
    contact = edits.get(Contact, uid)
    if contact is None:
        raise Refused("This person is not among your contacts any more.")
    until = today + timedelta(days=days)
    kept = tuple(it for it in contact.deferrals if it.row != key)
    put_off = Deferral(row=key, action=action, day=today, until=until)
    edits.put(replace(contact, deferrals=(*kept, put_off)))
    return until
