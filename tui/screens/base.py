"""What all screens share: a Book and a clock, saving with an answer, and repainting on change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.dom import DOMNode
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.actions.interactions import Refused
from tui.clock import Clock
from tui.model.change import Change
from tui.model.network import Conflict, Network
from tui.model.records import Profile
from tui.rules.phrases import clipped
from tui.screens import doors
from tui.store.book import Book
from tui.store.faults import CannotKeep, NotSaved, ReadOnly
from tui.view.cells import width
from tui.view.lines import Line
from tui.view.tour import tour_line
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.look import style_sheet
from tui.widgets.topbar import TopBar

Intent = Change | Callable[[], Change]
"""A change, or how to make it: an action that may refuse what is asked."""

LONGEST_DONE = 110
"""Characters of what was done that are told: two lines of 80 columns, with how to take it back."""
_HINT = "(u undoes)"
_AROUND_TOLD = 3
"""Cells of what is told that are not its words: its edge, and what is free on both sides."""
LEAST = (60, 16)
"""Columns and rows that screens need."""
CAPTURE_LEAST = (30, 8)
"""Columns and rows that capture mode needs: a phone over ssh has them."""
WIDTHS = [(0, "-tiny"), (LEAST[0], "-narrow"), (100, "-medium"), (160, "-wide")]
HEIGHTS = [(0, "-flat"), (LEAST[1], "-tall")]


def with_hint(words: str, room: int) -> str:
    """Return what was done with the hint how to take it back, on a line of its own where `room` cells end within it.

    Textual breaks lines at every blank, also at those that should hold.
    """
    apart = "\n" if width(words) <= room < width(words) + len(_HINT) + 2 else "  "
    return f"{words}{apart}{_HINT}"


def commit(node: DOMNode, book: Book, intent: Intent, *, quiet: bool = False) -> bool:
    """Put a change into the book and say what became of it; False if nothing was changed."""
    try:
        return _commit(node, book, intent, quiet=quiet)
    finally:
        # A book that can only be read from now on has changed nothing, and told nobody.
        for screen in node.app.screen_stack:
            for bar in screen.query(TopBar):
                bar.write()


def may_change(node: DOMNode, book: Book) -> bool:
    """Tell whether anything can be changed, and say why where not: before a question is asked about it."""
    why = book.read_only
    if why:
        node.app.notify(why, title="Read-only", severity="warning", markup=False, timeout=8)
    return not why


def _commit(node: DOMNode, book: Book, intent: Intent, *, quiet: bool) -> bool:
    app = node.app
    try:
        change = intent if isinstance(intent, Change) else intent()
        if not change:
            return True
        book.commit(change)
    except (ReadOnly, Refused, CannotKeep) as reason:
        app.notify(str(reason), title="Nothing was changed", severity="warning", markup=False)
        return False
    except Conflict:
        app.notify(
            "It was changed meanwhile. Look at it again, then repeat what you did.",
            title="Nothing was changed",
            severity="warning",
            markup=False,
        )
        return False
    except NotSaved as reason:
        words = f"{reason} Until then it is kept here."
        app.notify(words, severity="error", markup=False, timeout=12)
        return True
    if not quiet:
        words = clipped(change.words, LONGEST_DONE)
        app.notify(with_hint(words, app.size.width - _AROUND_TOLD), markup=False, timeout=3)
    return True


class OpenContact(Message):
    """Somebody is to be shown on the contacts screen."""

    def __init__(self, contact: str) -> None:
        self.contact = contact
        super().__init__()


class OpenEvent(Message):
    """An event is to be shown: its preparation, or its debrief."""

    def __init__(self, event: str, *, debrief: bool = False) -> None:
        self.event, self.debrief = event, debrief
        super().__init__()


class Painted(Message):
    """A screen was painted for the first time."""


class GoBack(Message):
    """Nothing is left to leave on this screen: the one from which it was opened is to be shown."""


def fitting(page: Screen[Any], size: Size) -> None:
    """Take the classes of a terminal's size on before anything is styled, which would else be done twice."""
    for number, breakpoints in ((size.width, WIDTHS), (size.height, HEIGHTS)):
        page._classes.update(page._get_breakpoint_classes(number, breakpoints))


def is_too_small(size: Size, least: tuple[int, int] = LEAST) -> bool:
    """Tell whether a terminal has no room for Kith, or for a screen that needs less."""
    return size.width < least[0] or size.height < least[1]


