"""Follow-ups: who needs you today, why, and words to start with."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.actions.review import pass_over
from tui.model.change import Change
from tui.rules.events.debriefing import progress
from tui.rules.moments import has_begun
from tui.rules.phrases import count
from tui.rules.queue.fortnight import fortnight
from tui.rules.queue.ranking import Queue, Row, promises_due, queue
from tui.rules.queue.review import done_parts, review
from tui.rules.queue.session import How, row_name
from tui.screens import doors
from tui.screens.row_actions import RowActions
from tui.view.beside import row_lines, who, words
from tui.view.lines import Line, line, paragraphs
from tui.view.occasions import debrief_line, event_glance, event_line
from tui.view.person import heading
from tui.view.queue_list import DEBRIEF, EVENT, MORE, REVIEW, queue_list
from tui.view.review import review_glance, review_line
from tui.view.strip import strip
from tui.widgets import keys
from tui.widgets.above import Above
from tui.widgets.pane import Pane
from tui.widgets.resting import MANY, Resting
from tui.widgets.rowlist import RowList

_NOBODY = (
    "Nobody needs you today. That is what all this is for.\n\n"
    "a adds somebody you met, 3 shows your events, / finds somebody to write to without a reason."
)

_BEGINNING = (
    "Nothing here yet. This is where you see who needs you, and why.\n\n"
    "a adds somebody you met: one line is enough. 3 and n make your first event; 2 and ctrl+o bring in people "
    "from elsewhere. ? helps wherever you are."
)


class FollowUpsScreen(RowActions):
    """The queue beside the person."""

    MODE = "follow_ups"
    STYLE = "follow_ups"
    BINDINGS = [
        keys.DONE,
        keys.SNOOZE,
        keys.SKIP,
        keys.TRIED,
        keys.MESSAGE,
        keys.OPEN,
        keys.EDIT,
        keys.WRAP_UP,
        keys.HISTORY,
        keys.OTHERS,
        keys.MARK_ROW,
        keys.FOCUS,
        keys.PAUSE,
        keys.QUIET,
        keys.EXPLAIN,
        keys.INTRODUCE,
        keys.BACK,
    ]

    def body(self) -> ComposeResult:
        """The coming two weeks where there is room, the list, and the pane beside it."""
        yield Above(id="strip")
        with Horizontal(id="follow-ups"):
            yield RowList(self._paint, row_height=2, empty=_NOBODY, id="queue")
            yield Pane(id="glance")

    def on_mount(self) -> None:
        """Reckon the queue."""
        super().on_mount()
        self._queue: Queue | None = None
        self._rows: dict[str, Row] = {}
        self._marked: dict[str, None] = {}
        self._all = False
        self._gone: list[str] = []
        self._page = 0
        self._beside = ""
        self._worded = False
        self._said: tuple[object, list[Line]] = (None, [])
        self._resting = Resting(self, self._rested)
        self.changed(None)
        self.query_one(RowList).focus()

    def changed(self, change: Change | None) -> None:
        """Reckon the queue anew."""
        now = self.now
        early = Queue() if self.network.is_complete else promises_due(self.network, now)
        self._queue = found = early if early.rows else queue(self.network, now)
        listed = queue_list(self.network, found, now, every=self._all)
        self._rows = listed.rows
        self._marked = {name: None for name in self._marked if name in self._rows}
        rows = self.query_one(RowList)
        empty = _NOBODY if self.network.contacts else _BEGINNING
        rows.fill(listed.ids, listed.headings, select=self._comes_next(rows, listed.ids), empty=empty)
        self._show()
        self._look_ahead()

    def _comes_next(self, rows: RowList, ids: Sequence[str]) -> str | None:
        """Return the row to highlight: one that is there again after undo, or the next of those still there."""
        current, known = rows.current, frozenset(ids)
        back = next((name for name in reversed(self._gone) if name in known), None)
        if back is not None:
            self._gone.remove(back)
        if current is None or current in known:
            return back
        if current not in (MORE, REVIEW):
            self._gone.append(current)
        return back or next((name for name in rows.ids[rows.index :] if name in known), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something on the highlighted row."""
        if not self.is_mounted:
            return True
        current = self.query_one(RowList).current or ""
        if action == "wrap_up":
            event = self.network.events.get(current.removeprefix(DEBRIEF).removeprefix(EVENT))
            return event is not None and has_begun(event, self.now)
        if action == "back":
            return bool(self._marked) or not self.query_one(RowList).has_focus
        if action == "mark":
            return self.row() is not None
        if action == "skip" and current == REVIEW and not self._marked:
            return True
        if action == "focus_row":
            return self._queue is not None and bool(self._queue.rows)
        if action == "open":
            return bool(current)
        offered = self.offers(action)
        return True if offered is None else offered

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._page = 0
        if self._resting.awaited:
            # One of many moves: whatever it ends on is shown.
            self._resting.begin()
        else:
            self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def row(self) -> Row | None:
        """Return the row highlighted."""
        return self._rows.get(self.query_one(RowList).current or "")

    def meant(self) -> tuple[Row, ...]:
        """Return the rows marked, in the order of the queue; else the one highlighted."""
        marked = tuple(row for name, row in self._rows.items() if name in self._marked)
        return marked or super().meant()

    def at_hand(self) -> Queue | None:
        """Return the queue that is shown."""
        return self._queue

    def dealt(self, rows: tuple[Row, ...], how: How) -> None:
        """Let the marks go with what they were for."""
        self._marked = {}
        self._show()
        self.refresh_bindings()

    def action_mark(self) -> None:
        """Mark the row highlighted, or let its mark go, and move on to the next."""
        rows = self.query_one(RowList)
        name = rows.current
        if name is None or name not in self._rows:
            return
        if name in self._marked:
            del self._marked[name]
        else:
            self._marked[name] = None
        rows.repaint()
        after = rows.ids[rows.index + 1 : rows.index + 2]
        if after and after[0] in self._rows:
            rows.action_move(1)
        self._show()
        self.refresh_bindings()

    def action_open(self) -> None:
        """Open the person, the event, or the rest of the check-ins."""
        current = self.query_one(RowList).current or ""
        row = self._rows.get(current)
        if row is not None:
            self.open_contact(row.contact)
        elif current.startswith(EVENT):
            self.open_event(current.removeprefix(EVENT))
        elif current.startswith(DEBRIEF):
            self.open_event(current.removeprefix(DEBRIEF), debrief=True)
        elif current == MORE:
            self._all = True
            self.changed(None)
        elif current == REVIEW:
            self.app.push_screen(doors.review(self.book, self.clock))

    def action_skip(self) -> None:  # type: ignore[override]  # a worker there, as here but for one row
        """Skip rows; of the weekly review, this week's."""
        if self.query_one(RowList).current == REVIEW and not self._marked:
            self.commit(lambda: pass_over(self.network, self.now))
        else:
            super().action_skip()

    def action_wrap_up(self) -> None:
        """Debrief the event highlighted."""
        current = self.query_one(RowList).current or ""
        self.open_event(current.removeprefix(DEBRIEF).removeprefix(EVENT), debrief=True)

    def action_others(self) -> None:
        """Show other things to say."""
        self._page += 1
        self._show(rested=True)

    @work
    async def action_focus_row(self) -> None:
        """Sit down with the queue for a quarter of an hour, from the row highlighted."""
        current = self.query_one(RowList).current or ""
        sitting = doors.focus(self.book, self.clock, current)
        await self.app.push_screen_wait(sitting)
        # The list goes on where the sitting stopped.
        self.query_one(RowList).select(sitting.session.current)

    def action_back(self) -> None:
        """Let the marks go, then go back to the list."""
        if self._marked:
            self._marked = {}
            self.query_one(RowList).repaint()
            self._show()
        else:
            self.query_one(RowList).focus()
        self.refresh_bindings()

    def painted(self) -> None:
        """Show what could be said: the queue is painted before the rules that know it are loaded."""
        self._worded = True
        self._show()
        self._look_ahead()

    def on_resize(self) -> None:
        """Fit the coming two weeks to the terminal, or let them go."""
        self.query_one(Above).fit()

    def _look_ahead(self) -> None:
        """Show the coming two weeks; not before the queue itself is there."""
        if self._worded and self.network.is_complete:
            days = fortnight(self.network, self.now)
            self.query_one(Above).show(lambda wide, rows: strip(days, wide, rows))

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        row = self._rows.get(name)
        if row is not None:
            return row_lines(self.network, row, self.now, wide, marked=name in self._marked)
        if name == MORE and self._queue is not None:
            more = len(self._queue.more)
            return line(("… ", "dim"), f"{count(more, 'more check-in')}"), line(("  enter shows them", "dim"))
        if name == REVIEW:
            return review_line(len(done_parts(self.network.meta, self.now.date())), wide)
        event = self.network.events.get(name.removeprefix(EVENT).removeprefix(DEBRIEF))
        if event is None:
            return ()
        if name.startswith(DEBRIEF):
            return debrief_line(event, progress(self.network, event), self.now, wide)
        return event_line(event, self.now, wide)

    def _rested(self) -> None:
        self._show(rested=True)

    def _show(self, *, rested: bool = False) -> None:
        if not self.network.is_complete:
            return  # what is still being read, it is about; `changed` comes again
        name = self.query_one(RowList).current or ""
        row = self._rows.get(name)
        pane = self.query_one(Pane)
        # The place is kept where the same row is painted anew.
        keep, self._beside = name == self._beside, name
        if row is not None:
            chosen = row
            # What could be said follows once keys rest, where it takes time to find; until then stands what did.
            renew = rested or len(self.network.contacts) < MANY
            if renew:
                self._resting.end()
            else:
                self._resting.begin()
            pane.show(lambda wide: self._about(chosen, wide, renew=renew), keep_place=keep)
            return
        if name == MORE and self._queue is not None:
            names = [self.network.contacts[it.contact].name for it in self._queue.more]
            pane.show(lambda _wide: [heading("Also waiting"), *(line(each) for each in names)])
            return
        if name == REVIEW:
            pane.show(lambda wide: review_glance(review(self.network, self.now), wide))
            return
        event = self.network.events.get(name.removeprefix(EVENT).removeprefix(DEBRIEF))
        if event is not None:
            pane.show(lambda wide: event_glance(self.network, event, self.now, wide))
        else:
            pane.show(lambda _wide: ())

    def _about(self, row: Row, wide: int, *, renew: bool) -> list[Line]:
        """Return the person of a row and what could be said, made anew or as it stood last."""
        now, which = self.now, (row_name(row), self._page, wide)
        if renew and self._worded:
            self._said = which, words(self.network, row, now, wide, self._page)
        said = self._said[1] if self._said[0] == which else []
        return paragraphs(self._marks(), who(self.network, row, now, wide), said)

    def _marks(self) -> list[Line]:
        """Return what can be done with the rows marked."""
        if not self._marked:
            return []
        together = "done, snooze, skip and tried act on all" if len(self._marked) > 1 else "space marks more"
        return [line((f"✓ {len(self._marked)} marked", "accent"), (f"  {together}", "dim"))]
