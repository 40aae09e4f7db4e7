"""The form for a contact: every field of the record, the most used first."""

from __future__ import annotations

from collections.abc import Mapping

from tui.actions.contacts import add, update
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.rules.entry.contact import read_contact, typed
from tui.rules.entry.specs import GROUPS
from tui.screens.form import Form
from tui.store.book import Book


class ContactForm(Form):
    """Enter somebody new, or edit somebody known; gives back the uid."""

    def __init__(self, book: Book, clock: Clock, contact: Contact | None = None, *, name: str = "") -> None:
        """Show a contact, or an empty form, perhaps with the name that was looked for in vain."""
        values = typed(book.network, contact or Contact(uid="", name=name))
        title = f"Edit {contact.name}" if contact else "New contact"
        super().__init__(book, clock, title, GROUPS, values, made=self._read)
        self._contact = contact

    def _read(self, values: Mapping[str, str]) -> tuple[Change, str]:
        after = read_contact(self.network, values, self.now, self._contact)
        if self._contact is None:
            return add(self.network, after), after.uid
        return update(self.network, self._contact, after), after.uid
