"""Leaving: asked for, or because the terminal is gone; nothing is lost either way."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from functools import partial

from textual import work

from tui.app.tending import Tending
from tui.screens.ask import Ask
from tui.store.faults import NotSaved
from tui.widgets.terminal import watch

LEAVE_SECONDS = 3
"""How long a terminal that may be gone has to take leave."""


class Leaving(Tending):
    """How the app comes to its end."""

    _leaving = False
    """Whether it is being asked about just now."""

    def _end_with_the_terminal(self) -> None:
        """End when the window is closed or the machine goes down."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self._end)
        if not self.is_headless:
            # Before anything is painted: Textual may never come to its end where the terminal is gone.
            watch(partial(self._gone, loop))

    def _gone(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have the app end, from the thread that has seen the terminal go."""
        with contextlib.suppress(RuntimeError):  # its loop may be closed already
            loop.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        """Leave at once when the window is closed or the machine goes down: the file first, then the screen."""
        try:
            self.book.checkpoint()
        except NotSaved as reason:
            self.log.error(str(reason))
        if hasattr(signal, "alarm"):
            # Where the terminal is gone, writing to it may never end; everything is on disk by now.
            signal.alarm(LEAVE_SECONDS)
        self.exit()

    @work
    async def action_leave(self) -> None:
        """Save and quit; asks if something typed would be lost, or can't be saved."""
        if self._leaving:
            return
        self._leaving = True
        try:
            if await self._may_leave():
                self.exit()
        finally:
            self._leaving = False

    async def _may_leave(self) -> bool:
        if any(getattr(page, "dirty", bool)() for page in self.screen_stack):
            answer = await self.push_screen_wait(
                Ask(
                    "Quit without saving?",
                    "What you typed here is not saved yet.",
                    (("k", "Keep writing"), ("x", "Quit without it")),
                    safe=True,
                )
            )
            if answer != "x":
                return False
        if self.book.unsaved:
            self._retry()
        if self.book.unsaved:
            answer = await self.push_screen_wait(
                Ask(
                    "Some changes are not on disk",
                    f"{self.book.unsaved}\n\nIf you quit now, they are lost.",
                    (("s", "Stay, and try again in a moment"), ("x", "Quit without them")),
                    safe=True,
                )
            )
            return answer == "x"
        return True
