"""Arriving: the welcome on an empty file, what is loaded once the first screen is there, a fresh start."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from datetime import timedelta

from textual import work

from tui.actions.pace import fresh_start, visited
from tui.app.going import Going
from tui.config import gathered
from tui.paths import settings_file
from tui.rules.phrases import span
from tui.rules.queue.fresh_start import away_days, is_offered
from tui.rules.queue.rows import RECENT_DAYS
from tui.screens import doors
from tui.screens.ask import Ask
from tui.widgets.tenure import keep, keep_what_stays

SHORT = 120
"""Characters of a message that take two lines at most."""
LOAD_SECONDS = 0.15
"""Between two loads of screens that are not seen yet: a key typed meanwhile is answered first."""


class Arriving(Going):
    """The first moments: what is seen at once, and what comes after it."""

    _loading: Iterator[None] | None = None
    """What is still to load; None until the first screen is painted."""
    _unusable: tuple[str, ...] = ()
    """What in the settings can't be used."""

    def _welcome(self) -> None:
        """Welcome whoever opens an empty file."""
        if not self.book.network.contacts and not self.book.network.events:
            self._dress()
            self.push_screen(doors.welcome(self.book, self.clock))
            self.call_after_refresh(self.on_painted)

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
        since = self.clock.today() - timedelta(days=RECENT_DAYS)
        # Both loops over 100,000 of them as well: whoever presses a key meanwhile is not to feel it.
        use = await asyncio.to_thread(self.book.network.read_ahead, since)
        use()
        self.book.tell_all()
        self._begin()

    def _begin(self) -> None:
        """Begin what goes on by itself: everything is read."""
        if not gc.isenabled():
            # It was put off while everything was loaded; what is there now stays till the end.
            keep()
            keep_what_stays()
            gc.enable()
        self._arrive()
        self.set_timer(LOAD_SECONDS, self._load)

    def _load(self) -> None:
        """Load one more of what is not seen yet."""
        if self._loading is not None and next(self._loading, self) is not self:
            self.set_timer(LOAD_SECONDS, self._load)
        else:
            from tui.widgets.reading import reading_of  # it came with what was loaded just now

            reading_of(self.book).begin(self, self.clock)

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
        if told := gathered((*self.book.notices, *self._unusable, *left_out), settings_file()):
            # Together, since what is told later takes the place of what was told before; a page of it stands
            # until it was read, where a message would hide what is below and go by itself.
            words = "\n".join(told)
            if len(told) == 1 and len(words) <= SHORT:
                self.notify(words, title="Worth knowing", severity="warning", markup=False, timeout=15)
            else:
                await self.push_screen_wait(Ask("Worth knowing", words, (("k", "I know now"),)))
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
