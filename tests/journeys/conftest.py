"""What the journeys share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.place import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A machine on which Kith was never used."""
    return Place(tmp_path)
