"""The help: the keys of where you are, and nothing that does not work there."""

from __future__ import annotations

from textual.screen import Screen

from tests.screens.conftest import open_app
from tests.screens.pressing import press, shown
from tests.widgets.test_keys import screens
from tui.app import KithApp
from tui.rules.entry.specs import GROUPS, PROFILE_GROUPS
from tui.screens.about_you import QUESTIONS
from tui.screens.help import HelpScreen, key_lines
from tui.screens.search_help import SearchHelp
from tui.view.field_help import field_help
from tui.view.help import PAGES


async def test_the_help_lists_the_keys_of_the_screen_below(demo: KithApp) -> None:
    async with demo.run_test(size=(120, 190)) as pilot:
        await press(pilot, "down", "down")
        keys = dict(key_lines(demo.screen))
        assert keys["s"] == "Hide until a date"
        assert keys["q"] == "Save and quit"
        assert not any("command prompt" in tip for tip in keys.values())
        await press(pilot, "question_mark")
        assert isinstance(demo.screen, HelpScreen)
        for words in ("Hide until a date", "organisation, and after the comma", "tier:close", "end of month"):
            assert words in shown(pilot)
        for words in ("─ Help: Follow-ups ─", "overdue, due, soon", "an event, a promise, a milestone"):
            assert words in shown(pilot)
        await press(pilot, "escape", "2")
        below: Screen[object] = demo.screen_stack[0]
        assert "s" not in dict(key_lines(below))


async def test_where_one_types_help_is_on_its_other_key(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "slash")
        footer = shown(pilot).splitlines()[-1]
        assert "f1 Help" in footer
        assert "? Help" not in footer
        assert "/ Search" not in footer
        assert "↑ ↓ j k" not in dict(key_lines(demo.screen))
        await press(pilot, "f1")
        assert isinstance(demo.screen, HelpScreen)


async def test_what_means_nothing_on_a_row_is_not_listed(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert dict(key_lines(demo.screen))["^q"].startswith("Save and quit, from dialogs")
        keys = dict(key_lines(demo.screen))
        assert "w" in keys
        assert "d" not in keys


async def test_keys_about_somebody_are_listed_where_nobody_was_found(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "=tier:bogus", "down")
        keys = dict(key_lines(demo.screen))
        assert keys["l"] == "Log a call, a coffee, a message"
        assert " l Log" not in shown(pilot).splitlines()[-1]


def test_every_page_says_what_it_is_for_and_the_next_step() -> None:
    bases = {
        "KithScreen",
        "Dialog",
        "Form",
        "RowActions",
        "ContactActions",
        "ContactMarks",
        "EventActions",
        "HelpScreen",
        "Page",
        "Choosing",
        "Marking",
        SearchHelp.__name__,
        "RecoveryHelp",
    }
    there = {kind.__name__ for kind in screens()} - bases
    assert there - set(PAGES) == set()
    assert set(PAGES) - there == set()


def test_every_field_of_the_forms_is_explained() -> None:
    labels = [spec.label for _, fields in (*GROUPS, *PROFILE_GROUPS, ("", QUESTIONS)) for spec in fields]
    assert [label for label in labels if not field_help(label, "")[0]] == []


async def test_the_top_says_what_the_screen_is_for_its_keys_and_the_next_step(demo: KithApp) -> None:
    wanted = {
        "1": ("Who needs you today", "Next", "Snooze"),
        "2": ("Everybody you know", "Next", "Log"),
        "3": ("Where you will meet people", "Next", "Practise"),
        "4": ("What you could do for others", "Next", "Introduce"),
        "5": ("How your network does", "Next", "People"),
    }
    async with demo.run_test(size=(80, 24)) as pilot:
        for key, words in wanted.items():
            await press(pilot, key, *(("down", "down") if key == "1" else ()), "question_mark")
            top = "\n".join(shown(pilot).splitlines()[:13])
            assert all(it in top for it in words), top
            await press(pilot, "escape")


async def test_an_empty_screen_leads_on() -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "escape", "question_mark")
        assert "a adds somebody you met" in shown(pilot)
        await press(pilot, "escape", "3", "question_mark")
        assert "makes your first event" in shown(pilot)


async def test_in_a_dialog_a_key_explains_the_field_and_nothing_typed_is_lost(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n", "=Maya Lin")
        below = demo.screen
        await press(pilot, "f1")
        assert "in any script" in shown(pilot)
        await press(pilot, "escape")
        assert demo.screen is below
        assert "Maya Lin" in shown(pilot)
        await press(pilot, "tab", "tab", "tab", "f1")
        assert "inner every 21 days" in shown(pilot)


async def test_where_a_line_is_typed_its_language_comes_first(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "f1")
        assert "all words before the first mark" in shown(pilot)
        await press(pilot, "escape", "escape", "2", "slash", "f1")
        assert "accents and case don't count" in shown(pilot)


async def test_the_key_again_shows_where_everyday_things_are(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        for key in ("question_mark", "f1"):
            await press(pilot, "question_mark", key)
            assert "Snooze until a day" in shown(pilot)
            await press(pilot, key)
            assert "Who needs you today" in shown(pilot)
            await press(pilot, "escape")
