"""People by hand: added, edited, put away; and fields that can't be saved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.actions.contacts import add, archive, set_profile, unarchive, update
from tui.actions.interactions import Refused
from tui.model.network import Network
from tui.model.records import Contact, Profile
from tui.rules.entry.fields import problem_with, problems_of

MAYA = Contact(uid="maya", name="Maya Lin", organization="Acme")


def test_add() -> None:
    network = Network()
    change = add(network, MAYA)
    network.apply(change)
    assert (change.words, network.contacts["maya"]) == ("Added Maya Lin", MAYA)
    with pytest.raises(Refused, match="already"):
        add(network, MAYA)


def test_edit_writes_only_what_was_edited() -> None:
    network = Network([replace(MAYA, notes="written meanwhile")])
    change = update(network, MAYA, replace(MAYA, name="Maya Lin-Okafor", organization=""))
    network.apply(change)
    assert change.words == "Edited Maya Lin-Okafor"
    assert network.contacts["maya"] == Contact(uid="maya", name="Maya Lin-Okafor", notes="written meanwhile")
    assert not update(network, MAYA, MAYA)


def test_put_away_and_brought_back() -> None:
    network = Network([MAYA])
    network.apply(archive(network, MAYA))
    assert network.contacts["maya"].archived
    network.apply(unarchive(network, MAYA))
    assert network.contacts["maya"] == MAYA


def test_you() -> None:
    network = Network()
    network.apply(set_profile(network, Profile(uid="x", name="Sam Osei")))
    assert network.profile == Profile(uid="me", name="Sam Osei")


def test_somebody_removed_meanwhile() -> None:
    for act in (archive, unarchive):
        with pytest.raises(Refused, match="removed meanwhile"):
            act(Network(), MAYA)
    with pytest.raises(Refused, match="removed meanwhile"):
        update(Network(), MAYA, replace(MAYA, name="M"))


def test_what_cannot_be_saved_is_refused_but_an_old_fault_elsewhere_is_no_hindrance() -> None:
    odd = replace(MAYA, emails=("no address",))
    with pytest.raises(Refused, match="no email address"):
        add(Network(), odd)
    with pytest.raises(Refused, match="needs a name"):
        add(Network(), replace(MAYA, name="  "))
    assert update(Network([odd]), odd, replace(odd, title="CTO"))
    with pytest.raises(Refused, match="no email address"):
        update(Network([MAYA]), MAYA, odd)


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("name", ["Maya", "张伟", "[red]"], ["", "  "]),
        (
            "emails",
            ["maya@acme.example", "o'neil+x@sub.acme.example", "jörg@bücher.example"],
            ["", "maya", "maya@", "@acme.example", "a b@acme.example", "maya@acme", "a@b.c, d@e.f"],
        ),
        ("profiles", ["linkedin.com/in/maya", "http://maya.example"], ["", "maya", "javascript:alert(1)"]),
        ("phones", ["+44 20 7946 0018", "ext. 5"], ["", "call me"]),
        (
            "timezone",
            ["", "Europe/Lisbon", "UTC"],
            ["Lisbon time", "Europe/Nowhere", "../../etc/passwd", "\0"],
        ),
        ("interval", [None, "", 30, "1", "3650"], [0, -5, "often", "3651", "1.5", "²", "9" * 5000]),
        ("notes", ["", "anything\nat all"], []),
        ("no such field", ["x"], []),
    ],
)
def test_fields(field: str, good: list[object], bad: list[object]) -> None:
    for value in good:
        assert problem_with(field, value) == "", value
    for value in bad:
        words = problem_with(field, value)
        assert words.endswith("."), value
        assert len(words) < 160


@given(
    st.sampled_from(["name", "emails", "profiles", "phones", "timezone", "interval"]), st.text(max_size=60)
)
def test_no_value_breaks_a_rule(field: str, value: str) -> None:
    words = problem_with(field, value)
    assert not words or words.endswith(".")


def test_a_whole_contact() -> None:
    assert problems_of(MAYA) == {}
    odd = replace(MAYA, emails=("maya@acme.example", "x"), interval=0, timezone="Nowhere")
    assert set(problems_of(odd)) == {"emails", "interval", "timezone"}
