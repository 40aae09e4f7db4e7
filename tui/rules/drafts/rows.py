"""The message that a row of the queue asks for, or that suits somebody without one."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.rules.content import DraftKind, Tone
from tui.rules.drafts.writing import Draft, draft, kind_for
from tui.rules.moments import ends, is_over, starts
from tui.rules.queue.ranking import Row

_FRESH: Final = 14
"""Days after an event in which a message still follows it."""


def written(network: Network, contact: Contact, row: Row | None, now: datetime, tone: Tone = "warm") -> Draft:
    """Return the draft for a row of the queue, or for somebody without one.

    Nobody is asked how they are by somebody never in touch with them: they get a first word instead.
    """
    kind: DraftKind = "check_in" if row is None else kind_for(network, row)
    event = network.events.get(row.event or "") if row is not None else None
    if kind == "check_in" and not network.touches_of(contact.uid):
        kind, event = _first_word(network, contact, now)
    if row is None:
        return draft(network, contact, kind, now, tone=tone, event=event)
    return draft(
        network,
        contact,
        kind,
        now,
        tone=tone,
        event=event,
        follow_up=network.follow_ups.get(row.follow_up or ""),
        introduction=network.introductions.get(row.introduction or ""),
        milestone=row.milestone,
    )


def _first_word(network: Network, contact: Contact, now: datetime) -> tuple[DraftKind, Event | None]:
    """Return what to write to somebody with whom there was no touch yet, and the event that it is about."""
    event = network.events.get(contact.met_event or "")
    if event is not None and is_over(event, now) and (now - ends(event, now)).days <= _FRESH:
        return "after_event", event
    coming = _expected_at(network, contact, now)
    met = contact.met_event or contact.met_day or contact.met_note
    return ("reconnect", None) if met and coming is None else ("before_event", coming)


def _expected_at(network: Network, contact: Contact, now: datetime) -> Event | None:
    """Return the next event that somebody is expected at; None if there is none."""
    coming = [
        event
        for event in network.events_of(contact.uid)
        if not event.cancelled
        and not is_over(event, now)
        and any(seat.contact == contact.uid and seat.outcome == "expected" for seat in event.people)
    ]
    return min(coming, key=lambda event: (starts(event, now), event.uid), default=None)
