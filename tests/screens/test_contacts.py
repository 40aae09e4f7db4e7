"""Contacts by keyboard: search, filters, nobody found, the pane, the form's way in and out, putting away."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.screens.conftest import open_app
from tests.screens.people import on, small
from tests.screens.pressing import footer, press, rows, shown, told
from tui.app import KithApp
from tui.screens.ask import Ask
from tui.screens.capture import CaptureDialog
from tui.screens.contact_form import ContactForm
from tui.screens.contacts import ContactsScreen
from tui.screens.history import HistoryDialog
from tui.widgets.pane import Pane

SIZE = (80, 24)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jose", ["jose"]),
        ("#clim", ["maya"]),
        ("@acme tier:close", ["maya"]),
        ("rows dawn", ["ama"]),
        ("due:", ["maya"]),
        ("-@acme sort:name", ["ama", "jose"]),
    ],
)
async def test_the_search_line_finds(typed: str, found: list[str]) -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        app.screen.query_one("#search", Input).value = typed
        await pilot.pause()
        assert sorted(rows(pilot).ids) == found
        assert f"{len(found)} contact" in shown(pilot)


async def test_what_is_found_is_marked_where_it_stands() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=alv")
        screen = on(app, ContactsScreen)
        (line,) = screen._paint("jose", 60)
        assert ("Álv", "match") in line


async def test_a_filter_that_is_none_says_so() -> None:
    app = open_app(small())
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", "=tier:golden -ama -maya -jose")
        assert "tier:golden is not known" in shown(pilot)
        # Enter would do nothing.
        assert footer(pilot) == "esc Back  ? Filters  f1 Help"


async def test_what_is_wrong_with_a_filter_is_told_whole_in_a_narrow_list() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=tier:bogus")
        words = " ".join(row[:39].strip(" │▌▁") for row in shown(pilot).splitlines())
        for tier in ("tier:bogus is not known", "inner", "ambient"):
            assert tier in words


async def test_nobody_found_enter_adds_them() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=Quill")
        assert "Nobody found." in shown(pilot)
        assert footer(pilot) == "⏎ Add them  esc Back  ? Filters  f1 Help"
        await press(pilot, "enter")
        on(app, CaptureDialog)
        # What was searched for goes on as the name; typing adds to it.
        await press(pilot, "= Adair @Salt", "enter", "escape")
        assert [it.name for it in app.book.network.contacts.values()][-1] == "Quill Adair"
        on(app, ContactsScreen)
        assert len(rows(pilot).ids) == 1


async def test_escape_leads_back_step_by_step() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=ama")
        assert footer(pilot) == "⏎ To the list  esc Back  ? Filters  f1 Help"
        await press(pilot, "down")
        assert rows(pilot).has_focus
        await press(pilot, "enter")
        assert isinstance(app.focused, Pane)
        await press(pilot, "escape")
        assert rows(pilot).has_focus
        assert app.screen.query_one("#search", Input).value == "ama"
        await press(pilot, "escape")
        assert app.screen.query_one("#search", Input).value == ""
        assert rows(pilot).current == "ama"
        assert len(rows(pilot).ids) == 3


async def test_the_pane_shows_where_the_keys_go() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        assert "┃" not in shown(pilot)
        await press(pilot, "enter")
        assert "┃" in shown(pilot)


async def test_a_new_contact_is_highlighted_and_an_edit_repaints() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n")
        on(app, ContactForm)
        await press(pilot, "=Zuri Okello", "tab", "=Salt", "ctrl+s")
        screen = on(app, ContactsScreen)
        assert screen.contact is not None
        assert screen.contact.name == "Zuri Okello"
        await press(pilot, "e", "end", "=-Smith", "ctrl+s")
        assert "Zuri Okello-Smith" in shown(pilot)
        await press(pilot, "u", "u")
        assert "Zuri" not in "".join(it.name for it in app.book.network.contacts.values())


async def test_a_form_left_in_the_middle_asks_and_keeps_what_was_typed() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n", "escape")
        on(app, ContactsScreen)
        await press(pilot, "n", "=Zuri", "escape")
        on(app, Ask)
        await press(pilot, "escape")
        on(app, ContactForm)
        assert on(app, ContactForm).value("field-name") == "Zuri"
        await press(pilot, "escape", "s")
        assert "Zuri" in [it.name for it in app.book.network.contacts.values()]
        await press(pilot, "n", "=Nobody", "escape", "x")
        assert "Nobody" not in [it.name for it in app.book.network.contacts.values()]


def archived(app: KithApp, contact: str) -> bool:
    return app.book.network.contacts[contact].archived


async def test_putting_somebody_away_asks_where_a_promise_is_open() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "z")
        assert archived(app, "ama")
        assert "Bring back" not in footer(pilot)
        await press(pilot, "slash", "=archived:", "enter")
        assert footer(pilot).startswith("z Bring back  esc Show all  n New")
        await press(pilot, "escape", "slash", "=maya", "enter", "z")
        on(app, Ask)
        assert "send the deck" in shown(pilot)
        await press(pilot, "k")
        assert not archived(app, "maya")
        await press(pilot, "z", "h")
        on(app, HistoryDialog)
        await press(pilot, "escape", "z", "y")
        assert archived(app, "maya")
        await press(pilot, "u")
        assert not archived(app, "maya")


async def test_check_ins_are_paused_and_taken_up_again() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "P")
        assert app.book.network.contacts["ama"].paused
        assert "paused" in shown(pilot)
        await press(pilot, "P")
        assert not app.book.network.contacts["ama"].paused


async def test_the_list_keeps_its_place_while_somebody_is_changed(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "down", "down", "down", "enter", "down", "down", "down")
        pane = demo.screen.query_one(Pane)
        at = pane.scroll_y
        assert at > 0
        await press(pilot, "P")
        assert demo.screen.query_one(Pane).scroll_y == at
        await press(pilot, "escape", "down")
        assert pane.scroll_y == 0
        assert told(pilot)


async def test_on_an_empty_file_keys_do_nothing_and_the_list_says_what_to_do() -> None:
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "2")
        assert "Nobody here yet" in shown(pilot)
        assert footer(pilot).startswith("a Add  n New  ^o Import")
        for key in ("e", "l", "m", "h", "o", "P", "z", "enter", "escape"):
            await press(pilot, key)
        on(app, ContactsScreen)
