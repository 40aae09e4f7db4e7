"""What a reader of another program's file hands over: the people found, and what it could not take."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec


class ImportProblem(ValueError):
    """A file of which nothing can be taken; the message is one sentence for the user, or two."""


class Stopped(Exception):
    """Reading was stopped by whoever asked for it; nothing is taken."""


class Skipped(msgspec.Struct, frozen=True):
    """One record, or one value of it, that could not be taken."""

    where: str
    """Place in the file, as an editor shows it ('line 12')."""
    why: str
    """The reason, in words."""


class Person(msgspec.Struct, frozen=True):
    """One person as a file names them."""

    line: int
    """Line of the file on which the record starts, from 1."""
    name: str
    """Full name; never empty."""
    given: str = ""
    """Given name."""
    family: str = ""
    """Family name."""
    profile: str = ""
    """Address of their profile, in its canonical form."""
    email: str = ""
    """Email address."""
    organization: str = ""
    """Where they work."""
    title: str = ""
    """What they do there."""
    connected: date | None = None
    """Day you connected."""
    connected_words: str = ""
    """That day as the file has it, where it could not be read as one."""
    uid: str = ""
    """UUID that the file gives the person, such as the one Kith wrote into a vCard; empty if none."""
    more: dict[str, Any] = {}
    """Values of further fields of a Contact by the field's name, in the type the field has: a text, a tuple,
    a Milestone ... Further email addresses and profiles stand here too ('emails', 'profiles'), without the
    one above. What is here is trusted to be sound: `tui.model.codec` would take it."""
    where: str = ""
    """Place in the file, where the line alone doesn't say it; empty for 'line N'."""


class Found(msgspec.Struct, frozen=True):
    """Everything that was found in a file."""

    people: tuple[Person, ...]
    """The people, in the order of the file."""
    skipped: tuple[Skipped, ...]
    """Records that were not taken."""
    noted: tuple[Skipped, ...] = ()
    """Single values that were not taken, of people who were."""


def line(number: int) -> str:
    """Return the place of a line as it is reported: 'line 12'."""
    return f"line {number}"
