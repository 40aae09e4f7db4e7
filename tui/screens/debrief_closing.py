"""The page that ends a debrief: what was promised, whom to write to, and one true sentence."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Static

from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Event, FollowUp
from tui.rules.events.debriefing import Closing, closing
from tui.rules.events.encouragement import encouragement
from tui.rules.moments import is_over
from tui.rules.queue.ranking import Row, queue
from tui.screens.base import GoBack, KithScreen
from tui.screens.debrief_person import DebriefPerson
from tui.screens.draft import DraftDialog
from tui.store.book import Book
from tui.view.debriefing import closing_line, closing_words, goal_line, word_line
from tui.view.lines import Line, line
from tui.widgets import keys
from tui.widgets.rowlist import RowList

_STEP, _WRITE, _LATER, _GOAL = "step ", "write ", "later ", "goal "
_NOTHING = "Nothing is left to do from this event."


class _Left(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.OPEN_ROW]


class ClosingScreen(KithScreen):
    """What an event left behind; from here one writes to people, or goes to the queue."""

    MODE = "events"
    STYLE = "debrief"
    BINDINGS = [keys.MESSAGE, keys.QUEUE, keys.UNDO_HERE, keys.CLOSE]

    def __init__(self, book: Book, clock: Clock, event_uid: str) -> None:
        super().__init__(book, clock)
        self.event_uid = event_uid
        self._left: Closing | None = None
        self._rows: dict[str, Row] = {}
        self._agreed: dict[str, FollowUp] = {}

    def body(self) -> ComposeResult:
        """The sentence, the numbers, the list, and where to go from here."""
        yield Static("", markup=False, id="sentence")
        yield Static("", markup=False, id="numbers")
        yield _Left(self._paint, empty=_NOTHING, id="left")
        yield Static("", markup=False, id="next")

    def on_mount(self) -> None:
        """Show what is left."""
        super().on_mount()
        self.changed(None)
        self.query_one(RowList).focus()

    def changed(self, change: Change | None) -> None:
        """Read it all anew."""
        event = self.network.events.get(self.event_uid)
        if event is None:
            self.query_one("#sentence", Static).update("This event is not there any more.")
            self.query_one(RowList).fill([], empty="")
            return
        self._left = left = closing(self.network, event, self.now)
        found = queue(self.network, self.now)
        self._rows = {_STEP + row.follow_up: row for row in (*found.rows, *found.coming) if row.follow_up}
        self._rows |= {_WRITE + row.contact: row for row in left.write}
        self._agreed = {_STEP + it.uid: it for it in (*left.promises, *left.theirs, *left.steps)}
        self.query_one("#sentence", Static).update(encouragement(self.network, event, left))
        self.query_one("#numbers", Static).update(closing_words(left, event))
        self.query_one("#next", Static).update(self._next(event))
        self._fill(event, left)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a draft where there is somebody to write to."""
        if action == "message" and self.is_mounted:
            return self.query_one(RowList).current in self._rows
        return True

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        name = message.row
        if name.startswith(_LATER):
            self._write_about(name.removeprefix(_LATER))
        elif name in self._agreed:
            self.open_contact(self._agreed[name].contact)
        elif name.startswith(_WRITE):
            self.open_contact(name.removeprefix(_WRITE))

    @work
    async def action_message(self) -> None:
        """Draft the message for the highlighted row."""
        row = self._rows.get(self.query_one(RowList).current or "")
        if row is not None:
            await self.app.push_screen_wait(DraftDialog(self.book, self.clock, row.contact, row))

    def action_queue(self) -> None:
        """Close the page and show the queue, where all of this now stands."""
        self.dismiss(None)
        self.app.switch_mode("follow_ups")

    def action_back(self) -> None:
        """Close the page, and go back to where the debrief was opened from."""
        self.dismiss(None)
        self.app.post_message(GoBack())

    @work
    async def _write_about(self, uid: str) -> None:
        event, contact = self.network.events.get(self.event_uid), self.network.contacts.get(uid)
        if event is not None and contact is not None:
            await self.app.push_screen_wait(DebriefPerson(self.book, self.clock, event, contact))

    def _fill(self, event: Event, left: Closing) -> None:
        blocks = [
            ("You promised", [_STEP + it.uid for it in left.promises]),
            ("Write a word within a day", [_WRITE + row.contact for row in left.write]),
            ("Write on a day you chose", [_STEP + it.uid for it in left.steps]),
            ("They promised", [_STEP + it.uid for it in left.theirs]),
            ("To complete when you like", [_LATER + contact.uid for contact in left.later]),
            ("Goals", [f"{_GOAL}{number}" for number in range(len(event.goals))]),
        ]
        ids: list[str] = []
        headings: dict[int, Line] = {}
        for words, rows in blocks:
            if rows:
                headings[len(ids)] = line((words, "heading"))
                ids += rows
        self.query_one(RowList).fill(ids, headings)

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        event = self.network.events.get(self.event_uid)
        today = self.now.date()
        if event is None:
            return ()
        if name.startswith(_GOAL):
            return (goal_line(event.goals[int(name.removeprefix(_GOAL))], wide),)
        step = self._agreed.get(name)
        if step is not None:
            return (closing_line(self.network.contacts[step.contact], step, today, wide),)
        contact = self.network.contacts.get(name.partition(" ")[2])
        if contact is None:
            return ()
        row = self._rows.get(name)
        if row is not None:
            return (word_line(self.network, event, row, today, wide),)
        return (line((contact.name, "strong"), ("  nothing written yet", "dim")),)

    def _next(self, event: Event) -> str:
        words = "1 shows the queue, where all of this now stands; m drafts a message."
        if self._left is not None and self._left.met and not is_over(event, self.now):
            return f"It is still on: a word to those you met joins the queue once it is over.\n{words}"
        return words
