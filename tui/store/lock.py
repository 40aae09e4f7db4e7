"""One writer at a time: a lock that the system takes away when its holder ends, however it ends.

It is on a file of its own, because the network file is replaced by another inode whenever it is written.
"""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

from tui.paths import lock_of
from tui.store.disk import PRIVATE_FILE

_LOOK = 0.02
"""Seconds between two tries."""
_NO_FLOCK = {errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP}


class Taken(Exception):
    """Somebody else holds the lock."""


class Lock:
    """A held lock."""

    def __init__(self, path: Path, wait: float = 0.0) -> None:
        """Take the lock of a network file.

        Args:
            path: the network file.
            wait: seconds to wait for another holder to let go.

        Raises:
            Taken: if somebody else holds it.
            OSError: if its file can't be made.
        """
        self._path = lock_of(path)
        try:
            self._let_go = _flock(self._path, wait)
        except (ImportError, NotImplementedError):
            self._let_go = _filelock(self._path, wait)
        self._inode = self._found()

    def holds(self) -> bool:
        """Tell whether the lock's file is still the one that was locked; if it was removed, others get in."""
        return self._inode is not None and self._found() == self._inode

    def release(self) -> None:
        """Let the next one in."""
        let_go, self._let_go = self._let_go, _nothing
        with contextlib.suppress(OSError):
            let_go()

    def _found(self) -> int | None:
        try:
            return os.stat(self._path).st_ino  # noqa: PTH116 - done before every change
        except OSError:
            return None


def _flock(path: Path, wait: float) -> Callable[[], None]:
    """Take the lock as filelock does where there is flock(2), without the 15 ms of loading it at every start.

    Raises:
        NotImplementedError: if the file system knows no such lock.
    """
    import fcntl

    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), PRIVATE_FILE)
    tries = int(wait / _LOOK)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if tries <= 0:
                    raise Taken from None
                tries -= 1
                threading.Event().wait(_LOOK)
            else:
                return lambda: os.close(descriptor)
    except OSError as error:
        os.close(descriptor)
        if error.errno in _NO_FLOCK:
            raise NotImplementedError from error
        raise
    except Taken:
        os.close(descriptor)
        raise


def _filelock(path: Path, wait: float) -> Callable[[], None]:
    """Take the lock where there is no flock(2)."""
    import filelock

    lock = filelock.FileLock(path, mode=PRIVATE_FILE, thread_local=False)
    try:
        lock.acquire(timeout=wait, poll_interval=_LOOK)
    except filelock.Timeout:
        raise Taken from None
    return lambda: lock.release(force=True)


def _nothing() -> None:
    """Let go of nothing."""
