"""The queue by keyboard: done, snoozed, skipped, tried, moved, let go, undone; and what stands beside it."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.widgets import Static

from tests.screens.conftest import NOW, open_app
from tests.screens.people import AMA, DAY, FullDisk, Reading, on, put_off, small, status
from tests.screens.pressing import note, press, rows, shown, told
from tui.app import KithApp
from tui.clock import Clock
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Interaction
from tui.screens.ask import Ask
from tui.screens.contacts import ContactsScreen
from tui.screens.done import DoneDialog
from tui.screens.draft import DraftDialog
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.snooze import SnoozeDialog
from tui.screens.step import StepDialog
from tui.store.book import Book
from tui.widgets.topbar import TopBar

SIZE = (80, 24)


async def test_beside_the_row_stand_reason_thread_and_last_touches(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down")
        seen = shown(pilot)
        for words in ("promised 2 weeks ago", "Ask about", "Last touches", "2 months ago, email"):
            assert words in seen
        assert "Debrief Norrhavn alumni evening?" in seen
        assert "in 2 days" in seen


async def test_done_logs_the_touch_closes_the_promise_and_can_be_undone_and_redone() -> None:
    app = open_app(small())
    network = app.book.network
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        # What is sent is written, however you were in touch last.
        assert on(app, DoneDialog).value("channel") == "email"
        await press(pilot, "=sent it", "tab", "left", "tab", "=yesterday", "enter")
        assert status(app, "deck") == "done"
        touch = network.touches_of("maya")[0]
        assert (touch.summary, touch.channel, touch.day) == ("sent it", "message", DAY - dt.timedelta(days=1))
        assert not any("deck" in row for row in rows(pilot).ids)
        await press(pilot, "u")
        assert status(app, "deck") == "open"
        assert len(network.touches_of("maya")) == 1
        await press(pilot, "ctrl+r")
        assert status(app, "deck") == "done"
        await press(pilot, "u", "u")
        assert told(pilot)[-1] == "Nothing to undo."


async def test_done_takes_no_day_to_come_and_keeps_what_was_typed() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d", "=sent it", "tab", "tab", "=tomorrow", "enter")
        assert "still to come" in note(pilot, "on")
        assert on(app, DoneDialog).value("said") == "sent it"
        assert status(app, "deck") == "open"


async def test_snooze_shows_the_day_it_understood_and_takes_none_that_is_past() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        on(app, SnoozeDialog)
        assert "Mon 30 Nov" in note(pilot, "until")
        await press(pilot, "=today", "enter")
        on(app, SnoozeDialog)
        assert "not after today" in note(pilot, "until")
        await press(pilot, "ctrl+u", "=fri", "enter")
        assert app.book.network.contacts["maya"].deferrals[-1].until == dt.date(2026, 11, 27)
        assert "Nobody needs you today" in shown(pilot)
        await press(pilot, "u")
        assert rows(pilot).ids


async def test_a_word_after_an_event_is_not_snoozed_past_the_day_it_lapses(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await pilot.pause()
        row = next(name for name in rows(pilot).ids if "follow_up:" in name)
        rows(pilot).select(row)
        await press(pilot, "s")
        assert "lapses after " in shown(pilot)
        await press(pilot, "=5w", "enter")
        on(demo, SnoozeDialog)
        assert "would not come back" in note(pilot, "until")
        await press(pilot, "ctrl+u", "=tomorrow", "enter")
        on(demo, FollowUpsScreen)


async def test_skipping_a_word_that_lapses_meanwhile_says_so() -> None:
    day = DAY - dt.timedelta(days=10)
    salon = Event(uid="salon", name="Salon", start=day, people=(Attendee(contact="ama", outcome="met"),))
    app = open_app(Network((AMA, salon)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rows(pilot).select("ama follow_up:salon")
        await press(pilot, "x")
        assert told(pilot) == ["Skipped Ama Owusu for good: it lapses after Sat 28 Nov  (u undoes)"]


async def test_a_promise_is_snoozed_as_long_as_one_likes() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        assert "lapses" not in shown(pilot)
        await press(pilot, "=5w", "enter")
        on(app, FollowUpsScreen)


async def test_below_a_question_stands_its_own_key() -> None:
    app = open_app(put_off(2))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x")
        on(app, Ask)
        footer = shown(pilot).splitlines()[-1]
        assert "esc Close" in footer
        assert "Snooze" not in footer


async def test_an_unsigned_message_says_how_to_sign() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        await pilot.pause()
        assert "asks for your name" in str(app.screen.query_one("#unsigned", Static).content)


async def test_a_message_of_somebody_with_a_name_says_nothing_of_it(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "m")
        on(demo, DraftDialog)
        assert not demo.screen.query("#unsigned")


async def test_three_put_offs_in_a_row_ask_whether_the_rhythm_is_right() -> None:
    for answer, paused, tier in (("p", True, "inner"), ("s", False, "close"), ("escape", False, "inner")):
        app = open_app(put_off(2))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "x")
            on(app, Ask)
            assert "Rosa Mbeki" in shown(pilot)
            await press(pilot, answer)
            rosa = app.book.network.contacts["rosa"]
            assert (rosa.paused, rosa.tier) == (paused, tier)


async def test_two_put_offs_ask_nothing() -> None:
    app = open_app(put_off(1))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x")
        on(app, FollowUpsScreen)
        assert len(app.book.network.contacts["rosa"].deferrals) == 2


async def test_tried_asks_nothing_and_is_no_touch() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        on(app, FollowUpsScreen)
        attempt = app.book.network.interactions_of("maya")[0]
        assert attempt.attempt
        assert attempt.channel == "call"
        assert len(app.book.network.touches_of("maya")) == 1


async def test_a_promise_is_worded_anew_and_moved_with_a_reason() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        on(app, StepDialog)
        await press(pilot, "= and the video", "tab", "=1 dec", "tab", "=she is away", "enter")
        step = app.book.network.follow_ups["deck"]
        assert step.text == "send the deck and the video"
        assert step.due == dt.date(2026, 12, 1)
        assert (step.moves[0].before, step.moves[0].reason) == (dt.date(2026, 11, 20), "she is away")
        await press(pilot, "e", "f8")
        assert status(app, "deck") == "dropped"


async def test_a_promise_can_not_be_emptied() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "ctrl+u", "enter")
        on(app, StepDialog)
        assert "Nothing is promised then" in told(pilot)[-1]
        assert app.book.network.follow_ups["deck"].text == "send the deck"


async def test_a_message_is_drafted_sent_and_closes_the_promise() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        on(app, DraftDialog)
        assert "Hi Maya" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert status(app, "deck") == "done"
        assert app.book.network.touches_of("maya")[0].summary.startswith("Wrote: ")


async def test_enter_opens_the_person_and_one_brings_the_queue_back_as_it_was(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "down", "enter")
        contact = on(demo, ContactsScreen).contact
        assert contact is not None
        assert contact.name == "Chidinma Okafor-Eze"
        await press(pilot, "1")
        assert contact.uid in (rows(pilot).current or "")


async def test_escape_goes_back_to_where_somebody_was_opened_from_once(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "down")
        row = rows(pilot).current
        await press(pilot, "enter", "escape")
        on(demo, FollowUpsScreen)
        assert rows(pilot).current == row
        # A search left over is not what one came for; one typed here is left first.
        await press(pilot, "2", "slash", "=chid", "enter", "1", "enter", "escape")
        on(demo, FollowUpsScreen)
        await press(pilot, "enter", "slash", "=nerea", "enter", "escape")
        on(demo, ContactsScreen)
        await press(pilot, "escape")
        on(demo, FollowUpsScreen)
        # Whoever goes to the contacts by themselves stays there.
        await press(pilot, "enter", "3", "2", "escape", "escape", "escape")
        on(demo, ContactsScreen)


async def test_only_the_newest_is_told_and_on_one_line(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "down", "down", "t", "x", "x")
        await pilot.pause()
        assert len(told(pilot)) == 1
        (toast,) = demo.screen.query("Toast")
        assert toast.size.height == 1
        assert toast.region.y == 0


async def test_words_as_wide_as_the_screen_begin_on_the_top_line(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE, notifications=True) as pilot:
        for cells in range(74, 80):
            demo.clear_notifications()
            demo.notify("Noted " + "x" * (cells - 15) + "  (undo)x", markup=False)
            await pilot.pause()
            await pilot.pause()
            (toast,) = demo.screen.query("Toast")
            assert (toast.region.y, toast.region.height) == (0, 1 if cells < 78 else 2), cells


async def test_where_there_is_no_room_keys_do_nothing_but_quit(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down")
        before = demo.book.network
        interactions = len(before.interactions)
        await pilot.resize_terminal(40, 10)
        await press(pilot, "t", "x", "2", "a", "=hello", "enter")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        on(demo, FollowUpsScreen)
        assert len(demo.book.network.interactions) == interactions
        assert not told(pilot)
        await pilot.resize_terminal(40, 10)
        await press(pilot, "q")
    assert demo._exit


async def test_quitting_from_a_dialog_asks_about_what_was_typed(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "d", "=sent it", "ctrl+q")
        on(demo, Ask)
        assert "Quit without saving?" in shown(pilot)
        await press(pilot, "ctrl+q", "k")
        assert on(demo, DoneDialog).value("said") == "sent it"
        await press(pilot, "ctrl+q", "x")
    assert demo._exit


async def test_quitting_from_an_untouched_dialog_asks_nothing(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "d", "ctrl+q")
    assert demo._exit


async def test_undo_highlights_the_row_that_comes_back(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "down")
        first = rows(pilot).current
        await press(pilot, "d", "enter")
        await press(pilot, "x")
        assert rows(pilot).current != first
        await press(pilot, "end", "u")
        assert rows(pilot).current != first
        await press(pilot, "home", "u")
        assert rows(pilot).current == first


@pytest.mark.parametrize(("wide", "last"), [(60, "Message"), (80, "History"), (120, "Open")])
async def test_the_footer_fits_and_always_names_help(demo: KithApp, wide: int, last: str) -> None:
    async with demo.run_test(size=(wide, 24)) as pilot:
        await press(pilot, "down", "down")
        footer = shown(pilot).splitlines()[-1]
        assert footer.startswith(" d Done  s Snooze")
        assert last in footer
        assert footer.rstrip().endswith("? Help")


async def test_a_book_that_can_only_be_read_says_why_and_changes_nothing() -> None:
    app = KithApp(Book(small(), Reading()), Clock(fixed=NOW))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        assert "read-only" in str(app.screen.query_one(TopBar).content)
        for key in ("t", "x"):
            await press(pilot, key)
            assert "Another Kith has this file open" in told(pilot)[-1]
        await press(pilot, "d")  # nothing is typed for nothing
        on(app, FollowUpsScreen)
        assert "Read-only: Another Kith has this file open" in told(pilot)[-1]
        assert status(app, "deck") == "open"
        assert len(app.book.network.interactions) == 1


async def test_what_can_not_be_saved_stands_here_and_is_said_until_it_is() -> None:
    store = FullDisk()
    app = KithApp(Book(small(), store), Clock(fixed=NOW))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        bar = app.screen.query_one(TopBar)
        assert "not saved" in str(bar.content)
        assert app.book.network.interactions_of("maya")[0].attempt
        await press(pilot, "q")
        on(app, Ask)
        await press(pilot, "s")
        on(app, FollowUpsScreen)
        store.full = False
        app._tend()
        await pilot.pause()
        assert "not saved" not in str(bar.content)
        assert told(pilot)[-1] == "Everything is saved again."


async def test_a_small_terminal_is_told_so_and_all_is_as_it_was_afterwards(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "s", "=fr")
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert "at least 60×16" in shown(pilot)
        await pilot.resize_terminal(200, 50)
        await pilot.pause()
        assert on(demo, SnoozeDialog).value("until") == "fr"
        await press(pilot, "escape")
        assert "Nerea Etxeandia" in shown(pilot)


async def test_check_ins_that_can_wait_stand_below_their_heading_and_the_end_of_the_day_is_told() -> None:
    long_ago = DAY - dt.timedelta(days=900)
    people = [
        Contact(uid=f"p{number}", name=f"Ada {number}", tier="close", added=DAY - dt.timedelta(days=200))
        for number in range(7)
    ]
    old = Contact(uid="old", name="Old Friend", tier="ambient", organization="Elsewhere", added=long_ago)
    met = Interaction(uid="met", day=long_ago, contacts=("old",), summary="tea")
    soon = FollowUp(uid="soon", kind="promise", contact="p0", text="the map", due=DAY + dt.timedelta(days=3))
    app = open_app(Network([*people, old, met, soon]))
    async with app.run_test(size=(80, 36)) as pilot:
        await press(pilot)
        while (rows(pilot).current or "more") != "more":
            await press(pilot, "x")
        text = shown(pilot)
        assert text.index("Check-ins") < text.index("more check-in") < text.index("One to reconnect with")
        assert "all done" not in text
        await press(pilot, "enter")
        text = shown(pilot)
        assert text.index("Check-ins") < text.index("Ada") < text.index("One to reconnect with")
        rows(pilot).select(rows(pilot).ids[0])
        while "check_in" in (rows(pilot).current or ""):
            await press(pilot, "x")
        assert "Coming up  all done for today" in shown(pilot)


async def test_an_empty_queue_says_what_to_do_next() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x")
        for key in ("d", "s", "x", "t", "m", "e", "h", "o", "p", "enter", "w", "escape"):
            await press(pilot, key)
        on(app, FollowUpsScreen)
        assert "Nobody needs you today" in shown(pilot)
        assert not app.screen.query(Static).filter(".-error")
