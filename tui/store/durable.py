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
from fsync Failures?", USENIX ATC 2020). Nothing is memory-mapped: a fault of the disk would then come as a
signal, not as an error.
"""

from __future__ import annotations

import datetime as dt
import threading

from tui.model.change import Change
from tui.model.network import Network
from tui.paths import journal_of, old_journal_of
from tui.store.checkpoint import Snapshot, clear_away, keep_old, new_of, write_new
from tui.store.datafile import Contents
from tui.store.disk import Disk, Stamp
from tui.store.faults import NotSaved, SyncFailed, cause, not_saved
from tui.store.journal import Journal, Mark, payload_of
from tui.store.loading import Found
from tui.store.lock import Lock, Taken


class Limits:
    """How long a journal may grow before the whole file is written again."""

    def __init__(self, changes: int = 500, size: int = 8 << 20) -> None:
        self.changes = changes
        self.size = size


class Durable:
    """A network file, open for writing (with a lock) or for reading only (with a reason)."""

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
        self.today = today
        """Day that a writing of the file is dated by."""
        self.trouble = ""
        """Why the last writing of the whole file failed, as a sentence; the changes are safe in the journal."""
        self._disk, self._lock, self._limits = disk, lock, limits or Limits()
        self._read_only = read_only
        self._network = network
        self._mutex = threading.RLock()
        self._writing: threading.Thread | None = None
        self._numbers = found.contents.numbers
        self._highest = found.contents.highest()
        self._contents = found.contents
        self._stamp: Stamp | None = found.stamp
        self._written = found.contents.meta.written
        self._pending: list[bytes] = []
        self._recent: list[tuple[int, bytes]] = []
        self._last = 0
        self._size = 0
        self._journal: Journal | None = None
        if lock is not None and not read_only:
            self._take_up(found)

    @property
    def read_only(self) -> str:
        """Why nothing can be written, as a sentence; empty where it can."""
        return self._read_only

    def turn(self, today: dt.date) -> None:
        """Take note that another day has come."""
        self.today = today

    def numbers(self, table: str) -> dict[str, int]:
        """Return TinyDB's document numbers of a table by uid."""
        return self._numbers[table]

    def look(self) -> None:
        """Look whether the file is still ours to write; if another program has changed it, go read-only."""
        with self._mutex:
            if self._read_only or (self._journal is None and self._stamp is None):
                return
            stamp = self._disk.stamp(self.path)
            if stamp is not None and self._stamp is not None and stamp != self._stamp:
                self._go_read_only(
                    f"{self.path} was changed by another program. Nothing was written over it. Close Kith and open "
                    f"it again to go on with the file as it is now; {self._told_journal()}"
                )
            lines = self._disk.stamp(journal_of(self.path))
            if self._journal is not None and lines is not None and not self._journal.is_ours(lines):
                self._go_read_only(
                    f"{journal_of(self.path)} was changed by another program. Nothing more is written to it. "
                    "Close Kith and open it again; 'kith doctor' says what is there."
                )

    def append(self, change: Change) -> None:
        """Put a change on disk; when this returns, it is there.

        Raises:
            NotSaved: if it could not be written; the store keeps it and writes it before the next one.
        """
        with self._mutex:
            self._number(change)
            self._last += 1
            self._pending.append(payload_of(change, self._last))
            self._flush()
            full = len(self._recent) >= self._limits.changes or self._size >= self._limits.size
        if full and self._writing is None:
            self.checkpoint_soon()

    def retry(self) -> None:
        """Write what could not be written before.

        Raises:
            NotSaved: if it still can't.
        """
        with self._mutex:
            if self._pending:
                self.look()
                self._flush()

    def checkpoint(self, network: Network) -> None:
        """Write the whole network as a plain TinyDB file, unless that is what is there."""
        self._wait()
        snapshot = self._snapshot()
        if snapshot is not None:
            self._write(snapshot)

    def rewrite(self) -> None:
        """Write the whole network though nothing was changed: its format was."""
        self._write(self._taken())

    def checkpoint_soon(self) -> None:
        """The same in a thread, while changes go on."""
        snapshot = self._snapshot() if self._writing is None else None
        if snapshot is not None:
            self._writing = threading.Thread(
                target=self._write_aside, args=(snapshot,), name="kith-checkpoint"
            )
            self._writing.start()

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
            if self._journal is not None:
                self._journal.close()
                self._journal = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None
            self._read_only = self._read_only or f"{self.path} is closed."

    def _take_up(self, found: Found) -> None:
        """Go on with the journal that is there, or start one for a file that has none."""
        clear_away(self._disk, self.path)
        reading, mark = found.reading, found.mark
        if mark is None:
            return
        self._disk.make_private(self.path)
        known = reading.find(mark.generation) if reading else None
        if (
            reading
            and known
            and (known.size, known.crc) == (mark.size, mark.crc)
            and found.migrated_from is None
        ):
            self._last = reading.last
            self._recent = [(entry.number, b"") for entry in found.waiting]
            self._journal = Journal.resume(self._disk, journal_of(self.path), reading)
        else:
            self._journal = Journal.start(self._disk, journal_of(self.path), mark)
        self._size = self._journal.size

    def _number(self, change: Change) -> None:
        """Give new records document numbers that no record ever had, and forget those of removed ones."""
        for edit in change.edits:
            numbers = self._numbers[edit.table]
            if edit.after is None:
                numbers.pop(edit.uid, None)
            elif edit.uid not in numbers:
                self._highest[edit.table] += 1
                numbers[edit.uid] = self._highest[edit.table]

    def _flush(self) -> None:
        if self._read_only:
            raise NotSaved(self._read_only)
        if not self._pending:
            return
        try:
            self._follow()
            if self._journal is None:
                self._found_file()
                return
            self._journal.append(self._pending)
        except SyncFailed as error:
            self._go_read_only(self._told_sync(error))
            raise NotSaved(self._read_only) from error
        except OSError as error:
            raise not_saved(self.path, error) from error
        first = self._last - len(self._pending) + 1
        self._recent.extend(enumerate(self._pending, start=first))
        self._size = self._journal.size
        self._pending.clear()

    def _follow(self) -> None:
        """Notice that folder, file, journal or lock were taken away, and get ready to write them anew.

        Raises:
            OSError: if the folder is gone. It is not made again: a drive may be unplugged.
        """
        assert self._lock is not None
        if self._journal is None and self._stamp is None:
            self._disk.make_folder(self.path.parent)
        self.path.parent.stat()
        if not self._lock.holds():
            self._lock.release()
            try:
                self._lock = Lock(self.path)
            except Taken:
                self._go_read_only(
                    f"Another Kith has opened {self.path} meanwhile. Close it, then open this again."
                )
                raise NotSaved(self._read_only) from None
        data, lines = self._disk.stamp(self.path), self._disk.stamp(journal_of(self.path))
        if self._journal is not None and (data is None or lines is None):
            self._journal.close()
            self._journal = None
            self._stamp = data
        if self._journal is None and data != self._stamp:
            self.look()
            self._go_read_only(
                f"{self.path} was made by another program meanwhile. Close Kith and open it again."
            )
            raise NotSaved(self._read_only)

    def _found_file(self) -> None:
        """Write file and journal where one is missing; all that is in memory is in them, pending changes too."""
        snapshot = self._taken()
        mark = write_new(self._disk, self.path, snapshot)
        self._replace(snapshot)
        self._start_journal(snapshot, mark)
        self._pending.clear()

    def _snapshot(self) -> Snapshot | None:
        """Take everything as it stands, or None if there is nothing to write or no way to."""
        with self._mutex:
            if self._read_only or self._journal is None or self._pending or not self._recent:
                return None
            return self._taken()

    def _taken(self) -> Snapshot:
        rows = {table: self._network.table(table).copy() for table in self._numbers}
        numbers = {table: found.copy() for table, found in self._numbers.items()}
        old = self._contents
        contents = Contents(rows, numbers, old.spare, old.unknown, old.meta, [], [])
        return Snapshot.of(contents, self._highest, self._last, self.today)

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
                if self._read_only or self._journal is None:
                    clear_away(self._disk, self.path)
                    return
                self._journal.append([mark])
                self._size = self._journal.size
                keep_old(self._disk, self.path, self._written or self.today)
                self._replace(snapshot)
                self._start_journal(snapshot, mark)
            self.trouble = ""
        except OSError as error:
            clear_away(self._disk, self.path)
            self.trouble = (
                f"{self.path} could not be written whole: {cause(error)}. Every change is safe in "
                f"{journal_of(self.path).name}; it is tried again later."
            )
            if self._journal is not None and self._journal.spoilt:
                self._go_read_only(self._told_sync(error))

    def _replace(self, snapshot: Snapshot) -> None:
        self._disk.replace(new_of(self.path), self.path)
        self._stamp = self._disk.stamp(self.path)
        self._written = snapshot.day
        self._contents.meta = snapshot.contents.meta
        self._disk.sync_folder(self.path.parent)

    def _start_journal(self, snapshot: Snapshot, mark: Mark) -> None:
        later = [entry for entry in self._recent if entry[0] > snapshot.through]
        path = journal_of(self.path)
        if self._disk.stamp(path) is not None:
            self._disk.link(path, old_journal_of(self.path))
        journal = Journal.start(self._disk, path, mark, [payload for _, payload in later])
        if self._journal is not None:
            self._journal.close()
        self._journal, self._recent, self._size = journal, later, journal.size
        try:
            self._disk.sync_folder(path.parent)
        except SyncFailed:
            journal.spoilt = True
            raise

    def _wait(self) -> None:
        writing = self._writing
        if writing is not None and writing is not threading.current_thread():
            writing.join()
        self._writing = None

    def _go_read_only(self, why: str) -> None:
        self._read_only = self._read_only or why

    def _told_journal(self) -> str:
        count = len(self._recent)
        where = journal_of(self.path).name
        return (
            f"{count} changes since it was last written whole are kept in {where}."
            if count
            else "nothing is lost."
        )

    def _told_sync(self, error: OSError) -> str:
        return (
            f"{self.path}: the disk did not confirm what was written ({cause(error)}). Nothing more is written there, "
            "since it could be lost without a word. Copy the folder to another disk, then open it again."
        )
