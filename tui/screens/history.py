"""History with somebody: what is open and all that happened, put right where it was written down wrongly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual import on, work
from textual.app import ComposeResult

from tui.actions.interactions import reached, remove
from tui.actions.promises import drop, reopen
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact, FollowUp, Interaction
from tui.rules.names import first_name
from tui.rules.queue.ranking import Row
from tui.rules.queue.sources import step_key
from tui.screens.ask import Ask
from tui.screens.base import OpenEvent, may_change
from tui.screens.contact_form import ContactForm
from tui.screens.dialog import Dialog
from tui.screens.done import DoneDialog
from tui.screens.log import LogDialog
from tui.screens.step import StepDialog
from tui.store.book import Book
from tui.view.history import Happened, headings, history, history_lines
from tui.view.lines import Line
from tui.view.timeline import KINDS, Kind
from tui.widgets import keys
from tui.widgets.choice import Choice
from tui.widgets.rowlist import RowList

_ALL = "all"
_ELSEWHERE = {"events": "The event", "began": "Their form", "closed": "Take up again"}
"""What enter does on rows that are not put right here, by their kind; the others only say where."""
_EMPTY = "Nothing yet.\n\nl logs a call, a coffee, a message; n writes down a promise."


class _Rows(RowList):
    """The list; left and right narrow it to a kind."""

    BINDINGS = [keys.PART_BEFORE, keys.PART_NEXT]


class HistoryDialog(Dialog[None]):
    """A list: enter puts a row right, delete takes it out, u takes that back; left and right choose a kind."""

    CHANGES = False
    BINDINGS = [
        keys.EDIT,
        keys.DONE,
        keys.REACHED,
        keys.NEW_PROMISE,
        keys.LOG,
        keys.DELETE_HERE,
        keys.UNDO_HERE,
        keys.CLOSE,
    ]

    def __init__(self, book: Book, clock: Clock, contact: Contact) -> None:
        super().__init__(book, clock, f"History with {contact.name}")
        self._contact = contact
        self._rows: dict[str, Happened] = {}
        self._unlisten: Callable[[], None] = lambda: None

    def body(self) -> ComposeResult:
        """The kinds, and one list."""
        yield Choice((_ALL, *KINDS), _ALL, id="kinds")
        yield _Rows(self._paint, row_height=2, empty=_EMPTY, id="history")

    def on_mount(self) -> None:
        """Show what there is, and hear of changes."""
        super().on_mount()
        self.query_one("#dialog").border_subtitle = "← → choose a kind"
        self._unlisten = self.book.listen(self._heard)
        self._heard()
        self.query_one(RowList).focus()

    def on_unmount(self) -> None:
        """Hear no more."""
        self._unlisten()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something on the highlighted row."""
        if action == "save":
            return False
        if action == "tried":
            row = self._row() if self.is_mounted else None
            return row is not None and isinstance(row.record, Interaction)
        if not self.is_mounted:
            return True
        row = self._row()
        if action == "done":
            return row is not None and row.is_open
        if action in {"edit", "remove"}:
            return row is not None and (row.record is not None or action == "edit")
        return True

    def foremost(self) -> Mapping[str, str | None]:
        """Say what enter does on a row that is not put right here."""
        row = self._row()
        if row is None or (row.record is not None and (row.is_open or not isinstance(row.record, FollowUp))):
            return {}
        kind = row.moment.kind if row.moment is not None else "closed"
        return {"edit": _ELSEWHERE.get(kind)}

    def dirty(self) -> bool:
        """Nothing is typed here."""
        return False

    def action_part(self, step: int) -> None:
        """Show the next kind of what happened, or the one before."""
        self.query_one(Choice).action_step(step)

    @on(Choice.Changed)
    def _narrowed(self) -> None:
        self._heard()

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_edit()

    @work
    async def action_edit(self) -> None:
        """Edit the interaction or the promise; take a closed one up again."""
        row = self._row()
        if row is None:
            return
        record = row.record
        if record is None:
            await self._open_elsewhere(row)
        elif not isinstance(record, FollowUp):
            await self.app.push_screen_wait(LogDialog(self.book, self.clock, record.contacts, record))
        elif row.is_open:
            await self.app.push_screen_wait(StepDialog(self.book, self.clock, self._contact, record))
        elif may_change(self, self.book):
            answer = await self.app.push_screen_wait(
                Ask(
                    "Take it up again?",
                    f"{record.text or 'This step'}: it is closed. It can be open between you again.",
                    (("y", "Yes, take it up again"), ("n", "No, leave it")),
                    safe=True,
                )
            )
            if answer == "y":
                self.commit(lambda: reopen(self.network, record.uid))

    @work
    async def action_done(self) -> None:
        """Log the touch that closes an open promise or step."""
        row = self._row()
        if row is not None and row.is_open and isinstance(row.record, FollowUp):
            step = row.record
            entry = Row(
                key=step_key(step), kind=step.kind, contact=step.contact, due=step.due, follow_up=step.uid
            )
            await self.app.push_screen_wait(DoneDialog(self.book, self.clock, entry))

    @work
    async def action_new(self) -> None:
        """Write down a promise, theirs or yours, or a next step."""
        await self.app.push_screen_wait(StepDialog(self.book, self.clock, self._contact))

    @work
    async def action_log(self) -> None:
        """Log an interaction."""
        await self.app.push_screen_wait(LogDialog(self.book, self.clock, (self._contact.uid,)))

    def action_remove(self) -> None:
        """Take an interaction out; let an open promise go."""
        row = self._row()
        if row is None:
            return
        if row.record is None:
            return
        uid = row.record.uid
        if not isinstance(row.record, FollowUp):
            self.commit(lambda: remove(self.network, uid))
        elif row.is_open:
            self.commit(lambda: drop(self.network, uid, self.now))
        else:
            self.notify("This is closed already. enter takes it up again.", timeout=3, markup=False)

    def action_tried(self) -> None:
        """Make an attempt a touch, or a touch an attempt."""
        row = self._row()
        if row is not None and isinstance(row.record, Interaction):
            uid = row.record.uid
            self.commit(lambda: reached(self.network, uid, self.now))

    async def _open_elsewhere(self, row: Happened) -> None:
        """Show the event of a row, or the form that says how you met; say where the rest is put right."""
        kind = row.moment.kind if row.moment is not None else ""
        if row.moment is not None and kind == "events":
            self.dismiss(None)
            self.app.post_message(OpenEvent(row.moment.record))
        elif kind == "began":
            await self.app.push_screen_wait(ContactForm(self.book, self.clock, self._contact))
        else:
            self.notify("This is put right on the Give screen (4).", timeout=3)

    def _heard(self, _change: Change | None = None) -> None:
        contact = self.network.contacts.get(self._contact.uid)
        if contact is None:
            self.dismiss(None)
            return
        self._contact = contact
        chosen = self.query_one(Choice).value
        found = history(self.network, contact, None if chosen == _ALL else cast("Kind", chosen))
        self._rows = {row.key: row for row in found}
        rows = self.query_one(RowList)
        empty = _EMPTY if chosen == _ALL else f"No {chosen} with {first_name(contact)} so far."
        rows.fill(list(self._rows), headings(found, self.now.date()), empty=empty)
        rows.styles.height = max(rows.virtual_size.height, 5)
        self.refresh_bindings()

    def _row(self) -> Happened | None:
        return self._rows.get(self.query_one(RowList).current or "")

    def _paint(self, key: str, wide: int) -> Sequence[Line]:
        return history_lines(self.network, self._rows[key], self._contact.uid, self.now, wide)
