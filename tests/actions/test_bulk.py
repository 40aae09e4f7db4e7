"""One thing done to several people is one Change, taken back in one step."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.actions.bulk import Wish, alter
from tui.actions.interactions import Refused
from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold

MAYA = Contact(uid="maya", name="Maya Lin", interests=("Climate", "sailing"), groups=("Porto, School",))
JOSE = Contact(uid="jose", name="José Álvarez", tier="close", roles=("peer",))


def network() -> Network:
    return Network((MAYA, JOSE))


def test_everything_wished_is_done_to_each_and_taken_back_at_once() -> None:
    net = network()
    wish = Wish(
        tier="close",
        circle="both",
        interests=("climate", "tides"),
        no_interests=("SAILING",),
        groups=("rowers",),
        roles=("mentor",),
        no_roles=("Peer",),
        archived=True,
    )
    change = alter(net, ("maya", "jose", "maya", "gone"), wish)
    assert change.words == (
        "Maya Lin and José Álvarez: tier close, circle both, interest climate and tides, "
        "no longer interest SAILING, group rowers, role mentor, no longer role Peer and archived"
    )
    net.apply(change)
    maya, jose = net.contacts["maya"], net.contacts["jose"]
    assert (maya.tier, maya.circle, maya.archived) == ("close", "both", True)
    assert maya.interests == ("Climate", "tides")
    assert maya.groups == ("Porto, School", "rowers")
    assert jose.interests == ("climate", "tides")
    assert jose.roles == ("mentor",)
    net.apply(change.inverse())
    assert net.contacts == {"maya": MAYA, "jose": JOSE}


def test_only_those_who_change_are_named_and_nothing_to_do_is_said() -> None:
    assert alter(network(), ("maya", "jose"), Wish(tier="close")).words == "Maya Lin: tier close"
    with pytest.raises(Refused, match="so already"):
        alter(network(), ("jose",), Wish(tier="close"))
    with pytest.raises(Refused, match="Nothing is chosen"):
        alter(network(), ("jose",), Wish())


@given(st.lists(st.sampled_from(["a", "A", "á", "b", "c"]), max_size=4), st.lists(st.sampled_from("abc")))
@settings(max_examples=80)
def test_adding_and_taking_away_leaves_each_once(more: list[str], less: list[str]) -> None:
    net = Network((Contact(uid="x", name="X", interests=("a", "b")),))
    with suppress(Refused):
        net.apply(alter(net, ("x",), Wish(interests=tuple(more), no_interests=tuple(less))))
    have = [fold(text) for text in net.contacts["x"].interests]
    assert set(map(fold, more)) <= set(have)
    assert len(have) == len(set(have))
    assert not (set(less) - set(map(fold, more))) & set(have)
