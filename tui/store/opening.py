"""Opening a file: what becomes of it in each state, and what is said."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import gc
import os
import stat
from pathlib import Path

from tui.model.network import Network
from tui.model.records import Meta
from tui.paths import backups_of, beside, journal_of, real
from tui.store.datafile import resting_collector
from tui.store.disk import Disk
from tui.store.durable import Durable, Limits
from tui.store.faults import CannotOpen, Damaged, cause
from tui.store.loading import Found, load
from tui.store.lock import Lock, Taken

_MANY = 10_000
"""Records from which on it pays to spare the garbage collector the network for good."""


def open_store(
    path: Path,
    today: dt.date,
    *,
    wait: float = 0.0,
    read_only: bool = False,
    early: bool = False,
    disk: Disk | None = None,
    limits: Limits | None = None,
) -> tuple[Network, Durable, tuple[str, ...]]:
    """Open a network file; return what it holds, its store, and what a person should hear of it.

    With `early`, the interactions of a large file may be read when they are first asked for (`Network.complete`).

    Raises:
        Damaged: if file or journal are not whole, or of a later version; nothing was written.
        CannotOpen: if it can't be read at all.
    """
    disk = disk or Disk()
    lock, why = None, ""
    try:
        path = real(path)
        _refuse_what_is_no_file(path)
        lock, why = (None, f"{path} was opened for reading only.") if read_only else _take(disk, path, wait)
        try:
            return _open(path, today, disk, lock, why=why, early=early, limits=limits)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
    except OSError as error:
        from tui.store.diagnosis import unreadable  # only where something is wrong

        raise CannotOpen(unreadable(path, error)) from error


def _open(
    path: Path,
    today: dt.date,
    disk: Disk,
    lock: Lock | None,
    *,
    why: str,
    early: bool,
    limits: Limits | None,
) -> tuple[Network, Durable, tuple[str, ...]]:
    with resting_collector():
        found = load(path, disk, early=early)
        if found.state in ("damaged", "later version"):
            from tui.store.diagnosis import report  # only where something is wrong

            raise Damaged(report(found, disk))
        if found.state == "new":
            found.contents.rows["meta"]["meta"] = Meta(uid="meta", created=today)
            found.contents.numbers["meta"]["meta"] = 1
        later = found.contents.later
        network = Network(tables=found.contents.rows, interactions=later.rows if later else None)
        found.contents.rows = {}
    if sum(map(len, found.contents.numbers.values())) > _MANY:
        gc.freeze()
    try:
        if lock is not None:
            _keep_aside(disk, found, today)
        store = Durable(found, network, today, disk=disk, lock=lock, read_only=why, limits=limits)
    except OSError as error:
        if lock is None:
            raise
        # What is there was read whole: a disk that is full is no reason not to show it.
        lock.release()
        lock, why = None, _no_room(found.path, error)
        store = Durable(found, network, today, disk=disk, lock=None, read_only=why, limits=limits)
    if found.migrated_from is not None and lock is not None:
        store.rewrite()
    return network, store, tuple(found.notices)


def _refuse_what_is_no_file(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise CannotOpen(f"{path} is a folder, and a file is needed. Name a file in it.")
        if not stat.S_ISREG(mode):
            raise CannotOpen(f"{path} is a device, and a file is needed. Name another place.")


def _take(disk: Disk, path: Path, wait: float) -> tuple[Lock | None, str]:
    """Take the lock, or say why nothing can be written."""
    try:
        disk.make_folder(path.parent)
        if path.exists() and not os.access(path, os.W_OK):
            return (
                None,
                f"{path} may not be written by you, so nothing can be changed. Make it writable, or copy it.",
            )
        return Lock(path, wait), ""
    except Taken:
        return None, (
            f"Another Kith has {path} open, so nothing can be changed here. Close the other one and open this again."
        )
    except OSError as error:
        return None, _no_room(path, error)


def _no_room(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        what = "Free some space, and open it again."
    else:
        what = "Copy the file to a place of your own and open it there."
        if not path.exists():
            what = "Name a file in a place of your own: kith --file PATH."
    return f"{path.parent} can't be written ({cause(error)}), so nothing can be changed. {what}"


def _keep_aside(disk: Disk, found: Found, today: dt.date) -> None:
    """Keep what is about to be dropped: a journal's tail, and a file of an older version."""
    reading = found.reading
    if reading is not None and reading.tail:
        aside = beside(journal_of(found.path), ".aside")
        step = beside(aside, ".new")
        disk.put(step, (disk.read(aside) or b"") + reading.tail.rstrip(b"\n") + b"\n")
        disk.replace(step, aside)
        disk.sync_folder(aside.parent)
        found.notices[0] += f" What is left of it is kept in {aside.name}."
    if found.migrated_from is not None:
        folder = backups_of(found.path)
        disk.make_folder(folder)
        disk.copy(found.path, folder / f"version-{found.migrated_from}-{today.isoformat()}.json")
        if reading is not None:
            name = f"version-{found.migrated_from}-{today.isoformat()}.journal"
            disk.copy(journal_of(found.path), folder / name)
