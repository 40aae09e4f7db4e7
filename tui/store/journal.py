"""The journal: one line a change, on the disk before the change is acknowledged.

A line is eight hexadecimal digits, a space, and JSON in UTF-8 without line breaks. The digits are a CRC-32 of the
JSON, started from that of the generation's name, so that a line of another journal is not taken for one of
this. The first line is a `Mark` that names the writing of the data file which the changes follow. A mark further down
says that the data file was about to be written again with all changes so far in it: whichever of
the two writings a sudden end leaves behind, the journal knows it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import msgspec

from tui.model import codec
from tui.model.base import Record
from tui.model.change import Change
from tui.model.tables import TABLES, table_of
from tui.store.rows import encode_rows

FORMAT = 1


class Mark(msgspec.Struct, frozen=True, tag="mark", tag_field="is"):
    """One writing of the data file: how to know it, and how many changes it holds."""

    generation: str
    """Name of the writing, as it stands in the file's meta record."""
    through: int
    """Number of the last change that is in it."""
    size: int
    """Bytes."""
    crc: int
    """CRC-32 of the bytes."""
    mtime: int = 0
    """Nanoseconds; tells an edit by another program from a disk that forgets."""
    format: int = FORMAT
    """Version of the journal's own format."""


class Entry(msgspec.Struct, frozen=True, tag="change", tag_field="is"):
    """One change: the records after it, by table, and those it removed."""

    number: int
    """Counts up by one from the file's first change on."""
    words: str
    """What was done."""
    put: dict[str, list[msgspec.Raw]]
    """Records added or replaced."""
    drop: dict[str, list[str]]
    """Records (uid) removed."""

    @property
    def bookkeeping(self) -> bool:
        """Tell whether it touches only what the file notes of itself (the day of a visit), and no record of yours."""
        return self.put.keys() | self.drop.keys() <= {"meta"}

    def records(self) -> list[tuple[str, Record]]:
        """Return the records put, each with its table.

        Raises:
            codec.BadRecord: if one of them is none.
        """
        return [(table, codec.decode(table, raw)) for table, rows in self.put.items() for raw in rows]


Line = Mark | Entry
_decoder: msgspec.json.Decoder[Line] = msgspec.json.Decoder(Line)
_encoder = msgspec.json.Encoder()


class BadLine(msgspec.Struct, frozen=True):
    """A line that is not as it was written."""

    line: int
    """Its number, from 1."""
    raw: bytes
    """What stands there."""
    why: str
    """What is wrong with it."""
    gap: bool = False
    """True if the line itself is whole, and one before it is missing."""


class Reading(msgspec.Struct, frozen=True):
    """What a journal holds."""

    head: Mark | None
    """The writing of the data file that it starts from; None if its first line can't be read."""
    marks: tuple[Mark, ...] = ()
    """Later writings, in order."""
    entries: tuple[Entry, ...] = ()
    """Changes, in order."""
    bad: tuple[BadLine, ...] = ()
    """Lines that can't be read, with whole lines behind them or a line break of their own."""
    torn: bytes = b""
    """A last line without its end: a change that was being written when Kith stopped."""
    size: int = 0
    """Bytes of the lines before that."""

    def find(self, generation: str) -> Mark | None:
        """Return the mark of a writing of the data file, or None if the journal doesn't know it."""
        marks = (self.head, *self.marks) if self.head else ()
        return next((mark for mark in reversed(marks) if mark.generation == generation), None)

    def after(self, number: int) -> tuple[Entry, ...]:
        """Return the changes behind one."""
        return tuple(entry for entry in self.entries if entry.number > number)

    @property
    def tail(self) -> bytes:
        """What a sudden end left behind the last good line; empty if it left nothing, or if more is wrong than that.

        Most often a line without its end. A line with one and a wrong checksum can come of it as well: a loss of power
        may leave the end of a line on the disk, and not its beginning.
        """
        if self.head is None or len(self.bad) > 1 or (self.bad and (self.torn or self._goes_on())):
            return b""
        return self.bad[0].raw + b"\n" if self.bad else self.torn

    @property
    def good(self) -> int:
        """Bytes up to the end of the last good line."""
        return self.size - (len(self.tail) if self.bad else 0)

    def _goes_on(self) -> bool:
        """Tell whether good lines stand behind the first bad one."""
        return self.bad[0].gap or self.bad[0].line < 1 + len(self.entries) + len(self.marks) + len(self.bad)

    @property
    def last(self) -> int:
        """Number of the last change that the journal or its data file holds."""
        return self.entries[-1].number if self.entries else self.head.through if self.head else 0


