"""The page on which a damaged file opens: what is damaged, what is whole, and the ways to have it back."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from tui.screens.ask import Ask
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.screens.page import Page
from tui.store.backups import Backup
from tui.store.diagnosis import Diagnosis
from tui.store.faults import CannotOpen, NotSaved
from tui.store.repair import repair
from tui.store.ways import Way
from tui.view.lines import Line, line
from tui.view.recovering import (
    ASIDE,
    about_copy,
    about_leaving,
    about_way,
    copy_row,
    copy_title,
    damage,
    done_words,
    leaving_row,
    recovery_help,
    way_row,
    way_title,
    way_words,
)
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.look import style_sheet
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_LEAVE = "leave"
_TOP = "your file needs a decision"


class _Ways(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.CHOOSE_WAY]


class RecoveryHelp(Page):
    """What the page of a damaged file is for, the ways on it, and what becomes of the file."""

    TITLE_WORDS = "Help: A damaged file"
    BINDINGS = [keys.CLOSE_TOO]

    def __init__(self, diagnosis: Diagnosis, known: list[tuple[str, str]]) -> None:
        super().__init__()
        self._diagnosis, self._known = diagnosis, known

    def foremost(self) -> Mapping[str, str | None]:
        """Return what the footer names otherwise here: help leads no further."""
        return {"help": None}

    def lines(self, wide: int) -> list[Line]:
        """Return the page."""
        return recovery_help(self._diagnosis, self._known, wide)


class RecoveryScreen(Screen[None]):
    """Nothing is written before an answer; a copy of everything is kept before anything is done."""

    CSS_PATH = style_sheet("recovery")
    BINDINGS = [keys.OPEN, keys.LEAVE_ALONE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, diagnosis: Diagnosis, today: dt.date) -> None:
        super().__init__()
        self._diagnosis, self._today = diagnosis, today
        self._at_work = False
        found = diagnosis.ways
        self._ways: dict[str, Way] = {f"way {number}": way for number, way in enumerate(found)}
        self._copies: dict[Path, Backup] = {backup.path: backup for backup in diagnosis.backups}
        restored = {way.backup for way in found}
        self._spoilt: dict[str, Backup] = {
            f"backup {path}": backup for path, backup in self._copies.items() if path not in restored
        }

    def compose(self) -> ComposeResult:
        """The ways, and what the one highlighted does, beside what is known."""
        yield Static(f" Kith  {_TOP}", markup=False, id="recovery-top")
        with Horizontal(id="recovery"):
            with Vertical(id="choosing"):
                yield _Ways(self._paint, row_height=2, id="ways")
                yield Pane(id="meaning", can_focus=False)
            yield Pane(id="damage")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the ways, the best first; copies that can't be used stand last."""
        headings: dict[int, Line] = {0: line(("What you can do", "heading"))}
        if self._spoilt:
            headings[len(self._ways) + 1] = line(("Other copies", "heading"))
        rows = self.query_one("#ways", RowList)
        rows.fill([*self._ways, _LEAVE, *self._spoilt], headings)
        # What a way does stands right below them, however high the terminal is.
        rows.styles.max_height = rows.virtual_size.height + 1
        rows.focus()
        self.query_one("#damage", Pane).show(
            lambda wide: damage(self._diagnosis, wide, hopeless=not self._ways)
        )

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#meaning", Pane).show(self._meaning)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def known_keys(self) -> Iterator[tuple[str, str]]:
        """Yield each key of this page with what it does."""
        yield "↑ ↓ j k", "Move among the ways"
        yield "tab", "Go to what is damaged, to scroll it; shift+tab goes back"
        for binding in (keys.CHOOSE_WAY, keys.LEAVE_ALONE):
            yield self.app.get_key_display(binding), binding.tooltip

    @work
    async def action_open(self) -> None:
        """Ask once more, then do it."""
        chosen = self.query_one("#ways", RowList).current
        if self._at_work:
            return
        if chosen is None or chosen == _LEAVE:
            self.app.exit()
            return
        backup = self._spoilt.get(chosen)
        if backup is not None:
            self.notify(f"This copy can't be used: {backup.problem}.", severity="warning", markup=False)
            return
        way = self._ways[chosen]
        copy = self._copy(way)
        title = way_title(way, self._diagnosis) if copy is None else copy_title(copy, self._today)
        words = f"{way_words(way, copy, self._today)}\n\n{ASIDE}"
        answer = await self.app.push_screen_wait(
            Ask(f"{title}?", words, (("y", "Yes, do it"), ("n", "No, not yet")))
        )
        if answer != "y" or self._at_work:
            return
        self._say(at_work=True)
        try:
            # A large file takes seconds, which the page is not to stand still for.
            done = await asyncio.to_thread(repair, self._diagnosis.path, self._today, way)
        except (CannotOpen, NotSaved, OSError) as problem:
            self.notify(
                str(problem), title="Nothing was repaired", severity="error", markup=False, timeout=15
            )
            self._say(at_work=False)
            return
        self.app.exit(done_words(way, self._copy(way), self._today, done.kept))

    def action_leave(self) -> None:
        """End; nothing was written."""
        if not self._at_work:
            self.app.exit()

    def explain(self) -> None:
        """Show what the page is for."""
        self.app.push_screen(RecoveryHelp(self._diagnosis, list(self.known_keys())))

    def _say(self, *, at_work: bool) -> None:
        self._at_work = at_work
        words = "a copy of all is kept, and the file written anew …" if at_work else _TOP
        self.query_one("#recovery-top", Static).update(f" Kith  {words}")

    def _copy(self, way: Way) -> Backup | None:
        return self._copies.get(way.backup) if way.backup else None

    def _paint(self, name: str, wide: int) -> tuple[Line, Line]:
        if name == _LEAVE:
            return leaving_row(wide)
        if name in self._spoilt:
            return copy_row(self._spoilt[name], self._today, wide, usable=False)
        way = self._ways[name]
        copy = self._copy(way)
        if copy is not None:
            return copy_row(copy, self._today, wide, usable=True)
        return way_row(way, self._diagnosis, wide)

    def _meaning(self, wide: int) -> list[Line]:
        name = self.query_one("#ways", RowList).current or _LEAVE
        if name == _LEAVE:
            return about_leaving(wide)
        if name in self._spoilt:
            return about_copy(self._spoilt[name], wide)
        way = self._ways[name]
        return about_way(way, self._copy(way), self._today, wide)
