"""Focus: one person at a time, for a quarter of an hour, and what was achieved at its end."""

from __future__ import annotations

import datetime as dt

from tests.screens.conftest import NOW, open_app
from tests.screens.people import DAY, on, small, status
from tests.screens.pressing import press, rows, shown, told
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Contact, FollowUp, Introduction
from tui.rules.queue.ranking import queue
from tui.screens.done import DoneDialog
from tui.screens.draft import DraftDialog
from tui.screens.focus import FocusScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.view.focus import focus_line

SIZE = (80, 24)


async def test_one_person_at_a_time_with_words_beside(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "f")
        screen = on(demo, FocusScreen)
        seen = shown(pilot)
        for words in ("15 minutes left", "1 of ", "Ask about", "You could say", "You could write", "→ Later"):
            assert words in seen
        first = screen.session.current
        await press(pilot, "right")
        assert screen.session.current != first
        assert "1 for later" in shown(pilot)
        await press(pilot, "left")
        assert screen.session.current == first


async def test_done_written_snoozed_skipped_and_tried_are_told_at_the_end(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "f")
        screen = on(demo, FocusScreen)
        await press(pilot, "d")
        on(demo, DoneDialog)
        await press(pilot, "enter")
        await press(pilot, "m")
        on(demo, DraftDialog)
        await press(pilot, "ctrl+s")
        await press(pilot, "s", "enter", "x", "t")
        assert [it.how for it in screen.session.achieved] == ["done", "sent", "snoozed", "skipped", "tried"]
        # Where there is no room for each way, a row tried is still not one done.
        short = "".join(part for part, _ in focus_line(screen.session, 900, 65))
        assert "2 done, 1 tried, 2 put off" in short
        await press(pilot, "escape")
        on(demo, FocusScreen)
        seen = shown(pilot)
        for words in (
            "That was it",
            "Done  1",
            "Written to  1",
            "Snoozed  1",
            "Skipped this time  1",
            "Tried",
        ):
            assert words in seen
        assert "2 promises kept" in seen
        achieved = [it for it in screen.session.achieved if it.how in ("done", "sent", "tried")]
        people = len({it.row.contact for it in achieved})
        assert f"{people} people looked after" in seen, "nobody is looked after by being put off"
        # Each key back again, from the last page too, and forth.
        await press(pilot, "u")
        assert not screen.over
        await press(pilot, "u", "u", "u", "u")
        assert not len(screen.session.achieved)
        assert told(pilot)[-1].startswith("Undone: Kept the promise")
        for _ in range(5):
            await press(pilot, "ctrl+r")
        assert len(screen.session.achieved) == 5
        stopped = screen.session.current
        await press(pilot, "escape", "escape")
        on(demo, FollowUpsScreen)
        assert rows(pilot).current == stopped


async def test_it_ends_by_itself_when_nobody_is_left() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f", "d", "enter")
        on(app, FocusScreen)
        assert status(app, "deck") == "done"
        assert "Nobody else needs you today" in shown(pilot)
        assert "1 promise kept." in shown(pilot)
        await press(pilot, "u")
        assert "send the deck" in shown(pilot)
        await press(pilot, "right", "enter")
        assert "send the deck" in shown(pilot)
        await press(pilot, "escape")
        on(app, FollowUpsScreen)


async def test_time_is_up_after_the_row_in_front_of_you(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "f")
        screen = on(demo, FocusScreen)
        screen.tick(14 * 60 + 30)
        await press(pilot, "plus")
        assert "6 minutes left" in shown(pilot)
        await press(pilot, "minus")
        screen.tick(60)
        await pilot.pause()
        assert "time is up" in shown(pilot)
        assert told(pilot)[-1].startswith("Time is up")
        assert "You could write" in shown(pilot)
        await press(pilot, "x")
        assert screen.over
        assert "Skipped this time" in shown(pilot)
        await press(pilot, "enter")
        assert "15 minutes left" in shown(pilot)


async def test_nobody_to_focus_on() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x", "f")
        on(app, FollowUpsScreen)


async def test_pause_and_another_word_in_focus(demo: KithApp) -> None:
    async with demo.run_test(size=(120, 36)) as pilot:
        await press(pilot, "down", "down", "f")
        before = shown(pilot)
        await press(pilot, "o")
        assert shown(pilot) != before
        await press(pilot, "W")
        assert "Why is this here?" in shown(pilot)
        await press(pilot, "escape", "P")
        on(demo, FocusScreen)
        assert told(pilot)[-1].startswith("Paused check-ins")


async def test_thirty_rows_are_emptied_undone_and_redone() -> None:
    """The walk of a full morning: written five times, snoozed twice, one introduction begun, the rest done."""
    people = [
        Contact(uid=f"p{place:02}", name=f"Noor {chr(65 + place)}", added=dt.date(2026, 11, 1))
        for place in range(29)
    ]
    steps = [
        FollowUp(uid=f"s{it.uid}", kind="promise", contact=it.uid, text="send the notes", due=DAY)
        for it in people
    ]
    idea = Introduction(uid="i", first="p00", second="p01", added=DAY - dt.timedelta(days=9))
    app = open_app(Network((*people, *steps, idea)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        screen = on(app, FocusScreen)
        assert len(screen.session.plan) == 30
        before = queue(app.book.network, NOW)
        for place in range(30):
            await press(
                pilot, *(("m", "ctrl+s") if place < 5 else ("s", "enter") if place < 7 else ("d", "enter"))
            )
        assert screen.over
        seen = shown(pilot)
        for words in ("Written to  5", "Snoozed  2", "Done  23", "27 promises kept", "Nobody else needs you"):
            assert words in seen
        assert app.book.network.introductions["i"].status == "asked first"
        after = queue(app.book.network, NOW)
        assert after.rows == ()
        for _ in range(30):
            app.action_undo()
        await pilot.pause()
        assert queue(app.book.network, NOW) == before
        assert not screen.session.achieved
        assert screen.session.current
        for _ in range(30):
            app.action_redo()
        await pilot.pause()
        assert queue(app.book.network, NOW) == after
        assert len(screen.session.achieved) == 30
