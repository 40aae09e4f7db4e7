"""What is told in passing: over the top line, in two lines at most, and never over what one works on."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static
from textual.widgets._toast import Toast

from tests.screens.conftest import open_app
from tests.screens.people import small
from tests.screens.pressing import press, told
from tui.app import KithApp
from tui.config import read_settings
from tui.screens.ask import Ask
from tui.screens.base import with_hint
from tui.screens.snooze import SnoozeDialog
from tui.widgets.rowlist import RowList


async def test_a_message_stands_over_the_top_line_and_in_a_dialog_over_its_keys() -> None:
    app = open_app(small())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify("Kith can't write the copy into the second folder. " * 2, title="Worth knowing")
        await pilot.pause()
        (toast,) = app.screen.query(Toast)
        assert (toast.region.y, toast.region.height) == (0, 2)
        assert toast.region.bottom <= app.screen.query_one(RowList).region.y + 1, "its heading at most"
        await press(pilot, "s")
        assert isinstance(app.screen, SnoozeDialog)
        app.notify("Nothing to undo.")
        await pilot.pause()
        (toast,) = app.screen.query(Toast)
        assert toast.region.bottom == 24
        # How to take it back is never torn apart.
        for long, lines in ((65, 1), (66, 2), (77, 2), (78, 2)):
            words = with_hint("x" * long, 77)
            app.notify(words)
            await pilot.pause()
            (toast,) = app.screen.query(Toast)
            assert toast.region.height == lines
            assert words.endswith("\n(u undoes)") == (long in (66, 77))


async def test_what_was_told_before_a_dialog_opened_stands_once() -> None:
    app = open_app(small())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify("Added Quill Adair.")
        await pilot.pause()
        below = app.screen
        await press(pilot, "s")
        assert (len(below.query(Toast)), len(app.screen.query(Toast))) == (0, 1)
        await press(pilot, "escape")
        assert (app.screen, len(below.query(Toast))) == (below, 1)


@pytest.mark.parametrize("notices", [("One. " * 40,), ("One.", "Two.")])
async def test_what_takes_more_lines_stands_until_it_was_read(notices: tuple[str, ...]) -> None:
    app = open_app(small())
    app.book.notices = notices
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Ask)
        assert "One." in str(app.screen.query_one(".ask--words", Static).content)
        await press(pilot, "enter")
        assert not isinstance(app.screen, Ask)


async def test_a_short_notice_is_a_message() -> None:
    app = open_app(small())
    app.book.notices = ("The last line was cut short.",)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert told(pilot) == ["Worth knowing: The last line was cut short."]


async def test_what_in_the_settings_cannot_be_used_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What only the full screen knows, keys and colours, is told as everything else of the file is."""
    file = tmp_path / "config.toml"
    file.write_text('theme = "nrod"\n\n[keys]\ndone = "u"\n', encoding="utf-8")
    monkeypatch.setenv("KITH_CONFIG", str(file))
    app = open_app(small())
    app.book.use(read_settings(file)[0])
    app = KithApp(app.book, app.clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Ask)
        words = str(app.screen.query_one(".ask--words", Static).content)
        assert f"In {file}:\nline 1: there are no colours “nrod”" in words
        assert "\nline 4: u is the key of undo already" in words
        assert "did you mean nord?" in words
