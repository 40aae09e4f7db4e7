"""The data file: one plain TinyDB file, ASCII, one record a line, so that grep and diff work on it.

Measured with 30,000 contacts and 100,000 interactions: a field a line would make the file a third larger (58 MB
instead of 43) and its decoding a sixth slower (0.23 s instead of 0.19); a record a line costs nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Any

import msgspec

from tui.model import codec
from tui.model.base import Record
from tui.model.records import FORMAT_VERSION, Meta
from tui.model.tables import TABLES
from tui.store.later import TABLE, Later, without
from tui.store.rows import encode_rows, escaped

_BATCH = 256
"""Records encoded in one go: about a third of a millisecond, so that a thread at it is not felt."""


class Fault(msgspec.Struct, frozen=True):
    """Something in a file that is not as it should be."""

    where: str
    """File or table."""
    record: str
    """Document number and uid, or line; empty for the whole."""
    why: str
    """What is wrong, with the field where there is one."""

    def __str__(self) -> str:
        """Say it in one sentence without its full stop."""
        return f"{self.where}{', ' + self.record if self.record else ''}: {self.why}"


class Contents(msgspec.Struct):
    """What a data file holds."""

    rows: dict[str, dict[str, Record]]
    """Records by table and uid."""
    numbers: dict[str, dict[str, int]]
    """TinyDB's document number of each, in the same order."""
    spare: dict[str, dict[int, bytes]]
    """Records whose uid another record has already, by document number, as JSON: kept, not used."""
    unknown: dict[str, bytes]
    """Tables that this version does not know, as JSON."""
    meta: Meta
    """What the file says of itself, as it stands there."""
    faults: list[Fault]
    """Why the file is damaged; empty if it is whole."""
    notes: list[Fault]
    """What is odd and does no harm."""
    later: Later | None = None
    """A table that is not among rows and numbers yet; `complete` puts it there."""

    def complete(self) -> None:
        """Take over the table that is read later; waits until it is read."""
        if self.later is not None:
            self.rows[TABLE], self.numbers[TABLE] = self.later.rows(), self.later.numbers()
            if self.later.spare:
                self.spare[TABLE] = self.later.spare
            self.later = None

    def highest(self) -> dict[str, int]:
        """Return the highest document number ever given in each table."""
        self.complete()
        return {
            table: max(
                self.meta.numbers.get(table, 0),
                max(self.numbers[table].values(), default=0),
                max(self.spare.get(table, {}), default=0),
            )
            for table in TABLES
        }

    def counts(self) -> dict[str, int]:
        """Return how many records each table holds."""
        return {table: len(rows) for table, rows in self.rows.items() if rows}


def empty() -> Contents:
    """Return the contents of no file."""
    return Contents(
        {name: {} for name in TABLES}, {name: {} for name in TABLES}, {}, {}, Meta("meta"), [], []
    )


_File = msgspec.defstruct(
    "_File",
    [(name, dict[int, kind], msgspec.field(default_factory=dict)) for name, kind in TABLES.items()],  # type: ignore[valid-type]
    forbid_unknown_fields=True,
)
_whole = msgspec.json.Decoder(_File)
_tables = msgspec.json.Decoder(dict[str, msgspec.Raw])
_documents = msgspec.json.Decoder(dict[str, msgspec.Raw])


@cache
def _table(name: str) -> msgspec.json.Decoder[Any]:
    kind: Any = TABLES[name]
    return msgspec.json.Decoder(dict[int, kind])


@contextmanager
def resting_collector() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, a network that is just being built."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def decode(raw: bytes) -> Contents | None:
    """Read a data file the fast way, or return None if it has to be read the careful way.

    Not JSON, a number given twice (one record would hide the other without a word), a field that does not fit: all
    that is for `tui.store.careful`. Fields and tables that are merely unknown are read here.
    """
    with resting_collector():
        try:
            found = _whole.decode(raw)
            contents = _sorted({name: getattr(found, name) for name in TABLES}, {})
        except msgspec.ValidationError:
            contents = _by_table(raw)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
    if contents is None or raw.count(b"\n") != _lines(contents):
        return None
    return contents


