"""A question with a few answers: by letters, arrows and enter, and enter never harms by itself."""

from __future__ import annotations

import re

from tests.screens.conftest import open_app
from tests.screens.people import on, small
from tests.screens.pressing import press, shown
from tui.screens.ask import Ask

SIZE = (80, 24)
_ANSWERS = (("k", "Keep it"), ("r", "Replace it"), ("x", "Leave it"))


def _highlighted(text: str) -> list[str]:
    found = (re.search(r"│ *▌(\w  .*?) *│", line) for line in text.splitlines())
    return [match[1] for match in found if match]


async def test_arrows_move_and_enter_takes_what_is_highlighted() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape")
        given: list[str | None] = []

        async def ask(safe: bool, *pressed: str, answers: tuple[tuple[str, str], ...] = _ANSWERS) -> None:
            app.push_screen(Ask("Which?", "One of them.", answers, safe=safe), given.append)
            await pilot.pause()
            await press(pilot, *pressed)

        await ask(True)
        assert _highlighted(shown(pilot)) == ["k  Keep it"]
        assert "Choose" in shown(pilot).splitlines()[-1]
        await press(pilot, "down", "down", "down", "up")
        assert _highlighted(shown(pilot)) == ["r  Replace it"]
        await press(pilot, "enter")
        assert given.pop() == "r"

        await ask(True, answers=(("k", "Keep all of it " * 8), ("x", "Leave it")))
        assert _highlighted(shown(pilot))[0].endswith("…")
        await press(pilot, "x")
        assert given.pop() == "x"

        await ask(False)
        assert not _highlighted(shown(pilot))
        assert "Choose" not in shown(pilot).splitlines()[-1]
        await press(pilot, "enter")
        on(app, Ask)
        await press(pilot, "j", "j")
        assert _highlighted(shown(pilot)) == ["r  Replace it"]
        assert "Choose" in shown(pilot).splitlines()[-1]
        await press(pilot, "k")  # it is an answer here
        assert given.pop() == "k"

        await ask(False, "up", "enter")
        assert given.pop() == "x"
        await ask(False, "j", "j", "k", "enter", answers=(("y", "Yes"), ("n", "No")))
        assert given.pop() == "y"
        await ask(True, "down", "escape")
        assert given.pop() is None
        await ask(False, "enter", answers=(("o", "I know now"),))
        assert given.pop() == "o"
        assert not isinstance(app.screen, Ask)


async def test_enter_takes_nothing_away_at_once() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "2", "n", "=Ada", "escape")
        on(app, Ask)
        assert _highlighted(shown(pilot)) == ["k  Keep writing"]
        await press(pilot, "enter")
        assert "Ada" in shown(pilot)
        await press(pilot, "ctrl+q")
        assert _highlighted(shown(pilot)) == ["k  Keep writing"]
        await press(pilot, "enter")
        assert app.is_running
        await press(pilot, "escape", "x")
        assert not isinstance(app.screen, Ask)
