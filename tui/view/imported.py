"""What an import did, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from tui.exchange.report import Skipped
from tui.rules.phrases import count
from tui.view.cells import clean


class Outcome(Protocol):
    """What importing one file did: each record read is counted in one of the four."""

    @property
    def read(self) -> int:
        """Records in the file."""

    @property
    def added(self) -> int:
        """Those who are new."""

    @property
    def updated(self) -> int:
        """Those of whom something is new."""

    @property
    def unchanged(self) -> int:
        """Those of whom nothing is."""

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Records that were not taken."""

    @property
    def noted(self) -> tuple[Skipped, ...]:
        """Single values that were not taken."""


Taken = Sequence[tuple[Path, Outcome]]
"""Files, and what each of them brought."""


def import_row(taken: Taken) -> dict[str, Any]:
    """Return what files brought as one row, for `kith import --json`."""
    return {
        "read": sum(found.read for _, found in taken),
        "added": sum(found.added for _, found in taken),
        "updated": sum(found.updated for _, found in taken),
        "unchanged": sum(found.unchanged for _, found in taken),
        "skipped": [
            _place(path, skip.where, skip.why, taken) for path, found in taken for skip in found.skipped
        ],
        "noted": [_place(path, note.where, note.why, taken) for path, found in taken for note in found.noted],
    }


def import_lines(taken: Taken, *, dry_run: bool) -> list[str]:
    """Return what files brought, with every record that was not taken."""
    lines = []
    for path, found in taken:
        would = "would be " if dry_run else ""
        lines.append(
            f"{clean(str(path))}: {count(found.read, 'record')} read, {found.added:,} {would}added, "
            f"{found.updated:,} {would}updated, {found.unchanged:,} unchanged, {len(found.skipped):,} skipped"
        )
        lines += [f"  {clean(skip.where)}: {clean(skip.why)}" for skip in found.skipped]
        lines += [f"  {clean(note.where)}: {clean(note.why)}" for note in found.noted]
    return lines


def _place(path: Path, where: str, why: str, taken: Taken) -> dict[str, str]:
    return {"where": where if len(taken) == 1 else f"{path}, {where}", "why": why}
