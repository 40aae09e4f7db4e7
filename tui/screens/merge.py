"""Two records side by side: field by field what is taken, then they are one; or they are two people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from tui.actions.merging import keep_apart, merge
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.rules.matching.combining import Field, Side, compare, richer_first
from tui.screens.base import KithScreen
from tui.store.book import Book
from tui.view.lines import Line, line
from tui.view.merging import field_line, field_lines, heads, progress, sentence
from tui.widgets import keys
from tui.widgets.pane import Pane, content_of
from tui.widgets.rowlist import RowList

_GONE = "One of the two is not there any more. u takes the last step back, escape leaves."


class _Fields(RowList):
    """The list, in which left and right choose instead of scrolling."""

    BINDINGS = [keys.TAKE_LEFT, keys.TAKE_RIGHT, keys.TAKE_BOTH]


class MergeScreen(KithScreen):
    """The fields of two records: left and right choose, space takes both, enter goes on to the next choice."""

    CHANGES: ClassVar[bool] = True  # whoever can change nothing chooses nothing here
    MODE = "contacts"
    STYLE = "merging"
    BINDINGS = [keys.MERGE_THEM, keys.TWO_PEOPLE, keys.CLOSE]

    def __init__(self, book: Book, clock: Clock, first: str, second: str, *, why: str = "") -> None:
        super().__init__(book, clock)
        self._uids = (first, second)
        self._why = why
        self._chosen: dict[str, Side] = {}
        self._fields: dict[str, Field] = {}

    def body(self) -> ComposeResult:
        """The two, their fields, and the highlighted one whole."""
        yield Static("", markup=False, id="told")
        yield Static("", markup=False, id="heads")
        yield _Fields(self._paint, id="fields")
        yield Pane(id="whole", can_focus=False)

    def on_mount(self) -> None:
        """Show the fields, the first open one highlighted."""
        super().on_mount()
        both = [self.network.contacts.get(uid) for uid in self._uids]
        if all(both):
            one, other = richer_first(self.network, *(it for it in both if it))
            self._uids = (one.uid, other.uid)
        self.changed(None)
        rows = self.query_one(RowList)
        rows.focus()
        first = next((field.name for field in self._fields.values() if field.is_open), None)
        if first:
            rows.select(first)

    def on_resize(self) -> None:
        """Fit the two on top to the new width."""
        self._show_top()

    def changed(self, change: Change | None) -> None:
        """Compare anew."""
        pair = self._pair()
        found = compare(self.network, *pair) if pair else ()
        opened = [field for field in found if field.is_open]
        settled = [field for field in found if not field.is_open]
        self._fields = {field.name: field for field in (*opened, *settled)}
        headings: dict[int, Line] = {}
        if opened:
            headings[0] = line(("To choose", "heading"))
        if settled:
            headings[len(opened)] = line(("Kept as it is", "heading"))
        self.query_one(RowList).fill(list(self._fields), headings, empty="" if pair else _GONE)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be chosen of the highlighted field."""
        if not self.is_mounted:
            return True
        # What can't be merged any more is refused with a sentence; the key is not to reach the app's own M.
        if action == "take":
            field = self._field()
            if field is None or not field.is_open:
                return None
            return parameters[0] != "both" or "both" in field.sides
        return True

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._show()

    @on(RowList.Chosen)
    def _chosen_row(self) -> None:
        """Take the other side, as enter does on a field."""
        field = self._field()
        if field is not None and field.is_open:
            sides = field.sides
            self._take(field, sides[(sides.index(self._side(field)) + 1) % len(sides)])

    def action_take(self, side: Side) -> None:
        """Take what a side says, or both."""
        field = self._field()
        if field is not None and side in field.sides:
            self._take(field, side)

    def action_merge(self) -> None:
        """Make one of the two, and show them."""
        keep, other = self._uids
        if self.commit(lambda: merge(self.network, keep, other, self.now, self._chosen)):
            self.dismiss(None)

    def action_skip(self) -> None:
        """Remember that they are two."""
        if self.commit(lambda: keep_apart(self.network, *self._uids)):
            self.dismiss(None)

    def action_back(self) -> None:
        """Leave the two as they are."""
        self.dismiss(None)

    def _take(self, field: Field, side: Side) -> None:
        self._chosen[field.name] = side
        self.query_one(RowList).repaint()
        self._show()

    def _side(self, field: Field) -> Side:
        return self._chosen.get(field.name, field.suggested)

    def _field(self) -> Field | None:
        return self._fields.get(self.query_one(RowList).current or "")

    def _pair(self) -> tuple[Contact, Contact] | None:
        left, right = (self.network.contacts.get(uid) for uid in self._uids)
        return (left, right) if left is not None and right is not None else None

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        field = self._fields[name]
        return (field_line(field, self._side(field), wide),)

    def _show(self) -> None:
        field = self._field()
        self.query_one(Pane).show(lambda wide: field_lines(field, self._side(field), wide) if field else ())
        self._show_top()
        self.refresh_bindings()

    def _show_top(self) -> None:
        pair, wide = self._pair(), self.size.width - 3
        if wide < 1:
            return
        why = f"One person or two? {sentence(self._why)} " if self._why else "One person or two? "
        words = why + progress(tuple(self._fields.values()), self._chosen) if pair else _GONE
        self.query_one("#told", Static).update(words)
        self.query_one("#heads", Static).update(
            content_of(heads(self.network, *pair, self.now, wide)) if pair else ""
        )
