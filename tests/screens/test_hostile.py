"""Text from people and files on every screen and dialog: it shows, and nothing in it acts."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.screens.conftest import open_app
from tests.screens.hostile import ACTING, TEXT, hostile
from tests.screens.pressing import press, shown, told
from tui.model.network import Network
from tui.model.records import Contact
from tui.widgets.fields import Field
from tui.widgets.rowlist import RowList

WAYS = {
    "queue": ("down", "down"),
    "done": ("down", "down", "d"),
    "snooze": ("down", "down", "s"),
    "step": ("down", "down", "e"),
    "draft": ("down", "down", "m"),
    "history": ("down", "down", "h"),
    "put right": ("down", "down", "h", "end", "up", "enter"),
    "focus": ("down", "down", "f"),
    "help": ("question_mark",),
    "palette": ("ctrl+p", "=red"),
    "contacts": ("2",),
    "pane": ("2", "enter", "pagedown"),
    "found": ("2", "slash", "=red"),
    "marked": ("2", "ctrl+a", "e"),
    "completion": ("2", "slash", "=#"),
    "history of a kind": ("down", "down", "h", "right"),
    "log line": ("L", "=call with [red"),
    "form": ("2", "e"),
    "log": ("2", "l"),
    "people": ("2", "l", "ctrl+t", "tab", "down", "tab"),
    "archive": ("2", "end", "z"),
    "capture": ("a", "=[red]"),
    "you": ("y",),
    "events": ("3",),
}


def acts(pilot: Pilot[str]) -> set[str]:
    """Return the characters on the screen that a terminal would act on."""
    return set(shown(pilot)) & set(ACTING)


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_acts(way: str) -> None:
    app = open_app(hostile())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await press(pilot, *WAYS[way])
        await pilot.app.workers.wait_for_complete() if way == "palette" else None
        assert not acts(pilot)
        if way != "help":
            assert "[red]" in shown(pilot) or "[@click" in shown(pilot)
        styles = [
            segment.style
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None
        ]
        assert not any("@click" in style.meta for style in styles)


async def test_toasts_and_titles_show_it_as_text() -> None:
    app = open_app(hostile())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await press(pilot, "2", "P")
        await pilot.pause()
        assert "[@click=app.exit]x" in told(pilot)[-1]
        assert not acts(pilot)
        await press(pilot, "u", "1", "down", "down", "t")
        assert not set("".join(told(pilot))) & set(ACTING)
        app.notify(f"{TEXT}\n" * 500, title=TEXT)
        await pilot.pause()
        assert not acts(pilot)
        assert len(told(pilot)[-1]) <= 400


@pytest.mark.parametrize("keys", [("2", "n"), ("2", "l"), ("h", "n"), ("d",), ("y",), ("2", "slash")])
async def test_pasted_into_any_field_it_stands_there_whole(keys: tuple[str, ...]) -> None:
    app = open_app(hostile("plain"))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "down", "down", *keys)
        boxes = [it for it in app.screen.query("Input, TextArea").results() if it.focusable]
        for box in boxes[:6]:
            assert isinstance(box, (Input, TextArea))
            box.focus()
            box.post_message(events.Paste(f"first\n{TEXT}\nlast"))
            await pilot.pause()
            held = box.value if isinstance(box, Input) else box.text
            assert "first" in held
            assert "[@click=app.exit]x" in held
            assert "last" in held
            assert not set(held) & set(ACTING)
        assert not acts(pilot)


async def test_long_text_is_taken_shown_and_saved() -> None:
    app = open_app(hostile("plain"))
    async with app.run_test(size=(80, 24)) as pilot:
        long = "長い" * 5000
        await press(pilot, "2", "n")
        app.screen.query_one("#field-name", Field).control.post_message(events.Paste(long))
        await press(pilot, "ctrl+s")
        assert any(it.name == long for it in app.book.network.contacts.values())
        rows = app.screen.query_one(RowList)
        assert all(rows.render_line(y).cell_length == rows.size.width for y in range(3))
        for keys in (("l", "escape"), ("m", "escape"), ("h", "escape"), ("e", "escape"), ("1", "2")):
            await press(pilot, *keys)
        assert "長い" in shown(pilot)


async def test_a_completion_that_is_taken_does_not_act() -> None:
    app = open_app(hostile())
    async with app.run_test(size=(100, 30)) as pilot:
        for sign in ("#", "@", "place:"):
            await press(pilot, "2", "slash", "ctrl+u", f"={sign}", "tab")
            assert not acts(pilot)
            assert app.screen.query_one(Input).value.startswith(sign)
        await press(pilot, "escape", "escape", "a", "=Zed @", "=a", "right")
        assert not acts(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_ten_thousand_characters_and_a_resize_on_the_way(size: tuple[int, int]) -> None:
    maya = Contact(uid="m", name="[red]山田 👩‍🚀[/red]", notes="tide " * 2000, private_notes="x" * 10_000)
    app = open_app(Network((maya,)))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "enter", "v", "escape", "space")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "e", "escape", "h", "right")
        await pilot.resize_terminal(*size)
        await press(pilot, "escape", "escape", "e")
        await pilot.resize_terminal(100, 30)
        await press(pilot, "escape")
        assert "[red]山田" in shown(pilot)
        assert app.book.network.contacts["m"] == maya
