"""What is done on the way to a place where no key does it, or many would have to be pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from msgspec.structs import replace
from textual.app import App
from textual.widgets import Input

from tests.gallery.people import day
from tests.gallery.stores import FullDisk
from tui.app import KithApp
from tui.model.change import Edits
from tui.model.records import Deferral
from tui.screens.importing import ImportDialog
from tui.screens.practice import PracticeScreen
from tui.widgets.rowlist import RowList


def at(row: str) -> Callable[[App[Any]], None]:
    """Return what highlights the first row of the list that is seen whose name has these words in it."""

    def do(app: App[Any]) -> None:
        rows = app.screen.query_one(RowList)
        rows.select(next(it for it in rows.ids if row in it))

    return do


def end(app: App[Any]) -> None:
    """Go to the end of the list."""
    rows = app.screen.query_one(RowList)
    rows.select(rows.ids[-1])


def with_file(name: str) -> Callable[[App[Any]], None]:
    """Return what types the name of a file into the field for it."""

    def do(app: App[Any]) -> None:
        box = app.screen.query_one("#path Input", Input)
        box.value = name
        box.cursor_position = len(name)

    return do


def reading(app: App[Any]) -> None:
    """Show an import as it is in the middle of a large file."""
    dialog = app.screen
    assert isinstance(dialog, ImportDialog)
    dialog.query_one("#path Input", Input).value = "~/Downloads/Connections.csv"
    dialog._wait()
    dialog._progress(12_000, 30_000)


def full_disk(app: App[Any]) -> None:
    """Let the disk be full from now on."""
    cast("KithApp", app).book._store = FullDisk()


def put_off(app: App[Any]) -> None:
    """Let the check-in that is highlighted have been put off some times in a row."""
    book, name = cast("KithApp", app).book, app.screen.query_one(RowList).current
    contact = book.network.contacts[(name or "").partition(" ")[0]]
    times: Sequence[int] = (12, 9, 6)
    put_offs = tuple(Deferral(row="check_in", action="skip", day=day(it), until=day(it - 2)) for it in times)
    edits = Edits(book.network)
    edits.put(replace(contact, deferrals=put_offs))
    book.commit(edits.change("Put off"))


def stopped(app: App[Any]) -> None:
    """Go to the pitch, and stop its clock at 24 seconds."""
    screen = app.screen
    assert isinstance(screen, PracticeScreen)
    pitch = next(name for name, card in (screen._cards or {}).items() if card.kind == "pitch")
    screen._round = replace(screen._round, left=(pitch, *(it for it in screen._round.left if it != pitch)))
    screen._turn()
    screen._seconds = 24
    screen._write()
