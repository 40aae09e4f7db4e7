"""Quick capture: what is understood, saved, taken back; ties; what is pasted."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec.structs import replace
from textual import events

from tests.screens.conftest import NOW, open_app
from tests.screens.people import JOSE, MAYA, FullDisk, Reading, on, small
from tests.screens.pressing import press, shown, told
from tui.app import KithApp
from tui.clock import Clock
from tui.model.network import Network
from tui.model.records import Event
from tui.screens.ask import Ask
from tui.screens.follow_ups import FollowUpsScreen
from tui.store.book import Book
from tui.widgets.capture_line import CaptureLine

SIZE = (80, 24)
LINE = "Quill Adair @Salt, founder #sailing : tides !send the chart by fri >tue"


def line_of(app: KithApp) -> CaptureLine:
    return app.screen.query_one(CaptureLine)


async def paste(app: KithApp, words: str) -> None:
    assert app.focused is not None
    app.focused.post_message(events.Paste(words))


async def test_a_line_is_shown_as_understood_saved_and_taken_back() -> None:
    app = open_app(small())
    network = app.book.network
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await paste(app, LINE)
        await pilot.pause()
        seen = shown(pilot)
        for words in ("Quill Adair", "founder", "sailing", "send the chart, by Fri 27 Nov", "Tue 1 Dec"):
            assert words in seen
        await press(pilot, "enter")
        assert line_of(app).text == ""
        assert "✓ Quill Adair: Salt; founder; sailing; tides; you promised send" in shown(pilot)
        assert any(it.name == "Quill Adair" for it in network.contacts.values())
        await press(pilot, "ctrl+z")
        assert not any(it.name == "Quill Adair" for it in network.contacts.values())
        assert "✓" not in shown(pilot)
        await press(pilot, "escape")
        on(app, FollowUpsScreen)


async def test_a_line_that_stands_there_is_asked_about() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Quill", "escape")
        on(app, Ask)
        await press(pilot, "k", "enter", "escape")
        on(app, FollowUpsScreen)
        assert any(it.name == "Quill" for it in app.book.network.contacts.values())


async def test_a_name_is_needed_and_nothing_typed_goes() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=@Salt", "enter")
        assert "A name first" in shown(pilot)
        assert line_of(app).text == "@Salt"
        assert len(app.book.network.contacts) == 3


async def test_two_of_the_same_name_are_asked_about() -> None:
    twin = replace(JOSE, uid="twin", organization="Pepper")
    app = open_app(Network((JOSE, twin)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Jose Alvarez : the boat")
        assert "somebody new called Jose Alvarez" in shown(pilot)
        await press(pilot, "down", "enter")
        assert not app.book.network.touches_of("jose")
        assert app.book.network.touches_of("twin")[0].summary == "the boat"
        assert len(app.book.network.contacts) == 2


async def test_a_pasted_paragraph_comes_in_whole_and_acts_on_nothing() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await paste(app, "Quill Adair @Salt\r\n: tides,\n\x1b[31mcurrents\x1b]0;t\x07 and [red]weather[/]\n")
        await pilot.pause()
        assert line_of(app).text == "Quill Adair @Salt : tides, [31mcurrents]0;t and [red]weather[/]"
        assert "\x1b" not in shown(pilot)


async def test_ten_thousand_characters_are_taken() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await paste(app, "Quill Adair : " + "tide " * 2000)
        await pilot.pause()
        await press(pilot, "enter")
        quill = next(it for it in app.book.network.contacts.values() if it.name == "Quill Adair")
        assert len(app.book.network.touches_of(quill.uid)[0].summary) > 9000


async def test_during_an_event_lines_join_it() -> None:
    evening = Event(
        uid="fair", name="Grid Fair", start=dt.date(2026, 11, 24), start_time=dt.time(8), end_time=dt.time(20)
    )
    app = open_app(Network((MAYA, evening)), datetime_at(12))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        assert "Quick capture at Grid Fair" in shown(pilot)
        await press(pilot, "=Quill", "enter")
        assert len(app.book.network.events["fair"].people) == 1


async def test_what_can_not_be_changed_or_saved_stays_on_screen() -> None:
    app = KithApp(Book(small(), Reading()), Clock(fixed=NOW))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Quill", "enter")
        assert line_of(app).text == "Quill"
        assert "Another Kith" in told(pilot)[-1]
    app = KithApp(Book(small(), FullDisk()), Clock(fixed=NOW))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Quill", "enter")
        assert any(it.name == "Quill" for it in app.book.network.contacts.values())
        assert "the disk is full" in told(pilot)[-1]


def datetime_at(hour: int) -> dt.datetime:
    return dt.datetime(2026, 11, 24, hour, tzinfo=ZoneInfo("Europe/Berlin"))
