"""What to say to one person: pinned, your own, and found; and the line in which your own is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from tui.actions.events import reword
from tui.actions.starters import mark_used, mark_worked, pin, remove_own, unpin
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact, Event
from tui.model.text import one_line
from tui.rules.events.preparing import is_question
from tui.rules.starters import beside, starters
from tui.rules.starters.suggestion import Suggestion
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.lines import Line
from tui.view.prep_details import said_lines
from tui.widgets import keys
from tui.widgets.fields import Field, text_field
from tui.widgets.look import style_sheet
from tui.widgets.rowlist import RowList

_LINES = 4
"""Lines that one starter may take; a longer fact is cut, and stands whole in the pane of the preparation."""


class SayDialog(Dialog[None]):
    """Starters for one person at an event, all in full: pin, let go, write your own, see others."""

    CHANGES = False
    CSS_PATH = style_sheet("prep")
    BINDINGS = [
        keys.PIN,
        keys.SAID,
        keys.WORKED,
        keys.NEW,
        keys.EDIT,
        keys.OTHERS,
        keys.DELETE,
        keys.UNDO_HERE,
        keys.CLOSE,
    ]

    def __init__(self, book: Book, clock: Clock, contact: str, event: str | None = None) -> None:
        self._uid, self._event_uid = contact, event
        super().__init__(book, clock, f"What to say to {book.network.contacts[contact].name}")
        self._page = 0
        self._unlisten: Callable[[], None] = lambda: None
        self._said: dict[str, Suggestion] = {}

    @property
    def contact(self) -> Contact:
        """Who is spoken to."""
        return self.network.contacts[self._uid]

    @property
    def event(self) -> Event | None:
        """Where."""
        return self.network.events.get(self._event_uid or "")

    def body(self) -> ComposeResult:
        """How to address them, and the list."""
        yield Static(clean(beside(self.contact)), markup=False, classes="hint", id="manners")
        yield RowList(self._paint, gap=1, empty="Nothing found. n writes your own.", id="say")

    def on_mount(self) -> None:
        """Show the best."""
        super().on_mount()
        self.query_one("#manners").display = bool(beside(self.contact))
        self._fill()
        self.query_one(RowList).focus()
        self._unlisten = self.book.listen(self._heard)

    def on_unmount(self) -> None:
        """Hear no more."""
        self._unlisten()

    def _heard(self, _change: Change) -> None:
        """Find words anew after a change, or the way out where undo took the person themselves."""
        if self._uid in self.network.contacts:
            self._fill()
        elif self.is_current:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something for the words highlighted."""
        if action == "save":
            return False
        if not self.is_mounted or action not in {"pin", "done", "worked", "edit", "remove"}:
            return True
        said = self.said
        if said is None or is_question(self.contact, said):
            return False
        if action in {"edit", "remove"}:
            return said.kind == "own" if action == "edit" else bool(said.state)
        return True

    @property
    def said(self) -> Suggestion | None:
        """The words highlighted."""
        return self._said.get(self.query_one(RowList).current or "")

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        super().on_resize()
        self.call_after_refresh(self._show)

    def on_row_list_moved(self) -> None:
        """Offer the keys that fit."""
        self.refresh_bindings()

    def action_pin(self) -> None:
        """Pin the words, or let them go."""
        said = self.said
        if said is None:
            return
        if said.state == "pinned":
            self.commit(unpin(self.network, self.contact, said), quiet=True)
        else:
            self.commit(pin(self.network, self.contact, said, event=self._event_uid), quiet=True)

    def action_done(self) -> None:
        """Say that you said it: it makes room for others."""
        if self.said is not None:
            self.commit(mark_used(self.network, self.contact, self.said, event=self._event_uid))

    def action_worked(self) -> None:
        """Say that it led somewhere."""
        if self.said is not None:
            self.commit(mark_worked(self.network, self.contact, self.said, event=self._event_uid))

    def action_remove(self) -> None:
        """Let the words go."""
        said = self.said
        if said is not None:
            own = said.kind == "own"
            take_out = remove_own(self.network, self.contact, said.text)
            self.commit(take_out if own else unpin(self.network, self.contact, said))

    @work
    async def action_new(self) -> None:
        """Write words of your own."""
        await self._write("")

    @work
    async def action_edit(self) -> None:
        """Change words of your own."""
        if self.said is not None:
            await self._write(self.said.text)

    def action_others(self) -> None:
        """Show other things to say; behind the last page the first comes again."""
        self._page += 1
        self._fill()

    async def _write(self, before: str) -> None:
        words = await self.app.push_screen_wait(WordsDialog(self.book, self.clock, before))
        if words and words != before:
            change = reword(self.network, self.contact, before, words, event=self._event_uid)
            self.commit(change, quiet=True)
            self._page = 0
            self._fill()
            self.query_one(RowList).select(words)

    def _fill(self) -> None:
        found = starters(self.network, self.contact, self.now, event=self.event, page=self._page)
        if not found and self._page:
            self._page = 0
            found = starters(self.network, self.contact, self.now, event=self.event)
        self._said = {it.text: it for it in found}
        self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        """Show the words, each as high as it is."""
        rows = self.query_one(RowList)
        wide = max(rows.scrollable_content_region.width - 2, 1)
        rows.fill(list(self._said), heights=[len(self._paint(it, wide)) for it in self._said])

    def _paint(self, text: str, wide: int) -> Sequence[Line]:
        said = self._said.get(text)
        return said_lines(said, wide, _LINES) if said else ()


class WordsDialog(Dialog[str]):
    """One line to say, in your own words; gives it back."""

    TITLE_WORDS = "In your own words"
    ENTER_SAVES = True

    def __init__(self, book: Book, clock: Clock, words: str = "") -> None:
        super().__init__(book, clock)
        self._words = words

    def body(self) -> ComposeResult:
        """The line."""
        yield text_field(
            "Say", self._words, placeholder="a question is best", problem=_words_problem, id="words"
        )

    def on_mount(self) -> None:
        """Start writing."""
        super().on_mount()
        self.query_one("#words", Field).control.focus()

    def action_save(self) -> None:
        """Hand the words over."""
        if self.valid():
            self.dismiss(one_line(self.query_one("#words", Field).value))


def _words_problem(text: str) -> str:
    return "" if text.strip() else "A few words first, or escape to leave it."
