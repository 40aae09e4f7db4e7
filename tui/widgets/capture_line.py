"""The capture line: one line about somebody, with what was understood of it while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from tui.actions.capture import Understood, capture, understand
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact, Event
from tui.rules.capture import Capture, read_capture
from tui.rules.names import works_as
from tui.store.book import Book
from tui.view.captured import captured
from tui.view.cells import clean
from tui.view.lines import Line, line, wrapped
from tui.widgets.fields import OneLine
from tui.widgets.pane import content_of
from tui.widgets.rowlist import RowList

_NEW = "new"
_HINT = "Maya Lin @Acme, design lead #climate : hiring !send the deck by fri"
_LEGEND = tuple(
    line(*((text, "accent" if number % 2 == 0 else "dim") for number, text in enumerate(row)))
    for row in (
        ("@", " organisation, title   ", "#", " interest          ", ":", " what you talked about"),
        ("!", " I promise … by fri    ", "<", " they promise …    ", "?", " needs   ", "+", " offers"),
        (">", " when to write         ", "~", " introduced by     ", "=", " tier    ", "***", " depth"),
    )
)
"""The marks, shown while nothing is typed."""


class CaptureLine(Vertical):
    """A line, what it means, and whom it means; posts the Change, and saves nothing itself."""

    class Ready(Message):
        """A line is to be saved."""

        def __init__(self, source: CaptureLine, change: Callable[[], Change], words: str) -> None:
            self.source, self.change, self.words = source, change, words
            super().__init__()

    def __init__(
        self, book: Book, clock: Clock, *, event: Event | None = None, typed: str = "", id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._book, self._clock, self._event, self._start = book, clock, event, typed
        self._capture = Capture()
        self._understood: Understood | None = None
        self._chose = False

    def compose(self) -> ComposeResult:
        """Line, ties, meaning."""
        yield OneLine(self._start, placeholder=_HINT, id="line")
        yield RowList(self._paint, id="ties")
        yield Static("", markup=False, id="meaning")

    def on_mount(self) -> None:
        """Read what stands there."""
        self.query_one("#ties").display = False
        self._read()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one("#line", Input).value

    def clear(self) -> None:
        """Make room for the next line."""
        self.query_one("#line", Input).value = ""
        self.query_one("#line", Input).focus()

    @on(Input.Changed, "#line")
    def _read(self) -> None:
        self._capture = read_capture(self.text, self._clock.now())
        self._understood = understand(self._book.network, self._capture, self._event)
        ties = self._understood.choices
        rows = self.query_one("#ties", RowList)
        rows.display = bool(ties)
        self._chose = False
        if ties:
            rows.fill([*(contact.uid for contact in ties), _NEW])
            rows.styles.height = min(len(ties) + 1, 6)
        self.query_one("#meaning", Static).update(content_of(self._meaning()))

    def on_key(self, event: events.Key) -> None:
        """Choose among ties while typing."""
        rows = self.query_one("#ties", RowList)
        steps = {"down": 1, "up": -1}
        if rows.display and event.key in steps:
            rows.action_move(steps[event.key])
            self._chose = True
            event.stop()
            event.prevent_default()

    @on(Input.Submitted, "#line")
    @on(RowList.Chosen, "#ties")
    def _entered(self, event: Message) -> None:
        event.stop()
        rows = self.query_one("#ties", RowList)
        if rows.display and not rows.has_focus and not self._chose:
            # Enter on a line that was only typed is no answer to 'whom?': nobody is merged by haste.
            rows.focus()
            return
        self.submit()

    def submit(self) -> None:
        """Hand over the line that stands there."""
        if not self._capture.name or self._understood is None:
            words = "A name first: the words before the first mark, as in Maya Lin @Acme."
            self.query_one("#meaning", Static).update(content_of([line((words, "warn"))]))
            return
        rows = self.query_one("#ties", RowList)
        chosen = rows.current if rows.display else None
        change = partial(
            capture,
            self._book.network,
            self._capture,
            self._clock.now(),
            event=self._event,
            contact=chosen if chosen != _NEW else None,
            new=chosen == _NEW,
        )
        self.post_message(self.Ready(self, change, self._words()))

    def _words(self) -> str:
        """Return what is saved in one line: 'Maya Lin: Acme, design lead; you promised the deck'."""
        plain = {"works at", "as", "interests", "talked about", "email", "phone", "profile", "notes"}
        said = captured(self._capture, self._clock.today())[1:]
        parts = [text if label in plain else f"{label} {text}" for label, text in said]
        return ": ".join(filter(None, (clean(self._capture.name), "; ".join(parts))))

    def _meaning(self) -> list[Line]:
        if not self.text.strip():
            return list(_LEGEND)
        wide = max(self.size.width, 40)
        lines: list[Line] = []
        for label, text in captured(self._capture, self._clock.today()):
            lines += [
                ((f"{label if number == 0 else '':<14}", "dim"), *part)
                for number, part in enumerate(wrapped(text, wide - 14))
            ]
        known = self._understood.contact if self._understood else None
        if known is not None:
            lines.append(line(("is            ", "dim"), (f"{known.name}, known already", "accent")))
        elif self._understood is not None and self._understood.choices:
            lines.append(line(("whom?         ", "dim"), ("choose above with the arrows", "warn")))
        elif self._understood is not None and self._understood.close:
            names = ", ".join(contact.name for contact in self._understood.close[:3])
            lines.append(line(("new, not      ", "dim"), (names, "dim")))
        lines += [part for problem in self._capture.problems for part in wrapped(problem, wide, "warn")]
        return lines

    def _paint(self, uid: str, _wide: int) -> Sequence[Line]:
        if uid == _NEW:
            return (line((f"somebody new called {self._capture.name}", "")),)
        contact: Contact = self._book.network.contacts[uid]
        return (line((contact.name, "strong"), (f"  {works_as(contact)}", "dim")),)
