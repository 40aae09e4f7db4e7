"""The footer: the keys that mean something now, as many as fit the width, in the order of their worth.

Written here because Textual's footer overflows silently at 80 columns and rebuilds a widget for each key at
every change of focus.
"""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.view.cells import width


class KeyBar(Static):
    """One line of keys; a click on one does the same as the key."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._spots: list[tuple[range, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self.call_after_refresh(self._write)

    def on_resize(self) -> None:
        """Fit the keys to the new width."""
        self._write()

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        for cells, key in self._spots:
            if event.x in cells:
                self.app.simulate_key(key)
                return

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self._write()

    def _write(self) -> None:
        if not self.is_attached:
            return
        left = self.size.width - 2
        at = 1
        spans: list[tuple[str, str]] = [(" ", "")]
        self._spots = []
        seen: set[str] = set()
        for _node, binding, enabled, _tip in self.screen.active_bindings.values():
            if not (binding.show and enabled) or binding.action in seen:
                continue
            seen.add(binding.action)
            key = self.app.get_key_display(binding)
            wide = width(key) + 1 + width(binding.description)
            if wide > left:
                continue
            spans += [(key, "bold $accent"), (f" {binding.description}  ", "$secondary")]
            self._spots.append((range(at, at + wide), binding.key))
            at += wide + 2
            left -= wide + 2
        self.update(Content.assemble(*spans))
