"""The debrief of an event: who was there, what was said, what was promised; five minutes on the way home."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from tui.actions import debrief, events
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Attendee, Contact, Event, Outcome
from tui.rules.events.debriefing import is_written, obstacle, seat_of, seats, talk_of
from tui.rules.phrases import count
from tui.screens.ask import Ask
from tui.screens.base import KithScreen
from tui.screens.capture import CaptureDialog
from tui.screens.debrief_closing import ClosingScreen
from tui.screens.debrief_person import DebriefPerson
from tui.screens.look_back import LookBack
from tui.store.book import Book
from tui.view.debrief_steps import (
    AGAIN,
    CHANGE,
    FINISH,
    GOAL,
    NEW,
    PERSON,
    WORKED,
    beside,
    step_line,
    steps,
)
from tui.view.debriefing import progress_line
from tui.view.lines import Line, line
from tui.widgets import keys
from tui.widgets.pane import Pane, content_of
from tui.widgets.rowlist import RowList

_GONE = "This event is not there any more. u takes its removal back, escape leaves."


class _Steps(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.MET]


class DebriefScreen(KithScreen):
    """The steps of one debrief beside what helps to remember. It goes on from wherever it was left."""

    MODE = "events"
    STYLE = "debrief"
    BINDINGS = [
        keys.MET_BRIEFLY,
        keys.NOT_MET,
        keys.LATER,
        keys.COUNT_UP,
        keys.COUNT_DOWN,
        keys.CAPTURE,
        keys.UNDO_HERE,
        keys.LEAVE,
    ]

    def __init__(self, book: Book, clock: Clock, event_uid: str) -> None:
        super().__init__(book, clock)
        self.event_uid = event_uid
        self._seats: dict[str, tuple[Attendee, Contact]] = {}

    @property
    def event(self) -> Event | None:
        """The event as it is now; None if it was removed."""
        return self.network.events.get(self.event_uid)

    def body(self) -> ComposeResult:
        """How far it is, the steps, and the pane beside them."""
        yield Static("", markup=False, id="progress")
        with Horizontal(id="debrief"):
            yield _Steps(self._paint, id="steps")
            yield Pane(id="about")

    def on_mount(self) -> None:
        """Take it up at the first person not spoken of yet."""
        super().on_mount()
        self.changed(None)
        rows = self.query_one(RowList)
        self._go_on(None)
        rows.focus()
        self.may_change()  # what was written down can be read all the same

    def on_resize(self) -> None:
        """Fit the line on top to the new width."""
        self._show_progress()

    def changed(self, change: Change | None) -> None:
        """Read the event anew; what was just taken back is highlighted."""
        event = self.event
        rows = self.query_one(RowList)
        ids: list[str] = []
        headings: dict[int, Line] = {}
        for words, block in steps(self.network, event, self.now) if event else ():
            headings[len(ids)] = line((words, "heading"))
            ids += block
        shown = {row.removeprefix(PERSON) for row in ids if row.startswith(PERSON)}
        found = seats(self.network, event) if event else []
        self._seats = {contact.uid: (seat, contact) for seat, contact in found if contact.uid in shown}
        rows.fill(ids, headings, empty=obstacle(event, self.now) if event else _GONE)
        for edit in change.edits if change else ():
            if (
                isinstance(edit.before, Event)
                and isinstance(edit.after, Event)
                and edit.uid == self.event_uid
            ):
                self._highlight_reopened(edit.before, edit.after)
        self._show_progress()
        self._show()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something on the highlighted row."""
        if not self.is_mounted:
            return True
        current = self.query_one(RowList).current or ""
        seat = self._seat()
        if action == "not_met":
            return seat is not None
        if action in {"met", "later"}:
            return seat is not None and seat.outcome != "met"
        if action == "count":
            return current.startswith(GOAL)
        if action == "capture":
            return self.event is not None and not obstacle(self.event, self.now)
        return True

    def foremost(self) -> Mapping[str, str | None]:
        """Say what enter does on the highlighted row, and name the way out before what is a key everywhere."""
        row = self.query_one(RowList).current or ""
        kind = GOAL if row.startswith(GOAL) else row
        enter = {GOAL: "Count", NEW: "Add", FINISH: "Finish", AGAIN: "Bring back"}.get(kind, "")
        # What enter counts has no need of a second key in the footer.
        return {
            "choose": enter,
            "count(1)": None,
            "met": "",
            "not_met": "",
            "later": "",
            "count(-1)": "",
            "back": "",
        }

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        row = message.row
        if row.startswith(PERSON):
            self._write_about(row.removeprefix(PERSON))
        elif row.startswith(GOAL):
            self.action_count(1)
        elif row == NEW:
            self.action_capture()
        elif row in {WORKED, CHANGE}:
            self._look_back(row)
        elif row == FINISH:
            self._finish()
        elif row == AGAIN and self.event is not None:
            self.commit(events.cancel(self.network, self.event, cancelled=False))

    def action_met(self) -> None:
        """Say that you met whoever is highlighted, without a word more; what was captured before stays."""
        seat, event = self._seat(), self.event
        if seat is None or event is None:
            return
        talk = talk_of(self.network, event, seat.contact)
        write = partial(debrief.met, self.network, self.event_uid, seat.contact, self.now, talk)
        if self.commit(write, quiet=True):
            self._go_on(seat.contact)

    @work
    async def action_not_met(self) -> None:
        """Say that you did not meet whoever is highlighted; once more takes it back."""
        seat, event = self._seat(), self.event
        if seat is None or event is None:
            return
        if seat.outcome == "met" and is_written(self.network, event, seat.contact):
            if not self.may_change():
                return
            answer = await self.app.push_screen_wait(
                Ask(
                    f"Not met {self._seats[seat.contact][1].name} after all?",
                    "You wrote down what was said. It will be removed, with the promises made there that are "
                    "still open; u brings it all back.",
                    (("x", "Not met: take it out"), ("k", "Keep it")),
                )
            )
            if answer != "x":
                return
        self._mark(seat, "not met", debrief.not_met)

    def action_later(self) -> None:
        """Leave whoever is highlighted for later; once more takes it back."""
        seat = self._seat()
        if seat is not None:
            self._mark(seat, "later", debrief.later)

    def action_count(self, step: int) -> None:
        """Count the highlighted goal up or down."""
        current, event = self.query_one(RowList).current or "", self.event
        if event is None or not current.startswith(GOAL):
            return
        position = int(current.removeprefix(GOAL))
        goal = event.goals[position]
        once = goal.target is None
        if step < 0 and not goal.done:
            return
        if not once or step > 0 or goal.done:
            self.commit(events.count_goal(self.network, event, position, step), quiet=True)

    @work
    async def action_capture(self) -> None:
        """Take lines about people whom you did not expect."""
        if self.event is not None:
            await self.app.push_screen_wait(CaptureDialog(self.book, self.clock, event=self.event))

    def action_back(self) -> None:
        """Leave; everything so far is in the file."""
        self.dismiss(None)

    @work
    async def _write_about(self, uid: str) -> None:
        event = self.event
        if event is None or uid not in self._seats:
            return
        contact = self._seats[uid][1]
        first = self._seats[uid][0].outcome != "met"
        if await self.app.push_screen_wait(DebriefPerson(self.book, self.clock, event, contact)) and first:
            self._go_on(uid)

    @work
    async def _look_back(self, step: str) -> None:
        if self.event is None:
            return
        done = await self.app.push_screen_wait(LookBack(self.book, self.clock, self.event, step))
        if done:
            self.query_one(RowList).select(FINISH)

    @work
    async def _finish(self) -> None:
        event = self.event
        if event is None or not self.may_change():
            return
        left = sum(seat.outcome == "expected" for seat, _ in self._seats.values())
        rest: Outcome = "later"
        if left:
            answer = await self.app.push_screen_wait(
                Ask(
                    f"{count(left, 'person is', 'people are')} still to do",
                    "What should be noted for them? You can change it at any time.",
                    (("x", "Not met"), ("s", "Later: I may come back to them")),
                )
            )
            if answer is None:
                return
            rest = "not met" if answer == "x" else "later"
        if self.commit(partial(debrief.finish, self.network, event.uid, self.now, rest=rest), quiet=True):
            self.app.switch_screen(ClosingScreen(self.book, self.clock, event.uid))

    def _mark(self, seat: Attendee, outcome: Outcome, mark: Callable[..., Change]) -> None:
        action = debrief.to_do if seat.outcome == outcome else mark
        write = partial(action, self.network, self.event_uid, seat.contact, self.now)
        if self.commit(write, quiet=True) and action is mark:
            self._go_on(seat.contact)

    def _go_on(self, after: str | None) -> None:
        """Highlight the next person not spoken of yet; when all are, somebody new."""
        people = list(self._seats)
        start = people.index(after) + 1 if after in people else 0
        order = people[start:] + people[:start]
        left = next((uid for uid in order if self._seats[uid][0].outcome == "expected"), None)
        self.query_one(RowList).select(PERSON + left if left else NEW)

    def _highlight_reopened(self, before: Event, after: Event) -> None:
        for seat in after.people:
            was = seat_of(before, seat.contact)
            if was is not None and was.outcome != "expected" and seat.outcome == "expected":
                self.query_one(RowList).select(PERSON + seat.contact)
                return

    def _seat(self) -> Attendee | None:
        current = self.query_one(RowList).current or ""
        found = self._seats.get(current.removeprefix(PERSON)) if current.startswith(PERSON) else None
        return found[0] if found else None

    def _paint(self, row: str, wide: int) -> Sequence[Line]:
        event = self.event
        return (step_line(self.network, event, row, wide),) if event else ()

    def _show(self) -> None:
        row, event = self.query_one(RowList).current or "", self.event
        self.query_one(Pane).show(
            lambda wide: beside(self.network, event, row, self.now, wide) if event and row else []
        )

    def _show_progress(self) -> None:
        event, top = self.event, self.query_one("#progress", Static)
        wide = self.size.width - 2
        if event is None or wide < 1:
            top.update("")
            return
        top.update(content_of([progress_line(self.network, event, self.now, wide)]))
