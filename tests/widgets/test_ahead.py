"""What is typed faster than a page opens reaches that page, whole and in order."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import NOW, open_app
from tui.app import KithApp
from tui.demo import sample_network
from tui.screens.capture import CaptureDialog
from tui.screens.event_form import EventForm


def burst(app: KithApp, keys: str) -> None:
    """Type as a fast person or a paste does: everything before the first key is answered."""
    for letter in keys:
        name = {"\r": "enter", " ": "space"}.get(letter, letter)
        app.post_message(events.Key(name, letter))


async def until(pilot: Pilot[str], page: type[object], text: str) -> Input:
    """Wait until a page is on top and its focused line holds a text."""
    for _ in range(200):
        await pilot.pause()
        focused = pilot.app.focused
        if isinstance(pilot.app.screen, page) and isinstance(focused, Input) and focused.value == text:
            return focused
    pytest.fail(f"{pilot.app.screen}, {pilot.app.focused}")


async def test_a_name_typed_straight_after_the_key_stands_in_the_line() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test() as pilot:
        burst(app, "aMaya Lin @Acme")
        await until(pilot, CaptureDialog, "Maya Lin @Acme")


async def test_a_form_that_a_worker_opens_gets_it_too_and_nothing_acts_below() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test() as pilot:
        before = list(app.book.network.events.values())
        # On the list of events c calls one off and x, d, z mean something elsewhere.
        burst(app, "3nccc dx zu Climate")
        await until(pilot, EventForm, "ccc dx zu Climate")
        assert list(app.book.network.events.values()) == before


async def test_lines_typed_on_after_enter_are_all_saved() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test() as pilot:
        burst(app, "aQuill One\rQuill Two @Acme\rQuill Three\rQuill Four")
        await until(pilot, CaptureDialog, "Quill Four")
        names = [it.name for it in app.book.network.contacts.values() if it.name.startswith("Quill")]
        assert names == ["Quill One", "Quill Two", "Quill Three"]


async def test_a_paste_after_the_key_waits_as_well() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test() as pilot:
        burst(app, "a")
        app.post_message(events.Paste("Nneka Obi @Harbour"))
        await until(pilot, CaptureDialog, "Nneka Obi @Harbour")
