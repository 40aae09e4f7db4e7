"""The page of a damaged file: what is damaged, what can be had, and nothing written before an answer."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.screens.conftest import NOW
from tests.screens.people import DAY, small
from tests.screens.pressing import press, shown
from tui.cli.screen import full_screen
from tui.clock import Clock
from tui.model.change import Change, Edit, Edits
from tui.model.records import Contact
from tui.opening import Options, Trouble
from tui.recovery import RecoveryApp
from tui.screens.ask import Ask
from tui.screens.recovery import RecoveryHelp, RecoveryScreen
from tui.store.book import Book
from tui.store.faults import Damaged
from tui.store.repair import repair
from tui.widgets.look import DARK, LIGHT


@pytest.fixture
def damaged(tmp_path: Path) -> tuple[Path, Damaged]:
    """Return a network file that was cut in the middle, and what opening it says."""
    path = tmp_path / "network.json"
    book = Book.open(path, DAY)
    for _ in range(2):
        edits = Edits(book.network)
        edits.put(*small().records())
        book.commit(edits.change("Made"))
        book.checkpoint()
    book.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Damaged) as fault:
        Book.open(path, DAY)
    return path, fault.value


def words(pilot: Pilot[str], pane: str) -> str:
    """Return what a pane says, as one line."""
    lines = pilot.app.screen.query_one(f"{pane} Static", Static).render()
    return " ".join(str(lines).split())


async def test_it_is_said_and_left_as_it_is(damaged: tuple[Path, Damaged]) -> None:
    path, fault = damaged
    before = path.read_bytes()
    app = RecoveryApp(fault, Clock(fixed=NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, RecoveryScreen)
        seen = shown(pilot)
        assert "What you can do" in seen
        assert "Damaged" in seen
        assert all(it in seen.splitlines()[-1] for it in ("Choose", "Leave it", "Help"))
        assert "First, because there is no other way." in words(pilot, "#meaning")
        await press(pilot, "enter")
        assert isinstance(app.screen, Ask)
        assert "─ Keep what is whole? ─" in shown(pilot)
        assert "copied aside first" in shown(pilot)
        await press(pilot, "f1")
        assert isinstance(app.screen, RecoveryHelp)
        assert "Keep what is whole" in shown(pilot)
        assert "Help" not in shown(pilot).splitlines()[-1]  # it leads no further
        await press(pilot, "f1")
        assert isinstance(app.screen, Ask)
        await press(pilot, "n", "question_mark")
        assert isinstance(app.screen, RecoveryHelp)
        await press(pilot, "question_mark", "end")
        assert isinstance(app.screen, RecoveryScreen)
        assert "nothing is written" in words(pilot, "#meaning")
        await press(pilot, "enter")
    assert app.return_value is None
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "way_out", [("escape",), ("q",), ("enter", "escape", "escape"), ("question_mark", "escape", "q")]
)
async def test_every_way_out_leaves_it_as_it_is(
    damaged: tuple[Path, Damaged], way_out: tuple[str, ...]
) -> None:
    path, fault = damaged
    before = path.read_bytes()
    app = RecoveryApp(fault, Clock(fixed=NOW))
    async with app.run_test(size=(60, 16)) as pilot:
        await press(pilot, *way_out)
        assert app._exit
    assert app.return_value is None
    assert path.read_bytes() == before


async def test_it_wears_the_colours_that_are_set(damaged: tuple[Path, Damaged]) -> None:
    _path, fault = damaged
    assert RecoveryApp(fault, Clock(fixed=NOW), LIGHT.name).theme == LIGHT.name
    assert RecoveryApp(fault, Clock(fixed=NOW), "no such colours").theme == DARK.name


async def test_yes_repairs_it_and_keeps_what_was(
    damaged: tuple[Path, Damaged], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fault = damaged
    app = RecoveryApp(fault, Clock(fixed=NOW))
    seen: list[str] = []

    def watched(*given: Any) -> Any:
        # A large file takes a while: the page says so, and nothing else can be done meanwhile.
        assert threading.current_thread() is not threading.main_thread()
        seen.append(str(app.screen.query_one("#recovery-top", Static).render()))
        app.call_from_thread(app._page.action_leave)
        return repair(*given)

    monkeypatch.setattr("tui.screens.recovery.repair", watched)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "y")
        await app.workers.wait_for_complete()
    assert "written anew" in seen[0]
    assert app.return_value is not None
    assert app.return_value.startswith("The file holds what could be read of it: 1 contact.")
    assert "is kept in" in app.return_value
    book = Book.open(path, DAY)
    assert book.network.contacts["maya"].name == "Maya Lin"
    book.close()


async def test_how_old_each_copy_is_and_how_much_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    for number in range(2):
        book = Book.open(path, NOW.date() - dt.timedelta(days=5 - number))
        new = Contact(uid=f"c-{number}", name="Ngozi Eze")
        book.commit(Change("Added", (Edit(None, new),)))
        book.close()
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(Damaged) as fault:
        Book.open(path, NOW.date())
    app = RecoveryApp(fault.value, Clock(fixed=NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "› Restore the copy of Thu 19 Nov" in shown(pilot)
        assert "5 days ago, 1 record" in shown(pilot)
        await press(pilot, *["down"] * 9, "up")
        assert "Puts the copy of Thu 19 Nov (5 days ago) in the file's place: 1 contact." in words(
            pilot, "#meaning"
        )


async def test_a_file_and_a_journal_that_disagree_are_no_alarm(tmp_path: Path) -> None:
    """Another program wrote the file while Kith's last changes were in the journal alone."""
    path = tmp_path / "network.json"
    book = Book.open(path, DAY)
    for number in range(2):
        new = Contact(uid=f"c-{number}", name="Ngozi Eze")
        book.commit(Change("Added", (Edit(None, new),)))
    book.abandon()
    path.write_text(path.read_text().replace("Ngozi", "Ngozie"))
    with pytest.raises(Damaged) as fault:
        Book.open(path, DAY)
    app = RecoveryApp(fault.value, Clock(fixed=NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = shown(pilot)
        assert all(it in seen for it in ("Take over both", "Take the file as it is now", "What happened"))
        assert "Keep what is whole" not in seen
        await press(pilot, "enter", "y")
    again = Book.open(path, DAY)
    assert [it.name for it in again.network.contacts.values()] == ["Ngozie Eze", "Ngozi Eze"]
    again.close()


async def test_where_nothing_is_left_it_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    path.touch()
    with pytest.raises(Damaged) as fault:
        Book.open(path, DAY)
    app = RecoveryApp(fault.value, Clock(fixed=NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = " ".join(part.split("│")[-1].strip() for part in shown(pilot).splitlines())
        assert "Put a copy of your own in its place, or move it away" in seen
        assert "There is no journal" in seen
        await press(pilot, "enter")
    assert app.return_value is None
    assert path.read_bytes() == b""


def test_a_file_of_a_later_version_is_not_offered_a_copy_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "network.json"
    path.write_text('{"meta": {"1": {"uid": "meta", "version": 2}}, "contacts": {}}')
    monkeypatch.setenv("TEXTUAL_DRIVER", "none")
    options = Options()
    options.file = path
    with pytest.raises(Trouble, match="Update Kith to open it"):
        full_screen(options)
