"""Writing the whole file anew: what is written, under which name, and what becomes of the one before."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import uuid
import zlib
from pathlib import Path

import msgspec

from tui.model.records import Meta
from tui.paths import beside, previous_of
from tui.store import backups
from tui.store.datafile import Contents, chunks
from tui.store.disk import Disk
from tui.store.journal import Mark

_PIECE = 1 << 16
"""Bytes written in one go; each write lets other threads run."""


class Snapshot(msgspec.Struct, frozen=True):
    """Everything as it stood after one change; later changes don't alter it."""

    contents: Contents
    """What is to be written."""
    through: int
    """Number of the last change that is in it."""
    day: dt.date
    """Day it is dated by."""

    @classmethod
    def of(cls, contents: Contents, highest: dict[str, int], through: int, day: dt.date) -> Snapshot:
        """Make one of copied tables, and give this writing its name."""
        found = contents.rows["meta"].get("meta")
        meta = found if isinstance(found, Meta) else Meta(uid="meta", created=day)
        if "meta" not in contents.numbers["meta"]:
            highest["meta"] += 1
            contents.numbers["meta"]["meta"] = highest["meta"]
        numbers = {table: number for table, number in highest.items() if number}
        meta = msgspec.structs.replace(meta, generation=uuid.uuid4().hex, written=day, numbers=numbers)
        contents.rows["meta"]["meta"] = contents.meta = meta
        return cls(contents, through, day)


def write_new(disk: Disk, path: Path, snapshot: Snapshot) -> Mark:
    """Write a snapshot into a new file beside the old one; return what it will be known by.

    Raises:
        OSError: if it could not be written; nothing is left of it.
    """
    step = new_of(path)
    descriptor = disk.create(step)
    size = crc = 0
    piece = bytearray()
    try:
        for chunk in chunks(snapshot.contents):
            piece += chunk
            if len(piece) >= _PIECE:
                disk.write(descriptor, bytes(piece), size)
                size, crc = size + len(piece), zlib.crc32(piece, crc)
                piece.clear()
        disk.write(descriptor, bytes(piece), size)
        size, crc = size + len(piece), zlib.crc32(piece, crc)
        disk.keep_owner(descriptor, path)
        disk.sync(descriptor)
        mtime = os.fstat(descriptor).st_mtime_ns
    except OSError:
        disk.close(descriptor)
        disk.remove(step)
        raise
    disk.close(descriptor)
    return Mark(snapshot.contents.meta.generation, snapshot.through, size, crc, mtime)


def keep_old(disk: Disk, path: Path, day: dt.date) -> None:
    """Keep the file that is about to be replaced as `.bak` and as the backup of a day.

    Raises:
        OSError: if it could not be kept; then it must not be replaced.
    """
    disk.link(path, previous_of(path))
    backups.keep(disk, path, day)


def clear_away(disk: Disk, path: Path) -> None:
    """Remove what a checkpoint left behind that did not come to its end; the next one does it if this can't."""
    with contextlib.suppress(OSError):
        disk.remove(new_of(path))


def new_of(path: Path) -> Path:
    """Return the name that a file has while it is written."""
    return beside(path, ".tmp")
