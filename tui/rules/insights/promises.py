"""Promises kept on time, yours and theirs."""

from __future__ import annotations

from typing import Literal

import msgspec

from tui.rules.insights.past import Past
from tui.rules.insights.period import Period


class Promises(msgspec.Struct, frozen=True):
    """What became of the promises that fell due, or were closed without a date, in a period. Each is a uid."""

    on_time: tuple[str, ...]
    """Kept by their day, or without a day to keep."""
    late: tuple[str, ...]
    """Kept after it."""
    open: tuple[str, ...]
    """Past their day and still open."""
    dropped: tuple[str, ...]
    """Let go."""

    @property
    def total(self) -> int:
        """All of them but those let go."""
        return len(self.on_time) + len(self.late) + len(self.open)


def promises(past: Past, period: Period, kind: Literal["promise", "waiting"]) -> Promises:
    """Sort the promises of a period: yours ('promise') or theirs ('waiting').

    The day that counts is the one it was moved to at last: a promise moved in time is kept.
    """
    found: dict[str, list[str]] = {"on_time": [], "late": [], "open": [], "dropped": []}
    for step in past.network.follow_ups.values():
        if step.kind != kind or not period.holds(step.due or step.closed):
            continue
        if step.status == "dropped":
            found["dropped"].append(step.uid)
        elif step.status == "done":
            late = step.due is not None and step.closed is not None and step.closed > step.due
            found["late" if late else "on_time"].append(step.uid)
        elif step.due is not None and step.due < past.today:
            found["open"].append(step.uid)
    return Promises(**{name: tuple(uids) for name, uids in found.items()})
