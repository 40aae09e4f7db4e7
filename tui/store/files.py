"""The files of an open network: which they are, whether they are still ours, and how each is put in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from tui.paths import journal_of, old_journal_of
from tui.store.checkpoint import Snapshot, keep_old, new_of
from tui.store.disk import Disk, Stamp
from tui.store.faults import SyncFailed, cause
from tui.store.journal import Mark
from tui.store.journal_file import Journal
from tui.store.loading import Found
from tui.store.lock import Lock, Taken


class NotOurs(Exception):
    """Somebody else has changed a file, or has it now; the message says what to do."""


class Files:
    """Data file, journal and lock of a network that is open for writing."""

    def __init__(
        self, disk: Disk, path: Path, lock: Lock, stamp: Stamp | None, written: dt.date | None
    ) -> None:
        self.disk = disk
        self.path = path
        self.folder = path.parent
        self.journal_path = journal_of(path)
        self.journal: Journal | None = None
        """The journal, once there is a file to keep one for."""
        self.lock = lock
        self.written = written
        """Day on which the data file was written."""
        self._stamp = stamp
        self._folder: Stamp | None = None

    def take_up(self, found: Found) -> int:
        """Go on with the journal that is there, or start one; return the number of the last change."""
        reading, mark = found.reading, found.mark
        if mark is None:
            return 0
        self.disk.make_private(self.path)
        known = reading.find(mark.generation) if reading else None
        fits = known is not None and (known.size, known.crc) == (mark.size, mark.crc)
        if reading and fits:
            self.journal = Journal.resume(self.disk, self.journal_path, reading)
            return reading.last
        self.journal = Journal.start(self.disk, self.journal_path, mark)
        try:
            # Until its name is on the disk, a loss of power could bring the journal of before back in its place.
            self.disk.sync_folder(self.folder)
        except OSError:
            self.journal.close()
            raise
        return 0

    def as_left(self) -> bool:
        """Tell whether all is as it was left; done before every change.

        Two looks at the disk as long as no name in the folder has changed. The journal is left out of these on
        purpose: where time stamps have many grains (Linux 6.13 and later), asking for a file's makes the next write
        renew it, and the sync after that a third slower.
        """
        if self.journal is None or self.disk.stamp(self.path) != self._stamp:
            return False
        folder = self.disk.stamp(self.folder)
        if folder is None:
            return False
        if folder != self._folder:
            if not self.journal.is_ours(self.disk.stamp(self.journal_path)) or not self.lock.holds():
                return False
            self._folder = folder
        return True

    def check(self) -> None:
        """See that no other program has changed file or journal. That one of them is gone is for `follow`.

        Raises:
            NotOurs: if one has.
        """
        data, lines = self.disk.stamp(self.path), self.disk.stamp(self.journal_path)
        if data is not None and data != self._stamp:
            done = "was changed" if self._stamp is not None else "was made"
            raise NotOurs(
                f"{self.path} {done} by another program. Nothing was written over it. Close Kith and open it again "
                f"to go on with the file as it is now; changes it does not hold yet stay in {self.journal_path.name}."
            )
        if self.journal is not None and lines is not None and not self.journal.is_ours(lines):
            raise NotOurs(
                f"{self.journal_path} was changed by another program. Nothing more is written to it. "
                "Close Kith and open it again; 'kith doctor' says what is there."
            )

    def follow(self) -> None:
        """Notice that folder, file, journal or lock were taken away, and get ready to write them anew.

        Raises:
            NotOurs: if somebody else was faster.
            OSError: if the folder is gone. It is not made again: a drive may be unplugged.
        """
        if self.journal is None and self._stamp is None:
            self.disk.make_folder(self.folder)
        self.folder.stat()
        if not self.lock.holds():
            self.lock.release()
            try:
                self.lock = Lock(self.path)
            except Taken:
                raise NotOurs(
                    f"Another Kith has opened {self.path} meanwhile. Close it, then open this again."
                ) from None
        self.check()
        data, lines = self.disk.stamp(self.path), self.disk.stamp(self.journal_path)
        if self.journal is not None and (data is None or lines is None):
            self.journal.close()
            self.journal = None
        self._stamp = data

    def put_in_place(self, snapshot: Snapshot, mark: Mark, later: Sequence[bytes], today: dt.date) -> None:
        """Replace the data file by the one that was written, and start its journal with later changes.

        Raises:
            OSError: if a step failed; the journal that is open knows the file that is there.
        """
        if self.journal is not None:
            self.journal.append([mark])
            keep_old(self.disk, self.path, self.written or today)
        self.disk.replace(new_of(self.path), self.path)
        self._stamp = self.disk.stamp(self.path)
        self.written = snapshot.day
        self.disk.sync_folder(self.folder)
        self._start_journal(mark, later)

    def close(self) -> None:
        """Let go of journal and lock."""
        if self.journal is not None:
            self.journal.close()
            self.journal = None
        self.lock.release()

    def _start_journal(self, mark: Mark, later: Sequence[bytes]) -> None:
        if self.disk.stamp(self.journal_path) is not None:
            self.disk.link(self.journal_path, old_journal_of(self.path))
        journal = Journal.start(self.disk, self.journal_path, mark, later)
        if self.journal is not None:
            self.journal.close()
        self.journal = journal
        try:
            self.disk.sync_folder(self.folder)
        except SyncFailed:
            journal.spoilt = True  # after a loss of power, its name could still be the old journal's
            raise


def told_sync(path: Path, error: OSError) -> str:
    """Say that the disk did not confirm something, and what to do."""
    return (
        f"{path}: the disk did not confirm what was written ({cause(error)}). Nothing more is written there, since it "
        "could be lost without a word. Copy the folder to another disk, then open it again."
    )
