"""The keys of the Give screen, and what each needs of the row under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from textual.binding import BindingType

from tui.actions.introductions import OVER
from tui.view.giving import UNDER_WAY, GiveRow
from tui.widgets import keys

KEYS: Final[list[BindingType]] = [
    keys.MESSAGE,
    keys.DONE,
    keys.SKIP,
    keys.INTRODUCE,
    keys.NEW,
    keys.EDIT,
    keys.READ,
    keys.DECLINE,
    keys.OTHERS,
    keys.PART_BEFORE,
    keys.PART_NEXT,
    keys.DELETE,
    keys.BACK,
]


def _can_be_moved_on(row: GiveRow) -> bool:
    return row.introduction is not None and row.introduction.status not in OVER


NEEDS: Final[Mapping[str, Callable[[GiveRow], bool]]] = {
    "message": lambda row: (
        bool(row.contact or row.share)
        and (row.introduction is None or _can_be_moved_on(row))
        # Whoever was asked is left in peace about it.
        and (row.helper is None or row.helper.asked is None)
    ),
    "done": lambda row: _can_be_moved_on(row) or (row.gift is not None and row.gift.row is not None),
    "skip": lambda row: row.gift is not None or row.pairing is not None,
    "edit": lambda row: (
        row.share is not None or (row.introduction is not None and row.introduction.status != "declined")
    ),
    "mark": lambda row: row.share is not None,
    "call_off": lambda row: row.introduction is not None and row.introduction.status in UNDER_WAY,
    "remove": lambda row: row.share is not None or row.introduction is not None,
    "others": lambda row: row.gift is not None,
}
"""What a key needs of the row under it."""
