"""People of one name are told apart by the first thing that differs, and all others are called what they are."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec.structs import replace

from tui.model.records import Contact
from tui.rules.names import first_name
from tui.rules.namesakes import beside_names, told_apart

ACME = Contact(uid="acme", name="Maya Lin", organization="Acme Robotics", title="design lead", place="Porto")
SALT = Contact(uid="salt", name="Maya Lin", organization="Salt", title="design lead", place="Porto")
CHEN = Contact(uid="chen", name="Maya Chen", organization="Salt")
AMA = Contact(uid="ama", name="Ama Owusu", organization="Salt")


def test_only_those_of_one_name_have_more_than_their_name() -> None:
    assert told_apart((ACME, AMA, SALT)) == ("Maya Lin (Acme Robotics)", "Ama Owusu", "Maya Lin (Salt)")
    assert told_apart((ACME, CHEN)) == ("Maya Lin", "Maya Chen")
    assert told_apart((ACME, ACME)) == ("Maya Lin", "Maya Lin")
    assert told_apart(()) == ()


def test_one_given_name_of_two_becomes_the_whole_name() -> None:
    assert told_apart((ACME, CHEN, AMA), first_name) == ("Maya Lin", "Maya Chen", "Ama")
    assert told_apart((ACME, SALT), first_name) == ("Maya Lin (Acme Robotics)", "Maya Lin (Salt)")


def test_what_differs_first_tells_them_apart() -> None:
    bo = Contact(uid="one", name="Bo Ek", organization="Salt", title="founder")
    pairs: tuple[tuple[dict[str, Any], dict[str, Any], tuple[str, str]], ...] = (
        ({"place": "Oslo"}, {"place": "Bergen"}, ("Oslo", "Bergen")),
        ({"place": "Oslo"}, {}, ("Oslo", "")),
        ({"emails": ("bo@a.example",)}, {"emails": ("bo@b.example",)}, ("bo@a.example", "bo@b.example")),
        (
            {"place": "Oslo", "met_day": dt.date(2026, 5, 1)},
            {"place": "Oslo", "met_day": dt.date(2026, 6, 2)},
            ("met 1 May 2026", "met 2 Jun 2026"),
        ),
        ({}, {}, ("", "")),
    )
    for one, other, more in pairs:
        pair = replace(bo, **one), replace(bo, uid="other", **other)
        assert told_apart(pair) == tuple(f"Bo Ek ({it})" if it else "Bo Ek" for it in more)
        beside = [f"founder at Salt, {it}" if it else "founder at Salt" for it in more]
        assert list(beside_names(pair).values()) == beside
    # Their work tells these apart, and stands beside their names anyway.
    assert beside_names((ACME, SALT, CHEN, AMA)) == {}


def test_nobody_is_called_by_what_three_have_and_two_share() -> None:
    third = Contact(uid="third", name="Maya Lin", organization="Salt", title="design lead", place="Lagos")
    lisbon = Contact(uid="acme", name="Maya Lin", organization="Acme Robotics", place="Lisbon")
    assert told_apart((lisbon, SALT, third)) == ("Maya Lin (Lisbon)", "Maya Lin (Porto)", "Maya Lin (Lagos)")
