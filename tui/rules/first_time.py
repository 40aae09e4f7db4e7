"""Who is met at an event for the first time: whom you had neither talked with nor met before it began.

A date on which you connected on LinkedIn is no meeting, and neither is a message: what counts is a talk (in
person, by call or video), having met at another event, or your own word for how you met.
"""

from __future__ import annotations

from datetime import date, time

from tui.model.network import Network
from tui.model.records import Channel, Contact, Event
from tui.model.text import fold

TALKS: frozenset[Channel] = frozenset({"in person", "call", "video"})
"""Ways to be in touch in which one meets."""
CONNECTED = "connected on linkedin"
"""How the note begins, folded, of how you met somebody of whom only a connection was imported."""


def only_connected(contact: Contact) -> bool:
    """Tell whether the record says no more of how you met than that you are connected on LinkedIn."""
    return contact.met_event is None and fold(contact.met_note).startswith(CONNECTED)


def is_first_time(network: Network, contact: Contact, event: Event) -> bool:
    """Tell whether meeting somebody at an event is the first time, as far as the file knows."""
    if contact.met_event == event.uid:
        return True
    if _is_on_record(network, contact, event) or any(
        touch.day < event.start and touch.channel in TALKS for touch in network.touches_of(contact.uid)
    ):
        return False
    return not any(
        seat.contact == contact.uid and seat.outcome == "met"
        for other in network.events_of(contact.uid)
        if other.uid != event.uid and not other.cancelled and _begin(other) < _begin(event)
        for seat in other.people
    )


def _is_on_record(network: Network, contact: Contact, event: Event) -> bool:
    """Tell whether the contact's own record says that you had met before an event."""
    if only_connected(contact):
        return False
    other = network.events.get(contact.met_event or "")
    if other is not None:
        return _begin(other) < _begin(event)
    if contact.met_day is not None:
        return contact.met_day < event.start
    return bool(contact.met_event or contact.met_note)


def _begin(event: Event) -> tuple[date, time, str]:
    return event.start, event.start_time or time.min, event.uid
