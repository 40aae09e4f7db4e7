"""What becomes of changes in the gallery: they are said to be kept, and are not."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.change import Change
from tui.store.faults import NotSaved
from tui.store.keeping import Memory

_WHY = "Not saved in network.json: the disk is full. Free some space and save again."


class Kept(Memory):
    """A store that says it keeps what is changed, as a file does."""

    kept = True


class Reading(Kept):
    """A store that can only be read."""

    read_only = "Another Kith has this file open: close it there to change anything here."


class FullDisk(Kept):
    """A store on a disk without room."""

    def append(self, change: Change, lines: Sequence[bytes] = ()) -> None:
        """Fail."""
        raise NotSaved(_WHY)

    def retry(self) -> None:
        """Fail again."""
        raise NotSaved(_WHY)
