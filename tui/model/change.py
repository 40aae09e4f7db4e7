"""The Change: the only way in which anything in a network is altered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tui.model.base import Record
from tui.model.tables import table_of

if TYPE_CHECKING:
    from tui.model.network import Network

R = TypeVar("R", bound=Record)


class Edit(msgspec.Struct, frozen=True):
    """One record before and after; None before means it is new, None after means it is removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record after, or the one before if it is removed."""
        record = self.before if self.after is None else self.after
        assert record is not None
        return record

    # Both are asked for several times in every save, and of 30,000 records in an import.
    @property
    def table(self) -> str:
        """Name of the table that the record belongs to."""
        return table_of(self.record if self.after is None else self.after)

    @property
    def uid(self) -> str:
        """UUID of the record."""
        return (self.record if self.after is None else self.after).uid


class Change(msgspec.Struct, frozen=True):
    """Whatever a person did, as one thing that is saved, undone and shown as a whole."""

    words: str
    """What was done, as a line for the screen ('Logged a call with Maya Lin')."""
    edits: tuple[Edit, ...]
    """Each record touched, at most once."""
    sound: bool = False
    """True only if its maker knows that a file gives every value back as it is; spares the store looking."""

    def inverse(self) -> Change:
        """Return the Change that takes this one back."""
        return Change(self.words, tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))

    def __bool__(self) -> bool:
        """Tell whether anything is altered at all."""
        return bool(self.edits)


class Edits:
    """Collects edits to a network into one Change; what was already put is what is read next."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._after: dict[tuple[str, str], Record | None] = {}

    def get(self, kind: type[R], uid: str) -> R | None:
        """Return a record as it stands with the edits so far, or None."""
        table = self._network.rows(kind)
        name = self._network.name(kind)
        record = self._after[name, uid] if (name, uid) in self._after else table.get(uid)
        return record if isinstance(record, kind) else None

    def put(self, *records: Record) -> None:
        """Add records, or replace those with the same uid."""
        for record in records:
            self._after[table_of(record), record.uid] = record

    def remove(self, records: Iterable[Record]) -> None:
        """Remove records."""
        for record in records:
            self._after[table_of(record), record.uid] = None

    def change(self, words: str) -> Change:
        """Return everything collected as one Change; records left as they were are not in it."""
        edits = []
        for (table, uid), after in self._after.items():
            before = self._network.table(table).get(uid)
            if before != after:
                edits.append(Edit(before, after))
        return Change(words, tuple(edits))
