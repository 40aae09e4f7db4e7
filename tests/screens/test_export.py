"""The export on screen: who, as what, where to; a file that is there is asked about."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import NOW, open_app
from tests.screens.people import on
from tests.screens.pressing import note, press, shown, told
from tui.app import KithApp
from tui.demo import sample_network
from tui.model.network import Network
from tui.rules.search.contacts import search
from tui.screens import doors
from tui.screens.ask import Ask
from tui.screens.export import ExportDialog

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.export.documents", lambda: tmp_path / "Kith")


async def opened(app: KithApp, pilot: Pilot[str], *contacts: str) -> ExportDialog:
    await press(pilot, "escape")
    dialog = doors.export(app.book, app.clock, contacts)
    app.push_screen(dialog)
    await pilot.pause()
    return dialog


async def written(pilot: Pilot[str]) -> None:
    await press(pilot, "ctrl+s")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def asked(pilot: Pilot[str]) -> None:
    """Wait for a question."""
    while not isinstance(pilot.app.screen, Ask):
        await pilot.pause()


def path(pilot: Pilot[str]) -> str:
    return pilot.app.screen.query_one("#path Input", Input).value


async def test_everybody_goes_into_one_file(tmp_path: Path) -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await opened(app, pilot)
        assert "Writes vCards, for phones and address books. Private notes stay here." in shown(pilot)
        assert path(pilot) == str(tmp_path / "Kith" / "2026-11-24 Contacts.vcf")
        await written(pilot)
        file = tmp_path / "Kith" / "2026-11-24 Contacts.vcf"
        people = len(search(app.book.network, "", NOW))
        assert file.read_text().count("BEGIN:VCARD") == people > 60
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert told(pilot)[-1] == f"Wrote {people} people to {file}"
        assert not isinstance(app.screen, ExportDialog)


async def test_form_and_ending_follow_each_other(tmp_path: Path) -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=SIZE) as pilot:
        dialog = await opened(app, pilot)
        dialog.field("form").control.focus()
        await press(pilot, "t")
        assert path(pilot).endswith("Contacts.csv")
        assert "Writes a table, for spreadsheets." in shown(pilot)
        pilot.app.screen.query_one("#path Input", Input).value = str(tmp_path / "mine.json")
        await pilot.pause()
        assert dialog.field("form").value == "json"
        pilot.app.screen.query_one("#path Input", Input).value = str(tmp_path / "mine.txt")
        await written(pilot)
        assert note(pilot, "path") == (
            "✗ mine.txt doesn't say what to write: end the name in .vcf, .csv, .md, .ics or .json."
        )
        assert app.screen is dialog


async def test_those_given_are_offered_first(tmp_path: Path) -> None:
    network = sample_network(NOW)
    some = tuple(network.contacts)[:3]
    app = open_app(network)
    async with app.run_test(size=SIZE) as pilot:
        dialog = await opened(app, pilot, *some, "gone")
        assert "[these 3]" in shown(pilot)
        pilot.app.screen.query_one("#path Input", Input).value = str(tmp_path / "some.vcf")
        await written(pilot)
        assert (tmp_path / "some.vcf").read_text().count("BEGIN:VCARD") == 3
        dialog = await opened(app, pilot, some[0])
        assert network.contacts[some[0]].name in path(pilot)
        assert dialog.field("who").value == f"only {network.contacts[some[0]].name}"


async def test_a_file_that_is_there_is_asked_about(tmp_path: Path) -> None:
    file = tmp_path / "mine.vcf"
    file.write_text("mine")
    app = open_app(sample_network(NOW))
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        pilot.app.screen.query_one("#path Input", Input).value = str(file)
        await press(pilot, "ctrl+s")
        await asked(pilot)
        assert "is there already." in shown(pilot)
        await press(pilot, "k")
        on(app, ExportDialog)
        assert file.read_text() == "mine"
        await press(pilot, "ctrl+s")
        await asked(pilot)
        await press(pilot, "r")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert file.read_text().startswith("BEGIN:VCARD")


async def test_what_can_not_be_written_is_said_and_the_dialog_stays(tmp_path: Path) -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=SIZE) as pilot:
        dialog = await opened(app, pilot)
        pilot.app.screen.query_one("#path Input", Input).value = str(tmp_path / "no" / "mine.vcf")
        await written(pilot)
        assert note(pilot, "path").startswith("✗ There is no folder ")
        assert app.screen is dialog
        await press(pilot, "escape")
        assert app.screen is not dialog


async def test_nobody_to_write_is_said() -> None:
    app = open_app(Network())
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await written(pilot)
        assert note(pilot, "who") == "✗ Nobody is in this file yet."


async def test_on_contacts_a_search_offers_whom_it_found() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "2", "X")
        dialog = on(app, ExportDialog)
        assert dialog.field("who").value.startswith("everybody (")
        await press(pilot, "escape", "slash", "=#choir", "down", "X")
        people = len(search(app.book.network, "#choir", NOW))
        assert on(app, ExportDialog).field("who").value == f"these {people}"
