"""Follow-ups: who needs you today, why, and words to start with."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.actions.follow_ups import STEP_SKIP_DAYS, as_it_is, attempted, skip, snooze
from tui.actions.pace import pause, resume, set_tier, slower
from tui.model.change import Change
from tui.rules.moments import starts
from tui.rules.phrases import count, short_day
from tui.rules.queue.ranking import Queue, Row, debriefs, next_event, queue
from tui.rules.touches import usual_channel
from tui.screens import doors
from tui.screens.ask import Ask
from tui.screens.base import KithScreen
from tui.view.beside import about_row, row_lines
from tui.view.lines import Line, line
from tui.view.occasions import event_glance, event_line
from tui.view.person import heading
from tui.view.reasons import group, last_day
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_EVENT, _DEBRIEF, _MORE = "event ", "debrief ", "more"
_COMING = "Coming up"
_ASK_AFTER = 3
"""Times in a row that a row is put off before it is asked whether the rhythm is right (rule 6)."""

_NOBODY = (
    "Nobody needs you today. That is what all this is for.\n\n"
    "a adds somebody you met, 3 shows your events, / finds somebody to write to without a reason."
)


class FollowUpsScreen(KithScreen):
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
        keys.FOCUS,
        keys.PAUSE,
        keys.BACK,
    ]

    def body(self) -> ComposeResult:
        """The list and the pane beside it."""
        with Horizontal(id="follow-ups"):
            yield RowList(self._paint, row_height=2, empty=_NOBODY, id="queue")
            yield Pane(id="glance")

    def on_mount(self) -> None:
        """Reckon the queue."""
        super().on_mount()
        self._queue: Queue | None = None
        self._rows: dict[str, Row] = {}
        self._all = False
        self._gone: list[str] = []
        self._page = 0
        self._beside = ""
        self._worded = False
        self.changed(None)
        self.query_one(RowList).focus()
        # The queue is painted first; what could be said, and the rules that know it, come right after.
        self.call_after_refresh(self._find_words)

    def changed(self, change: Change | None) -> None:
        """Reckon the queue anew."""
        now = self.now
        self._queue = found = queue(self.network, now)
        shown = [*found.rows, *(found.more if self._all else ()), *found.coming]
        self._rows = {f"{row.contact} {row.key}": row for row in shown}
        ids: list[str] = [_DEBRIEF + event.uid for event in debriefs(self.network, now)]
        coming = next_event(self.network, now)
        if coming is not None:
            ids.append(_EVENT + coming.uid)
        headings: dict[int, Line] = {0: line(("Events", "heading"))} if ids else {}
        last = ""
        coming_rows = frozenset(found.coming)
        for name, row in self._rows.items():
            title = _COMING if row in coming_rows else group(row.kind)
            if found.more and not self._all and _MORE not in ids and _is_after_check_ins(title):
                ids.append(_MORE)
            if title != last:
                headings[len(ids)] = line((title, "heading"))
                last = title
            ids.append(name)
        if found.more and not self._all and _MORE not in ids:
            ids.append(_MORE)
        rows = self.query_one(RowList)
        rows.fill(ids, headings, select=self._comes_back(rows.current, ids))
        self._show()

    def _comes_back(self, current: str | None, ids: list[str]) -> str | None:
        """Return a row that was dealt with while highlighted and is there again, after undo; remember such rows."""
        known = frozenset(ids)
        back = next((name for name in reversed(self._gone) if name in known), None)
        if back is not None:
            self._gone.remove(back)
        if current is not None and current not in known and current != _MORE:
            self._gone.append(current)
        return back

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something on the highlighted row."""
        if not self.is_mounted:
            return True
        current = self.query_one(RowList).current or ""
        if action == "wrap_up":
            event = self.network.events.get(current.removeprefix(_DEBRIEF).removeprefix(_EVENT))
            return event is not None and starts(event, self.now) <= self.now
        row = self._rows.get(current)
        if action == "edit":
            return row is not None and row.follow_up is not None
        if action == "back":
            return self.has_class("-focus") or not self.query_one(RowList).has_focus
        if action in {
            "done",
            "snooze",
            "skip",
            "tried",
            "message",
            "pause",
            "history",
            "others",
            "focus_row",
        }:
            return row is not None
        if action == "open":
            return bool(current)
        return True

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._page = 0
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the person, the event, or the rest of the check-ins."""
        current = self.query_one(RowList).current or ""
        row = self._rows.get(current)
        if row is not None:
            self.open_contact(row.contact)
        elif current.startswith(_EVENT):
            self.open_event(current.removeprefix(_EVENT))
        elif current.startswith(_DEBRIEF):
            self.open_event(current.removeprefix(_DEBRIEF), debrief=True)
        elif current == _MORE:
            self._all = True
            self.changed(None)

    def action_wrap_up(self) -> None:
        """Debrief the event highlighted."""
        current = self.query_one(RowList).current or ""
        self.open_event(current.removeprefix(_DEBRIEF).removeprefix(_EVENT), debrief=True)

    @work
    async def action_done(self) -> None:
        """Log the touch and close the row."""
        row = self._row()
        if row is not None:
            await self.app.push_screen_wait(doors.done(self.book, self.clock, row))

    @work
    async def action_snooze(self) -> None:
        """Hide the row until a date."""
        row = self._row()
        if row is None:
            return
        until = await self.app.push_screen_wait(doors.snooze(self.book, self.clock, row))
        if until is not None and self.commit(lambda: snooze(self.network, row, self.now, until)):
            await self._ask_rhythm(row)

    @work
    async def action_skip(self) -> None:
        """Hide a check-in for one interval, anything else for a week; say so where it will not come back."""
        row = self._row()
        if row is None:
            return
        last, today = last_day(row, self.network, self.now), self.now.date()
        lapses = last is not None and (last - today).days < STEP_SKIP_DAYS
        if self.commit(lambda: skip(self.network, row, self.now), quiet=lapses):
            if last is not None and lapses:
                name = self.network.contacts[row.contact].name
                self.notify(f"Skipped {name} for good: it lapses after {short_day(last, today)}  (u undoes)")
            await self._ask_rhythm(row)

    def action_tried(self) -> None:
        """Write down that nobody answered."""
        row = self._row()
        if row is not None:
            channel = usual_channel(self.network, row.contact)
            self.commit(lambda: attempted(self.network, row, self.now, channel=channel))

    @work
    async def action_message(self) -> None:
        """Draft a message for the row."""
        row = self._row()
        if row is not None:
            await self.app.push_screen_wait(doors.draft(self.book, self.clock, row.contact, row))

    def action_pause(self) -> None:
        """Pause check-ins with the person, or take them up again."""
        row = self._row()
        contact = self.network.contacts.get(row.contact) if row else None
        if contact is not None:
            change = resume if contact.paused else pause
            self.commit(change(self.network, contact))

    @work
    async def action_edit(self) -> None:
        """Word the promise or step anew, move it, or let it go."""
        row = self._row()
        step = self.network.follow_ups.get(row.follow_up or "") if row else None
        if step is not None:
            contact = self.network.contacts[step.contact]
            await self.app.push_screen_wait(doors.step(self.book, self.clock, contact, step))

    @work
    async def action_history(self) -> None:
        """Look through what happened with the person."""
        row = self._row()
        if row is not None:
            contact = self.network.contacts[row.contact]
            await self.app.push_screen_wait(doors.history(self.book, self.clock, contact))

    def action_others(self) -> None:
        """Show other things to say."""
        self._page += 1
        self._show()

    def action_focus_row(self) -> None:
        """Give the person the whole width, one row at a time; again for the list."""
        self.toggle_class("-focus")
        self.query_one(RowList).focus()
        self.refresh_bindings()

    def action_back(self) -> None:
        """Go back to the list."""
        self.remove_class("-focus")
        self.query_one(RowList).focus()
        self.refresh_bindings()

    async def _ask_rhythm(self, row: Row) -> None:
        """After three times in a row, ask whether the rhythm is right."""
        contact = self.network.contacts.get(row.contact)
        if contact is None or row.kind != "check_in" or row.puts_off + 1 < _ASK_AFTER:
            return
        answer = await self.app.push_screen_wait(
            Ask(
                f"Is the rhythm with {contact.name} right?",
                "You put this off a few times in a row. It may simply come too often.",
                (("s", "Slower: one tier further"), ("p", "Pause until I end it"), ("a", "As it is")),
            )
        )
        if answer == "p":
            self.commit(pause(self.network, contact))
        elif answer == "s":
            self.commit(set_tier(self.network, contact, slower(contact)))
        elif answer == "a":
            self.commit(lambda: as_it_is(self.network, row), quiet=True)

    def _find_words(self) -> None:
        self._worded = True
        self._show()

    def _row(self) -> Row | None:
        return self._rows.get(self.query_one(RowList).current or "")

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        row = self._rows.get(name)
        if row is not None:
            return row_lines(self.network, row, self.now, wide)
        if name == _MORE and self._queue is not None:
            more = len(self._queue.more)
            return line(("… ", "dim"), f"{count(more, 'more check-in')}"), line(("  enter shows them", "dim"))
        event = self.network.events.get(name.removeprefix(_EVENT).removeprefix(_DEBRIEF))
        if event is None:
            return ()
        return event_line(event, self.now, wide, debrief=name.startswith(_DEBRIEF))

    def _show(self) -> None:
        name = self.query_one(RowList).current or ""
        row = self._rows.get(name)
        pane = self.query_one(Pane)
        # The place is kept where the same row is painted anew.
        keep, self._beside = name == self._beside, name
        if row is not None:
            chosen = row
            pane.show(
                lambda wide: about_row(
                    self.network, chosen, self.now, wide, self._page if self._worded else None
                ),
                keep_place=keep,
            )
            return
        if name == _MORE and self._queue is not None:
            names = [self.network.contacts[it.contact].name for it in self._queue.more]
            pane.show(lambda _wide: [heading("Also waiting"), *(line(each) for each in names)])
            return
        event = self.network.events.get(name.removeprefix(_EVENT).removeprefix(_DEBRIEF))
        if event is not None:
            pane.show(lambda wide: event_glance(self.network, event, self.now, wide))
        else:
            pane.show(lambda _wide: ())


def _is_after_check_ins(title: str) -> bool:
    """Tell whether a group stands below the check-ins, so that 'more of them' goes before it."""
    return title in (_COMING, group("reconnect"))
