"""A Change and its inverse, and the collector that makes one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.strategies import records
from tui.model.base import Record
from tui.model.change import Change, Edit, Edits
from tui.model.network import Conflict, Network
from tui.model.records import Contact, Interaction


def everything(network: Network) -> dict[str, Record]:
    return {f"{type(record).__name__} {record.uid}": record for record in network.records()}


steps = st.lists(st.tuples(st.booleans(), records), max_size=12)


def change_of(network: Network, part: list[tuple[bool, Record]]) -> Change:
    edits = Edits(network)
    for put, record in part:
        if put:
            edits.put(record)
        elif edits.get(type(record), record.uid) is not None:
            edits.remove([record])
    return edits.change("something")


@given(steps, steps)
def test_inverse_takes_a_change_back_exactly(
    first: list[tuple[bool, Record]], then: list[tuple[bool, Record]]
) -> None:
    network = Network()
    network.apply(change_of(network, first))
    before = everything(network)
    change = change_of(network, then)
    network.apply(change)
    after = everything(network)
    network.apply(change.inverse())
    assert everything(network) == before
    network.apply(change)
    assert everything(network) == after


def test_a_record_put_twice_is_one_edit_and_an_unchanged_one_is_none() -> None:
    ada = Contact(uid="a", name="Ada")
    network = Network([ada])
    edits = Edits(network)
    edits.put(Contact(uid="a", name="Ada Obi"))
    edits.put(ada)
    assert not edits.change("nothing")
    edits.put(Contact(uid="b", name="Bo"))
    edits.put(Contact(uid="b", name="Bo Ek"))
    change = edits.change("Added Bo")
    assert change.edits == (Edit(None, Contact(uid="b", name="Bo Ek")),)


def test_edits_read_what_was_put() -> None:
    network = Network([Contact(uid="a", name="Ada")])
    edits = Edits(network)
    edits.put(Contact(uid="a", name="Ada Obi"))
    found = edits.get(Contact, "a")
    assert found is not None
    assert found.name == "Ada Obi"
    assert network.contacts["a"].name == "Ada"


def test_a_change_made_for_another_state_alters_nothing() -> None:
    network = Network([Contact(uid="a", name="Ada")])
    change = Change(
        "x",
        (
            Edit(None, Interaction(uid="i", day=dt.date(2026, 1, 1), contacts=("a",))),
            Edit(Contact(uid="a", name="Other"), None),
        ),
    )
    with pytest.raises(Conflict, match="altered meanwhile"):
        network.apply(change)
    assert not network.interactions
    assert network.contacts["a"].name == "Ada"
