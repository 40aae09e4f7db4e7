"""Whoever was just entered and looks like somebody known: told at once, compared on M."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen

from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.screens import doors
from tui.screens.ask import Ask
from tui.store.book import Book

_TYPED = frozenset(("form", "capture"))


class LookAlikes:
    """Hears of everybody entered by hand, and remembers the last one who looks like somebody known."""

    def __init__(self, app: App[Any], book: Book, clock: Clock, tell: Callable[[str], None]) -> None:
        """`tell` says who looks alike; in the event loop, beside that somebody was added."""
        self._app, self._book, self._clock, self._say = app, book, clock, tell
        self._last: tuple[str, str, str] | None = None

    def heard(self, change: Change) -> None:
        """Look for those alike, beside what else is done: a moment among 30,000."""
        people = [edit for edit in change.edits if isinstance(edit.record, Contact)]
        if len(people) != 1 or people[0].before is not None:
            return
        entered = people[0].record
        if isinstance(entered, Contact) and entered.source in _TYPED:
            self._app.run_worker(lambda: self._look(entered), thread=True, group="alike", exclusive=True)

    async def page(self, highlighted: object = None) -> Screen[None] | None:
        """Return what there is to compare, None if nothing was chosen.

        That is the pair told of last, if it still stands; else whoever is highlighted beside whom they look
        like, or beside somebody chosen; else all pairs.
        """
        last, self._last = self._last, None
        if last is not None and self._stands(*last[:2]):
            return doors.merge(self._book, self._clock, *last[:2], why=last[2])
        if not isinstance(highlighted, Contact):
            return doors.duplicates(self._book, self._clock)
        from tui.rules.matching.duplicates import duplicates_of  # as below

        found = await to_thread(duplicates_of, self._book.network, highlighted)
        if found:
            return doors.merge(self._book, self._clock, found[0].first, found[0].second, why=found[0].why)
        answer = await self._app.push_screen_wait(
            Ask(
                f"Nobody looks like {highlighted.name}",
                "If somebody is there twice under another name, choose who it is.",
                (("c", "Choose who it is"), ("p", "Look at all pairs that look alike"), ("k", "Leave it")),
                safe=True,
            )
        )
        if answer == "p":
            return doors.duplicates(self._book, self._clock)
        return await self._chosen(highlighted) if answer == "c" else None

    async def _chosen(self, contact: Contact) -> Screen[None] | None:
        """Return somebody beside another who is chosen, None if nobody was."""
        from tui.screens.people import PeopleDialog  # it comes with the words of the search

        dialog = PeopleDialog(self._book, self._clock, f"Who else is {contact.name}?", without=(contact.uid,))
        taken = await self._app.push_screen_wait(dialog)
        return doors.merge(self._book, self._clock, contact.uid, taken[0]) if taken else None

    def _stands(self, first: str, second: str) -> bool:
        contacts = self._book.network.contacts
        return first in contacts and second in contacts and second not in contacts[first].not_duplicates

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
        self._say(words)
