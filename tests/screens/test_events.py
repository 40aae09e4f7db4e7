"""The list of events and the form: typed dates and times, zones, and what is refused with a sentence."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import open_app
from tests.screens.pressing import note, press, rows, seen, shown, told
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, Goal
from tui.screens.base import KithScreen
from tui.screens.contacts import ContactsScreen
from tui.screens.debrief import DebriefScreen
from tui.screens.debrief_closing import ClosingScreen
from tui.screens.event_form import EventForm
from tui.screens.events import EventsScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.prep import PrepScreen
from tui.widgets.keybar import KeyBar

SIZE = (80, 24)
NOW = datetime(2026, 11, 24, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()


def event(uid: str, days: int, **fields: object) -> Event:
    return Event(**{"uid": uid, "name": uid.title(), "start": TODAY + timedelta(days=days), **fields})  # type: ignore[arg-type]


EVENTS = (
    event("later", 20),
    event("soon", 1, start_time=time(18, 30)),
    event("fresh", -1, people=(Attendee(contact="ama", outcome="met"),)),
    event("old", -40, debriefed=True),
)


@pytest.fixture
def app() -> KithApp:
    return open_app(Network([*EVENTS, Contact(uid="ama", name="Ama Owusu")]), NOW)


async def fill(pilot: Pilot[str], **values: str) -> None:
    """Put values into fields of the form."""
    for name, value in values.items():
        box = pilot.app.screen.query_one(f"#field-{name} Input", Input)
        box.value = value
    await pilot.pause()


def field_note(pilot: Pilot[str], name: str) -> str:
    return note(pilot, f"field-{name}")


async def test_coming_events_by_date_then_past_ones_newest_first(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3")
        assert list(rows(pilot).ids) == ["soon", "later", "fresh", "old"]
        text = shown(pilot)
        assert text.index("Coming up") < text.index("Soon") < text.index("Past") < text.index("Fresh")
        assert "to debrief" in text


async def test_enter_prepares_what_is_coming_and_debriefs_what_is_past(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "enter")
        assert seen(pilot) is PrepScreen
        await press(pilot, "escape", "down", "down", "enter")
        assert seen(pilot) is DebriefScreen
        await press(pilot, "escape")
        assert seen(pilot) is EventsScreen
        assert rows(pilot).current == "fresh"


async def test_opening_an_event_twice_opens_it_once(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3")
        screen = pilot.app.screen
        assert isinstance(screen, EventsScreen)
        for uid, debrief in (("soon", False), ("soon", False), ("later", False), ("fresh", True)):
            screen.open_event(uid, debrief=debrief)
            await pilot.pause()
            await pilot.pause()
        assert len(pilot.app.screen_stack) == 2
        assert seen(pilot) is DebriefScreen


async def test_an_event_is_opened_from_another_screen(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        screen = pilot.app.screen
        assert isinstance(screen, KithScreen)
        screen.open_event("later")
        await pilot.pause()
        await pilot.pause()
        assert seen(pilot) is PrepScreen
        assert "Later" in shown(pilot)
        await press(pilot, "escape")
        assert seen(pilot) is ContactsScreen
        await press(pilot, "3")
        assert rows(pilot).current == "later"


async def test_removing_is_asked_about_and_undone(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "delete", "escape")
        assert "soon" in app.book.network.events
        await press(pilot, "delete", "r")
        assert "soon" not in app.book.network.events
        assert rows(pilot).current == "later"
        await press(pilot, "u")
        assert "soon" in app.book.network.events


async def test_calling_off_and_on_again(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "c")
        assert app.book.network.events["soon"].cancelled
        assert "cancelled" in shown(pilot)
        await press(pilot, "c")
        assert not app.book.network.events["soon"].cancelled


async def test_only_what_means_something_is_offered(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3")
        assert "Wrap up" not in str(pilot.app.screen.query_one(KeyBar).render())
        rows(pilot).select("fresh")
        await pilot.pause()
        assert "Wrap up" in str(pilot.app.screen.query_one(KeyBar).render())
        await press(pilot, "w")
        assert seen(pilot) is DebriefScreen


async def test_editing_moves_the_checklist_along(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "e")
        assert pilot.app.screen.query_one("#field-start Input", Input).value == "2026-11-25"
        await fill(pilot, start="26 nov")
        await press(pilot, "ctrl+s")
        after = app.book.network.events["soon"]
        assert after.start == date(2026, 11, 26)
        assert after.start_time == time(18, 30)
        assert "Thu 26 Nov" in shown(pilot)


async def test_the_form_asks_for_what_is_missing(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "n", "ctrl+s")
        assert seen(pilot) is EventForm
        assert "A name is needed" in field_note(pilot, "name")
        assert "A day is needed" in field_note(pilot, "start")
        assert len(app.book.network.events) == len(EVENTS)


@pytest.mark.parametrize(
    ("fields", "where", "words"),
    [
        ({"start": "31 nov"}, "start", "does not exist"),
        ({"start_time": "25:00"}, "start_time", "not a time of day"),
        ({"start_time": "fri 6pm"}, "start_time", "not a time of day"),
        ({"end": "yesterday"}, "end", "before it starts"),
        ({"start_time": "18:00", "end_time": "17:00"}, "end_time", "not after 18:00"),
        ({"end_time": "17:00"}, "start_time", "time of start"),
        ({"timezone": "Mars/Base"}, "timezone", "no time zone"),
        ({"url": "javascript:alert(1)"}, "url", "no link"),
        ({"start": "tomorrow 9am", "start_time": "10:00"}, "start_time", "keep one"),
    ],
)
async def test_what_does_not_fit_is_said_where_it_stands(
    app: KithApp, fields: dict[str, str], where: str, words: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "n")
        await fill(pilot, **{"name": "Meet", "start": "tomorrow", **fields})
        await press(pilot, "ctrl+s")
        assert seen(pilot) is EventForm
        assert field_note(pilot, where).startswith("✗")
        assert words in field_note(pilot, where)
        assert pilot.app.screen.query_one(f"#field-{where} Input", Input).has_focus
        assert len(app.book.network.events) == len(EVENTS)


async def test_another_zone_shows_your_own_time(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "n")
        await fill(pilot, name="Call", start="fri", start_time="9:00", timezone="tokyo")
        assert "starts Fri 27 Nov 01:00 for you" in field_note(pilot, "timezone")
        await press(pilot, "ctrl+s")
        made = next(it for it in app.book.network.events.values() if it.name == "Call")
        assert (made.timezone, made.start_time) == ("Asia/Tokyo", time(9))
        assert "Fri 27 Nov 01:00 (09:00 there)" in shown(pilot)


async def test_a_past_event_goes_to_the_list_and_needs_no_checklist(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "n")
        await fill(pilot, name="Dinner", start="yesterday")
        await press(pilot, "ctrl+s")
        assert seen(pilot) is EventsScreen
        made = app.book.network.events[rows(pilot).current or ""]
        assert (made.name, made.checklist) == ("Dinner", ())


async def test_a_brief_that_cannot_be_saved_says_why(
    app: KithApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    monkeypatch.setattr("tui.screens.brief.documents", lambda: in_the_way)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "b", "f4", "m")
        assert any("f2 copies" in words for words in told(pilot))
        await press(pilot, "f2")
        assert "# Soon" in pilot.app.clipboard


async def test_a_brief_is_saved_in_each_form(
    app: KithApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.brief.documents", lambda: tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "b")
        for key in "mthc":
            await press(pilot, "f4", key)
        await press(pilot, "f4", "escape")
    begins = {it.suffix: it.read_text(encoding="utf-8")[:15] for it in tmp_path.iterdir()}
    assert begins == {
        ".md": begins[".md"],
        ".txt": begins[".txt"],
        ".html": "<!DOCTYPE html>",
        ".ics": "BEGIN:VCALENDAR",
    }
    assert begins[".md"].startswith("# Soon")
    assert begins[".txt"].startswith("SOON")


async def test_escape_goes_back_to_the_queue_from_which_an_event_was_opened(app: KithApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        current = rows(pilot).current
        assert current is not None
        await press(pilot, "enter")
        assert seen(pilot) in {PrepScreen, DebriefScreen}
        await press(pilot, "escape")
        assert seen(pilot) is FollowUpsScreen
        assert rows(pilot).current == current
        await press(pilot, "3", "enter", "escape")
        assert seen(pilot) is EventsScreen
        await press(pilot, "escape")
        assert seen(pilot) is EventsScreen
        # Another event was left open there; a debrief taken to its end goes back to the queue all the same.
        await press(pilot, "home", "enter")
        assert seen(pilot) is PrepScreen
        await press(pilot, "1", "home", "w")
        assert seen(pilot) is DebriefScreen
        await press(pilot, "end", "enter")
        assert seen(pilot) is ClosingScreen
        await press(pilot, "escape")
        assert seen(pilot) is FollowUpsScreen


async def test_the_next_time_of_an_event_comes_with_people_goals_and_what_was_learnt() -> None:
    past = event(
        "salon",
        -30,
        kind="social",
        start_time=time(19),
        place="Back room",
        debriefed=True,
        topics=("grids",),
        goals=(Goal(text="talks", target=2, done=2),),
        checklist=(ChecklistItem(text="iron the shirt", done=True),),
        people=(
            Attendee(contact="ama", outcome="met", why="the grid", practice=3),
            Attendee(contact="jose", outcome="not met"),
        ),
        change_next="come earlier",
        worked="asking twice",
    )
    people = (Contact(uid="ama", name="Ama Owusu"), Contact(uid="jose", name="José Álvarez"))
    app = open_app(Network((past, *people)), NOW)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "r")
        assert seen(pilot) is EventForm
        assert "Salon again" in shown(pilot)
        await press(pilot, "=in 2 weeks", "ctrl+s")
        (made,) = (it for it in app.book.network.events.values() if it.uid != "salon")
        assert (made.repeats, made.name, made.kind, made.place, made.topics) == (
            "salon",
            "Salon",
            "social",
            "Back room",
            ("grids",),
        )
        assert (made.start, made.start_time) == (TODAY + timedelta(days=14), time(19))
        assert made.goals == (Goal(text="talks", target=2),)
        assert made.people == (Attendee(contact="ama"),)
        assert made.checklist
        assert not any(item.done for item in made.checklist)
        assert seen(pilot) is PrepScreen
        assert "come earlier" in shown(pilot)
        assert "asking twice" in shown(pilot)
        await press(pilot, "escape", "u")
        assert list(app.book.network.events) == ["salon"]
