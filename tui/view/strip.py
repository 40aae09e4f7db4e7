"""The coming two weeks on two lines or on one: a column a day, a mark for what it holds, the number beside the mark."""

from __future__ import annotations

from collections.abc import Sequence

from tui.rules.queue.fortnight import Day
from tui.view.cells import width
from tui.view.lines import Line, Role, Span, fit_line, line_width

LEAST_ROWS = 24
"""Rows of the terminal from which the strip takes no room that the queue needs."""
_ROWS_FOR_TWO = 28
"""Rows from which it has two lines."""
_LEAST, _NAMED, _WIDEST = 4, 7, 11
"""Cells of a day at least; those from which it has its weekday; at most: further apart the days fall asunder."""
_EVENT, _PROMISE, _MILESTONE = "◇", "●", "◆"
_LEGEND = f"{_EVENT} event  {_PROMISE} promise  {_MILESTONE} milestone"
SIGNS = (
    f"{_EVENT} {_PROMISE} {_MILESTONE}",
    "on the coming days above: an event, a promise, a milestone, and how many",
)
"""Its marks and what they mean, for the help."""
_SATURDAY = 5


def strip(days: Sequence[Day], wide: int, rows: int) -> list[Line]:
    """Return the days with what they hold, in `wide` cells of a terminal of `rows`; nothing where there is no room.

    Days that hold nothing at all are not shown either: there is nothing to look ahead to.
    """
    cell = min(wide // max(len(days), 1), _WIDEST)
    if not any(map(_holds, days)) or rows < LEAST_ROWS or cell < _LEAST + (rows < _ROWS_FOR_TWO):
        return []
    if rows < _ROWS_FOR_TWO:
        return [tuple(span for day in days for span in _on_one(day, days[0], cell))]
    spare = wide - cell * len(days)
    above: list[Span] = []
    below: list[Span] = []
    for day in days:
        above += fit_line(((" ", ""), _name(day, days[0], cell)), cell)
        quiet: Span = ("" if _holds(day) else "· " if not _is_weekend(day) else "  ", "dim")
        below += fit_line(((" ", ""), *_marks(day, cell - 1), quiet), cell)
    if spare > width(_LEGEND):
        above += fit_line(((f"  {_LEGEND}", "dim"),), spare)
    return [tuple(above), tuple(below)]


def _on_one(day: Day, today: Day, cell: int) -> Line:
    """Return a day with its marks directly behind it."""
    number = f"{day.day.day:>2}"
    role: Role = "strong" if day is today else "" if _holds(day) else "dim"
    return fit_line(((number, role), *_marks(day, cell - width(number) - 1)), cell)


def _name(day: Day, today: Day, cell: int) -> Span:
    if cell < _NAMED:
        return f"{day.day.day}", "strong" if day is today else "dim"
    return ("today", "strong") if day is today else (f"{day.day:%a} {day.day.day}", "dim")


def _is_weekend(day: Day) -> bool:
    return day.day.weekday() >= _SATURDAY


def _holds(day: Day) -> bool:
    return bool(day.events or day.promises or day.milestones)


def _marks(day: Day, room: int) -> list[Span]:
    """Return a mark for each kind with its number, as far as `room` cells have room for the numbers."""
    kinds: tuple[tuple[str, int, Role], ...] = (
        (_EVENT, day.events, "accent"),
        (_PROMISE, day.promises, "warn"),
        (_MILESTONE, day.milestones, "good"),
    )
    told: list[Span] = [
        (f"{mark}{number if number > 1 else ''}", role) for mark, number, role in kinds if number
    ]
    if line_width(tuple(told)) <= room:
        return told
    return [(mark, role) for mark, number, role in kinds if number]
