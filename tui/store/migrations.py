"""Older files, brought to today's format one version at a time.

A step takes all tables as plain documents by number and returns them as the next version has them. It is
written once and never altered, because somewhere there is a file that still needs it. Version 1 is the first,
so there is no step yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from tui.store.careful import Pairs, Plain
from tui.store.journal import Entry

Step = Callable[[dict[str, Pairs]], dict[str, Pairs]]

STEPS: Mapping[int, Step] = {}
"""The step that leads on from each version."""


def replay(plain: Plain, entries: Sequence[Entry]) -> None:
    """Apply the journal of an old file to its documents while both are still of one version."""
    for entry in entries:
        for table, rows in entry.put.items():
            documents = plain.tables.setdefault(table, [])
            places = {_uid(row): place for place, (_, row) in enumerate(documents)}
            for raw in rows:
                row = msgspec.json.decode(raw)
                place = places.get(_uid(row))
                if place is None:
                    highest = max((int(number) for number, _ in documents if number.isdigit()), default=0)
                    documents.append((str(highest + 1), row))
                else:
                    documents[place] = (documents[place][0], row)
        for table, uids in entry.drop.items():
            kept = [pair for pair in plain.tables.get(table, []) if _uid(pair[1]) not in uids]
            plain.tables[table] = kept


def migrate(plain: Plain, target: int, steps: Mapping[int, Step]) -> None:
    """Bring a file to a version, step by step.

    Raises:
        KeyError: if a step is missing; that is a fault of Kith, not of the file.
    """
    for version in range(plain.version, target):
        plain.tables = steps[version](plain.tables)
        plain.meta["version"] = version + 1


def _uid(row: Any) -> str:
    return str(row.get("uid", "")) if isinstance(row, dict) else ""
