"""What a sentence about a touch was understood to say, as it will be saved."""

from __future__ import annotations

from datetime import datetime

from tui.model.network import Network
from tui.rules.cadence import last_touch
from tui.rules.entry.spoken import Spoken
from tui.rules.names import works_as
from tui.rules.namesakes import told_apart
from tui.rules.phrases import ago, clock_time, listed, short_day
from tui.view.lines import Line, line, wrapped
from tui.view.person import fact


def understood(network: Network, said: Spoken, now: datetime, wide: int) -> list[Line]:
    """Return who, how, when and what about, a line or more each; last, what is missing."""
    names = told_apart(said.contacts)
    one = said.contacts[0] if len(said.contacts) == 1 else None
    work = f" ({works_as(one)})" if one is not None and works_as(one) else ""
    how = said.channel if said.said_how else f"{said.channel}, as nothing else is said"
    lines = [
        *fact("with", listed(names) + work, wide),
        *fact("how", f"tried: {how}; recorded, and no touch" if said.attempt else how, wide),
        *fact("when", _when(network, said, now), wide),
        *fact("about", said.summary, wide),
    ]
    lines += [
        line(
            ("whom?     ", "dim"), (f"{len(it.contacts)} people may be {it.typed}; saving asks which", "warn")
        )
        for it in said.ties
    ]
    if said.problem and not said.ties:
        lines += wrapped(said.problem, wide, "warn")
    return lines


def _when(network: Network, said: Spoken, now: datetime) -> str:
    """Return the day, and of one that is past what follows from it."""
    today = now.date()
    wall = f" {clock_time(said.at.time())}" if said.at is not None else ""
    day = f"{short_day(said.day, today)}{wall}, {ago(said.day, today)}"
    if said.day >= today or said.attempt:
        return day
    touches = [last_touch(network, it, today) for it in said.contacts]
    if touches and all(touch is not None and touch > said.day for touch in touches):
        return f"{day}; an older touch, so nothing moves"
    return f"{day}; it counts from then"
