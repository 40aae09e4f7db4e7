"""A line that completes what is typed in it from what is known already."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message

from tui.view.cells import clean
from tui.widgets.fields import OneLine

Complete = Callable[[str], Sequence[str]]
"""Takes what stands in a line and returns what the whole of it could become, the likeliest first."""


class CompletingLine(OneLine):
    """A line with a completion behind the cursor, which the right arrow takes; typing on passes it by.

    With `tab` that key takes the first completion too, where there is one. In a form it does not: there it
    goes to the next field, and nobody wants more in a field than was typed.
    """

    class HelpAsked(Message):
        """A question mark was typed where it asks for help."""

    def __init__(
        self,
        value: str = "",
        *,
        complete: Complete,
        tab: bool = False,
        helps: bool = False,
        placeholder: str = "",
        select: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(value, placeholder=placeholder, select=select, id=id)
        self._complete, self._tab, self._helps = complete, tab, helps
        self._ahead: Sequence[str] = ()
        self._whole = ""

    def on_input_changed(self) -> None:
        """Show how the line could go on: what is typed stays as it is typed until the completion is taken."""
        begun = self.value.casefold()
        self._ahead = self._completions()
        self._whole = next(
            (it for it in self._ahead if it.casefold().startswith(begun) and it != self.value), ""
        )
        self._suggestion = self.value + self._whole[len(self.value) :] if self._whole else ""

    def action_cursor_right(self, select: bool = False) -> None:
        """Take the completion at the end of the line; else go on by a letter."""
        if not select and self.cursor_at_end and self._suggestion and self._whole:
            self._take(self._whole)
        else:
            super().action_cursor_right(select)

    def on_key(self, event: events.Key) -> None:
        """Take the first completion with tab, where that is what tab is for; ask for help where `?` does that."""
        if event.character == "?" and self._helps:
            self.post_message(self.HelpAsked())
            event.stop()
            event.prevent_default()
        elif event.key == "tab" and self._tab and self.complete():
            event.stop()
            event.prevent_default()

    def complete(self) -> bool:
        """Take the first completion; False where there is none."""
        ahead = self._completions()
        if ahead:
            self._take(ahead[0])
        return bool(ahead)

    def _completions(self) -> Sequence[str]:
        if not self.value.strip() or not self.cursor_at_end:
            return ()
        # What is known may have come from a file.
        return [clean(it) for it in self._complete(self.value)]

    def _take(self, whole: str) -> None:
        self.value = whole
        self.cursor_position = len(whole)
