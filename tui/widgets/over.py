"""What stands over a page: painted once as it opens, the page behind it dimmed at little cost.

Textual lays a modal screen out and paints it twice or three times while it opens, each time with all that is behind
it, and reckons the dimmed colour of each piece of text anew: some 60 ms at 120×36, of which 15 are of use.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, TypeVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.widget import Widget

T = TypeVar("T")

_PUT_OFF: Final = 12
"""Times that painting is put off at most, while more is to come that alters what is painted."""
_MOMENT: Final = 0.005
"""Seconds between two looks whether it came."""


class Over(ModalScreen[T]):
    """A modal screen that is styled and painted once as it opens."""

    _to_come = _PUT_OFF
    _waiting = _resumed = False

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles at what they were made a moment ago, the first time."""
        # Textual's own handler comes after this one.
        if not self._resumed:
            self._resumed = True
            event.refresh_styles = False

    def _screen_resized(self, size: Size) -> None:
        """Find everything its place; as it opens it has just found it."""
        # The first layout tells the screen itself its size, which has all laid out a second time.
        if self._to_come <= 0 or size != self._compositor.size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        """Paint; as it opens, a moment later, once all that is on it is there and has its place."""
        if self._to_come > 0 and self.is_current:
            if not self._waiting:
                self._waiting = True
                self.set_timer(_MOMENT, self._paint_soon)
            return
        super()._compositor_refresh()

    def _paint_soon(self) -> None:
        self._waiting = False
        self._to_come = 0 if self._is_there() else self._to_come - 1
        self._compositor_refresh()

    def _is_there(self) -> bool:
        if self._layout_required or self.message_queue_size:
            return False
        return all(it.is_mounted for it in self.walk_children(Widget))

    def render(self) -> RenderableType:
        """Return what is behind, dimmed."""
        found = super().render()
        return Dimmed(found.screen, found.color) if type(found) is BackgroundScreen else found


class Dimmed(BackgroundScreen):
    """What Textual makes of a page behind another, each colour reckoned once."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the page's text in dimmed colours."""
        tint = self.color
        for text, style, control in console.render(self.screen._compositor, options):
            yield Segment(text, style if control else _dimmed(style or _PLAIN, tint), control)


_PLAIN = Style()


@lru_cache(maxsize=4096)
def _dimmed(style: Style, tint: Color) -> Style:
    """Return a style under a tint, without links: what `BackgroundScreen` makes of it."""
    (found,) = BackgroundScreen.process_segments([Segment("", style)], tint)
    return found.style or _PLAIN
