"""Whoever was just entered and looks like somebody known: told at once, compared on M."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import Screen

from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.screens import doors
from tui.store.book import Book

_TYPED = frozenset(("form", "capture"))
_SECONDS = 8


class LookAlikes:
    """Hears of everybody entered by hand, and remembers the last one who looks like somebody known."""

    def __init__(self, app: App[Any], book: Book, clock: Clock) -> None:
        self._app, self._book, self._clock = app, book, clock
        self._last: tuple[str, str, str] | None = None

    def heard(self, change: Change) -> None:
        """Look for those alike, beside what else is done: a moment among 30,000."""
        people = [edit for edit in change.edits if isinstance(edit.record, Contact)]
        if len(people) != 1 or people[0].before is not None:
            return
        entered = people[0].record
        if isinstance(entered, Contact) and entered.source in _TYPED:
            self._app.run_worker(lambda: self._look(entered), thread=True, group="alike", exclusive=True)

    def page(self) -> Screen[None]:
        """Return the two who were told of last, if they still stand so; else all pairs."""
        last, self._last = self._last, None
        network = self._book.network
        if last is not None:
            first, second, why = last
            one = network.contacts.get(first)
            if one is not None and second in network.contacts and second not in one.not_duplicates:
                return doors.merge(self._book, self._clock, first, second, why=why)
        return doors.duplicates(self._book, self._clock)

    def _look(self, entered: Contact) -> None:
        # Loaded here: whoever only reads does without.
        from tui.rules.matching.duplicates import LIKELY, duplicates_of
        from tui.view.merging import told_of

        try:
            found = duplicates_of(self._book.network, entered)
        except RuntimeError:  # the network was altered meanwhile: the list of all pairs will have them
            return
        network = self._book.network
        pair = next((it for it in found if it.sure >= LIKELY), None)
        other = (
            network.contacts.get(pair.second if pair.first == entered.uid else pair.first) if pair else None
        )
        if pair is None or other is None:
            return
        words = told_of(entered, other, pair)
        self._app.call_from_thread(self._tell, (pair.first, pair.second, pair.why), words)

    def _tell(self, last: tuple[str, str, str], words: str) -> None:
        self._last = last
        self._app.notify(words, title="Twice?", markup=False, timeout=_SECONDS)
