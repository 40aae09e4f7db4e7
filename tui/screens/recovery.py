"""The page on which a damaged file opens: what is damaged, what is whole, and the ways to have it back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from tui.exchange.finding import shown_path
from tui.rules.phrases import ago, count, short_day
from tui.screens.ask import Ask
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.store.backups import Backup
from tui.store.diagnosis import Diagnosis, JournalReport
from tui.store.faults import CannotOpen, NotSaved, counted
from tui.store.repair import repair
from tui.store.ways import Way, ways
from tui.view.lines import Line, Span, fit_line, line, paragraphs, wrapped
from tui.view.person import heading
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.look import style_sheet
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_LEAVE = "leave"
_WORDS = {"rebuild": "Rebuild it", "salvage": "Keep what is whole", "take over": "Take over both"}
_MISSING = {"rebuild": "maybe not all", "salvage": "not all", "take over": "maybe not all"}
"""What is to be known of a way that may not give all back."""


class _Ways(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.CHOOSE_WAY]


class RecoveryScreen(Screen[None]):
    """Nothing is written before an answer; a copy of everything is kept before anything is done."""

    CSS_PATH = style_sheet("recovery")
    BINDINGS = [keys.OPEN, keys.QUIT_HERE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, diagnosis: Diagnosis, today: dt.date) -> None:
        super().__init__()
        self._diagnosis, self._today = diagnosis, today
        found = ways(diagnosis.path)
        self._ways: dict[str, Way] = {f"way {number}": way for number, way in enumerate(found)}
        self._copies: dict[Path, Backup] = {backup.path: backup for backup in diagnosis.backups}
        restored = {way.backup for way in found}
        self._spoilt: dict[str, Backup] = {
            f"backup {path}": backup for path, backup in self._copies.items() if path not in restored
        }

    def compose(self) -> ComposeResult:
        """The ways beside what is known."""
        yield Static(" Kith  your file needs a decision", markup=False, id="recovery-top")
        with Horizontal(id="recovery"):
            yield _Ways(self._paint, row_height=2, id="ways")
            yield Pane(id="damage")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the ways, the best first."""
        ids = [*self._ways, *self._spoilt, _LEAVE]
        headings: dict[int, Line] = {0: line(("What you can do", "heading"))}
        if self._spoilt:
            headings[len(self._ways)] = line(("Other copies", "heading"))
        rows = self.query_one("#ways", RowList)
        rows.fill(ids, headings)
        rows.focus()
        self.query_one(Pane).show(self._lines)

    def on_row_list_chosen(self) -> None:
        """Do what is highlighted."""
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Ask once more, then do it."""
        chosen = self.query_one("#ways", RowList).current
        if chosen is None or chosen == _LEAVE:
            self.app.exit()
            return
        backup = self._spoilt.get(chosen)
        if backup is not None:
            self.notify(f"This copy can't be used: {backup.problem}.", severity="warning", markup=False)
            return
        way = self._ways[chosen]
        answer = await self.app.push_screen_wait(
            Ask(
                "Shall I?",
                f"{way.words}\n\nEverything as it is now is copied aside first, so this can be taken back by hand.",
                (("y", "Yes"), ("n", "No, not yet")),
            )
        )
        if answer != "y":
            return
        try:
            done = repair(self._diagnosis.path, self._today, way)
        except (CannotOpen, NotSaved, OSError) as problem:
            self.notify(
                str(problem), title="Nothing was repaired", severity="error", markup=False, timeout=15
            )
            return
        self.app.exit(f"{done.words}\nEverything as it was is kept in {done.kept}.")

    async def action_leave(self) -> None:
        """Quit; nothing was written."""
        self.app.exit()

    def _paint(self, name: str, wide: int) -> tuple[Line, Line]:
        if name == _LEAVE:
            return line(("› Leave everything as it is", "strong")), line(("  nothing is written", "dim"))
        way = self._ways.get(name)
        copy = self._copies.get(way.backup) if way and way.backup else self._spoilt.get(name)
        if copy is not None:
            when = short_day(copy.day, self._today) if copy.day else "no known day"
            title = f"› {'Restore the' if way else 'The'} copy of {when}"
            what = f"can't be used: {copy.problem}" if copy.problem else count(copy.records, "record")
            age = f"{ago(copy.day, self._today)}, " if copy.day else ""
            return fit_line(line((title, "strong")), wide), fit_line(line((f"  {age}{what}", "dim")), wide)
        way = self._ways[name]
        missing: Span = ("nothing missing", "good") if way.whole else (_MISSING[way.kind], "warn")
        below = line((f"  {count(way.records, 'record')}, ", "dim"), missing)
        apart = self._diagnosis.journal.state == "of another writing"
        words = "Take the file as it is now" if apart and way.kind == "salvage" else _WORDS[way.kind]
        return line((f"› {words}", "strong")), fit_line(below, wide)

    def _lines(self, wide: int) -> list[Line]:
        found = self._diagnosis
        faults = [part for fault in found.faults[:20] for part in wrapped(f"✗ {fault}", wide, "alarm", "  ")]
        more = len(found.faults) - 20
        lines = found.journal
        many = _told(lines)
        journal = {
            "none": "There is no journal beside the file.",
            "of another writing": f"The journal belongs to another writing of the file: {many}.",
        }.get(lines.state, f"The journal is {lines.state}: {many}.")
        apart = lines.state == "of another writing" and len(found.faults) == 1
        return paragraphs(
            wrapped(
                f"{shown_path(found.path)} {'and its journal disagree' if apart else 'is not whole'}. "
                "Nothing was written, and nothing will be before you choose.",
                wide,
            ),
            [
                heading("What happened" if apart else "Damaged"),
                *faults,
                *(wrapped(f"and {more:,} more", wide, "dim") if more > 0 else []),
            ],
            [heading("Whole"), *wrapped(counted(found.counts), wide)],
            []
            if self._ways
            else wrapped(
                "There is nothing to recover it from. Put a copy of your own in its place, or move it away and open "
                "Kith again to begin anew.",
                wide,
                "strong",
            ),
            [heading("Latest changes"), *wrapped(journal, wide)],
            [heading("Notes"), *(part for note in found.notes[:10] for part in wrapped(note, wide, "dim"))]
            if found.notes
            else [],
        )


def _told(lines: JournalReport) -> str:
    """Say how many changes the journal holds, and how many of them are only there."""
    if not lines.changes:
        return "no changes in it"
    held = count(lines.changes, "change")
    if not lines.waiting:
        return f"{held}, all of them in the file" if lines.changes > 1 else f"{held}, in the file"
    some = f"{lines.waiting:,} of them " if lines.waiting < lines.changes else ""
    return f"{held}, {some}not in the file yet"
