"""Events: what is coming and what was, beside the event at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.actions.events import cancel, remove
from tui.model.change import Change
from tui.model.records import Event
from tui.rules.moments import ends, has_begun, in_order, is_over, starts
from tui.screens.ask import Ask
from tui.screens.base import GoBack
from tui.screens.brief import BriefDialog
from tui.screens.debrief import DebriefScreen
from tui.screens.debrief_closing import ClosingScreen
from tui.screens.event_actions import EventActions
from tui.screens.event_form import EventForm
from tui.screens.importing import ImportDialog
from tui.screens.prep import PrepScreen
from tui.view.lines import Line, line
from tui.view.occasions import event_glance
from tui.view.prep_rows import event_row
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.resting import MANY, Resting
from tui.widgets.rowlist import RowList

_NOTHING = (
    "No events yet.\n\n"
    "n enters one: a conference, a meet-up, a coffee with somebody. ctrl+o takes an invitation (.ics). "
    "Ten minutes of preparation make it easier to walk in."
)


class _EventList(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.OPEN_ROW]


class EventsScreen(EventActions):
    """The list beside the event."""

    MODE = "events"
    STYLE = "events"
    BINDINGS = [
        keys.NEW,
        keys.EDIT,
        keys.BRIEF,
        keys.PRACTICE,
        keys.WRAP_UP,
        keys.AGAIN,
        keys.CAPTURE_MODE,
        keys.IMPORT_FILE,
        keys.CALL_OFF,
        keys.DELETE,
        keys.BACK,
    ]

    def body(self) -> ComposeResult:
        """List and pane."""
        with Horizontal(id="events"):
            yield _EventList(self._paint, row_height=2, empty=_NOTHING, id="list")
            yield Pane(id="glance")

    def on_mount(self) -> None:
        """Show what is coming."""
        super().on_mount()
        self._resting = Resting(self, self._show)
        self.changed(None)
        self.query_one(RowList).focus()

    def foremost(self) -> Mapping[str, str | None]:
        """Name first how events come in, where there are none."""
        return {} if self.network.events else {"new": "", "import_file": ""}

    def changed(self, change: Change | None) -> None:
        """Show what a change altered."""
        now = self.now
        events = list(self.network.events.values())
        past = [event for event in events if is_over(event, now)]
        coming = [event for event in events if not is_over(event, now)]
        coming.sort(key=lambda event: (in_order(starts(event, now)), event.name, event.uid))
        past.sort(key=lambda event: (in_order(ends(event, now)), event.name, event.uid), reverse=True)
        headings: dict[int, Line] = {}
        if coming:
            headings[0] = line(("Coming up", "heading"))
        if past:
            headings[len(coming)] = line(("Past", "heading"))
        self.query_one(RowList).fill([event.uid for event in (*coming, *past)], headings)
        self._show(keep_place=True)
        self.refresh_bindings()

    def show_event(self, uid: str, debrief: bool = False) -> None:
        """Highlight an event, and open its preparation or its debrief over the list."""
        if uid not in self.network.events:
            return
        self.query_one(RowList).select(uid)
        wanted = DebriefScreen if debrief else PrepScreen
        top = self.app.screen
        if isinstance(top, (PrepScreen, DebriefScreen, ClosingScreen)):
            if isinstance(top, wanted) and top.event == self.network.events[uid]:
                return
            # Not left by anybody: nothing goes back to where that one was opened from.
            self.app.pop_screen()
        self.app.push_screen(wanted(self.book, self.clock, uid), self._left)
        if wanted is PrepScreen:
            self.run_worker(self.ask_who_you_are())

    def _left(self, _answer: object) -> None:
        """Go back to where the event was opened from, if that was another screen and nothing stands over this."""
        if self.is_current:
            self.app.post_message(GoBack())

    @on(RowList.Moved)
    def _moved(self) -> None:
        if not self._resting.awaited:
            self._show()
        if len(self.network.contacts) >= MANY:
            # One of many moves: whatever they end on is shown.
            self._resting.begin()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        event = self.event
        if event is not None:
            self.show_event(event.uid, debrief=is_over(event, self.now) and not event.cancelled)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something for the event highlighted."""
        if (
            action in {"edit", "brief", "practice", "wrap_up", "again", "call_off", "remove"}
            and self.is_mounted
        ):
            event = self.event
            if event is None:
                return False
            begun = has_begun(event, self.now)
            if action == "wrap_up":
                return not event.cancelled and begun
            if action == "again":
                return begun
            if action == "practice":
                return not event.cancelled and not is_over(event, self.now)
        return True

    @property
    def event(self) -> Event | None:
        """The event highlighted."""
        return self.network.events.get(self.query_one(RowList).current or "")

    def action_back(self) -> None:
        """Leave the pane for the list, or go back to where an event was opened from."""
        rows = self.query_one(RowList)
        if rows.has_focus:
            self.app.post_message(GoBack())
        else:
            rows.focus()

    @work
    async def action_new(self) -> None:
        """Enter an event, and go on to prepare it."""
        made = await self.app.push_screen_wait(EventForm(self.book, self.clock))
        event = self.network.events.get(made or "")
        if event is None:
            return
        if is_over(event, self.now):
            self.query_one(RowList).select(event.uid)
        else:
            self.show_event(event.uid)

    @work
    async def action_edit(self) -> None:
        """Edit the event."""
        if self.event is not None:
            made = await self.app.push_screen_wait(EventForm(self.book, self.clock, self.event))
            if made:
                self.query_one(RowList).select(made)

    @work
    async def action_again(self) -> None:
        """Enter the next time of an event that was, and go on to prepare it."""
        if self.event is not None:
            form = EventForm(self.book, self.clock, like=self.event)
            made = await self.app.push_screen_wait(form)
            if made and not is_over(self.network.events[made], self.now):
                self.show_event(made)
            elif made:
                self.query_one(RowList).select(made)

    def action_brief(self) -> None:
        """Show the brief."""
        if self.event is not None:
            self.app.push_screen(BriefDialog(self.book, self.clock, self.event))

    def action_import_file(self) -> None:
        """Import invitations, or who comes to an event."""
        self.app.push_screen(ImportDialog(self.book, self.clock))

    def action_wrap_up(self) -> None:
        """Debrief the event."""
        if self.event is not None:
            self.show_event(self.event.uid, debrief=True)

    def action_call_off(self) -> None:
        """Mark it as not taking place, or as taking place after all."""
        event = self.event
        if event is not None:
            self.commit(cancel(self.network, event, cancelled=not event.cancelled))

    @work
    async def action_remove(self) -> None:
        """Remove the event, if that is meant."""
        event = self.event
        if event is None or not self.may_change():
            return
        answer = await self.app.push_screen_wait(
            Ask(
                f"Remove {event.name}?",
                "Its goals, checklist and list of people go with it. What you wrote down about people stays.",
                (("r", "Remove it"), ("c", "Only mark it as cancelled"), ("k", "Keep it")),
            )
        )
        if answer == "r":
            self.commit(remove(self.network, event))
        elif answer == "c":
            self.commit(cancel(self.network, event))

    def _paint(self, uid: str, wide: int) -> Sequence[Line]:
        event = self.network.events.get(uid)
        return event_row(event, self.now, wide) if event else ()

    def _show(self, *, keep_place: bool = False) -> None:
        event = self.event
        pane = self.query_one(Pane)
        if event is None:
            pane.show(lambda _wide: ())
            return
        shown = event
        pane.show(lambda wide: event_glance(self.network, shown, self.now, wide), keep_place=keep_place)
