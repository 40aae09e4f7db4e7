"""Log an interaction: with whom, how, when, what was said, and what comes next."""

from __future__ import annotations

from datetime import UTC
from functools import partial
from typing import cast, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Button

from tui.actions.interactions import log
from tui.clock import Clock
from tui.model.records import Channel, Note
from tui.rules.dates import moment, read_when
from tui.rules.names import first_name
from tui.rules.phrases import listed
from tui.screens.dialog import Dialog
from tui.screens.people import PeopleDialog
from tui.store.book import Book
from tui.widgets import keys
from tui.widgets.fields import Field, choice_field, day_field, text_field

CHANNELS: tuple[Channel, ...] = get_args(Channel)
DEPTHS = ("not said", "small talk", "a real conversation", "it mattered")


class LogDialog(Dialog[bool]):
    """One interaction with one or several people; ctrl+s saves from any field."""

    BINDINGS = [keys.SAVE, keys.WITH, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, contacts: tuple[str, ...]) -> None:
        super().__init__(book, clock, "Log an interaction")
        self._contacts = contacts

    def body(self) -> ComposeResult:
        """The fields, the common ones first."""
        yield Field("With", Button(self._names(), compact=True, id="with"))
        yield text_field("What about", placeholder="what was said, in a few words", id="summary")
        yield choice_field("How", CHANNELS, "call", id="channel")
        yield day_field("When", self.now, value="today", past=True, needed=True, id="when")
        yield text_field("Ask next time", placeholder="the thread to pick up", id="ask")
        yield choice_field("Depth", DEPTHS, DEPTHS[0], id="depth")
        yield text_field("You gave", placeholder="advice, a contact, an article", id="gave")
        yield text_field("You received", id="received")
        yield text_field("Next step", placeholder="what you will do, if anything", id="step")
        yield day_field("By", self.now, id="by")
        for uid in self._contacts if len(self._contacts) > 1 else ():
            yield self._note_field(uid)

    def on_mount(self) -> None:
        """Start with what was said."""
        super().on_mount()
        self.query_one("#summary", Field).control.focus()

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
        kept = {field.id: field.value for field in self.query(".note").results(Field)}
        await self.query(".note").remove()
        box = self.query_one("#dialog")
        for uid in chosen if len(chosen) > 1 else ():
            await box.mount(self._note_field(uid, kept.get(f"note-{uid}", "")))

    def action_save(self) -> None:
        """Log it."""
        if not self.valid():
            return
        when = read_when(self._value("when"), self.now, past=True)
        if when.day > self.now.date():
            self.query_one("#when", Field).say(
                "That day is still to come. Log what has happened; a plan goes into 'Next step'.", wrong=True
            )
            return
        by = self._value("by")
        now = self.now
        just_now = when.time is None and when.day == now.date()
        change = partial(
            log,
            self.network,
            now,
            contacts=self._contacts,
            day=when.day,
            at=now if just_now else moment(when, now.tzinfo or UTC),
            channel=cast("Channel", self._value("channel")),
            summary=self._value("summary"),
            depth=DEPTHS.index(self._value("depth")),
            gave=self._value("gave"),
            received=self._value("received"),
            ask_next=self._value("ask"),
            notes=tuple(
                Note(contact=(field.id or "").removeprefix("note-"), text=field.value.strip())
                for field in self.query(".note").results(Field)
                if field.value.strip()
            ),
            next_step=self._value("step"),
            next_date=read_when(by, now).day if by else None,
        )
        if self.commit(change):
            self.dismiss(True)

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).value.strip()

    def _names(self) -> str:
        return listed([self.network.contacts[uid].name for uid in self._contacts]).replace("[", "\\[")

    def _note_field(self, uid: str, text: str = "") -> Field:
        name = first_name(self.network.contacts[uid])
        field = text_field(f"With {name}", text, placeholder="what concerned them alone", id=f"note-{uid}")
        field.add_class("note")
        return field
