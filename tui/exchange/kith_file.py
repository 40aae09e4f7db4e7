"""Another Kith file: its records as they stand, those that can't be read with their place and reason.

The file is TinyDB's JSON: tables of rows by document number, each row a record with a uid of its own.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from tui.exchange.report import ImportProblem, Skipped
from tui.model import codec
from tui.model.base import Record
from tui.model.records import FORMAT_VERSION, Meta
from tui.model.tables import TABLES

_MERGED = tuple(name for name in TABLES if name != "meta")


class KithFile(msgspec.Struct, frozen=True):
    """What another Kith file holds."""

    records: tuple[tuple[str, Record], ...]
    """Records with their place in the file ('contacts 12')."""
    skipped: tuple[Skipped, ...]
    """Rows that are no records, with the reason."""
    noted: tuple[Skipped, ...] = ()
    """What else there is to say."""


def read_kith(data: bytes, name: str) -> KithFile:
    """Read another Kith file.

    Raises:
        ImportProblem: if it is no such file, is damaged as a whole, or a newer Kith wrote it.
    """
    try:
        tables = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError) as fault:
        raise ImportProblem(
            f"{name} is no JSON that can be read ({fault}). If it is a Kith file, kith doctor --file says more."
        ) from None
    if "contacts" not in tables and "interactions" not in tables:
        raise ImportProblem(f"{name} is JSON, but no Kith file: there is no table called contacts in it.")
    rows = {table: _rows(tables[table], table, name) for table in TABLES if table in tables}
    for raw in rows.get("meta", {}).values():
        _refuse_newer(raw, name)
    records: list[tuple[str, Record]] = []
    skipped: list[Skipped] = []
    seen: set[tuple[str, str]] = set()
    for table in _MERGED:
        for number, raw in rows.get(table, {}).items():
            place = f"{table} {number}"
            try:
                record = codec.decode(table, raw)
            except (
                codec.BadRecord,
                msgspec.DecodeError,
                UnicodeDecodeError,
                RecursionError,
                ValueError,
            ) as fault:
                why = fault.why if isinstance(fault, codec.BadRecord) else str(fault)
                skipped.append(Skipped(place, f"is no record that can be read ({why})"))
                continue
            if not record.uid or (table, record.uid) in seen:
                why = "stands in the file twice" if record.uid else "has no uid"
                skipped.append(Skipped(place, why))
                continue
            seen.add((table, record.uid))
            records.append((place, record))
    return KithFile(tuple(records), tuple(skipped))


def unsaved_beside(path: Path) -> str:
    """Return a sentence if a journal beside a Kith file holds changes that are not in it yet, or ''."""
    journal = path.with_name(path.name + ".journal")
    try:
        lines = journal.read_bytes().count(b"\n") if journal.stat().st_size < _LARGEST_JOURNAL else 2
    except OSError:
        return ""
    if lines < 2:
        return ""
    return (
        "holds changes not yet in the file: open it in Kith and quit, then import it again to have them too"
    )


_LARGEST_JOURNAL = 50_000_000


def _rows(raw: msgspec.Raw, table: str, name: str) -> dict[str, msgspec.Raw]:
    try:
        return msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
    except msgspec.DecodeError:
        raise ImportProblem(
            f"{name} is no Kith file: {table} in it holds something other than rows by their number."
        ) from None


def _refuse_newer(raw: msgspec.Raw, name: str) -> None:
    try:
        meta = codec.decode("meta", raw)
    except (codec.BadRecord, ValueError):
        return
    if isinstance(meta, Meta) and meta.version > FORMAT_VERSION:
        raise ImportProblem(
            f"{name} was written by a newer Kith (format {meta.version}; this one reads up to"
            f" {FORMAT_VERSION}): install the newer one here as well."
        )
