"""A question with a few answers."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.rules.phrases import clipped
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.view.cells import clean, clean_lines
from tui.widgets import keys
from tui.widgets.keybar import KeyBar

_LONGEST = 200
"""Characters of a title that are looked at; a box shows fewer."""


def title(words: str) -> Content:
    """Return words as the title of a box: nothing in them is markup, and none of them acts."""
    return Content(clipped(clean(words), _LONGEST) or " ")


def measure_anew(screen: Screen[Any]) -> None:
    """Let go of the box's scrollbar at another size: with it words wrap, and the box stays too high to do without."""
    for box in screen.query("#dialog"):
        if box.show_vertical_scrollbar:
            box.show_vertical_scrollbar = False


class Ask(ModalScreen[str | None]):
    """A question with a few answers, each with its key; escape gives none, enter the only one there is."""

    BINDINGS = [keys.CLOSE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, title: str, words: str, answers: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._title, self._words, self._answers = title, words, answers

    def compose(self) -> ComposeResult:
        """Question and answers."""
        with VerticalScroll(id="dialog", can_focus=True) as box:
            box.border_title = title(self._title)
            yield Static(clean_lines(self._words), markup=False, classes="ask--words")
            for key, words in self._answers:
                text = Content.assemble((f" {key}", "bold $accent"), f"  {words}")
                yield Static(text, markup=False, classes="ask--answer", id=f"answer-{key}")
        yield KeyBar()
        yield TooSmall()

    def on_resize(self) -> None:
        """Fit the words to the new size."""
        self.call_after_refresh(measure_anew, self)

    def on_key(self, event: events.Key) -> None:
        """Take an answer by its key."""
        only = self._answers[0][0] if len(self._answers) == 1 else ""
        if event.key == "enter" and only:
            event.stop()
            self.dismiss(only)
        elif any(event.character == key for key, _ in self._answers):
            event.stop()
            self.dismiss(event.character)

    def on_click(self, event: events.Click) -> None:
        """Take the answer clicked."""
        name = event.widget.id if event.widget else None
        if name and name.startswith("answer-"):
            self.dismiss(name.removeprefix("answer-"))

    def action_back(self) -> None:
        """Give no answer."""
        self.dismiss(None)
