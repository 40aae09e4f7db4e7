"""The palette: every command that works now, every contact and every event, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import nsmallest

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.model.text import fold
from tui.rules.names import works_as
from tui.rules.namesakes import beside_names
from tui.rules.phrases import short_day
from tui.rules.search.contacts import parse
from tui.screens.base import KithScreen
from tui.view.cells import clean
from tui.view.everyday import ALSO, THINGS, Thing
from tui.widgets.look import DARK, LIGHT
from tui.widgets.reading import reading_of

_AT_MOST = 20
"""Contacts and events offered at once."""
_BEGINS, _WORDS, _INSIDE, _BY_TIP = 40.0, 20.0, 2.0, 0.1
"""Scores, of commands and names alike: it begins so, each word begins a word, it is somewhere inside, or only a
word of a command's explanation begins so. Letters strewn over a text are no match: everything holds an 'n', an
'o' and an 'r' somewhere."""
_ABOUT = 1.0
"""Score of somebody of whom only something else fits than the name."""
_WHOLE = 50.0
"""Score of a command that has each word typed as a word of its own: nobody's name fits better."""
_BY_OTHER_WORDS, _BY_ENDINGS = 10.0, 9.0
"""Scores of an everyday thing found by another word for it, and by one that only ends otherwise."""
_LONGEST = 200
"""Characters of a name that are shown."""
_FILLERS = frozenset(
    "a an and at do for how i in is it me my of on somebody someone the to with you your".split()
)
"""Words that tell nothing of what is looked for."""
_STEM, _ENDINGS = 3, ("s", "es", "ing", "ed")
"""Letters that two words must share to be one, and what the one typed may have behind them."""

Named = tuple[str, str]
"""A folded name, and the uid of whom or what it names."""


class KithCommands(Provider):
    """What the palette lists."""

    async def startup(self) -> None:
        """Begin to read everybody, where that is not done yet, and fold the names of events once."""
        network = None
        if isinstance(self.screen, KithScreen):
            network = self.screen.network
            reading_of(self.screen.book).begin(self.app, self.screen.clock)
        self._events = [(fold(it.name), it.uid) for it in network.events.values()] if network else []

    async def discover(self) -> Hits:
        """Yield every command before anything is typed."""
        for label, tip, _also, run in self._commands():
            yield DiscoveryHit(label, run, help=tip)

    async def search(self, query: str) -> Hits:
        """Yield the commands, contacts and events that fit."""
        matcher = self.matcher(query)
        for label, tip, also, run in self._commands():
            score = _command_score(fold(label), fold(tip), fold(also), fold(query).strip())
            if score > 0:
                yield Hit(score, matcher.highlight(label) if score > _BY_TIP else label, run, help=tip)
        screen = self.screen
        if not isinstance(screen, KithScreen):
            return
        found = [(score, screen.network.contacts[uid]) for score, uid in await self._whom(screen, query)]
        beside = beside_names(contact for _, contact in found)
        for score, contact in found:
            below = beside.get(contact.uid) or works_as(contact) or "Contact"
            yield _hit(score, contact.name, below, partial(screen.open_contact, contact.uid))
        today = screen.now.date()
        for score, uid in _found(self._events, query):
            event = screen.network.events[uid]
            below = f"Event, {short_day(event.start, today)}"
            yield _hit(score, event.name, below, partial(screen.open_event, uid))

    async def _whom(self, screen: KithScreen, query: str) -> list[tuple[float, str]]:
        """Return score and uid of the people that fit: by name, and by all that the search line understands.

        With a filter it is the search line; without one names come first, and whatever else it finds (another
        word about them, a name spelt nearly so) only where nobody is called that.
        """
        asked, reading = parse(query), reading_of(screen.book)
        if asked.is_name:
            await reading.until(lambda: reading.names.learned or not reading.many)
            people = ((name, uid) for uid, name in reading.names.holding(fold(query).split()))
            if named := _found(people, query):
                return named
        if not asked.terms:
            return []
        await reading.until(lambda: reading.ready(asked, screen.clock))
        score = _ABOUT if asked.is_name else _WORDS
        found = reading.finder.find(asked, screen.now)[:_AT_MOST]
        # Equal scores would be put in order of the alphabet: those found stand in that of the search.
        return [(score - number / 100, contact.uid) for number, contact in enumerate(found)]

    def _commands(self) -> Iterator[tuple[str, str, str, Callable[[], object]]]:
        """Yield label, explanation, other words and what it runs: everyday things, then every other key of the page."""
        screen = self.screen
        here = {
            binding.action: (node, binding)
            for node, binding, enabled, _tip in screen.active_bindings.values()
            if enabled and binding.tooltip
        }
        taken = {"command_palette"}
        for thing in THINGS:
            told = thing.runs and thing.tell
            if thing.action in here and not told and thing.mode in ("", getattr(screen, "MODE", "")):
                node, binding = here[thing.action]
                taken.add(thing.action)
                label = f"{thing.words}  ({self.app.get_key_display(binding)})"
                run: Callable[[], object] = partial(self.app.run_action, binding.action, node)
                yield label, binding.tooltip, f"{binding.description} {thing.also}", run
            elif isinstance(screen, KithScreen):
                yield (
                    f"{thing.words}  ({thing.keys})",
                    (thing.tell or thing.opens or "Goes there").removesuffix("."),
                    thing.also,
                    partial(_go, screen.app, thing),
                )
        for node, binding in here.values():
            if binding.action in taken:
                continue
            taken.add(binding.action)
            yield (
                f"{binding.description}  ({self.app.get_key_display(binding)})",
                binding.tooltip,
                ALSO.get(binding.action, ""),
                partial(self.app.run_action, binding.action, node),
            )
        other = LIGHT if self.app.theme == DARK.name else DARK
        words = "Light colours" if other is LIGHT else "Dark colours"
        yield (
            words,
            "Switch colours",
            "theme dark light mode",
            partial(setattr, self.app, "theme", other.name),
        )


