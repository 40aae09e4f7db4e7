"""`kith` run on a small network of one's own: what the tests of all commands start from."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from tui.cli import main
from tui.model.change import Change, Edit
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Profile
from tui.store.book import Book

ON = "2026-11-21 09:00"
TODAY = date(2026, 11, 21)
HOSTILE = "\x1b[31m[red]Zoë\x1b]0;x\x07 Li\x9b2J\u202e"

MAYA = Contact(
    uid="lin",
    name="Maya Lin",
    organization="Acme Robotics",
    title="design lead",
    interests=("climate",),
    tier="close",
    added=date(2026, 1, 1),
)
OTHER_MAYA = Contact(uid="berg", name="Maya Berg", organization="Fjord Labs", added=date(2026, 11, 1))
PYCON = Event(
    uid="lisboa-uid",
    name="PyCon Lisboa",
    start=date(2026, 12, 2),
    people=(Attendee(contact="lin", why="the grid"),),
)
DECK = FollowUp(uid="deck", kind="promise", contact="lin", text="send the deck", due=date(2026, 11, 18))
PROFILE = Profile(uid="me", name="Sam Okoro", timezone="Europe/Lisbon")


def fill(path: Path, *records: Contact | Event | FollowUp | Profile) -> None:
    book = Book.open(path, TODAY)
    book.commit(Change("Filled", tuple(Edit(None, record) for record in records)))
    book.close()


def kith(path: Path, *arguments: str, on: str = ON, typed: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["--file", str(path), "--on", on, *arguments], input=typed)


def data(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def network(path: Path) -> Network:
    book = Book.open(path, TODAY, read_only=True)
    book.close()
    return book.network


def contact(path: Path, name: str) -> Contact:
    return next(it for it in network(path).contacts.values() if it.name == name)


def is_one_line(text: str) -> bool:
    return text.startswith("kith: ") and text.endswith("\n") and text.count("\n") == 1
