"""Every way in which the store touches the disk, in one place, so that a test can make each one fail."""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
from collections.abc import Callable
from pathlib import Path

import msgspec

from tui.store.faults import SyncFailed

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_BLOCK = 1 << 20
_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)
_sync: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)


class Stamp(msgspec.Struct, frozen=True, gc=False):
    """What tells, without reading it, that a file is still the one that was there before."""

    inode: int
    size: int
    mtime: int
    """Nanoseconds."""


class Disk:
    """The real disk. A disk that lies about having synced can't be told from an honest one."""

    def read(self, path: Path) -> bytes | None:
        """Return a file's bytes, or None if there is no such file."""
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def stamp(self, path: Path) -> Stamp | None:
        """Return a file's stamp, or None if there is no such file."""
        try:
            found = os.stat(path)  # noqa: PTH116 - three times as fast, and done before every change
        except (FileNotFoundError, NotADirectoryError):
            return None
        return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)

    def create(self, path: Path) -> int:
        """Make a new, private, empty file in place of an old one of that name; return its descriptor."""
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
        return os.open(path, flags, PRIVATE_FILE)

    def open(self, path: Path) -> int:
        """Open a file for reading and writing; return its descriptor."""
        return os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))

    def close(self, descriptor: int) -> None:
        """Let go of a descriptor."""
        with contextlib.suppress(OSError):
            os.close(descriptor)

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        """Write all of the data at an offset."""
        done = os.pwrite(descriptor, data, offset)
        while done < len(data):
            done += os.pwrite(descriptor, data[done : done + _BLOCK], offset + done)

    def cut(self, descriptor: int, size: int) -> None:
        """Cut a file to a size."""
        os.ftruncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        """Return when a file is on the disk, whole.

        Raises:
            SyncFailed: if the disk does not confirm it.
        """
        try:
            _full_sync(descriptor)
        except OSError as error:
            raise SyncFailed(error.errno, error.strerror) from error

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk.

        Raises:
            SyncFailed: if the disk does not confirm it.
        """
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except PermissionError:
            return  # a folder that may be written and not listed can't be synced by anybody
        try:
            os.fsync(descriptor)
        except OSError as error:
            raise SyncFailed(error.errno, error.strerror) from error
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another name, in place of what had it, in one step."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, in place of what had it; copy it where links are not to be had."""
        with contextlib.suppress(OSError):
            if target.samefile(source):
                return  # a name for the same file is not replaced by rename(2), which then leaves both
        step = target.with_name(target.name + ".new")
        with contextlib.suppress(FileNotFoundError):
            step.unlink()
        try:
            os.link(source, step)
        except OSError:
            self.copy(source, step)
        try:
            step.chmod(PRIVATE_FILE)
            self.replace(step, target)
        except OSError:
            self.remove(step)
            raise

    def copy(self, source: Path, target: Path) -> None:
        """Copy a file, privately and onto the disk."""
        self.put(target, source.read_bytes())

    def put(self, target: Path, data: bytes) -> None:
        """Write a small or whole file, privately and onto the disk; on failure nothing is left of it."""
        descriptor = self.create(target)
        try:
            self.write(descriptor, data, 0)
            self.sync(descriptor)
        except BaseException:
            self.remove(target)
            raise
        finally:
            self.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove a file; no matter if it is not there."""
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, private to their owner; those that exist stay as they are."""
        missing = []
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        for step in reversed(missing):
            step.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            self.sync_folder(step.parent)

    def make_private(self, path: Path) -> None:
        """Take everybody else's rights to a file away, where that is ours to do."""
        with contextlib.suppress(OSError):
            if stat.S_IMODE(path.stat().st_mode) & 0o077:
                path.chmod(PRIVATE_FILE)

    def keep_owner(self, descriptor: int, model: Path) -> None:
        """Give a new file the owner of the one it is to replace, so that `sudo` locks nobody out."""
        with contextlib.suppress(OSError, AttributeError):
            old, new = model.stat(), os.fstat(descriptor)
            if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
                os.fchown(descriptor, old.st_uid, old.st_gid)


def _full_sync(descriptor: int) -> None:
    """Sync as far as the platform lets us: on macOS `fsync` stops at the drive's cache, F_FULLFSYNC does not."""
    if _FULL_SYNC is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, _FULL_SYNC)
            return
        os.fsync(descriptor)
    else:
        _sync(descriptor)
