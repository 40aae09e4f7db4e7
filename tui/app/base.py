"""What every part of the app stands on: one open book, a clock, and a way to tell something."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.await_complete import AwaitComplete
from textual.notifications import SeverityLevel
from textual.screen import Screen

from tui.clock import Clock
from tui.model.change import Change
from tui.model.network import Conflict
from tui.screens.base import may_change
from tui.store.book import Book
from tui.store.faults import CannotKeep, NotSaved, ReadOnly
from tui.view.cells import clean_lines
from tui.widgets.ahead import TypeAhead

_LONGEST_TOLD = 400
"""Characters of a message that are shown."""


class BookApp(TypeAhead):
    """An app on one open network."""

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__()
        self.book, self.clock = book, clock

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The pages seen below the one on top: none through an opaque one, where Textual counts one all the same."""
        # What is taken for seen is reckoned anew at every change, and painted.
        if self._screen_stack and self._screen_stack[-1].styles.background.a == 1:
            return []
        return super()._background_screens

    def push_screen(
        self, screen: Any, callback: Any = None, wait_for_dismiss: bool = False, *, mode: str | None = None
    ) -> Any:
        """Open a page; of a form where nothing can be changed say why instead, before anything is typed into it.

        Whoever waits for the answer of such a form gets None, as when it was closed.
        """
        if not getattr(screen, "CHANGES", False) or may_change(self, self.book):
            return super().push_screen(screen, callback, wait_for_dismiss, mode=mode)  # type: ignore[call-overload]
        if callback is not None:
            self.call_later(callback, None)
        if not wait_for_dismiss:
            return AwaitComplete()
        closed = asyncio.get_running_loop().create_future()
        closed.set_result(None)
        return closed

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
        beside: bool = False,
    ) -> None:
        """Tell something in place of what was told before; names show as text, and nothing in them acts.

        What is told `beside` what was told a moment ago stands below it.
        """
        if not beside:
            self.clear_notifications()
            for screen in self.screen_stack:
                # What was told before leaves its place behind, a row each.
                screen.query("ToastHolder").remove()
        # On the same line: at 80 columns a message takes two lines at most, and one of them is the top line's.
        words = clean_lines(f"{title}: {message}" if title else message)[:_LONGEST_TOLD]
        super().notify(words, severity=severity, timeout=timeout, markup=markup)

    def _refresh_notifications(self) -> None:
        """Tell it on the page on top alone: below a dialog it would stand a second time."""
        for below in self._screen_stack[:-1]:
            for rack in below.query_children("ToastRack"):
                rack.remove_children()
        super()._refresh_notifications()

    def _quietly(self, change: Change, *, undoable: bool = False) -> None:
        """Keep a change that nobody typed; what can't be saved now is tried again by itself."""
        try:
            self.book.commit(change, undoable=undoable)
        except (ReadOnly, NotSaved, Conflict, CannotKeep) as reason:
            self.log.warning(str(reason))
