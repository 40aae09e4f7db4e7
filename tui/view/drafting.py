"""Messages in words: what each kind is for, and how long one may be."""

from __future__ import annotations

from tui.rules.content_drafts import DraftKind
from tui.rules.phrases import count

KIND_WORDS: dict[DraftKind, str] = {
    "before_event": "a first word",
    "after_event": "after an event",
    "promise_kept": "with a promise kept",
    "check_in": "a check-in",
    "thanks": "thanks",
    "congratulation": "congratulations",
    "birthday": "a birthday",
    "share": "passing something on",
    "ask_first": "introduction: ask the first",
    "ask_second": "introduction: ask the second",
    "introduction": "the introduction itself",
    "reconnect": "getting back in touch",
    "informational_interview": "asking about their work",
    "waiting": "about what they promised",
    "linkedin_note": "a LinkedIn note",
    "answer_need": "help with what they look for",
    "ask_favour": "a small ask",
}
"""What each kind of message is for."""


def kind_words(kind: DraftKind) -> str:
    """Return what a kind of message is for: 'after an event'."""
    return KIND_WORDS.get(kind, kind.replace("_", " "))


def length_words(length: int, limit: int | None) -> str:
    """Return how long a message is, and how it stands to the limit of its channel, where there is one."""
    if limit is None:
        return count(length, "character")
    if length > limit:
        return f"{length} of {limit} characters: {length - limit} too many"
    return f"{length} of {limit} characters"
