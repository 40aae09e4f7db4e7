"""Where one can jump to on a page: every part of it that takes keys, and every tab, each with a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

import msgspec
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Letters for the places, those under the fingers first."""

JUMPING = "-jumping"
"""The class of the page that shows the letters."""


class Spot(msgspec.Struct, frozen=True):
    """A place to jump to."""

    at: Offset
    """Where its letter is shown, in cells of the screen."""
    go: Callable[[], object]
    """What goes there."""
    letter: str = ""
    """Its own letter, where one stands there already."""


@runtime_checkable
class Tabbed(Protocol):
    """A widget with tabs, each of which one can jump to."""

    def tabs(self) -> Iterator[Spot]:
        """Yield its tabs, where they are seen."""
        ...


def spots(screen: Screen[object]) -> tuple[tuple[str, Spot], ...]:
    """Return the places of a page that are in sight, from top to bottom, each with its letter."""
    found = [*_tabs(screen), *_widgets(screen)]
    found.sort(key=lambda spot: (spot.at.y, spot.at.x))
    named = tuple((spot.letter, spot) for spot in found if spot.letter)
    return (*named, *zip(LETTERS, (spot for spot in found if not spot.letter), strict=False))


def _tabs(screen: Screen[object]) -> Iterator[Spot]:
    for widget in screen.query(Widget):
        if isinstance(widget, Tabbed) and widget.display:
            yield from widget.tabs()


def _widgets(screen: Screen[object]) -> Iterator[Spot]:
    for widget in screen.focus_chain:
        seen = _seen(screen, widget)
        if seen:
            yield Spot(seen.offset, widget.focus)


def _seen(screen: Screen[object], widget: Widget) -> Region:
    """Return what of a widget is in sight: of a long form some fields are not."""
    place = screen.find_widget(widget)
    return place.region.intersection(place.clip)


def go(spot: Spot | None) -> None:
    """Go to a place, if one was chosen."""
    if spot is not None:
        spot.go()
