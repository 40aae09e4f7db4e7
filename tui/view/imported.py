"""What an import did or would do, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from tui.exchange.columns import FIELDS, Sheet, columns_of
from tui.exchange.report import Skipped
from tui.model.base import Record
from tui.model.change import Change, Edit
from tui.model.records import Contact, Event, FollowUp, Interaction
from tui.rules.names import works_as
from tui.rules.phrases import clipped, count, listed, said_day
from tui.view.cells import clean


class Outcome(Protocol):
    """What importing one file did: each record read is counted in one of the four."""

    @property
    def change(self) -> Change:
        """What is altered."""

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

    @property
    def words(self) -> str:
        """What the file is."""

    @property
    def sheet(self) -> Sheet | None:
        """The table that it is, where columns can be chosen."""


Taken = Sequence[tuple[Path, Outcome]]
"""Files, and what each of them brought."""


class Line(msgspec.Struct, frozen=True):
    """One line of what an import would do."""

    kind: Literal["new", "news", "skipped", "noted"]
    """Somebody or something new, news of somebody known, a record or a value that isn't taken."""
    edit: Edit | None = None
    """What is new."""
    skip: Skipped | None = None
    """What isn't taken, and why."""


MARKS: Mapping[str, str] = {"new": "+", "news": "~", "skipped": "×", "noted": "·"}
"""Sign of each kind of line, so that none is told by colour alone."""
_FIELD_WORDS = {
    "organization": "organisation",
    "met_day": "day you met",
    "met_note": "how you met",
    "people": "who comes",
    "ical_uid": "its entry in the calendar",
    "vcard": "details kept for export",
}
_QUIET = frozenset(("imported", "given", "family"))


def preview(found: Outcome) -> list[Line]:
    """Return everything that an import would do: what isn't taken first, then what is new, then news."""
    lines = [Line("skipped", skip=it) for it in found.skipped]
    lines += [Line("noted", skip=it) for it in found.noted]
    new = [it for it in found.change.edits if it.before is None]
    return [
        *lines,
        *(Line("new", edit=it) for it in new),
        *(Line("news", edit=it) for it in found.change.edits if it.before is not None and _is_seen(it)),
    ]


def _is_seen(edit: Edit) -> bool:
    """Tell whether an edit alters anything but what imports remember for the next."""
    before, after = edit.before, edit.after
    if isinstance(before, Contact) and isinstance(after, Contact):
        return msgspec.structs.replace(after, imported=before.imported) != before
    return True


def line_words(line: Line, people: Mapping[str, Contact]) -> tuple[str, str]:
    """Return what a line is about, and what is to be said of it; `people` are those known, by uid."""
    if line.skip is not None:
        return clean(line.skip.where), clean(line.skip.why)
    assert line.edit is not None
    record = line.edit.record
    if line.edit.before is None:
        return _title(record, people), _details(record)
    return _title(record, people), listed(_changed(line.edit.before, record)) or "given and family name"


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
        "files": [_file(path, found) for path, found in taken],
    }


def import_lines(taken: Taken, *, dry_run: bool) -> list[str]:
    """Return what files brought, with every record that was not taken."""
    lines = []
    for path, found in taken:
        would = "would be " if dry_run else ""
        words = f" ({found.words})" if found.words else ""
        lines.append(
            f"{clean(str(path))}{words}: {count(found.read, 'record')} read, {found.added:,} {would}added, "
            f"{found.updated:,} {would}updated, {found.unchanged:,} unchanged, {len(found.skipped):,} skipped"
        )
        if found.sheet is not None and (found.sheet.guessed or dry_run):
            lines += column_lines(found.sheet)
        lines += [f"  {clean(skip.where)}: {clean(skip.why)}" for skip in found.skipped]
        lines += [f"  {clean(note.where)}: {clean(note.why)}" for note in found.noted]
    return lines


def maybe_known_words(found: Sequence[tuple[str, str]]) -> str:
    """Return who may be known already, in a sentence; '' for nobody. Each comes with what speaks for it."""
    if not found:
        return ""
    first = listed([f"{clean(name)} ({clean(why)})" for name, why in found[:3]])
    more = f" and {len(found) - 3:,} more" if len(found) > 3 else ""
    noun = "may be somebody" if len(found) == 1 else "may be people"
    return f"{len(found):,} {noun} you know already: {first}{more}. They are kept apart until you merge them."


def column_lines(sheet: Sheet) -> list[str]:
    """Return what the columns of a table are taken for, a line each, with how to say otherwise."""
    columns = [it for it in columns_of(sheet) if it.field in FIELDS]
    told = [it for it in columns if it.field]
    wide = min(40, max((len(clipped(clean(it.header), 40)) for it in told), default=0))
    lines = [
        f"  {clipped(clean(it.header), 40):{wide}}  →  {FIELDS[it.field]}"
        f"{f'  ({clipped(clean(it.example), 40)})' if it.example else ''}"
        for it in told
    ]
    rest = [clipped(clean(it.header), 40) for it in columns if not it.field]
    if rest:
        lines.append(f"  left out: {', '.join(rest)}")
    if sheet.guessed:
        lines.append("  These columns were guessed; --columns 'COLUMN=FIELD' says otherwise.")
    return lines


def _file(path: Path, found: Outcome) -> dict[str, Any]:
    row: dict[str, Any] = {"file": str(path), "format": found.words}
    if found.sheet is not None:
        row["columns"] = [
            {"column": it.header, "field": it.field, "example": it.example}
            for it in columns_of(found.sheet)
            if it.field in FIELDS
        ]
        row["guessed"] = found.sheet.guessed
    return row


def _place(path: Path, where: str, why: str, taken: Taken) -> dict[str, str]:
    return {"where": where if len(taken) == 1 else f"{path}, {where}", "why": why}


def _title(record: Record, people: Mapping[str, Contact]) -> str:
    if isinstance(record, Interaction):
        who = [people[uid].name for uid in record.contacts if uid in people]
        return clean(f"{_CHANNELS.get(record.channel, 'Touch')} with {listed(who[:3]) or 'somebody'}")
    if isinstance(record, (Contact, Event)):
        return clean(record.name)
    if isinstance(record, FollowUp):
        return clean(record.text or record.kind)
    return clean(
        getattr(record, "title", "") or getattr(record, "reason", "") or type(record).__name__.lower()
    )


def _details(record: Record) -> str:
    if isinstance(record, Contact):
        return clean(", ".join(filter(None, (works_as(record), *record.emails[:1]))))
    day: date | None = getattr(record, "day", None) or getattr(record, "start", None)
    told = getattr(record, "summary", "")
    return clean(", ".join(filter(None, (said_day(day) if day else "", told))))


def _changed(before: Record, after: Record) -> list[str]:
    found = []
    for field in msgspec.structs.fields(type(after)):
        was, now = getattr(before, field.name), getattr(after, field.name)
        if was != now and field.name not in _QUIET:
            words = _FIELD_WORDS.get(field.name, field.name.replace("_", " "))
            found.append(
                f"{words} ({clipped(clean(now), 40)})"
                if isinstance(now, str) and now and "_" not in field.name
                else words
            )
    return found


_CHANNELS = {
    "message": "Messages",
    "social": "Invitation",
    "email": "Email",
    "call": "Call",
    "video": "Video",
}
