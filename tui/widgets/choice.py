"""A choice among few words, all in view."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.view.cells import width


class Choice(Widget, can_focus=True):
    """A choice among few: all shown in a line, left and right move it, a first letter jumps."""

    BINDINGS = [
        Binding("left", "step(-1)", "Before", show=False),
        Binding("right", "step(1)", "Next", show=False),
        Binding("space", "step(1)", "Next", show=False),
        Binding("enter", "submit", "On", show=False),
    ]

    value: reactive[str] = reactive("", layout=True)
    """The word chosen."""

    class Submitted(Message):
        """Enter was pressed: as in a field for text, go on or save."""

    class Changed(Message):
        """Another word was chosen."""

        def __init__(self, choice: Choice, value: str) -> None:
            self.choice, self.value = choice, value
            super().__init__()

        @property
        def control(self) -> Choice:
            """The choice it came from."""
            return self.choice

    def __init__(self, options: Sequence[str], value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.options = tuple(options)
        self.set_reactive(Choice.value, value if value in self.options else self.options[0])

    def render(self) -> Content:
        """All options, the chosen one marked by brackets as well as by colour."""
        spans: list[tuple[str, str]] = []
        for number, options in enumerate(self._lines(self.content_size.width)):
            spans += [("\n", "")] if number else []
            for option in options:
                chosen = option == self.value
                style = ("bold $accent reverse" if self.has_focus else "bold $accent") if chosen else ""
                # A space that can't be broken at: an option stands on one line.
                words = option.replace(" ", "\N{NO-BREAK SPACE}")
                spans += [(f"[{words}]" if chosen else f" {words} ", style or "$secondary"), (" ", "")]
        return Content.assemble(*spans)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the options need."""
        return len(self._lines(width))

    def _lines(self, wide: int) -> list[list[str]]:
        """Return the options of each line: as many as have room, and one at least."""
        lines: list[list[str]] = [[]]
        used = 0
        for option in self.options:
            need = width(option) + 3
            # The last needs no space behind it.
            if lines[-1] and used + need - 1 > wide > 0:
                lines.append([])
                used = 0
            lines[-1].append(option)
            used += need
        return lines

    def watch_value(self, value: str) -> None:
        """Tell that another word was chosen."""
        self.post_message(self.Changed(self, value))

    def action_submit(self) -> None:
        """Go on, or save, as enter does in a field for text."""
        self.post_message(self.Submitted())

    def action_step(self, step: int) -> None:
        """Choose the next or the one before."""
        place = self.options.index(self.value) + step
        self.value = self.options[place % len(self.options)]

    def on_key(self, event: events.Key) -> None:
        """Jump to the next option that begins with a letter."""
        letter = (event.character or "").lower()
        if not letter.isalnum():
            return
        here = self.options.index(self.value)
        order = self.options[here + 1 :] + self.options[: here + 1]
        found = next((option for option in order if option.startswith(letter)), None)
        if found:
            self.value = found
            event.stop()

    def on_click(self, event: events.Click) -> None:
        """Choose the option clicked."""
        lines = self._lines(self.content_size.width)
        at = 0
        for option in lines[min(event.y, len(lines) - 1)]:
            at += width(option) + 3
            if event.x < at:
                self.value = option
                return
