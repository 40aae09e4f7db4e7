"""Several rows of the queue at once: done, snoozed, skipped or tried as one Change, undone as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tui.actions.follow_ups import (
    ATTEMPTED_DAYS,
    put_attempt,
    put_away,
    put_done,
    put_skip,
    put_snooze,
)
from tui.actions.interactions import Refused, names
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Channel
from tui.rules.phrases import count, short_day
from tui.rules.queue.ranking import Row
from tui.rules.touches import usual_channel


def done_all(
    network: Network,
    rows: Sequence[Row],
    now: datetime,
    *,
    channel: Channel | None = None,
    summary: str = "",
    day: date | None = None,
) -> Change:
    """Return the Change that does several rows: a touch with each person, and what they were about is closed.

    Each is taken as reached the way you usually are in touch, unless a channel is given.

    Raises:
        Refused: if one of them can't be done; then none is.
    """
    edits = Edits(network)
    for row in _some(rows):
        put_done(
            edits,
            network,
            row,
            now,
            channel=channel or usual_channel(network, row.contact),
            summary=summary,
            day=day,
        )
    return edits.change(f"Done: {_who(network, rows)}")


def snooze_all(network: Network, rows: Sequence[Row], now: datetime, until: date) -> Change:
    """Return the Change that hides several rows until a day.

    Raises:
        Refused: if the day does not lie ahead.
    """
    edits = Edits(network)
    for row in _some(rows):
        put_snooze(edits, row, now, until)
    return edits.change(f"Snoozed {_who(network, rows)} until {short_day(until, now.date())}")


def skip_all(network: Network, rows: Sequence[Row], now: datetime) -> Change:
    """Return the Change that skips several rows, each for as long as it is skipped alone."""
    edits = Edits(network)
    for row in _some(rows):
        put_skip(edits, network, row, now)
    return edits.change(f"Skipped {_who(network, rows)}")


def attempted_all(network: Network, rows: Sequence[Row], now: datetime) -> Change:
    """Return the Change that records an attempt with each person once, and hides the rows for 7 days."""
    edits = Edits(network)
    tried: set[str] = set()
    for row in _some(rows):
        if row.contact not in tried:
            put_attempt(edits, row, now, channel=usual_channel(network, row.contact))
        tried.add(row.contact)
        put_away(edits, row, now)
    who = _who(network, rows)
    return edits.change(f"Noted that you tried to reach {who}; back in {count(ATTEMPTED_DAYS, 'day')}")


def _some(rows: Sequence[Row]) -> Sequence[Row]:
    if not rows:
        raise Refused("Nobody is marked: space marks the row highlighted.")
    return rows


def _who(network: Network, rows: Sequence[Row]) -> str:
    return names(network, tuple(dict.fromkeys(row.contact for row in rows)))
