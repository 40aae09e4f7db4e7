"""People who may be there twice: pair by pair, with the reason; merged, or told apart for good."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from tui.actions.merging import keep_apart
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.rules.matching.duplicates import Pair, duplicates
from tui.rules.phrases import count
from tui.screens.base import KithScreen
from tui.screens.merge import MergeScreen
from tui.store.book import Book
from tui.view.lines import Line
from tui.view.merging import beside_pair, pair_lines
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_LOOKING = "Looking for people who are there twice…"
_NOBODY = (
    "Nobody seems to be here twice.\n\n"
    "Kith compares addresses, names, and where people work. Somebody it missed: open them on the contacts screen "
    "and press M. Escape goes back."
)


class _Pairs(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.COMPARE]


class DuplicatesScreen(KithScreen):
    """The pairs beside the two people."""

    MODE = "contacts"
    STYLE = "merging"
    BINDINGS = [keys.MERGE, keys.TWO_PEOPLE, keys.UNDO_HERE, keys.CLOSE]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._pairs: dict[str, Pair] = {}
        self._looked = False

    def body(self) -> ComposeResult:
        """How many, the pairs, and both people."""
        yield Static(_LOOKING, markup=False, id="told")
        with Horizontal(id="pairs"):
            yield _Pairs(self._paint, row_height=2, id="list")
            yield Pane(id="both")

    def on_mount(self) -> None:
        """Look for them."""
        super().on_mount()
        self.query_one(RowList).focus()
        self._look()

    def changed(self, change: Change | None) -> None:
        """Drop at once what no longer stands, and look anew; other changes than of people concern no pair."""
        if change is not None and not any(isinstance(edit.record, Contact) for edit in change.edits):
            return
        self._fill([pair for pair in self._pairs.values() if self._stands(pair)])
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a pair only where one is highlighted."""
        if action == "skip" and self.is_mounted:
            return self._pair() is not None
        return True

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_merge()

    def action_merge(self) -> None:
        """Show the two side by side."""
        pair = self._pair()
        if pair is not None:
            self.app.push_screen(MergeScreen(self.book, self.clock, pair.first, pair.second, why=pair.why))

    def action_skip(self) -> None:
        """Remember that they are two."""
        pair = self._pair()
        if pair is not None:
            self.commit(lambda: keep_apart(self.network, pair.first, pair.second))

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)

    @work(thread=True, exclusive=True, group="look")
    def _look(self) -> None:
        # Half a second for 30,000 people, which nobody is to feel.
        found = duplicates(self.app.call_from_thread(self.network.copy))
        if self.is_attached:
            self.app.call_from_thread(self._found, found)

    def _found(self, found: Sequence[Pair]) -> None:
        if self.is_attached:
            self._looked = True
            self._fill([pair for pair in found if self._stands(pair)])

    def _stands(self, pair: Pair) -> bool:
        one, other = (self.network.contacts.get(uid) for uid in (pair.first, pair.second))
        return one is not None and other is not None and other.uid not in one.not_duplicates

    def _fill(self, pairs: Sequence[Pair]) -> None:
        self._pairs = {f"{pair.first} {pair.second}": pair for pair in pairs}
        empty = _NOBODY if self._looked else ""
        self.query_one(RowList).fill(list(self._pairs), empty=empty)
        words = (
            f"{count(len(pairs), 'pair')} may be one person each"
            if len(pairs) != 1
            else "One pair may be one person"
        )
        told = (
            f"{words}. enter compares; x says that they are two." if pairs else "People who are there twice"
        )
        self.query_one("#told", Static).update(told if self._looked else _LOOKING)
        self._show()
        self.refresh_bindings()

    def _pair(self) -> Pair | None:
        return self._pairs.get(self.query_one(RowList).current or "")

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        return pair_lines(self.network, self._pairs[name], wide)

    def _show(self) -> None:
        pair = self._pair()
        self.query_one(Pane).show(
            lambda wide: beside_pair(self.network, pair, self.now, wide) if pair else ()
        )
