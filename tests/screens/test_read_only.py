"""A network that can only be read: who wants to change something hears why before anything is typed."""

from __future__ import annotations

import pytest

from tests.gallery.stores import Reading
from tests.screens.conftest import NOW
from tests.screens.people import on
from tests.screens.pressing import press, shown, told
from tui.app import KithApp
from tui.clock import Clock
from tui.demo import sample_network
from tui.screens.ask import Ask
from tui.screens.contact_form import ContactForm
from tui.screens.contacts import ContactsScreen
from tui.store.book import Book

_FORMS = (
    ("1", ("d", "s", "i", "a", "A", "L", "y")),
    ("2", ("n", "e", "l", "i", "a", "A", "ctrl+o")),
    ("3", ("n", "e", "a", "ctrl+o")),
    ("4", ("d", "i", "n", "y")),
)
"""The keys that open a form, by screen."""


async def test_each_key_that_opens_a_form_says_why_nothing_can_be_changed() -> None:
    store = Reading()
    app = KithApp(Book(sample_network(NOW), store), Clock(fixed=NOW))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        for screen, pressed in _FORMS:
            await press(pilot, screen)
            page = app.screen
            for _ in range(8):  # down to a row about somebody
                if screen == "1" and not page.check_action("snooze", ()):
                    await press(pilot, "down")
            assert "read-only" in shown(pilot).splitlines()[0]
            for key in pressed:
                app.clear_notifications()
                await press(pilot, key)
                assert app.screen is page, (screen, key, app.screen)
                assert any("Another Kith has this file open" in it for it in told(pilot)), (screen, key)


async def test_leaving_offers_no_saving_where_nothing_can_be_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Reading()
    monkeypatch.setattr(store, "read_only", "")
    app = KithApp(Book(sample_network(NOW), store), Clock(fixed=NOW))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "n", "=Ada")
        on(app, ContactForm)
        monkeypatch.setattr(
            store, "read_only", Reading.read_only
        )  # another program changed the file meanwhile
        await press(pilot, "ctrl+s")
        on(app, ContactForm)
        assert "read-only" in str(app.screen_stack[0].query_one("TopBar").render())
        await press(pilot, "escape")
        on(app, Ask)
        assert "Save it" not in shown(pilot)
        assert "Another Kith has" in shown(pilot)
        await press(pilot, "x")
        on(app, ContactsScreen)
