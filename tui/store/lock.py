"""One writer at a time: a lock that the system takes away when its holder ends, however it ends.

It is on a file of its own, because the network file is replaced by another inode whenever it is written.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.paths import lock_of
from tui.store.disk import PRIVATE_FILE

if TYPE_CHECKING:
    from filelock import BaseFileLock


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
        import filelock

        self._path = lock_of(path)
        self._lock: BaseFileLock = filelock.FileLock(self._path, mode=PRIVATE_FILE, thread_local=False)
        try:
            self._lock.acquire(timeout=wait, poll_interval=0.02)
        except filelock.Timeout:
            raise Taken from None
        self._inode = self._found()

    def holds(self) -> bool:
        """Tell whether the lock's file is still the one that was locked; if it was removed, others get in."""
        return self._inode is not None and self._found() == self._inode

    def release(self) -> None:
        """Let the next one in."""
        with contextlib.suppress(OSError):
            self._lock.release(force=True)

    def _found(self) -> int | None:
        try:
            return os.stat(self._path).st_ino  # noqa: PTH116 - done before every change
        except OSError:
            return None
