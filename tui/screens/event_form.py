"""The form for an event: name, days, times, place, and what it is about."""

from __future__ import annotations

from functools import partial
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.actions.events import add, again, update
from tui.clock import Clock
from tui.model.records import Event
from tui.rules.entry.event import FIELDS, KINDS, Misfit, meaning, own_time, problem, read_event, typed
from tui.rules.events.again import next_time
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets.choice import Choice
from tui.widgets.fields import Field, Paragraph

_LABELS: Final = {
    "name": ("Name", "its name"),
    "kind": ("Kind", ""),
    "start": ("Day", "tomorrow, fri 18:30, 12 dec"),
    "start_time": ("Starts at", "18:30 or 6pm; empty for the whole day"),
    "end": ("Last day", "only if it lasts longer than one day"),
    "end_time": ("Ends at", "21:00"),
    "timezone": ("Time zone", "empty for your own; or tokyo"),
    "place": ("Place", "where it is"),
    "url": ("Link", "the page, or the call"),
    "topics": ("Topics", "climate, open data"),
    "notes": ("Notes", ""),
}


class EventForm(Dialog[str]):
    """Enter a new event, the next time of one that was (`like`), or edit one; gives back the uid."""

    def __init__(
        self, book: Book, clock: Clock, event: Event | None = None, *, like: Event | None = None
    ) -> None:
        words = f"{like.name} again" if like else f"Edit {event.name}" if event else "New event"
        super().__init__(book, clock, words)
        self._event, self._like = event, next_time(like) if like else None
        self._start = typed(event or self._like)
        if like is not None:
            self._start |= {"start": "", "end": ""}

    def body(self) -> ComposeResult:
        """The fields, in the order in which one knows them."""
        for name in FIELDS:
            yield self._field(name)

    def on_mount(self) -> None:
        """Start with the name."""
        super().on_mount()
        self._of("name" if self._like is None else "start").control.focus()
        self._say_own_time()

    def action_save(self) -> None:
        """Save the event."""
        if not self.valid():
            return
        try:
            after = read_event(self._values(), self.now, self._event or self._like)
        except Misfit as reason:
            field = self._of(reason.field)
            field.control.focus()
            field.say(str(reason), wrong=True)
            field.scroll_visible()
            return
        today = self.now.date()
        if self._like is not None:
            change = again(self.network, after, today)
        elif self._event is None:
            change = add(self.network, after, today)
        else:
            change = update(self.network, self._event, after, today)
        if self.commit(change):
            self.dismiss(after.uid)

    @on(Input.Changed)
    def _say_own_time(self) -> None:
        """Say when it starts on your own clock, as days, times and zone are typed."""
        words = own_time(self._values(), self.now)
        if words:
            self._of("timezone").say(words)

    def _values(self) -> dict[str, str]:
        return {name: self._of(name).value for name in FIELDS}

    def _of(self, name: str) -> Field:
        return self.query_one(f"#field-{name}", Field)

    def _field(self, name: str) -> Field:
        label, hint = _LABELS[name]
        value = self._start[name]
        control: Input | Choice | Paragraph
        if name == "kind":
            control = Choice(KINDS, value)
        elif name == "notes":
            control = Paragraph(value, lines=3)
        else:
            control = Input(value, placeholder=hint, compact=True)
        return Field(
            label,
            control,
            preview=partial(self._meaning, name),
            problem=partial(self._problem, name),
            order=self.order if name in ("start", "end") else "ask",
            id=f"field-{name}",
        )

    def _problem(self, name: str, text: str) -> str:
        return problem(name, text, self.now)

    def _meaning(self, name: str, text: str) -> str:
        if name == "timezone" and self.is_mounted:
            return own_time(self._values(), self.now) or meaning(name, text, self.now)
        return meaning(name, text, self.now)
