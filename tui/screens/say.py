"""What to say to one person: pinned, your own, and found; and the line in which your own is written."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from tui.actions.events import drop_words, put_words
from tui.clock import Clock
from tui.model.records import Contact, Event, Starter
from tui.model.text import one_line
from tui.rules.starters import beside, starters
from tui.rules.starters.suggestion import Suggestion
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.lines import Line
from tui.view.prep_details import said_lines
from tui.widgets import keys
from tui.widgets.fields import Field, text_field
from tui.widgets.rowlist import RowList

_LINES = 4
"""Lines that one starter takes: three of words and its fact, at 80 columns."""


class SayDialog(Dialog[None]):
    """Starters for one person at an event, all in full: pin, let go, write your own, see others."""

    BINDINGS = [keys.PIN, keys.NEW, keys.EDIT, keys.OTHERS, keys.DELETE, keys.BACK]

    def __init__(self, book: Book, clock: Clock, contact: str, event: str | None = None) -> None:
        self._uid, self._event_uid = contact, event
        super().__init__(book, clock, f"What to say to {book.network.contacts[contact].name}")
        self._page = 0
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
        yield Static(clean(beside(self.contact)), markup=False, classes="hint", id="beside")
        yield RowList(self._paint, row_height=_LINES, empty="Nothing found. n writes your own.", id="say")

    def on_mount(self) -> None:
        """Show the best."""
        super().on_mount()
        self.query_one("#beside").display = bool(beside(self.contact))
        self._fill()
        self.query_one(RowList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something for the words highlighted."""
        if not self.is_mounted or action not in {"pin", "edit", "remove"}:
            return True
        said = self.said
        if said is None or self._is_question(said):
            return False
        return action == "pin" or (said.state == "own" if action == "edit" else bool(said.state))

    @property
    def said(self) -> Suggestion | None:
        """The words highlighted."""
        return self._said.get(self.query_one(RowList).current or "")

    def on_row_list_moved(self) -> None:
        """Offer the keys that fit."""
        self.refresh_bindings()

    def action_save(self) -> None:
        """Close: everything is saved at once."""
        self.dismiss(None)

    def action_pin(self) -> None:
        """Pin the words, or let them go."""
        said = self.said
        if said is None:
            return
        if said.state:
            self.commit(drop_words(self.network, self.contact, said.text), quiet=True)
        else:
            self.commit(put_words(self.network, self.contact, pinned(said, self._event_uid)), quiet=True)
        self._fill()

    def action_remove(self) -> None:
        """Let the words go."""
        if self.said is not None:
            self.commit(drop_words(self.network, self.contact, self.said.text))
            self._fill()

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
            starter = own_words(words, self._event_uid)
            self.commit(put_words(self.network, self.contact, starter, instead_of=before), quiet=True)
            self._page = 0
            self._fill()
            self.query_one(RowList).select(words)

    def _fill(self) -> None:
        found = starters(self.network, self.contact, self.now, event=self.event, page=self._page)
        if not found and self._page:
            self._page = 0
            found = starters(self.network, self.contact, self.now, event=self.event)
        self._said = {it.text: it for it in found}
        self.query_one(RowList).fill(list(self._said))
        self.query_one(RowList).styles.height = max(len(found), 1) * _LINES
        self.refresh_bindings()

    def _is_question(self, said: Suggestion) -> bool:
        """Tell whether the words are one of your questions; those are changed with e in the list of people."""
        return said.state == "own" and all(it.text != said.text for it in self.contact.starters)

    def _paint(self, text: str, wide: int) -> Sequence[Line]:
        said = self._said.get(text)
        return said_lines(said, wide) if said else ()


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


def pinned(said: Suggestion, event: str | None = None) -> Starter:
    """Return a suggestion as it is kept when pinned."""
    return Starter(
        text=said.text, because=said.because, kind=said.kind, depth=said.depth, state="pinned", event=event
    )


def own_words(text: str, event: str | None = None) -> Starter:
    """Return words of your own as they are kept."""
    return Starter(text=text, kind="own", state="own", event=event)


def _words_problem(text: str) -> str:
    return "" if text.strip() else "A few words first, or escape to leave it."
