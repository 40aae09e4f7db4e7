"""Logging in a sentence from anywhere; attempts; late entries; every step left with escape."""

from __future__ import annotations

import datetime as dt

from tests.screens.conftest import open_app
from tests.screens.people import AMA, DAY, MAYA, on, small
from tests.screens.pressing import note, press, shown
from tui.model.network import Network
from tui.model.records import Contact
from tui.screens.ask import Ask
from tui.screens.events import EventsScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.log import LogDialog
from tui.screens.log_line import LogLine
from tui.screens.people import PeopleDialog

SIZE = (80, 24)


async def test_a_sentence_is_shown_as_understood_and_logged_from_anywhere() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "L", "=had a call with ama today about rowing")
        on(app, LogLine)
        for words in ("Ama Owusu", "call", "Tue 24 Nov, today", "rowing"):
            assert words in shown(pilot)
        await press(pilot, "enter")
        on(app, EventsScreen)
        (touch,) = app.book.network.touches_of("ama")
        assert (touch.channel, touch.day, touch.summary) == ("call", DAY, "rowing")
        await press(pilot, "u")
        assert not app.book.network.touches_of("ama")


async def test_a_name_is_completed_and_a_late_entry_says_what_follows() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L", "=lunch with Ma", "tab", "= 3 weeks ago")
        assert "Maya Lin (design lead at Acme Robotics)" in shown(pilot)
        assert "an older touch, so nothing moves" in shown(pilot)
        await press(pilot, "ctrl+u", "=lunch with Ama 3 weeks ago")
        assert "it counts from then" in shown(pilot)
        await press(pilot, "enter")
        assert app.book.network.touches_of("ama")[0].day == DAY - dt.timedelta(weeks=3)


async def test_an_attempt_is_no_touch() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L", "=tried to call ama", "enter")
        assert not app.book.network.touches_of("ama")
        assert app.book.network.interactions_of("ama")[0].attempt


async def test_a_tie_is_asked_about_and_not_guessed() -> None:
    app = open_app(Network((MAYA, AMA, Contact(uid="other", name="Maya Archer"))))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L", "=call with Maya and Ama", "enter")
        on(app, PeopleDialog)
        await press(pilot, "escape")
        assert not app.book.network.interactions
        await press(pilot, "enter", "down", "enter")
        (touch,) = app.book.network.interactions.values()
        assert touch.contacts == ("maya", "ama")


async def test_nobody_named_saves_nothing_and_escape_asks() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L", "=call with Zebedee [red]", "enter")
        on(app, LogLine)
        said = " ".join(shown(pilot).replace("│", " ").split())
        assert "Nobody you know is named yet" in said
        assert "a adds somebody new first" in said
        await press(pilot, "escape")
        on(app, Ask)
        await press(pilot, "x")
        on(app, FollowUpsScreen)
        assert len(app.book.network.interactions) == 1


async def test_all_fields_go_on_from_what_was_understood() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L", "=zoom with Ama yesterday: rowing", "f6")
        dialog = on(app, LogDialog)
        assert (dialog.value("summary"), dialog.value("channel")) == ("rowing", "video")
        assert "it counts from then" in note(pilot, "when")
        dialog.field("gave").control.focus()
        await press(pilot, "=an oar", "ctrl+s")
        on(app, FollowUpsScreen)
        (touch,) = app.book.network.touches_of("ama")
        assert (touch.day, touch.gave) == (DAY - dt.timedelta(days=1), "an oar")


async def test_an_attempt_logged_by_mistake_becomes_a_touch_and_back() -> None:
    app = open_app(small())
    network = app.book.network
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "l", "=rang twice")
        on(app, LogDialog).field("reached").control.focus()
        await press(pilot, "right", "ctrl+s")
        assert not network.touches_of("ama")
        await press(pilot, "h", "t")
        assert network.touches_of("ama")[0].summary == "rang twice"
        await press(pilot, "t")
        assert not network.touches_of("ama")
        await press(pilot, "u", "u")
        assert network.interactions_of("ama")[0].attempt
