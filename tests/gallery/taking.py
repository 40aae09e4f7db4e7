"""Taking the pictures of a place: one run of the app, four sizes, three looks."""

from __future__ import annotations

import asyncio
import gc
import os
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App
from textual.color import BLACK
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize
from textual.filter import Monochrome
from textual.geometry import Size as Dimensions
from textual.strip import Strip

from tests.calm import calm, press
from tests.gallery.picture import Cell, Picture, picture
from tests.gallery.places import Place
from tests.gallery.stubs import stubs
from tui.widgets.look import DARK, LIGHT

Size = tuple[int, int]
Cells = list[list[Cell]]
SIZES: tuple[Size, ...] = ((80, 24), (120, 36), (200, 50), (60, 50))
"""Columns and rows; the first is the one in which a place is opened."""
LOOKS = ("dark", "light", "none")
"""Of the program's own colours, and without any (`NO_COLOR`)."""
WITH_RULES_OF_THEIR_OWN = frozenset({"CommandPalette"})
"""Pages that have style rules for `NO_COLOR`."""
_PATIENCE = 400
"""Looks at whether a page is there."""


class NotThere(AssertionError):
    """The keys of a place led elsewhere."""


async def take(place: Place, *, drawings: Path | None = None, quick: bool = False) -> dict[Size, Picture]:
    """Return the pictures of a place by size; with a folder for drawings, an SVG of each is written there.

    Without colours a page is what Textual's filter makes of it where `NO_COLOR` is set. A page with rules of its own
    for that is opened once more, in an app that is told so. `quick` puts the light colours on only for the first size
    and wherever else a look is seen that was not seen before; the same look in the dark is then taken to be the same
    in the light. Pictures that are kept are never taken that way, so a mistake in it shows as a difference.
    """
    if place.shows in WITH_RULES_OF_THEIR_OWN:
        # Its list also counts its rows anew where colours change, and the bar beside it moves.
        looks = await run(place, LOOKS[:1], drawings)
        for look in LOOKS[1:]:
            looks |= await run(place, (look,), drawings)
    else:
        looks = await run(place, LOOKS[:2], drawings, quick=quick)
    return {size: picture(*(looks[look][size] for look in LOOKS)) for size in SIZES}


async def run(
    place: Place, looks: Sequence[str], drawings: Path | None = None, *, quick: bool = False
) -> dict[str, dict[Size, Cells]]:
    """Return what is seen in each look, by size, from one run of the app."""
    found: dict[str, dict[Size, Cells]] = {look: {} for look in LOOKS}
    lit: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, stubs(Path(folder), colours=looks != LOOKS[2:]):
        app = place.app(Path(folder))
        async with app.run_test(size=SIZES[0], notifications=place.toasts):
            if len(looks) == 1:
                # Put on before, as one has it: Textual does not tell its palette of other colours while it shows.
                await _put_on(app, looks[0])
            await _open(app, place)
            # Collecting what is thrown away takes as long as all the rest.
            gc.disable()
            for number, size in enumerate(SIZES):
                if number:
                    _resize(app, size)
                    await calm(app)
                # There and back again: a change of colours costs more than a picture.
                for look in looks if quick or number % 2 == 0 else reversed(looks):
                    if quick and look == "light" and _seen(found["dark"][size]) <= lit.keys():
                        found[look][size] = [
                            [(it, lit[seen]) for it, seen in row] for row in found["dark"][size]
                        ]
                        continue
                    await _put_on(app, look)
                    visible_screen_stack.set(app._background_screens)
                    strips = app.screen._compositor.render_strips()
                    found[look][size] = _cells(strips)
                    if look == "dark":
                        found["none"][size] = _cells([it.apply_filter(Monochrome(), BLACK) for it in strips])
                    if drawings is not None:
                        name = f"{place.name}-{size[0]}x{size[1]}-{look}.svg"
                        (drawings / name).write_text(app.export_screenshot(title=place.name), "utf-8")
                if quick and size in found["light"]:
                    lit |= _pairs(found["dark"][size], found["light"][size])
            # What waits for an answer to a dialog gets none.
            app.workers.cancel_all()
            app.exit()
        gc.enable()
    return {look: pictures for look, pictures in found.items() if pictures}


async def _open(app: App[Any], place: Place) -> None:
    """Press the keys of a place, and wait for its page."""
    await calm(app)
    for step in place.steps:
        if isinstance(step, str):
            await press(app, step)
        else:
            step(app)
            await calm(app)
    for _ in range(_PATIENCE):
        if type(app.screen).__name__ == place.shows:
            break
        await asyncio.sleep(0.005)
        await calm(app)
    else:
        raise NotThere(f"{place.name} shows {type(app.screen).__name__}, not {place.shows}")
    for box in app.screen.query("Input, TextArea").results():
        box.cursor_blink = False  # type: ignore[attr-defined]  # both kinds have it
    await calm(app)


def _resize(app: App[Any], size: Size) -> None:
    driver = app._driver
    assert isinstance(driver, HeadlessDriver)
    driver._size = size
    app.post_message(Resize(Dimensions(*size), Dimensions(*size)))


async def _put_on(app: App[Any], look: str) -> None:
    """Give the app the colours of a look."""
    # The page of a damaged file has no other colours than the dark ones.
    wanted = LIGHT.name if look == "light" and LIGHT.name in app.available_themes else DARK.name
    if app.theme != wanted:
        app.theme = wanted
        await calm(app)


def _cells(strips: list[Strip]) -> Cells:
    """Return what stands on the screen, cell by cell."""
    return [
        [(letter, look) for text, style, _ in strip for look in (_look_of(style),) for letter in text]
        for strip in strips
    ]


def _seen(cells: Cells) -> set[str]:
    """Return every look there is on a screen."""
    return {look for row in cells for _, look in row}


def _pairs(dark: Cells, light: Cells) -> dict[str, str]:
    """Return each look in the dark with what it is in the light."""
    return {
        one: two
        for in_dark, in_light in zip(dark, light, strict=True)
        for (_, one), (_, two) in zip(in_dark, in_light, strict=True)
    }


@lru_cache(4096)
def _look_of(style: Style | None) -> str:
    """Return a style in words: colour on colour, and what else it is."""
    if style is None:
        return ""
    fore, back = (
        it.get_truecolor().hex if it is not None and not it.is_default else "-"
        for it in (style.color, style.bgcolor)
    )
    more = [name for name in _ATTRIBUTES if getattr(style, name)]
    return " ".join((f"{fore} on {back}", *more))


_ATTRIBUTES = ("bold", "dim", "italic", "underline", "underline2", "reverse", "strike", "blink", "overline")

os.environ["TEXTUAL_ANIMATIONS"] = "none"
