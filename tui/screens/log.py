"""Log an interaction: with whom, how, when, what was said, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC
from functools import partial
from typing import cast

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button

from tui.actions.interactions import edit, log
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Channel, Interaction, Note
from tui.rules.dates import moment, read_when
from tui.rules.names import first_name
from tui.rules.namesakes import told_apart
from tui.rules.phrases import listed
from tui.rules.touches import CHANNELS, DEPTHS
from tui.screens.dialog import Dialog
from tui.screens.people import PeopleDialog
from tui.store.book import Book
from tui.view.cells import clean, width
from tui.widgets import keys
from tui.widgets.fields import Field, choice_field, day_field, text_field

REACHED = ("yes", "tried only")
"""Whether somebody was reached; an attempt is recorded, and is no touch."""
_LATE = "; it counts from then"
_NAMED = 8
"""Names of those who took part that are shown; of more, how many."""
_NOTED = 12
"""People up to whom there is a field for what concerned each alone."""
_LABEL = 13
"""Cells before a field in a narrow terminal."""


class LogDialog(Dialog[bool]):
    """One interaction with one or several people; ctrl+s saves from any field."""

    BINDINGS = [keys.SAVE, keys.WITH, keys.CANCEL]

    def __init__(
        self,
        book: Book,
        clock: Clock,
        contacts: tuple[str, ...],
        interaction: Interaction | None = None,
        *,
        start: Interaction | None = None,
    ) -> None:
        """Log with some contacts (uid), with what is known already in `start`; or put an interaction right."""
        super().__init__(book, clock, "Put right what happened" if interaction else "Log an interaction")
        self._interaction, self._start = interaction, start
        self._contacts = tuple(uid for uid in contacts if uid in book.network.contacts)

    def body(self) -> ComposeResult:
        """The fields, the common ones first."""
        today = self.now.date()
        it = self._interaction or self._start or Interaction(uid="", day=today, contacts=(), channel="call")
        yield Field("With", Button(self._names(), compact=True, id="with"))
        yield text_field("What about", it.summary, placeholder="what was said, in a few words", id="summary")
        yield choice_field("How", CHANNELS, it.channel, id="channel")
        when = it.day.isoformat() if self._interaction or it.day != today else "today"
        yield day_field(
            "When",
            self.now,
            order=self.order,
            value=when,
            past=True,
            needed=True,
            ahead=False,
            late=_LATE,
            id="when",
        )
        yield choice_field("Reached", REACHED, REACHED[it.attempt], id="reached")
        yield text_field("Ask next time", it.ask_next, placeholder="what to come back to", id="ask")
        yield choice_field("Depth", DEPTHS, DEPTHS[min(max(it.depth, 0), 3)], id="depth")
        yield text_field("You gave", it.gave, placeholder="advice, a contact, an article", id="gave")
        yield text_field("You received", it.received, id="received")
        if self._interaction is None:
            yield text_field("Next step", placeholder="what you will do, if anything", id="step")
            yield day_field("By", self.now, order=self.order, id="by")
        kept = {note.contact: note.text for note in it.notes}
        yield from self._note_fields(kept)

    def on_mount(self) -> None:
        """Start with what was said."""
        super().on_mount()
        self._first_contacts = self._contacts
        self.field("summary").control.focus()

    @on(Button.Pressed, "#with")
    def _pressed(self) -> None:
        self.action_with()

    @work
    async def action_with(self) -> None:
        """Choose who took part."""
        chosen = await self.app.push_screen_wait(
            PeopleDialog(self.book, self.clock, "Who took part?", self._contacts)
        )
        if chosen is None:
            return
        self._contacts = chosen
        self.query_one("#with", Button).label = self._names()
        kept = {note.contact: note.text for note in self._notes()}
        await self.query(".note").remove()
        await self.query_one("#dialog").mount_all(self._note_fields(kept))

    def action_save(self) -> None:
        """Log it."""
        if not self.valid():
            return
        change = partial(self._edited, self._interaction) if self._interaction else self._logged
        if self.commit(change):
            self.dismiss(True)

    def dirty(self) -> bool:
        """Tell whether something was typed or somebody else chosen."""
        return super().dirty() or self._contacts != self._first_contacts

    def _logged(self) -> Change:
        when, now = read_when(self.value("when"), self.now, past=True), self.now
        just_now = when.time is None and when.day == now.date()
        return log(
            self.network,
            now,
            contacts=self._contacts,
            day=when.day,
            at=now if just_now else moment(when, now.tzinfo or UTC),
            channel=cast("Channel", self.value("channel")),
            summary=self.value("summary"),
            depth=DEPTHS.index(self.value("depth")),
            gave=self.value("gave"),
            received=self.value("received"),
            ask_next=self.value("ask"),
            notes=self._notes(),
            next_step=self.value("step"),
            next_date=self.day("by"),
            attempt=self._tried,
        )

    def _edited(self, before: Interaction) -> Change:
        when, now = read_when(self.value("when"), self.now, past=True), self.now
        same_day = when.time is None and when.day == before.day
        gone = tuple(uid for uid in before.contacts if uid not in self.network.contacts)
        after = msgspec.structs.replace(
            before,
            contacts=(*self._contacts, *gone),
            day=when.day,
            at=before.at if same_day else moment(when, now.tzinfo or UTC),
            channel=cast("Channel", self.value("channel")),
            summary=self.value("summary"),
            depth=DEPTHS.index(self.value("depth")),
            gave=self.value("gave"),
            received=self.value("received"),
            ask_next=self.value("ask"),
            notes=self._notes(),
            attempt=self._tried,
        )
        return edit(self.network, after, now)

    @property
    def _tried(self) -> bool:
        return self.value("reached") == REACHED[True]

    def _notes(self) -> tuple[Note, ...]:
        return tuple(
            Note(contact=(field.id or "").removeprefix("note-"), text=field.value.strip())
            for field in self.query(".note").results(Field)
            if field.value.strip()
        )

    def _names(self) -> Content:
        many = len(self._contacts) > _NAMED
        shown = self._contacts[: _NAMED - 1] if many else self._contacts
        more = (f"{len(self._contacts) - len(shown):,} more",) if many else ()
        return Content(clean(listed((*told_apart([self.network.contacts[uid] for uid in shown]), *more))))

    def _note_fields(self, texts: Mapping[str, str]) -> Iterator[Field]:
        """Yield a field for what concerned each of several people alone, and for whoever has such a note already."""
        people = [self.network.contacts[uid] for uid in self._contacts]
        each = len(people) <= _NOTED
        for contact, name in zip(people, told_apart(people, first_name), strict=True):
            text = texts.get(contact.uid, "")
            if text or (each and len(people) > 1):
                yield _note_field(contact.uid, name, text)


def _note_field(uid: str, name: str, text: str) -> Field:
    """Return the field for a note; a name too long to stand before it stands above."""
    field = text_field(f"With {name}", text, placeholder="what concerned them alone", id=f"note-{uid}")
    field.add_class("note")
    field.set_class(width(field.label) > _LABEL, "-above")
    return field
