"""What can go wrong with a file, said to a person: what happened, where, what to do next."""

from __future__ import annotations

import errno
from collections.abc import Mapping
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


def counted(counts: Mapping[str, int]) -> str:
    """Return how many records each table holds ('9 contacts, 1 follow-up'); what the file says of itself left out."""
    said = []
    for table, count in counts.items():
        if table != "meta" and count:
            word = table.replace("_", "-")
            said.append(f"{count:,} {word.removesuffix('s') if count == 1 else word}")
    return ", ".join(said) or "no records"


def record_count(number: int) -> str:
    """Return a number of records ('1 record', '3,000 records')."""
    return "1 record" if number == 1 else f"{number:,} records"


def changes(number: int) -> str:
    """Return a number of changes ('1 change', '3 changes')."""
    return "1 change" if number == 1 else f"{number:,} changes"


def in_words(why: str) -> str:
    """Return what a decoder says of a field in words ('expected text, got a whole number')."""
    if why.startswith("Invalid enum value "):
        return f"it can't be {why.removeprefix('Invalid enum value ')}"
    for code, word in _TYPES.items():
        why = why.replace(f"`{code}`", word)
    return why[:1].lower() + why[1:] if why.startswith(("Expected", "Invalid", "Object")) else why


_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "a group of fields",
    "date": "a date",
    "datetime": "a moment",
    "time": "a time",
}


def not_saved(path: Path, error: OSError) -> NotSaved:
    """Return the fault of a change that did not reach the disk and can be saved later."""
    return NotSaved(f"Not saved in {path}: {cause(error)}. {advice(error)}.")
