"""The welcome on an empty file: three doors."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.clock import Clock
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall
from tui.screens.capture import CaptureDialog
from tui.screens.importing import ImportDialog
from tui.store.book import Book
from tui.view.lines import Line, fit_line, line
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.rowlist import RowList

_WORDS = (
    "Kith helps you arrive at an event prepared, leave it with promises written down, and keep every one "
    "of them. Everything stays in one file on this machine. Nothing is sent anywhere.\n\n"
    "Choose with ↑ and ↓, then press enter; escape begins an empty file."
)
_DOORS: dict[str, tuple[str, str]] = {
    "import": ("Import your LinkedIn connections", "or Google, Outlook, vCards, a guest list"),
    "first": ("Add the first person", "one line: Maya Lin @Acme !send the deck by fri"),
    "demo": ("Look at a sample network", "sixty invented people to try; nothing is kept"),
}


class _Doors(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.OPEN_ROW]


class WelcomeScreen(ModalScreen[None]):
    """Where to begin."""

    BINDINGS = [keys.BACK, keys.CAPTURE, keys.QUIT_HERE, keys.HELP]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__()
        self.book, self.clock = book, clock

    def compose(self) -> ComposeResult:
        """A few words and the doors."""
        with Vertical(id="welcome") as box:
            box.border_title = "Welcome to Kith"
            yield Static(_WORDS, markup=False, id="welcome-words")
            yield _Doors(self._paint, row_height=2, id="doors")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Stand before the first door."""
        doors = self.query_one(RowList)
        doors.fill(tuple(_DOORS))
        doors.focus()

    @work
    async def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Go through a door; the welcome stays until somebody is there."""
        if message.row == "demo":
            self.app.exit("demo")
        elif message.row == "import":
            if await self.app.push_screen_wait(ImportDialog(self.book, self.clock)):
                self.dismiss(None)
        else:
            await self._add()

    @work
    async def action_capture(self) -> None:
        """Add the first person, as the door does."""
        await self._add()

    async def action_help(self) -> None:
        """Explain the capture line and the rest."""
        await self.app.run_action("app.help")

    def action_back(self) -> None:
        """Begin with an empty file."""
        self.dismiss(None)

    async def action_leave(self) -> None:
        """Quit."""
        await self.app.run_action("app.leave")

    async def _add(self) -> None:
        await self.app.push_screen_wait(CaptureDialog(self.book, self.clock))
        if self.book.network.contacts:
            self.dismiss(None)

    def _paint(self, door: str, wide: int) -> tuple[Line, Line]:
        words, below = _DOORS[door]
        return line((f"› {words}", "strong")), fit_line(line((f"  {below}", "dim")), wide)
