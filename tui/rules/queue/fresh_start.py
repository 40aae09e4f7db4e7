"""Whether to offer a fresh start after an absence (rule 8)."""

from __future__ import annotations

from datetime import date, datetime

from tui.model.network import Network
from tui.rules.queue.ranking import queue

AWAY_DAYS = 14
"""After so many days away a fresh start is offered."""


def away_days(network: Network, today: date) -> int:
    """Return the days since the file was last opened for writing; 0 if that isn't known."""
    opened = network.meta.opened
    return max((today - opened).days, 0) if opened else 0


def is_offered(network: Network, now: datetime) -> bool:
    """Tell whether to offer one: away for 14 days, and more check-ins due than one day shows."""
    return away_days(network, now.date()) >= AWAY_DAYS and bool(queue(network, now).more)
