"""A disk that fails when told to, and small networks."""

from __future__ import annotations

import datetime as dt
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.model.base import Record
from tui.model.change import Change, Edit
from tui.model.network import Network
from tui.model.records import Contact, Interaction
from tui.store.book import Book
from tui.store.disk import Disk
from tui.store.durable import Limits
from tui.store.faults import SyncFailed
from tui.store.opening import open_store

TODAY = dt.date(2026, 11, 21)


class Unplugged(BaseException):
    """The plug was pulled: nothing after this happens any more."""


class QuickDisk(Disk):
    """A disk that takes its time for nothing: what these tests pull is not the machine's own plug."""

    def sync(self, descriptor: int) -> None:
        """Wait for nothing."""

    def sync_folder(self, folder: Path) -> None:
        """Wait for nothing."""


class FaultyDisk(QuickDisk):
    """A disk that counts its steps, and fails at some of them.

    Args:
        fail: takes the number of a step, from 0, and its name; raises what the disk is to answer.
    """

    def __init__(self, fail: Callable[[int, str], None]) -> None:
        self.fail = fail
        self.steps: list[str] = []
        """What was done to alter anything, by name."""
        self.sites: list[str] = []
        """The same with the file that it was done to ('sync network.json.journal')."""
        self._open: dict[int, str] = {}

    def _step(self, name: str, what: Path | int) -> None:
        self.steps.append(name)
        self.sites.append(f"{name} {self._open[what] if isinstance(what, int) else what.name}")
        self.fail(len(self.steps) - 1, name)

    def _sync(self, name: str, what: Path | int) -> None:
        try:
            self._step(name, what)
        except OSError as error:
            raise SyncFailed(error.errno, error.strerror) from error

    def create(self, path: Path) -> int:
        self._step("create", path)
        descriptor = super().create(path)
        self._open[descriptor] = path.name
        return descriptor

    def open(self, path: Path) -> int:
        descriptor = super().open(path)
        self._open[descriptor] = path.name
        return descriptor

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        try:
            self._step("write", descriptor)
        except BaseException:
            os.pwrite(descriptor, data[: len(data) // 2], offset)  # a write is not all or nothing
            raise
        super().write(descriptor, data, offset)

    def cut(self, descriptor: int, size: int) -> None:
        self._step("cut", descriptor)
        super().cut(descriptor, size)

    def sync(self, descriptor: int) -> None:
        self._sync("sync", descriptor)
        super().sync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        self._sync("sync_folder", folder)
        super().sync_folder(folder)

    def replace(self, source: Path, target: Path) -> None:
        self._step("replace", target)
        super().replace(source, target)
        for descriptor, name in self._open.items():
            if name == source.name:
                self._open[descriptor] = target.name

    def link(self, source: Path, target: Path) -> None:
        self._step("link", target)
        super().link(source, target)

    def remove(self, path: Path) -> None:
        self._step("remove", path)
        super().remove(path)

    def make_folder(self, folder: Path) -> None:
        if not folder.exists():
            self._step("make_folder", folder)
        super().make_folder(folder)


def healthy(step: int, name: str) -> None:
    """Never fail."""


def failing_at(place: int, number: int = errno.ENOSPC) -> Callable[[int, str], None]:
    """Fail once, at one step."""

    def fail(step: int, name: str) -> None:
        if step == place:
            raise OSError(number, os.strerror(number))

    return fail


def failing_from(place: int, number: int = errno.ENOSPC) -> Callable[[int, str], None]:
    """Fail at every write from a step on."""

    def fail(step: int, name: str) -> None:
        if step >= place and name == "write":
            raise OSError(number, os.strerror(number))

    return fail


def unplugged_at(place: int) -> Callable[[int, str], None]:
    """Stop everything at a step."""

    def fail(step: int, name: str) -> None:
        if step >= place:
            raise Unplugged

    return fail


def open_book(path: Path, disk: Disk | None = None, *, limits: Limits | None = None, **how: Any) -> Book:
    network, store, notices = open_store(path, TODAY, disk=disk or QuickDisk(), limits=limits, **how)
    book = Book(network, store)
    book.notices = notices
    return book


def person(number: int, **fields: Any) -> Contact:
    return Contact(uid=f"c-{number}", name=fields.pop("name", f"José Álvarez {number}"), **fields)


def add(book: Book, number: int, **fields: Any) -> Contact:
    contact = person(number, **fields)
    book.commit(Change(f"Added {contact.name}", (Edit(None, contact),)))
    return contact


def alter(book: Book, uid: str, **fields: Any) -> None:
    import msgspec

    before = book.network.contacts[uid]
    after = msgspec.structs.replace(before, **fields)
    book.commit(Change(f"Edited {before.name}", (Edit(before, after),)))


def touch(number: int, contact: str) -> Interaction:
    return Interaction(uid=f"i-{number}", day=TODAY, contacts=(contact,), summary="grid — 送電網")


def let_go(book: Book) -> None:
    """End as a killed process does: nothing is written, the lock goes."""
    store: Any = book._store
    store._wait()
    if store._files is not None:
        if store._files.journal is not None:
            os.close(store._files.journal._descriptor)
        store._files.lock.release()
        store._files = None


def lines_of(path: Path) -> list[bytes]:
    """Return the lines of a journal."""
    return path.read_bytes().rstrip(b"\0").splitlines(keepends=True)


def everything(network: Network) -> dict[str, dict[str, Record]]:
    return {name: dict(network.table(name)) for name in network._tables}


def reread(path: Path) -> dict[str, dict[str, Record]]:
    book = open_book(path)
    try:
        assert not book.read_only
        return everything(book.network)
    finally:
        let_go(book)
