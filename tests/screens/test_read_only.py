"""A network that can only be read: who wants to change something hears why before anything is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from tests.gallery.people import rich
from tests.gallery.steps import at
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

_READS = frozenset(
    "go help jump leave back palette command_palette search open choose part period others sort walk_back walk_on "
    "private explain brief practice wrap_up history message export focus_row phrasebook templates settings review "
    "to_file copy pass_by take_up time undo redo hide_tour queue compare".split()
)
"""Actions that only read, or alter nothing that is in the file."""
_MARKING = {"FollowUpsScreen", "ContactsScreen"}
"""Screens on which space marks rows, where it ticks elsewhere."""
_LOOK = "every key that changes something here"
_ENTER = "enter, which changes something here"
_WALK: tuple[str | Callable[[App[Any]], None], ...] = (
    *(at("deck"), _LOOK),
    *("2", at("maya"), _LOOK, "h", _LOOK, "escape"),
    *("3", at("table"), _LOOK, "enter", _LOOK, at("finish"), _ENTER, "escape"),
    *(at("forum"), "enter", _LOOK, "right", "right", _LOOK, "escape"),
    *("4", _LOOK, "right", _LOOK),
    *("M", _LOOK, _ENTER),
)
"""From page to page, and to rows of another kind on them."""


def changing(page: Screen[Any]) -> dict[str, str]:
    """Return the keys that work now and may change something, by what they do."""
    found: dict[str, str] = {}
    for key, (node, binding, enabled, _tip) in page.active_bindings.items():
        action = binding.action.split("(")[0].rpartition(".")[2]
        marks = action in ("mark", "mark_all") and type(page).__name__ in _MARKING
        harmless = marks or action in _READS or (action == "merge" and node is page.app)
        if enabled and binding.tooltip and not binding.system and not harmless:
            found.setdefault(binding.action, key)
    return found


async def test_every_key_that_would_change_something_says_at_once_why_it_cannot() -> None:
    app = KithApp(Book(rich(), Reading()), Clock(fixed=NOW))
    anywhere: set[str] = set()

    async def refused(page: Screen[Any], key: str) -> None:
        app.clear_notifications()
        await pilot.press(key)
        assert app.screen is page, (page, key, app.screen)
        assert any("Another Kith has this file open" in it for it in told(pilot)), (page, key)

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "read-only" in shown(pilot).splitlines()[0]
        for step in _WALK:
            page = app.screen
            if callable(step):
                step(app)
                await pilot.pause()
            elif step == _LOOK:
                for action, key in changing(page).items():
                    if action not in anywhere:
                        await refused(page, key)
                    if page.active_bindings[key].node is app:
                        anywhere.add(action)
            elif step == _ENTER:
                await refused(page, "enter")
            else:
                await press(pilot, step)
    assert {"capture", "capture_mode", "log_line", "profile", "triage"} <= anywhere


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
