"""What the tests of the store share."""

from __future__ import annotations

import pytest

from tui.store import loading


@pytest.fixture(autouse=True)
def _nobody_else_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait no time for a line to be ended: whoever ends one here does it at the next look."""
    monkeypatch.setattr(loading, "_MOMENT", 0.0)
