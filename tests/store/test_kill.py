"""A few rounds of `python -m tests.store.kill`."""

from __future__ import annotations

from pathlib import Path

from tests.store.kill import rounds
from tui.paths import old_journal_of


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    seen = list(rounds(path, 5, seed=3))
    assert len(seen) == 5
    assert old_journal_of(path).exists(), "there were checkpoints"