def decode_early(raw: bytes) -> Contents | None:
    """Read all but the interactions, which are read later; None where that can't be done.

    Only for bytes that are known to be those that Kith wrote or read whole before.
    """
    parted = without(raw)
    if parted is None:
        return None
    early, later = parted
    with resting_collector():
        try:
            found = _whole.decode(early)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        contents = _sorted({name: getattr(found, name) for name in TABLES if name != TABLE}, {})
    # Two line breaks fewer: the table that is left out has no lines here, its first and its last one included.
    if contents is None or getattr(found, TABLE) or early.count(b"\n") != _lines(contents) - 2:
        return None
    contents.later = later
    return contents


def _by_table(raw: bytes) -> Contents | None:
    """Read table by table, and record by record only where a table has fields that are unknown."""
    typed: dict[str, dict[int, Record]] = {}
    unknown: dict[str, bytes] = {}
    try:
        for name, table in _tables.decode(raw).items():
            if name not in TABLES:
                unknown[name] = bytes(table)
                continue
            try:
                typed[name] = _table(name).decode(table)
            except msgspec.ValidationError:
                rows = _documents.decode(table)
                typed[name] = {int(number): codec.decode(name, row) for number, row in rows.items()}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError):
        return None
    return _sorted(typed, unknown)


def _sorted(typed: dict[str, dict[int, Any]], unknown: dict[str, bytes]) -> Contents | None:
    """Put records under their uids; None where two share one, or one has none."""
    contents = empty()
    contents.unknown = unknown
    for name, documents in typed.items():
        rows = {record.uid: record for record in documents.values()}
        if len(rows) != len(documents) or "" in rows or min(documents, default=1) < 1:
            return None
        contents.rows[name] = rows
        contents.numbers[name] = dict(zip(rows, documents, strict=True))
    take_meta(contents)
    return contents if contents.meta.version == FORMAT_VERSION else None


def take_meta(contents: Contents) -> None:
    """Set apart what only the store needs to know, so that memory and file can be compared."""
    meta = contents.rows["meta"].get("meta")
    if isinstance(meta, Meta):
        contents.meta = meta
        contents.rows["meta"]["meta"] = msgspec.structs.replace(meta, generation="", written=None, numbers={})


def _lines(contents: Contents) -> int:
    """Line breaks of a file in which no record can hide behind another."""
    known = sum(len(rows) + 2 for rows in contents.rows.values())
    return 2 + known + sum(raw.count(b"\n") + 1 for raw in contents.unknown.values())


def chunks(contents: Contents) -> Iterator[bytes]:
    """Write a data file, piece by piece."""
    opening = b"{\n"
    for name, rows in contents.rows.items():
        yield opening + b'"%s": {\n' % name.encode()
        opening = b",\n"
        before = b""
        for batch in _batches(rows, contents.numbers[name]):
            lines = encode_rows([record for _, record in batch])
            text = [b'"%d": %s' % (number, line) for (number, _), line in zip(batch, lines, strict=True)]
            yield escaped(before + b",\n".join(text))
            before = b",\n"
        for number, row in contents.spare.get(name, {}).items():
            yield escaped(before + b'"%d": %s' % (number, row))
            before = b",\n"
        yield (b"\n}" if before else b"}")
    for name, raw in contents.unknown.items():
        yield b",\n" + escaped(msgspec.json.encode(name)) + b": " + escaped(raw)
    yield b"\n}\n"


def _batches(rows: dict[str, Record], numbers: dict[str, int]) -> Iterator[list[tuple[int, Record]]]:
    found = ((number, rows[uid]) for uid, number in numbers.items() if uid in rows)
    while batch := list(islice(found, _BATCH)):
        yield batch
