"""The form for one person met at an event: what was said, what was promised, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.actions.debrief import met
from tui.clock import Clock
from tui.model.records import Contact, Event
from tui.rules.events.debriefing import Agreed, Talk, seat_of, talk_of
from tui.rules.phrases import clipped, short_day
from tui.rules.touches import DEPTHS
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.widgets.choice import Choice
from tui.widgets.fields import Field, choice_field, day_field, text_field

_WANTED = 140
_KNOWN = 90


class DebriefPerson(Dialog[bool]):
    """One page, everything optional; gives back True once the person is written down as met."""

    def __init__(self, book: Book, clock: Clock, event: Event, contact: Contact) -> None:
        super().__init__(book, clock, f"{contact.name}, met at {event.name}")
        self._event, self._contact = event, contact
        self._talk = talk_of(self.network, event, contact.uid)

    def body(self) -> ComposeResult:
        """The fields, in the order in which one remembers."""
        seat = seat_of(self._event, self._contact.uid)
        wanted = [seat.why, *(f"ask: {it}" for it in seat.questions)] if seat else []
        if any(wanted):
            words = clean(clipped("; ".join(filter(None, wanted)), _WANTED))
            yield Static(f"Why: {words}", markup=False, classes="hint", id="wanted")
        talk = self._talk
        yield text_field(
            "What was said", talk.said, placeholder="a few words; all of this is optional", id="said"
        )
        yield choice_field("Depth", DEPTHS, DEPTHS[talk.depth], id="depth")
        yield from self._agreed("You promised", "promise", talk.promises)
        yield from self._agreed("They promised", "their", talk.theirs)
        yield self._facts("They need", self._contact.needs, "need")
        yield self._facts("They offer", self._contact.offers, "offer")
        yield text_field("Ask next time", talk.ask_next, placeholder="the thread to pick up", id="ask")
        yield day_field(
            "Write on",
            self.now,
            order=self.order,
            value=_typed(talk.write_on),
            placeholder="empty: a day after the event",
            id="write",
        )

    def on_mount(self) -> None:
        """Start with what was said."""
        super().on_mount()
        self.field("said").control.focus()
        # The focus scrolls to it before the form has its size: out of sight on a low terminal.
        self.call_after_refresh(self.query_one("#dialog").scroll_home, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Go on with enter from a choice."""
        if isinstance(self.focused, Choice) and event.key == "enter":
            event.stop()
            self.focus_next()

    @on(Input.Submitted)
    def _last_saves(self, event: Input.Submitted) -> None:
        if event.input is self.field("write").control:
            event.prevent_default()
            self.action_save()

    def action_save(self) -> None:
        """Write it down."""
        if not self.valid() or not self._sensible():
            return
        talk = Talk(
            said=self.value("said"),
            depth=DEPTHS.index(self.value("depth")),
            promises=tuple(self._typed_agreed("promise", self._talk.promises)),
            theirs=tuple(self._typed_agreed("their", self._talk.theirs)),
            needs=tuple(self.value("need").split(";")),
            offers=tuple(self.value("offer").split(";")),
            ask_next=self.value("ask"),
            write_on=self.day("write"),
        )
        write = partial(met, self.network, self._event.uid, self._contact.uid, self.now, talk)
        if self.commit(write, quiet=True):
            self.dismiss(True)

    def _agreed(self, label: str, name: str, held: tuple[Agreed, ...]) -> Iterator[Field]:
        """Yield two fields for each promise, and two more for another one."""
        for number, it in enumerate((*held, Agreed())):
            words = label if number == 0 else "and"
            placeholder = "" if number == 0 else "another one"
            yield text_field(words, it.text, placeholder=placeholder, id=f"{name}-{number}")
            yield day_field(
                "  by", self.now, order=self.order, value=_typed(it.due), id=f"{name}-by-{number}"
            )

    def _facts(self, label: str, known: tuple[str, ...], name: str) -> Field:
        words = f"known: {clipped('; '.join(known), _KNOWN)}" if known else ""
        return text_field(
            label,
            placeholder="something more" if known else "several: put ; between them",
            preview=lambda _text: words,
            id=name,
        )

    def _typed_agreed(self, name: str, held: tuple[Agreed, ...]) -> Iterator[Agreed]:
        for number, it in enumerate((*held, Agreed())):
            yield Agreed(self.value(f"{name}-{number}"), self.day(f"{name}-by-{number}"), it.uid)

    def _sensible(self) -> bool:
        """Check what goes together: a day needs a promise, and lies ahead unless it stood there before."""
        talk = self._talk
        for name, held in (("promise", talk.promises), ("their", talk.theirs)):
            for number, it in enumerate((*held, Agreed())):
                by = f"{name}-by-{number}"
                if self.day(by) and not self.value(f"{name}-{number}") and it.uid is None:
                    return self._wrong(f"{name}-{number}", "There is a day, but no promise yet: what was it?")
                if not self._ahead(by, it.due):
                    return False
        return self._ahead("write", talk.write_on)

    def _ahead(self, name: str, stood: date | None) -> bool:
        day, today = self.day(name), self.now.date()
        if day is None or day >= today or day == stood:
            return True
        return self._wrong(name, f"{short_day(day, today)} is past. Type a day ahead, such as “fri” or “2w”.")

    def _wrong(self, name: str, words: str) -> bool:
        field = self.field(name)
        field.say(words, wrong=True)
        field.control.focus()
        return False


def _typed(day: date | None) -> str:
    return day.isoformat() if day else ""
