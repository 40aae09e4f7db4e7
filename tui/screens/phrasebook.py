"""The phrasebook: what to say when you don't know what to say, by situation; the lines that help can be pinned."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from tui.actions.starters import pin, unpin
from tui.clock import Clock
from tui.model.records import Event
from tui.rules.content import Situation, situations, sound
from tui.rules.matching.events import event_on
from tui.rules.queue.ranking import next_event
from tui.rules.starters.openers import SITUATION_WORDS
from tui.rules.starters.suggestion import Suggestion
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.lines import Line, line, wrapped
from tui.widgets import keys
from tui.widgets.rowlist import RowList

_TITLES: dict[Situation, str] = {
    "first contact": "Speaking to somebody for the first time",
    "first talk": "A first talk that was arranged",
    "someone senior": "With somebody senior",
    "someone shy": "With somebody shy",
    "a group already talking": "Joining a group that is talking",
    "leaving politely": "Leaving a talk kindly",
    "video call": "On a video call",
}


class Phrasebook(Dialog[None]):
    """Lines by situation, your own among them; space pins one for the event that is on or comes next."""

    CHANGES = False
    BINDINGS = [keys.PIN, keys.COPY, keys.CLOSE]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock, "What to say when …")
        self._said: dict[str, Suggestion] = {}
        event = event_on(self.network, self.now) or next_event(self.network, self.now)
        self._event = event.uid if event else ""
        self._headings: dict[int, Line] = {}
        own = sound(self.network.own_words)
        for situation, lines in situations(own).items():
            self._headings[len(self._said)] = line((_TITLES[situation], "heading"))
            for it in sorted(lines, key=lambda it: it.depth):
                because = f"opener for {SITUATION_WORDS[situation]}"
                self._said[f"{situation} {it.text}"] = Suggestion(it.text, because, "opener", it.depth)

    def body(self) -> ComposeResult:
        """One list."""
        yield RowList(self._paint, id="phrases")

    def on_mount(self) -> None:
        """Fill it."""
        super().on_mount()
        self._show()
        self.query_one(RowList).focus()
        self._tell()

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        super().on_resize()
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        """Show the lines, each as high as it is."""
        rows = self.query_one(RowList)
        wide = max(rows.scrollable_content_region.width - 2, 1)
        heights = [len(self._paint(key, wide)) for key in self._said]
        rows.fill(list(self._said), self._headings, heights=heights)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pin only where there is an event to pin for."""
        return action != "save" and (action != "pin" or self._where() is not None)

    def action_pin(self) -> None:
        """Pin the line for the event, or let it go."""
        said, event = self._current(), self._where()
        if said is None or event is None:
            return
        change = unpin if self._is_pinned(said) else pin
        if self.commit(change(self.network, event, said), quiet=True):
            self.query_one(RowList).repaint()

    def action_copy(self) -> None:
        """Hand the line to the terminal's clipboard."""
        said = self._current()
        if said is not None:
            self.app.copy_to_clipboard(said.text)
            self.app.notify("Copied, if your terminal allows it.", markup=False, timeout=3)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_pin()

    def _where(self) -> Event | None:
        return self.network.events.get(self._event)

    def _current(self) -> Suggestion | None:
        return self._said.get(self.query_one(RowList).current or "")

    def _is_pinned(self, said: Suggestion) -> bool:
        event = self._where()
        return event is not None and any(
            it.state == "pinned" and it.text == said.text for it in event.starters
        )

    def _tell(self) -> None:
        event = self._where()
        box = self.query_one("#dialog")
        box.border_subtitle = f"space pins for {event.name}" if event else ""

    def _paint(self, key: str, wide: int) -> Sequence[Line]:
        said = self._said[key]
        mark = "★ " if self._is_pinned(said) else "  "
        return [line((mark, "accent"), *spans) for spans in wrapped(f"“{said.text}”", wide - 2, indent=" ")][
            :2
        ]
