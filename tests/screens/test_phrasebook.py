"""The phrasebook: every situation is in it, and a line can be pinned for the event to come."""

from __future__ import annotations

from tests.screens.conftest import NOW, open_app
from tui.app import KithApp
from tui.model.network import Network
from tui.rules.content import SITUATIONS
from tui.rules.queue.ranking import next_event
from tui.screens.phrasebook import Phrasebook
from tui.widgets.rowlist import RowList


async def test_a_line_is_pinned_for_the_next_event_and_let_go(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("quotation_mark")
        assert isinstance(demo.screen, Phrasebook)
        await pilot.press("down", "space")
        coming = next_event(demo.book.network, NOW)
        assert coming is not None
        pinned = [it for it in coming.starters if it.state == "pinned"]
        assert [it.because for it in pinned][-1] == "opener for speaking to somebody for the first time"
        await pilot.press("space")
        after = demo.book.network.events[coming.uid].starters
        assert pinned[-1].text not in {it.text for it in after if it.state == "pinned"}
        await pilot.press("escape")
        assert not isinstance(demo.screen, Phrasebook)


async def test_every_situation_is_there_and_without_an_event_nothing_is_pinned() -> None:
    app = open_app(Network())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await pilot.press("quotation_mark")
        rows = app.screen.query_one(RowList)
        for situation in SITUATIONS:
            assert sum(row.startswith(situation) for row in rows.ids) >= 12, situation
        await pilot.press("space", "enter", "f2", "escape")
        assert not isinstance(app.screen, Phrasebook)
