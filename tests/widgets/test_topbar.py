"""The line on top: where you are is always named; what gives way is the clock, then the names of other screens."""

from __future__ import annotations

import pytest

from tests.screens.conftest import NOW, open_app
from tui.demo import sample_network
from tui.widgets.topbar import TopBar


@pytest.mark.parametrize(
    ("wide", "named", "clock"),
    [
        (60, "1 Follow-ups  2  3  4  5 ", "Tue 24 Nov  08:30"),
        (80, "5 Insights", "08:30"),
        (120, "5 Insights", "Tue 24 Nov  08:30"),
    ],
)
async def test_everything_fits(wide: int, named: str, clock: str) -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(wide, 24)) as pilot:
        await pilot.pause()
        shown = str(app.screen.query_one(TopBar).render())
        assert len(shown) <= wide
        assert named in shown
        assert shown.rstrip().endswith(clock)


async def test_a_click_on_a_number_goes_there() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        shown = str(app.screen.query_one(TopBar).render())
        await pilot.click(TopBar, offset=(shown.index(" 3 ") + 1, 0))
        await pilot.pause()
        assert app.current_mode == "events"
