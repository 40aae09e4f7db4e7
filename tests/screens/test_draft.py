"""A message: another kind, counted where there is a limit, kept if it is left, and given on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from tests.screens.conftest import open_app
from tests.screens.people import DAY, MAYA, on, small, status
from tests.screens.pressing import press, shown, told
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, Introduction, Step
from tui.screens import draft as page
from tui.screens.ask import Ask
from tui.screens.draft import DraftDialog
from tui.screens.follow_ups import FollowUpsScreen
from tui.widgets.fields import Paragraph

SIZE = (80, 24)


def noting(opened: list[str]) -> Callable[[str], bool]:
    """Return what takes a mail address in place of a mail program."""

    def note(address: str) -> bool:
        opened.append(address)
        return True

    return note


def counted(dialog: DraftDialog) -> str:
    return str(dialog.query_one("#count", Static).content)


async def test_words_of_your_own_are_kept_and_sent_only_once() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "=Dear old friend. ", "escape")
        on(app, FollowUpsScreen)
        assert told(pilot)[-1] == "Your words are kept: m opens them again."
        await press(pilot, "m")
        dialog = on(app, DraftDialog)
        assert dialog.query_one(Paragraph).text.startswith("Dear old friend. Hi Maya")
        assert "As you left it" in shown(pilot)
        # Left once more as it was: nothing is said twice.
        await press(pilot, "escape")
        assert len(told(pilot)) == 1
        await press(pilot, "m", "ctrl+s")
        assert status(app, "deck") == "done"
        assert app.book.letters == {}
        assert app.book.network.touches_of("maya")[0].summary.startswith("Wrote: ")


async def test_a_message_begun_is_asked_about_before_quitting() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "=Dear old friend. ", "escape", "q")
        on(app, Ask)
        await press(pilot, "k")
        on(app, FollowUpsScreen)


async def test_a_draft_left_as_it_was_leaves_nothing_behind() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "escape")
        on(app, FollowUpsScreen)
        assert app.book.letters == {}
        assert told(pilot) == []


async def test_another_kind_and_the_limit_of_a_linkedin_note() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "f5")
        seen = shown(pilot)
        for words in ("Now: with a promise kept", "thanks", "a LinkedIn note", "asking about their work"):
            assert words in seen
        key = next(line for line in seen.splitlines() if "a LinkedIn note" in line).split("│")[1].split()[0]
        await press(pilot, key)
        dialog = on(app, DraftDialog)
        assert dialog.value("channel") == "social"
        assert " of 300 characters" in counted(dialog)
        await press(pilot, *["x"] * 5)
        before = int(counted(dialog).split(" of ")[0])
        dialog.query_one(Paragraph).text = "y" * 312
        await pilot.pause()
        assert "312 of 300 characters: 12 too many" in counted(dialog)
        assert dialog.query_one("#count").has_class("-wrong")
        assert before <= 300
        # Changed words are asked about.
        await press(pilot, "f5", "a")
        on(app, Ask)
        assert "Write it again as something else?" in shown(pilot)
        await press(pilot, "k")
        assert dialog.query_one(Paragraph).text == "y" * 312


async def test_copied_mailed_and_saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = open_app(small())
    opened: list[str] = []
    monkeypatch.setattr(page, "documents", lambda: tmp_path)
    monkeypatch.setattr(page, "_opened", noting(opened))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "f2")
        assert told(pilot)[-1] == "Copied, if your terminal allows it; f4 saves it to a file."
        await press(pilot, "f3")
        assert opened[0].startswith("mailto:maya@acme.example?subject=As%20promised&body=Hi%20Maya")
        await press(pilot, "f4", "f4")
        (first,) = tmp_path.iterdir()
        assert first.read_text("utf-8").startswith("As promised\n\nHi Maya")
        assert first.stat().st_mode & 0o777 == 0o600
        first.write_text("mine")
        await press(pilot, "f4")
        assert len(list(tmp_path.iterdir())) == 2
        assert first.read_text() == "mine"
        monkeypatch.setattr(page, "_opened", lambda _address: False)
        await press(pilot, "f3")
        assert told(pilot)[-1].startswith("No mail program could be opened.")


async def test_an_introduction_goes_to_both(monkeypatch: pytest.MonkeyPatch) -> None:
    rosa = Contact(uid="rosa", name="Rosa Mbeki", emails=("rosa@salt.example",), added=dt.date(2026, 9, 1))
    asked = Step(status="asked second", day=DAY - dt.timedelta(days=6))
    pair = Introduction(uid="i", first="maya", second="rosa", status="asked second", steps=(asked,))
    app = open_app(Network((MAYA, rosa, pair)))
    opened: list[str] = []
    monkeypatch.setattr(page, "_opened", noting(opened))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        assert "to: maya@acme.example, rosa@salt.example" in shown(pilot)
        await press(pilot, "f3")
        assert opened[0].startswith("mailto:maya@acme.example,rosa@salt.example?")


async def test_somebody_who_gave_their_time_is_thanked() -> None:
    talk = Event(
        uid="talk",
        name="Talk about grids",
        kind="informational interview",
        start=DAY - dt.timedelta(days=2),
        people=(Attendee(contact="maya", outcome="met"),),
    )
    app = open_app(Network((replace(MAYA, emails=()), talk)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen.query_one("#queue").select("maya follow_up:talk")  # type: ignore[attr-defined]
        await press(pilot, "m")
        assert "Thank you for the time you gave me" in on(app, DraftDialog).query_one(Paragraph).text
