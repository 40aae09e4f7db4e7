"""Every page looks as it is kept, every page is there, and none needs its colours.

A picture that differs is shown as a diff of its text. If it is meant: `python -m tests.gallery --update PLACE`, look at
what changed (`--svg FOLDER PLACE` draws it), and commit the pictures with the change.
"""

from __future__ import annotations

import difflib
import inspect
import pkgutil
from importlib import import_module
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.screen import Screen

import tui.screens
from tests.gallery.kept import FOLDER, kept, path_of
from tests.gallery.places import PLACES
from tests.gallery.taking import LOOKS, run, take

_NEVER_ON_TOP = frozenset(
    {
        "Choosing",
        "ContactActions",
        "ContactMarks",
        "Dialog",
        "EventActions",
        "Form",
        "KithScreen",
        "Marking",
        "Over",
        "Page",
        "RowActions",
    }
)
"""What other screens are made from, and nobody sees as such."""


@pytest.mark.parametrize("name", PLACES)
async def test_it_looks_as_it_is_kept(name: str) -> None:
    pictures = await take(PLACES[name], quick=True)
    for size, picture in pictures.items():
        _compare(f"{path_of(name, size).relative_to(FOLDER)}", kept(name, size), picture.text(), name)
        colours = {words for *_, none in picture.legend.values() for words in none.split() if words[0] == "#"}
        assert all(it[1:3] == it[3:5] == it[5:7] for it in colours), f"{name} has colours without colours"


def _compare(path: str, before: str, now: str, place: str) -> None:
    if before == now:
        return
    lines = difflib.unified_diff(before.splitlines(), now.splitlines(), "kept", "now", n=1, lineterm="")
    pytest.fail(
        f"{path} looks different:\n" + "\n".join(lines) + f"\n\nIf that is meant: "
        f"python -m tests.gallery --update {place}, and look at the pictures before they are committed.",
        pytrace=False,
    )


def test_every_screen_and_dialog_is_in_the_gallery() -> None:
    shown = {it.shows for it in PLACES.values()}
    assert _classes() - _NEVER_ON_TOP - shown == set()
    assert shown - _classes() == {CommandPalette.__name__}


def test_no_picture_is_kept_of_what_is_no_more() -> None:
    assert {folder.name for folder in FOLDER.iterdir()} == set(PLACES)


def _classes() -> set[str]:
    """Return the name of every screen and dialog class of the program."""
    found: set[type[Screen[Any]]] = set()
    for module in pkgutil.iter_modules(tui.screens.__path__, "tui.screens."):
        found |= {
            it
            for _, it in inspect.getmembers(import_module(module.name), inspect.isclass)
            if issubclass(it, Screen) and it.__module__.startswith("tui.")
        }
    return {it.__name__ for it in found}


@pytest.mark.parametrize("name", ["done", "insights"])
async def test_the_colourless_look_is_that_of_an_app_without_colours(name: str) -> None:
    told = await run(PLACES[name], LOOKS[2:])
    inferred = await run(PLACES[name], LOOKS[:1])
    for size, cells in told["none"].items():
        for row, other in zip(cells, inferred["none"][size], strict=True):
            assert [letter for letter, _ in row] == [letter for letter, _ in other]
            assert all(_as_good_as(one, two) for (_, one), (_, two) in zip(row, other, strict=True))


def _as_good_as(one: str, two: str) -> bool:
    """Tell whether two looks are the same but for the rounding of what shines through from below a dialog."""
    for word, other in zip(one.split(), two.split(), strict=True):
        greys = word[:1] == "#" and other[:1] == "#"
        if not (abs(int(word[1:3], 16) - int(other[1:3], 16)) <= 1 if greys else word == other):
            return False
    return True
