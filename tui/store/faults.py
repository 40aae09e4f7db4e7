"""What can go wrong with a file, said to a person: what happened, where, what to do next."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store.diagnosis import Diagnosis


class ReadOnly(Exception):
    """Nothing can be changed now; the message says why and what to do."""


class NotSaved(Exception):
    """A change is in memory and not on disk; the message says why and what to do."""


class CannotKeep(ValueError):
    """A change holds something that the file could not give back; nothing was changed."""


class CannotOpen(Exception):
    """A file can't be opened at all; the message says why and what to do."""


class Damaged(CannotOpen):
    """A file that is not whole. Nothing was written; `diagnosis` says what is whole and what can be had."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis
        super().__init__(diagnosis.sentence())


class SyncFailed(OSError):
    """The disk did not confirm what was written. What was written may or may not be there."""


_CAUSES = {
    errno.ENOSPC: ("the disk is full", "Free some space and save again"),
    errno.EDQUOT: ("your share of the disk is used up", "Free some space and save again"),
    errno.EFBIG: ("the file may not grow any further", "Move it to another disk"),
    errno.EROFS: ("the place can only be read", "Move the file to a place that you can write to"),
    errno.EACCES: ("you may not write there", "Make the folder writable and save again"),
    errno.EPERM: ("you may not write there", "Make the folder writable and save again"),
    errno.EIO: ("the disk reported a fault", "Copy the file to another disk before going on"),
    errno.ENOENT: ("its folder is gone", "Put the folder back and save again"),
    errno.ENOTDIR: ("its folder is gone", "Put the folder back and save again"),
}


def cause(error: OSError) -> str:
    """Return why the disk refused, as half a sentence ('the disk is full')."""
    return _CAUSES.get(error.errno or 0, (error.strerror or str(error), ""))[0]


def advice(error: OSError) -> str:
    """Return what to do when the disk refused, as a sentence without its full stop."""
    return _CAUSES.get(error.errno or 0, ("", "Put that right and save again"))[1]


def not_saved(path: Path, error: OSError) -> NotSaved:
    """Return the fault of a change that did not reach the disk and can be saved later."""
    return NotSaved(f"Not saved in {path}: {cause(error)}. {advice(error)}; until then it is kept on screen.")
