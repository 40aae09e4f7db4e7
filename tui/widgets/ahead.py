"""Keys typed ahead: what is typed while a page is still opening waits for it, and none goes astray.

Without this a name typed straight after the key that opens a form is lost to it, or, worse, its letters act on the
page below.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from textual import events
from textual.app import App
from textual.widget import Widget

_STEP: Final = 0.005
"""Seconds between two looks whether what a key set off has come to an end."""
_CALM: Final = 2
"""Looks in a row that must find nothing under way: work that a key starts begins between two of them."""
_LOOKS: Final = 400
"""Looks after which keys are handed on in any case."""
_MOVES: Final = frozenset({"up", "down", "pageup", "pagedown", "home", "end", "j", "k"})
"""Keys that only move, and are held down: nothing waits for them."""


def is_typed_into(widget: Widget | None) -> bool:
    """Tell whether letters go into a widget, as they do into a field."""
    return widget is not None and widget.check_consume_key("a", "a")


class TypeAhead(App[str]):
    """An app that hands a key on once the one before it has done its work."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._under_way = False
        self._calm = self._looked = 0

    async def on_event(self, event: events.Event) -> None:
        """Hand on what is typed, or keep it until the page that it is meant for is there."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            self._ahead.append(event)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        if self._sets_off_work(event):
            self._under_way, self._calm, self._looked = True, 0, 0
            self.set_timer(_STEP, self._look)
        await super().on_event(event)

    def _sets_off_work(self, event: events.Key | events.Paste) -> bool:
        if isinstance(event, events.Paste) or event.key in _MOVES:
            return False
        return not (event.is_printable and is_typed_into(self.focused))

    async def _look(self) -> None:
        """Hand on what was kept, if the key before it has done its work; else look again soon."""
        self._looked += 1
        self._calm = self._calm + 1 if self._settled() else 0
        if self._calm < _CALM and self._looked < _LOOKS:
            self.set_timer(_STEP, self._look)
            return
        self._under_way = False
        while self._ahead and not self._under_way:
            await self._hand_on(self._ahead.popleft())

    def _settled(self) -> bool:
        """Tell whether the page on top is there, with nothing left to do between its focus and the app."""
        if not self.screen_stack:
            return True  # it is closing
        page = self.screen
        node = self.focused or page
        return page.is_mounted and not any(it.message_queue_size for it in (node, *node.ancestors))
