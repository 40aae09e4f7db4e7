"""Tending the book while it is open: undo and redo, what could not be saved, the file written whole."""

from __future__ import annotations

from typing import Literal

from tui.app.base import BookApp
from tui.model.change import Change
from tui.model.network import Conflict
from tui.rules.phrases import clipped
from tui.screens.base import LONGEST_DONE
from tui.store.faults import CannotKeep, NotSaved, ReadOnly
from tui.widgets.topbar import TopBar

RETRY_SECONDS = 10.0
"""How often the book is tended: what could not be saved is tried again, the journal taken into the file."""


class Tending(BookApp):
    """What becomes of changes, once they are made."""

    _told = ""
    """The trouble told of last: it is told once."""
    _altered: Literal["", "just now", "waits"] = ""
    """Whether something was changed since the file was written whole, and whether in this round."""

    def _keep_tending(self) -> None:
        """Tend the book from now on, every few seconds."""
        self.set_interval(RETRY_SECONDS, self._tend)
        self.book.listen(self._note_change)

    def _tend(self) -> None:
        """Save what could not be saved, and write the file whole while nothing is typed."""
        self._retry()
        self.book.turn(self.clock.today())
        # Only after a round without a change: whoever types is not to feel it.
        if self._altered == "waits" and not (self.book.unsaved or self.book.read_only):
            self.book.checkpoint(wait=False)
        if self.book.trouble and self.book.trouble != self._told:
            self._told = self.book.trouble
            self.notify(self._told, title="Worth knowing", severity="warning", markup=False, timeout=15)
        self._altered = "waits" if self._altered == "just now" else ""

    def _note_change(self, _change: Change) -> None:
        self._altered = "just now"

    def _retry(self) -> None:
        if not self.book.unsaved:
            return
        try:
            self.book.retry()
        except NotSaved:
            return
        self.notify("Everything is saved again.", markup=False)
        for page in self.screen_stack:
            for bar in page.query(TopBar):
                bar.write()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step(back=True)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        try:
            change = self.book.undo() if back else self.book.redo()
        except (ReadOnly, Conflict, CannotKeep) as reason:
            self.notify(str(reason), title="Nothing was changed", severity="warning", markup=False)
            return
        except NotSaved as reason:
            self.notify(str(reason), title="Done here, not saved yet", severity="error", markup=False)
            return
        if change is None:
            self.notify(f"Nothing to {'undo' if back else 'redo'}.", markup=False, timeout=2)
        else:
            words = clipped(change.words, LONGEST_DONE)
            self.notify(f"{'Undone' if back else 'Done again'}: {words}", markup=False, timeout=3)
