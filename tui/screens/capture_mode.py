"""Capture mode: at the event, one line after the other over the whole screen, down to a phone's 40 columns."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tui.clock import Clock
from tui.model.records import Event
from tui.rules.phrases import clipped, count
from tui.screens.base import CAPTURE_LEAST, TooSmall
from tui.screens.capture import CaptureDialog
from tui.store.book import Book
from tui.view.cells import clean, fit
from tui.widgets.capture_line import CaptureLine
from tui.widgets.keybar import KeyBar
from tui.widgets.look import style_sheet


class CaptureMode(CaptureDialog):
    """A line, what it means, and the lines before it; each is on disk before the next can be typed."""

    CSS_PATH = style_sheet("capture_mode")
    LEAST: ClassVar[tuple[int, int]] = CAPTURE_LEAST
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (CAPTURE_LEAST[0], "-narrow"), (100, "-medium")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (CAPTURE_LEAST[1], "-tall")]

    def __init__(self, book: Book, clock: Clock, *, event: Event | None = None) -> None:
        super().__init__(book, clock, event=event)

    def compose(self) -> ComposeResult:
        """Where, the line, the lines before it, the keys."""
        yield Static("", markup=False, id="where")
        yield CaptureLine(self.book, self.clock, event=self._event)
        with VerticalScroll(can_focus=False):
            yield Static("", markup=False, id="saved")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Wait for the first line."""
        super().on_mount()
        self.add_class("-empty")
        self._list()
        self.query_one("#line", Input).focus()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._list()

    @on(Input.Changed, "#line")
    def _typed_or_not(self, event: Input.Changed) -> None:
        """Show what was understood while something is typed, and nothing else before."""
        self.set_class(not event.value.strip() and not self.query_one(CaptureLine).waiting, "-empty")

    def _list(self) -> None:
        """Show where the lines go, and the last of them, the newest on top."""
        wide = max(self.size.width - 2, 10)
        place = clean(self._event.name) if self._event else "No event is on"
        number = len(self._taken)
        done = f" · {count(number, 'line')}" if number else ""
        self.query_one("#where", Static).update(clipped(place, wide - len(done)) + done)
        lines = [fit(words, wide).rstrip() for words in reversed(self._taken.lines())]
        if self.book.unsaved:
            lines.insert(0, fit("! is kept here and not on the disk yet", wide).rstrip())
        hint = "" if lines else "One line about each person: a name is enough; enter saves."
        self.query_one("#saved", Static).update("\n".join(lines) or hint)
        self.refresh_bindings()
