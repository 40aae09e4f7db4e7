"""Records to lines of JSON and back, many at once, and a look that what is kept can be read back."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from tui.model import codec
from tui.model.base import Part, Record
from tui.model.change import Change, Edit
from tui.model.tables import table_of
from tui.store.faults import CannotKeep, in_words

P = TypeVar("P", bound=Part)

_encoder = msgspec.json.Encoder()
_beyond_ascii = re.compile(r"[^\x00-\x7f]+")
_FEW = 8
_far = re.compile(rb"\\U([0-9a-f]{8})")


@cache
def _decoder(kind: type[Record]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def encode_rows(records: Sequence[Record]) -> list[bytes]:
    """Write records as JSON in UTF-8, one line each, unknown fields back where they stood."""
    raw = _encoder.encode_lines(records)
    if b'"_extra"' in raw:
        return [codec.encode(record) for record in records]
    return raw.split(b"\n")[:-1]


def escaped(raw: bytes) -> bytes:
    """Return JSON in plain ASCII, so that a program that opens it in the machine's own encoding reads it."""
    if raw.isascii():
        return raw
    if b"\\\\" not in raw:
        # Python's escapes, made quickly, differ from JSON's below U+0100 and from U+10000 on. As long as no backslash
        # stands for itself, an `\x` or `\U` can be nothing else.
        quick = raw.decode().encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")
        return _far.sub(_pair, quick) if b"\\U" in quick else quick
    from json.encoder import encode_basestring_ascii  # nothing that starts waits for it

    text = _beyond_ascii.sub(lambda run: encode_basestring_ascii(run[0])[1:-1], raw.decode())
    return text.encode("ascii")


def _pair(found: re.Match[bytes]) -> bytes:
    """Write a character from U+10000 on as JSON has it: two halves (RFC 8259, section 7)."""
    over = int(found[1], 16) - 0x10000
    return b"\\u%04x\\u%04x" % (0xD800 + (over >> 10), 0xDC00 + (over & 0x3FF))


def readable(change: Change) -> Change:
    """Return a change as the file will give it back: what JSON can't hold is replaced or refused.

    Lone surrogates become U+FFFD, numbers that are none (NaN, infinities) become null, keys become text.

    Raises:
        CannotKeep: if a record does not fit its class.
    """
    if change.sound:
        return change
    words = swept(change.words)
    edits = list(change.edits)
    places: dict[type[Record], list[int]] = {}
    for place, edit in enumerate(edits):
        if edit.after is not None:
            places.setdefault(type(edit.after), []).append(place)
    altered = words != change.words
    for kind, where in places.items():
        records = [edits[place].record for place in where]
        for place, record, back in zip(where, records, _read_back(kind, records), strict=True):
            if back is not record:
                edits[place] = Edit(edits[place].before, back)
                altered = True
    return Change(words, tuple(edits)) if altered else change


def made_ready(change: Change) -> tuple[Change, Sequence[bytes]]:
    """Return what `readable` does, with the records after as lines of JSON where these came of looking.

    What a person does touches a record or two, which the file gives back as they are: those are written once.
    The lines are in the order of the edits; there are none, or one for each record after.

    Raises:
        CannotKeep: if a record does not fit its class.
    """
    if change.sound or len(change.edits) > _FEW:
        return readable(change), ()
    lines = []
    try:
        change.words.encode()
        for edit in change.edits:
            after = edit.after
            if after is not None:
                raw = _encoder.encode(after)
                if _decoder(type(after)).decode(raw) != after:
                    return readable(change), ()
                lines.append(codec.encode(after) if b'"_extra"' in raw else raw)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return readable(change), ()
    return change, lines


def _read_back(kind: type[Record], records: list[Record]) -> list[Record]:
    try:
        found: list[Record] = _decoder(kind).decode_lines(_encoder.encode_lines(records))
    except (ValueError, TypeError, OverflowError, RecursionError):
        return [_one(kind, record) for record in records]
    return [record if back == record else back for record, back in zip(records, found, strict=True)]


def _one(kind: type[Record], record: Record) -> Record:
    try:
        clean = swept(record)
        back: Record = _decoder(kind).decode(_encoder.encode(clean))
    except (ValueError, TypeError, OverflowError, RecursionError) as fault:
        what, _, field = str(fault).partition(" - at `$.")
        where = f"{table_of(record)}, field {field.rstrip('`')}" if field else table_of(record)
        raise CannotKeep(
            f"This can't be kept in the file ({where}): {in_words(what)}. Nothing was changed."
        ) from None
    return back


def swept(value: Any) -> Any:
    """Return a value with everything replaced that JSON in UTF-8 can't hold."""
    if isinstance(value, str):
        return (
            value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (list, tuple)):
        return [swept(item) for item in value]
    if isinstance(value, dict):
        return {swept(key if isinstance(key, str) else str(key)): swept(item) for key, item in value.items()}
    if isinstance(value, Part):
        return _swept_part(value)
    if isinstance(value, dt.datetime):
        return dt.datetime.combine(value.date(), value.timetz()) if type(value) is not dt.datetime else value
    if isinstance(value, dt.date):
        return dt.date(value.year, value.month, value.day)
    return value


def _swept_part(part: P) -> P:
    found = {name: getattr(part, name) for name in part.__struct_fields__}
    altered = {name: swept(value) for name, value in found.items()}
    return type(part)(**altered)
