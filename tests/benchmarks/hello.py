"""The least that a program on Textual can be: what starting one is held against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Label


class Hello(App[None]):
    """One line of text."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Say it."""
        yield Label("Hello, world!")


if __name__ == "__main__":
    Hello().run()
