"""The journal as a file that is written at its end."""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Sequence
from pathlib import Path

from tui.store.disk import Disk, Stamp
from tui.store.faults import SyncFailed
from tui.store.journal import Mark, Reading, line_of

_ROOM = 1 << 17
"""Bytes to which the file grows at a time.

A sync is a fifth quicker where the file keeps its size: its length need not be written as well. Room is zeros, and is
given back on closing.
"""


class Journal:
    """An open journal."""

    def __init__(self, disk: Disk, path: Path, descriptor: int, head: Mark, size: int) -> None:
        self._disk = disk
        self._descriptor = descriptor
        self._seed = zlib.crc32(head.generation.encode())
        self.path = path
        self.size = size
        """Bytes of all lines that are on the disk."""
        self.spoilt = False
        """True once the disk failed to confirm something; then nothing may be acknowledged any more."""
        found = os.fstat(descriptor)
        self._inode, self._length = found.st_ino, found.st_size

    @classmethod
    def start(cls, disk: Disk, path: Path, head: Mark, payloads: Sequence[bytes] = ()) -> Journal:
        """Make a journal that starts from a writing of the data file, in place of the one before it.

        Raises:
            OSError: if it can't be written; the one before it is as it was.
        """
        seed = zlib.crc32(head.generation.encode())
        data = line_of(head, 0) + b"".join(line_of(payload, seed) for payload in payloads)
        step = path.with_name(path.name + ".tmp")
        descriptor = disk.create(step)
        try:
            disk.write(descriptor, data, 0)
            disk.sync(descriptor)
            disk.replace(step, path)
        except OSError:
            disk.close(descriptor)
            disk.remove(step)
            raise
        return cls(disk, path, descriptor, head, len(data))

    @classmethod
    def resume(cls, disk: Disk, path: Path, reading: Reading) -> Journal:
        """Go on writing a journal that was read; a tail is cut off."""
        assert reading.head is not None
        journal = cls(disk, path, disk.open(path), reading.head, reading.good)
        if reading.tail:
            journal._cut_back()
            disk.sync(journal._descriptor)
        return journal

    def append(self, lines: Sequence[Mark | bytes]) -> None:
        """Put lines at the end; when this returns, they are on the disk.

        Raises:
            SyncFailed: the disk did not confirm them; nothing may be written to this file any more.
            OSError: they could not be written; the file ends where it ended before.
        """
        data = line_of(lines[0], self._seed) if len(lines) == 1 else self._lines(lines)
        end = self.size + len(data)
        self._write(data, end)
        try:
            self._disk.sync(self._descriptor)
        except SyncFailed:
            self.spoilt = True
            self._cut_back()
            raise
        self.size = end

    def is_ours(self, stamp: Stamp | None) -> bool:
        """Tell whether the file found under the journal's name is the one that is written here."""
        return stamp is not None and (stamp.inode, stamp.size) == (self._inode, self._length)

    def close(self) -> None:
        """Let go of the file, and of the room in it."""
        with contextlib.suppress(OSError):
            untouched = os.fstat(self._descriptor).st_size == self._length
            if self._length > self.size and untouched and not self.spoilt:
                self._disk.cut(self._descriptor, self.size)
        self._disk.close(self._descriptor)

    def _lines(self, lines: Sequence[Mark | bytes]) -> bytes:
        return b"".join(line_of(line, self._seed) for line in lines)

    def _write(self, data: bytes, end: int) -> None:
        if end > self._length:
            length = -(-end // _ROOM) * _ROOM
            try:
                self._disk.write(self._descriptor, data + bytes(length - end), self.size)
            except OSError:
                self._cut_back()  # what has no room may still fit without
            else:
                self._length = length
                return
        try:
            self._disk.write(self._descriptor, data, self.size)
        except OSError:
            self._cut_back()
            raise
        self._length = max(self._length, end)

    def _cut_back(self) -> None:
        try:
            self._disk.cut(self._descriptor, self.size)
        except OSError as error:
            self.spoilt = True
            raise SyncFailed(error.errno, error.strerror) from error
        self._length = self.size
