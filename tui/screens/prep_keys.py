"""The keys of the preparation, and what each needs of the row under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from textual.binding import BindingType

from tui.view.prep_rows import PrepRow
from tui.widgets import keys

KEYS: Final[list[BindingType]] = [
    keys.MARK,
    keys.TAKE_IDEA,
    keys.PIN,
    keys.SAID,
    keys.WORKED,
    keys.COUNT_UP,
    keys.COUNT_DOWN,
    keys.NEW,
    keys.EDIT,
    keys.CAPTURE,
    keys.OTHERS,
    keys.BRIEF,
    keys.PRACTICE,
    keys.MESSAGE,
    keys.WRAP_UP,
    keys.CAPTURE_MODE,
    keys.IMPORT_FILE,
    keys.PART_BEFORE,
    keys.PART_NEXT,
    keys.DELETE,
    keys.BACK,
]

NEEDS: Final[Mapping[str, Callable[[PrepRow], bool]]] = {
    "mark": lambda row: row.item is not None,
    "take": lambda row: row.idea is not None,
    "pin": lambda row: row.words is not None,
    "done": lambda row: row.words is not None,
    "worked": lambda row: row.words is not None,
    "count": lambda row: row.goal is not None,
    "edit": lambda row: not row.hint and (row.words is None or row.words.kind == "own"),
    "others": lambda row: row.idea is not None or row.person is not None or row.words is not None,
    "message": lambda row: row.person is not None,
    "remove": lambda row: (
        bool(row.goal or row.item or row.person) or (row.words is not None and bool(row.words.state))
    ),
}
"""What a key needs of the row under it."""
