"""The store: acknowledged means on the disk.

A change is a line of the journal, synced before it is acknowledged. Now and then, and on closing, the whole network is
written as a plain TinyDB file (a checkpoint), by another thread:

1. everything goes into a new file beside the old one, and is synced;
2. a mark in the journal tells the new file from the old one, and is synced;
3. the old file gets second names (`.bak` and the day's backup);
4. the new file takes the old one's name, and the folder is synced;
5. a new journal starts, with the changes made meanwhile, and the folder is synced.

Between any two steps the journal knows the file that is there. This is how SQLite goes about it ("Atomic
Commit in SQLite", "How To Corrupt An SQLite Database File") and LevelDB (a log with checksums, `CURRENT`
replaced by a rename); what a file system makes of a rename and a sync is in Pillai et al., "All File Systems
Are Not Created Equal" (OSDI 2014). After a failed sync nothing more is written to that file: the kernel may have
dropped what it could not write, and call the next sync a success (Rebello et al., "Can Applications Recover
from fsync Failures?", USENIX ATC 2020). Nothing is memory-mapped, as it is in LMDB: a fault of the disk would come as a
signal, not as an error.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Sequence

from tui.model.change import Change
from tui.model.network import Network
from tui.model.tables import TABLES
from tui.store.checkpoint import Snapshot, clear_away, write_new
from tui.store.datafile import Contents
from tui.store.disk import Disk
from tui.store.faults import NotSaved, SyncFailed, cause, not_saved
from tui.store.files import Files, NotOurs, told_sync
from tui.store.journal import payload_of
from tui.store.loading import Found
from tui.store.lock import Lock


class Limits:
    """How long a journal may grow before the whole file is written again."""

    def __init__(self, changes: int = 500, size: int = 8 << 20) -> None:
        self.changes = changes
        self.size = size
        """Bytes."""


class Durable:
    """A network file, open for writing (with a lock) or for reading only (with a reason)."""

    kept = True

    def __init__(
        self,
        found: Found,
        network: Network,
        today: dt.date,
        *,
        disk: Disk,
        lock: Lock | None,
        read_only: str = "",
        limits: Limits | None = None,
    ) -> None:
        self.path = found.path
        self.trouble = ""
        """Why the last writing of the whole file failed, as a sentence; the changes are safe in the journal."""
        self._today = today
        self._disk, self._limits = disk, limits or Limits()
        self._read_only = read_only
        self._network = network
        self._contents = found.contents
        self._numbered: dict[str, int] | None = None
        self._mutex = threading.RLock()
        self._writing: threading.Thread | None = None
        self._pending: list[tuple[int, Change, Sequence[bytes]]] = []
        self._recent: list[tuple[int, bytes]] = [(entry.number, b"") for entry in found.waiting]
        self._last = 0
        self._looked = False
        self._files: Files | None = None
        if lock is not None:
            clear_away(disk, self.path)
            self._files = Files(disk, self.path, lock, found.stamp, found.contents.meta.written)
            self._last = self._files.take_up(found)

    @property
    def read_only(self) -> str:
        """Why nothing can be written, as a sentence; empty where it can."""
        return self._read_only

    def turn(self, today: dt.date) -> None:
        """Take note that another day has come."""
        self._today = today

    def numbers(self, table: str) -> dict[str, int]:
        """Return TinyDB's document numbers of a table by uid."""
        self._contents.complete()
        return self._contents.numbers[table]

    def look(self) -> None:
        """Look whether the file is still ours to write; if another program has changed it, go read-only."""
        with self._mutex:
            self._looked = False
            if self._read_only or self._files is None:
                return
            if self._files.as_left():
                self._looked = True
                return
            try:
                self._files.check()
            except NotOurs as reason:
                self._go_read_only(str(reason))

    def append(self, change: Change, lines: Sequence[bytes] = ()) -> None:
        """Put a change on disk; when this returns, it is there. `lines` are as for `payload_of`.

        Raises:
            NotSaved: if it could not be written; the store keeps it and writes it before the next one.
        """
        with self._mutex:
            self._number(change)
            self._last += 1
            self._pending.append((self._last, change, lines))
            self._flush()
        if self._is_long() and self._writing is None:
            self.checkpoint_soon()

    def retry(self) -> None:
        """Write what could not be written before.

        Raises:
            NotSaved: if it still can't.
        """
        with self._mutex:
            if self._pending or self._recent:
                self.look()
                self._flush()

    def checkpoint(self, network: Network) -> None:
        """Write the whole network as a plain TinyDB file, unless that is what is there."""
        self._wait()
        snapshot = self._snapshot()
        if snapshot is not None:
            self._write(snapshot)

    def checkpoint_soon(self) -> None:
        """The same in a thread, while changes go on."""
        snapshot = self._snapshot() if self._writing is None else None
        if snapshot is not None:
            self._writing = threading.Thread(
                target=self._write_aside, args=(snapshot,), name="kith-checkpoint"
            )
            self._writing.start()

    def rewrite(self) -> None:
        """Write the whole network though nothing was changed: its format was.

        Where that fails nothing can be changed: the journal that is there speaks of records in the old format.
        """
        self._write(self._taken())
        if self.trouble:
            self._go_read_only(f"{self.trouble} Until then nothing can be changed.")

    def close(self, network: Network) -> None:
        """Checkpoint if needed, and let go of the file.

        Raises:
            NotSaved: if a change can't be saved; the file stays open, so that it can be tried again.
        """
        self.retry()
        self.checkpoint(network)
        self.abandon()

    def abandon(self) -> None:
        """Let go of the file as it is; what is not saved is lost."""
        self._wait()
        with self._mutex:
            if self._files is not None:
                self._files.close()
                self._files = None
            self._go_read_only(f"{self.path} is closed.")

    def _number(self, change: Change) -> None:
        """Give new records document numbers that no record ever had, and forget those of removed ones."""
        self._contents.complete()
        all_numbers, highest = self._contents.numbers, self._highest
        for edit in change.edits:
            table, uid = edit.table, edit.uid
            numbers = all_numbers[table]
            if edit.after is None:
                numbers.pop(uid, None)
            elif uid not in numbers:
                highest[table] += 1
                numbers[uid] = highest[table]

    @property
    def _highest(self) -> dict[str, int]:
        """The highest document number ever given in each table."""
        if self._numbered is None:
            self._numbered = self._contents.highest()
        return self._numbered

    def _flush(self) -> None:
        """Write what is pending, and all of it again if somebody took the files away."""
        files = self._files
        if self._read_only or files is None:
            if self._pending:
                raise NotSaved(self._read_only)
            return
        try:
            if not self._looked:
                files.follow()
            self._looked = False
            if files.journal is None:
                self._found(files)
            elif self._pending:
                written = [
                    (number, payload_of(change, number, rows)) for number, change, rows in self._pending
                ]
                files.journal.append([payload for _, payload in written])
                self._recent += written
        except NotOurs as reason:
            self._go_read_only(str(reason))
            raise NotSaved(self._read_only) from None
        except SyncFailed as error:
            self._go_read_only(told_sync(self.path, error))
            raise NotSaved(self._read_only) from error
        except OSError as error:
            raise not_saved(self.path, error) from error
        self._pending.clear()

    def _found(self, files: Files) -> None:
        """Write file and journal where one is missing; all that is in memory is in them, pending changes too."""
        snapshot = self._taken()
        mark = write_new(self._disk, self.path, snapshot)
        files.put_in_place(snapshot, mark, [], self._today)
        self._recent.clear()

    def _is_long(self) -> bool:
        journal = self._files.journal if self._files else None
        return journal is not None and (
            len(self._recent) >= self._limits.changes or journal.size >= self._limits.size
        )

    def _snapshot(self) -> Snapshot | None:
        """Take everything as it stands, or None if there is nothing to write or no way to."""
        with self._mutex:
            if self._read_only or self._files is None or self._pending or not self._recent:
                return None
            return self._taken()

    def _taken(self) -> Snapshot:
        rows = {table: self._network.table(table).copy() for table in TABLES}
        numbers = {table: self.numbers(table).copy() for table in TABLES}
        old = self._contents
        contents = Contents(rows, numbers, old.spare, old.unknown, old.meta, [], [])
        return Snapshot.of(contents, self._highest, self._last, self._today)

    def _write_aside(self, snapshot: Snapshot) -> None:
        try:
            self._write(snapshot)
        finally:
            self._writing = None

    def _write(self, snapshot: Snapshot) -> None:
        """Make a checkpoint. If it fails, the journal still has everything, and knows the file that is there."""
        try:
            mark = write_new(self._disk, self.path, snapshot)
            with self._mutex:
                self.look()
                if self._read_only or self._files is None:
                    clear_away(self._disk, self.path)
                    return
                if not self._looked:
                    self._files.follow()
                self._looked = False
                later = [entry for entry in self._recent if entry[0] > snapshot.through]
                self._files.put_in_place(snapshot, mark, [payload for _, payload in later], self._today)
                self._recent = later
            self.trouble = ""
        except NotOurs as reason:
            clear_away(self._disk, self.path)
            self._go_read_only(str(reason))
        except OSError as error:
            clear_away(self._disk, self.path)
            self.trouble = (
                f"{self.path} could not be written whole: {cause(error)}. "
                "Every change is safe in its journal; it is tried again later."
            )
            if self._files and self._files.journal and self._files.journal.spoilt:
                self._go_read_only(told_sync(self.path, error))

    def _wait(self) -> None:
        writing = self._writing
        if writing is not None and writing is not threading.current_thread():
            writing.join()
        self._writing = None

    def _go_read_only(self, why: str) -> None:
        self._read_only = self._read_only or why
