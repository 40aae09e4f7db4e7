"""What all records share: frozen, strict, and with room for fields that Kith does not know."""

from __future__ import annotations

import os
from typing import Any

import msgspec


class Part(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"extra": "_extra"},
    gc=False,
):
    """A piece of a record, such as one milestone.

    Unknown fields are refused by the decoder on purpose: `tui.model.codec` then sets them aside into
    `extra`, and writes them back where they stood. The garbage collector passes parts by: what they hold came
    out of JSON or could go there, and so never leads back to them.
    """

    extra: dict[str, Any] | None = None
    """Fields of the file that this version does not know; kept as they are."""


class Record(Part, frozen=True):
    """A row of one of the file's tables, known by its own `uid` (a UUID) and never by its position."""

    uid: str
    """UUID of the record; other records refer to it by this."""


_VARIANT = {digit: "89ab"[int(digit, 16) % 4] for digit in "0123456789abcdef"}


def new_uid() -> str:
    """Return a fresh random UUID (RFC 9562, version 4) as text."""
    text = os.urandom(16).hex()
    # The version is the 13th digit; the 17th begins with the two bits of the variant, 1 and 0.
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-{_VARIANT[text[16]]}{text[17:20]}-{text[20:]}"
