"""Something worth passing on."""

from __future__ import annotations

import datetime as dt

from tui.model.base import Part, Record


class Sent(Part, frozen=True):
    """One time a share was passed on."""

    contact: str
    """Contact (uid)."""
    day: dt.date
    """Day it was sent."""


class Share(Record, frozen=True):
    """An article, talk or opening worth passing on."""

    url: str = ""
    """Address."""
    title: str = ""
    """Title."""
    why: str = ""
    """Why it is worth somebody's time."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    own: bool = False
    """True for something you made."""
    read: bool = False
    """True once you have read it."""
    sent: tuple[Sent, ...] = ()
    """To whom it went."""
    added: dt.date | None = None
    """Day the record was made."""
