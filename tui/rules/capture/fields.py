"""What a capture line holds once it is read."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from tui.model.records import Tier

Field = Literal[
    "name",
    "organization",
    "title",
    "interest",
    "talk",
    "promise",
    "their_promise",
    "due",
    "need",
    "offer",
    "follow_up",
    "introduced_by",
    "tier",
    "depth",
    "email",
    "phone",
    "profile",
    "notes",
]


class Promise(msgspec.Struct, frozen=True):
    """Something promised, by you or to you."""

    text: str
    """What."""
    due: dt.date | None = None
    """By when, if that was said."""


class Part(msgspec.Struct, frozen=True):
    """A stretch of the line as it was typed, and what was made of it."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends; the character there is no longer of it."""
    field: Field
    """What it was taken for."""
    shown: str
    """The value as it will be saved; empty where a part goes on behind a contact detail inside it."""


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """What a line says. Empty values were not said."""

    name: str = ""
    """Who."""
    organization: str = ""
    """`@`: where they work."""
    title: str = ""
    """`@` behind the comma: what they do there."""
    interests: tuple[str, ...] = ()
    """`#`: one word each."""
    talk: str = ""
    """`:` what you talked about."""
    promises: tuple[Promise, ...] = ()
    """`!` what you promised."""
    their_promises: tuple[Promise, ...] = ()
    """`<` what they promised you."""
    needs: tuple[str, ...] = ()
    """`?` what they need."""
    offers: tuple[str, ...] = ()
    """`+` what they offer."""
    follow_up: dt.date | None = None
    """`>` when to follow up."""
    introduced_by: str = ""
    """`~` the name of who introduced you."""
    tier: Tier | Literal[""] = ""
    """`=` how close to keep them."""
    depth: int = 0
    """`*` to `***`: 1 small talk, 2 a real conversation, 3 something that mattered."""
    emails: tuple[str, ...] = ()
    """Email addresses."""
    phones: tuple[str, ...] = ()
    """Phone numbers, as typed."""
    profiles: tuple[str, ...] = ()
    """Addresses of profiles, https."""
    notes: str = ""
    """What could not be read, in the words typed."""
    parts: tuple[Part, ...] = ()
    """The line from left to right; every character but white space is in one part."""
    problems: tuple[str, ...] = ()
    """Sentences about what could not be read."""
