"""The form for a contact: every field of the record, the most used first."""

from __future__ import annotations

from collections.abc import Mapping

from tui.actions.contacts import add, update
from tui.clock import Clock
from tui.model.records import Contact
from tui.rules.contact_entry import GROUPS, read_contact, typed
from tui.screens.form import Form
from tui.store.book import Book


class ContactForm(Form):
    """Enter somebody new, or edit somebody known; gives back the uid."""

    def __init__(self, book: Book, clock: Clock, contact: Contact | None = None) -> None:
        values = typed(book.network, contact or Contact(uid="", name=""))
        super().__init__(book, clock, f"Edit {contact.name}" if contact else "New contact", GROUPS, values)
        self._contact = contact

    def keep(self, values: Mapping[str, str]) -> None:
        """Save the contact."""
        after = read_contact(self.network, values, self.now, self._contact)
        if self._contact is None:
            change = add(self.network, after)
        else:
            change = update(self.network, self._contact, after)
        if self.commit(change):
            self.dismiss(after.uid)
