"""A touch that happened, or an attempt at one."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from tui.model.base import Part, Record

Channel = Literal["in person", "call", "video", "message", "email", "social"]


class Note(Part, frozen=True):
    """What one interaction held for one of several people."""

    contact: str
    """Contact (uid)."""
    text: str
    """What was said with that person alone."""


class Interaction(Record, frozen=True):
    """A touch that happened, or an attempt at one."""

    day: dt.date
    """Day it happened, as you would say it."""
    contacts: tuple[str, ...]
    """Contacts (uid) who took part."""
    at: dt.datetime | None = None
    """The exact moment, where it is known."""
    channel: Channel = "in person"
    """How you were in touch."""
    summary: str = ""
    """What it was about."""
    depth: int = 0
    """1 small talk, 2 a real conversation, 3 something that mattered; 0 not said."""
    gave: str = ""
    """What you gave."""
    received: str = ""
    """What you received."""
    ask_next: str = ""
    """The thread to pick up next time."""
    notes: tuple[Note, ...] = ()
    """What concerned one of several people only."""
    event: str | None = None
    """Event (uid) where it happened."""
    attempt: bool = False
    """True if you tried and did not get through; an attempt is no touch."""
    added: dt.datetime | None = None
    """Moment it was written down."""
