"""What an import would do, whatever the kind of file; and several imports as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from tui.exchange.columns import Sheet
from tui.exchange.report import Skipped
from tui.model.change import Change, Edit
from tui.model.network import Network

Progress = Callable[[int, int], bool]
"""Told how many people of how many are done; answers False to stop."""
_NUMBER = re.compile(r"\d+")


class Counts(msgspec.Struct, frozen=True):
    """What an import would do. Each record read is counted in one of the four."""

    change: Change
    """The Change to commit; empty if nothing is new, or if it was cancelled."""
    read: int
    """Records in the file."""
    added: int = 0
    """Those that are new."""
    updated: int = 0
    """Those known already of which something is new."""
    unchanged: int = 0
    """Those of which nothing is new, and second rows about one person."""
    skipped: tuple[Skipped, ...] = ()
    """Records that were not taken, each with its place and reason."""
    noted: tuple[Skipped, ...] = ()
    """Single values that were not taken, of records that were."""
    cancelled: bool = False
    """True if it was stopped; then nothing is changed."""


class Import(Counts, frozen=True):
    """What an import would do, and what it found."""

    words: str = ""
    """What the file is ('Google Contacts')."""
    sheet: Sheet | None = None
    """The table that it is, where columns can be chosen."""


def in_order(skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """Return reports in the order of the file; those without a number first."""
    return tuple(sorted(skipped, key=_place))


def _place(skipped: Skipped) -> int:
    found = _NUMBER.search(skipped.where.rpartition(",")[2])
    return int(found[0]) if found else 0


def scratch(network: Network) -> Network:
    """Return a network with the same records that can be altered without altering the first."""
    return network.copy()


def together(words: str, changes: Sequence[Change]) -> Change:
    """Return changes made one after the other as one."""
    edits: dict[tuple[str, str], Edit] = {}
    for change in changes:
        for edit in change.edits:
            key = edit.table, edit.uid
            first = edits.get(key)
            edits[key] = edit if first is None else Edit(first.before, edit.after)
    kept = tuple(edit for edit in edits.values() if edit.before != edit.after)
    return Change(words, kept, all(change.sound for change in changes) and bool(changes))
