"""What to say to everybody on an event's list: found once, kept until a change concerns it."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from tui.model.change import Change, Edit
from tui.model.records import Contact, Event
from tui.rules.events.preparing import is_question
from tui.rules.starters import SHARED, event_starters, starters
from tui.rules.starters.suggestion import Suggestion
from tui.screens.base import KithScreen

SAID: Final = 3
"""Starters shown beside a person at once."""


class PrepWords:
    """Words for each person at one event, found when they are first looked at."""

    def __init__(self, screen: KithScreen) -> None:
        self._screen = screen
        self._found: dict[str, tuple[Suggestion, ...]] = {}
        self._pages: dict[str, int] = {}

    def forget(self, change: Change | None) -> None:
        """Let go of what was found, unless a change leaves it as it was."""
        if change is None or not all(_only_ticks(edit) for edit in change.edits):
            self._found = {}

    def next_page(self, contact: str) -> None:
        """Show others to somebody from now on."""
        self._pages[contact] = self._pages.get(contact, 0) + 1

    def of(self, event: Event, contact: Contact) -> tuple[Suggestion, ...]:
        """Return what to say to somebody; behind the last page the first comes again."""
        network, now = self._screen.network, self._screen.now
        page = self._pages.get(contact.uid, 0)
        if page:
            others = starters(network, contact, now, event=event, page=page)
            if others:
                return others
            self._pages[contact.uid] = 0
        if contact.uid not in self._found:
            # A short list is gone through as a whole, so that nobody there gets another's words.
            only = {contact.uid} if len(event.people) > SHARED else None
            self._found |= event_starters(network, event, now, only=only)
        found = self._found.get(contact.uid, ())
        return tuple(it for it in found if not is_question(contact, it))[:SAID]


def _only_ticks(edit: Edit) -> bool:
    """Tell whether an edit touches nothing of an event but its goals and its checklist."""
    before, after = edit.before, edit.after
    if not isinstance(before, Event) or not isinstance(after, Event):
        return False
    return replace(before, goals=(), checklist=()) == replace(after, goals=(), checklist=())
