"""Deciding about those who came in bulk: a key each, twenty at a time, left and taken up again."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import open_app
from tests.screens.hostile import ACTING, TEXT
from tests.screens.people import Reading
from tests.screens.pressing import press, seen, shown, told
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Contact
from tui.screens.triage import TriageScreen
from tui.store.book import Book


def imported(many: int, name: str = "Person") -> Network:
    day = dt.date(2026, 1, 1)
    return Network(
        Contact(
            uid=f"p{number:02}",
            name=f"{name} {number:02}",
            organization="Salt",
            tier="ambient",
            source="linkedin",
            met_day=day - dt.timedelta(days=number),
            added=day,
        )
        for number in range(many)
    )


async def start(pilot: Pilot[str]) -> None:
    await press(pilot, "T")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert seen(pilot) is TriageScreen


def tiers(app: KithApp) -> str:
    """Return the first letters of the tiers of all that were decided, in the order of the file."""
    return "".join(it.tier[0] if it.triaged else "." for it in app.book.network.contacts.values())


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (200, 50)])
async def test_one_key_decides_and_the_next_one_comes(size: tuple[int, int]) -> None:
    app = open_app(imported(7))
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        assert "1 of 7" in shown(pilot)
        assert "7 left" in shown(pilot)
        assert "Person 00" in shown(pilot)
        await press(pilot, "1", "2", "3", "4", "5", "x")
        assert tiers(app) == "icawa.."
        assert "Person 06" in shown(pilot)
        assert "2 left" in shown(pilot)


async def test_a_decision_is_taken_back_inside() -> None:
    app = open_app(imported(3))
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await press(pilot, "2", "3")
        assert "Person 02" in shown(pilot)
        await press(pilot, "u")
        assert tiers(app) == "c.."
        assert "Person 01" in shown(pilot)
        await press(pilot, "u", "4")
        assert tiers(app) == "w.."
        await press(pilot, "left", "left", "5")
        assert tiers(app) == "a.."
        assert "Person 01" in shown(pilot)


async def test_the_circle_is_chosen_with_one_key_and_the_person_stays() -> None:
    app = open_app(imported(2))
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        assert "circle: professional" in shown(pilot)
        await press(pilot, "c")
        assert "circle: both" in shown(pilot)
        await press(pilot, "c")
        assert "circle: personal" in shown(pilot)
        assert "Person 00" in shown(pilot)
        await press(pilot, "u")
        assert app.book.network.contacts["p00"].circle == "both"


async def test_twenty_are_enough_for_a_day_and_it_goes_on_on_another() -> None:
    app = open_app(imported(50))
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await press(pilot, "x", *"2" * 4, *"5" * 15)
        assert "Enough for today: you decided about 19 people." in shown(pilot)
        assert "4 close, 15 let be and 1 for another day" in shown(pilot)
        assert "31 people wait" in shown(pilot)
        await press(pilot, "enter")
        assert "1 of 20" in shown(pilot)
        assert "Person 20" in shown(pilot)
        await press(pilot, "2", "escape")
        assert seen(pilot) is not TriageScreen
        await start(pilot)
        # Who was left for another day comes up again.
        assert "Person 00" in shown(pilot)
        assert "30 left" in shown(pilot)


async def test_when_everybody_has_a_place_it_says_so() -> None:
    app = open_app(imported(2))
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await press(pilot, "5", "5")
        assert "each of them has a place now" in shown(pilot)
        assert "Nobody has to be kept close" in shown(pilot)
        await press(pilot, "enter", "3", "c", "x")
        assert "each of them has a place now" in shown(pilot)
        await press(pilot, "left")
        assert "Person 01" in shown(pilot)
        await press(pilot, "escape", "T")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Nobody waits for a decision." in shown(pilot)


async def test_what_can_only_be_read_is_not_decided() -> None:
    app = KithApp(Book(imported(2), Reading()), open_app().clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "T")
        # Said before anybody is looked at: there is nothing to decide.
        assert "close it there" in told(pilot)[-1]
        assert seen(pilot) is not TriageScreen
        assert tiers(app) == ".."


async def test_nothing_in_a_text_acts() -> None:
    app = open_app(imported(2, TEXT))
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await press(pilot, "2")
        assert "[@click" in shown(pilot)
        assert not set(shown(pilot)) & set(ACTING)


async def test_an_answer_can_be_clicked() -> None:
    app = open_app(imported(2))
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.click("#answers", offset=(11, 0))
        await pilot.pause()
        assert tiers(app) == "c."
