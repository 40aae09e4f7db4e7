"""Pictures of the two screens and of a dialog, in dark, light and no colours; looked at when they change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import open_app
from tests.screens.people import small
from tests.screens.pressing import press
from tui.app import KithApp
from tui.rules.drafts.writing import Draft
from tui.rules.starters import Suggestion
from tui.widgets.look import LIGHT

Compare = Callable[..., bool]
SIZES = [(80, 24), (120, 40)]
LOOKS = ["dark", "light", "none"]


@pytest.fixture
def app(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> KithApp:
    """Return the app in a look, with words that no other part of the program has a hand in."""
    said = (Suggestion(text="Did the gripper hold?", because="a call", kind="thread", depth=2),)
    monkeypatch.setattr("tui.rules.starters.starters", lambda *_, **__: said)
    letter = Draft(
        kind="promise_kept", tone="warm", subject="The deck", body="Hi Maya,\n\nhere it is.\n\nNoor"
    )
    monkeypatch.setattr("tui.rules.drafts.rows.written", lambda *_, **__: letter)
    monkeypatch.setattr("tui.screens.draft.written", lambda *_, **__: letter)
    look = getattr(request, "param", "dark")
    if look == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    made = open_app(small())
    if look == "light":
        made.theme = LIGHT.name
    return made


def keys(*names: str) -> Callable[[Pilot[str]], object]:
    """Return what to press before the picture is taken."""

    async def before(pilot: Pilot[str]) -> None:
        await press(pilot, *names)
        for box in pilot.app.screen.query("Input, TextArea").results():
            box.cursor_blink = False  # type: ignore[attr-defined]  # both kinds have it
        await pilot.pause()

    return before


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("app", LOOKS, indirect=True)
def test_follow_ups(snap_compare: Compare, app: KithApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=keys("down"))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("app", LOOKS, indirect=True)
def test_contacts(snap_compare: Compare, app: KithApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=keys("2", "slash", "=maya", "enter"))


@pytest.mark.parametrize("app", LOOKS, indirect=True)
def test_dialog(snap_compare: Compare, app: KithApp) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("d", "=sent it", "tab", "tab", "tab"))


def test_draft(snap_compare: Compare, app: KithApp) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("m"))
