"""What is offered while a field is typed follows every change, as if it were counted anew."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model.change import Change, Edit
from tui.model.network import Network
from tui.model.records import Contact, Profile
from tui.rules.entry.known import Known

ADA = Contact(uid="ada", name="Ada Moreau", organization="Tidewater", interests=("tides", "terns"))
BO = Contact(uid="bo", name="Bo Sand", organization="Tinder Mill", interests=("tides",))
ASKED = (
    ("organization", "ti"),
    ("interests", "t"),
    ("introduced_by", "ad"),
    ("introduced_by", "zo"),
    ("roles", "me"),
)


def alter(network: Network, known: Known, before: Contact | None, after: Contact | None) -> None:
    change = Change("", (Edit(before, after),))
    network.apply(change)
    known.changed(change)


def same(network: Network, known: Known) -> None:
    for field, typed in ASKED:
        assert known.complete(field, typed) == Known(network).complete(field, typed), field


def test_the_most_frequent_comes_first() -> None:
    known = Known(Network((ADA, BO)))
    assert known.complete("interests", "t") == ("tides", "terns")


def test_it_follows_every_change() -> None:
    network = Network((ADA, BO))
    known = Known(network)
    list(known.learn())
    assert known.learned
    same(network, known)
    zoe = replace(ADA, name="Zoë Moreau", organization="Tinder Mill", interests=("terns", "tin"))
    for before, after in ((ADA, zoe), (BO, None), (None, BO), (zoe, ADA)):
        alter(network, known, before, after)
        same(network, known)
    assert known.complete("introduced_by", "zo") == ()


def test_a_change_while_it_is_counted_is_not_missed() -> None:
    network = Network([Contact(uid=str(number), name=f"Ada {number}") for number in range(1500)])
    known = Known(network)
    steps = known.learn()
    next(steps)
    alter(network, known, None, Contact(uid="zoe", name="Zoë Late"))
    assert list(steps) == [] and not known.learned
    list(known.learn())
    assert known.complete("introduced_by", "zo") == ("Zoë Late",)


def test_nothing_is_offered_before_it_is_counted_where_nobody_is_to_wait() -> None:
    known = Known(Network((ADA, BO)))
    known.waits = True
    assert known.complete("interests", "t") == ()
    list(known.learn())
    assert known.complete("interests", "t") == ("tides", "terns")


def test_your_own_words_are_offered_and_follow_too() -> None:
    network = Network((ADA,))
    known = Known(network)
    assert known.complete("interests", "s") == ()
    change = Change("", (Edit(None, Profile(uid="me", interests=("sailing",))),))
    network.apply(change)
    known.changed(change)
    assert known.complete("interests", "s") == ("sailing",)
