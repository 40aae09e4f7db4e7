"""Thirty mornings in a row (`month`): nobody due is lost, no day is too full, what was skipped stays away."""

from __future__ import annotations

import pytest

from tests.rules.queue.month import demo_month, generated_month


@pytest.mark.parametrize("seed", [1, 2])
def test_a_month_with_the_sample_network(seed: int) -> None:
    seen = demo_month(seed).walk()
    assert seen["days"] == 30
    assert seen["most check-ins"] == 5
    for what in ("done", "skipped", "snoozed", "tried", "came back", "shown promise", "shown reconnect"):
        assert seen[what] > 0, what


def test_a_month_with_a_large_network() -> None:
    seen = generated_month(900, 2700).walk()
    assert seen["days"] == 30
    assert seen["shown check_in"] >= 30
    assert seen["came back"] > 0
