"""Capture mode: one line after the other, on a phone too, each kept before the next is typed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from tests.screens.conftest import open_app
from tests.screens.people import FullDisk, Reading
from tests.screens.pressing import press, seen, shown, told
from tests.screens.test_prep import MEETUP, NOW, PEOPLE
from tui.app import KithApp
from tui.clock import Clock
from tui.model.network import Network
from tui.model.records import Event
from tui.screens.capture_mode import CaptureMode
from tui.screens.events import EventsScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.store.book import Book
from tui.store.opening import open_store

PHONE = (40, 20)
ON_NOW = replace(MEETUP, start=NOW.date(), start_time=None, end_time=None)


def app_with(event: Event = ON_NOW) -> KithApp:
    return open_app(Network((*PEOPLE, event)), NOW)


def typed(app: KithApp) -> str:
    return app.screen.query_one("#line", Input).value


async def test_lines_join_the_event_of_the_hour_and_the_last_one_is_taken_back() -> None:
    app = app_with()
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "A")
        assert seen(pilot) is CaptureMode
        assert "Grid meet-up" in shown(pilot).splitlines()[0]
        await press(pilot, "=Quill Adair : tides", "enter", "=Ines Sol", "enter")
        assert typed(app) == ""
        assert "Grid meet-up · 2 lines" in shown(pilot)
        text = shown(pilot)
        assert text.index("✓ Ines Sol") < text.index("✓ Quill Adair")
        there = {app.book.network.contacts[it.contact].name for it in app.book.network.events["meet"].people}
        assert {"Quill Adair", "Ines Sol"} <= there
        await press(pilot, "ctrl+z")
        assert not app.book.network.by_name("Ines Sol")
        assert "✓ Ines Sol" not in shown(pilot)
        await press(pilot, "escape")
        assert seen(pilot) is FollowUpsScreen


async def test_nothing_else_is_on_the_screen_until_something_is_typed() -> None:
    app = app_with()
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "A")
        assert "organisation, title" not in shown(pilot)
        await press(pilot, "=Quill @Salt")
        assert "works at" in shown(pilot)
        assert "Salt" in shown(pilot)


@pytest.mark.parametrize("size", [(30, 8), (40, 10), (80, 24), (200, 50)])
async def test_it_fits(size: tuple[int, int]) -> None:
    app = app_with()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "A", "=Quill : tides", "enter")
        lines = shown(pilot).splitlines()
        assert "1 line" in lines[0]
        assert any("✓ Quill" in line for line in lines)
        assert "Back" in lines[-1]


async def test_smaller_than_that_it_says_so_and_takes_no_keys() -> None:
    app = app_with()
    async with app.run_test(size=(29, 8)) as pilot:
        await press(pilot, "A", "=Quill", "enter")
        assert not app.book.network.by_name("Quill")


async def test_on_a_phone_nothing_but_capture_mode_answers() -> None:
    app = app_with()
    async with app.run_test(size=PHONE) as pilot:
        assert "A takes lines" in shown(pilot)
        await press(pilot, "3", "n", "a")
        assert seen(pilot) is FollowUpsScreen


async def test_from_an_event_its_lines_join_that_one() -> None:
    coming = replace(MEETUP, start=NOW.date() + timedelta(days=3))
    app = app_with(coming)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "A", "=Quill Adair", "enter", "escape")
        assert seen(pilot) is EventsScreen
        (quill,) = app.book.network.by_name("Quill Adair")
        assert quill.uid in {it.contact for it in app.book.network.events["meet"].people}


async def test_each_line_is_on_disk_before_the_next_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    network, store, _ = open_store(path, NOW.date())
    app = KithApp(Book(network, store), Clock(fixed=NOW))
    async with app.run_test(size=PHONE) as pilot:
        # No welcome on a phone: there is no room for it.
        await press(pilot, "A", "=Quill Adair : tides", "enter")
        assert typed(app) == ""
        kept, _, _ = open_store(path, NOW.date(), read_only=True)
        assert [it.name for it in kept.contacts.values()] == ["Quill Adair"]
    app.book.close()


async def test_where_no_line_can_be_taken_none_is_asked_for() -> None:
    network = Network((*PEOPLE, ON_NOW))
    app = KithApp(Book(network, Reading()), Clock(fixed=NOW))
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "A")
        assert not app.screen.is_modal
        assert not app.screen.query("#line")
        assert told(pilot)


async def test_a_full_disk_is_told_and_the_line_is_kept_here() -> None:
    app = KithApp(Book(Network((*PEOPLE, ON_NOW)), FullDisk()), Clock(fixed=NOW))
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "A", "=Quill Adair", "enter")
        assert app.book.network.by_name("Quill Adair")
        assert told(pilot)
