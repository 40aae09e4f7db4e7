"""A few rounds of `python -m tests.store.kill`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.kill import rounds
from tui.paths import old_journal_of


@pytest.mark.parametrize("typed", [False, True], ids=["changes", "kith add -"])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, typed: bool) -> None:
    path = tmp_path / "network.json"
    seen = list(rounds(path, 4, seed=3, typed=typed))
    assert len(seen) == 4
    assert any(checkpoint for *_, checkpoint in seen)
    assert old_journal_of(path).exists(), "there were checkpoints"
