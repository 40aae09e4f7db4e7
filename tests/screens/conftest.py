"""A full screen on any network, at a moment that stands still."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.calm import calm_pilots
from tui.app import KithApp
from tui.clock import Clock
from tui.demo import sample_network
from tui.model.network import Network
from tui.store.book import Book

calm_pilots()

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Tuesday morning."""


def open_app(network: Network | None = None, now: datetime = NOW) -> KithApp:
    """Return an app on a network in memory; an empty one by default."""
    return KithApp(Book(network), Clock(fixed=now))


@pytest.fixture
def demo() -> KithApp:
    """The app on the sample network."""
    return open_app(sample_network(NOW))
