"""A machine of one's own: a home, a network file, and Kith opened on it at any moment, on screen or as a command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.terminal import Terminal
from tui.clock import Clock
from tui.demo import sample_network
from tui.model.change import Change, Edit
from tui.store.book import Book

ROOT = Path(__file__).resolve().parent.parent.parent
KITH = (sys.executable, "-m", "tui")
ZONE = "Europe/Lisbon"

BEGUN = "1 Follow-ups"
"""Stands on the screen once it is there."""
CURSOR = "▌"
"""Stands at the left of what is highlighted."""


class Place:
    """A home with one network file in it."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.home.mkdir()
        self.file = folder / "network.json"
        left_out = ("XDG_", "KITH_", "COLUMNS", "LINES")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
        # The date never comes from the machine, nor does the time zone.
        self.env = {**kept, "HOME": str(self.home), "TZ": ZONE, "PYTHONPATH": str(ROOT)}

    def open(self, on: str, *, columns: int = 80, rows: int = 24, demo: bool = False, **env: str) -> Terminal:
        """Open the full screen as if it were that moment, and wait until it is there."""
        which = ["--demo"] if demo else ["--file", str(self.file)]
        terminal = Terminal(
            [*KITH, *which, "--on", on], columns=columns, rows=rows, cwd=self.home, env={**self.env, **env}
        )
        terminal.wait_for(BEGUN)
        return terminal

    def run(self, on: str, *words: str, **given: Any) -> subprocess.CompletedProcess[str]:
        """Run a command as if it were that moment."""
        return subprocess.run(
            [*KITH, "--file", str(self.file), "--on", on, *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self.home,
            env=self.env,
            check=False,
            **given,
        )

    def says(self, on: str, *words: str) -> str:
        """Run a command that succeeds without a complaint, and return what it prints."""
        done = self.run(on, *words)
        assert (done.returncode, done.stderr) == (0, ""), done
        return done.stdout

    def data(self, on: str, *words: str) -> Any:
        """Run a command that prints JSON."""
        return json.loads(self.says(on, *words, "--json"))

    def fill(self, now: datetime) -> None:
        """Put the sample network into the file, as something to keep."""
        book = Book.open(self.file, now.date())
        there = {record.uid for record in book.network.records()}
        new = [Edit(None, it) for it in sample_network(now).records() if it.uid not in there]
        book.commit(Change("Sample", tuple(new)))
        book.close()


def moment(on: str) -> datetime:
    """Return a moment of the home's zone."""
    return Clock(datetime.fromisoformat(on).replace(tzinfo=ZoneInfo(ZONE))).now()


def highlighted(text: str) -> str:
    """Return what the highlighted row says, without the pane beside it, which is painted a moment later."""
    return "\n".join(line.split("│")[0].rstrip() for line in text.splitlines() if line.startswith(CURSOR))


def go_to(terminal: Terminal, words: str) -> None:
    """Move to the row with these words, up or down; down where it is not on the screen yet.

    A list that is refreshed may show another row before a key arrives, which looks like the key's doing; the key
    then moves on from the row that was wanted. So the row counts once help, asked for after every key, was there.
    """
    terminal.wait(lambda text: bool(highlighted(text)), "a highlighted row")
    for _ in range(80):
        if words in highlighted(terminal.text):
            _arrived(terminal)
            if words in highlighted(terminal.text):
                return
        here = _row(terminal.text)
        lines = terminal.text.splitlines()
        place = next((number for number, line in enumerate(lines) if words in line), len(lines))
        cursor = next((number for number, line in enumerate(lines) if line.startswith(CURSOR)), 0)
        terminal.send("down" if place > cursor else "up")
        terminal.wait(lambda text, was=here: _row(text) not in (None, was), "the next row")  # type: ignore[misc]
    raise AssertionError(f"{words} is not in the list:\n{terminal.text}")


def _arrived(terminal: Terminal) -> None:
    """Wait until every key sent so far has been worked off: keys are taken in their order."""
    terminal.send("f1")
    terminal.wait_for("─ Help")
    terminal.send("escape")
    terminal.wait_gone("─ Help")
    terminal.wait(lambda text: bool(highlighted(text)), "a highlighted row")


def _row(text: str) -> tuple[int, str] | None:
    """Return what tells the highlighted row from the next: its line, and how it begins.

    The rest of it may be painted anew while the highlight stays, and none is highlighted while keys go elsewhere
    for a moment: whoever takes either for a move presses the key once too often.
    """
    lines = enumerate(text.splitlines())
    return next(((number, line[3:18]) for number, line in lines if line.startswith(CURSOR)), None)


def block(text: str, heading: str, until: Sequence[str] = ()) -> str:
    """Return the part of a screen from a heading to the first of some words after it."""
    part = text.partition(heading)[2]
    ends = [part.index(word) for word in until if word in part]
    return part[: min(ends)] if ends else part
