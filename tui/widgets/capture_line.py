"""The capture line: one line about somebody, with what was understood of it while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.actions.capture import Understood, capture, understand
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact, Event
from tui.model.text import one_line
from tui.rules.capture.line import Capture, read_capture, split_lines
from tui.rules.matching.named import Match
from tui.rules.moments import has_begun
from tui.rules.names import works_as
from tui.rules.namesakes import beside_names
from tui.rules.phrases import count
from tui.store.book import Book
from tui.view.capture_marks import legend
from tui.view.captured import captured
from tui.view.cells import clean
from tui.view.lines import Line, line, wrapped
from tui.widgets.completing import CompletingLine
from tui.widgets.pane import content_of
from tui.widgets.reading import reading_of
from tui.widgets.rowlist import RowList

_NEW = "new"
_HINT = "Maya Lin @Acme #climate : hiring !send deck by fri"
_LONG = 300
"""Characters from which a line is read once typing rests, and not at every key."""
_REST = 0.08
"""Seconds without a key that count as rest."""


class _Line(CompletingLine):
    """The line typed; of several pasted ones each is a line of its own."""

    class Pasted(Message):
        """Further lines came in."""

        def __init__(self, lines: list[str]) -> None:
            self.lines = lines
            super().__init__()

    def taken(self, pasted: str) -> str:
        """Take the first line, and hand the others on."""
        first, *others = split_lines(pasted) or [""]
        if others:
            self.post_message(self.Pasted(others))
        return first


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
        self._understood = Understood()
        self._named: tuple[str, Match] | None = None
        self._chose = False
        self._waiting: list[str] = []
        self._reading = reading_of(book)
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        """Line, ties, meaning."""
        yield _Line(self._start, complete=self._complete, tab=True, placeholder=_HINT, id="line")
        yield RowList(self._paint, id="ties")
        yield Static("", markup=False, id="meaning")

    def on_mount(self) -> None:
        """Read what stands there."""
        self.query_one("#ties").display = False
        self.read()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one("#line", Input).value

    @property
    def waiting(self) -> int:
        """How many pasted lines are still to come."""
        return len(self._waiting)

    def _complete(self, text: str) -> Sequence[str]:
        """Return what the line could become: names, organisations and interests that are known already."""
        return self._reading.known.in_capture(text) if len(text) < _LONG else ()

    def clear(self) -> None:
        """Make room for the next line: the next one pasted, or one to be typed."""
        box = self.query_one("#line", Input)
        box.value = clean(self._waiting.pop(0)) if self._waiting else ""
        box.cursor_position = len(box.value)
        box.focus()
        self.read()

    def read(self) -> None:
        """Read the line anew: whom and what it means, as things are now."""
        self._named = None
        self._read()

    @on(_Line.Pasted)
    def _queue(self, message: _Line.Pasted) -> None:
        message.stop()
        self._waiting += message.lines
        self._show()

    @on(Input.Changed, "#line")
    def _typed(self) -> None:
        if len(self.text) < _LONG:
            self._read()
        elif self._rest is None:
            self._rest = self.set_timer(_REST, self._read)
        else:
            self._rest.reset()

    def _read(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        self._capture = read_capture(self.text, self._clock.now(), self._book.network.settings.date_order)
        name = one_line(self._capture.name)
        if self._named is None or self._named[0] != name:
            # It goes through all names: only where this one is another than at the key before.
            self._named = self._found(name)
        before, self._understood = (
            self._understood,
            understand(
                self._book.network,
                self._capture,
                self._event,
                named=self._named[1] if self._named else Match(),
            ),
        )
        ties = [it.uid for it in self._understood.choices]
        rows = self.query_one("#ties", RowList)
        rows.display = bool(ties)
        self._chose = False
        if ties:
            same = ties == [it.uid for it in before.choices]
            ids = [_NEW, *ties] if self._understood.new_first else [*ties, _NEW]
            rows.fill(ids, select=None if same else ids[0])
            rows.styles.height = min(len(ids), 6)
        self._show()

    def _found(self, name: str) -> tuple[str, Match] | None:
        """Look a name up; None while many names are still being read, after which the line is read again."""
        reading = self._reading
        if reading.many and not reading.names.learned:
            reading.begin(self.app, self._clock)
            reading.when(lambda: reading.names.learned, self._names_read)
            return None
        return name, reading.names.find(name)

    def _names_read(self) -> None:
        if self.is_attached:
            self._read()

    @on(RowList.Moved, "#ties")
    def _show(self) -> None:
        self.query_one("#meaning", Static).update(content_of(self._meaning()))

    def on_resize(self) -> None:
        """Fit what is shown to the new width."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Choose among ties while typing."""
        rows = self.query_one("#ties", RowList)
        steps = {"down": 1, "up": -1}
        if rows.display and event.key in steps and not rows.has_focus:
            rows.action_move(steps[event.key])
            self._chose = True
            event.stop()
            event.prevent_default()

    @on(Input.Submitted, "#line")
    @on(RowList.Chosen, "#ties")
    def _entered(self, event: Message) -> None:
        event.stop()
        self.submit()

    def submit(self) -> None:
        """Hand over the line that stands there; where it may mean several people, ask whom first."""
        if self._named is None:
            # Whom a line means is known before it is saved, if it takes a moment.
            list(self._reading.names.learn())
            self._read()
        if self._rest is not None:
            self._read()
        if not self._capture.name:
            if self._waiting and not self.text.strip():
                self.clear()
                return
            words = "A name first: the words before the first mark, as in Maya Lin @Acme."
            self.query_one("#meaning", Static).update(content_of([line((words, "warn"))]))
            return
        rows = self.query_one("#ties", RowList)
        if rows.display and not rows.has_focus and not self._chose:
            # Enter on a line that was only typed is no answer to 'whom?': nobody is merged by haste.
            rows.focus()
            return
        chosen = rows.current if rows.display else None
        change = partial(
            capture,
            self._book.network,
            self._capture,
            self._clock.now(),
            event=self._event,
            contact=chosen if chosen != _NEW else None,
            new=chosen == _NEW,
            named=self._named[1] if self._named else None,
        )
        self.post_message(self.Ready(self, change, self._words()))

    def _known(self) -> Contact | None:
        """Return who it is about: somebody known without doubt, or the one of several that is highlighted."""
        if not self._understood.choices:
            return self._understood.contact
        return self._book.network.contacts.get(self.query_one("#ties", RowList).current or "")

    def _fields(self) -> list[tuple[str, str]]:
        now = self._clock.now()
        ahead = self._event is not None and not has_begun(self._event, now)
        return captured(self._capture, now.date(), known=self._known(), ahead=ahead)

    def _words(self) -> str:
        """Return what is saved in one line: 'Maya Lin: Acme, design lead; you promised the deck'."""
        plain = {"works at", "as", "interests", "talked about", "email", "phone", "profile", "notes"}
        (_, name), *said = self._fields()
        parts = [text if label in plain else f"{label} {text}" for label, text in said]
        return ": ".join(filter(None, (name, "; ".join(parts))))

    def _meaning(self) -> list[Line]:
        wide = max(self.size.width, 40)
        lines = self._understanding(wide) if self.text.strip() else legend(wide)
        if self._waiting:
            more = count(len(self._waiting), "more pasted line")
            each = "each about one person" if len(self._waiting) > 1 else "about one person"
            lines.append(line(("then          ", "dim"), (f"{more}, {each}", "accent")))
        return lines

    def _understanding(self, wide: int) -> list[Line]:
        lines: list[Line] = []
        for label, text in self._fields():
            lines += [
                ((f"{label if number == 0 else '':<14}", "dim"), *part)
                for number, part in enumerate(wrapped(text, wide - 14))
            ]
        found = self._understood
        if found.contact is not None:
            lines.append(line(("is            ", "dim"), (f"{found.contact.name}, known already", "accent")))
        elif found.choices:
            lines.append(line(("whom?         ", "dim"), ("choose above with the arrows", "warn")))
        elif found.close:
            names = ", ".join(contact.name for contact in found.close[:3])
            lines.append(line(("new, not      ", "dim"), (names, "dim")))
        lines += [part for problem in self._capture.problems for part in wrapped(problem, wide, "warn")]
        return lines

    def _paint(self, uid: str, _wide: int) -> Sequence[Line]:
        if uid == _NEW:
            return (line((f"somebody new called {self._capture.name}", "")),)
        contact: Contact = self._book.network.contacts[uid]
        beside = beside_names(self._understood.choices).get(uid) or works_as(contact)
        return (line((contact.name, "strong"), (f"  {beside}", "dim")),)
