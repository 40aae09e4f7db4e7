"""What choosing from a list shares: keys that move in it while one types, and marks to take several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from textual import events, on
from textual.widgets import Input

from tui.clock import Clock
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.lines import Line, line
from tui.widgets.rowlist import RowList

T = TypeVar("T")


class Choosing(Dialog[T]):
    """A dialog with one list, and maybe a search line over it; enter takes."""

    def dirty(self) -> bool:
        """A search is quickly typed again, and marks set: nothing is asked."""
        return False

    def on_key(self, event: events.Key) -> None:
        """Move in the list while typing in the search line."""
        steps = {"down": 1, "up": -1}
        if event.key in steps and isinstance(self.focused, Input):
            self.query_one(RowList).action_move(steps[event.key])
            event.stop()
            event.prevent_default()

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def _taken(self) -> None:
        self.action_save()


class Marking(Choosing[tuple[str, ...]]):
    """Gives back those marked, in the order in which they were; without marks, whoever is highlighted."""

    def __init__(self, book: Book, clock: Clock, title: str, chosen: Iterable[str] = ()) -> None:
        super().__init__(book, clock, title)
        self._chosen: dict[str, None] = dict.fromkeys(chosen)

    def action_mark(self) -> None:
        """Mark or unmark whoever is highlighted, and go on to the next."""
        rows = self.query_one(RowList)
        if rows.current is None:
            return
        if self._chosen.pop(rows.current, self) is self:
            self._chosen[rows.current] = None
        rows.repaint()
        self._count()
        rows.action_move(1)

    def action_save(self) -> None:
        """Take them."""
        current = self.query_one(RowList).current
        chosen = tuple(self._chosen) or ((current,) if current else ())
        if chosen:
            self.dismiss(chosen)

    def _count(self) -> None:
        """Say how many are marked."""

    def _mark(self, uid: str) -> Line:
        """Return the mark that stands before a row, or nothing."""
        return line(("✓", "accent")) if uid in self._chosen else line()
