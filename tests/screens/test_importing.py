"""The import on screen: a path, what it would bring, then yes; and files that are none."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.calm import press_meanwhile
from tests.screens.conftest import open_app
from tests.screens.people import on
from tests.screens.pressing import footer, note, press, shown
from tui.actions.importing import read_source
from tui.app import KithApp
from tui.exchange.formats import Source
from tui.screens import importing
from tui.screens.contacts import ContactsScreen
from tui.screens.importing import ImportDialog

SIZE = (80, 24)
ROWS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Maya,Lin,https://www.linkedin.com/in/maya-lin,,Acme Robotics,Design Lead,08 Feb 2026\n"
    'José,"Álvarez, PhD",https://www.linkedin.com/in/jose-a,,[red]Salt,Founder,01 Mar 2026\n'
    ",,,,,,09 Mar 2026\n"
)


async def choose(pilot: Pilot[str], path: Path | str) -> None:
    """Type a path, and wait until it was read."""
    pilot.app.screen.query_one(Input).value = str(path)
    await press(pilot, "enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def opened(app: KithApp, pilot: Pilot[str]) -> None:
    await press(pilot, "escape", "2", "ctrl+o")
    on(app, ImportDialog)


async def test_a_file_is_looked_at_then_taken_and_undone_as_one(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(ROWS, encoding="utf-8")
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await choose(pilot, path)
        seen = shown(pilot)
        assert "3 records read: 2 new, 0 updated, 0 known already, 1 not taken." in seen
        assert "line 4       no name: this member hides it, or has left LinkedIn" in seen
        assert not app.book.network.contacts
        await press(pilot, "enter")
        on(app, ContactsScreen)
        assert {it.tier for it in app.book.network.contacts.values()} == {"ambient"}
        assert "[red]Salt" in {it.organization for it in app.book.network.contacts.values()}
        await press(pilot, "ctrl+o")
        await choose(pilot, path)
        assert "Nothing new in this file." in shown(pilot)
        await press(pilot, "enter", "escape", "u")
        assert not app.book.network.contacts


async def test_paths_that_lead_nowhere_are_said(tmp_path: Path) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "empty.csv").write_bytes(b"")
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        for bad in (
            "",
            tmp_path / "gone.csv",
            tmp_path,
            tmp_path / "photo.csv",
            tmp_path / "empty.csv",
            "\x00",
        ):
            await choose(pilot, bad)
            on(app, ImportDialog)
            assert note(pilot, "path").startswith("✗"), bad
        assert not app.book.network.contacts
        # The line stands there to be put right, and says so no more once it is typed on.
        await press(pilot, "x")
        assert "✗" not in shown(pilot)


async def test_another_path_takes_the_report_away(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(ROWS, encoding="utf-8")
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await choose(pilot, path)
        await press(pilot, "x")
        assert "records read" not in shown(pilot)
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete()
        assert not app.book.network.contacts


async def test_while_a_file_is_read_one_can_only_stop_and_what_it_brings_comes_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, go_on = tmp_path / "Connections.csv", Event()
    path.write_text(ROWS, encoding="utf-8")

    def slowly(path: Path) -> Source:
        go_on.wait(10)
        return read_source(path)

    monkeypatch.setattr(importing, "read_source", slowly)
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        assert footer(pilot) == "^s Read it  esc Back  f1 Help"
        app.screen.query_one(Input).value = str(path)
        await press_meanwhile(app, "enter")
        assert footer(pilot) == "esc Cancel  f1 Help"
        await press_meanwhile(app, "escape")
        on(app, ImportDialog)
        assert footer(pilot) == "^s Read it  esc Back  f1 Help"
        go_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "LinkedIn connections" not in shown(pilot)
        await choose(pilot, path)
        assert footer(pilot) == "^s Take them  esc Back  f1 Help"
        await press(pilot, "escape")
        on(app, ContactsScreen)
