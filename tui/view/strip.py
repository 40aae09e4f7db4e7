"""The coming two weeks on two lines: a column a day, a mark for what it holds, the number beside the mark."""

from __future__ import annotations

from collections.abc import Sequence

from tui.rules.queue.fortnight import Day
from tui.view.cells import width
from tui.view.lines import Line, Role, Span, fit_line

LEAST_CELLS, LEAST_ROWS = 98, 28
"""Cells that the strip needs, and rows of the terminal from which it takes no room that the queue needs."""
_WIDEST = 11
"""Cells of a day at most: further apart the days fall asunder."""
_EVENT, _PROMISE, _MILESTONE = "◇", "●", "◆"
_LEGEND = f"{_EVENT} event  {_PROMISE} promise  {_MILESTONE} milestone"
_SATURDAY = 5


def strip(days: Sequence[Day], wide: int) -> list[Line]:
    """Return the days with what they hold, in `wide` cells; nothing where there is no room."""
    if wide < LEAST_CELLS or not days:
        return []
    cell = min(wide // len(days), _WIDEST)
    spare = wide - cell * len(days)
    above: list[Span] = []
    below: list[Span] = []
    for number, day in enumerate(days):
        name = "today" if not number else f"{day.day:%a} {day.day.day}"
        role: Role = "strong" if not number else "dim"
        weekend = day.day.weekday() >= _SATURDAY
        above += fit_line(((f" {name}", role),), cell)
        below += fit_line((*_marks(day), ("" if _holds(day) else "· " if not weekend else "  ", "dim")), cell)
    if spare > width(_LEGEND):
        above += fit_line(((f"  {_LEGEND}", "dim"),), spare)
    return [tuple(above), tuple(below)]


def _holds(day: Day) -> bool:
    return bool(day.events or day.promises or day.milestones)


def _marks(day: Day) -> list[Span]:
    kinds: tuple[tuple[str, int, Role], ...] = (
        (_EVENT, day.events, "accent"),
        (_PROMISE, day.promises, "warn"),
        (_MILESTONE, day.milestones, "good"),
    )
    spans: list[Span] = [(" ", "")]
    spans += [(f"{mark}{number if number > 1 else ''}", role) for mark, number, role in kinds if number]
    return spans
