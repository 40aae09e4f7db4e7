"""The import on screen: files offered, columns put right, an event joined, everything it would bring in a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.exchange.generator import connections
from tests.screens.conftest import NOW, open_app
from tests.screens.people import on
from tests.screens.pressing import press, shown
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.screens.columns import ColumnsDialog, FieldDialog
from tui.screens.events import EventsScreen
from tui.screens.importing import ImportDialog
from tui.screens.prep import PrepScreen
from tui.widgets.rowlist import RowList

SIZE = (80, 24)
TABLE = (
    "Person of note;Firm of today;Mail;What do you look for?\n"
    "Bo Li;Acme;bo@x.example;grids\n"
    "[red]Ana;;nobody;\n"
)


async def settled(pilot: Pilot[str]) -> None:
    """Wait for what is read beside the event loop."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def asked(pilot: Pilot[str]) -> None:
    """Wait until the columns are asked for; whoever asks is a worker that waits for the answer."""
    for _ in range(300):
        if isinstance(pilot.app.screen, ColumnsDialog):
            return
        await pilot.pause()
    on(pilot.app, ColumnsDialog)  # type: ignore[arg-type]


async def begun(app: KithApp, pilot: Pilot[str], folder: Path) -> None:
    """Open the dialog, which looks for files in one folder."""
    await pilot.pause()
    app.push_screen(ImportDialog(app.book, app.clock, folders=(folder,)))
    await settled(pilot)
    on(app, ImportDialog)


def list_of(pilot: Pilot[str], name: str) -> RowList:
    return pilot.app.screen.query_one(f"#{name}", RowList)


def network() -> Network:
    return Network(
        [
            Contact(uid="m", name="Maya Lin"),
            Event(uid="e", name="Grid Forum", start=NOW.date(), added=NOW.date()),
        ]
    )


async def test_files_are_offered_and_one_is_taken_without_typing(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(connections(40, hidden=0), encoding="utf-8")
    (tmp_path / "holiday.png").write_bytes(b"x")
    app = open_app(network())
    async with app.run_test(size=SIZE) as pilot:
        await begun(app, pilot, tmp_path)
        assert "On this machine" in shown(pilot)
        await press(pilot, "down", "enter")
        await settled(pilot)
        assert "LinkedIn connections" in shown(pilot)
        assert "40 records read: 40 new, 0 updated" in shown(pilot)
        assert len(list_of(pilot, "lines").ids) == 40
        await press(pilot, "end", "enter")
        assert len(app.book.network.contacts) == 41
        await press(pilot, "u")
        assert len(app.book.network.contacts) == 1


async def test_columns_are_put_right_before_anything_is_taken(tmp_path: Path) -> None:
    (tmp_path / "attendees.csv").write_text(TABLE)
    app = open_app(network())
    async with app.run_test(size=SIZE) as pilot:
        await begun(app, pilot, tmp_path)
        await press(pilot, "down", "enter")
        await asked(pilot)
        assert "No column holds names yet" in shown(pilot)
        await press(pilot, "ctrl+s")
        on(app, ColumnsDialog)
        # The first is a name, by the arrow; the second an organisation, from the list of all.
        await press(pilot, "right")
        assert "→ Bo Li, bo@x.example" in shown(pilot)
        await press(pilot, "down", "enter")
        on(app, FieldDialog)
        await press(pilot, "home", *["down"] * 5, "enter")
        assert "→ Bo Li, Acme, bo@x.example" in shown(pilot)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        on(app, ImportDialog)
        seen = shown(pilot)
        assert "A table of people" in seen
        assert "[red]Ana" in seen
        assert "“nobody” is no email address" in seen
        # Once more: the fourth column is left out, by the key for columns.
        await press(pilot, "f2")
        await asked(pilot)
        await press(pilot, "end", "enter", "home", "enter", "ctrl+s")
        await settled(pilot)
        on(app, ImportDialog)
        await press(pilot, "ctrl+s")
        (bo,) = app.book.network.by_name("Bo Li")
        assert (bo.organization, bo.emails, bo.notes) == ("Acme", ("bo@x.example",), "")


async def test_people_join_the_event_that_is_typed(tmp_path: Path) -> None:
    (tmp_path / "guests.csv").write_text(
        "name,api_id,approval_status,email\nBo Li,1,approved,bo@x.example\nMaya Lin,2,approved,\n"
    )
    app = open_app(network())
    async with app.run_test(size=SIZE) as pilot:
        await begun(app, pilot, tmp_path)
        await press(pilot, "down", "enter")
        await settled(pilot)
        assert "A Luma guest list" in shown(pilot)
        field = app.screen.query_one("#event Input", Input)
        field.focus()
        await press(pilot, "=nowhere", "enter")
        await settled(pilot)
        assert "No event is called “nowhere”" in shown(pilot)
        assert not app.book.network.by_name("Bo Li")
        field.value = "grid"
        await press(pilot, "enter")
        await settled(pilot)
        assert "2 records read: 1 new, 0 updated, 1 known already" in shown(pilot)
        await press(pilot, "enter")
        people = app.book.network.events["e"].people
        assert [app.book.network.contacts[it.contact].name for it in people] == ["Bo Li", "Maya Lin"]


async def test_a_guest_list_is_taken_from_the_preparation_and_from_the_events(tmp_path: Path) -> None:
    path = tmp_path / "guests.csv"
    path.write_text("name,api_id,approval_status,email\nBo Li,1,approved,bo@x.example\n")
    app = open_app(network())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "ctrl+o")
        on(app, ImportDialog)
        assert not app.screen.query_one("#event").display
        await press(pilot, "escape")
        on(app, EventsScreen).open_event("e")
        await settled(pilot)
        on(app, PrepScreen)
        await press(pilot, "ctrl+o")
        on(app, ImportDialog)
        assert app.screen.query_one("#event Input", Input).value == "Grid Forum"
        app.screen.query_one("#path Input", Input).value = str(path)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "enter")
        on(app, PrepScreen)
        (seat,) = app.book.network.events["e"].people
        assert app.book.network.contacts[seat.contact].name == "Bo Li"


async def test_escape_goes_back_from_the_columns_and_another_path_forgets_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A short path: what is said of a long one may not all be seen.
    monkeypatch.chdir(tmp_path)
    path = Path("attendees.csv")
    path.write_text(TABLE)
    app = open_app(network())
    async with app.run_test(size=SIZE) as pilot:
        await begun(app, pilot, tmp_path / "nowhere")
        app.screen.query_one("#path Input", Input).value = f"'{path}'"
        await press(pilot, "enter")
        await asked(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        on(app, ImportDialog)
        assert "records read" not in shown(pilot)
        await press(pilot, "f2")
        on(app, ImportDialog)
        path.write_text("nothing of the kind")
        await press(pilot, "enter")
        await settled(pilot)
        assert "of no kind that Kith knows" in " ".join(shown(pilot).replace("│", " ").split())
        await press(pilot, "escape")
        assert len(app.book.network.contacts) == 1


async def test_a_path_is_completed_with_tab(tmp_path: Path) -> None:
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / "people.vcf").write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Bo Li\nEND:VCARD\n")
    app = open_app(network())
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(app, pilot, tmp_path / "nowhere")
        field = app.screen.query_one("#path Input", Input)
        field.value = f"{tmp_path}/Dow"
        field.cursor_position = len(field.value)
        await press(pilot, "tab", "tab", "enter")
        await settled(pilot)
        assert field.value == f"{tmp_path}/Downloads/people.vcf"
        assert "1 record read: 1 new" in shown(pilot)
