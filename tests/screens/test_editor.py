"""Long text in an editor: handed over, taken back, and no trace left; lists edited in place."""

from __future__ import annotations

import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.screens.conftest import open_app
from tests.screens.people import MAYA, on
from tests.screens.pressing import note, press, shown, told
from tui.app import KithApp
from tui.model.network import Network
from tui.screens.contact_form import ContactForm
from tui.widgets.entries import Entries

SIZE = (80, 24)


@contextmanager
def _suspended(_app: KithApp) -> Iterator[None]:
    yield


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that adds a line, and notes how it found the file; and the folder for what is temporary."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    script = tmp_path / "editor.py"
    script.write_text(
        "import os, sys\n"
        "path = sys.argv[-1]\n"
        "with open(sys.argv[1], 'w') as note: note.write(oct(os.stat(path).st_mode & 0o777))\n"
        "with open(path, 'a', encoding='utf-8') as file: file.write('\\nmore \\x1b[31m words\\n')\n"
        "open(path + '~', 'w').close()\n"
        "sys.exit(int(sys.argv[2]))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(KithApp, "suspend", _suspended)
    return script


async def _edited(monkeypatch: pytest.MonkeyPatch, command: str) -> tuple[str, list[str]]:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    app = open_app(Network((replace(MAYA, notes="some"),)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "e")
        form = on(app, ContactForm)
        form.field("field-notes").control.focus()
        await press(pilot, "f9")
        return form.value("field-notes"), told(pilot)


async def test_a_text_comes_back_and_nothing_stays_behind(
    editor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    text, _ = await _edited(monkeypatch, f"{sys.executable} {editor} {seen} 0")
    assert text == "some\nmore [31m words"
    assert seen.read_text() == oct(stat.S_IRUSR | stat.S_IWUSR)
    assert not list((tmp_path / "temporary").iterdir())


async def test_an_editor_that_fails_or_is_missing_changes_nothing(
    editor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, words = await _edited(monkeypatch, f"{sys.executable} {editor} {tmp_path / 'seen'} 3")
    assert text == "some"
    assert any("status 3" in each for each in words)
    text, words = await _edited(monkeypatch, "no-such-editor-here --wait")
    assert text == "some"
    assert any("was not found" in each for each in words)
    assert not list((tmp_path / "temporary").iterdir())


async def test_a_terminal_that_can_not_be_handed_over_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    text, words = await _edited(monkeypatch, sys.executable)
    assert text == "some"
    assert any("handed over" in each for each in words)


async def test_a_list_grows_by_enter_is_completed_and_shown_as_it_is_kept() -> None:
    app = open_app(Network((MAYA, replace(MAYA, uid="b", name="Bo", groups=("Rowers, Porto",)))))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=maya", "down", "e")
        form = on(app, ContactForm)
        groups = form.field("field-groups").control
        assert isinstance(groups, Entries)
        groups.focus()
        await press(pilot, "=chess", "enter", "=row")
        assert groups.suggestion == "ers, Porto"
        assert groups.size.height == 2
        await press(pilot, "right")
        phones = form.field("field-phones").control
        phones.focus()
        await press(pilot, "=+351912345678", "tab")
        assert form.value("field-phones") == "+351 912 345 678"
        form.field("field-milestones").control.focus()
        await press(pilot, "=birthday 14 march 1990")
        assert note(pilot, "field-milestones") == "→ birthday: Sun 14 Mar 2027, in 4 months"
        assert "in 4 months" in shown(pilot)
        await press(pilot, "ctrl+s")
        maya = app.book.network.contacts["maya"]
        assert maya.groups == ("chess", "Rowers, Porto")
        assert maya.phones == ("+351 912 345 678",)


async def test_what_an_import_brought_stays_to_the_letter_where_one_only_passes_by() -> None:
    odd = replace(MAYA, phones=("+351912345678", "030/55"), groups=("a;b, c",))
    app = open_app(Network((odd,)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "e")
        form = on(app, ContactForm)
        for name in ("phones", "groups", "emails"):
            form.field(f"field-{name}").control.focus()
            await press(pilot, "tab")
        await press(pilot, "ctrl+s")
        assert app.book.network.contacts["maya"] == odd
        assert app.book.undoable == ""
