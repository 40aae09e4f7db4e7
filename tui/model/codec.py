"""Records to JSON and back, keeping fields that this version does not know.

The fast way decodes straight into the record class. Only where that refuses a field as unknown is the
record decoded again piece by piece, unknown fields set aside in `extra` at the place where they stood.
"""

from __future__ import annotations

import typing
from functools import cache
from typing import Any

import msgspec

from tui.model.base import Part, Record
from tui.model.tables import TABLES


class BadRecord(ValueError):
    """A record of the file that does not fit its class; says where and why in one sentence."""

    def __init__(self, table: str, uid: str, why: str) -> None:
        self.table, self.uid, self.why = table, uid, why
        super().__init__(f"{table}, record {uid or 'without uid'}: {why}")


@cache
def _decoder(kind: type[Record]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


_encoder = msgspec.json.Encoder()


def decode(table: str, raw: bytes | msgspec.Raw) -> Record:
    """Read one record of a table from JSON.

    Raises:
        BadRecord: if it is no such record; unknown fields are not a fault.
    """
    kind = TABLES[table]
    try:
        return typing.cast("Record", _decoder(kind).decode(raw))
    except msgspec.ValidationError:
        pass
    except msgspec.DecodeError as fault:
        raise BadRecord(table, "", str(fault)) from None
    return from_builtins(table, msgspec.json.decode(raw))


def from_builtins(table: str, data: Any) -> Record:
    """Read one record of a table from plain dicts and lists.

    Raises:
        BadRecord: if it is no such record; unknown fields are not a fault.
    """
    kind = TABLES[table]
    uid = str(data.get("uid", "")) if isinstance(data, dict) else ""
    try:
        return msgspec.convert(_set_aside(kind, data), kind)
    except msgspec.ValidationError as fault:
        raise BadRecord(table, uid, _plain(str(fault))) from None


def to_builtins(part: Part) -> dict[str, Any]:
    """Return a record as plain dicts and lists, its unknown fields back where they stood."""
    data = _put_back(msgspec.to_builtins(part))
    assert isinstance(data, dict)
    return data


def encode(record: Record) -> bytes:
    """Write one record as JSON, its unknown fields back where they stood."""
    raw = _encoder.encode(record)
    # The name is rare enough in text that looking for it is cheaper than walking every record.
    return _encoder.encode(_put_back(msgspec.json.decode(raw))) if b'"_extra"' in raw else raw


def _plain(fault: str) -> str:
    """Turn msgspec's 'Expected `int`, got `str` - at `$.tier`' into words."""
    what, _, where = fault.partition(" - at `$")
    field = where.rstrip("`").lstrip(".")
    return f"field {field}: {what}" if field else what


@cache
def _fields(kind: type[Part]) -> dict[str, type[Part] | None]:
    """Field names of a part as the file has them, each with the part inside it, if there is one."""
    hints = typing.get_type_hints(kind)
    return {field.encode_name: _inner(hints[field.name]) for field in msgspec.structs.fields(kind)}


def _inner(hint: Any) -> type[Part] | None:
    """Return the Part inside a field's type, such as Milestone in tuple[Milestone, ...]."""
    inside = typing.get_args(hint)
    if inside:
        return next(filter(None, map(_inner, inside)), None)
    return hint if isinstance(hint, type) and issubclass(hint, Part) else None


def _set_aside(kind: type[Part], data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    fields = _fields(kind)
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for name, value in data.items():
        if name not in fields or name == "_extra":
            extra[name] = value
            continue
        inner = fields[name]
        if inner is None:
            known[name] = value
        elif isinstance(value, list):
            known[name] = [_set_aside(inner, item) for item in value]
        else:
            known[name] = _set_aside(inner, value)
    return {**known, "_extra": extra} if extra else known


def _put_back(data: Any) -> Any:
    if isinstance(data, (list, tuple)):
        return [_put_back(item) for item in data]
    if not isinstance(data, dict):
        return data
    extra = data.pop("_extra", None)
    plain = {name: _put_back(value) for name, value in data.items()}
    return {**plain, **extra} if isinstance(extra, dict) else plain
