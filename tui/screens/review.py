"""The weekly review: promises, a word without a reason, events, new people; it goes on from where it stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.actions.review import begin, tick
from tui.clock import Clock
from tui.model.change import Change
from tui.model.network import Conflict
from tui.rules.queue.ranking import CHECK_IN, Row
from tui.rules.queue.review import PARTS, Item, Part, Review, gone_on, review
from tui.rules.queue.sources import due_day, step_key
from tui.screens import doors
from tui.screens.row_actions import RowActions
from tui.store.book import Book
from tui.store.faults import CannotKeep, NotSaved, ReadOnly
from tui.view.beside import about_row
from tui.view.lines import Line
from tui.view.occasions import event_glance
from tui.view.person_page import person_page
from tui.view.review import about_part, closing, item_line, part_line
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_PART = "part "


class ReviewScreen(RowActions):
    """The parts of the review, each with what there is to look at."""

    MODE = "follow_ups"
    STYLE = "review"
    BINDINGS = [
        keys.OPEN,
        keys.TICK,
        keys.MARK,
        keys.DONE,
        keys.MESSAGE,
        keys.EDIT,
        keys.HISTORY,
        keys.OTHERS,
        keys.EXPLAIN,
        keys.LEAVE,
    ]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._found: Review
        """What there is to look at; reckoned as the page is shown."""
        self._items: dict[str, Item] = {}
        self._page = 0

    def foremost(self) -> Mapping[str, str | None]:
        """Keep the way out in the footer, however narrow it is."""
        return {"back": ""}

    def body(self) -> ComposeResult:
        """The list and the pane beside it."""
        with Horizontal(id="review"):
            yield RowList(self._paint, id="parts")
            yield Pane(id="part")

    def on_mount(self) -> None:
        """Begin, or go on where it stopped."""
        super().on_mount()
        self.changed(None)
        rows = self.query_one(RowList)
        rows.focus()
        stopped = self._found.stopped_at
        if stopped is not None:
            rows.select(_PART + stopped)

    def painted(self) -> None:
        """Remember that it was begun."""
        self._begin(begin(self.network, self.now))

    def changed(self, change: Change | None) -> None:
        """Look again at what there is."""
        if change and all(edit.table == "meta" for edit in change.edits):
            found = gone_on(self._found, self.network, self.now)
        else:
            found = review(self.network, self.now)
        self._found = found
        self._items = {item.key: item for item in found.items}
        ids = []
        for part in PARTS:
            ids.append(_PART + part)
            if part not in found.done:
                ids += [item.key for item in found.of(part)]
        rows = self.query_one(RowList)
        current, known = rows.current, frozenset(ids)
        after = None
        if current is not None and current not in known:
            after = next((name for name in rows.ids[rows.index :] if name in known), None)
        rows.fill(ids, select=after)
        self._show()
        self.refresh_bindings()

    def row(self) -> Row | None:
        """Return the row of the queue that stands for what is highlighted."""
        item = self._items.get(self.query_one(RowList).current or "")
        if item is None or not item.contact:
            return None
        step = self.network.follow_ups.get(item.follow_up)
        if step is None:
            return Row(key=CHECK_IN, kind="check_in", contact=item.contact, status="soon")
        return Row(
            key=step_key(step),
            kind=step.kind,
            contact=step.contact,
            due=due_day(step),
            status="soon",
            event=step.event,
            follow_up=step.uid,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something on what is highlighted."""
        if not self.is_mounted:
            return True
        heading = (self.query_one(RowList).current or "").startswith(_PART)
        if action == "tick":
            return heading and self._found.stopped_at is not None
        if action == "open":
            return not heading
        offered = self.offers(action)
        return True if offered is None else offered

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._page = 0
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        if (self.query_one(RowList).current or "").startswith(_PART):
            self.action_tick()
        else:
            self.action_open()

    def action_tick(self) -> None:
        """Tick the part highlighted, and go on; from one that was seen, to where it stopped."""
        stopped = self._found.stopped_at
        if self._part() not in self._found.done:
            self.action_mark()
        elif stopped is not None:
            self.query_one(RowList).select(_PART + stopped)

    def action_open(self) -> None:
        """Open what is highlighted."""
        current = self.query_one(RowList).current or ""
        item = self._items.get(current)
        if item is not None and item.event:
            self.open_event(item.event, debrief=current.startswith("debrief"))
        elif item is not None and item.contact:
            self.open_contact(item.contact)
        elif item is not None:
            self.app.push_screen(doors.triage(self.book, self.clock))

    def action_mark(self) -> None:
        """Tick the part off that is highlighted, and go to the next; or take its tick back."""
        part = self._part()
        if part is None or not self.commit(lambda: tick(self.network, part, self.now), quiet=True):
            return
        rows = self.query_one(RowList)
        next_part = self._found.stopped_at if part in self._found.done else part
        rows.select(_PART + (next_part or part))
        self._show()

    def action_others(self) -> None:
        """Show other things to say."""
        self._page += 1
        self._show()

    def action_back(self) -> None:
        """Leave; it goes on from here."""
        self.dismiss()

    def _part(self) -> Part | None:
        current = self.query_one(RowList).current or ""
        if current.startswith(_PART):
            return cast("Part", current.removeprefix(_PART))
        item = self._items.get(current)
        return item.part if item else None

    def _begin(self, change: Change) -> None:
        """Remember that it was begun: no step to undo, and nothing to tell where it can't be kept."""
        try:
            if change:
                self.book.commit(change, undoable=False)
        except (ReadOnly, NotSaved, Conflict, CannotKeep) as reason:
            self.log.warning(str(reason))

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        if name.startswith(_PART):
            return (part_line(self._found, cast("Part", name.removeprefix(_PART)), wide),)
        item = self._items.get(name)
        return (item_line(item, self.network, self.now, wide),) if item else ()

    def _show(self) -> None:
        pane, part = self.query_one(Pane), self._part()
        item = self._items.get(self.query_one(RowList).current or "")
        row = self.row()
        event = self.network.events.get(item.event) if item else None
        if row is not None and row.follow_up:
            pane.show(lambda wide: about_row(self.network, row, self.now, wide, self._page))
        elif row is not None:
            contact = self.network.contacts[row.contact]
            pane.show(lambda wide: person_page(self.network, contact, self.now, wide, page=self._page))
        elif event is not None:
            pane.show(lambda wide: event_glance(self.network, event, self.now, wide))
        elif part is not None:
            over = self._found.stopped_at is None
            pane.show(
                lambda wide: closing(self._found, wide) if over else about_part(self._found, part, wide)
            )
