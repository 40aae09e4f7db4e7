"""Focus: a timed sitting with the queue, one person at a time, that ends with what was achieved."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from tui.clock import Clock
from tui.model.change import Change
from tui.rules.queue.ranking import Row, queue
from tui.rules.queue.session import How, again, begin, dealt_with, pass_by, refreshed, row_name, take_up
from tui.screens.row_actions import RowActions
from tui.store.book import Book
from tui.view.beside import who, words
from tui.view.focus import achieved_lines, focus_line
from tui.view.lines import Line
from tui.widgets import keys
from tui.widgets.pane import Pane

_MOST: Final = 120


class _Side(Pane):
    """A pane in which left and right go from one person to another: nothing in it is wider than it is."""

    BINDINGS = [keys.PASS_BY, keys.TAKE_UP]


class FocusScreen(RowActions):
    """One person of the queue at a time."""

    MODE = "follow_ups"
    STYLE = "focus"
    BINDINGS = [
        keys.DONE,
        keys.MESSAGE,
        keys.SNOOZE,
        # The way out before what may not fit at 60 columns.
        keys.FINISH,
        keys.SKIP,
        keys.TRIED,
        keys.EDIT,
        keys.HISTORY,
        keys.OTHERS,
        keys.PAUSE,
        keys.QUIET,
        keys.EXPLAIN,
        keys.REST,
        keys.MORE_TIME,
        keys.LESS_TIME,
    ]

    def __init__(self, book: Book, clock: Clock, first: str = "") -> None:
        super().__init__(book, clock)
        found = queue(book.network, clock.now())
        self._rows: dict[str, Row] = {row_name(row): row for row in found.rows}
        self.session = begin(found, first)
        self.seconds, self.spent = book.network.settings.focus_minutes * 60, 0
        self.over = False
        self._page = 0
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        """A line with the time, the person, and beside them what could be said and written."""
        yield Pane(id="focus-line", can_focus=False)
        with Horizontal(id="focus"):
            yield _Side(id="who")
            yield _Side(id="words")

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self.query_one("#who", Pane).focus()
        self._timer = self.set_interval(1, self.tick)
        self._show()

    def tick(self, seconds: int = 1) -> None:
        """Let time pass; nobody is interrupted: when it is up, the row in front of you is the last."""
        if self.over:
            return
        before = self.seconds
        self.spent += seconds
        self.seconds -= seconds
        if (before + 59) // 60 != (self.seconds + 59) // 60:
            self._show_line()
        if before > 0 >= self.seconds and self.is_current:
            self.notify("Time is up. This one is the last; + gives you five minutes more.")

    def changed(self, change: Change | None) -> None:
        """Go on to the next where the row is gone, and back to one that is there again."""
        found = queue(self.network, self.now)
        self._rows = {row_name(row): row for row in (*found.rows, *found.more)}
        before = self.session.current
        self.session = refreshed(self.session, self._rows)
        if self.session.current != before:
            self._page = 0
        if self.session.current in self._rows and self.over and change is not None:
            # Undo from the last page goes back to the person.
            self.over = self.session.current == before or not self.session.current
        self._end_if_over(moved=self.session.current != before)
        self._show()

    def row(self) -> Row | None:
        """Return the row in front of you; none once it is over."""
        return None if self.over else self._rows.get(self.session.current)

    def dealt(self, rows: tuple[Row, ...], how: How) -> None:
        """Count what was done."""
        for row in rows:
            self.session = dealt_with(self.session, row, how)
        self._end_if_over(moved=True)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something now."""
        if action == "pass_by":
            return not self.over
        if action == "take_up":
            return not self.over and bool(self.session.put_by)
        if action == "rest":
            return self.over and bool(self.session.put_by or self.session.left)
        offered = self.offers(action)
        return True if offered is None else offered

    def action_pass_by(self) -> None:
        """Leave the row for later."""
        self.session = pass_by(self.session)
        self._page = 0
        self._end_if_over(moved=True)
        self._show()

    def action_take_up(self) -> None:
        """Go back to what was left for later last."""
        self.session = take_up(self.session)
        self._page = 0
        self._show()

    def action_rest(self) -> None:
        """Go through what is left, with a new quarter of an hour if the time was up."""
        if self.seconds <= 0:
            self.seconds = self.network.settings.focus_minutes * 60
        self.over = False
        self.session = again(self.session)
        self._show()

    def action_time(self, minutes: int) -> None:
        """Give the sitting more time, or less."""
        self.seconds = min(max(self.seconds, 0) + minutes * 60, _MOST * 60)
        self.seconds = max(self.seconds, 60)
        self._show_line()

    def action_others(self) -> None:
        """Show other things to say."""
        self._page += 1
        self._show()

    def action_back(self) -> None:
        """Finish: what was achieved is seen first."""
        if self.over or not self.session.achieved:
            self.dismiss()
            return
        self.over = True
        self._show()

    def _end_if_over(self, *, moved: bool) -> None:
        if not self.session.current or (moved and self.seconds <= 0):
            self.over = True

    def _show(self) -> None:
        self.set_class(self.over, "-over")
        self._show_line()
        left, right = self.query_one("#who", Pane), self.query_one("#words", Pane)
        row = self.row()
        if row is None:
            waiting = len(queue(self.network, self.now).rows)
            left.show(lambda wide: achieved_lines(self.session, self.network, self.spent, waiting, wide))
            right.show(lambda _wide: ())
        else:
            chosen = row
            left.show(lambda wide: who(self.network, chosen, self.now, wide))
            right.show(lambda wide: self._words(chosen, wide))
        self.refresh_bindings()

    def _show_line(self) -> None:
        self.query_one("#focus-line", Pane).show(lambda wide: [focus_line(self.session, self.seconds, wide)])

    def _words(self, row: Row, wide: int) -> list[Line]:
        return words(self.network, row, self.now, wide, self._page)
