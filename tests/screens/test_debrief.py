"""The debrief as somebody tired types it: 80 columns, the keyboard alone, left and taken up again."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from tests.screens.conftest import open_app
from tests.screens.pressing import shown
from tui.actions.events import remove
from tui.app import KithApp
from tui.model.base import Record
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, Goal
from tui.rules.events.debriefing import talk_of
from tui.screens.debrief import DebriefScreen
from tui.screens.debrief_closing import ClosingScreen
from tui.screens.debrief_person import DebriefPerson
from tui.widgets.fields import Field
from tui.widgets.keybar import KeyBar
from tui.widgets.rowlist import RowList

SIZE = (80, 24)
NOW = datetime(2026, 11, 24, 22, 15, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = date(2026, 11, 24)
MAYA = Contact(uid="maya", name="Maya Lin", organization="Acme")
JOSE = Contact(uid="jose", name="José Álvarez")
AMA = Contact(uid="ama", name="Ama Owusu")
FAIR = Event(
    uid="fair",
    name="Grid Fair",
    start=DAY,
    start_time=time(18),
    end_time=time(21),
    kind="conference",
    people=tuple(Attendee(contact=uid) for uid in ("maya", "jose", "ama")),
    goals=(Goal(text="real conversations", target=2), Goal(text="thank the host")),
)


def network(*records: Record) -> Network:
    named = {record.uid: record for record in (FAIR, MAYA, JOSE, AMA, *records)}
    return Network(named.values())


async def start(app: KithApp, pilot: Pilot[str], event: str = "fair") -> DebriefScreen:
    await app.switch_mode("events")
    screen = DebriefScreen(app.book, app.clock, event)
    app.push_screen(screen)
    await settle(pilot)
    return screen


async def settle(pilot: Pilot[str]) -> None:
    """Let messages and the workers that open dialogs run until nothing is under way."""
    await pilot.pause()
    await pilot.pause()


async def keys(pilot: Pilot[str], words: str) -> None:
    """Press keys named with spaces between them; 'type:some_words' types words."""
    for word in words.split():
        if word.startswith("type:"):
            # As one paste: a press for each letter costs a wait each.
            pilot.app.post_message(Paste(word.removeprefix("type:").replace("_", " ")))
        else:
            await pilot.press(word)
        await settle(pilot)


def shows(app: KithApp, *kinds: type[Screen[Any]]) -> bool:
    return isinstance(app.screen, kinds)


def top(screen: DebriefScreen) -> str:
    return str(screen.query_one("#progress", Static).content)


def current(screen: DebriefScreen) -> str | None:
    return screen.query_one(RowList).current


def listed(app: KithApp) -> str | None:
    return app.screen.query_one(RowList).current


def outcomes(app: KithApp) -> dict[str, str]:
    return {seat.contact: seat.outcome for seat in app.book.network.events["fair"].people}


async def test_three_people_and_a_new_one_with_the_keyboard_alone() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        assert current(screen) == "person maya"
        await keys(pilot, "enter")
        assert shows(app, DebriefPerson)
        # Enter goes from field to field; the last one saves.
        await keys(pilot, "type:storage enter right right enter type:send_the_deck enter type:fri enter")
        await keys(pilot, "enter enter enter enter type:lisbon enter enter")
        assert app.screen is screen
        talk = talk_of(app.book.network, FAIR, "maya")
        assert (talk.said, talk.depth, talk.ask_next) == ("storage", 2, "lisbon")
        assert [(it.text, it.due) for it in talk.promises] == [("send the deck", date(2026, 11, 27))]
        assert current(screen) == "person jose"
        await keys(pilot, "x s")
        assert outcomes(app) == {"maya": "met", "jose": "not met", "ama": "later"}
        assert "2 of 3 people, 1 promise" in top(screen)
        assert current(screen) == "new"
        await keys(pilot, "enter")
        await pilot.press(*"Kofi Mensah @Volta : pumps")
        await keys(pilot, "enter escape")
        (kofi,) = app.book.network.by_name("Kofi Mensah")
        assert outcomes(app)[kofi.uid] == "met"
        assert "3 of 4 people" in top(screen)
        assert current(screen) == "new"
        await keys(pilot, "down enter plus down enter down enter")
        assert [goal.done for goal in app.book.network.events["fair"].goals] == [2, 1]
        await keys(pilot, "type:came_early tab type:eat_first ctrl+s")
        event = app.book.network.events["fair"]
        assert (event.worked, event.change_next) == ("came early", "eat first")
        assert current(screen) == "finish"
        await keys(pilot, "enter")
        closing = app.screen
        assert isinstance(closing, ClosingScreen)
        assert app.book.network.events["fair"].debriefed
        assert "both of your goals" in str(closing.query_one("#sentence", Static).content)
        ids = closing.query_one(RowList).ids
        assert [row.split()[0] for row in ids] == ["step", "write", "write", "later", "goal", "goal"]
        await keys(pilot, "1")
        assert app.current_mode == "follow_ups"
        await keys(pilot, "3")
        assert not shows(app, ClosingScreen, DebriefScreen)


async def test_left_in_the_middle_and_taken_up_again() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await start(app, pilot)
        await keys(pilot, "enter type:storage ctrl+s x escape")
        assert not shows(app, DebriefScreen)
    again = open_app(Network(app.book.network.records()), NOW)
    async with again.run_test(size=SIZE) as pilot:
        screen = await start(again, pilot)
        assert current(screen) == "person ama"
        assert "2 of 3 people" in top(screen)
        await keys(pilot, "home enter")
        assert again.screen.query_one("#said", Field).value == "storage"
        await keys(pilot, "end type:_pilots ctrl+s")
        (touch,) = again.book.network.interactions.values()
        assert touch.summary == "storage pilots"
        # Putting right what was written stays where it was.
        assert current(screen) == "person maya"


async def test_met_without_a_word_more() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        await keys(pilot, "d")
        assert outcomes(app)["maya"] == "met"
        assert current(screen) == "person jose"
        assert "d Met" in str(app.screen.query_one(KeyBar).render())
        (touch,) = app.book.network.interactions.values()
        assert (touch.contacts, touch.summary, touch.event) == (("maya",), "", "fair")
        await keys(pilot, "s home down d")
        assert outcomes(app)["jose"] == "met"
        await keys(pilot, "u")
        assert outcomes(app)["jose"] == "later"
        # What was written stays.
        await keys(pilot, "home enter type:storage ctrl+s home d")
        assert talk_of(app.book.network, FAIR, "maya").said == "storage"


async def test_a_new_debrief_begins_at_the_first_who_is_still_to_do() -> None:
    people = (Attendee(contact="ama", outcome="met", priority=1), *FAIR.people[:2])
    app = open_app(network(replace(FAIR, people=people)), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        assert screen.query_one(RowList).ids[0] == "person ama"
        assert current(screen) == "person maya"
        assert "d: yes" in shown(pilot)


async def test_undo_takes_back_and_goes_back() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        await keys(pilot, "enter type:storage ctrl+s x")
        await keys(pilot, "u")
        assert current(screen) == "person jose"
        await keys(pilot, "u")
        assert current(screen) == "person maya"
        assert set(outcomes(app).values()) == {"expected"}
        assert not app.book.network.interactions


async def test_the_same_key_takes_its_mark_back() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await start(app, pilot)
        await keys(pilot, "x home x")
        assert outcomes(app)["maya"] == "expected"
        await keys(pilot, "home s home s")
        assert outcomes(app)["maya"] == "expected"


async def test_not_met_after_all_asks_before_words_go() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await start(app, pilot)
        await keys(pilot, "enter type:storage ctrl+s home s")
        assert outcomes(app)["maya"] == "met"
        await keys(pilot, "home x k")
        assert outcomes(app)["maya"] == "met"
        await keys(pilot, "x x")
        assert outcomes(app)["maya"] == "not met"
        assert not app.book.network.interactions


async def test_the_form_asks_before_what_was_typed_is_lost() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        await keys(pilot, "enter escape")
        assert app.screen is screen
        await keys(pilot, "enter type:storage escape k")
        assert shows(app, DebriefPerson)
        await keys(pilot, "escape x")
        assert app.screen is screen
        assert outcomes(app)["maya"] == "expected"


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ("enter enter enter type:fri", "promise-0", "what was it"),
        ("enter enter type:deck enter type:31_nov", "promise-by-0", "nov"),
        ("enter enter type:deck enter type:2026-11-01", "promise-by-0", "is past"),
        ("up type:yesterday", "write", "is past"),
    ],
)
async def test_what_cannot_be_saved_says_why_and_keeps_it_all(typed: str, field: str, words: str) -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await start(app, pilot)
        await keys(pilot, f"enter type:storage {typed} ctrl+s")
        assert shows(app, DebriefPerson)
        wrong = app.screen.query_one(f"#{field}", Field)
        assert words in str(wrong.query_one(".field--note", Static).content)
        assert app.screen.query_one("#said", Field).value == "storage"
        assert not app.book.network.interactions


async def test_a_second_promise_has_its_place_when_the_form_is_opened_again() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await start(app, pilot)
        await keys(pilot, "enter enter enter type:deck ctrl+s home enter")
        await keys(pilot, "enter enter enter enter type:intro enter type:2w ctrl+s")
        promises = talk_of(app.book.network, FAIR, "maya").promises
        assert [(it.text, it.due) for it in promises] == [("deck", None), ("intro", date(2026, 12, 8))]


async def test_finishing_says_of_the_rest_what_one_wants() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        await keys(pilot, "end enter escape")
        assert app.screen is screen
        assert not app.book.network.events["fair"].debriefed
        await keys(pilot, "enter x")
        assert shows(app, ClosingScreen)
        assert set(outcomes(app).values()) == {"not met"}
        await keys(pilot, "escape")
        assert not shows(app, ClosingScreen, DebriefScreen)


async def test_somebody_for_later_is_completed_from_the_closing_page() -> None:
    app = open_app(network(replace(FAIR, goals=())), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await start(app, pilot)
        await keys(pilot, "x x s end enter")
        assert shows(app, ClosingScreen)
        assert listed(app) == "later ama"
        await keys(pilot, "enter type:pumps ctrl+s")
        assert outcomes(app)["ama"] == "met"
        assert shows(app, ClosingScreen)
        assert listed(app) == "write ama"


async def test_nobody_expected_begins_with_somebody_new() -> None:
    app = open_app(network(replace(FAIR, people=(), goals=())), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        assert screen.query_one(RowList).ids == ["new", "worked", "change_next", "finish"]
        await keys(pilot, "end enter")
        assert shows(app, ClosingScreen)
        assert str(app.screen.query_one("#sentence", Static).content)


async def test_sixty_expected_people_are_walked_through() -> None:
    many = [Contact(uid=f"p{number}", name=f"Person {number}") for number in range(60)]
    event = replace(FAIR, people=tuple(Attendee(contact=it.uid) for it in many))
    app = open_app(Network([event, *many]), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        await keys(pilot, "x x x")
        assert current(screen) == "person p3"
        assert "3 of 60 people" in top(screen)


async def test_cancelled_or_not_begun_there_is_nothing_to_say() -> None:
    app = open_app(network(replace(FAIR, cancelled=True)), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        await keys(pilot, "x s")
        assert app.screen is screen
        await keys(pilot, "enter")
        assert not app.book.network.events["fair"].cancelled
        assert "person maya" in screen.query_one(RowList).ids
    app = open_app(network(replace(FAIR, start=date(2026, 12, 1))), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        assert not screen.query_one(RowList).ids
        await keys(pilot, "x enter")
        assert app.screen is screen


async def test_an_event_taken_away_meanwhile_breaks_nothing() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        app.book.commit(remove(app.book.network, FAIR))
        await settle(pilot)
        assert not screen.query_one(RowList).ids
        await keys(pilot, "x s enter u")
        assert current(screen) == "person maya"


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 50)])
async def test_hostile_text_shows_as_text_everywhere(size: tuple[int, int]) -> None:
    evil = "[@click=app.quit]x[/] \x1b]0;hi\x07\x1b[31m \u202e{name} 田中" + "é" * 3000
    event = replace(
        FAIR,
        name=evil,
        worked=evil,
        goals=(Goal(text=evil, target=3, plan=evil),),
        people=(Attendee(contact="maya", why=evil, questions=(evil,)), Attendee(contact="jose")),
    )
    app = open_app(network(event, replace(MAYA, name=evil, needs=(evil,), offers=(evil,))), NOW)
    async with app.run_test(size=size) as pilot:
        screen = await start(app, pilot)
        await keys(pilot, "enter type:[red] enter enter type:[b] ctrl+s home x k down x end")
        for _ in screen.query_one(RowList).ids:
            await keys(pilot, "up")
        await keys(pilot, "end enter")
        assert shows(app, ClosingScreen)
        assert app.is_running
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[@click" in shown


async def test_the_footer_names_what_helps() -> None:
    app = open_app(network(), NOW)
    async with app.run_test(size=SIZE) as pilot:
        screen = await start(app, pilot)
        # Nothing is undone where nothing was done.
        assert "Undo" not in str(screen.query_one(KeyBar).render())
        await keys(pilot, "s up")
        words = str(screen.query_one(KeyBar).render())
        for word in ("Write", "Not met", "Later", "Add", "Undo", "Leave"):
            assert word in words
        await keys(pilot, "end up up up up")
        words = str(screen.query_one(KeyBar).render())
        # Enter counts here: a second key for the same is not named.
        assert words.split("  ")[:3] == [" ⏎ Count", "- Less", "esc Leave"]
        assert "Not met" not in words
        await keys(pilot, "end")
        assert str(screen.query_one(KeyBar).render()).startswith(" ⏎ Finish")
        await pilot.resize_terminal(60, 50)
        await keys(pilot, "home")
        assert "esc Leave" in str(screen.query_one(KeyBar).render())


@pytest.mark.parametrize("size", [(60, 16), SIZE])
async def test_the_form_begins_at_its_top(size: tuple[int, int]) -> None:
    wanted = replace(FAIR, people=(Attendee(contact="maya", why="storage", questions=("Which pumps?",)),))
    known = replace(MAYA, needs=("a founder in hardware",), offers=("grid rules",))
    app = open_app(network(wanted, known), NOW)
    async with app.run_test(size=size) as pilot:
        await start(app, pilot)
        await keys(pilot, "enter")
        assert app.screen.query_one("#dialog").scroll_offset.y == 0
        assert app.focused is app.screen.query_one("#said", Field).control
