"""Who gets it: those who would enjoy something, each with the reason; mark several, or find somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from tui.clock import Clock
from tui.model.records import Share
from tui.rules.giving.shares import Sharing, title_of
from tui.rules.phrases import clipped, count
from tui.screens.choosing import Marking
from tui.screens.people import PeopleDialog
from tui.store.book import Book
from tui.view.lines import Line, columns, line
from tui.widgets import keys
from tui.widgets.look import style_sheet
from tui.widgets.rowlist import RowList

_NOBODY = "Nobody suggests themselves just now.\n\no finds somebody by name."


class AudienceDialog(Marking):
    """Gives back the contacts (uid) chosen, in the order in which they were marked."""

    CHANGES = False
    CSS_PATH = style_sheet("give")
    BINDINGS = [keys.TAKE, keys.MARK_HERE, keys.SOMEBODY_ELSE, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, share: Share, audience: Sequence[Sharing]) -> None:
        super().__init__(book, clock, f"Who gets “{clipped(title_of(share), 40)}”?")
        self._share = share
        self._why = {it.contact: it.why for it in audience}

    def body(self) -> ComposeResult:
        """The list, and who is marked."""
        yield RowList(self._paint, row_height=2, empty=_NOBODY, id="audience")
        yield Static("", markup=False, classes="hint", id="chosen")

    def on_mount(self) -> None:
        """Show who would enjoy it."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.fill(list(self._why))
        rows.focus()
        self._count()

    def foremost(self) -> Mapping[str, str | None]:
        """Say that taking somebody here writes to them."""
        return {"mark": "", "save": "Write"}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to mark and to take where there is somebody."""
        return bool(self._why) if action in {"mark", "save"} else True

    @work
    async def action_others(self) -> None:
        """Find somebody who is not on the list."""
        got = {sent.contact for sent in self._share.sent}
        dialog = PeopleDialog(self.book, self.clock, "Who else gets it?", without={*got, *self._why})
        for uid in await self.app.push_screen_wait(dialog) or ():
            self._why[uid] = "your choice"
            self._chosen[uid] = None
        self.query_one(RowList).fill(list(self._why), select=next(reversed(self._chosen), None))
        self._count()

    def _count(self) -> None:
        words = "space marks several; enter takes whoever is highlighted" if self._why else ""
        if self._chosen:
            several = len(self._chosen) > 1
            words = f"{count(len(self._chosen), 'message')}" + (
                ", one after the other; enter writes the first" if several else "; enter writes it"
            )
        self.query_one("#chosen", Static).update(words)
        self.refresh_bindings()

    def _paint(self, uid: str, wide: int) -> Sequence[Line]:
        name = line((self.network.contacts[uid].name, "strong"))
        return columns([(self._mark(uid), 1), (name, wide - 2)], gap=1), line((f"  {self._why[uid]}", "dim"))
