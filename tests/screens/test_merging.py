"""Comparing, merging and telling apart, with the keyboard alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from tests.screens.conftest import NOW, open_app
from tests.screens.hostile import ACTING, TEXT
from tests.screens.people import MAYA, Reading, on, small
from tests.screens.pressing import footer, press, rows, seen, shown, told
from tui.actions.contacts import add
from tui.app import KithApp
from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Contact, Interaction
from tui.screens.ask import Ask
from tui.screens.capture import CaptureDialog
from tui.screens.contacts import ContactsScreen
from tui.screens.duplicates import DuplicatesScreen
from tui.screens.merge import MergeScreen
from tui.screens.people import PeopleDialog
from tui.store.book import Book

TWIN = Contact(
    uid="twin",
    name="Lin, Maya",
    organization="Acme Robotics",
    title="head of design",
    emails=("maya.lin@salt.example",),
    interests=("chess",),
    tier="ambient",
    source="linkedin",
    added=dt.date(2026, 10, 1),
)
CALL = Interaction(uid="call", day=dt.date(2026, 10, 2), contacts=("twin",), summary="the new office")


def twice() -> Network:
    return Network((*small().records(), TWIN, CALL))


async def settle(pilot: Pilot[str]) -> None:
    """Wait for what looks for people beside what is done."""
    await pilot.pause()
    looking = [worker for worker in pilot.app.workers if worker.group in {"look", "alike"}]
    if looking:
        await pilot.app.workers.wait_for_complete(looking)
    await pilot.pause()


async def reach(pilot: Pilot[str], kind: type[Screen[Any]]) -> None:
    """Wait for a page that comes once somebody was looked for."""
    for _ in range(200):
        if seen(pilot) is kind:
            return
        await pilot.pause()
    assert seen(pilot) is kind


async def opened(pilot: Pilot[str]) -> None:
    await press(pilot, "M")
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_a_pair_is_named_compared_merged_and_taken_back(size: tuple[int, int]) -> None:
    app = open_app(twice())
    async with app.run_test(size=size, notifications=True) as pilot:
        await opened(pilot)
        before = sorted(map(repr, app.book.network.records()))
        assert seen(pilot) is DuplicatesScreen
        assert "written the other way round" in shown(pilot)
        # What one came for first; there is nothing to take back yet.
        assert footer(pilot).startswith("⏎ Compare  x Two people  esc Close  ")
        await press(pilot, "enter")
        assert seen(pilot) is MergeScreen
        assert "Maya Lin" in shown(pilot)
        assert "head of design" in shown(pilot)
        await press(pilot, "M")
        await settle(pilot)
        assert seen(pilot) is DuplicatesScreen
        assert "Nobody seems to be here twice" in shown(pilot)
        maya = app.book.network.contacts["maya"]
        assert "twin" not in app.book.network.contacts
        assert maya.emails == ("maya@acme.example", "maya.lin@salt.example")
        assert maya.interests == ("climate", "chess")
        assert app.book.network.interactions["call"].contacts == ("maya",)
        assert footer(pilot).startswith("u Undo  esc Close")
        await press(pilot, "u")
        await settle(pilot)
        assert sorted(map(repr, app.book.network.records())) == before
        assert len(rows(pilot).ids) == 1
        await press(pilot, "escape")
        assert app.screen is app.screen_stack[0]


async def test_each_field_is_chosen_with_left_and_right() -> None:
    network = twice()
    secret = replace(network.contacts["maya"], private_notes="thinks about leaving")
    app = open_app(Network((*(it for it in network.records() if it.uid != "maya"), secret)))
    async with app.run_test(size=(80, 44)) as pilot:
        await opened(pilot)
        await press(pilot, "enter")
        # What is for yourself alone is kept, and not shown.
        rows(pilot).select("private_notes")
        await pilot.pause()
        assert "hidden here" in shown(pilot)
        assert "leaving" not in shown(pilot)
        rows(pilot).select("name")
        assert rows(pilot).current == "name"
        assert "● Maya Lin" in shown(pilot)
        await press(pilot, "right")
        assert "● Lin, Maya" in shown(pilot)
        rows(pilot).select("title")
        await press(pilot, "left")
        rows(pilot).select("interests")
        await press(pilot, "right", "space", "left")
        assert "the left one is taken" in shown(pilot)
        assert "You changed" in shown(pilot)
        await press(pilot, "M")
        maya = app.book.network.contacts["maya"]
        assert (maya.name, maya.title, maya.interests) == ("Lin, Maya", "design lead", ("climate",))
        assert all(text in maya.notes for text in ("Maya Lin", "head of design", "chess"))
        assert maya.private_notes == "thinks about leaving"


async def test_enter_goes_through_the_choices_and_what_is_settled_stays() -> None:
    app = open_app(twice())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "enter")
        screen = on(app, MergeScreen)
        rows(pilot).select("interests")
        found = []
        for _ in range(3):
            await press(pilot, "enter")
            found.append(screen._chosen["interests"])
        assert found == ["right", "left", "both"]
        rows(pilot).select("organization")
        await press(pilot, "enter", "right", "space")
        assert "organization" not in screen._chosen


@pytest.mark.parametrize("where", [(), ("enter",)])
async def test_two_people_are_not_suggested_again(where: tuple[str, ...]) -> None:
    app = open_app(twice())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, *where, "x")
        await settle(pilot)
        assert seen(pilot) is DuplicatesScreen
        assert not rows(pilot).ids
        assert app.book.network.contacts["maya"].not_duplicates == ("twin",)
        await press(pilot, "u")
        await settle(pilot)
        assert len(rows(pilot).ids) == 1


async def test_escape_leaves_everything_as_it_is() -> None:
    app = open_app(twice())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "enter", "right", "escape")
        assert seen(pilot) is DuplicatesScreen
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1
        assert app.book.undoable == ""


async def test_whoever_is_entered_and_looks_like_somebody_known_is_told() -> None:
    app = open_app(small())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a")
        on(app, CaptureDialog)
        await press(pilot, "=Zoe @Mill", "enter")
        await settle(pilot)
        assert not any("looks like" in words for words in told(pilot))
        await press(pilot, "=José Alvarez @Salt", "enter", "escape")
        app.book.commit(add(app.book.network, replace(MAYA, uid="new", name="M. Lin", source="form")))
        await settle(pilot)
        assert told(pilot) == [
            "There twice: M. Lin looks like Maya Lin, design lead at Acme Robotics: same email address. "
            "M compares them."
        ]
        await press(pilot, "M")
        await reach(pilot, MergeScreen)
        await press(pilot, "escape", "M")
        await reach(pilot, DuplicatesScreen)


async def test_the_one_highlighted_on_the_contacts_screen_is_compared() -> None:
    app = open_app(twice())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        on(app, ContactsScreen).show_contact("twin")
        await press(pilot, "M")
        await reach(pilot, MergeScreen)
        await press(pilot, "escape")
        on(app, ContactsScreen).show_contact("ama")
        await press(pilot, "M")
        await reach(pilot, Ask)
        await press(pilot, "c")
        await reach(pilot, PeopleDialog)
        await press(pilot, "=jos", "ctrl+s")
        await reach(pilot, MergeScreen)
        assert "José Álvarez" in shown(pilot)
        assert "Ama Owusu" in shown(pilot)


async def test_what_can_only_be_read_is_not_merged() -> None:
    app = KithApp(Book(twice(), Reading()), open_app().clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        for key in ("enter", "M", "x"):
            app.clear_notifications()
            await press(pilot, key)
            # Nothing is chosen that can't be kept.
            assert seen(pilot) is DuplicatesScreen
            assert "close it there" in told(pilot)[-1]
        assert not app.book.network.contacts["twin"].not_duplicates


async def test_one_of_the_two_was_removed_meanwhile() -> None:
    app = open_app(twice())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "enter", "M")
        app.push_screen(MergeScreen(app.book, app.clock, "maya", "twin"))
        await pilot.pause()
        assert "not there any more" in shown(pilot)
        await press(pilot, "M", "x", "left", "enter", "escape")
        assert seen(pilot) is DuplicatesScreen


async def test_the_sample_network_has_one_pair() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        assert "Kasia Wrońska and Katarzyna Wrońska" in shown(pilot)
        await press(pilot, "enter", "M")
        (one,) = app.book.network.by_name("Katarzyna Wrońska")
        assert one.nickname == "Kasia"


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 50)])
async def test_nothing_in_a_text_acts(size: tuple[int, int]) -> None:
    people = [
        replace(MAYA, uid=uid, name=TEXT, notes=TEXT, organization=TEXT, title=f"{uid} {TEXT}")
        for uid in ("one", "two")
    ]
    app = open_app(Network(people))
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        assert not set(shown(pilot)) & set(ACTING)
        await press(pilot, "enter")
        assert seen(pilot) is MergeScreen
        assert not set(shown(pilot)) & set(ACTING)
        assert "[@click" in shown(pilot)
        assert "One person or two?" in str(app.screen.query_one("#told", Static).content)
