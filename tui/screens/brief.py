"""The brief of an event: one page to read, to copy, or to save in a form to carry along."""

from __future__ import annotations

from textual import work

from tui.clock import Clock
from tui.exchange.briefs import FORMS, written_brief
from tui.model.records import Event
from tui.paths import documents
from tui.rules.events.briefing import briefing
from tui.screens.ask import Ask
from tui.screens.page import Page
from tui.store.book import Book
from tui.view.brief_page import brief_lines
from tui.view.filenames import file_name
from tui.view.lines import Line
from tui.widgets import keys
from tui.widgets.look import style_sheet
from tui.writing import put_new


class BriefDialog(Page):
    """One page over the screen."""

    TITLE_WORDS = "Brief"
    WIDEST = 80
    CSS_PATH = style_sheet("prep")
    BINDINGS = [keys.TO_FILE, keys.COPY, keys.CLOSE]

    def __init__(self, book: Book, clock: Clock, event: Event) -> None:
        super().__init__()
        self._network, self._event, self._now = book.network, event, clock.now()
        self._briefing = briefing(self._network, event, self._now)

    def lines(self, wide: int) -> list[Line]:
        """Return the brief."""
        return brief_lines(self._briefing, self._now, wide)

    def action_copy(self) -> None:
        """Hand the page to the terminal's clipboard."""
        self.app.copy_to_clipboard(self._markdown())
        self.notify("Copied, if your terminal allows it; f4 saves it to a file.", markup=False)

    @work
    async def action_to_file(self) -> None:
        """Ask in which form, save the page, and say where."""
        forms = {"m": ".md", "t": ".txt", "h": ".html", "c": ".ics"}
        choices = tuple((key, f"{ending:<5}  {FORMS[ending]}") for key, ending in forms.items())
        words = "It goes into your documents; a file of that name stays as it is."
        answer = await self.app.push_screen_wait(Ask("Save the brief as", words, choices, safe=True))
        ending = forms.get(answer or "")
        if ending is None:
            return
        name = file_name(f"Brief {self._event.name}", self._event.start, ending)
        folder = documents()
        try:
            path = put_new(folder, name, written_brief(self._network, self._event, self._now, ending))
        except OSError as problem:
            self.notify(
                f"{folder / name}: {problem.strerror}. f2 copies the page.", severity="error", markup=False
            )
            return
        self.notify(f"Saved as {path}", markup=False, timeout=8)

    def _markdown(self) -> str:
        return written_brief(self._network, self._event, self._now, ".md")
