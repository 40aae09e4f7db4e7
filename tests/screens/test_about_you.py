"""The four questions about you, as they stand on a small screen."""

from __future__ import annotations

from tests.screens.conftest import open_app
from tests.screens.pressing import press, shown
from tui.screens.about_you import QUESTIONS, AboutYou


async def test_no_question_is_cut_off() -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "escape")
        app.push_screen(AboutYou(app.book, app.clock))
        await pilot.pause()
        seen = shown(pilot)
        assert [it.label for it in QUESTIONS if it.label not in seen] == []
