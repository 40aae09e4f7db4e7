"""Starters used, worked, pinned and written: each a Change that can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.actions.starters import (
    mark_unused,
    mark_used,
    mark_worked,
    pin,
    remove_own,
    unpin,
    write_own,
)
from tui.model.change import Change
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event
from tui.rules.starters import Suggestion, room_starters, starters

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def known() -> Network:
    ada = Contact(uid="a", name="Ada Berg", interests=("chess", "maps"), organization="Fjord Maps")
    evening = Event(
        uid="e", name="Map Evening", start=NOW.date(), topics=("maps",), people=(Attendee(contact="a"),)
    )
    return Network([ada, evening])


def said(network: Network) -> tuple[Suggestion, ...]:
    return starters(network, network.contacts["a"], NOW)


def applied(network: Network, change: Change) -> Change:
    network.apply(change)
    return change


@pytest.mark.parametrize("mark", [mark_used, mark_worked])
def test_a_marked_starter_goes_and_undo_brings_it_back(mark: object) -> None:
    network = known()
    before = said(network)
    change = mark(network, network.contacts["a"], before[0], event="e")  # type: ignore[operator]
    network.apply(change)
    assert before[0].because not in {it.because for it in said(network)}
    assert network.contacts["a"].starters[0].event == "e"
    assert "Ada Berg" in change.words
    network.apply(change.inverse())
    assert said(network) == before


def test_marking_again_replaces_what_was_known() -> None:
    network = known()
    first = said(network)[0]
    applied(network, mark_used(network, network.contacts["a"], first))
    applied(network, mark_worked(network, network.contacts["a"], first))
    assert [it.state for it in network.contacts["a"].starters] == ["worked"]
    applied(network, mark_unused(network, network.contacts["a"], first))
    assert network.contacts["a"].starters == ()


def test_a_pinned_starter_comes_first_and_goes_back() -> None:
    network = known()
    last = said(network)[2]
    applied(network, pin(network, network.contacts["a"], last))
    assert (said(network)[0].text, said(network)[0].state) == (last.text, "pinned")
    assert [it.because for it in said(network)].count(last.because) == 1
    applied(network, unpin(network, network.contacts["a"], last))
    assert not any(it.state for it in said(network))


def test_own_words_come_first_and_can_be_pinned_used_and_removed() -> None:
    network = known()
    applied(network, write_own(network, network.contacts["a"], "  Ask about\nthe old atlas ", depth=9))
    own = said(network)[0]
    assert (own.text, own.kind, own.state, own.depth) == ("Ask about the old atlas", "own", "own", 3)
    applied(network, pin(network, network.contacts["a"], own))
    applied(network, unpin(network, network.contacts["a"], own))
    assert said(network)[0].state == "own"
    applied(network, mark_used(network, network.contacts["a"], own))
    assert own.text not in {it.text for it in said(network)}
    applied(network, write_own(network, network.contacts["a"], own.text))
    applied(network, remove_own(network, network.contacts["a"], own.text))
    assert network.contacts["a"].starters == ()


def test_without_words_nothing_is_kept() -> None:
    network = known()
    with pytest.raises(ValueError, match="Type what"):
        write_own(network, network.contacts["a"], " \n ")


def test_own_words_written_twice_are_kept_once() -> None:
    network = known()
    applied(network, write_own(network, network.contacts["a"], "Which map first?"))
    assert not write_own(network, network.contacts["a"], "Which map first?")


def test_the_room_keeps_its_own() -> None:
    network = known()
    opener = room_starters(network, network.events["e"], NOW)[0]
    applied(network, mark_used(network, network.events["e"], opener))
    applied(network, write_own(network, network.events["e"], "Who drew that one?"))
    found = room_starters(network, network.events["e"], NOW)
    assert found[0].text == "Who drew that one?"
    assert opener.text not in {it.text for it in found}


def test_what_worked_in_one_place_raises_its_kind_everywhere() -> None:
    network = known()
    work = next(it for it in said(network) if it.kind == "work")
    other = Contact(uid="b", name="Bo Lund", interests=("tides",), organization="Tide Mill")
    records = Network([*network.records(), other])
    assert starters(records, other, NOW)[0].kind == "interest"
    records.apply(mark_worked(records, records.contacts["a"], work))
    assert starters(records, other, NOW)[0].kind == "work"
