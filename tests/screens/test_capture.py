"""Quick capture: what is understood, saved, taken back; ties; what is pasted."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from tests.screens.conftest import NOW, open_app
from tests.screens.people import JOSE, MAYA, FullDisk, Reading, on, small
from tests.screens.pressing import footer, press, shown, told
from tui.app import KithApp
from tui.clock import Clock
from tui.model.network import Network
from tui.model.records import Event
from tui.model.settings import DateOrder
from tui.rules.capture.line import Capture, read_capture
from tui.rules.matching.named import Match, Names
from tui.screens.ask import Ask
from tui.screens.capture import CaptureDialog
from tui.screens.follow_ups import FollowUpsScreen
from tui.store.book import Book
from tui.widgets.capture_line import CaptureLine
from tui.widgets.rowlist import RowList

SIZE = (80, 24)
LINE = "Quill Adair @Salt, founder #sailing : tides !send the chart by fri >tue"


def line_of(app: KithApp) -> CaptureLine:
    return app.screen.query_one(CaptureLine)


def line_seen(pilot: Pilot[str]) -> str:
    """Return what of the line is in sight, from the row below the title."""
    screen = shown(pilot).splitlines()
    return (
        next(row for above, row in pairwise(screen) if "Quick capture" in above)
        .partition("│ ")[2]
        .strip(" │▌0▅▇")
    )


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
        assert footer(pilot) == "^s Save  esc Back  ^z Take back  f1 Help"
        assert "✓ Quill Adair: Salt; founder; sailing; tides; you promised send" in shown(pilot)
        assert any(it.name == "Quill Adair" for it in network.contacts.values())
        await press(pilot, "ctrl+z")
        assert not any(it.name == "Quill Adair" for it in network.contacts.values())
        assert "✓" not in shown(pilot)
        assert footer(pilot) == "^s Save  esc Back  f1 Help"
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
        await paste(
            app, "Quill Adair @Salt\r\n: tides,\n#currents \x1b[31mcold\x1b]0;t\x07 and [red]weather[/]\n"
        )
        await pilot.pause()
        assert line_of(app).text == "Quill Adair @Salt : tides, #currents [31mcold]0;t and [red]weather[/]"
        assert "\x1b" not in shown(pilot)


async def test_pasted_lines_come_one_after_the_other() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await paste(app, "Quill Adair @Salt\n: tides\n\n  Bo Ek #sai\x1b[1mling\r\nCy Ng\n")
        await pilot.pause()
        assert line_of(app).text == "Quill Adair @Salt : tides"
        assert "2 more pasted lines, each about one person" in shown(pilot)
        await press(pilot, "enter")
        assert line_of(app).text == "Bo Ek #sai[1mling"
        assert "1 more pasted line, about one person" in shown(pilot)
        await press(pilot, "backspace", "enter", "escape")
        on(app, Ask)
        await press(pilot, "k", "enter", "enter")
        assert line_of(app).text == ""
        names = {it.name for it in app.book.network.contacts.values()}
        assert {"Quill Adair", "Bo Ek", "Cy Ng"} <= names
        assert len(names) == 6
        await press(pilot, "escape")
        on(app, FollowUpsScreen)


async def test_an_emptied_line_makes_way_for_the_next_pasted_one() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await paste(app, "Bo\nCy")
        await press(pilot, "backspace", "backspace", "escape")
        on(app, Ask)
        await press(pilot, "k", "enter")
        assert line_of(app).text == "Cy"
        assert len(app.book.network.contacts) == 3


async def test_another_organisation_is_asked_about_and_shown_as_it_will_be_saved() -> None:
    app = open_app(Network((replace(JOSE, organization="Fjord", title=""),)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Jose Alvarez @Other : tides")
        assert "Fjord already; “now @Other?” goes to the notes" in shown(pilot)
        await press(pilot, "down")
        assert "goes to the notes" not in shown(pilot)
        assert "works at      Other" in shown(pilot)
        await press(pilot, "up", "enter")
        (jose,) = app.book.network.contacts.values()
        assert (jose.organization, jose.notes) == ("Fjord", "2026-11-24: now @Other?")
        assert "Fjord already" in shown(pilot)


async def test_somebody_new_stands_first_where_nobody_has_the_name_and_no_key_guesses() -> None:
    app = open_app(Network((replace(JOSE, organization="Fjord"),)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Jose @Fjord")
        assert line_of(app).query_one(RowList).current == "new"
        await press(pilot, "ctrl+s")
        assert len(app.book.network.contacts) == 1
        assert line_of(app).query_one(RowList).has_focus
        await press(pilot, "ctrl+s")
        assert len(app.book.network.contacts) == 2


async def test_what_there_is_to_talk_about_at_a_coming_event_is_no_touch() -> None:
    evening = Event(uid="fair", name="Grid Fair", start=dt.date(2026, 12, 1))
    app = open_app(Network((MAYA, evening)))
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(CaptureDialog(app.book, app.clock, event=evening))
        await press(pilot, "=Quill : tides")
        assert "to talk about tides" in shown(pilot)
        await press(pilot, "enter")
        assert not app.book.network.interactions
        assert app.book.network.events["fair"].people[0].why == "tides"


async def test_all_contacts_are_gone_through_only_for_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    find = Names.find

    def counted(names: Names, name: str) -> Match:
        asked.append(name)
        return find(names, name)

    monkeypatch.setattr(Names, "find", counted)
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Quill @Salt, founder #sailing : tides")
        assert asked == ["", "Q", "Qu", "Qui", "Quil", "Quill", "Quill @", "Quill"]


async def test_a_long_line_is_read_once_typing_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    many = 0

    def counted(line: str, now: dt.datetime, order: DateOrder) -> Capture:
        nonlocal many
        many += 1
        return read_capture(line, now, order)

    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await paste(app, "Quill Adair : " + "tide " * 80)
        await pilot.pause()
        monkeypatch.setattr("tui.widgets.capture_line.read_capture", counted)
        for _ in range(200):
            app.post_message(events.Key("x", "x"))
        await pilot.pause()
        assert line_of(app).text.endswith("x" * 200)
        assert many < 20
        await press(pilot, "enter")
        (quill,) = (it for it in app.book.network.contacts.values() if it.name == "Quill Adair")
        assert app.book.network.touches_of(quill.uid)[0].summary.endswith("x" * 200)


async def test_ten_thousand_characters_are_taken() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await paste(app, "Quill Adair : " + "tide " * 2000 + "and ebb")
        await pilot.pause()
        # Where one types stays in sight in a narrower terminal.
        assert line_seen(pilot).endswith("and ebb")
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert line_seen(pilot).endswith("and ebb")
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
        await press(pilot, "a")
        assert not app.screen.is_modal
        assert "Another Kith" in told(pilot)[-1]
    app = KithApp(Book(small(), FullDisk()), Clock(fixed=NOW))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=Quill", "enter")
        assert any(it.name == "Quill" for it in app.book.network.contacts.values())
        assert "the disk is full" in told(pilot)[-1]
        saved = str(app.screen.query_one("#saved", Static).render())
        assert saved.startswith("! Quill")
        assert "not on the disk yet" in saved
        assert "✓" not in saved


def datetime_at(hour: int) -> dt.datetime:
    return dt.datetime(2026, 11, 24, hour, tzinfo=ZoneInfo("Europe/Berlin"))
