"""A choice among few words, all in view."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


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
        for option in self.options:
            chosen = option == self.value
            style = ("bold $accent reverse" if self.has_focus else "bold $accent") if chosen else ""
            spans += [(f"[{option}]" if chosen else f" {option} ", style or "$secondary"), (" ", "")]
        return Content.assemble(*spans)

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
        at = 0
        for option in self.options:
            at += len(option) + 3
            if event.x < at:
                self.value = option
                return