class TooSmall(Static):
    """Stands over everything where the terminal has no room."""

    def __init__(self) -> None:
        super().__init__(
            "Kith needs a terminal of at least 60×16.\n"
            "Make this one larger, and everything is as it was.\n"
            "On a phone: A takes lines about people.\nctrl+q quits.",
            markup=False,
            classes="too-small",
        )


class KithScreen(Screen[None]):
    """A screen of its own: top line, body, keys. It hears of every change and repaints when seen."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    MODE: ClassVar[str] = ""
    """The mode that the top line marks as 'here'."""
    STYLE: ClassVar[str] = ""
    """Name of the style sheet."""

    def __init_subclass__(cls) -> None:
        """Find the style sheet of the screen."""
        if cls.STYLE:
            cls.CSS_PATH = style_sheet(cls.STYLE)
        super().__init_subclass__()

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__()
        self.book, self.clock = book, clock
        self._stale, self._unpainted = False, True
        self._unlisten: Callable[[], None] = lambda: None

    def fit(self, size: Size) -> None:
        """Take the classes of a terminal's size on before anything is styled, which would else be done twice."""
        fitting(self, size)

    def painted(self) -> None:
        """Do what could wait until the screen was painted for the first time."""

    def _compositor_refresh(self) -> None:
        """Paint, unless a batch is under way: what is painted then is thrown away, and would not be painted again."""
        if self.app._batch_count:
            self._repaint_required = True
            return
        super()._compositor_refresh()
        if self._unpainted and self.is_current:
            self._unpainted = False
            self.call_later(self.painted)
            self.app.post_message(Painted())

    @property
    def network(self) -> Network:
        """The open network."""
        return self.book.network

    @property
    def now(self) -> datetime:
        """The moment, in the user's time zone."""
        return self.clock.now()

    def body(self) -> ComposeResult:
        """Yield what stands between the top line and the keys."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Top line, body, keys; in the sample a line of its tour."""
        yield TopBar(self.book, self.clock, self.MODE)
        words = tour_line(type(self).__name__) if getattr(self.app, "demo", False) else ""
        if words:
            self._bindings.key_to_bindings.setdefault(keys.HIDE_TOUR.key, []).append(keys.HIDE_TOUR)
            yield Static(words, markup=False, classes="tour")
        yield from self.body()
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Hear of changes from now on."""
        # Textual calls this for every class of a screen's line, and those that have their own call it too.
        self._unlisten()
        self._unlisten = self.book.listen(self._heard)

    def on_unmount(self) -> None:
        """Hear no more."""
        self._unlisten()
        self._unlisten = lambda: None

    def on_screen_resume(self) -> None:
        """Repaint what changed while another screen was seen."""
        self.query_one(TopBar).write()
        if self._stale:
            self._stale = False
            self.changed(None)

    def dirty(self) -> bool:
        """Tell whether messages were begun and neither sent nor let go: they are kept until Kith is left."""
        return bool(self.book.letters)

    def about_here(self, wide: int) -> list[Line]:
        """Return what the help says first, of what is highlighted, for a page of so many cells."""
        return []

    def changed(self, change: Change | None) -> None:
        """Repaint what a change concerns; everything if it is None."""

    def commit(self, intent: Intent, *, quiet: bool = False) -> bool:
        """Put a change into the book and say what became of it; False if nothing was changed."""
        return commit(self, self.book, intent, quiet=quiet)

    def may_change(self) -> bool:
        """Tell whether anything can be changed, and say why where not."""
        return may_change(self, self.book)

    async def ask_who_you_are(self) -> None:
        """Ask four things about you, once, where they first matter: words are signed with them and rest on them."""
        if self.book.kept and not self.book.read_only and not self.network.rows(Profile):
            await self.app.push_screen_wait(doors.about_you(self.book, self.clock))

    def action_hide_tour(self) -> None:
        """Hide the tour's line on every page."""
        self.app.add_class("-toured")

    def open_contact(self, contact: str) -> None:
        """Show somebody on the contacts screen."""
        self.app.post_message(OpenContact(contact))

    def open_event(self, event: str, *, debrief: bool = False) -> None:
        """Show an event: its preparation, or its debrief."""
        self.app.post_message(OpenEvent(event, debrief=debrief))

    def _heard(self, change: Change) -> None:
        if self.is_current:
            # A change of nothing is one of the settings: they may concern every row.
            self.changed(change or None)
        else:
            self._stale = True
