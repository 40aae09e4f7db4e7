"""A list edited in place: one entry a line, with as many lines as it has entries, and a completion for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events

from tui.view.cells import clean
from tui.widgets.fields import Paragraph

Complete = Callable[[str], Sequence[str]]
"""Takes an entry as far as it is typed and returns what it could become."""
Tidy = Callable[[str], str]
"""Takes an entry and returns it as it will be kept."""

_LEAST, _MOST = 1, 6
"""Lines shown at least and at most."""


class Entries(Paragraph):
    """Enter begins another entry, right takes what is offered, tab goes on to the next field."""

    def __init__(
        self,
        text: str = "",
        *,
        complete: Complete | None = None,
        tidy: Tidy | None = None,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(text, lines=_LEAST, placeholder=placeholder, id=id)
        self._complete, self._tidy = complete, tidy
        self._first = self.text
        self._whole = ""
        self._fit()

    def on_text_area_changed(self) -> None:
        """Make room for each entry."""
        self._fit()

    def update_suggestion(self) -> None:
        """Offer what the entry could become, at its end."""
        row, column = self.cursor_location
        typed = self.document.get_line(row)
        self.suggestion = self._whole = ""
        if self._complete is None or not typed.strip() or column != len(typed):
            return
        begun = typed.casefold()
        self._whole = next(
            filter(lambda it: it.casefold().startswith(begun), map(clean, self._complete(typed))), ""
        )
        self.suggestion = self._whole[len(typed) :]

    def action_cursor_right(self, select: bool = False) -> None:
        """Take what is offered, as it is written; else go on by a letter."""
        if select or not self.suggestion or not self._whole:
            super().action_cursor_right(select)
            return
        row, column = self.cursor_location
        self.replace(self._whole, (row, 0), (row, column), maintain_selection_offset=False)

    def on_blur(self, _event: events.Blur) -> None:
        """Show each entry as it will be kept; what was not touched stays as it is."""
        if self._tidy is None or self.text == self._first:
            return
        tidy = "\n".join(filter(None, (self._tidy(line) for line in self.text.splitlines())))
        if tidy != self.text:
            self.text = tidy

    def on_resize(self) -> None:
        """Make room for what is wrapped at another width, once it is."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        shown = self.wrapped_document.height if self.size.width else self.text.count("\n") + 1
        self.styles.height = min(max(shown, _LEAST), _MOST)
