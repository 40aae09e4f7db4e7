"""The help: the keys of where you are, and nothing that does not work there."""

from __future__ import annotations

from textual.screen import Screen

from tests.screens.pressing import press, shown
from tui.app import KithApp
from tui.screens.help import HelpScreen, key_lines


async def test_the_help_lists_the_keys_of_the_screen_below(demo: KithApp) -> None:
    async with demo.run_test(size=(120, 120)) as pilot:
        await press(pilot, "down", "down")
        keys = dict(key_lines(demo.screen))
        assert keys["s"] == "Hide until a date"
        assert keys["q"] == "Save and quit"
        assert not any("command prompt" in tip for tip in keys.values())
        await press(pilot, "question_mark")
        assert isinstance(demo.screen, HelpScreen)
        for words in ("Hide until a date", "organisation, and after the comma", "tier:close", "end of month"):
            assert words in shown(pilot)
        await press(pilot, "escape", "2")
        below: Screen[object] = demo.screen_stack[0]
        assert "s" not in dict(key_lines(below))


async def test_where_one_types_help_is_on_its_other_key(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "slash")
        footer = shown(pilot).splitlines()[-1]
        assert "f1 Help" in footer
        assert "?" not in footer
        assert "/ Search" not in footer
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