async def _go(app: App[object], thing: Thing) -> None:
    """Go to the screen of an everyday thing, and do it, or tell how it is done there."""
    if thing.mode:
        await app.run_action(f"app.go('{thing.mode}')")
    if thing.runs:
        await app.run_action(thing.action, app.screen)
    if thing.tell:
        app.notify(thing.tell)


def _found(names: Iterable[Named], query: str) -> list[tuple[float, str]]:
    """Return score and uid of the names that hold all words of a query, those that begin so first."""
    words = fold(query).split()
    if not words:
        return []
    fitting = (
        (-_score(name, words), name, uid) for name, uid in names if all(word in name for word in words)
    )
    return [(-score, uid) for score, _, uid in nsmallest(_AT_MOST, fitting)]


def _command_score(label: str, tip: str, also: str, query: str) -> float:
    """Return how well a command fits what was typed (all folded); 0 if it does not."""
    words = query.split()
    if not words:
        return 0.0
    if set(words) <= set(label.split()):
        return _WHOLE
    if label.startswith(query):
        return _BEGINS
    if all(word in label for word in words):
        return _score(label, words)
    telling = [word for word in words if word not in _FILLERS] or words
    told = f"{label} {also}"
    if all(f" {word}" in f" {told}" for word in telling):
        return _BY_OTHER_WORDS
    if all(_is_told(word, told) for word in telling):
        return _BY_ENDINGS
    return _BY_TIP if all(_is_told(word, tip) for word in telling) else 0.0


def _is_told(word: str, text: str) -> bool:
    """Tell whether a word of a text begins so, or is the same but for its ending: notes, thanks, reminding."""
    stems = {word.removesuffix(ending) for ending in _ENDINGS}
    return f" {word}" in f" {text}" or any(len(it) >= _STEM and it in stems for it in text.split())


def _score(name: str, words: list[str]) -> float:
    if all(f" {word}" in f" {name}" for word in words):
        return _BEGINS - 1 if name.startswith(words[0]) else _WORDS
    return _INSIDE


def _hit(score: float, name: str, below: str, run: Callable[[], object]) -> Hit:
    # One content for both lines: what Textual takes as `help` is read as markup.
    first = clean(name)[:_LONGEST]
    return Hit(
        score,
        Content.assemble(first, "\n", (clean(below)[:_LONGEST], "dim not bold")),
        run,
        text=first,
    )
