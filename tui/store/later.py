"""The table of interactions, read after all else, while the first screen is seen already.

It is two thirds of a large file, and what is due first, promises, does not need it. Only a file whose every byte is
known from its journal (size and CRC-32) is read so: nothing in it can turn out to be damaged afterwards.
"""

from __future__ import annotations

import threading

import msgspec

from tui.model.base import Record
from tui.model.records import Interaction

TABLE = "interactions"
_OPENING = b'\n},\n"interactions": {\n'
_NEXT = b'\n},\n"follow_ups": {\n'
"""What stands behind the table."""
_PIECE = 1 << 18
"""Bytes read in one go: about two milliseconds, so that keys are answered in between."""
_pieces = msgspec.json.Decoder(dict[int, Interaction])


class Later:
    """One table of a data file, read by whoever asks for it first; others wait for the same result."""

    def __init__(self, raw: bytes, start: int, end: int) -> None:
        self._raw, self._start, self._end = raw, start, end
        self._lock = threading.Lock()
        self._found: dict[str, Record] | None = None
        self._numbers: dict[str, int] = {}
        self.spare: dict[int, bytes] = {}
        """Records whose uid another has, as in `Contents`; known once the table is read."""

    def rows(self) -> dict[str, Record]:
        """Return the records by uid."""
        with self._lock:
            if self._found is None:
                self._found = self._read()
                self._raw = b""
            return self._found

    def numbers(self) -> dict[str, int]:
        """Return TinyDB's document numbers by uid."""
        self.rows()
        return self._numbers

    def _read(self) -> dict[str, Record]:
        from tui.store.datafile import resting_collector

        with resting_collector():
            quick = self._read_quickly()
            return self._read_carefully() if quick is None else quick

    def _read_quickly(self) -> dict[str, Record] | None:
        """Read it piece by piece; None where two records share a uid or a number, or a field is unknown."""
        raw, place, end = self._raw, self._start, self._end
        rows: dict[str, Record] = {}
        numbers: dict[str, int] = {}
        count = 0
        while place < end:
            stop = raw.find(b",\n", place + _PIECE, end)
            stop = end if stop < 0 else stop
            piece = raw[place:stop]
            try:
                found = _pieces.decode(b"{%b}" % piece)
            except msgspec.ValidationError:
                return None
            if len(found) != piece.count(b"\n") + 1 or min(found) < 1:
                return None
            count += len(found)
            rows.update((record.uid, record) for record in found.values())
            numbers.update(zip((record.uid for record in found.values()), found, strict=True))
            place = stop + 2
        if len(rows) != count or len(set(numbers.values())) != count or "" in rows:
            return None
        self._numbers = numbers
        return rows

    def _read_carefully(self) -> dict[str, Record]:
        from tui.store.backups import contents_of

        contents = contents_of(self._raw, "")
        self._numbers, self.spare = contents.numbers[TABLE], contents.spare.get(TABLE, {})
        return contents.rows[TABLE]


def without(raw: bytes) -> tuple[bytes, Later] | None:
    """Take the table out of a data file; None where it does not stand there as Kith writes it.

    Records stand on lines of their own, and text in JSON holds no line breaks: what is looked for can be nothing else.
    """
    opening = raw.find(_OPENING)
    start = opening + len(_OPENING)
    # From behind, where little stands: to look for it through the whole table takes forty times as long.
    end = raw.rfind(_NEXT, start)
    if opening < 0 or end < 0:
        return None
    whole = memoryview(raw)
    return b"".join((whole[: opening + 2], whole[end + 2 :])), Later(raw, start, end)
