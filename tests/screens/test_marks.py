"""Several rows at once: marked, dealt with as one, undone as one; and why a row is here."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from tests.screens.conftest import open_app
from tests.screens.people import on, put_off, small
from tests.screens.pressing import note, press, rows, shown, told
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Contact, Milestone
from tui.screens.done import DoneDialog
from tui.screens.explain import ExplainScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.help import HelpScreen
from tui.screens.snooze import USUAL, SnoozeDialog

SIZE = (80, 24)


async def test_marked_rows_are_skipped_together_and_come_back_together(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down")
        ids = list(rows(pilot).ids)
        await press(pilot, "space", "space", "space")
        assert "3 marked" in shown(pilot)
        assert shown(pilot).count("✓ ") >= 4
        # Not what is highlighted: what is marked.
        await press(pilot, "x")
        left = list(rows(pilot).ids)
        assert [name for name in ids if name not in left] == ids[2:5]
        assert rows(pilot).current == ids[5]
        assert "marked" not in shown(pilot)
        await press(pilot, "u")
        assert list(rows(pilot).ids) == ids
        await press(pilot, "ctrl+r")
        assert list(rows(pilot).ids) == left


async def test_done_for_several_asks_once(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "space", "space", "d")
        dialog = on(demo, DoneDialog)
        assert "2 rows, done together" in shown(pilot)
        assert dialog.value("channel") == "as usual"
        before = len(demo.book.network.interactions)
        await press(pilot, "=sent both", "enter")
        on(demo, FollowUpsScreen)
        assert len(demo.book.network.interactions) == before + 2
        assert told(pilot)[-1].startswith("Done: ")
        await press(pilot, "u")
        assert len(demo.book.network.interactions) == before


async def test_snoozed_and_tried_together(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down")
        ids = list(rows(pilot).ids)
        await press(pilot, "space", "space", "s")
        on(demo, SnoozeDialog)
        await press(pilot, "enter")
        assert list(rows(pilot).ids)[:4] == [*ids[:2], *ids[4:6]]
        await press(pilot, "space", "space", "t")
        assert told(pilot)[-1].startswith("Noted that you tried to reach ")
        assert not {*ids[4:6]} & {*rows(pilot).ids}


async def test_marks_go_with_escape_and_by_space() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "space")
        assert "1 marked" in shown(pilot)
        await press(pilot, "space")
        assert "marked" not in shown(pilot)
        await press(pilot, "space", "escape")
        assert "marked" not in shown(pilot)


async def test_after_the_third_time_slower_says_how_much() -> None:
    app = open_app(put_off(2))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x")
        assert "Slower: close, every 2 months (now every 3 weeks)" in shown(pilot)
        await press(pilot, "s")
        assert app.book.network.contacts["rosa"].tier == "close"


async def test_the_page_of_a_row_and_the_help_say_why_it_is_here() -> None:
    app = open_app(small())
    async with app.run_test(size=(100, 70)) as pilot:
        await press(pilot, "W")
        on(app, ExplainScreen)
        seen = shown(pilot)
        for words in ("Promise, overdue (today: 1 of 1)", "starts Tue 10 Nov", "tier close", "not due yet"):
            assert words in seen
        await press(pilot, "escape", "question_mark")
        on(app, HelpScreen)
        assert "starts Tue 10 Nov" in shown(pilot)
        await press(pilot, "escape")
        # From the palette too.
        await press(pilot, "ctrl+p", "=why", "enter")
        on(app, ExplainScreen)


async def test_snoozed_by_stepping_through_the_usual_days() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s", "up")
        assert on(app, SnoozeDialog).value("until") == "in 3 days"
        assert "Fri 27 Nov" in note(pilot, "until")
        await press(pilot, "up", "up")
        assert "Wed 25 Nov" in note(pilot, "until")
        for _ in USUAL:
            await press(pilot, "down")
            assert "→ " in note(pilot, "until")
        assert "Wed 24 Feb 2027" in note(pilot, "until")
        # What is typed takes the place of it.
        await press(pilot, "=fri", "enter")
        assert app.book.network.contacts["maya"].deferrals[-1].until == dt.date(2026, 11, 27)


async def test_snoozed_on_a_sunday_for_a_week_and_not_until_tomorrow() -> None:
    sunday = dt.datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    app = open_app(small(), sunday)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        assert "Sun 29 Nov" in note(pilot, "until")
        await press(pilot, "up")
        assert "Wed 25 Nov" in note(pilot, "until")


async def test_slower_than_an_interval_of_ones_own() -> None:
    held = put_off(2)
    held.contacts["rosa"] = replace(held.contacts["rosa"], interval=70, added=dt.date(2026, 1, 1))
    app = open_app(held)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x")
        assert "Slower: active, every 6 months (now every 2 months)" in shown(pilot)


async def test_the_days_of_somebody_are_kept_quiet_from_the_queue() -> None:
    born = Milestone(label="birthday", month=11, day=26)
    rosa = Contact(uid="rosa", name="Rosa Mbeki", tier="ambient", milestones=(born,))
    app = open_app(Network((rosa,)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "Q")
        assert app.book.network.contacts["rosa"].muted_milestones
        assert "Nobody needs you today" in shown(pilot)
        assert told(pilot)[-1].startswith("Keeping quiet about the milestones of Rosa Mbeki")
        await press(pilot, "u")
        assert "birthday on Thursday" in shown(pilot)
