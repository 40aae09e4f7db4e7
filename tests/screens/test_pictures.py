"""Pictures of every screen, at four sizes and in three looks, and of the dialogs; looked at when they change."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.screens.conftest import open_app
from tests.screens.people import small
from tests.screens.pressing import press
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Event, Goal
from tui.rules.drafts.writing import Draft
from tui.rules.starters import Suggestion
from tui.widgets.look import LIGHT

Compare = Callable[..., bool]
Size = tuple[int, int]
SMALL: Size = (80, 24)
SIZES: list[Size] = [SMALL, (120, 36), (200, 50), (60, 50)]
LOOKS = ["dark", "light", "none"]

FORUM = Event(
    uid="forum",
    name="Grid Forum",
    kind="conference",
    start=dt.date(2026, 11, 26),
    start_time=dt.time(18, 30),
    end_time=dt.time(21, 0),
    place="Doca 4",
    topics=("storage",),
    goals=(Goal(text="real conversations", target=3, done=1), Goal(text="thank the host")),
    checklist=(
        ChecklistItem(text="Charge the phone", due=dt.date(2026, 11, 25)),
        ChecklistItem(text="Read the programme", due=dt.date(2026, 11, 23), done=True),
    ),
    people=(Attendee(contact="maya", why="the gripper", priority=1), Attendee(contact="ama")),
)

SCREENS = {
    "follow-ups": ("down", "down"),
    "contacts": ("2", "slash", "=maya", "enter"),
    "events": ("3",),
    "prepare": ("3", "enter"),
    "give": ("4",),
    "insights": ("5",),
}
"""Each screen, and what to press to be there."""

DIALOGS = {
    "done": ("d", "=sent it", "tab", "tab", "tab"),
    "message": ("m",),
    "snooze": ("s",),
    "why": ("W",),
    "help": ("question_mark",),
    "settings": ("comma",),
    "phrases": ("quotation_mark",),
    "capture": ("a", "=Ada Obi @Salt #tides !send the chart by fri"),
    "about you": ("y",),
    "brief": ("3", "b"),
}
"""Dialogs and pages over a screen, and what to press to open them."""


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
    monkeypatch.setenv("KITH_CONFIG", "/nowhere/kith/config.toml")
    look = getattr(request, "param", "dark")
    if look == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    made = open_app(Network([*small().records(), FORUM]))
    if look == "light":
        made.theme = LIGHT.name
    return made


def keys(*names: str) -> Callable[[Pilot[str]], object]:
    """Return what to press before the picture is taken."""

    async def before(pilot: Pilot[str]) -> None:
        await press(pilot, *names)
        # What is reckoned beside the screen is waited for; what waits for an answer to a dialog is not.
        threads = [it for it in pilot.app.workers if it._thread_worker]
        with contextlib.suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete(threads)
        for box in pilot.app.screen.query("Input, TextArea").results():
            box.cursor_blink = False  # type: ignore[attr-defined]  # both kinds have it
        await pilot.pause()

    return before


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(snap_compare: Compare, app: KithApp, screen: str, size: Size) -> None:
    assert snap_compare(app, terminal_size=size, run_before=keys(*SCREENS[screen]))


@pytest.mark.parametrize("app", LOOKS[1:], indirect=True)
@pytest.mark.parametrize("screen", SCREENS)
def test_look(snap_compare: Compare, app: KithApp, screen: str) -> None:
    assert snap_compare(app, terminal_size=SMALL, run_before=keys(*SCREENS[screen]))


@pytest.mark.parametrize("size", [SMALL, (120, 36)], ids=str)
@pytest.mark.parametrize("dialog", DIALOGS)
def test_dialog(snap_compare: Compare, app: KithApp, dialog: str, size: Size) -> None:
    assert snap_compare(app, terminal_size=size, run_before=keys(*DIALOGS[dialog]))


@pytest.mark.parametrize("app", LOOKS[1:], indirect=True)
def test_dialog_in_other_looks(snap_compare: Compare, app: KithApp) -> None:
    assert snap_compare(app, terminal_size=SMALL, run_before=keys(*DIALOGS["done"]))
