"""What commands answer: what a captured line is said to have done, and which event is meant."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui.answers import event_for_lines, event_named, save_line
from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.opening import Trouble
from tui.store.book import Book

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
WEI = Contact(uid="wei", name="Chen Wei", title="buyer", organization="Fjord")
PAST = Event(uid="past", name="Grid Meet-up", start=date(2026, 10, 20))
COMING = Event(uid="coming", name="Grid Dinner", start=date(2026, 12, 1))
LATER = Event(uid="later", name="Grid Fair", start=date(2027, 1, 12))


def test_another_organisation_is_asked_about_and_the_uid_answers() -> None:
    book = Book(Network([WEI]))
    with pytest.raises(
        Trouble, match=r"Chen Wei \(buyer at Fjord, uid wei\).*--new.*Nothing was saved"
    ) as asked:
        save_line(book, "Chen Wei @Other : tides", None, NOW, new=False)
    assert "\n" not in str(asked.value)
    done, fields, _ = save_line(book, "wei @Other : tides", None, NOW, new=False)
    assert done == "Captured Chen Wei (known already)"
    assert fields == [
        ("name", "Chen Wei"),
        ("works at", "Fjord already; “now @Other?” goes to the notes"),
        ("talked about", "tides"),
    ]
    saved = book.network.contacts["wei"]
    assert (saved.organization, saved.notes) == ("Fjord", "2026-11-24: now @Other?")
    done, fields, _ = save_line(book, "Chen Wei @Other", None, NOW, new=True)
    assert (done, fields[1]) == ("Captured Chen Wei (new)", ("works at", "Other"))
    assert len(book.network.contacts) == 2


def test_another_title_is_said_to_go_to_the_notes() -> None:
    _, fields, _ = save_line(Book(Network([WEI])), "Chen Wei @Fjord, head", None, NOW, new=False)
    assert ("as", "buyer already; “now @Fjord, head?” goes to the notes") in fields


def test_before_an_event_nothing_is_said_to_have_been_talked_about() -> None:
    book = Book(Network([WEI, COMING]))
    done, fields, _ = save_line(book, "Chen Wei : tides **", COMING, NOW, new=False)
    assert done == "Captured Chen Wei (known already, expected at Grid Dinner)"
    assert fields[1:] == [
        ("to talk about", "tides"),
        ("depth", "a real conversation, kept in the notes"),
    ]
    assert not book.network.interactions


def test_an_ambiguous_event_is_the_one_to_come_but_not_for_lines() -> None:
    network = Network([PAST, COMING])
    assert event_named(network, "grid", NOW) == COMING
    with pytest.raises(Trouble, match="fits 2 events"):
        event_for_lines(network, "grid", NOW)
    with pytest.raises(Trouble, match="fits 3 events"):
        event_named(Network([PAST, COMING, LATER]), "grid", NOW)
