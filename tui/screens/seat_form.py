"""One person at an event: why, how much, and what to ask them."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.widgets import Static

from tui.actions.events import set_seat
from tui.clock import Clock
from tui.model.records import Attendee, Event
from tui.model.text import fold, one_line
from tui.rules.content import QuestionSet, questions, sound
from tui.rules.events.preparing import reasons
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.prep_rows import PRIORITIES
from tui.widgets import keys
from tui.widgets.fields import Field, Paragraph, choice_field, paragraph_field, text_field

_SETS: Final[tuple[QuestionSet, ...]] = ("path", "field", "advice", "who else")
"""Questions for an informational interview, in the order in which one asks them."""


class SeatForm(Dialog[bool]):
    """Why you want to talk to somebody, and what you want to ask."""

    BINDINGS = [keys.SAVE, keys.OFFER, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, event: Event, seat: Attendee) -> None:
        self._contact = book.network.contacts[seat.contact]
        super().__init__(book, clock, f"{self._contact.name} at {event.name}")
        self._event, self._seat = event, seat
        self._offered = 0

    def body(self) -> ComposeResult:
        """Why, priority, questions; above them the reasons in the file."""
        known = reasons(self.network, self._contact, self._event, self.now)
        if known:
            words = "\n".join(f"· {clean(reason)}" for reason in known[:4])
            yield Static(words, markup=False, classes="hint seat--reasons")
        yield text_field("Why", self._seat.why, placeholder="what makes it worth it", id="why")
        place = min(max(self._seat.priority, 1), len(PRIORITIES)) - 1
        yield choice_field("Talk to them", PRIORITIES, PRIORITIES[place], id="priority")
        yield paragraph_field(
            "Questions",
            "\n".join(self._seat.questions),
            lines=4,
            placeholder="one a line (f5 suggests one)",
            id="questions",
        )

    def on_mount(self) -> None:
        """Start with why."""
        super().on_mount()
        self.query_one("#why", Field).control.focus()

    def action_offer(self) -> None:
        """Put the next question of the collection below those that stand there."""
        box = self.query_one("#questions Paragraph", Paragraph)
        lines = [text for text in box.text.splitlines() if text.strip()]
        has = {fold(one_line(text)) for text in lines}
        offers = [text for text in self._questions() if fold(text) not in has]
        if not offers:
            self.query_one("#questions", Field).say("There are no more; these will fill an evening.")
            return
        self._offered = self._offered % len(offers)
        box.text = "\n".join([*lines, offers[self._offered]])
        box.focus()
        box.move_cursor(box.document.end)

    def action_save(self) -> None:
        """Save it."""
        asked = self.query_one("#questions", Field).value.splitlines()
        seat = replace(
            self._seat,
            why=one_line(self.query_one("#why", Field).value),
            priority=PRIORITIES.index(self.query_one("#priority", Field).value) + 1,
            questions=tuple(dict.fromkeys(filter(None, map(one_line, asked)))),
        )
        if self.commit(set_seat(self.network, self._event, seat)):
            self.dismiss(True)

    def _questions(self) -> list[str]:
        own = sound(self.network.own_words)
        if self._event.kind != "informational interview":
            return [it.text for it in questions("follow-up", own)]
        return [it.text for name in _SETS for it in questions(name, own)]
