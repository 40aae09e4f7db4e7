"""The palette: every command that works now, every contact and every event, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import nsmallest

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.model.text import fold
from tui.rules.names import works_as
from tui.rules.phrases import short_day
from tui.screens.base import KithScreen
from tui.view.cells import clean
from tui.widgets.look import DARK, LIGHT

_AT_MOST = 20
"""Contacts and events offered at once."""
_BEGINS, _WORDS, _INSIDE, _BY_TIP = 40.0, 20.0, 2.0, 0.1
"""Scores, of commands and names alike: it begins so, each word begins a word, it is somewhere inside, or only a
word of a command's explanation begins so. Letters strewn over a text are no match: everything holds an 'n', an
'o' and an 'r' somewhere."""
_LONGEST = 200
"""Characters of a name that are shown."""

Named = tuple[str, str]
"""A folded name, and the uid of whom or what it names."""


class KithCommands(Provider):
    """What the palette lists."""

    async def startup(self) -> None:
        """Fold all names once: each key then looks through them in a moment."""
        network = self.screen.network if isinstance(self.screen, KithScreen) else None
        self._people = [(fold(it.name), it.uid) for it in network.contacts.values()] if network else []
        self._events = [(fold(it.name), it.uid) for it in network.events.values()] if network else []

    async def discover(self) -> Hits:
        """Yield every command before anything is typed."""
        for label, tip, run in self._commands():
            yield DiscoveryHit(label, run, help=tip)

    async def search(self, query: str) -> Hits:
        """Yield the commands, contacts and events that fit."""
        matcher = self.matcher(query)
        for label, tip, run in self._commands():
            score = _command_score(fold(label), fold(tip), fold(query).strip())
            if score > 0:
                yield Hit(score, matcher.highlight(label) if score > _BY_TIP else label, run, help=tip)
        screen = self.screen
        if not isinstance(screen, KithScreen):
            return
        for score, uid in _found(self._people, query):
            contact = screen.network.contacts[uid]
            yield _hit(score, contact.name, works_as(contact) or "Contact", partial(screen.open_contact, uid))
        today = screen.now.date()
        for score, uid in _found(self._events, query):
            event = screen.network.events[uid]
            below = f"Event, {short_day(event.start, today)}"
            yield _hit(score, event.name, below, partial(screen.open_event, uid))

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        screen = self.screen
        seen: set[str] = set()
        for node, binding, enabled, _tip in screen.active_bindings.values():
            if not enabled or not binding.tooltip or binding.action in seen:
                continue
            seen.add(binding.action)
            if binding.action == "command_palette":
                continue
            yield (
                f"{binding.description}  ({self.app.get_key_display(binding)})",
                binding.tooltip,
                partial(self.app.run_action, binding.action, node),
            )
        other = LIGHT if self.app.theme == DARK.name else DARK
        words = "Light colours" if other is LIGHT else "Dark colours"
        yield (
            words,
            "Change how Kith looks",
            partial(setattr, self.app, "theme", other.name),
        )


def _found(names: Iterable[Named], query: str) -> list[tuple[float, str]]:
    """Return score and uid of the names that hold all words of a query, those that begin so first."""
    words = fold(query).split()
    if not words:
        return []
    fitting = (
        (-_score(name, words), name, uid) for name, uid in names if all(word in name for word in words)
    )
    return [(-score, uid) for score, _, uid in nsmallest(_AT_MOST, fitting)]


def _command_score(label: str, tip: str, query: str) -> float:
    """Return how well a command fits what was typed (all folded); 0 if it does not."""
    words = query.split()
    if not words:
        return 0.0
    if label.startswith(query):
        return _BEGINS
    if all(word in label for word in words):
        return _score(label, words)
    return _BY_TIP if all(f" {word}" in f" {tip}" for word in words) else 0.0


def _score(name: str, words: list[str]) -> float:
    if all(f" {word}" in f" {name}" for word in words):
        return _BEGINS - 1 if name.startswith(words[0]) else _WORDS
    return _INSIDE


def _hit(score: float, name: str, below: str, run: Callable[[], object]) -> Hit:
    # One content for both lines: what Textual takes as `help` is read as markup.
    first = clean(name)[:_LONGEST]
    return Hit(score, Content.assemble(first, "\n", (clean(below)[:_LONGEST], "$secondary")), run, text=first)
