"""The welcome on an empty file: each door leads somewhere, and escape begins."""

from __future__ import annotations

from tests.screens.conftest import open_app
from tests.screens.people import on, small
from tests.screens.pressing import press, shown
from tui.screens.capture import CaptureDialog
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.help import HelpScreen
from tui.screens.importing import ImportDialog
from tui.screens.welcome import WelcomeScreen

SIZE = (80, 24)


async def test_an_empty_file_is_welcomed_and_another_is_not() -> None:
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        on(app, WelcomeScreen)
        for words in ("Import your LinkedIn connections", "Add the first person", "Look at a sample network"):
            assert words in shown(pilot)
        await press(pilot, "escape")
        on(app, FollowUpsScreen)
        assert "a adds somebody you met" in " ".join(shown(pilot).split())
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        on(app, FollowUpsScreen)


async def test_each_door_can_be_left_again_until_somebody_is_there() -> None:
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        on(app, ImportDialog)
        await press(pilot, "escape", "down", "enter")
        on(app, CaptureDialog)
        await press(pilot, "escape")
        on(app, WelcomeScreen)
        await press(pilot, "enter", "=Maya Lin @Acme", "enter", "escape")
        on(app, FollowUpsScreen)
        assert len(app.book.network.contacts) == 1


async def test_the_sample_network_is_asked_for() -> None:
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "enter")
    assert app.return_value == "demo"


async def test_the_welcome_heeds_the_keys_it_names() -> None:
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "question_mark")
        on(app, HelpScreen)
        await press(pilot, "escape", "a")
        on(app, CaptureDialog)
        await press(pilot, "=Maya Lin @Acme", "enter", "escape")
        on(app, FollowUpsScreen)
        assert len(app.book.network.contacts) == 1
