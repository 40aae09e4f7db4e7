"""A file with two people, an event and a promise; no surroundings that name another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import DECK, MAYA, OTHER_MAYA, PROFILE, PYCON, fill


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KITH_FILE", raising=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    fill(path, MAYA, OTHER_MAYA, PYCON, DECK, PROFILE)
    return path
