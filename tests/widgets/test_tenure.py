"""What stays is left alone by the collector; what is little, or was dropped before, is not."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tui.widgets import tenure


@pytest.fixture
def collector() -> Iterator[None]:
    gc.unfreeze()
    gc.collect()
    tenure.keep_what_stays()
    yield
    tenure.keep_no_more()
    gc.unfreeze()
    gc.freeze()
    assert tenure._looked not in gc.callbacks


def test_much_that_outlives_a_collection_is_left_alone(
    collector: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    lasting = [[number] for number in range(1000)]
    monkeypatch.setattr(tenure, "MANY", 500)
    gc.collect(1)
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert gc.get_freeze_count() >= len(lasting)


def test_little_is_looked_through_as_ever(collector: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tenure, "MANY", 10_000_000)
    gc.collect()
    assert gc.get_freeze_count() == 0


def test_it_is_asked_for_once(collector: None) -> None:
    tenure.keep_what_stays()
    assert gc.callbacks.count(tenure._looked) == 1
