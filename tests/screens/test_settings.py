"""The settings on a screen: what is changed there is in the file and holds at once; nothing wrong gets in."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import NOW, open_app
from tests.screens.pressing import note, shown
from tui.app import KithApp
from tui.config import read_settings
from tui.demo import sample_network
from tui.model.settings import Settings
from tui.screens.done import DoneDialog
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.settings import SettingsForm
from tui.widgets.choice import Choice
from tui.widgets.entries import Entries
from tui.widgets.fields import OneLine
from tui.widgets.rowlist import RowList


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("KITH_CONFIG", str(path))
    return path


async def opened(pilot: Pilot[str]) -> SettingsForm:
    await pilot.pause()
    await pilot.press("comma")
    assert isinstance(pilot.app.screen, SettingsForm)
    return pilot.app.screen


def put(form: SettingsForm, name: str, value: str) -> None:
    control = form.field(name).control
    assert isinstance(control, OneLine | Choice)
    control.value = value


async def test_what_is_changed_is_in_the_file_and_holds_at_once(file: Path) -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(100, 40)) as pilot:
        form = await opened(pilot)
        put(form, "tiers-inner", "14")
        put(form, "tone", "plain")
        put(form, "first_screen", "events")
        put(form, "theme", "kith-light")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not isinstance(app.screen, SettingsForm)
        settings, told = read_settings(file)
        assert told == ()
        assert (settings.tiers.inner, settings.tone, settings.first_screen) == (14, "plain", "events")
        assert app.book.network.settings == settings
        assert app.theme == "kith-light"
        # What was not changed is not set: a later version may have a better default.
        assert "\nfocus_minutes" not in file.read_text(encoding="utf-8")


async def test_a_lower_number_a_day_shows_fewer_of_the_queue_at_once(file: Path) -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(100, 40)) as pilot:
        form = await opened(pilot)
        put(form, "check_ins_a_day", "1")
        before = _check_ins(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        # Those of the coming days are shown too, whatever the number.
        assert _check_ins(app) < before


def _check_ins(app: KithApp) -> int:
    screen = app.screen_stack[0]
    assert isinstance(screen, FollowUpsScreen)
    rows = screen.query_one("#queue", RowList).ids
    return sum("check_in" in row for row in rows)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("tiers-inner", "0", "must be a whole number from 1 to 3650"),
        ("tiers-inner", "often", "must be a whole number"),
        ("focus_minutes", "", "must be a whole number from 1 to 180"),
    ],
)
async def test_what_cannot_be_is_told_and_not_saved(file: Path, name: str, typed: str, said: str) -> None:
    app = open_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("escape")
        form = await opened(pilot)
        put(form, name, typed)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is form
        assert said in form.field(name).problem
        assert not file.exists()
        assert app.book.network.settings == Settings()


async def test_a_file_that_is_no_toml_is_not_written_over(file: Path) -> None:
    file.write_text("tone = ", encoding="utf-8")
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(100, 40)) as pilot:
        form = await opened(pilot)
        put(form, "tone", "plain")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is form
        assert file.read_text(encoding="utf-8") == "tone = "


async def test_all_colours_offered_are_there_and_others_are_told(file: Path) -> None:
    network = sample_network(NOW)
    network.settings = Settings(theme="textual-beige")
    app = open_app(network)
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        assert app.theme == "kith-dark"
        assert "“textual-beige”" in shown(pilot)
        assert "tokyo-night" in shown(pilot)
        await pilot.press("escape")
        form = await opened(pilot)
        control = form.field("theme").control
        assert isinstance(control, Choice)
        assert set(control.options) <= set(app.available_themes)
        put(form, "theme", "ansi-dark")
        await pilot.press("ctrl+s")
        assert app.theme == "ansi-dark"
        assert read_settings(file)[0].theme == "ansi-dark"


async def test_a_key_of_ones_own_holds_at_once_and_none_is_taken_that_means_something_else(
    file: Path,
) -> None:
    file.write_text('# mine\n[keys]\nskip = "Z"\n', encoding="utf-8")
    app = open_app(sample_network(NOW))
    app.book.use(read_settings(file)[0])
    async with app.run_test(size=(100, 40)) as pilot:
        form = await opened(pilot)
        box = form.field("keys").control
        assert isinstance(box, Entries)
        assert box.text == "skip = Z"
        for text, told in (
            ("done", "“done”: write a command"),
            ("dune = D", "did you mean done?"),
            ("done = s", "is the key of snooze already"),
        ):
            box.text = text
            await pilot.press("ctrl+s")
            assert app.screen is form
            assert told in note(pilot, "keys")
        box.text = 'done = "V"\nsnooze = N, B'
        await pilot.press("ctrl+s")
        assert app.screen is not form
        assert read_settings(file)[0].keys == {"done": "V", "snooze": "N, B"}
        assert file.read_text(encoding="utf-8").startswith("# mine\n")
        await pilot.press("down", "down", "V")
        assert isinstance(app.screen, DoneDialog)
