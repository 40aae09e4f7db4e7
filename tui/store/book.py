"""The Book: one open network, with its memory, its store, its undo history and its listeners."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.change import Change
from tui.model.letter import Letter
from tui.model.network import Network
from tui.model.settings import Settings
from tui.paths import real
from tui.store.faults import CannotKeep, CannotOpen, Damaged, NotSaved, ReadOnly
from tui.store.keeping import Memory, Store
from tui.store.opening import open_store
from tui.store.rows import made_ready

if TYPE_CHECKING:
    from tinydb import TinyDB

__all__ = [
    "Book",
    "CannotKeep",
    "CannotOpen",
    "Damaged",
    "Listener",
    "NotSaved",
    "ReadOnly",
]

Listener = Callable[[Change], None]


class Book:
    """One open network. A screen or a command holds a Book and a clock, and no more."""

    def __init__(self, network: Network | None = None, store: Store | None = None) -> None:
        self.network = network or Network()
        self._store: Store = store or Memory()
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._listeners: list[Listener] = []
        self.unsaved = ""
        """Why the last changes are not on disk, as a sentence; empty if they are."""
        self.path: Path | None = None
        """The network's file; None for one in memory."""
        self._day: dt.date | None = None
        self.notices: tuple[str, ...] = ()
        """What was found when the file was opened and a person should hear, as sentences."""
        self.letters: dict[tuple[str, str], Letter] = {}
        """Messages begun and not sent yet, by contact (uid) and what they are for: kept until the book is closed."""
        self.beside: dict[type, object] = {}
        """What screens made of the network and share, by its class: indexes that listen to changes themselves."""

    @classmethod
    def open(
        cls, path: Path, today: dt.date, *, wait: float = 0.0, read_only: bool = False, early: bool = False
    ) -> Book:
        """Open a network file; one that is not there yet is an empty network, written at the first change.

        Where it can be read and not written (another Kith has it open, the place can only be read), it opens all the
        same, and `read_only` says why.

        Args:
            path: the file; a symbolic link to it stays one.
            today: the day, for backups.
            wait: seconds to wait for another Kith to let go of it.
            read_only: never write, whatever else.
            early: return before the interactions of a large file are read; whoever asks for them waits.

        Raises:
            Damaged: if it is not whole; holds a diagnosis, and nothing was written.
            CannotOpen: if it can't be read at all.
        """
        network, store, notices = open_store(path, today, wait=wait, read_only=read_only, early=early)
        book = cls(network, store)
        book.path, book.notices, book._day = path, notices, today
        return book

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, as a sentence; empty where it can."""
        return self._store.read_only

    @property
    def kept(self) -> bool:
        """Whether changes last: False for the sample network, which is in memory alone."""
        return self._store.kept

    @property
    def trouble(self) -> str:
        """What failed in the background and cost nothing so far, as a sentence; empty if nothing did."""
        return self._store.trouble

    @property
    def db(self) -> TinyDB:
        """The network as a TinyDB: its tables, documents and queries, to be read; see `tui.store.tiny`."""
        from tui.store.tiny import database

        return database(self.network, self._store.numbers)

    @property
    def undoable(self) -> str:
        """What `undo` would take back, in words; empty if there is nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redoable(self) -> str:
        """What `redo` would do again, in words; empty if there is nothing."""
        return self._undone[-1].words if self._undone else ""

    def commit(self, change: Change, *, undoable: bool = True) -> None:
        """Apply a change and put it on disk; when this returns without error, it is there.

        Raises:
            ReadOnly: nothing was changed.
            Conflict: a record is not as the change found it; nothing was changed.
            CannotKeep: the file could not give a record back; nothing was changed.
            NotSaved: the change stands in memory and is not on disk yet.
        """
        if not change:
            return
        self._ready()
        change, lines = made_ready(change)
        self.network.apply(change)
        if undoable:
            self._done.append(change)
            self._undone.clear()
        self._keep(change, lines)

    def undo(self) -> Change | None:
        """Take the last change back, and return it; None if there is none. Raises as `commit` does."""
        return self._step(self._done, self._undone, inverse=True)

    def redo(self) -> Change | None:
        """Do the last undone change again, and return it; None if there is none. Raises as `commit` does."""
        return self._step(self._undone, self._done, inverse=False)

    def retry(self) -> None:
        """Write what could not be written before. Raises NotSaved if it still can't."""
        self._saving(self._store.retry)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change, undo and redo; returns how to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def use(self, settings: Settings) -> None:
        """Reckon with other settings from now on; every listener hears of it by a change of nothing."""
        self.network.settings = settings
        for listener in tuple(self._listeners):
            listener(Change("Settings", ()))

    def checkpoint(self, *, wait: bool = True) -> None:
        """Write the whole network as a plain TinyDB file now; without `wait`, in the background."""
        if wait:
            self._store.checkpoint(self.network)
        else:
            self._store.checkpoint_soon()

    def tell_all(self) -> None:
        """Have every listener look at everything anew, as after a change that concerns all."""
        for listener in tuple(self._listeners):
            listener(Change("", ()))

    def turn(self, today: dt.date) -> None:
        """Take note that another day has come, so that backups are dated right."""
        self._day = today
        self._store.turn(today)

    def close(self) -> None:
        """Let go of the file, everything in it.

        Raises:
            NotSaved: if a change can't be saved; the book stays open.
        """
        self._saving(lambda: self._store.close(self.network))

    def abandon(self) -> None:
        """Let go of the file as it is; what is not saved is lost."""
        self._store.abandon()

    def back_up(self, *, again: bool) -> str:
        """Copy the file, once it is closed, into the second folder for backups if the settings name one.

        With `again` the day's copy is written anew. Returns why it could not be done, as a sentence; empty if it was.
        """
        folder, day = self.network.settings.backup_folder, self._day
        if folder is None or day is None or self.path is None:
            return ""
        from tui.store.backups import copy_to  # few have a second folder

        try:
            copy_to(real(self.path), folder, day, again=again)
        except OSError as fault:
            why = fault.strerror or type(fault).__name__
            return f"The second backup could not be written to {folder} ({why}). Your file itself is saved."
        return ""

    def _ready(self) -> None:
        self._store.look()
        if self.read_only:
            raise ReadOnly(self.read_only)

    def _step(self, source: list[Change], target: list[Change], *, inverse: bool) -> Change | None:
        if not source:
            return None
        self._ready()
        change = source[-1]
        step = change.inverse() if inverse else change
        self.network.apply(step)
        target.append(source.pop())
        self._keep(step)
        return change

    def _keep(self, change: Change, lines: Sequence[bytes] = ()) -> None:
        try:
            self._saving(lambda: self._store.append(change, lines))
        finally:
            for listener in tuple(self._listeners):
                listener(change)

    def _saving(self, write: Callable[[], None]) -> None:
        try:
            write()
        except NotSaved as reason:
            self.unsaved = str(reason)
            raise
        self.unsaved = ""
