from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tui.demo import sample_network
from tui.model.network import Network


def moment(text: str, zone: str = "Europe/Lisbon") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.fixture(scope="package")
def now() -> datetime:
    return moment("2026-11-21 09:00")


@pytest.fixture(scope="package")
def network(now: datetime) -> Network:
    return sample_network(now)
