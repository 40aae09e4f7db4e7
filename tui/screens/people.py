"""Choosing people: search as you type, tab marks, enter takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.clock import Clock
from tui.rules.names import works_as
from tui.rules.namesakes import beside_names, told_apart
from tui.rules.phrases import clipped, count
from tui.rules.search.contacts import Query, parse
from tui.screens.choosing import Marking
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.lines import Line, columns, line
from tui.view.marked import marked
from tui.widgets import keys
from tui.widgets.fields import OneLine
from tui.widgets.reading import reading_of
from tui.widgets.rowlist import RowList


class PeopleDialog(Marking):
    """Gives back the contacts (uid) chosen, in the order in which they were marked."""

    CHANGES = False
    BINDINGS = [keys.TAKE, keys.MARK_ONE, keys.CANCEL]

    def __init__(
        self,
        book: Book,
        clock: Clock,
        title: str,
        chosen: Iterable[str] = (),
        *,
        without: Iterable[str] = (),
        among: Iterable[str] | None = None,
    ) -> None:
        """Offer everybody but those `without`; with `among`, those alone (uid)."""
        super().__init__(book, clock, title, chosen)
        self._without = frozenset(without)
        self._among = frozenset(among) if among is not None else None
        self._reading = reading_of(book)
        self._query = Query()
        self._beside: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """Search line and list."""
        yield OneLine(placeholder="Search: a name, #interest, @organisation, met:event", id="search")
        yield RowList(self._paint, empty="Nobody found.", id="choose")
        yield Static("", markup=False, classes="hint", id="chosen")

    def on_mount(self) -> None:
        """Show everybody, and start in the search line."""
        super().on_mount()
        self._reading.begin(self.app, self.clock)
        self._find()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _find(self) -> None:
        if not self.is_attached:
            return
        self._query = query = parse(self.query_one(Input).value)
        if not self._reading.ready(query, self.clock):
            # What stands in the line by then is looked for.
            self._reading.when(lambda: self._reading.ready(query, self.clock), self._find)
            return
        found = self._reading.finder.find(query, self.now)
        if self._without or self._among is not None:
            found = [
                it
                for it in found
                if it.uid not in self._without and (self._among is None or it.uid in self._among)
            ]
        ids = [contact.uid for contact in found]
        self._beside = beside_names(found)
        self.query_one(RowList).fill(ids, select=ids[0] if ids else None)
        self._count()

    def action_mark(self) -> None:
        """Mark or unmark whoever is highlighted, and go on to the next.

        The search stays; the next letter typed begins a new one.
        """
        if self.query_one(RowList).current is not None:
            super().action_mark()
            self.query_one(Input).select_all()

    def _count(self) -> None:
        chosen = [self.network.contacts[uid] for uid in self._chosen if uid in self.network.contacts]
        names = told_apart(chosen)
        words = "tab marks several; enter takes whoever is highlighted"
        if names:
            words = f"{count(len(names), 'person', 'people')}: {', '.join(names)}"
        self.query_one("#chosen", Static).update(clean(clipped(words, 300)))

    def _paint(self, uid: str, wide: int) -> Sequence[Line]:
        contact = self.network.contacts[uid]
        words = self._reading.finder.shown(self._query)
        first = (wide - 3) // 2
        name, work = (
            marked(line((contact.name, "strong")), words),
            marked(line((self._beside.get(uid) or works_as(contact), "dim")), words),
        )
        return (columns([(self._mark(uid), 1), (name, first), (work, wide - first - 3)], gap=1),)
