"""Everybody as they are looked for, read once for all pages: a few people at a step, before anybody asks.

Among 30,000 people each of these takes 0.2 to 2 s to make, which no key is to wait for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from textual.message_pump import MessagePump

from tui.clock import Clock
from tui.model.change import Change
from tui.rules.entry.known import Known
from tui.rules.matching.named import Names
from tui.rules.search.completions import Completer
from tui.rules.search.contacts import Finder, Query
from tui.store.book import Book
from tui.widgets.tenure import keep_more

MANY = 3000
"""Contacts from which what is not read yet is waited for; fewer are read in a moment when they are asked for."""
_SECONDS = 0.02
"""Between two steps: a key typed meanwhile is answered first."""
_WAITED_FOR = 0.001
"""The same, while somebody waits for what is read."""


class Reading:
    """The search, the names and the words of one book; it hears of every change before those who ask it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.finder = Finder(book.network)
        self.completer = Completer(book.network)
        self.names = Names(book.network)
        self.known = Known(book.network)
        self._waiting: list[tuple[Callable[[], bool], Callable[[], None]]] = []
        self._steps: Iterator[None] | None = None
        self._where: tuple[MessagePump, Clock] | None = None
        book.listen(self._heard)

    @property
    def many(self) -> bool:
        """Whether there are so many people that they are read ahead."""
        return len(self._book.network.contacts) >= MANY

    def begin(self, app: MessagePump, clock: Clock) -> None:
        """Read what is not read yet, step by step, in the loop of an app."""
        self._where = app, clock
        self.known.waits = self.many
        if self._steps is None and self.many and not self._is_read(clock):
            self._steps = self._read(clock)
            app.set_timer(self._pause, self._step)

    def ready(self, query: Query, clock: Clock) -> bool:
        """Tell whether a search can be answered at once."""
        return not self.many or self.finder.ready(query, clock.today())

    def when(self, ready: Callable[[], bool], then: Callable[[], None]) -> None:
        """Call `then` once, as soon as something is read; until then it is hurried."""
        self._waiting.append((ready, then))
        if self._where is not None:
            self.begin(*self._where)

    async def until(self, ready: Callable[[], bool]) -> None:
        """Wait until something is read."""
        if not ready():
            read = asyncio.Event()
            self.when(ready, read.set)
            await read.wait()

    def _heard(self, change: Change) -> None:
        self.finder.changed(change)
        self.completer.changed(change)
        self.known.changed(change)
        if change:
            self.names.changed(change)
        if self._where is not None:
            self.begin(*self._where)

    @property
    def _pause(self) -> float:
        return _WAITED_FOR if self._waiting and self._book.network.is_complete else _SECONDS

    def _is_read(self, clock: Clock) -> bool:
        return self.finder.learned(clock.today()) and self.names.learned and self.known.learned

    def _read(self, clock: Clock) -> Iterator[None]:
        # What was changed meanwhile may have ended a part early: it is gone on with, and the rest is there already.
        for _ in self.finder.learn():
            yield
            if self.finder.listed:
                break
        yield from self.names.learn()
        while not self._book.network.is_complete:
            yield
        while not self.finder.learned(clock.today()):
            yield from self.finder.learn(clock.today())
            yield
        while not self.known.learned:
            yield from self.known.learn()
            yield
        keep_more()

    def _step(self) -> None:
        """Read a few people more, and tell those who waited for what is there now."""
        if self._steps is not None and next(self._steps, self) is self:
            self._steps = None
        waiting, self._waiting = self._waiting, []
        for ready, then in waiting:
            if self._steps is None or ready():
                then()
            else:
                self._waiting.append((ready, then))
        if self._steps is not None and self._where is not None:
            self._where[0].set_timer(self._pause, self._step)


def reading_of(book: Book) -> Reading:
    """Return what is read of a book; it is made when first asked for."""
    found = book.beside.get(Reading)
    if not isinstance(found, Reading):
        found = book.beside[Reading] = Reading(book)
    return found
