"""Settings in the program: keys of one's own, the first screen, colours; what can't be used is told."""

from __future__ import annotations

from textual.widgets import Input, Static

from tests.rules.making import NOW
from tui.app import KithApp
from tui.clock import Clock
from tui.demo import sample_network
from tui.model.settings import Settings
from tui.screens.ask import Ask
from tui.screens.capture import CaptureDialog
from tui.screens.event_form import EventForm
from tui.store.book import Book


def app_with(settings: Settings) -> KithApp:
    network = sample_network(NOW)
    network.settings = settings
    return KithApp(Book(network), Clock(NOW))


async def test_a_key_of_ones_own_does_what_it_says_and_the_old_one_nothing() -> None:
    app = app_with(Settings(keys={"undo": "U", "capture": "K"}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        bindings = app.screen.active_bindings
        assert bindings["U"].binding.action == "undo"
        assert "u" not in bindings
        await pilot.press("a")
        assert not isinstance(app.screen, CaptureDialog)
        await pilot.press("K")
        assert isinstance(app.screen, CaptureDialog)


async def test_keys_that_cannot_be_used_and_unknown_colours_are_told() -> None:
    app = app_with(Settings(keys={"dnoe": "Z"}, theme="no such colours"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.theme == "kith-dark"
        assert isinstance(app.screen, Ask)
        words = str(app.screen.query_one(".ask--words", Static).content)
        assert "did you mean done?" in words
        assert "no such colours" in words


async def test_a_day_is_read_in_the_users_order() -> None:
    app = app_with(Settings(date_order="day first"))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        form = EventForm(app.book, app.clock)
        app.push_screen(form)
        await pilot.pause()
        start = form.field("field-start")
        assert isinstance(start.control, Input)
        start.control.value = "5/12"
        await pilot.pause()
        assert start.problem == ""
        assert start.value == "5 dec"


async def test_the_first_screen_and_the_colours_are_the_users() -> None:
    app = app_with(Settings(first_screen="contacts", theme="kith-light"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.current_mode == "contacts"
        assert app.theme == "kith-light"
