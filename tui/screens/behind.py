"""The people behind a figure: a list to walk through, from which each can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from tui.clock import Clock
from tui.rules.cadence import last_touch
from tui.rules.names import works_as
from tui.rules.phrases import ago
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.insights.picture import Picture
from tui.view.lines import Line, ends, line
from tui.widgets import keys
from tui.widgets.rowlist import RowList


class _People(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.OPEN_ROW]


class BehindDialog(Dialog[str]):
    """Gives back the uid of whoever was chosen."""

    CHANGES = False
    BINDINGS = [keys.CLOSE]

    def __init__(self, book: Book, clock: Clock, picture: Picture) -> None:
        super().__init__(book, clock, f"{picture.title}: {picture.figure}")
        self._rows: dict[str, tuple[str, int]] = {}
        self._headings: dict[int, Line] = {}
        for group in picture.behind:
            self._headings[len(self._rows)] = line(
                (group.words[:1].upper() + group.words[1:], "heading"), (f"  {len(group.people):,}", "dim")
            )
            for place, uid in enumerate(group.people):
                depth = group.depth[place] if group.depth else 0
                self._rows[f"{len(self._rows)} {uid}"] = (uid, depth)

    def body(self) -> ComposeResult:
        """One list."""
        yield _People(self._paint, empty="Nobody.", id="behind")

    def on_mount(self) -> None:
        """Fill it."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.fill(list(self._rows), self._headings)
        rows.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave saving out: there is nothing to be saved."""
        return action != "save"

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        """Open whoever is highlighted."""
        row = self._rows.get(self.query_one(RowList).current or "")
        if row is not None:
            self.dismiss(row[0])

    def _paint(self, key: str, wide: int) -> Sequence[Line]:
        uid, depth = self._rows[key]
        contact = self.network.contacts.get(uid)
        if contact is None:
            return (line(("removed since", "dim")),)
        today = self.now.date()
        last = last_touch(self.network, contact, today)
        right = ago(last, today) if last else "no touch yet"
        work = works_as(contact)
        left = line("   " * depth, contact.name, (f"  {work}" if work else "", "dim"))
        return (ends(left, line((right, "dim")), wide),)
