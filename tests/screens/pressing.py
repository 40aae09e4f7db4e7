"""Pressing keys as a person does, and reading what then stands on the screen."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from tui.widgets.rowlist import RowList


async def press(pilot: Pilot[str], *words: str) -> None:
    """Press keys by name; words that begin with '=' are typed letter by letter."""
    for word in words:
        if word.startswith("="):
            await pilot.press(*("space" if letter == " " else letter for letter in word[1:]))
        else:
            await pilot.press(word)
        await pilot.pause()


def shown(pilot: Pilot[str]) -> str:
    """Return the text of everything seen on the current screen, line by line, with every blank as a plain one."""
    screen = pilot.app.screen
    seen = ("".join(segment.text for segment in strip) for strip in screen._compositor.render_strips())
    return "\n".join(seen).replace("\N{NO-BREAK SPACE}", " ")


def footer(pilot: Pilot[str]) -> str:
    """Return the line of keys: what each is called and does, two blanks between them."""
    return shown(pilot).splitlines()[-1].strip()


def rows(pilot: Pilot[str]) -> RowList:
    """Return the list of the current screen."""
    return pilot.app.screen.query_one(RowList)


def seen(pilot: Pilot[str]) -> type[Screen[object]]:
    """Return what kind of screen is seen."""
    return type(pilot.app.screen)


def note(pilot: Pilot[str], field: str) -> str:
    """Return the line below a field."""
    return str(pilot.app.screen.query_one(f"#{field} .field--note", Static).content)


def told(pilot: Pilot[str]) -> list[str]:
    """Return what was announced."""
    return [str(toast.message).replace("\N{NO-BREAK SPACE}", " ") for toast in pilot.app._notifications]
