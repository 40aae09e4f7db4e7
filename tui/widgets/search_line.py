"""The line in which one searches: it says what enter, tab and escape do there."""

from __future__ import annotations

from tui.widgets import keys
from tui.widgets.completing import Complete, CompletingLine


class SearchLine(CompletingLine):
    """A line that searches as one types; tab is offered while there is something that it completes."""

    BINDINGS = [keys.TO_LIST, keys.COMPLETE, keys.FILTERS, keys.OUT_OF_SEARCH]

    def __init__(self, *, complete: Complete, placeholder: str = "", id: str | None = None) -> None:
        self._completes = False
        super().__init__(complete=complete, tab=True, helps=True, placeholder=placeholder, select=True, id=id)

    def on_input_changed(self) -> None:
        """Show how the line could go on, and tell the footer whether it could."""
        super().on_input_changed()
        self._offer()

    def watch_selection(self) -> None:
        """Complete at the end of the line only."""
        self._offer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to complete what can be completed; tab goes to the next part of the page otherwise."""
        return self._completes if action == "complete" else True

    def action_ask_help(self) -> None:
        """Ask what can be typed here."""
        self.post_message(self.HelpAsked())

    def action_complete(self) -> None:
        """Take the first completion."""
        self.complete()

    def _offer(self) -> None:
        completes = bool(self._ahead) and self.cursor_at_end
        if completes != self._completes:
            self._completes = completes
            self.refresh_bindings()
