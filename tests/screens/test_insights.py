"""Insights on the screen: figures, pictures, the people behind them, other periods, the report."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.screens.conftest import NOW, open_app
from tui.actions.interactions import log
from tui.app import KithApp
from tui.model.network import Network
from tui.screens.behind import BehindDialog
from tui.screens.insights import InsightsScreen
from tui.widgets.keybar import KeyBar
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList


async def counted(pilot: Pilot[str]) -> InsightsScreen:
    await pilot.pause()
    await pilot.press("5")
    screen = pilot.app.screen
    assert isinstance(screen, InsightsScreen)
    await settled(pilot)
    return screen


async def settled(pilot: Pilot[str]) -> None:
    # A count that another one overtook is cancelled; the one that counts is waited for then.
    with contextlib.suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def words(screen: InsightsScreen) -> str:
    pane = screen.query_one(Pane)
    return str(pane.query_one("Static").render())


async def test_the_first_figure_is_drawn_at_once(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        screen = await counted(pilot)
        assert screen.query_one(RowList).has_focus
        assert screen.query_one(RowList).current == "rhythm"
        assert "Mon" in words(screen)
        await pilot.press("down", "down")
        assert "yours, on time" in words(screen)


async def test_the_people_behind_a_figure_open(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        screen = await counted(pilot)
        screen.query_one(RowList).select("ties")
        await pilot.press("enter")
        assert isinstance(demo.screen, BehindDialog)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert demo.current_mode == "contacts"
        await pilot.press("5")
        assert demo.current_mode == "insights"


async def test_other_periods_and_their_ends(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        screen = await counted(pilot)
        told: list[str] = []
        demo.notify = lambda message, **_: told.append(message)  # type: ignore[method-assign]
        await pilot.press("right")
        assert told == ["These are the last twelve months."]
        await pilot.press("left")
        await settled(pilot)
        await pilot.press("left")
        await settled(pilot)
        assert screen._period.words == str(NOW.year - 1)
        await pilot.press("right")
        await settled(pilot)
        assert screen._period.words == str(NOW.year)


async def test_the_picture_has_the_same_keys_and_says_what_no_period_changes(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        screen = await counted(pilot)
        rows = screen.query_one(RowList)
        rows.select("roles")
        await pilot.pause()
        assert "As it stands now, whatever the period." in words(screen)
        assert list(rows.ids[-2:]) == ["origins", "roles"]
        before = words(screen)
        await pilot.press("tab")
        assert screen.query_one(Pane).has_focus
        period = screen._period
        await pilot.press("left")
        await settled(pilot)
        assert screen._period == screen._choice[1] != period
        assert words(screen) == before
        footer = str(screen.query_one(KeyBar).render())
        for key in ("Earlier", "Later", "People"):
            assert key in footer
        await pilot.press("enter")
        assert isinstance(demo.screen, BehindDialog)
        await pilot.press("escape", "escape")
        assert rows.has_focus


async def test_a_change_is_counted(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        screen = await counted(pilot)
        before = screen._shown["rhythm"].figure
        uid = next(iter(demo.book.network.contacts))
        demo.book.commit(log(demo.book.network, NOW, contacts=[uid], day=NOW.date(), channel="call"))
        await settled(pilot)
        assert int(screen._shown["rhythm"].figure) == int(before) + 1


async def test_the_report_is_saved(demo: KithApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.insights.documents", lambda: tmp_path / "Kith")
    async with demo.run_test(size=(80, 24)) as pilot:
        await counted(pilot)
        await pilot.press("f4")
        (saved,) = (tmp_path / "Kith").glob("*.md")
        assert "## Weak ties alive" in saved.read_text(encoding="utf-8")
        assert saved.stat().st_mode & 0o777 == 0o600


async def test_an_empty_network_has_pictures_that_lead_on() -> None:
    app = open_app(Network())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        screen = await counted(pilot)
        assert "No touch is written down" in words(screen)
        await pilot.press("enter")
        assert app.screen is screen
