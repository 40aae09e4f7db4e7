"""The full screen: `KithApp` on an open book, and `run`, which opens and closes it.

base        one open book, a clock, and a way to tell something
going       between screens, and to the pages that open from everywhere
arriving    the welcome, what is loaded later, a fresh start
tending     undo and redo; what could not be saved; the file written whole
leaving     asked for, or because the terminal is gone
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.command import Provider
from textual.driver import Driver

from tui.app.arriving import Arriving
from tui.app.leaving import Leaving
from tui.clock import Clock
from tui.config import place_of
from tui.paths import settings_file
from tui.screens import doors
from tui.screens.base import LEAST, is_too_small
from tui.store.book import Book
from tui.store.faults import NotSaved
from tui.view.cells import clean
from tui.widgets import keys
from tui.widgets.keymap import checked
from tui.widgets.look import DARK, LIGHT
from tui.widgets.pasting import keep_pastes_whole

_QUITS = frozenset({"q", "ctrl+q"})
"""Keys that quit where there is no room for anything else."""


class KithApp(Arriving, Leaving):
    """One open network on a full screen: the keys that work everywhere, colours, and all its parts."""

    TITLE = "Kith"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {doors.commands}
    BINDINGS = [
        keys.CAPTURE,
        keys.CAPTURE_MODE,
        keys.LOG_LINE,
        keys.SEARCH,
        keys.HELP,
        keys.HELP_ANYWHERE,
        keys.JUMP,
        keys.JUMP_ANYWHERE,
        keys.PROFILE,
        keys.PHRASEBOOK,
        keys.SETTINGS,
        keys.FOLLOW_UPS,
        keys.CONTACTS,
        keys.EVENTS,
        keys.GIVE,
        keys.INSIGHTS,
        keys.MERGE,
        keys.TRIAGE,
        keys.REVIEW,
        keys.TEMPLATES,
        keys.UNDO,
        keys.REDO,
        keys.PALETTE,
        keys.QUIT,
        keys.QUIT_ANYWHERE,
    ]

    def __init__(self, book: Book, clock: Clock, *, path: Path | None = None, demo: bool = False) -> None:
        settings = book.network.settings
        # Textual reads it while it begins, so it can't be set later.
        self.DEFAULT_MODE = settings.first_screen  # type: ignore[misc]
        super().__init__(book, clock)
        self.path, self.demo = path, demo
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Set before anything is styled, so that nothing is styled twice.
        self.set_reactive(App.theme, settings.theme if settings.theme in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        keymap, self._unusable = checked(
            settings.keys, lambda name: place_of(settings_file(), f"keys.{name}")
        )
        self.set_keymap(keymap)
        if settings.theme and settings.theme not in self.available_themes:
            near = get_close_matches(settings.theme, self.available_themes, 1)
            self._unusable += (
                f"{place_of(settings_file(), 'theme')}: there are no colours “{settings.theme}”, so {DARK.name} is "
                f"used{f'; did you mean {near[0]}?' if near else '.'} There are "
                f"{', '.join(sorted(self.available_themes))}.",
            )

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours; none before ours are known, since Textual asks for them once too early."""
        return super().get_css_variables() if DARK.name in self.available_themes else {}

    def get_driver_class(self) -> type[Driver]:
        """Return how the terminal is read; what is pasted comes in whole."""
        keep_pastes_whole()
        return super().get_driver_class()

    def on_mount(self) -> None:
        """Begin to tend the book and to watch the terminal; welcome whoever opens an empty file."""
        self._keep_tending()
        self._end_with_the_terminal()
        self.book.listen(self._alike.heard)
        self._welcome()

    async def on_event(self, event: events.Event) -> None:
        """Hand keys on, unless there is no room to see what they do: then one can quit, or take lines."""
        least = getattr(self.screen, "LEAST", LEAST) if self.screen_stack else LEAST
        if isinstance(event, (events.Key, events.Paste)) and is_too_small(self.size, least):
            if isinstance(event, events.Key) and event.key in _QUITS:
                await self.run_action("leave")
            elif isinstance(event, events.Key) and event.key == keys.CAPTURE_MODE.key:
                await self.run_action("capture_mode")
            return
        await super().on_event(event)


def run(book: Book, clock: Clock, *, demo: bool = False, path: Path | None = None) -> int:
    """Open the full screen on a book; returns the exit status once it is closed, everything saved."""
    while True:
        app = KithApp(book, clock, path=path, demo=demo)
        if app.run() != "demo":
            break
        from tui.demo import sample_network

        # Whoever only looked around comes back to the welcome.
        sample = sample_network(clock.now())
        sample.settings = book.network.settings
        KithApp(Book(sample), clock, demo=True).run()
    try:
        book.close()
    except NotSaved as reason:
        sys.stderr.write(f"{reason}\n")
        book.abandon()
        return 1
    if failed := book.back_up(again=True):
        sys.stderr.write(f"kith: {clean(failed)}\n")
    return app.return_code or 0
