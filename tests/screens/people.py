"""Invented people for tests of screens, and a store that can't write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeVar

from textual.screen import Screen

from tui.app import KithApp
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Contact, Deferral, FollowUp, Interaction
from tui.store.faults import NotSaved
from tui.store.keeping import Memory

DAY = dt.date(2026, 11, 24)
"""The day of `conftest.NOW`."""

MAYA = Contact(
    uid="maya",
    name="Maya Lin",
    organization="Acme Robotics",
    title="design lead",
    emails=("maya@acme.example",),
    interests=("climate",),
    tier="close",
    added=dt.date(2026, 9, 1),
)
JOSE = Contact(uid="jose", name="José Álvarez", organization="Salt", tier="ambient", place="Cádiz")
AMA = Contact(uid="ama", name="Ama Owusu", tier="ambient", notes="rows at dawn")
DECK = FollowUp(
    uid="deck",
    kind="promise",
    contact="maya",
    text="send the deck",
    made=dt.date(2026, 11, 10),
    due=dt.date(2026, 11, 20),
)
TALK = Interaction(
    uid="talk",
    day=dt.date(2026, 11, 10),
    contacts=("maya",),
    channel="call",
    summary="the new gripper",
    ask_next="did the gripper hold?",
)


def small() -> Network:
    """Return three people, one promise overdue and one call."""
    return Network((MAYA, JOSE, AMA, DECK, TALK))


S = TypeVar("S", bound=Screen[Any])


def on(app: KithApp, kind: type[S]) -> S:
    """Return the screen or dialog on top, which has to be of a kind."""
    screen = app.screen
    assert isinstance(screen, kind), screen
    return screen


def status(app: KithApp, step: str) -> str:
    """Return how a promise or step (uid) stands."""
    return app.book.network.follow_ups[step].status


def put_off(times: int) -> Network:
    """Return somebody whose check-in is due and was put off some times in a row."""
    days = [DAY - dt.timedelta(days=10 * number) for number in range(times, 0, -1)]
    put_offs = tuple(
        Deferral(row="check_in", action="skip", day=day, until=day + dt.timedelta(days=2)) for day in days
    )
    rosa = Contact(uid="rosa", name="Rosa Mbeki", tier="inner", added=dt.date(2026, 8, 1), deferrals=put_offs)
    return Network((rosa,))


class FullDisk(Memory):
    """A store on a disk without room."""

    full = True

    def append(self, change: Change, lines: Sequence[bytes] = ()) -> None:
        """Fail while the disk is full."""
        if self.full:
            raise NotSaved("Not saved in network.json: the disk is full. Free some space and save again.")

    def retry(self) -> None:
        """Write what could not be written before."""
        if self.full:
            raise NotSaved("Not saved in network.json: the disk is full. Free some space and save again.")


class Reading(Memory):
    """A store that can only be read."""

    read_only = "Another Kith has this file open: close it there to change anything here."
