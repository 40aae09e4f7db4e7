"""Contacts: everybody you know, found as you type, beside what you know of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from tui.actions.contacts import archive, unarchive
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.rules.phrases import count
from tui.rules.search import Finder, parse
from tui.rules.starters import starters
from tui.screens.base import KithScreen
from tui.screens.capture import CaptureDialog
from tui.screens.contact_form import ContactForm
from tui.screens.draft import DraftDialog
from tui.screens.importing import ImportDialog
from tui.screens.log import LogDialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.contact_rows import contact_line
from tui.view.lines import Line, paragraphs, wrapped
from tui.view.person import glance, heading
from tui.view.timeline import timeline
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

_SAY = 4
"""Starters shown beside a contact at once."""


class ContactsScreen(KithScreen):
    """The list beside the person."""

    MODE = "contacts"
    STYLE = "contacts"
    BINDINGS = [
        keys.NEW,
        keys.EDIT,
        keys.LOG,
        keys.MESSAGE,
        keys.OTHERS,
        keys.ARCHIVE,
        keys.IMPORT_FILE,
        keys.BACK,
    ]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._finder = Finder(self.network)
        self._page = 0

    def body(self) -> ComposeResult:
        """Search line, list, pane."""
        with Horizontal(id="contacts"):
            with Vertical(id="people"):
                yield Input(
                    placeholder="Search: maya #climate @acme due:",
                    compact=True,
                    id="search",
                )
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

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self.query_one("#search", Input).focus()

    def show_contact(self, contact: str) -> None:
        """Highlight somebody, whatever was searched for."""
        rows = self.query_one(RowList)
        if not rows.select(contact):
            self.query_one("#search", Input).value = ""
            self._find()
            rows.select(contact)
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
        """Offer what needs somebody only where somebody is highlighted."""
        if action in {"edit", "log", "message", "others", "archive"} and self.is_mounted:
            return self.contact is not None
        return True

    @property
    def contact(self) -> Contact | None:
        """Whoever is highlighted."""
        return self.network.contacts.get(self.query_one(RowList).current or "")

    def action_back(self) -> None:
        """Leave the pane or the search line, then clear the search."""
        box, rows = self.query_one("#search", Input), self.query_one(RowList)
        if rows.has_focus:
            box.value = ""
        else:
            rows.focus()

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

    def action_archive(self) -> None:
        """Put somebody away, or bring them back."""
        contact = self.contact
        if contact is not None:
            change = unarchive if contact.archived else archive
            self.commit(change(self.network, contact))

    def action_import_file(self) -> None:
        """Import connections."""
        self.app.push_screen(ImportDialog(self.book, self.clock))

    def _find(self, *, keep_place: bool = False) -> None:
        typed = self.query_one("#search", Input).value
        query = parse(typed)
        found = self._finder.find(query, self.now)
        ids = [contact.uid for contact in found]
        rows = self.query_one(RowList)
        name = clean(typed.strip())
        empty = (
            f"Nobody found.\n\nenter adds “{name}”."
            if name
            else "Nobody here yet.\n\na adds somebody in one line, n in a form; ctrl+o imports your connections."
        )
        first = ids[0] if ids and typed and not keep_place else None
        rows.fill(ids, empty=empty, select=first)
        words = count(len(ids), "contact")
        self.query_one("#found", Static).update("  ".join((words, *query.problems)))
        self._show()

    def _add_typed(self) -> None:
        typed = self.query_one("#search", Input).value.strip()
        if typed:
            self.app.push_screen(CaptureDialog(self.book, self.clock, typed=typed))

    def _paint(self, uid: str, wide: int) -> Sequence[Line]:
        contact = self.network.contacts[uid]
        today = self.now.date()
        last = self._finder.last_touch(contact, today)
        due = self._finder.next_due(contact, today)
        return (contact_line(contact, last, due, today, wide),)

    def _show(self) -> None:
        contact = self.contact
        pane = self.query_one(Pane)
        if contact is None:
            pane.show(lambda _wide: ())
            return
        shown = contact
        pane.show(lambda wide: self._about(shown, wide))

    def _about(self, contact: Contact, wide: int) -> list[Line]:
        now = self.now
        said = starters(self.network, contact, now, page=self._page)[:_SAY]
        words = [part for it in said for part in wrapped(f"“{it.text}”", wide, indent=" ")]
        past = timeline(self.network, contact, now, wide)
        notes = wrapped(contact.notes, wide) if contact.notes else []
        return paragraphs(
            glance(self.network, contact, now, wide),
            [*_links(contact, wide)],
            [heading("Notes"), *notes] if notes else [],
            [heading("You could say"), *words] if words else [],
            [heading("Timeline"), *past] if past else [],
        )


def _links(contact: Contact, wide: int) -> list[Line]:
    return [
        part
        for address in (*contact.emails, *contact.phones, *contact.profiles)
        for part in wrapped(address, wide, "dim")
    ]
