"""Prep: an event's goals, checklist, people, and what to say, on one list that the keyboard alone goes through."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.actions import events as actions
from tui.actions.starters import mark_used, mark_worked, pin, remove_own, unpin
from tui.clock import Clock
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Event
from tui.rules.moments import has_begun
from tui.rules.starters.suggestion import Suggestion
from tui.screens.brief import BriefDialog
from tui.screens.capture import CaptureDialog
from tui.screens.draft import DraftDialog
from tui.screens.event_actions import EventActions
from tui.screens.goal_form import GoalForm
from tui.screens.importing import ImportDialog
from tui.screens.item_form import ItemForm
from tui.screens.people import PeopleDialog
from tui.screens.prep_keys import KEYS, NEEDS
from tui.screens.prep_words import PrepWords
from tui.screens.say import SayDialog, WordsDialog
from tui.screens.seat_form import SeatForm
from tui.store.book import Book
from tui.view.lines import Line, line
from tui.view.prep_details import detail
from tui.view.prep_rows import PARTS, Part, PrepRow, prep_rows, row_line
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.prep_head import PrepHead
from tui.widgets.rowlist import RowList

_GONE = "This event is not there any more.\n\nu takes its removal back, escape leaves."


class _PrepList(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.OPEN_ROW, keys.PART_BEFORE, keys.PART_NEXT]


class PrepScreen(EventActions):
    """One list of all parts beside what is highlighted."""

    MODE = "events"
    STYLE = "prep"
    BINDINGS = KEYS

    def __init__(self, book: Book, clock: Clock, event: str) -> None:
        super().__init__(book, clock)
        self._uid = event
        self._rows: dict[str, PrepRow] = {}
        self._words = PrepWords(self)
        self._pages: dict[str, int] = {}

    @property
    def event(self) -> Event | None:
        """The event as it is now; None if it was removed."""
        return self.network.events.get(self._uid)

    @property
    def row(self) -> PrepRow | None:
        """The row highlighted."""
        return self._rows.get(self.query_one(RowList).current or "")

    def body(self) -> ComposeResult:
        """Head, list, pane."""
        yield PrepHead(id="prep-head")
        with Horizontal(id="prep"):
            yield _PrepList(self._paint, id="prep-list")
            yield Pane(id="prep-detail")

    def on_mount(self) -> None:
        """Start at the first goal."""
        super().on_mount()
        self.changed(None)
        self.query_one(RowList).focus()

    def changed(self, change: Change | None) -> None:
        """Read the event anew."""
        event, now = self.event, self.now
        self._words.forget(change)
        rows: list[PrepRow] = []
        if event is not None:
            pages = self._pages
            rows = prep_rows(
                self.network,
                event,
                now,
                ideas_page=pages.get("goals", 0),
                room_page=pages.get("room", 0),
            )
        headings: dict[int, Line] = {}
        for place, row in enumerate(rows):
            if event is not None and (place == 0 or rows[place - 1].part != row.part):
                headings[place] = line((dict(PARTS)[row.part], "heading"))
        self._rows = {row.id: row for row in rows}
        self.query_one(RowList).fill([row.id for row in rows], headings, empty=_GONE)
        self._show(keep_place=True)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something on the highlighted row."""
        if not self.is_mounted:
            return True
        event, row = self.event, self.row
        if event is None or row is None:
            return action not in {*NEEDS, "new", "brief", "practice", "capture", "wrap_up", "part"}
        if action == "wrap_up":
            return not event.cancelled and has_begun(event, self.now)
        needs = NEEDS.get(action)
        return needs is None or needs(row)

    def foremost(self) -> Mapping[str, str | None]:
        """Say what enter does on the highlighted row, and keep the way out in the footer.

        What has a second key that says the same is named once, and who was met is added where people are.
        """
        named: dict[str, str | None] = {"back": ""}
        row = self.row
        if row is None:
            return named
        if row.part != "people":
            named["capture"] = None
        if row.idea is not None:
            return {**named, "choose": "Take", "take": None}
        return {**named, "choose": None} if row.words is not None or row.hint else named

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        row = self.row
        if row is not None and row.person is not None:
            self.app.push_screen(SayDialog(self.book, self.clock, row.person.contact.uid, self._uid))
        elif row is not None and row.hint:
            self.action_new()
        elif row is not None and row.idea is not None:
            self.action_take()
        elif row is not None and NEEDS["edit"](row):
            self.action_edit()
        else:
            self.action_pin()

    @on(PrepHead.Wanted)
    def _wanted(self, message: PrepHead.Wanted) -> None:
        self._go_to(message.part)

    def action_back(self) -> None:
        """Leave the pane for the list, or go back to all events."""
        rows = self.query_one(RowList)
        if rows.has_focus:
            self.dismiss()
        else:
            rows.focus()

    def action_part(self, step: int) -> None:
        """Go to the next part, or the one before."""
        if self.row is not None:
            names = [part for part, _ in PARTS]
            self._go_to(names[(names.index(self.row.part) + step) % len(names)])

    def action_mark(self) -> None:
        """Tick or untick an item of the checklist."""
        event, row = self.event, self.row
        if event is not None and row is not None and row.item is not None:
            self.commit(actions.tick(self.network, event, row.position), quiet=True)

    def action_count(self, step: int) -> None:
        """Count a goal up or down."""
        event, row = self.event, self.row
        if event is not None and row is not None and row.goal is not None:
            self.commit(actions.count_goal(self.network, event, row.position, step), quiet=True)

    def action_take(self) -> None:
        """Take a suggested goal."""
        event, row = self.event, self.row
        if event is not None and row is not None and row.idea is not None:
            self.commit(actions.put_goal(self.network, event, row.idea), quiet=True)

    def action_pin(self) -> None:
        """Pin words for the room, or let them go."""
        event, row = self.event, self.row
        if event is None or row is None or row.words is None:
            return
        words = row.words
        change = unpin if words.state == "pinned" else pin
        self.commit(change(self.network, event, words), quiet=True)

    def action_done(self) -> None:
        """Say that words for the room were said: they make room for others."""
        self._say(mark_used)

    def action_worked(self) -> None:
        """Say that they led somewhere."""
        self._say(mark_worked)

    def _say(self, mark: Callable[[Network, Event, Suggestion], Change]) -> None:
        event, row = self.event, self.row
        if event is not None and row is not None and row.words is not None:
            self.commit(mark(self.network, event, row.words))

    @work
    async def action_new(self) -> None:
        """Add to the part highlighted: a goal, something to do, people, words of your own."""
        event, row = self.event, self.row
        if event is None or row is None:
            return
        if row.part == "goals":
            if await self.app.push_screen_wait(GoalForm(self.book, self.clock, event)):
                self.query_one(RowList).select(f"goal {len(event.goals)}")
        elif row.part == "checklist":
            if await self.app.push_screen_wait(ItemForm(self.book, self.clock, event)):
                self.query_one(RowList).select(f"item {len(event.checklist)}")
        elif row.part == "people":
            await self._choose_people(event)
        else:
            await self._write_words(event)

    @work
    async def action_edit(self) -> None:
        """Change what is highlighted."""
        event, row = self.event, self.row
        if event is None or row is None:
            return
        if row.goal is not None:
            form = GoalForm(self.book, self.clock, event, goal=row.goal, position=row.position)
            await self.app.push_screen_wait(form)
        elif row.idea is not None:
            await self.app.push_screen_wait(GoalForm(self.book, self.clock, event, goal=row.idea))
        elif row.item is not None:
            await self.app.push_screen_wait(ItemForm(self.book, self.clock, event, row.position))
        elif row.person is not None:
            await self.app.push_screen_wait(SeatForm(self.book, self.clock, event, row.person.seat))
        elif row.words is not None:
            await self._write_words(event, row.words.text)

    def action_remove(self) -> None:
        """Remove what is highlighted; u brings it back."""
        event, row = self.event, self.row
        if event is None or row is None:
            return
        if row.goal is not None:
            self.commit(actions.drop_goal(self.network, event, row.position))
        elif row.item is not None:
            self.commit(actions.drop_item(self.network, event, row.position))
        elif row.person is not None:
            self.commit(actions.drop_person(self.network, event, row.person.contact.uid))
        elif row.words is not None:
            own = row.words.kind == "own"
            take_out = remove_own(self.network, event, row.words.text)
            self.commit(take_out if own else unpin(self.network, event, row.words))

    def action_capture(self) -> None:
        """Take lines about people who will be there."""
        self.app.push_screen(CaptureDialog(self.book, self.clock, event=self.event))

    def action_others(self) -> None:
        """Show other things to say, or other goals to choose from."""
        row = self.row
        if row is None:
            return
        if row.person is not None:
            self._words.next_page(row.person.contact.uid)
            self._show()
        else:
            self._pages[row.part] = self._pages.get(row.part, 0) + 1
            self.changed(None)

    def action_brief(self) -> None:
        """Show the page to carry."""
        if self.event is not None:
            self.app.push_screen(BriefDialog(self.book, self.clock, self.event))

    def action_message(self) -> None:
        """Draft a message to the person highlighted."""
        if self.row is not None and self.row.person is not None:
            self.app.push_screen(DraftDialog(self.book, self.clock, self.row.person.contact.uid))

    def action_import_file(self) -> None:
        """Import who comes: a guest list, whose people join this event."""
        self.app.push_screen(ImportDialog(self.book, self.clock, event=self.event))

    def action_wrap_up(self) -> None:
        """Debrief the event."""
        self.open_event(self._uid, debrief=True)

    async def _choose_people(self, event: Event) -> None:
        there = {person.contact for person in event.people}
        if there >= self.network.contacts.keys():
            self.action_capture()
            return
        if not self.may_change():
            return
        title = f"Who will be at {event.name}?"
        dialog = PeopleDialog(self.book, self.clock, title, without=there)
        chosen = await self.app.push_screen_wait(dialog)
        if chosen and self.commit(actions.add_people(self.network, event, chosen)):
            self.query_one(RowList).select(f"person {chosen[0]}")

    async def _write_words(self, event: Event, before: str = "") -> None:
        words = await self.app.push_screen_wait(WordsDialog(self.book, self.clock, before))
        if words and words != before and self.commit(actions.reword(self.network, event, before, words)):
            self.query_one(RowList).select(f"say {words}")

    def _go_to(self, part: Part) -> None:
        rows = self.query_one(RowList)
        ids = [row.id for row in self._rows.values() if row.part == part]
        if ids:
            # By way of the last one, so that as much of the part as fits comes into sight.
            rows.select(ids[-1])
            rows.select(ids[0])

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        row = self._rows.get(name)
        return (row_line(row, self.now.date(), wide),) if row else ()

    def _show(self, *, keep_place: bool = False) -> None:
        event, row, pane = self.event, self.row, self.query_one(Pane)
        if event is None or row is None:
            pane.show(lambda _wide: ())
            return
        said = self._words.of(event, row.person.contact) if row.person is not None else ()
        self.query_one(PrepHead).show(event, self.now, row.part)
        pane.show(
            lambda wide: detail(row, self.network, event, self.now, wide, said=said), keep_place=keep_place
        )
