"""Help for where you are: the page below, the field in it, its keys, and the two languages one types."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import ActiveBinding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tui.screens.base import KithScreen
from tui.screens.page import Page
from tui.view.everyday import how_to
from tui.view.field_help import field_help
from tui.view.help import CAPTURE_LINE, DATES, PAGES, here, signs, table
from tui.view.lines import Line, line, paragraphs, wrapped
from tui.view.search_help import search_help
from tui.widgets import keys
from tui.widgets.capture_line import CaptureLine
from tui.widgets.completing import CompletingLine
from tui.widgets.fields import Field
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList


def key_lines(screen: Screen[object]) -> Iterator[tuple[str, str]]:
    """Yield each key of a screen, with what it does: those that work now, and those that need a row first."""
    if isinstance(screen.focused, Input | TextArea):
        yield "↑ ↓", "Go from field to field, or move in the list below"
    else:
        yield "↑ ↓ j k", "Move; enter opens what is highlighted, escape goes back"
    yield "tab", "Go to the next part of the page or the next field; shift+tab goes back"
    seen: set[str] = set()
    for _node, binding, _enabled, _tip in screen.active_bindings.values():
        if binding.tooltip and not binding.system and binding.tooltip not in seen:
            seen.add(binding.tooltip)
            yield screen.app.get_key_display(binding), binding.tooltip


def key_words(screen: Screen[object]) -> Iterator[tuple[str, str]]:
    """Yield each key that works now with its word in the footer; those that stand there come first, then jumping."""
    seen: set[str] = set()
    working = [it for it in screen.active_bindings.values() if it.enabled and it.binding.tooltip]
    for _node, binding, _enabled, _tip in sorted(working, key=_place):
        if binding.description not in seen and binding.action != "help":
            seen.add(binding.description)
            yield screen.app.get_key_display(binding), binding.description


def _place(key: ActiveBinding) -> int:
    return 0 if key.binding.show else 1 if key.binding.action == "jump" else 2


class HelpScreen(Page):
    """One page over the screen that it explains; its key again shows where everyday things are."""

    TITLE_WORDS = "Help"
    BINDINGS = [keys.HOW_TO, keys.EXPLAINED, keys.CLOSE]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._keys = tuple(key_lines(about))
        self._words = tuple(key_words(about))
        self._page = PAGES.get(type(about).__name__)
        lists = about.query(RowList)
        self._empty = bool(lists) and not any(it.ids for it in lists)
        self._about = about.about_here if isinstance(about, KithScreen) else None
        self._focused = about.focused
        # Where nothing is typed, how to type a day helps nobody.
        self._dated = isinstance(about, KithScreen) or bool(about.query(Field) or about.query(CaptureLine))
        self._everyday = False

    def action_how_to(self) -> None:
        """Show where everyday things are, or what is below again."""
        self._everyday = not self._everyday
        pane = self.query_one(Pane)
        pane.border_title = self.title_words()
        pane.show(self.lines)
        self.refresh_bindings()

    def action_explained(self) -> None:
        """Show what is below again."""
        self.action_how_to()

    def title_words(self) -> str:
        """Return what is explained here."""
        if self._everyday:
            return "How do I …"
        return f"{self.TITLE_WORDS}: {self._page.name}" if self._page is not None else self.TITLE_WORDS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of the two keys of the same name only the one works that leads to what is not shown."""
        if action in ("how_to", "explained"):
            return (action == "explained") == self._everyday
        return super().check_action(action, parameters)

    def lines(self, wide: int) -> list[Line]:
        """Return the page, or where everyday things are."""
        return how_to(wide) if self._everyday else self._explained(wide)

    def _explained(self, wide: int) -> list[Line]:
        searching = isinstance(self._focused, CompletingLine) and self._focused.id == "search"
        capturing = isinstance(self._above(CaptureLine), CaptureLine)
        on_page = self._about is not None
        capture = [line(("The capture line", "heading")), *table(CAPTURE_LINE, wide)]
        search = [line(("The search line", "heading")), *search_help(wide)]
        return paragraphs(
            search if searching else capture if capturing else self._field(wide),
            here(self._page, self._words, wide, empty=self._empty),
            self._about(wide) if self._about is not None else (),
            signs(self._page, wide),
            [line(("Keys here", "heading")), *table(self._keys, wide)],
            capture if on_page and not capturing else (),
            search if on_page and not searching else (),
            [line(("Dates", "heading")), *wrapped(DATES, wide, "dim")] if self._dated else (),
        )

    def _field(self, wide: int) -> list[Line]:
        """Return what the field is for in which the cursor stands, if it stands in one."""
        field = self._above(Field)
        if not isinstance(field, Field):
            return []
        what, how = field_help(field.label, type(field.control).__name__)
        return [
            line((f"{field.label}", "heading")),
            *(wrapped(what, wide) if what else ()),
            *wrapped(how, wide, "dim"),
        ]

    def _above(self, kind: type[DOMNode]) -> DOMNode | None:
        focused = self._focused
        return (
            next((it for it in focused.ancestors_with_self if isinstance(it, kind)), None)
            if focused
            else None
        )
