"""The full screen: modes, themes, and the keys that work everywhere."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import events, work
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.driver import Driver
from textual.notifications import SeverityLevel

from tui.actions.pace import fresh_start, visited
from tui.clock import Clock
from tui.model.change import Change
from tui.model.network import Conflict
from tui.rules.phrases import span
from tui.rules.queue.fresh_start import away_days, is_offered
from tui.screens import doors
from tui.screens.alike import LookAlikes
from tui.screens.ask import Ask
from tui.screens.base import LEAST, KithScreen, OpenContact, OpenEvent, is_too_small
from tui.screens.follow_ups import FollowUpsScreen
from tui.store.book import Book
from tui.store.faults import CannotKeep, NotSaved, ReadOnly
from tui.view.cells import clean, clean_lines
from tui.widgets import keys
from tui.widgets.ahead import TypeAhead
from tui.widgets.keymap import checked
from tui.widgets.look import DARK, LIGHT, other_sheets, style_sheet
from tui.widgets.pasting import keep_pastes_whole
from tui.widgets.terminal import watch
from tui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from tui.screens.contacts import ContactsScreen
    from tui.screens.events import EventsScreen

RETRY_SECONDS = 10.0
"""How often the book is tended: what could not be saved is tried again, the journal taken into the file."""

LEAVE_SECONDS = 3
"""How long a terminal that may be gone has to take leave."""

LOAD_SECONDS = 0.15
"""Between two loads of screens that are not seen yet: a key typed meanwhile is answered first."""

_QUITS = frozenset({"q", "ctrl+q"})
"""Keys that quit where there is no room for anything else."""

_LONGEST_TOLD = 400
"""Characters of a message that are shown."""


class KithApp(TypeAhead):
    """One open network on a full screen."""

    TITLE = "Kith"
    # With the first screen's own: a sheet that comes later has all of them parsed again.
    CSS_PATH = [style_sheet("shared"), style_sheet("follow_ups")]
    DEFAULT_MODE = "follow_ups"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {doors.commands}
    BINDINGS = [
        keys.CAPTURE,
        keys.CAPTURE_MODE,
        keys.LOG_LINE,
        keys.SEARCH,
        keys.HELP,
        keys.HELP_ANYWHERE,
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
        # Textual reads it while it begins, so it can't be set later.
        self.DEFAULT_MODE = book.network.settings.first_screen  # type: ignore[misc]
        super().__init__()
        self.book, self.clock, self.path, self.demo = book, clock, path, demo
        self.add_mode("follow_ups", lambda: self._prepared(FollowUpsScreen(book, clock)))
        self.add_mode("contacts", lambda: self._prepared(doors.contacts(book, clock)))
        self.add_mode("events", lambda: self._prepared(doors.events(book, clock)))
        self.add_mode("give", lambda: self._prepared(doors.give(book, clock)))
        self.add_mode("insights", lambda: self._prepared(doors.insights(book, clock)))
        self._alike = LookAlikes(self, book, clock)
        self._told = self._came_from = ""
        self._loading: Iterator[None] | None = None
        self._leaving = False
        self._altered: Literal["", "just now", "waits"] = ""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        settings = book.network.settings
        # Set before anything is styled, so that nothing is styled twice.
        self.set_reactive(App.theme, settings.theme if settings.theme in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        keymap, self._unusable = checked(settings.keys)
        self.set_keymap(keymap)
        if settings.theme and settings.theme not in self.available_themes:
            self._unusable += (
                f"There are no colours “{settings.theme}”; ctrl+p, “colours” shows those there are.",
            )

    def get_driver_class(self) -> type[Driver]:
        """Return how the terminal is read; what is pasted comes in whole."""
        keep_pastes_whole()
        return super().get_driver_class()

    def _prepared(self, page: KithScreen) -> KithScreen:
        """Return a page of its own, ready to be styled once and not three times."""
        if not isinstance(page, FollowUpsScreen):
            self._dress()
        page.fit(self.size)
        # Else every new page has all style sheets parsed again, though nothing in them is new.
        page._css_update_count = self._css_update_count
        return page

    def on_mount(self) -> None:
        """Welcome whoever opens an empty file; try again to save what could not be saved."""
        self.set_interval(RETRY_SECONDS, self._tend)
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self._end)
        if not self.is_headless:
            # Before anything is painted: Textual may never come to its end where the terminal is gone.
            watch(partial(self._gone, asyncio.get_running_loop()))
        self.book.listen(self._note_change)
        self.book.listen(self._alike.heard)
        if not self.book.network.contacts and not self.book.network.events:
            self._dress()
            self.push_screen(doors.welcome(self.book, self.clock))
            self.call_after_refresh(self.on_painted)

    def _dress(self) -> None:
        """Read the style sheets of all that is not seen first: what comes later is styled without reading all anew."""
        for sheet in other_sheets(self.CSS_PATH):
            if not self.stylesheet.has_source(str(sheet)):
                self.stylesheet.read(sheet)

    def on_painted(self) -> None:
        """Do what nobody waits for: the first screen is there."""
        if self._loading is not None:
            return
        self._loading = doors.load_all()
        self._dress()
        if self.book.network.is_complete:
            self._begin()
        else:
            self._read_on()

    @work
    async def _read_on(self) -> None:
        """Read the rest of a large file beside, then show what it adds."""
        await asyncio.to_thread(self.book.network.complete)
        self.book.tell_all()
        self._begin()

    def _begin(self) -> None:
        """Begin what goes on by itself: everything is read."""
        if not gc.isenabled():
            # It was put off while everything was loaded; what is there now stays till the end.
            gc.freeze()
            gc.enable()
        self._arrive()
        self.set_timer(LOAD_SECONDS, self._load)

    def _gone(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have the app end, from the thread that has seen the terminal go."""
        with contextlib.suppress(RuntimeError):  # its loop may be closed already
            loop.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        """Leave at once when the window is closed or the machine goes down: the file first, then the screen."""
        try:
            self.book.checkpoint()
        except NotSaved as reason:
            self.log.error(str(reason))
        if hasattr(signal, "alarm"):
            # Where the terminal is gone, writing to it may never end; everything is on disk by now.
            signal.alarm(LEAVE_SECONDS)
        self.exit()

    def _load(self) -> None:
        """Load one more of what is not seen yet."""
        if self._loading is not None and next(self._loading, self) is not self:
            self.set_timer(LOAD_SECONDS, self._load)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Tell something in place of what was told before; names show as text, and nothing in them acts."""
        self.clear_notifications()
        words = clean_lines(message)[:_LONGEST_TOLD]
        super().notify(words, title=clean(title), severity=severity, timeout=timeout, markup=markup)

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

    def action_command_palette(self) -> None:
        """Show the palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="A command, a person, an event"))

    def action_go(self, mode: str) -> None:
        """Show another screen, as it was left."""
        self._came_from = ""
        self.switch_mode(mode)

    def action_capture(self) -> None:
        """Take a line about somebody."""
        self.push_screen(doors.capture(self.book, self.clock))

    def action_log_line(self) -> None:
        """Log what is said in a sentence."""
        self.push_screen(doors.log_line(self.book, self.clock))

    def action_capture_mode(self) -> None:
        """Take lines one after the other, over the whole screen."""
        self.push_screen(doors.capture_mode(self.book, self.clock))

    @work
    async def action_merge(self) -> None:
        """Show people who may be there twice: whoever was just entered, whoever is highlighted, else all."""
        page = await self._alike.page(getattr(self.screen, "contact", None))
        if page is not None:
            self.push_screen(page)

    def action_triage(self) -> None:
        """Decide about those who came in bulk."""
        self.push_screen(doors.triage(self.book, self.clock))

    def action_review(self) -> None:
        """Look back at the week and ahead at the next."""
        self.push_screen(doors.review(self.book, self.clock))

    def action_templates(self) -> None:
        """Show the templates of messages."""
        self.push_screen(doors.templates(self.book, self.clock))

    def action_profile(self) -> None:
        """Edit who you are."""
        self.push_screen(doors.profile(self.book, self.clock))

    def action_phrasebook(self) -> None:
        """Show what to say, by situation."""
        self.push_screen(doors.phrasebook(self.book, self.clock))

    def action_settings(self) -> None:
        """Edit the settings."""
        self.push_screen(doors.settings(self.book, self.clock))

    async def action_search(self) -> None:
        """Go to the contacts and search."""
        self._came_from = self._came_from or self._other_than("contacts")
        (await self._contacts()).focus_search()

    async def on_open_contact(self, message: OpenContact) -> None:
        """Show somebody on the contacts screen."""
        self._came_from = self._other_than("contacts")
        (await self._contacts()).show_contact(message.contact)

    async def on_open_event(self, message: OpenEvent) -> None:
        """Show an event's preparation or debrief over the events screen."""
        self._came_from = self._other_than("events") or self._came_from
        await self.switch_mode("events")
        screen = cast("EventsScreen", self.screen_stack[0])
        screen.show_event(message.event, debrief=message.debrief)

    async def on_go_back(self) -> None:
        """Show the screen from which somebody was opened, as it was left."""
        mode, self._came_from = self._came_from, ""
        if mode:
            await self.switch_mode(mode)

    def _other_than(self, mode: str) -> str:
        """Return the mode seen now; empty if it is that one."""
        return "" if self.current_mode == mode else self.current_mode

    async def _contacts(self) -> ContactsScreen:
        await self.switch_mode("contacts")
        return cast("ContactsScreen", self.screen_stack[0])

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step(back=True)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._step(back=False)

    def action_help(self) -> None:
        """Explain the screen or dialog seen now; on the help itself show where everyday things are."""
        again = getattr(self.screen, "action_how_to", None)
        if again is not None:
            again()
        elif not isinstance(self.screen, CommandPalette):
            self.push_screen(doors.explain(self.screen))

    @work
    async def action_leave(self) -> None:
        """Save and quit; asks if something typed would be lost, or can't be saved."""
        if self._leaving:
            return
        self._leaving = True
        try:
            if await self._may_leave():
                self.exit()
        finally:
            self._leaving = False

    async def _may_leave(self) -> bool:
        if any(getattr(page, "dirty", bool)() for page in self.screen_stack):
            answer = await self.push_screen_wait(
                Ask(
                    "Quit without saving?",
                    "What you typed here is not saved yet.",
                    (("k", "Keep writing"), ("x", "Quit without it")),
                )
            )
            if answer != "x":
                return False
        if self.book.unsaved:
            self._retry()
        if self.book.unsaved:
            answer = await self.push_screen_wait(
                Ask(
                    "Some changes are not on disk",
                    f"{self.book.unsaved}\n\nIf you quit now, they are lost.",
                    (("s", "Stay, and try again in a moment"), ("x", "Quit without them")),
                )
            )
            return answer == "x"
        return True

    @work
    async def _arrive(self) -> None:
        """Offer a fresh start after a long absence, and note the day of this visit."""
        network, now = self.book.network, self.clock.now()
        if self.book.read_only:
            self.notify(self.book.read_only, title="Read-only", severity="warning", markup=False, timeout=10)
            return
        own = self.book.network.own_words
        from tui.rules.content import problems  # the words are loaded with the screens that use them

        left_out = [f"Your own words are left out: {each}" for each in (problems(own) if own else ())]
        if told := [*self.book.notices, *self._unusable, *left_out]:
            # Together, since what is told later takes the place of what was told before.
            self.notify("\n".join(told), title="Worth knowing", severity="warning", markup=False, timeout=15)
        offered, away = is_offered(network, now), away_days(network, now.date())
        self._quietly(visited(network, now.date()))
        if not offered:
            return
        answer = await self.push_screen_wait(
            Ask(
                f"Welcome back after {span(away)}",
                "Some check-ins have waited. A fresh start spreads them over the coming weeks, a few a day; "
                "what you promised stays where it is.",
                (("f", "Fresh start"), ("k", "Keep them as they are")),
            )
        )
        if answer == "f":
            self._quietly(fresh_start(network, now), undoable=True)
            self.notify("The check-ins are spread over the coming weeks. u undoes it.", markup=False)

    def _quietly(self, change: Change, *, undoable: bool = False) -> None:
        """Keep a change that nobody typed; what can't be saved now is tried again by itself."""
        try:
            self.book.commit(change, undoable=undoable)
        except (ReadOnly, NotSaved, Conflict, CannotKeep) as reason:
            self.log.warning(str(reason))

    def _step(self, *, back: bool) -> None:
        try:
            change = self.book.undo() if back else self.book.redo()
        except (ReadOnly, Conflict, CannotKeep) as reason:
            self.notify(str(reason), title="Nothing was changed", severity="warning", markup=False)
            return
        except NotSaved as reason:
            self.notify(str(reason), title="Done here, not saved yet", severity="error", markup=False)
            return
        if change is None:
            self.notify(f"Nothing to {'undo' if back else 'redo'}.", markup=False, timeout=2)
        else:
            self.notify(f"{'Undone' if back else 'Done again'}: {change.words}", markup=False, timeout=3)

    def _tend(self) -> None:
        """Save what could not be saved, and write the file whole while nothing is typed."""
        self._retry()
        self.book.turn(self.clock.today())
        # Only after a round without a change: whoever types is not to feel it.
        if self._altered == "waits" and not (self.book.unsaved or self.book.read_only):
            self.book.checkpoint(wait=False)
        if self.book.trouble and self.book.trouble != self._told:
            self._told = self.book.trouble
            self.notify(self._told, title="Worth knowing", severity="warning", markup=False, timeout=15)
        self._altered = "waits" if self._altered == "just now" else ""

    def _note_change(self, _change: Change) -> None:
        self._altered = "just now"

    def _retry(self) -> None:
        if not self.book.unsaved:
            return
        try:
            self.book.retry()
        except NotSaved:
            return
        self.notify("Everything is saved again.", markup=False)
        for bar in self.screen.query(TopBar):
            bar.write()


def run(book: Book, clock: Clock, *, demo: bool = False, path: Path | None = None) -> int:
    """Open the full screen on a book; returns the exit status once it is closed, everything saved."""
    while True:
        app = KithApp(book, clock, path=path, demo=demo)
        if app.run() != "demo":
            break
        from tui.demo import sample_network

        # Whoever only looked around comes back to the welcome.
        KithApp(Book(sample_network(clock.now())), clock, demo=True).run()
    try:
        book.close()
    except NotSaved as reason:
        sys.stderr.write(f"{reason}\n")
        book.abandon()
        return 1
    if failed := book.back_up(again=True):
        sys.stderr.write(f"kith: {clean(failed)}\n")
    return app.return_code or 0
