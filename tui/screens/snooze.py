"""Snooze: until when a row is hidden."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.clock import Clock
from tui.rules.dates import NotADate, read_when
from tui.rules.phrases import short_day
from tui.rules.queue import Row
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets.fields import Field, day_field


class SnoozeDialog(Dialog[date]):
    """A day, typed as one says it; 'next week' stands there already."""

    ENTER_SAVES = True

    def __init__(self, book: Book, clock: Clock, row: Row) -> None:
        super().__init__(book, clock, f"Snooze {book.network.contacts[row.contact].name}")

    def body(self) -> ComposeResult:
        """One field."""
        yield day_field("Show again", self.now, value="next week", needed=True, id="until")
        yield Static(
            "tomorrow, fri, 3d, 2w, 1 dec, end of month …  enter saves", markup=False, classes="hint"
        )

    def on_mount(self) -> None:
        """Have what stands there replaced by what is typed."""
        super().on_mount()
        box = self.query_one(Input)
        box.select_on_focus = True
        box.focus()

    def dirty(self) -> bool:
        """A day is quickly typed again: nothing is asked."""
        return False

    def action_save(self) -> None:
        """Give the day back; it has to lie ahead."""
        field = self.query_one("#until", Field)
        if not self.valid():
            return
        try:
            day = read_when(field.value, self.now).day
        except NotADate as problem:
            field.say(str(problem), wrong=True)
            return
        if day <= self.now.date():
            field.say(
                f"{short_day(day, self.now.date())} is not ahead of today. Type a later day, such as 'tomorrow'.",
                wrong=True,
            )
            return
        self.dismiss(day)
