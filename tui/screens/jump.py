"""Jump: a letter over every part of the page below; the letter goes there."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.widgets import keys
from tui.widgets.jumping import JUMPING, Spot, spots
from tui.widgets.keybar import KeyBar


class JumpScreen(ModalScreen[Spot | None]):
    """Letters over the page; any other key leaves everything as it was."""

    BINDINGS = [keys.NOWHERE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, below: Screen[object]) -> None:
        super().__init__(classes=JUMPING)
        self._below = below
        self._spots = dict(spots(below))

    def on_mount(self) -> None:
        """Follow the page below: on a terminal of another size its parts stand elsewhere."""
        self._below.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def _laid_out(self, _below: Screen[object]) -> None:
        found = dict(spots(self._below))
        if [(letter, it.at) for letter, it in found.items()] != [
            (letter, it.at) for letter, it in self._spots.items()
        ]:
            self._spots = found
            self.refresh(recompose=True)

    def compose(self) -> ComposeResult:
        """A letter for each place."""
        for letter, spot in self._spots.items():
            label = Static(f" {letter} ", markup=False, classes="jump", id=f"jump-{ord(letter)}")
            label.styles.offset = spot.at
            yield label
        yield KeyBar()
        yield TooSmall()

    def on_key(self, event: events.Key) -> None:
        """Go where the letter says."""
        spot = self._spots.get(event.character or "")
        if spot is not None or event.is_printable:
            event.stop()
            self.dismiss(spot)

    def on_click(self, event: events.Click) -> None:
        """Go to the letter clicked; anywhere else, go nowhere."""
        name = (event.widget.id if event.widget else None) or ""
        number = name.removeprefix("jump-")
        self.dismiss(self._spots.get(chr(int(number))) if number != name else None)

    def action_back(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
