"""Keys at rest: what takes long to find or to lay out waits for the last move of a run, as of a key held down."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

MANY = 3000
"""Contacts from which what stands beside a list waits for rest."""
REST = 0.15
"""Seconds without a move that count as rest: a key held down repeats every 0.03 s."""


class Resting:
    """Calls back once keys have rested since `begin`."""

    def __init__(self, page: MessagePump, then: Callable[[], None]) -> None:
        self._page, self._then = page, then
        self._timer: Timer | None = None

    @property
    def awaited(self) -> bool:
        """Whether rest is waited for: the last move was a moment ago."""
        return self._timer is not None

    def begin(self) -> None:
        """Wait from now."""
        self.end()
        self._timer = self._page.set_timer(REST, self.over)

    def end(self) -> None:
        """Wait no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def over(self) -> None:
        """Go on: keys rest."""
        self.end()
        self._then()
