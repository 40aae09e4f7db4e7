"""Practice at 80×24: cards, the half minute, and the hard ones that come back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.screens.conftest import open_app
from tests.screens.pressing import press, seen, shown
from tests.screens.test_prep import MEETUP, NOW, PEOPLE, SIZE, TALK
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Attendee, Event, Profile
from tui.screens.practice import PracticeScreen
from tui.screens.profile_form import ProfileForm

ALONE = replace(MEETUP, people=())


def app_with(event: Event, pitch: str = "I make maps.", people: int = len(PEOPLE)) -> KithApp:
    return open_app(Network((*PEOPLE[:people], TALK, Profile(uid="me", pitch=pitch), event)), NOW)


async def practise(pilot: Pilot[str]) -> PracticeScreen:
    await press(pilot, "3", "p")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen)
    return screen


def practice_of(app: KithApp) -> dict[str, int]:
    return {it.contact: it.practice for it in app.book.network.events["meet"].people}


async def test_look_try_see_and_say_how_it_came() -> None:
    app = app_with(MEETUP)
    async with app.run_test(size=SIZE) as pilot:
        screen = await practise(pilot)
        assert screen.card is not None
        first = screen.card.key
        assert "Say it aloud" in shown(pilot)
        assert "You could say" not in shown(pilot)
        await press(pilot, "left")
        assert screen.card.key == first
        await press(pilot, "space")
        assert "You could say" in shown(pilot)
        assert "Not yet" in shown(pilot).splitlines()[-1]
        await press(pilot, "left")
        assert practice_of(app)[first] == 1
        assert screen.card is not None
        assert screen.card.key != first


async def test_the_hard_one_returns_and_what_came_easily_is_done() -> None:
    app = app_with(replace(MEETUP, people=MEETUP.people[:1]))
    async with app.run_test(size=SIZE) as pilot:
        screen = await practise(pilot)
        keys = [screen._round.card]
        for rating in ("left", "right", "right"):
            await press(pilot, "space", rating)
            keys.append(screen._round.card)
        assert keys[0] == keys[3]
        assert len(set(keys[:3])) == 3


async def test_every_rating_is_a_change_that_can_be_undone() -> None:
    app = app_with(MEETUP)
    async with app.run_test(size=SIZE) as pilot:
        await practise(pilot)
        await press(pilot, "space", "right", "escape", "u")
        assert set(practice_of(app).values()) == {0}


async def test_the_end_is_enough_and_others_are_there() -> None:
    people = tuple(replace(PEOPLE[0], uid=f"p{n}", name=f"Person {n}") for n in range(7))
    event = replace(MEETUP, people=tuple(Attendee(contact=it.uid) for it in people))
    app = open_app(Network((*people, Profile(uid="me", pitch="Maps."), event)), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await practise(pilot)
        while screen.card is not None:
            await press(pilot, "space", "right")
        assert "That is enough." in shown(pilot)
        assert "%" not in shown(pilot)
        assert "space Once more" in shown(pilot).splitlines()[-1]
        await press(pilot, "space")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "That is enough." not in shown(pilot)
        while "That is enough." not in shown(pilot):
            await press(pilot, "space", "right")
        await press(pilot, "o")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert [it.kind for it in (screen._cards or {}).values()] == ["person", "person"]


async def test_without_people_there_are_words_for_the_room_and_the_pitch() -> None:
    app = app_with(ALONE)
    async with app.run_test(size=SIZE) as pilot:
        screen = await practise(pilot)
        kinds = [it.kind for it in (screen._cards or {}).values()]
        assert kinds == ["room", "room", "room", "pitch"]
        assert "Anybody there" in shown(pilot)


async def to_pitch(pilot: Pilot[str], screen: PracticeScreen) -> None:
    while screen.card is not None and screen.card.kind != "pitch":
        await press(pilot, "space", "right")


async def test_the_pitch_runs_against_half_a_minute_and_is_shown_when_asked_for() -> None:
    app = app_with(ALONE)
    async with app.run_test(size=SIZE) as pilot:
        screen = await practise(pilot)
        await to_pitch(pilot, screen)
        assert "space starts the clock" in shown(pilot)
        await press(pilot, "space")
        assert "30 seconds" in shown(pilot)
        for _ in range(29):
            screen.tick()
        await pilot.pause()
        assert "1 second" in shown(pilot)
        screen.tick()
        screen.tick()
        await pilot.pause()
        assert "Finish your sentence" in shown(pilot)
        assert "I make maps." not in shown(pilot)
        await press(pilot, "space")
        assert "I make maps." in shown(pilot)
        await press(pilot, "right")
        assert "That is enough." in shown(pilot)


async def test_without_a_pitch_there_is_a_form_to_write_it() -> None:
    app = app_with(ALONE, pitch="")
    async with app.run_test(size=SIZE) as pilot:
        screen = await practise(pilot)
        await to_pitch(pilot, screen)
        assert "enter writes them" in shown(pilot)
        await press(pilot, "enter")
        assert seen(pilot) is ProfileForm
        await press(pilot, "escape")
        assert seen(pilot) is PracticeScreen


async def test_private_notes_are_on_no_card() -> None:
    app = app_with(MEETUP)
    async with app.run_test(size=SIZE) as pilot:
        screen = await practise(pilot)
        pages = ""
        while screen.card is not None:
            await press(pilot, "space")
            pages += shown(pilot)
            await press(pilot, "right")
        assert "zzprivate" not in pages
        assert "[red]Odd" not in pages or "[/red]" in pages


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (200, 50)])
async def test_it_fits(size: tuple[int, int]) -> None:
    app = app_with(MEETUP)
    async with app.run_test(size=size) as pilot:
        await practise(pilot)
        await press(pilot, "space")
        assert "to go" in shown(pilot)
        assert "Easily" in shown(pilot).splitlines()[-1]


async def test_an_event_that_is_over_is_not_practised() -> None:
    past = replace(MEETUP, start=NOW.date() - timedelta(days=3))
    app = app_with(past)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "p")
        assert seen(pilot) is not PracticeScreen
