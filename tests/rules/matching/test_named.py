"""Names kept to be asked often: they follow every change, and answer as if everybody were read anew."""

from __future__ import annotations

from msgspec.structs import replace

from tests.rules.matching.test_people import NETWORK, PEOPLE, uids
from tui.model.change import Change, Edit
from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.matching.named import Names, find_named

TYPED = (
    "maya",
    "Maya Lin",
    "Lin",
    "Pepe",
    "okafor amara",
    "olu b",
    "ana reys",
    "zoe",
    "mayya",
    "a",
    "duarte i",
)


def changed(network: Network, names: Names, before: Contact | None, after: Contact | None) -> None:
    change = Change("", (Edit(before, after),))
    network.apply(change)
    names.changed(change)


def same(network: Network, names: Names) -> None:
    for typed in TYPED:
        kept, anew = names.find(typed), find_named(network, typed)
        for one, other in ((kept.exact, anew.exact), (kept.begins, anew.begins), (kept.alike, anew.alike)):
            assert sorted(uids(one)) == sorted(uids(other)), typed


def test_names_follow_every_change() -> None:
    network = Network(PEOPLE)
    names = Names(network)
    same(network, names)
    maya, jose = PEOPLE[0], PEOPLE[2]
    other = replace(maya, name="Dr. Zoë Lin", given="Zoë", nickname="Zo")
    changed(network, names, maya, other)
    assert uids(names.find("zoe lin").exact) == uids(names.find("zo").exact) == ["maya"]
    assert "maya" not in uids(names.find("maya").begins)
    same(network, names)
    changed(network, names, jose, None)
    assert not names.find("Pepe").exact
    same(network, names)
    changed(network, names, None, jose)
    assert uids(names.find("Pepe").exact) == ["jose"]
    new = Contact(uid="ola", name="Ola Zhou")
    changed(network, names, None, new)
    assert uids(names.find("zhou ola").exact) == ["ola"]
    assert uids(names.find("zhuo").alike) == uids(find_named(network, "zhuo").alike)
    same(network, names)


def test_a_change_of_everybody_is_read_anew() -> None:
    network = Network(PEOPLE)
    names = Names(network)
    same(network, names)
    many = tuple(Edit(None, Contact(uid=f"new{number}", name=f"Zoe {number}")) for number in range(600))
    change = Change("", many)
    network.apply(change)
    names.changed(change)
    assert len(names.find("zoe").begins) == 600
    same(network, names)


def test_somebody_entered_while_names_are_read_is_found() -> None:
    network = Network([Contact(uid=str(number), name=f"Ada {number}") for number in range(2500)])
    names = Names(network)
    steps = names.learn()
    next(steps)
    changed(network, names, None, Contact(uid="late", name="Bo Late"))
    changed(network, names, network.contacts["2400"], None)
    changed(network, names, network.contacts["7"], None)
    assert uids(names.find("bo late").exact) == ["late"]
    assert not names.find("ada 2400").exact and not names.find("ada 7").exact
    assert len(names.find("ada").begins) == 2498


def test_what_the_sample_has_is_found_as_before() -> None:
    same(NETWORK, Names(NETWORK))
