"""A picture of a screen as text: its characters as they stand, then what they look like.

Below the characters each row is told in runs: a letter for a look, and how many cells have it. The legend says of
each letter what it is in the dark, in the light and without colours; rows that look like the one above are '"'.
"""

from __future__ import annotations

import string
from itertools import groupby

import msgspec
from rich.cells import cell_len

Cell = tuple[str, str]
"""A character, and its look in words."""
_NAMES = string.ascii_letters
LOOKS = ("dark", "light", "none")


class Picture(msgspec.Struct, frozen=True):
    """One screen at one size, in three looks."""

    rows: tuple[str, ...]
    """The characters, row by row, without blanks at the end."""
    runs: tuple[tuple[tuple[str, int], ...], ...]
    """For each row the names of its looks, each with its number of cells."""
    legend: dict[str, tuple[str, str, str]]
    """Each name with what it stands for: dark, light, colourless."""

    def text(self) -> str:
        """Return it as it is kept."""
        wide = max(map(len, self._legend_column(0)), default=0)
        light = max(map(len, self._legend_column(1)), default=0)
        lines = [f"{row}".rstrip() for row in self.rows]
        lines.append("-" * 20)
        before = ""
        for runs in self.runs:
            said = " ".join(f"{name}{number}" for name, number in runs)
            lines.append('"' if said == before else said)
            before = said
        lines.append("-" * 20)
        for name, (dark, lit, none) in self.legend.items():
            lines.append(f"{name} = {dark:{wide}} | {lit:{light}} | {none}")
        return "\n".join(lines) + "\n"

    def _legend_column(self, place: int) -> list[str]:
        return [looks[place] for looks in self.legend.values()]


def picture(dark: list[list[Cell]], light: list[list[Cell]], none: list[list[Cell]]) -> Picture:
    """Return one picture of three looks. Raises AssertionError if they differ in more than their looks."""
    rows = ["".join(letter for letter, _ in row) for row in dark]
    for other, name in ((light, LOOKS[1]), (none, LOOKS[2])):
        others = ["".join(letter for letter, _ in row) for row in other]
        for number, (one, two) in enumerate(zip(rows, others, strict=True)):
            assert one == two, f"row {number} reads otherwise in the look {name}:\n{one}\n{two}"
    legend: dict[tuple[str, str, str], str] = {}
    runs: list[tuple[tuple[str, int], ...]] = []
    for in_dark, in_light, in_none in zip(dark, light, none, strict=True):
        looks = [
            (legend.setdefault((one, two, three), _name(len(legend))), cell_len(letter))
            for (letter, one), (_, two), (_, three) in zip(in_dark, in_light, in_none, strict=True)
        ]
        runs.append(
            tuple((name, sum(wide for _, wide in cells)) for name, cells in groupby(looks, lambda it: it[0]))
        )
    return Picture(
        rows=tuple(row.rstrip() for row in rows),
        runs=tuple(runs),
        legend={name: looks for looks, name in legend.items()},
    )


def _name(number: int) -> str:
    more, letter = divmod(number, len(_NAMES))
    return _NAMES[letter] if not more else _NAMES[more - 1] + _NAMES[letter]
