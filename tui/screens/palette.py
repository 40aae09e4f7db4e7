"""The palette: every command that works now, every contact and every event, by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.model.text import fold
from tui.rules.names import works_as
from tui.rules.phrases import short_day
from tui.screens.base import KithScreen
from tui.view.cells import clean
from tui.widgets.look import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AT_MOST = 20
"""Contacts and events offered at once."""


class KithCommands(Provider):
    """What the palette lists."""

    async def discover(self) -> Hits:
        """Yield every command before anything is typed."""
        for label, tip, run in self._commands():
            yield DiscoveryHit(label, run, help=tip)

    async def search(self, query: str) -> Hits:
        """Yield the commands, contacts and events that fit."""
        matcher = self.matcher(query)
        for label, tip, run in self._commands():
            score = matcher.match(f"{label} {tip}")
            if score > 0:
                yield Hit(score, matcher.highlight(label), run, help=tip)
        screen = self.screen
        if not isinstance(screen, KithScreen):
            return
        wanted = fold(query)
        found = 0
        for contact in screen.network.contacts.values():
            if wanted in fold(contact.name):
                yield Hit(
                    0.9 if fold(contact.name).startswith(wanted) else 0.6,
                    Content(clean(contact.name)),
                    partial(screen.open_contact, contact.uid),
                    text=clean(contact.name),
                    help=clean(works_as(contact)) or "Contact",
                )
                found += 1
                if found >= _AT_MOST:
                    break
        today = screen.now.date()
        events = (event for event in screen.network.events.values() if wanted in fold(event.name))
        for event, _ in zip(events, range(_AT_MOST), strict=False):
            yield Hit(
                0.8,
                Content(clean(event.name)),
                partial(screen.open_event, event.uid),
                text=clean(event.name),
                help=f"Event, {short_day(event.start, today)}",
            )

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
