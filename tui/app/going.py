"""Going between screens, and the pages that open from everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work
from textual.command import CommandPalette

from tui.app.base import BookApp
from tui.clock import Clock
from tui.screens import doors
from tui.screens.alike import LookAlikes
from tui.screens.base import KithScreen, OpenContact, OpenEvent
from tui.screens.follow_ups import FollowUpsScreen
from tui.store.book import Book
from tui.widgets.jumping import JUMPING, go
from tui.widgets.look import other_sheets, style_sheet

if TYPE_CHECKING:
    from tui.screens.contacts import ContactsScreen
    from tui.screens.events import EventsScreen

_ALIKE_SECONDS = 8
_PALETTE_WORDS = "A command, a person, an event; enter takes, esc closes"


class Going(BookApp):
    """The five screens, each as it was left, and what stands over them."""

    # With the first screen's own: a sheet that comes later has all of them parsed again.
    CSS_PATH = [style_sheet("shared"), style_sheet("follow_ups")]
    DEFAULT_MODE = "follow_ups"

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self.add_mode("follow_ups", lambda: self._prepared(FollowUpsScreen(book, clock)))
        self.add_mode("contacts", lambda: self._prepared(doors.contacts(book, clock)))
        self.add_mode("events", lambda: self._prepared(doors.events(book, clock)))
        self.add_mode("give", lambda: self._prepared(doors.give(book, clock)))
        self.add_mode("insights", lambda: self._prepared(doors.insights(book, clock)))
        self._alike = LookAlikes(self, book, clock, self._tell_alike)
        self._came_from = ""

    def _tell_alike(self, words: str) -> None:
        self.notify(words, title="There twice", timeout=_ALIKE_SECONDS, beside=True)

    def _prepared(self, page: KithScreen) -> KithScreen:
        """Return a page of its own, ready to be styled once and not three times."""
        if not isinstance(page, FollowUpsScreen):
            self._dress()
        page.fit(self.size)
        # Else every new page has all style sheets parsed again, though nothing in them is new.
        page._css_update_count = self._css_update_count
        return page

    def _dress(self) -> None:
        """Read the style sheets of all that is not seen first: what comes later is styled without reading all anew."""
        for sheet in other_sheets(self.CSS_PATH):
            if not self.stylesheet.has_source(str(sheet)):
                self.stylesheet.read(sheet)

    def action_go(self, mode: str) -> None:
        """Show another screen, as it was left."""
        self._came_from = ""
        self.switch_mode(mode)

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

    def action_command_palette(self) -> None:
        """Show the palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_PALETTE_WORDS))

    def action_help(self) -> None:
        """Explain the screen or dialog seen now; on the help itself show where everyday things are."""
        again = getattr(self.screen, "action_how_to", None)
        if again is not None:
            again()
        elif not isinstance(self.screen, CommandPalette):
            self.push_screen(doors.help_about(self.screen))

    def action_jump(self) -> None:
        """Show a letter over every part of the page, and go to the one whose letter is pressed."""
        if not (isinstance(self.screen, CommandPalette) or self.screen.has_class(JUMPING)):
            self.push_screen(doors.jump(self.screen), go)

    def action_capture(self) -> None:
        """Take a line about somebody."""
        self.push_screen(doors.capture(self.book, self.clock))

    def action_capture_mode(self) -> None:
        """Take lines one after the other, over the whole screen."""
        self.push_screen(doors.capture_mode(self.book, self.clock))

    def action_log_line(self) -> None:
        """Log what is said in a sentence."""
        self.push_screen(doors.log_line(self.book, self.clock))

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
