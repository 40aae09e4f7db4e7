"""The open network as a TinyDB: tables, documents and queries are TinyDB's own, over records in memory.

It is for reading. A write is refused: what alters a network is a Change, committed to the Book, so that it is
journaled, can be undone, and is heard of by every screen. A document is made when it is asked for and belongs
to the caller; altering it alters nothing else. TinyDB's cache of query results is off: it can't hear of a Change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from tui.model import codec
from tui.model.base import Record
from tui.model.network import Network
from tui.model.tables import TABLES
from tui.store.faults import ReadOnly

Numbers = Callable[[str], dict[str, int]]


class _Documents(Mapping[str, dict[str, Any]]):
    """One table, each document made from its record when it is asked for."""

    def __init__(self, rows: Mapping[str, Record], numbers: Mapping[str, int]) -> None:
        self._rows, self._numbers = rows, numbers
        self._uids: dict[str, str] | None = None

    def __getitem__(self, number: str) -> dict[str, Any]:
        if self._uids is None:
            self._uids = {str(number): uid for uid, number in self._all()}
        return codec.to_builtins(self._rows[self._uids[number]])

    def __iter__(self) -> Iterator[str]:
        return (str(number) for _, number in self._all())

    def __len__(self) -> int:
        return len(self._rows)

    def _all(self) -> Iterator[tuple[str, int]]:
        for place, uid in enumerate(self._rows, start=1):
            yield uid, self._numbers.get(uid, place)


class NetworkStorage(Storage):
    """A TinyDB storage that reads from an open network."""

    def __init__(self, network: Network, numbers: Numbers) -> None:
        super().__init__()
        self._network, self._numbers = network, numbers

    def read(self) -> dict[str, Any] | None:
        """Return every table."""
        return {name: _Documents(self._network.table(name), self._numbers(name)) for name in TABLES}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Refuse.

        Raises:
            ReadOnly: always.
        """
        raise ReadOnly(
            "A network is not altered through TinyDB: make a Change and commit it to the Book, which saves it, can "
            "undo it, and tells every screen."
        )


class _UncachedTable(Table):
    """A table that asks again each time."""

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size=0 * cache_size, persist_empty=persist_empty)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        self._storage.write({})


class _NetworkDB(TinyDB):
    table_class = _UncachedTable


def database(network: Network, numbers: Numbers) -> TinyDB:
    """Return a TinyDB over an open network; it sees every Change at once."""
    return _NetworkDB(network, numbers, storage=NetworkStorage)
