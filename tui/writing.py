"""A file put in its place whole or not at all, readable by its owner alone: what Kith writes besides the network."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path


def put(path: Path, data: bytes, *, replacing: bool) -> None:
    """Write a file; it gets its name once all of it is on the disk.

    Args:
        path: its name; a symbolic link that is to stay one has to be resolved before.
        data: what is in it.
        replacing: whether a file of that name may be replaced.

    Raises:
        FileExistsError: if there is one, and it may not be replaced.
        OSError: if it could not be written; nothing is left of it, and one of before is as it was.
    """
    # mkstemp makes it readable by its owner only.
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".new", dir=path.parent)
    new = Path(name)
    try:
        try:
            _write(handle, data)
        finally:
            os.close(handle)
        if replacing:
            new.replace(path)
        else:
            _link(new, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            new.unlink()


def put_new(folder: Path, name: str, text: str) -> Path:
    """Write a text under a name that is free: the one asked for, or the same with a number.

    The folder is made if it is missing. A file with just this text is taken for it.

    Returns:
        Where it is now.

    Raises:
        OSError: if it can't be written; nothing is left of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8", "replace")
    wanted = path = folder / name
    number = 1
    while True:
        try:
            put(path, data, replacing=False)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == data:
                return path
            number += 1
            path = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}")
        else:
            return path


def _write(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _link(new: Path, path: Path) -> None:
    """Give a file its name if nobody has taken it meanwhile; where there are no links, the name is looked at again."""
    try:
        path.hardlink_to(new)
    except OSError as fault:
        if fault.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES):
            raise
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        new.replace(path)
