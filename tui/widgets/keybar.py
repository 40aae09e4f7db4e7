"""The footer: the keys that mean something now, as many as fit the width, in the order of their worth.

Written here because Textual's footer overflows silently at 80 columns and rebuilds a widget for each key at
every change of focus.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, runtime_checkable

from textual import events
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tui.view.cells import width
from tui.widgets import keys
from tui.widgets.ahead import is_typed_into

_TYPED = {"slash", "question_mark", "space", "plus", "minus", "equals_sign"}
"""Keys with a name that go into the field where one types, as letters do."""
_HELP = {"?", "f1"}


@runtime_checkable
class Pointing(Protocol):
    """A screen on which some keys matter more just now than in general."""

    def foremost(self) -> Mapping[str, str | None]:
        """Return the actions that the footer names first now, also of keys else not named.

        With each go the words for it as things are: '' for its own, None to leave it out.
        """
        ...


class KeyBar(Widget):
    """One line of keys; a click on one does the same as the key.

    What it says is made out once, however often the bindings were told anew before, and painted where it differs.
    """

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._spots: list[tuple[range, str]] = []
        self._shown: list[tuple[str, str, str]] | None = None
        """What stands there; None before it was painted first, which finds out by itself what to say."""
        self._asked = False

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        for cells, key in self._spots:
            if event.x in cells:
                self.app.simulate_key(key)
                return

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        if not self._asked:
            self._asked = True
            self.call_later(self._look)

    def _look(self) -> None:
        """Paint the keys anew if they are others: with each move in a list they are mostly the same."""
        self._asked = False
        if self._shown is not None and list(self._fitting(self.size.width - 2)) != self._shown:
            self.refresh()

    def render(self) -> Content:
        """Return the keys that mean something now."""
        at, spans = 1, [(" ", "")]
        self._spots = []
        self._shown = list(self._fitting(self.size.width - 2))
        for key, words, pressed in self._shown:
            spans += [(key, "bold $accent"), (f" {words}  ", "$secondary")]
            wide = width(key) + 1 + width(words)
            self._spots.append((range(at, at + wide), pressed))
            at += wide + 2
        return Content.assemble(*spans)

    def _fitting(self, left: int) -> Iterator[tuple[str, str, str]]:
        """Yield the keys that fit in `left` cells, in order; help keeps its place at the end."""
        found = list(self._keys())
        last = [each for each in found if each[0] in _HELP]
        if found and found[0][2] == "escape":
            # What one came for stands first, not the way out.
            last.insert(0, found[0])
        owed = sum(_wide(each) + 2 for each in last)
        for each in (*(it for it in found if it not in last), *last):
            owed -= (_wide(each) + 2) * (each in last)
            if _wide(each) <= left - owed:
                left -= _wide(each) + 2
                yield each

    def _keys(self) -> Iterator[tuple[str, str, str]]:
        """Yield what each key is called, what it does, and the key itself, in the order of their worth."""
        active = self.screen.active_bindings
        named = self.screen.foremost() if isinstance(self.screen, Pointing) else {}
        seen = set(named)
        for action, words in named.items():
            for _node, binding, enabled, _tip in active.values():
                if enabled and binding.action == action and words is not None:
                    yield self.app.get_key_display(binding), words or binding.description, binding.key
                    break
        opens = self._opens(active)
        focused = self.app.focused
        typing = is_typed_into(focused)
        for node, binding, enabled, _tip in active.values():
            # A dialog has no keys of the app behind its own: there it stands before the way out.
            if opens is not None and (node is self.app or (self.screen.is_modal and binding.key == "escape")):
                if opens.action not in seen:
                    yield self.app.get_key_display(opens), opens.description, opens.key
                opens = None
            if not (binding.show and enabled) or binding.action in seen:
                continue
            if typing and binding.key in _TYPED and node is not focused:
                continue
            if binding.action == keys.UNDO_HERE.action and not self._undoable():
                continue
            seen.add(binding.action)
            # Where letters are typed, help is on its other key.
            shown = binding.key if typing and binding.key == "f1" else self.app.get_key_display(binding)
            yield shown, binding.description, binding.key
        helps = "f1" in self.app._bindings.key_to_bindings  # the page of a damaged file has none
        if self.screen.is_modal and helps and not seen & {"help", "how_to", "explained"}:
            # The app's own keys don't reach below a dialog; this one does.
            yield "f1", "Help", "f1"

    def _undoable(self) -> bool:
        """Tell whether there is anything to take back."""
        book = getattr(self.app, "book", None)
        return book is None or bool(book.undoable)

    def _opens(self, active: Mapping[str, ActiveBinding]) -> Binding | None:
        """Return what enter does on this screen where a list has taken the key for itself."""
        enter = active.get("enter")
        if enter is None or enter.binding.action != "choose" or enter.binding.show:
            return None
        for binding in self.screen._bindings.key_to_bindings.get("enter", ()):
            if binding.show and self.screen.check_action(binding.action, ()):
                return binding
        return None


def _wide(key: tuple[str, str, str]) -> int:
    return width(key[0]) + 1 + width(key[1])
