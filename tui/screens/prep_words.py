"""What to say to everybody on an event's list: reckoned once, kept until a change concerns it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from tui.model.change import Change, Edit
from tui.model.records import Contact, Event
from tui.rules.events.preparing import is_question
from tui.rules.starters import event_starters, starters
from tui.rules.starters.suggestion import Suggestion
from tui.screens.base import KithScreen

SAID: Final = 3
"""Starters shown beside a person at once."""
AT_ONCE: Final = 30
"""Words for so many people are found within a blink; for more of them that happens beside the screen."""


class PrepWords:
    """Words for each person at one event; `ready` is called when those that took a while are there."""

    def __init__(self, screen: KithScreen, ready: Callable[[], None]) -> None:
        self._screen, self._ready = screen, ready
        self._found: dict[str, tuple[Suggestion, ...]] | None = None
        self._pages: dict[str, int] = {}
        self._turn = 0
        self._busy = -1

    def forget(self, change: Change | None) -> None:
        """Let go of what was found, unless a change leaves it as it was."""
        if change is None or not all(_only_ticks(edit) for edit in change.edits):
            self._found = None
            self._turn += 1

    def next_page(self, contact: str) -> None:
        """Show others to somebody from now on."""
        self._pages[contact] = self._pages.get(contact, 0) + 1

    def of(self, event: Event, contact: Contact) -> tuple[Suggestion, ...]:
        """Return what to say to somebody; behind the last page the first comes again."""
        page = self._pages.get(contact.uid, 0)
        if page:
            now = self._screen.now
            others = starters(self._screen.network, contact, now, event=event, page=page)
            if others:
                return others
            self._pages[contact.uid] = 0
        if self._found is None and len(event.people) <= AT_ONCE:
            self._found = event_starters(self._screen.network, event, self._screen.now)
        if self._found is None:
            self._find_beside(event)
            return ()
        found = self._found.get(contact.uid, ())
        return tuple(it for it in found if not is_question(contact, it))[:SAID]

    def _find_beside(self, event: Event) -> None:
        turn = self._turn
        if self._busy == turn:
            return
        self._busy = turn
        network, now = self._screen.network, self._screen.now

        def find() -> None:
            try:
                found = event_starters(network, event, now)
            except RuntimeError:
                # Records were changed while they were read: the change has asked for another turn.
                return
            self._screen.app.call_from_thread(self._take, turn, found)

        self._screen.run_worker(find, thread=True, group="words")

    def _take(self, turn: int, found: dict[str, tuple[Suggestion, ...]]) -> None:
        if turn == self._turn and self._screen.is_attached:
            self._found = found
            self._ready()


def _only_ticks(edit: Edit) -> bool:
    """Tell whether an edit touches nothing of an event but its goals and its checklist."""
    before, after = edit.before, edit.after
    if not isinstance(before, Event) or not isinstance(after, Event):
        return False
    return replace(before, goals=(), checklist=()) == replace(after, goals=(), checklist=())
