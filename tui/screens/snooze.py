"""Snooze: until when a row is hidden."""

from __future__ import annotations

from datetime import date
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.actions.interactions import names
from tui.clock import Clock
from tui.rules.phrases import short_day
from tui.rules.queue.ranking import Row
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.reasons import last_day
from tui.widgets.fields import day_field

USUAL: Final = ("tomorrow", "in 3 days", "next week", "in 2 weeks", "in 1 month", "in 3 months")
"""Days that one snoozes to most often, the nearest first."""


def usual(today: date) -> tuple[str, ...]:
    """Return the usual days; from Friday on, when next week is nearly here, a week from then instead."""
    near = today.weekday() >= 4
    return tuple("in 1 week" if near and it == "next week" else it for it in USUAL)


class SnoozeDialog(Dialog[date]):
    """A day, typed as one says it; next week stands there already."""

    ENTER_SAVES = True

    def __init__(self, book: Book, clock: Clock, row: Row, *more: Row) -> None:
        rows = (row, *more)
        people = dict.fromkeys(it.contact for it in rows)
        super().__init__(book, clock, f"Snooze {names(book.network, tuple(people))}")
        self._usual = usual(clock.today())
        days = [last_day(it, book.network, clock.now()) for it in rows]
        self._lapses = min((day for day in days if day is not None), default=None)

    def body(self) -> ComposeResult:
        """One field; what lapses says when."""
        week = self._usual[2]
        yield day_field("Show again", self.now, order=self.order, value=week, needed=True, id="until")
        words = "↑ ↓ for the usual days, or type fri, 3d, 2w, 1 dec"
        yield Static(words, markup=False, classes="hint")
        if self._lapses is not None:
            day = short_day(self._lapses, self.now.date())
            yield Static(f"A word after an event lapses after {day}.", markup=False, classes="hint")

    def on_key(self, event: events.Key) -> None:
        """Step through the usual days, the nearest first."""
        step = {"down": 1, "up": -1}.get(event.key)
        if step is None:
            return
        event.stop()
        event.prevent_default()
        typed = self.value("until")
        days = self._usual
        here = days.index(typed) if typed in days else -1 if step > 0 else len(days)
        control = self.field("until").query_one(Input)
        control.value = days[min(max(here + step, 0), len(days) - 1)]
        control.action_select_all()

    def dirty(self) -> bool:
        """A day is quickly typed again: nothing is asked."""
        return False

    def action_save(self) -> None:
        """Give the day back; it has to lie ahead."""
        if not self.valid():
            return
        until, today = self.day("until"), self.now.date()
        if until is None or until <= today:
            shown = short_day(until or today, today)
            self.field("until").say(
                f"{shown} is not after today. Type a later day, such as “tomorrow”.", wrong=True
            )
            return
        if self._lapses is not None and until > self._lapses:
            last = short_day(self._lapses, today)
            self.field("until").say(
                f"It lapses after {last} and would not come back: type a day until then. For longer, note a "
                "next step with them (h).",
                wrong=True,
            )
            return
        self.dismiss(until)
