"""The full screen of a damaged file: one page, and nothing else, before anything is written."""

from __future__ import annotations

from textual.app import App

from tui.clock import Clock
from tui.screens.recovery import RecoveryHelp, RecoveryScreen
from tui.store.faults import Damaged
from tui.widgets import keys
from tui.widgets.look import DARK, LIGHT, style_sheet


class RecoveryApp(App[str]):
    """The page of a damaged file, and nothing else."""

    TITLE = "Kith"
    CSS_PATH = [style_sheet("shared"), style_sheet("dialogs")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [keys.HELP, keys.HELP_ANYWHERE]

    def __init__(self, damaged: Damaged, clock: Clock, theme: str = "") -> None:
        """Show it in the colours that are set (`Settings.theme`); unknown ones are ours, the dark."""
        super().__init__()
        self._damaged, self._clock = damaged, clock
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme if theme in self.available_themes else DARK.name

    def on_mount(self) -> None:
        """Show the page."""
        self._page = RecoveryScreen(self._damaged.diagnosis, self._clock.today())
        self.push_screen(self._page)

    def action_help(self) -> None:
        """Explain the page, from the question over it too; once more closes that."""
        if isinstance(self.screen, RecoveryHelp):
            self.screen.dismiss(None)
        else:
            self._page.explain()


def recover(damaged: Damaged, clock: Clock, theme: str = "") -> str | None:
    """Open the page of a damaged file; returns what was done, in words, or None if all was left as it is."""
    return RecoveryApp(damaged, clock, theme).run()
