"""The tabs of a screen fit its width: blanks go first, then counts, then the ends of words."""

from __future__ import annotations

import pytest

from tui.view.cells import width
from tui.widgets.parts import labels

PARTS = (
    ("today", "Today 2", False),
    ("introductions", "Introductions 12", True),
    ("shares", "To pass on 2", False),
    ("ledger", "Give and take 1", False),
    ("needs", "You need", False),
)


@pytest.mark.parametrize("room", [80, 66, 62, 58, 40, 20])
def test_every_part_is_there_however_narrow(room: int) -> None:
    found = labels(PARTS, room)
    assert len(found) == len(PARTS)
    assert sum(map(width, found)) <= room


def test_the_part_that_is_here_keeps_its_count() -> None:
    assert labels(PARTS, 80)[0] == " Today 2 "
    assert labels(PARTS, 58) == [" Today", " Introductions 12", " To pass on", " Give and take", " You need"]
    assert labels(PARTS, 30)[1].endswith("…")
