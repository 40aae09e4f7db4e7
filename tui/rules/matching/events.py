"""Finding the event that somebody means, by words or by the time."""

from __future__ import annotations

from datetime import datetime, timedelta

from tui.model.network import Network
from tui.model.records import Event
from tui.model.text import fold
from tui.rules.moments import ends, has_begun, in_order, is_over, starts

_WAY_HOME = timedelta(hours=3)
"""How long after an event what is written down still belongs to it."""


def find_events(network: Network, words: str) -> list[Event]:
    """Return the events that typed words may mean, the latest first; one if it is certain.

    It is called so; else each word begins a word of its name, place, or start ('pycon 2026', 'meet-up
    2026-11'); else the words are a part of its name. A `uid` names its event.
    """
    if words in network.events:
        return [network.events[words]]
    wanted = fold(words).split()
    if not wanted:
        return []
    events = sorted(network.events.values(), key=lambda it: (it.start, it.uid), reverse=True)
    whole = " ".join(wanted)
    exact = [event for event in events if " ".join(fold(event.name).split()) == whole]
    if exact:
        return exact
    begins = [event for event in events if all(f" {word}" in _searched(event) for word in wanted)]
    return begins or [event for event in events if whole in fold(event.name)]


def only_coming(events: list[Event], now: datetime) -> Event | None:
    """Return the only one of some events that is on or to come and not called off; None if none or several are."""
    coming = [event for event in events if not event.cancelled and not is_over(event, now)]
    return coming[0] if len(coming) == 1 else None


def meant(events: list[Event], now: datetime) -> Event | None:
    """Return which of the events that words may mean is meant: the only one to come, else the only one there is."""
    return only_coming(events, now) or (events[0] if len(events) == 1 else None)


def event_on(network: Network, now: datetime) -> Event | None:
    """Return the event that is on now or has just ended and is not debriefed: captured lines join it."""
    running = [
        event
        for event in network.events.values()
        if not event.cancelled
        and not event.debriefed
        and has_begun(event, now)
        and in_order(now) < in_order(ends(event, now)) + _WAY_HOME
    ]
    return max(running, key=lambda event: (in_order(starts(event, now)), event.uid), default=None)


def _searched(event: Event) -> str:
    return " " + " ".join(f"{fold(event.name)} {fold(event.place)} {event.start.isoformat()}".split())
