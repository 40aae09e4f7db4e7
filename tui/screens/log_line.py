"""Log in a sentence, from anywhere: 'had a call with Maya today', shown as understood, saved with enter."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.actions.interactions import log
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact, Interaction
from tui.rules.entry.spoken import Spoken, Tie, read_spoken
from tui.rules.matching.named import Match
from tui.screens.dialog import Dialog
from tui.screens.log import LogDialog
from tui.screens.people import PeopleDialog
from tui.store.book import Book
from tui.view.said import understood
from tui.widgets import keys
from tui.widgets.completing import CompletingLine
from tui.widgets.pane import content_of
from tui.widgets.reading import reading_of

_HINT = "had a call with Maya today about the gripper"
_MANY = 3000
"""Contacts from which a sentence is read once typing rests, and not at every key."""
_REST = 0.1
"""Seconds without a key that count as rest."""


class LogLine(Dialog[bool]):
    """One line: who, how, when, what about. Nothing is saved but what is shown."""

    ENTER_SAVES = True
    TITLE_WORDS = "What happened?"
    BINDINGS = [keys.ALL_FIELDS, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, typed: str = "") -> None:
        super().__init__(book, clock)
        self._start = typed
        self._reading = reading_of(book)
        self._names: dict[str, Match] = {}
        self._chosen: dict[str, Contact] = {}
        self._said = Spoken()
        self._rest: Timer | None = None

    def body(self) -> ComposeResult:
        """The line, and what it says."""
        yield CompletingLine(
            self._start, complete=self._reading.known.with_name, tab=True, placeholder=_HINT, id="line"
        )
        yield Static("", markup=False, id="said")

    def on_mount(self) -> None:
        """Read what stands there."""
        super().on_mount()
        self._read()
        self.query_one(Input).focus()

    def dirty(self) -> bool:
        """Tell whether something was typed."""
        return bool(self._text.strip()) and self._text != self._start

    @on(Input.Changed)
    def _changed(self) -> None:
        if len(self.network.contacts) < _MANY:
            self._read()
        elif self._rest is None:
            self._rest = self.set_timer(_REST, self._read)
        else:
            self._rest.reset()

    def action_save(self) -> None:
        """Log it, asking first whom a name means that several people have."""
        self._save()

    @work
    async def _save(self) -> None:
        self._read()
        for tie in self._said.ties:
            if not await self._settled(tie):
                return
        self._read()
        if not self._said.problem and self.commit(self._change):
            self.dismiss(True)

    @work
    async def action_all_fields(self) -> None:
        """Go on in the log with all its fields, what is understood so far filled in."""
        self._read()
        said = self._said
        people = tuple(it.uid for it in said.contacts)
        start = Interaction(
            uid="",
            day=min(said.day, self.now.date()),
            contacts=people,
            channel=said.channel,
            summary=said.summary,
            attempt=said.attempt,
        )
        if await self.app.push_screen_wait(LogDialog(self.book, self.clock, people, start=start)):
            self.dismiss(True)

    async def _settled(self, tie: Tie) -> bool:
        """Ask whom a name means; False if that is not answered."""
        chosen = await self.app.push_screen_wait(
            PeopleDialog(self.book, self.clock, f"Which {tie.typed}?", among=[it.uid for it in tie.contacts])
        )
        if chosen:
            self._chosen[tie.typed] = self.network.contacts[chosen[0]]
        return bool(chosen)

    def _change(self) -> Change:
        said, now = self._said, self.now
        return log(
            self.network,
            now,
            contacts=[it.uid for it in said.contacts],
            day=said.day,
            at=said.at or (now if said.day == now.date() else None),
            channel=said.channel,
            summary=said.summary,
            attempt=said.attempt,
        )

    @property
    def _text(self) -> str:
        return self.query_one(Input).value

    def _read(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        self._said = read_spoken(self.network, self._text, self.now, named=self._named)
        wide = max(self.query_one("#said").size.width, 40)
        lines = understood(self.network, self._said, self.now, wide) if self._text.strip() else []
        self.query_one("#said", Static).update(content_of(lines))

    def _named(self, name: str) -> Match:
        """Look a name up, once for each; one that was asked about means who was chosen."""
        if name in self._chosen:
            return Match(exact=(self._chosen[name],))
        if name not in self._names:
            self._names[name] = self._reading.names.find(name)
        return self._names[name]
