"""What all records share: frozen, strict, and with room for fields that Kith does not know."""

from __future__ import annotations

import uuid
from typing import Any

import msgspec


class Part(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"extra": "_extra"},
):
    """A piece of a record, such as one milestone.

    Unknown fields are refused by the decoder on purpose: `tui.model.codec` then sets them aside into
    `extra`, and writes them back where they stood.
    """

    extra: dict[str, Any] | None = None
    """Fields of the file that this version does not know; kept as they are."""


class Record(Part, frozen=True):
    """A row of one of the file's tables, known by its own `uid` (a UUID) and never by its position."""

    uid: str
    """UUID of the record; other records refer to it by this."""


def new_uid() -> str:
    """Return a fresh random UUID (RFC 9562, version 4) as text."""
    return str(uuid.uuid4())
