"""Pictures in plain characters: bars, a calendar of days, a line of sparks. Each carries its numbers beside it.

Written here because the plotting libraries for terminals draw axes and curves on a canvas of their own, import
numpy or a second layout, and none draws a calendar; what is needed is a few lines each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from tui.view.cells import fit, width
from tui.view.lines import Line, Role, line

_SPARKS = "▁▂▃▄▅▆▇█"
_SHADES = ("·", "░", "▒", "▓", "█")
"""None, and up to the most in four steps: told apart without colours."""
_ONE = 8
"""Cells of a bar that stands for one, at most."""
_LONGEST = 60
"""Cells of a bar at most: a longer one tells no more, and its number stands far away."""
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def bar(value: float, most: float, cells: int) -> str:
    """Return a bar for a value; the largest takes all the cells, and whatever is more than nothing shows."""
    if value <= 0 or most <= 0 or cells <= 0:
        return ""
    # A little lower than the line, so that bars one below the other stay apart.
    return "▇" * max(round(value / most * cells), 1)


def meter(done: int, total: int, cells: int = 8) -> str:
    """Return how much of something is done; full only when all is, and begun as soon as anything is."""
    if total <= 0 or cells <= 0:
        return ""
    filled = min(max(done * cells // total, 1 if done > 0 else 0), cells)
    return "▇" * filled + "·" * (cells - filled)


def bars(
    rows: Sequence[tuple[str, float, str]], cells: int, *, most: float = 0.0, role: Role = "accent"
) -> list[Line]:
    """Return one line a row: label, bar, and the words beside it; `most` is what a full bar stands for."""
    if not rows:
        return []
    words = max(width(text) for _, _, text in rows)
    # Half of the room, as long as the bar keeps four cells.
    label = min(max(width(name) for name, _, _ in rows), max(min(cells // 2, cells - words - 8), 8))
    room = min(max(cells - label - words - 4, 4), _LONGEST)
    top = most or max(value for _, value, _ in rows)
    if not most:
        # On a wide terminal a few of something are no more than a few.
        room = min(room, max(ceil(top), 1) * _ONE)
    return [
        line((fit(name, label), ""), "  ", (fit(bar(value, top, room), room), role), "  ", (text, "dim"))
        for name, value, text in rows
    ]


def sparks(values: Sequence[float], *, least_top: float = 0) -> str:
    """Return a line of sparks, one a value; nothing is a dot on the ground.

    The highest takes the whole cell, unless it stays below `least_top`: one of a few is no tower.
    """
    most = max(*values, least_top) if values else 0
    return "".join(_SPARKS[min(int(it / most * 8), 7)] if it > 0 else "·" for it in values)


def calendar(by_day: Mapping[date, int], first: date, last: date, cells: int) -> list[Line]:
    """Return the days from first to last as a calendar: a column a week, a row a weekday, darker for more.

    Where there is no room for all weeks the latest are shown, and a sign that there are more.
    """
    start = first - timedelta(days=first.weekday())
    weeks = (last - start).days // 7 + 1
    shown = max(min(weeks, cells - 4), 1)
    start += timedelta(days=7 * (weeks - shown))
    steps = len(_SHADES) - 1
    step = max(-(-max(by_day.values(), default=0) // steps), 1)
    left_out = "  … " if shown < weeks else "    "
    lines = [line((left_out + _months_above(start, shown), "dim"))]
    for weekday in range(7):
        days = [start + timedelta(days=7 * week + weekday) for week in range(shown)]
        row = "".join(_shade(by_day.get(day, 0), step) if first <= day <= last else " " for day in days)
        lines.append(line((fit(_WEEKDAYS[weekday], 4), "dim"), (row, "accent")))
    return [*lines, line((_legend(step, cells), "dim"))]


def _shade(number: int, step: int) -> str:
    return _SHADES[min(-(-number // step), len(_SHADES) - 1)]


def _legend(step: int, cells: int) -> str:
    """Return what each shade stands for: '1', or '6–10' where days hold many; close together where room is short."""
    bounds = [(step * (place - 1) + 1, step * place) for place in range(1, len(_SHADES))]
    told = ["none", *(str(last) if first == last else f"{first}–{last}" for first, last in bounds)]
    shades = [f"{shade} {words}" for shade, words in zip(_SHADES, told, strict=True)]
    wide = "    " + "   ".join(shades)
    return wide if width(wide) <= cells else " ".join(shades)


def _months_above(start: date, weeks: int) -> str:
    """Return the names of the months above the weeks in which they begin, where there is room."""
    row = [" "] * weeks
    free = 0
    for week in range(weeks):
        day = start + timedelta(days=7 * week + 6)
        if day.day <= 7 and week >= free and week + 3 <= weeks:
            row[week : week + 3] = _MONTHS[day.month - 1]
            free = week + 4
    return "".join(row).rstrip()
