"""A new position noticed on import: a day worth a word, once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from tui.model.records import Contact, Milestone
from tui.model.text import fold
from tui.rules.queue.sources import NEW_POSITION

FEW = 20
"""Of people not chosen yet (tier ambient), at most so many new positions are worth a word: an export after a
year of two names thousands, and a queue of thousands helps nobody."""


def new_position(before: Contact, after: Contact) -> str:
    """Return what is new at somebody's work since the last import ('new position at Acme'), or ''.

    Only where an import said something before, and says something else now, in more than its spelling.
    """
    was, now = before.imported, after.imported
    moved = _other(was.get("organization", ""), now.get("organization", ""))
    promoted = _other(was.get("title", ""), now.get("title", ""))
    if not moved and not promoted:
        return ""
    return (
        f"{NEW_POSITION} at {after.organization}" if after.organization else f"{NEW_POSITION}: {after.title}"
    )


def with_words_due(changed: Iterable[tuple[Contact, Contact]], today: date) -> list[Contact]:
    """Return the contacts after an import, those with a new position with a milestone on that day.

    Everybody you chose to keep close gets one; those you have not chosen yet if they are few.
    """
    pairs = [(before, after, new_position(before, after)) for before, after in changed]
    unchosen = sum(1 for _, after, label in pairs if label and after.tier == "ambient")
    return [
        _marked(after, label, today) if label and (after.tier != "ambient" or unchosen <= FEW) else after
        for _, after, label in pairs
    ]


def _marked(contact: Contact, label: str, today: date) -> Contact:
    if any(it.once and it.year == today.year and fold(it.label) == fold(label) for it in contact.milestones):
        return contact
    day = Milestone(label=label, month=today.month, day=today.day, year=today.year, once=True)
    return replace(contact, milestones=(*contact.milestones, day))


def _other(before: str, after: str) -> bool:
    return bool(before and after) and _bare(before) != _bare(after)


def _bare(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
