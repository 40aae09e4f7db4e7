"""Figures, the references they are held against, and how a row of the table reads."""

from __future__ import annotations

import datetime as dt
import math
import multiprocessing
import os
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

from tests.benchmarks.generate import write

P = ParamSpec("P")
R = TypeVar("R")

ROOT = Path(__file__).resolve().parent.parent.parent
"""The checkout."""


@dataclass(frozen=True)
class Sample:
    """Some measured values of one thing: seconds, or megabytes."""

    name: str
    values: Sequence[float]
    unit: str = "s"

    @property
    def median(self) -> float:
        """The value in the middle."""
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 stay at or under (nearest rank); of few values it is the highest."""
        ordered = sorted(self.values)
        return ordered[math.ceil(0.95 * len(ordered)) - 1]

    def __str__(self) -> str:
        """Median and p95, in a unit that reads well."""
        if len(self.values) == 1:
            return self._said(self.median)
        return f"{self._said(self.median)} / {self._said(self.p95)}"

    def _said(self, value: float) -> str:
        if self.unit != "s":
            return f"{value:.0f} {self.unit}"
        return f"{value * 1e3:.3g} ms" if value < 1 else f"{value:.2f} s"


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    what: str
    figure: Sample
    reference: Sample
    limit: float
    """Most that the figure may be: a multiple of the reference, or a value in the figure's own unit."""
    by: str = "median"
    """What of the two is compared: 'median' or 'p95'."""
    plain: bool = False
    """True if the limit is a value and not a multiple."""
    notes: tuple[str, ...] = ()
    """What else was seen."""

    @property
    def ratio(self) -> float:
        """The figure as a multiple of the reference."""
        of_figure, of_reference = (getattr(it, self.by) for it in (self.figure, self.reference))
        return float(of_figure / of_reference) if of_reference else math.inf

    @property
    def holds(self) -> bool:
        """Whether the figure is as it must be."""
        return (getattr(self.figure, self.by) if self.plain else self.ratio) <= self.limit

    def lines(self) -> Iterator[str]:
        """Yield the row as it is printed, its notes below it."""
        target = f"<= {self.limit:g} {self.figure.unit}" if self.plain else f"<= {self.limit:g} x {self.by}"
        told = (self.figure, f"{self.reference} {self.reference.name}", f"{self.ratio:.2f}", target)
        yield line(self.what, *map(str, told), "yes" if self.holds else "NO")
        for note in self.notes:
            yield f"    {note}"


def line(*cells: str) -> str:
    """Return the cells of a row, one under the other from row to row."""
    widths = (38, 19, 44, 6, 16, 5)
    return " | ".join(cell.ljust(wide) for cell, wide in zip(cells, widths, strict=True)).rstrip()


def apart(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Return what a function of a module returns, run in a fresh process of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(function, *args, **kwargs).result()


def in_turn(rounds: int, *runs: Callable[[], float]) -> tuple[list[float], ...]:
    """Run some things one after the other, again and again, so that a slow minute of the machine meets all.

    The first round warms caches up and isn't counted.
    """
    values: tuple[list[float], ...] = tuple([] for _ in runs)
    for turn in range(rounds + 1):
        for run, found in zip(runs, values, strict=True):
            took = run()
            if turn:
                found.append(took)
    return values


@dataclass
class Bench:
    """What a run goes by: where, how large, how often."""

    place: Path
    """A folder of its own, on the disk to be measured."""
    today: dt.date
    """The machine's day: networks are made as of it, since the program goes by it."""
    quick: bool = False
    khard: Path | None = None
    """An installed khard; else one is installed into the folder, where that can be done."""
    _made: dict[str, Path] = field(default_factory=dict)

    @property
    def large(self) -> tuple[int, int]:
        """Contacts and interactions of the large network."""
        return (3_000, 10_000) if self.quick else (30_000, 100_000)

    @property
    def usual(self) -> tuple[int, int]:
        """Contacts and interactions of the usual one."""
        return (300, 1_000) if self.quick else (1_000, 3_000)

    @property
    def small(self) -> tuple[int, int]:
        """Contacts and interactions of a small one."""
        return (100, 300) if self.quick else (300, 1_000)

    @property
    def env(self) -> dict[str, str]:
        """Environment of what is started: compiled modules are kept, as an installed program has them."""
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(self.place / "compiled")}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env.pop("KITH_FILE", None)
        return env

    def rounds(self, full: int) -> int:
        """Return how often something is measured that is measured so often in a full run."""
        return min(full, 3) if self.quick else full

    def network(self, size: tuple[int, int], purpose: str) -> Path:
        """Return a new network of that size, in a folder of its own."""
        name = f"network-{size[0]}-{size[1]}.json"
        if name not in self._made:
            self._made[name] = self.place / name
            write(self._made[name], *size, on=self.today)
        folder = self.place / purpose
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return Path(shutil.copy(self._made[name], folder / name))


def sized(size: tuple[int, int]) -> str:
    """Return a size in words: '30,000/100,000'."""
    return f"{size[0]:,}/{size[1]:,}"


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