def content(raw: bytes) -> bytes:
    """Return a journal without the zeros behind it, which are room for lines to come."""
    return raw.rstrip(b"\0")


def read(raw: bytes) -> Reading:
    """Read a journal; nothing in it can make this fail."""
    raw = content(raw)
    lines = raw.split(b"\n")
    torn = lines.pop()
    size = len(raw) - len(torn)
    if not lines:
        return Reading(None, torn=torn)
    first = _line(lines[0], 0)
    if not isinstance(first, Mark) or first.format > FORMAT:
        why = (
            "a later version of Kith wrote it" if isinstance(first, Mark) else "its first line can't be read"
        )
        return Reading(None, bad=(BadLine(1, lines[0], why),), torn=torn, size=size)
    seed = zlib.crc32(first.generation.encode())
    marks, entries, bad = [], [], []
    number = first.through
    for place, text in enumerate(lines[1:], start=2):
        found = _line(text, seed)
        if isinstance(found, str):
            bad.append(BadLine(place, text, found))
            number = -1
        elif isinstance(found, Mark):
            marks.append(found)
        else:
            if number not in (-1, found.number - 1):
                bad.append(BadLine(place, text, f"change {found.number} follows change {number}", gap=True))
            entries.append(found)
            number = found.number
    return Reading(first, tuple(marks), tuple(entries), tuple(bad), torn, size)


def _line(text: bytes, seed: int) -> Line | str:
    """Return what a line says, or why it says nothing."""
    if len(text) < 10 or text[8:9] != b" ":
        return "it has no checksum"
    payload = text[9:]
    if text[:8] != b"%08x" % zlib.crc32(payload, seed):
        return "its checksum does not fit"
    try:
        found = _decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        return str(fault)
    if isinstance(found, Entry) and not (found.put.keys() | found.drop.keys()) <= TABLES.keys():
        return "it names a table that this version does not know"
    return found


def line_of(value: Line | bytes, seed: int) -> bytes:
    """Write a mark, or a change that is JSON already, as a line."""
    payload = value if isinstance(value, bytes) else _encoder.encode(value)
    return b"%08x %s\n" % (zlib.crc32(payload, seed), payload)


def payload_of(change: Change, number: int, lines: Sequence[bytes] = ()) -> bytes:
    """Write a change as the JSON of its line.

    Args:
        change: the change.
        number: its number.
        lines: its records after as `encode_rows` writes them, in the order of its edits, if that was done already.
    """
    drop: dict[str, list[str]] = {}
    if lines:
        known: dict[str, list[msgspec.Raw]] = {}
        line = iter(lines)
        for edit in change.edits:
            if edit.after is None:
                drop.setdefault(edit.table, []).append(edit.uid)
            else:
                known.setdefault(table_of(edit.after), []).append(msgspec.Raw(next(line)))
        return _encoder.encode(Entry(number, change.words, known, drop))
    put: dict[str, list[Record]] = {}
    for edit in change.edits:
        record = edit.after
        if record is None:
            drop.setdefault(edit.table, []).append(edit.uid)
        else:
            put.setdefault(table_of(record), []).append(record)
    rows = {table: [msgspec.Raw(row) for row in encode_rows(records)] for table, records in put.items()}
    return _encoder.encode(Entry(number, change.words, rows, drop))
