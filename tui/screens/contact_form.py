"""The form for a contact: every field of the record, grouped, the most used first."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.actions.contacts import add, update
from tui.clock import Clock
from tui.model.records import Contact
from tui.rules.contact_entry import FIELDS, GROUPS, FieldSpec, problem, read_contact, typed
from tui.rules.dates import NotADate, read_when
from tui.rules.phrases import ago, short_day
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets.fields import Choice, Field, Paragraph


class ContactForm(Dialog[str]):
    """Enter somebody new, or edit somebody known; gives back the uid."""

    def __init__(self, book: Book, clock: Clock, contact: Contact | None = None) -> None:
        super().__init__(book, clock, f"Edit {contact.name}" if contact else "New contact")
        self._contact = contact
        blank = Contact(uid="", name="")
        self._values = typed(self.network, contact or blank)

    def body(self) -> ComposeResult:
        """The groups, each under its heading."""
        for title, fields in GROUPS:
            yield Static(title, markup=False, classes="form--group")
            for spec in fields:
                yield self._field(spec)

    def on_mount(self) -> None:
        """Start with the name."""
        super().on_mount()
        self.query_one("#field-name", Field).control.focus()

    def action_save(self) -> None:
        """Save the contact."""
        if not self.valid():
            return
        values = {name: self._of(name).value for name in FIELDS}
        try:
            after = read_contact(self.network, values, self.now, self._contact)
        except ValueError as reason:
            self._of("name").say(str(reason), wrong=True)
            return
        if self._contact is None:
            change = add(self.network, after)
        else:
            change = update(self.network, self._contact, after)
        if self.commit(change):
            self.dismiss(after.uid)

    def _of(self, name: str) -> Field:
        return self.query_one(f"#{_id(name)}", Field)

    def _field(self, spec: FieldSpec) -> Field:
        value = self._values[spec.name]
        control: Input | Choice | Paragraph
        if spec.kind == "choice":
            control = Choice(spec.options, value)
        elif spec.kind in {"lines", "long", "days"}:
            control = Paragraph(value, lines=3 if spec.kind == "long" else 2, placeholder=spec.hint)
        else:
            control = Input(value, placeholder=spec.hint, compact=True)
        return Field(
            spec.label,
            control,
            problem=partial(self._problem, spec.name),
            preview=self._preview if spec.kind == "day" else None,
            id=_id(spec.name),
        )

    def _problem(self, name: str, text: str) -> str:
        if name == "name" and not text.strip():
            return "A name is needed; everything else can wait."
        return problem(self.network, name, text, self.now)

    def _preview(self, text: str) -> str:
        today = self.now.date()
        try:
            day = read_when(text, self.now, past=True).day
        except NotADate:
            return ""
        return f"→ {short_day(day, today)}, {ago(day, today)}"


def _id(name: str) -> str:
    return f"field-{name.replace('.', '-')}"
