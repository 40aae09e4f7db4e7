"""The Book: one open network, with its memory, its store, its undo history and its listeners."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tui.model.change import Change
from tui.model.network import Network

Listener = Callable[[Change], None]


class ReadOnly(Exception):
    """Nothing can be changed now; the message says why and what to do."""


class NotSaved(Exception):
    """A change is in memory and not on disk; the message says why and what to do."""


class Store(Protocol):
    """What a Book keeps its changes in."""

    @property
    def read_only(self) -> str:
        """Why nothing can be written, as a sentence; empty where it can."""

    def append(self, change: Change) -> None:
        """Put a change on disk; when this returns, it is there.

        Raises:
            NotSaved: if it could not be written; the store keeps it and writes it before the next one.
        """

    def retry(self) -> None:
        """Write what could not be written before.

        Raises:
            NotSaved: if it still can't.
        """

    def checkpoint(self, network: Network) -> None:
        """Write the whole network as a plain TinyDB file."""

    def close(self, network: Network) -> None:
        """Checkpoint if needed, and let go of the file."""


class Memory:
    """A store that keeps nothing: for the sample network and for tests."""

    read_only = ""

    def append(self, change: Change) -> None:
        """Take note of nothing."""

    def retry(self) -> None:
        """Have nothing to write."""

    def checkpoint(self, network: Network) -> None:
        """Have nothing to write."""

    def close(self, network: Network) -> None:
        """Have nothing to let go of."""


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

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, as a sentence; empty where it can."""
        return self._store.read_only

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
            NotSaved: the change stands in memory and is not on disk yet.
        """
        if not change:
            return
        if self.read_only:
            raise ReadOnly(self.read_only)
        self.network.apply(change)
        if undoable:
            self._done.append(change)
            self._undone.clear()
        self._keep(change)

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

    def checkpoint(self) -> None:
        """Write the whole network as a plain TinyDB file now."""
        self._store.checkpoint(self.network)

    def close(self) -> None:
        """Let go of the file, everything in it."""
        self._store.close(self.network)

    def _step(self, source: list[Change], target: list[Change], *, inverse: bool) -> Change | None:
        if not source:
            return None
        if self.read_only:
            raise ReadOnly(self.read_only)
        change = source[-1]
        step = change.inverse() if inverse else change
        self.network.apply(step)
        target.append(source.pop())
        self._keep(step)
        return change

    def _keep(self, change: Change) -> None:
        try:
            self._saving(lambda: self._store.append(change))
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
