"""Marks in the list of contacts: several people whom one key then means."""

from __future__ import annotations

from collections.abc import Mapping

from tui.clock import Clock
from tui.screens.contact_actions import ContactActions
from tui.store.book import Book
from tui.widgets.rowlist import RowList


class ContactMarks(ContactActions):
    """A list of people of whom some are marked."""

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._marked: dict[str, None] = {}

    @property
    def meant(self) -> tuple[str, ...]:
        """Those marked (uid), in the order marked; without marks whoever is highlighted."""
        return tuple(self._marked) or super().meant

    @property
    def several(self) -> bool:
        """Whether keys mean those marked."""
        return bool(self._marked)

    def foremost(self) -> Mapping[str, str | None]:
        """Name first what somebody marked, put away or not there yet asks for."""
        meant = self.meant
        # Stops at the first who is not: thousands may be marked.
        back = meant and all(it and it.archived for it in map(self.network.contacts.get, meant))
        away: dict[str, str | None] = {"archive": "Bring back"} if back else {}
        if self._marked:
            named: dict[str, str | None] = {"edit": "Change all", "log": "Log with all"}
            if len(self._marked) == 2:
                named["merge"] = ""
            return named | {"back": "Unmark"} | (away or {"archive": ""}) | {"export": ""}
        return away or ({} if self.network.contacts else {"capture": "", "new": "", "import_file": ""})

    def action_mark(self) -> None:
        """Mark whoever is highlighted, or let the mark go, and move on to the next."""
        rows = self.query_one(RowList)
        if rows.current is None:
            return
        if rows.current in self._marked:
            del self._marked[rows.current]
        else:
            self._marked[rows.current] = None
        rows.action_move(1)
        self._remark()

    def action_mark_all(self) -> None:
        """Mark everybody found; again lets them go."""
        found = dict.fromkeys(self.query_one(RowList).ids)
        if found.keys() <= self._marked.keys():
            self._marked = {uid: None for uid in self._marked if uid not in found}
        else:
            self._marked |= found
        self._remark()

    def unmark(self) -> None:
        """Let all marks go."""
        self._marked = {}
        self._remark()

    def _let_go_of_the_gone(self) -> None:
        """Let the marks of those go who are not there any more."""
        self._marked = {uid: None for uid in self._marked if uid in self.network.contacts}

    def _tell(self) -> None:
        """Say how many are marked."""

    def _remark(self) -> None:
        self.query_one(RowList).repaint()
        self._tell()
        self.refresh_bindings()
