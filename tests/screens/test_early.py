"""The first screen on a large file: what is due first is there before the rest is read, and then all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import NOW
from tui.app import KithApp
from tui.clock import Clock
from tui.demo import sample_network
from tui.model.change import Change, Edit
from tui.rules.queue.ranking import promises_due, queue
from tui.screens.follow_ups import FollowUpsScreen
from tui.store import loading
from tui.store.book import Book
from tui.widgets.rowlist import RowList


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample network in a file that counts as large."""
    monkeypatch.setattr(loading, "_LARGE", 1)
    path = tmp_path / "network.json"
    book = Book.open(path, NOW.date())
    here = book.network
    edits = (
        Edit(here.table(here.name(type(it))).get(it.uid), it)
        for it in sample_network(NOW).records()
        if it.uid != "meta"
    )
    book.commit(Change("Began", tuple(edits)))
    book.close()
    return path


def test_promises_are_the_head_of_the_queue_and_need_nothing_of_what_happened(saved: Path) -> None:
    book = Book.open(saved, NOW.date(), early=True)
    first = promises_due(book.network, NOW)
    assert not book.network.is_complete
    assert first.rows
    assert queue(book.network, NOW).rows[: len(first.rows)] == first.rows
    book.close()


async def test_the_rest_of_the_queue_comes_by_itself(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book.open(saved, NOW.date(), early=True)
    shown: list[int] = []
    changed = FollowUpsScreen.changed

    def counted(screen: FollowUpsScreen, change: Change | None) -> None:
        changed(screen, change)
        shown.append(len(screen.query_one(RowList).ids))

    monkeypatch.setattr(FollowUpsScreen, "changed", counted)
    app = KithApp(book, Clock(fixed=NOW))
    async with app.run_test(size=(100, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert book.network.is_complete
        assert shown[0] < shown[-1]
        assert len(queue(book.network, NOW).rows) <= shown[-1]
    book.abandon()
