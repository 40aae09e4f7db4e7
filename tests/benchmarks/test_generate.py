"""The networks that figures are taken on are the same for everybody, sound, and like real ones."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.benchmarks import generate
from tests.benchmarks.generate import DAY, write
from tui.model.network import Network
from tui.model.text import fold
from tui.rules.queue.ranking import queue
from tui.store import datafile
from tui.store.book import Book

CONTACTS, INTERACTIONS = 1200, 2400
NOW = dt.datetime.combine(DAY, dt.time(9), dt.UTC)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("benchmarks") / "network.json"
    write(made, CONTACTS, INTERACTIONS, seed=7)
    return made


@pytest.fixture(scope="module")
def network(path: Path) -> Network:
    return Book.open(path, DAY, read_only=True).network


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(path: Path, tmp_path: Path) -> None:
    again, other, older = (tmp_path / name for name in ("again.json", "other.json", "older.json"))
    write(again, CONTACTS, INTERACTIONS, seed=7)
    write(other, CONTACTS, INTERACTIONS, seed=8)
    write(older, CONTACTS, INTERACTIONS, seed=7, on=DAY - dt.timedelta(days=1))
    assert again.read_bytes() == path.read_bytes()
    assert other.read_bytes() != path.read_bytes()
    assert older.read_bytes() != path.read_bytes()


def test_the_store_finds_nothing_to_say_and_reads_it_the_fast_way(path: Path) -> None:
    book = Book.open(path, DAY, read_only=True)
    assert book.notices == ()
    assert (len(book.network.contacts), len(book.network.interactions)) == (CONTACTS, INTERACTIONS)
    assert datafile.decode(path.read_bytes()) is not None


def test_stock_tinydb_opens_it(path: Path) -> None:
    with TinyDB(path, access_mode="r") as db:
        assert len(db.table("contacts")) == CONTACTS
        assert db.table("profile").all()[0]["uid"] == "me"


def test_every_reference_leads_somewhere(network: Network) -> None:
    contacts, events = set(_people_named(network)), set(_events_named(network))
    assert contacts <= network.contacts.keys()
    assert events <= network.events.keys()
    steps = {it.interaction for it in network.follow_ups.values()}
    assert steps <= network.interactions.keys()
    assert len(contacts) > 1
    assert events


def _people_named(network: Network) -> Iterator[str]:
    for interaction in network.interactions.values():
        yield from interaction.contacts
        yield from (note.contact for note in interaction.notes)
    for event in network.events.values():
        yield from (person.contact for person in event.people)
    for step in network.follow_ups.values():
        yield step.contact
    for introduction in network.introductions.values():
        yield from (introduction.first, introduction.second)
    for share in network.shares.values():
        yield from (sent.contact for sent in share.sent)
    yield from (it.introduced_by for it in network.contacts.values() if it.introduced_by)


def _events_named(network: Network) -> Iterator[str]:
    yield from (it.met_event for it in network.contacts.values() if it.met_event)
    yield from (it.event for it in network.interactions.values() if it.event)
    yield from (it.event for it in network.follow_ups.values() if it.event)


def test_nothing_has_happened_before_it_can(network: Network) -> None:
    assert max(it.day for it in network.interactions.values()) <= DAY
    for person in network.contacts.values():
        assert person.met_day is not None and person.met_day <= DAY
        assert person.added is not None and person.added <= DAY
    for step in network.follow_ups.values():
        assert (step.closed is None) is (step.status == "open")
        assert step.closed is None or step.made is None or step.made <= step.closed <= DAY


def test_most_people_are_imported_and_some_are_put_away(network: Network) -> None:
    tiers = Counter(person.tier for person in network.contacts.values())
    assert tiers["ambient"] > 0.75 * CONTACTS
    assert all(tiers[tier] for tier in ("close", "active", "wide"))
    assert any(person.archived for person in network.contacts.values())


def test_names_are_of_many_scripts(network: Network) -> None:
    first = {fold(person.name)[0] for person in network.contacts.values()}
    for start, end in ("az", "ая", "أي", "一龥", "가힣", "अह"):
        assert any(start <= letter <= end for letter in first), start


def test_the_queue_has_rows_of_many_kinds(network: Network) -> None:
    found = queue(network, NOW)
    assert {"promise", "check_in", "milestone"} <= {row.kind for row in (*found.rows, *found.coming)}


@pytest.mark.parametrize("contacts", [0, 1, 2])
def test_a_network_may_be_tiny(tmp_path: Path, contacts: int) -> None:
    path = tmp_path / "tiny.json"
    write(path, contacts, 5 * contacts)
    book = Book.open(path, DAY)
    assert len(book.network.contacts) == contacts
    assert len(book.network.interactions) == 5 * contacts
    book.close()


def test_a_file_that_a_kith_has_used_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.json"
    write(path, 3, 3)
    Book.open(path, DAY).close()
    before = path.read_bytes()
    monkeypatch.setattr(sys, "argv", ["generate", str(path), "--contacts", "5", "--interactions", "5"])
    with pytest.raises(SystemExit) as refused:
        generate.main()
    assert refused.value.code == 2
    assert "--force" in capsys.readouterr().err
    assert path.read_bytes() == before
    monkeypatch.setattr(sys, "argv", [*sys.argv, "--force"])
    assert generate.main() == 0
    assert "5 contacts" in capsys.readouterr().out
    assert Book.open(path, DAY).notices == ()
