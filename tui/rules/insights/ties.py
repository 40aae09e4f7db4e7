"""Weak ties that live, and dormant ones worth a call.

A tie counts as weak here by how close you chose to keep it: everybody outside the tiers inner and close with whom
there was ever a touch (Granovetter 1973 has them by time, intimacy and services; the tier is your own word for it).
"""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tui.model.records import Contact
from tui.rules.insights.past import Past
from tui.rules.insights.period import Period
from tui.rules.queue.reconnect import LONG_DAYS, SILENT_DAYS, Circle

WORTH_A_CALL = 5
"""So many dormant ties are named."""


class Ties(msgspec.Struct, frozen=True):
    """Weak ties at the end of a period."""

    alive: tuple[str, ...]
    """Weak ties (uids) with a touch in the year before that day."""
    quiet: tuple[str, ...]
    """Weak ties silent for one to three years."""
    dormant: tuple[str, ...]
    """Anybody silent for three years or more, after a touch (Levin et al. 2011)."""
    worth_a_call: tuple[str, ...]
    """The dormant ones who bring most that the close circle doesn't, by the rule of the daily reconnect."""

    @property
    def weak(self) -> int:
        """How many weak ties there are, those silent for three years left out."""
        return len(self.alive) + len(self.quiet)


def ties(past: Past, period: Period) -> Ties:
    """Sort the ties by how long they have been silent on the last day of a period."""
    day = period.last
    alive: list[str] = []
    quiet: list[str] = []
    dormant: list[str] = []
    for uid, contact in past.network.contacts.items():
        last = _last(past, uid, day)
        if last is None or contact.archived:
            continue
        silent = day - last
        if silent >= timedelta(days=LONG_DAYS):
            dormant.append(uid)
        elif contact.tier not in ("inner", "close"):
            (quiet if silent >= timedelta(days=SILENT_DAYS) else alive).append(uid)
    return Ties(tuple(alive), tuple(quiet), tuple(dormant), tuple(_worth_a_call(past, dormant)))


def _last(past: Past, uid: str, day: date) -> date | None:
    last = past.last.get(uid)
    if last is None or last <= day:
        return last
    return max((it for it in past.days[uid] if it <= day), default=None)


def _worth_a_call(past: Past, dormant: list[str]) -> list[str]:
    circle = Circle(past.network.contacts.values(), past.network.profile)
    people: list[Contact] = [past.network.contacts[uid] for uid in dormant]
    open_to_it = [it for it in people if not it.paused]
    best = sorted(open_to_it, key=lambda it: (-circle.score(it), past.last[it.uid], it.uid))
    return [it.uid for it in best[:WORTH_A_CALL]]
