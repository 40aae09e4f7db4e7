"""Contacts: everybody you know, found as you type, beside what you know of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.actions.contacts import archive, unarchive
from tui.actions.pace import pause, resume
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.rules.phrases import count
from tui.rules.search.contacts import Finder, Query, parse
from tui.screens.ask import Ask
from tui.screens.base import GoBack, KithScreen
from tui.screens.capture import CaptureDialog
from tui.screens.contact_form import ContactForm
from tui.screens.draft import DraftDialog
from tui.screens.history import HistoryDialog
from tui.screens.importing import ImportDialog
from tui.screens.log import LogDialog
from tui.store.book import Book
from tui.view.beside import about_contact
from tui.view.cells import clean
from tui.view.contact_rows import contact_line
from tui.view.lines import Line
from tui.view.person import open_steps
from tui.widgets import keys
from tui.widgets.fields import OneLine
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_ABOUT_SOMEBODY = {"edit", "log", "message", "history", "others", "pause", "archive"}
"""Keys that need somebody highlighted."""


class ContactsScreen(KithScreen):
    """The list beside the person."""

    MODE = "contacts"
    STYLE = "contacts"
    BINDINGS = [
        keys.NEW,
        keys.EDIT,
        keys.LOG,
        keys.MESSAGE,
        keys.HISTORY,
        keys.OTHERS,
        keys.PAUSE,
        keys.ARCHIVE,
        keys.IMPORT_FILE,
        keys.BACK,
    ]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._finder = Finder(self.network)
        self._query = Query()
        self._page = 0
        self._beside = ""
        self._left_over = ""
        """What was searched for before somebody was opened from elsewhere; escape need not clear it."""

    def body(self) -> ComposeResult:
        """Search line, list, pane."""
        with Horizontal(id="contacts"):
            with Vertical(id="people"):
                yield OneLine(placeholder="Search: maya #climate @acme due:", select=True, id="search")
                yield Static("", markup=False, id="found")
                yield RowList(self._paint, id="list")
            yield Pane(id="person")

    def on_mount(self) -> None:
        """Show everybody."""
        super().on_mount()
        self._find()
        self.query_one(RowList).focus()

    def changed(self, change: Change | None) -> None:
        """Show what a change altered."""
        if change is None:
            self._finder = Finder(self.network)
        else:
            self._finder.changed(change)
        self._find(keep_place=True)

    def on_key(self, event: events.Key) -> None:
        """Go from the search line down into the list."""
        if event.key == "down" and self.query_one("#search", Input).has_focus:
            self.query_one(RowList).focus()
            event.stop()

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self._left_over = ""
        self.query_one("#search", Input).focus()

    def show_contact(self, contact: str) -> None:
        """Highlight somebody, whatever was searched for."""
        box, rows = self.query_one("#search", Input), self.query_one(RowList)
        if not rows.select(contact):
            box.value = ""
            self._find()
            rows.select(contact)
        self._left_over = box.value
        rows.focus()

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        self._find()

    @on(Input.Submitted, "#search")
    def _entered(self) -> None:
        rows = self.query_one(RowList)
        if rows.ids:
            rows.focus()
        else:
            self._add_typed()

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._page = 0
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.query_one(Pane).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs somebody only where somebody is highlighted; the help names it all the same."""
        if action in _ABOUT_SOMEBODY and self.is_mounted and self.contact is None:
            return None
        return True

    @property
    def contact(self) -> Contact | None:
        """Whoever is highlighted."""
        return self.network.contacts.get(self.query_one(RowList).current or "")

    def action_back(self) -> None:
        """Leave the pane or the search line, then clear the search, then go back to where one came from."""
        box, rows = self.query_one("#search", Input), self.query_one(RowList)
        if not rows.has_focus:
            rows.focus()
        elif box.value != self._left_over:
            box.value = self._left_over = ""
        else:
            self._left_over = ""
            self.app.post_message(GoBack())

    @work
    async def action_new(self) -> None:
        """Enter somebody in the form."""
        made = await self.app.push_screen_wait(ContactForm(self.book, self.clock))
        if made:
            self.show_contact(made)

    @work
    async def action_edit(self) -> None:
        """Edit whoever is highlighted."""
        if self.contact is not None:
            await self.app.push_screen_wait(ContactForm(self.book, self.clock, self.contact))

    def action_log(self) -> None:
        """Log an interaction."""
        if self.contact is not None:
            self.app.push_screen(LogDialog(self.book, self.clock, (self.contact.uid,)))

    def action_message(self) -> None:
        """Draft a message."""
        if self.contact is not None:
            self.app.push_screen(DraftDialog(self.book, self.clock, self.contact.uid))

    def action_others(self) -> None:
        """Show other things to say."""
        self._page += 1
        self._show()

    @work
    async def action_history(self) -> None:
        """Look through what happened with them, and put it right."""
        if self.contact is not None:
            await self.app.push_screen_wait(HistoryDialog(self.book, self.clock, self.contact))

    def action_pause(self) -> None:
        """Pause check-ins with them, or take them up again."""
        contact = self.contact
        if contact is not None:
            change = resume if contact.paused else pause
            self.commit(lambda: change(self.network, contact))

    @work
    async def action_archive(self) -> None:
        """Put somebody away, or bring them back; asks first where a promise is open."""
        contact = self.contact
        if contact is None:
            return
        opened = open_steps(self.network, contact)
        if opened and not contact.archived:
            what = "; ".join(step.text or "write" for step in opened[:3])
            answer = await self.app.push_screen_wait(
                Ask(
                    f"Put {contact.name} away?",
                    f"Still open between you: {what}.\n\n"
                    "It leaves the queue with them, and stays in their history.",
                    (("y", "Put them away"), ("h", "Look at what is open"), ("k", "Keep them here")),
                )
            )
            if answer == "h":
                await self.app.push_screen_wait(HistoryDialog(self.book, self.clock, contact))
            if answer != "y":
                return
        change = unarchive if contact.archived else archive
        self.commit(lambda: change(self.network, contact))

    def action_import_file(self) -> None:
        """Import connections."""
        self.app.push_screen(ImportDialog(self.book, self.clock))

    def _find(self, *, keep_place: bool = False) -> None:
        typed = self.query_one("#search", Input).value
        self._query = query = parse(typed)
        found = self._finder.find(query, self.now)
        ids = [contact.uid for contact in found]
        rows = self.query_one(RowList)
        name = clean(typed.strip())
        empty = (
            f"Nobody found.\n\nenter adds “{name}”."
            if name and _is_name(query)
            else "Nobody found. f1 lists the filters; escape shows everybody."
            if name
            else "Nobody here yet.\n\na adds somebody in one line, n in a form; ctrl+o imports your connections."
        )
        first = ids[0] if ids and typed and not keep_place else None
        rows.fill(ids, empty=empty, select=first)
        words = count(len(ids), "contact")
        told = Content.assemble(words, *((f"\n{clean(each)}", "$warning") for each in query.problems))
        self.query_one("#found", Static).update(told)
        self._show()

    def _add_typed(self) -> None:
        typed = self.query_one("#search", Input).value.strip()
        if typed and _is_name(parse(typed)):
            self.app.push_screen(CaptureDialog(self.book, self.clock, typed=typed))

    def _paint(self, uid: str, wide: int) -> Sequence[Line]:
        contact = self.network.contacts[uid]
        today = self.now.date()
        last = self._finder.last_touch(contact, today)
        due = self._finder.next_due(contact, today)
        return (contact_line(contact, last, due, today, wide, words=self._query.words),)

    def _show(self) -> None:
        contact = self.contact
        pane = self.query_one(Pane)
        if contact is None:
            pane.show(lambda _wide: ())
            return
        shown = contact
        # The place is kept where the same person is painted anew.
        keep, self._beside = contact.uid == self._beside, contact.uid
        pane.show(
            lambda wide: about_contact(self.network, shown, self.now, wide, page=self._page), keep_place=keep
        )


def _is_name(query: Query) -> bool:
    """Tell whether only words were typed, which may be somebody's name."""
    return bool(query.words) and len(query.words) == len(query.terms)
