"""The tables of the file and the class of record that each one holds."""

from __future__ import annotations

from tui.model.base import Record
from tui.model.records import (
    Contact,
    Event,
    FollowUp,
    Interaction,
    Introduction,
    Meta,
    Profile,
    Share,
)

TABLES: dict[str, type[Record]] = {
    "meta": Meta,
    "profile": Profile,
    "contacts": Contact,
    "events": Event,
    "interactions": Interaction,
    "follow_ups": FollowUp,
    "introductions": Introduction,
    "shares": Share,
}
"""Every table by its name in the file, in the order in which they are written."""

_NAMES = {kind: name for name, kind in TABLES.items()}


def table_of(record: Record) -> str:
    """Return the name of the table that a record belongs to."""
    return _NAMES[type(record)]
