"""Insights: how the network does, as pictures; behind each are the people."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.worker import get_current_worker

from tui.clock import Clock
from tui.model.change import Change
from tui.paths import documents
from tui.rules.insights.period import Period, last_year, periods
from tui.rules.insights.whole import insights
from tui.screens.base import KithScreen
from tui.screens.behind import BehindDialog
from tui.store.book import Book
from tui.view.filenames import file_name
from tui.view.insights.picture import AS_IT_IS, Picture
from tui.view.insights.pictures import pictures
from tui.view.insights.report import report
from tui.view.lines import Line, ends, line, paragraphs, wrapped
from tui.view.person import heading
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList
from tui.writing import put_new

_WIDEST = 100
"""Cells of a picture and its words at most: longer lines are hard to read."""


class _Figures(RowList):
    """The list, which tells the footer what enter and the arrows do."""

    BINDINGS = [keys.BEHIND, keys.EARLIER, keys.LATER_YEAR]


class _Side(Pane):
    """The picture, where they do the same."""

    BINDINGS = [keys.BEHIND, keys.EARLIER, keys.LATER_YEAR]

    def action_choose(self) -> None:
        """Open the people behind the figure."""
        self.screen.query_one(RowList).action_choose()


class InsightsScreen(KithScreen):
    """The figures beside the picture of the one highlighted."""

    MODE = "insights"
    STYLE = "insights"
    BINDINGS = [keys.TO_FILE, keys.BACK]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._shown: dict[str, Picture] = {}
        self._period = last_year(self.now.date())
        self._choice: tuple[Period, ...] = ()

    def body(self) -> ComposeResult:
        """List and pane."""
        with Horizontal(id="insights"):
            yield _Figures(self._paint, empty="Counting…", id="figures")
            yield _Side(id="picture")

    def on_mount(self) -> None:
        """Count."""
        super().on_mount()
        self.query_one(RowList).focus()
        self._count()

    def changed(self, change: Change | None) -> None:
        """Count anew."""
        self._count()

    @work(thread=True, exclusive=True, group="count")
    def _count(self) -> None:
        """Count in a thread, on a copy of the tables: changes go on meanwhile."""
        worker = get_current_worker()
        network, now = self.app.call_from_thread(self.network.copy), self.now
        chosen = self._period
        choice = periods(network, now.date())
        period = next((it for it in choice if it.words == chosen.words), choice[0])
        found = pictures(network, insights(network, now, period))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, found, period, choice)

    def _take(self, found: Sequence[Picture], period: Period, choice: tuple[Period, ...]) -> None:
        self._shown = {it.key: it for it in found}
        self._period, self._choice = period, choice
        headings = {0: line((period.words.capitalize(), "heading"))}
        first = next((place for place, it in enumerate(found) if it.always), None)
        if first is not None:
            headings[first] = line(("Whatever the period", "heading"))
        self.query_one(RowList).fill(list(self._shown), headings)
        self._show()

    def _paint(self, key: str, wide: int) -> Sequence[Line]:
        picture = self._shown[key]
        return (ends(line(picture.title), line((picture.figure, "strong")), wide),)

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        """Open the people behind the figure."""
        picture = self._picture()
        if picture is not None and picture.behind:
            self.app.push_screen(BehindDialog(self.book, self.clock, picture), self._go_to)

    def action_back(self) -> None:
        """Go back from the picture to the list."""
        self.query_one(RowList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back to the list from beside it."""
        return action != "back" or not self.is_mounted or not self.query_one(RowList).has_focus

    def _go_to(self, contact: str | None) -> None:
        if contact:
            self.open_contact(contact)

    def action_period(self, step: int) -> None:
        """Show the period before, or the one after."""
        if not self._choice:
            return
        place = self._choice.index(self._period) + step
        if 0 <= place < len(self._choice):
            self._period = self._choice[place]
            self._count()
        else:
            words = (
                "There is nothing earlier in the file." if step > 0 else "These are the last twelve months."
            )
            self.app.notify(words, markup=False, timeout=2)

    def action_to_file(self) -> None:
        """Save the report, and say where."""
        if not self._shown:
            return
        today = self.now.date()
        text = report(self.network, tuple(self._shown.values()), self._period, today)
        name = file_name(f"My network {self._period.words}", today, ".md")
        folder = documents()
        try:
            path = put_new(folder, name, text)
        except OSError as fault:
            self.app.notify(f"{folder / name}: {fault.strerror}.", severity="error", markup=False)
            return
        self.app.notify(f"Saved as {path}", markup=False, timeout=8)

    def _picture(self) -> Picture | None:
        return self._shown.get(self.query_one(RowList).current or "")

    def _show(self) -> None:
        picture = self._picture()
        if picture is not None:
            self.query_one(Pane).show(lambda wide: _page(picture, wide))


def _page(picture: Picture, wide: int) -> list[Line]:
    wide = min(wide, _WIDEST)
    head = ends(heading(picture.title), line((picture.figure, "strong")), wide)
    always = wrapped(f"{AS_IT_IS}.", wide, "dim") if picture.always else []
    return paragraphs([head], wrapped(picture.sentence, wide), list(picture.draw(wide)), always)
