"""What came of an event, in numbers for its card: computed from the file whenever it is looked at, never stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from tui.model.network import Network
from tui.model.records import Event
from tui.rules import moments
from tui.rules.events.debriefing import touch_at
from tui.rules.events.encouragement import reached
from tui.rules.first_time import is_first_time
from tui.rules.queue.after_events import Meeting, answers

PROMPT = timedelta(hours=48)
"""A word sent so soon after an event is prompt."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """An event in numbers."""

    goals: int
    """Goals set."""
    reached: int
    """Goals reached."""
    met: int
    """People met."""
    new: int
    """Those of them met for the first time."""
    real: int
    """Conversations that were real ones, or that mattered."""
    prompt: int
    """People met who heard from you within 48 hours of the end."""
    waiting: int
    """Those for whom the 48 hours are not over yet."""


def score(network: Network, event: Event, now: datetime) -> Score:
    """Return what came of an event as the file says it now."""
    met = list(dict.fromkeys(seat.contact for seat in event.people if seat.outcome == "met"))
    end = moments.ends(event, now)
    last = min(max(event.end or event.start, event.start), end.date())
    prompt = {
        uid
        for uid in met
        if any(
            answers(touch, Meeting(uid, event, end.astimezone(UTC), last), PROMPT)
            for touch in network.touches_of(uid)
        )
    }
    is_open = now.astimezone(UTC) - end.astimezone(UTC) < PROMPT
    depths = [touch.depth for uid in met if (touch := touch_at(network, event, uid)) is not None]
    return Score(
        goals=len(event.goals),
        reached=sum(map(reached, event.goals)),
        met=len(met),
        new=sum(
            is_first_time(network, contact, event)
            for uid in met
            if (contact := network.contacts.get(uid)) is not None
        ),
        real=sum(depth >= 2 for depth in depths),
        prompt=len(prompt),
        waiting=len(met) - len(prompt) if is_open else 0,
    )
