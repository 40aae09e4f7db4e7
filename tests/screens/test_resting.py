"""Moves that follow each other at once: what stands beside the list is that of whoever they end on."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import NOW, open_app
from tests.screens.pressing import press
from tui.demo import sample_network
from tui.screens.contacts import ContactsScreen
from tui.screens.events import EventsScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.widgets import resting
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList


def beside(screen: ContactsScreen | EventsScreen | FollowUpsScreen) -> str:
    """Return what the pane of a screen says."""
    return "\n".join(str(it.render()) for it in screen.query_one(Pane).children)


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many people that the pane waits, and keys that never rest by themselves."""
    monkeypatch.setattr(resting, "REST", 3600.0)
    monkeypatch.setattr("tui.screens.contacts.MANY", 0)
    monkeypatch.setattr("tui.screens.follow_ups.MANY", 0)
    monkeypatch.setattr("tui.screens.events.MANY", 0)


@pytest.mark.usefixtures("busy")
async def test_the_pane_follows_a_first_move_at_once_and_many_once_keys_rest() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "home")
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        people, contacts = screen.query_one(RowList), app.book.network.contacts
        screen._resting.over()
        await press(pilot, "down")
        first = contacts[people.current or ""]
        assert first.name in beside(screen)
        assert "You could say" not in beside(screen)
        await press(pilot, "down", "down")
        last = contacts[people.current or ""]
        assert first.name in beside(screen)
        assert screen.contact is last
        screen._resting.over()
        assert last.name in beside(screen)
        assert first.name not in beside(screen).splitlines()[0]

        await press(pilot, "1")
        queue = app.screen
        assert isinstance(queue, FollowUpsScreen)
        await press(pilot, "end", "home")
        queue._resting.over()
        await press(pilot, *["down"] * 4)
        row = queue.row()
        assert row is not None
        name = contacts[row.contact].name
        queue._resting.over()
        assert name in beside(queue)
        assert "You could write" in beside(queue)
        # What could be said stands where the same row is written anew; of another row it waits for rest again.
        await press(pilot, "space", "up")
        queue._resting.over()
        app.book.use(app.book.network.settings)
        assert "You could write" in beside(queue)
        assert queue._resting.awaited
        await press(pilot, "x")
        assert "You could write" not in beside(queue)
        await press(pilot, "o")
        assert "You could write" in beside(queue)

        await press(pilot, "3")
        events = app.screen
        assert isinstance(events, EventsScreen)
        await press(pilot, "end", "home", "down")
        assert events.event is not None
        assert events.event.name not in beside(events)
        events._resting.over()
        assert events.event.name in beside(events)


@pytest.mark.usefixtures("busy")
async def test_private_notes_are_hidden_with_the_first_move_away() -> None:
    app = open_app(sample_network(NOW))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "home", "down", "down")
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        notes = [await hidden(pilot, screen, key) for key in ("v", "down")]
        assert notes == [False, True]
        assert screen.contact is not None
        assert screen.contact.name in beside(screen)


async def hidden(pilot: Pilot[str], screen: ContactsScreen, key: str) -> bool:
    """Press a key a moment after another, and tell whether private notes are hidden then."""
    screen._resting.begin()
    await press(pilot, key)
    return not screen._private
