"""A question with a few answers."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.rules.phrases import clipped
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.view.cells import clean, clean_lines
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.over import Over

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


class _Answers(VerticalScroll):
    """The box: up and down move among the answers; one alone leaves them to words longer than the page."""

    def action_scroll_down(self) -> None:
        """Highlight the answer below."""
        if not (isinstance(self.screen, Ask) and self.screen.move(1)):
            super().action_scroll_down()

    def action_scroll_up(self) -> None:
        """Highlight the answer above."""
        if not (isinstance(self.screen, Ask) and self.screen.move(-1)):
            super().action_scroll_up()


class Ask(Over[str | None]):
    """A question with a few answers, each with its key: enter takes the one highlighted, escape gives none."""

    BINDINGS = [keys.TAKE_ANSWER, keys.CLOSE]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self, title: str, words: str, answers: tuple[tuple[str, str], ...], *, safe: bool = False
    ) -> None:
        """Ask for one of the answers.

        Args:
            title: the question.
            words: what to know before one answers.
            answers: key and words of each.
            safe: whether enter may take the first at once, for it harms nothing; else none is highlighted at first.
        """
        super().__init__()
        self._title, self._words, self._answers = title, words, answers
        self._at: int | None = 0 if safe or len(answers) == 1 else None

    def compose(self) -> ComposeResult:
        """Question and answers."""
        with _Answers(id="dialog", can_focus=True) as box:
            box.border_title = title(self._title)
            yield Static(clean_lines(self._words), markup=False, classes="ask--words")
            for place, (key, _) in enumerate(self._answers):
                yield Static(self._line(place), markup=False, classes="ask--answer", id=f"answer-{key}")
        yield KeyBar()
        yield TooSmall()

    def on_resize(self) -> None:
        """Fit the words to the new size."""
        self.call_after_refresh(measure_anew, self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer enter where an answer is highlighted."""
        return self._at is not None if action == "take" else True

    def on_key(self, event: events.Key) -> None:
        """Take an answer by its key; j and k move where they are none."""
        steps = {"j": 1, "k": -1}
        if any(event.character == key for key, _ in self._answers):
            event.stop()
            self.dismiss(event.character)
        elif event.key in steps and self.move(steps[event.key]):
            event.stop()

    def on_click(self, event: events.Click) -> None:
        """Take the answer clicked."""
        name = event.widget.id if event.widget else None
        if name and name.startswith("answer-"):
            self.dismiss(name.removeprefix("answer-"))

    def move(self, step: int) -> bool:
        """Highlight the answer so many further down, from none the first or the last; False where one stands alone."""
        last = len(self._answers) - 1
        if last < 1:
            return False
        start = self._at if self._at is not None else -1 if step > 0 else last + 1
        self._at = min(max(start + step, 0), last)
        lines = self.query(".ask--answer").results(Static)
        for place, shown in enumerate(lines):
            shown.update(self._line(place))
            if place == self._at:
                shown.scroll_visible(animate=False)
        self.refresh_bindings()
        return True

    def action_take(self) -> None:
        """Give the answer highlighted."""
        if self._at is not None:
            self.dismiss(self._answers[self._at][0])

    def action_back(self) -> None:
        """Give no answer."""
        self.dismiss(None)

    def _line(self, place: int) -> Content:
        """Return an answer with its key; the one highlighted has a bar before it, to be seen without colour."""
        key, words = self._answers[place]
        here = place == self._at
        bar = ("▌", "bold $accent") if here else (" ", "")
        return Content.assemble(bar, (key, "bold $accent"), ("  ", ""), (words, "bold" if here else ""))
