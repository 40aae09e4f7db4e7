"""You, and the file itself."""

from __future__ import annotations

import datetime as dt

from tui.model.base import Record

FORMAT_VERSION = 1


class Profile(Record, frozen=True):
    """You. The table holds one record, with uid 'me'."""

    name: str = ""
    """Your name."""
    organization: str = ""
    """Where you work."""
    title: str = ""
    """What you do."""
    pitch: str = ""
    """What you say when asked what you do: two sentences."""
    emails: tuple[str, ...] = ()
    """Your addresses."""
    place: str = ""
    """Where you live."""
    timezone: str = ""
    """IANA name of your time zone; empty for this machine's."""
    groups: tuple[str, ...] = ()
    """Schools, employers, clubs you belong or belonged to."""
    interests: tuple[str, ...] = ()
    """What you care about."""
    offers: tuple[str, ...] = ()
    """What you can help with."""
    needs: tuple[str, ...] = ()
    """What you are looking for."""


class Meta(Record, frozen=True):
    """The file itself. The table holds one record, with uid 'meta'."""

    version: int = FORMAT_VERSION
    """Version of the format."""
    created: dt.date | None = None
    """Day the file was made."""
    opened: dt.date | None = None
    """Last day it was opened for writing; tells how long you were away."""
    review: dt.date | None = None
    """Monday of the week of the last weekly review that was begun."""
    reviewed: tuple[str, ...] = ()
    """Parts of that review which are done."""
    generation: str = ""
    """Name of this writing of the file; the journal says by it which writing it goes on from."""
    written: dt.date | None = None
    """Day the file was last written whole."""
    numbers: dict[str, int] = {}
    """Highest document number ever given in each table, so that none is given twice."""
