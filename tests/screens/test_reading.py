"""What many people are looked for in is read ahead: searches wait for it, and answer what stands there by then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import Input

from tests.screens.conftest import open_app
from tests.screens.people import on, small
from tests.screens.pressing import press, rows, shown
from tui.actions.pace import pause
from tui.clock import Clock
from tui.model.change import Change
from tui.rules.search.contacts import Query
from tui.screens.contacts import ContactsScreen
from tui.screens.introduce import IntroduceDialog
from tui.screens.people import PeopleDialog
from tui.widgets import reading as module
from tui.widgets.reading import Reading, reading_of

SIZE = (80, 24)


class Held:
    """Reading that is not done before it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done = False
        self.waiting: list[Callable[[], None]] = []

        def ready(_reading: Reading, _query: Query, _clock: Clock) -> bool:
            return self.done

        def when(_reading: Reading, _ready: Callable[[], bool], then: Callable[[], None]) -> None:
            self.waiting.append(then)

        monkeypatch.setattr(Reading, "ready", ready)
        monkeypatch.setattr(Reading, "when", when)

    def let_go(self) -> None:
        """Tell those who wait, the first who asked last."""
        self.done = True
        for then in reversed(self.waiting):
            then()


async def test_a_search_that_waited_answers_the_line_as_it_stands_by_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held, app = Held(monkeypatch), open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=maya")
        assert "Reading everybody" in shown(pilot)
        app.screen.query_one("#search", Input).value = "jose"
        await pilot.pause()
        assert len(held.waiting) > 1
        held.let_go()
        await pilot.pause()
        assert list(rows(pilot).ids) == ["jose"]
        assert "1 contact" in shown(pilot)


async def test_whoever_was_to_be_shown_is_shown_once_everybody_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held, app = Held(monkeypatch), open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        on(app, ContactsScreen).show_contact("maya")
        held.let_go()
        await pilot.pause()
        assert rows(pilot).current == "maya"


async def test_a_dialog_left_meanwhile_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    held, app = Held(monkeypatch), open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        for dialog in (
            PeopleDialog(app.book, app.clock, "Who?"),
            IntroduceDialog(app.book, app.clock),
        ):
            await app.push_screen(dialog)
            await press(pilot, "=ma")
            await app.workers.wait_for_complete()
            await app.pop_screen()
            assert not dialog.is_attached
        held.let_go()
        await pilot.pause()
        assert app.is_running


async def test_everything_is_read_step_by_step_where_people_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 1)
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        reading, today = reading_of(app.book), app.clock.today()
        assert reading_of(app.book) is reading
        reading.begin(app, app.clock)
        await reading.until(lambda: reading.known.learned)
        assert reading.finder.learned(today) and reading.names.learned
        await press(pilot, "slash", "=lin")
        assert list(rows(pilot).ids) == ["maya"]


async def test_a_page_hears_of_each_change_once(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        screen = on(app, ContactsScreen)

        def changed(change: Change | None) -> None:
            heard.append(change.words if change else "")

        monkeypatch.setattr(screen, "changed", changed)
        screen.commit(lambda: pause(app.book.network, app.book.network.contacts["maya"]))
        assert len(heard) == 1
