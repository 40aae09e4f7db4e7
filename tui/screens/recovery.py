"""The page on which a damaged file opens: what is damaged, what is whole, and the ways to have it back."""

from __future__ import annotations

import datetime as dt

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from tui.rules.phrases import ago, count, short_day
from tui.screens.ask import Ask
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.store.backups import Backup
from tui.store.diagnosis import Diagnosis
from tui.store.faults import CannotOpen, NotSaved
from tui.store.repair import Way, repair, restore, ways
from tui.view.lines import Line, Span, fit_line, line, paragraphs, wrapped
from tui.view.person import heading
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.look import style_sheet
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_LEAVE = "leave"


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
        restored = {way.backup for way in found}
        self._ways: dict[str, Way] = {f"way {number}": way for number, way in enumerate(found)}
        self._backups: dict[str, Backup] = {
            f"backup {backup.path}": backup for backup in diagnosis.backups if backup.path not in restored
        }

    def compose(self) -> ComposeResult:
        """The ways beside what is known."""
        yield Static(" Kith  your file needs a decision", markup=False, id="recovery-top")
        with Horizontal(id="recovery"):
            yield RowList(self._paint, row_height=2, id="ways")
            yield Pane(id="damage")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the ways, the best first."""
        ids = [*self._ways, *self._backups, _LEAVE]
        headings: dict[int, Line] = {0: line(("What you can do", "heading"))}
        if self._backups:
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
        backup = self._backups.get(chosen)
        if backup is not None and backup.problem:
            self.notify(f"This copy can't be used: {backup.problem}.", severity="warning", markup=False)
            return
        way = self._ways.get(chosen)
        words = way.words if way else f"Restore the copy of {self._day(backup)}."
        answer = await self.app.push_screen_wait(
            Ask(
                "Shall I?",
                f"{words}\n\nEverything as it is now is copied aside first, so this can be taken back by hand.",
                (("y", "Yes"), ("n", "No, not yet")),
            )
        )
        if answer != "y":
            return
        try:
            if way is not None:
                done = repair(self._diagnosis.path, self._today, way)
            elif backup is not None:
                done = restore(self._diagnosis.path, backup, self._today)
            else:
                return
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
        if way is not None:
            missing: Span = ("nothing missing", "good") if way.whole else ("something missing", "warn")
            words = {
                "rebuild": "Rebuild it",
                "salvage": "Keep what is whole",
                "take over": "Take over both",
                "restore": f"Restore {way.backup.name if way.backup else 'a copy'}",
            }[way.kind]
            below = line((f"  {count(way.records, 'record')}, ", "dim"), missing)
            return line((f"› {words}", "strong")), fit_line(below, wide)
        backup = self._backups[name]
        what = f"can't be used: {backup.problem}" if backup.problem else count(backup.records, "record")
        return line((f"› The copy of {self._day(backup)}", "strong")), line((f"  {what}", "dim"))

    def _day(self, backup: Backup | None) -> str:
        if backup is None or backup.day is None:
            return "no known day"
        return f"{short_day(backup.day, self._today)}, {ago(backup.day, self._today)}"

    def _lines(self, wide: int) -> list[Line]:
        found = self._diagnosis
        faults = [part for fault in found.faults[:20] for part in wrapped(f"✗ {fault}", wide, "alarm", "  ")]
        more = len(found.faults) - 20
        counts = {table: number for table, number in found.counts.items() if number and table != "meta"}
        whole = [f"{number:,} {table.replace('_', ' ')}" for table, number in counts.items()]
        journal = (
            f"The journal is {found.journal.state}: {count(found.journal.changes, 'change')}, "
            f"{found.journal.waiting:,} of them not in the file yet."
        )
        return paragraphs(
            wrapped(
                f"{found.path} is not whole. Nothing was written, and nothing will be before you choose.",
                wide,
            ),
            [heading("Damaged"), *faults, *(wrapped(f"and {more:,} more", wide, "dim") if more > 0 else [])],
            [heading("Whole"), *wrapped(", ".join(whole) or "no record could be read", wide)],
            [heading("Latest changes"), *wrapped(journal, wide)],
            [heading("Notes"), *(part for note in found.notes[:10] for part in wrapped(note, wide, "dim"))]
            if found.notes
            else [],
        )
