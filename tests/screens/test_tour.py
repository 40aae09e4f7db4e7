"""The tour of the sample: a line on each page it goes through, hidden by a key, and never over one's own file."""

from __future__ import annotations

from tests.screens.conftest import NOW, open_app
from tests.screens.pressing import press, shown
from tests.widgets.test_keys import screens
from tui.app import KithApp
from tui.clock import Clock
from tui.demo import sample_network
from tui.store.book import Book
from tui.view.tour import TOUR, tour_line


async def test_the_sample_says_on_each_page_what_to_try_until_it_is_hidden() -> None:
    app = KithApp(Book(sample_network(NOW)), Clock(fixed=NOW), demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        for key, page in (("1", "FollowUpsScreen"), ("3", "EventsScreen"), ("enter", "PrepScreen")):
            await press(pilot, key)
            assert tour_line(page) in shown(pilot)
        await press(pilot, "full_stop")
        assert "Tour  " not in shown(pilot)
        await press(pilot, "escape", "2")
        assert "Tour  " not in shown(pilot)


async def test_nobody_is_led_through_their_own_file() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Tour  " not in shown(pilot)


def test_each_line_is_of_a_page_that_is_there_and_fits() -> None:
    assert set(TOUR) <= {kind.__name__ for kind in screens()}
    assert all(len(tour_line(page)) <= 78 for page in TOUR)
