"""Any part, tab or field of any page in two keys: the key for jumping, and the letter that stands on it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tests.screens.pressing import press, seen, shown
from tui.app import KithApp
from tui.screens.give import GiveScreen
from tui.screens.jump import JumpScreen
from tui.screens.prep import PrepScreen
from tui.widgets.jumping import spots
from tui.widgets.pane import Pane

PAGES = {
    "follow-ups": ("1",),
    "contacts": ("2",),
    "events": ("3",),
    "prepare": ("3", "enter"),
    "give": ("4",),
    "insights": ("5",),
    "templates": ("D",),
    "review": ("R",),
    "duplicates": ("M",),
    "new contact": ("2", "n"),
    "message": ("2", "m"),
    "history": ("2", "h"),
    "settings": ("comma",),
    "capture": ("a",),
}
"""Each page with parts, and what to press to be there."""


def places(pilot: Pilot[str]) -> dict[str, Widget | None]:
    """Return the letters of the page seen now, each with the widget that it goes to; None for a tab."""
    return {letter: getattr(spot.go, "__self__", None) for letter, spot in spots(pilot.app.screen)}


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
async def test_every_part_of_every_page_has_a_letter_in_sight(demo: KithApp, size: tuple[int, int]) -> None:
    async with demo.run_test(size=size) as pilot:
        for name, keys in PAGES.items():
            await press(pilot, *keys)
            page, found = demo.screen, places(pilot)
            inside = {widget for widget in page.focus_chain if page.find_widget(widget).visible_region}
            assert inside, name
            assert inside <= set(found.values()), name
            spotted = {spot.at for _, spot in spots(page)}
            assert len(spotted) == len(found), name
            assert all(page.region.contains_point(at) for at in spotted), name
            while len(demo.screen_stack) > 1:
                await press(pilot, "escape")


async def test_the_letter_puts_the_focus_there_and_one_sees_it(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        for keys in (("1",), ("2",), ("3", "enter"), ("4",), ("5",)):
            await press(pilot, *keys)
            page = demo.screen
            pane = page.query_one(Pane)
            letter = next(letter for letter, widget in places(pilot).items() if widget is pane)
            await press(pilot, "J")
            assert f" {letter} " in shown(pilot)
            await press(pilot, letter)
            assert demo.screen is page
            assert pane.has_focus
            # Of two panes side by side, the one with the focus is told by more than a colour.
            assert pane.styles.border_left[0] == "heavy"


async def test_tabs_have_letters_too_and_the_screens_their_numbers(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "enter", "J", "d")
        prepare: object = demo.screen
        assert isinstance(prepare, PrepScreen)
        assert prepare.row is not None
        assert prepare.row.part == "people"
        await press(pilot, "4", "J", "s")
        give: object = demo.screen
        assert isinstance(give, GiveScreen)
        assert give._part == "introductions"
        await press(pilot, "J", "2")
        assert demo.current_mode == "contacts"


async def test_any_other_key_stays_where_one_was(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        for key in ("escape", "exclamation_mark", "f7"):
            focused = demo.screen.focused
            await press(pilot, "J")
            assert seen(pilot) is JumpScreen
            await press(pilot, key)
            if key == "f7":
                assert seen(pilot) is JumpScreen
                await press(pilot, "escape")
            assert demo.screen.focused is focused
            assert seen(pilot) is not JumpScreen


async def test_a_click_on_a_letter_goes_there_and_typed_text_stays(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "=Maya Lin", "f7")
        assert seen(pilot) is JumpScreen
        await pilot.click(".jump")
        await pilot.pause()
        assert "Maya Lin" in shown(pilot)
        await press(pilot, "escape", "x", "J")
        await pilot.click("#jump-51")
        await pilot.pause()
        assert demo.current_mode == "events"


async def test_the_help_says_so(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        for keys in (("1",), ("2",), ("3", "enter"), ("4",), ("5",)):
            await press(pilot, *keys, "question_mark")
            assert "J Jump" in "\n".join(shown(pilot).splitlines()[:14])
            await press(pilot, "escape")


async def test_on_another_size_the_letters_stand_where_the_parts_then_are(demo: KithApp) -> None:
    async with demo.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        page = demo.screen
        await press(pilot, "J")
        before = {spot.at for _, spot in spots(page)}
        await pilot.resize_terminal(200, 50)
        await pilot.pause()
        await press(pilot)
        after = {spot.at for _, spot in spots(page)}
        shown_at = {it.region.offset for it in demo.screen.query(".jump")}
        assert before != after == shown_at
