"""The weekly review and the templates, by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.screens.conftest import NOW, open_app
from tests.screens.people import on, small
from tests.screens.pressing import press, rows, shown, told
from tui.app import KithApp
from tui.demo import sample_network
from tui.rules.queue.review import PARTS, done_parts, review
from tui.screens import templates as page
from tui.screens.done import DoneDialog
from tui.screens.draft import DraftDialog
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.review import ReviewScreen
from tui.screens.templates import TemplatesScreen

SIZE = (80, 24)
FRIDAY = NOW + dt.timedelta(days=3)


async def test_ticked_part_by_part_and_goes_on_where_it_stopped(
    demo: KithApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    reckoned: list[str] = []
    for kind in (ReviewScreen, FollowUpsScreen):
        monkeypatch.setattr(kind.__module__ + ".review", counted(reckoned, review))
    monkeypatch.setattr(FollowUpsScreen, "changed", counted(reckoned, FollowUpsScreen.changed))
    async with demo.run_test(size=SIZE) as pilot:
        reckoned.clear()
        await press(pilot, "R")
        # Once, though its beginning is written down; and nothing for the page that it hides.
        assert reckoned == ["review"]
        on(demo, ReviewScreen)
        seen = shown(pilot)
        for words in (
            "Promises, yours and theirs",
            "A word without a reason",
            "Events, before and after",
            "bulk",
        ):
            assert words in seen
        await press(pilot, "space")
        assert rows(pilot).current == "part people"
        assert "✓ Promises" in shown(pilot)
        assert reckoned == ["review"]
        await press(pilot, "escape")
        on(demo, FollowUpsScreen)
        assert "review" in rows(pilot).ids
        await press(pilot, "R")
        assert rows(pilot).current == "part people"
        await press(pilot, "space", "space", "space")
        assert "That was the week" in shown(pilot)
        assert done_parts(demo.book.network.meta, NOW.date()) == PARTS
        # Enter has nowhere to go on to: it takes nothing back.
        await press(pilot, "enter")
        assert done_parts(demo.book.network.meta, NOW.date()) == PARTS
        assert "⏎" not in shown(pilot).splitlines()[-1]
        await press(pilot, "space")
        assert len(done_parts(demo.book.network.meta, NOW.date())) == 3
        await press(pilot, "u")
        assert done_parts(demo.book.network.meta, NOW.date()) == PARTS
        await press(pilot, "escape")
        assert "review" not in rows(pilot).ids


def counted(calls: list[str], call: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that writes down by name when it is called."""

    def count(*args: Any, **more: Any) -> Any:
        calls.append(call.__name__)
        return call(*args, **more)

    return count


async def test_done_and_written_from_the_review(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "R", "down")
        first = rows(pilot).current
        await press(pilot, "d")
        on(demo, DoneDialog)
        await press(pilot, "enter")
        on(demo, ReviewScreen)
        assert first not in rows(pilot).ids
        rows(pilot).select(next(name for name in rows(pilot).ids if name.startswith("person ")))
        await press(pilot, "m")
        on(demo, DraftDialog)
        await press(pilot, "ctrl+s")
        assert "written to" in shown(pilot)


async def test_it_offers_itself_on_friday_and_can_be_left_be() -> None:
    app = open_app(sample_network(FRIDAY), FRIDAY)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert rows(pilot).ids[-1] == "review"
        await press(pilot, "end")
        assert "Weekly review" in shown(pilot)
        await press(pilot, "x")
        assert "review" not in rows(pilot).ids
        await press(pilot, "u")
        assert "review" in rows(pilot).ids
        await press(pilot, "end", "enter")
        on(app, ReviewScreen)


async def test_a_template_is_previewed_with_somebody_real_and_made_ones_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(page, "own_words", lambda: tmp_path / "words")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = open_app(small())
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "D")
        on(app, TemplatesScreen)
        rows(pilot).select("check_in")
        await pilot.pause()
        seen = shown(pilot)
        for words in ("To Maya Lin", "Hi Maya", "Ours, as it is written", "{my_name}"):
            assert words in seen
        await press(pilot, "right")
        assert "[plain]" in shown(pilot)
        await press(pilot, "e")
        file = tmp_path / "words" / "drafts.toml"
        assert "[check_in.plain]" in file.read_text("utf-8")
        assert told(pilot)[-1].startswith(f"It is in {file}, line 4")
        assert "yours: plain" in shown(pilot)
        text = file.read_text("utf-8")
        file.write_text(text.replace("Hi {greeting_name}", "Dear {greeting_name} of mine"), "utf-8")
        await press(pilot, "left", "right")
        assert "Dear Maya of mine" in shown(pilot)
        # A second goes below the first.
        await press(pilot, "right", "e")
        assert file.read_text("utf-8").count("[check_in.") == 2
        # What is wrong is said with its line, and ours is used.
        file.write_text(
            file.read_text("utf-8").replace("{greeting_name} of mine", "{nobody} of mine"), "utf-8"
        )
        await press(pilot, "left")
        seen = " ".join(shown(pilot).replace("│", " ").split())
        assert ", line " in seen
        assert "ours are used" in seen
        assert "Hi Maya" in seen


async def test_templates_for_everybody_known_and_for_nobody() -> None:
    app = open_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "D")
        on(app, TemplatesScreen)
        assert "nobody yet" in shown(pilot)
    demo = open_app(sample_network(NOW))
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        for _ in range(16):
            await press(pilot, "down", "o", "right")
            assert "as it is written" in shown(pilot) or "To " in shown(pilot)
