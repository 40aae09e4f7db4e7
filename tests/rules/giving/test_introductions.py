"""Who should know whom: right or not at all, never twice, never those who know each other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.giving.crowd import NOW, belongs, crowd
from tui.model.network import Network
from tui.model.records import (
    Attendee,
    Contact,
    Deferral,
    Event,
    Interaction,
    Introduction,
    IntroductionStatus,
)
from tui.rules.giving.introductions import Pairing, aside_key, suggested_introductions
from tui.rules.giving.telling import told_to

TODAY = NOW.date()


def solveig(**fields: Any) -> Contact:
    """Somebody who looks for permits."""
    return Contact(
        **{
            "uid": "solveig",
            "name": "Solveig Aas",
            "needs": ("somebody who understands permitting",),
            **fields,
        }
    )


def anneli(**fields: Any) -> Contact:
    """Somebody who knows permits."""
    return Contact(
        **{
            "uid": "anneli",
            "name": "Anneli Koivu",
            "title": "permitting consultant",
            "organization": "Koivu Oy",
            **fields,
        }
    )


def found(*records: Any, about: str | None = None) -> list[Pairing]:
    return list(suggested_introductions(Network(records), NOW, about=about))


def test_a_need_meets_the_work_of_another_and_says_so() -> None:
    (pairing,) = found(solveig(), anneli())
    assert (pairing.first, pairing.second) == ("anneli", "solveig")
    assert pairing.reason == (
        "Solveig looks for somebody who understands permitting; "
        "Anneli works as permitting consultant at Koivu Oy"
    )


def test_both_ways_is_one_suggestion_with_both_reasons_and_comes_first() -> None:
    both = solveig(offers=("tide tables for harbours",))
    other = anneli(needs=("tide tables",), offers=())
    rosa = Contact(uid="rosa", name="Rosa Mbeki", offers=("how permitting works in Norway",))
    ranked = found(both, other, rosa)
    assert {ranked[0].first, ranked[0].second} == {"solveig", "anneli"}
    said, _, besides = ranked[0].reason.partition("; and ")
    assert said == "Anneli looks for tide tables; Solveig offers tide tables for harbours"
    assert besides.startswith("Solveig looks for somebody who understands permitting; Anneli works as")
    assert len(ranked) == 1


@pytest.mark.parametrize(
    "between",
    [
        (Interaction(uid="t", day=TODAY, contacts=("solveig", "anneli")),),
        (
            Event(
                uid="e",
                name="Supper",
                kind="social",
                start=TODAY - timedelta(days=9),
                people=(
                    Attendee(contact="solveig", outcome="met"),
                    Attendee(contact="anneli", outcome="met"),
                ),
            ),
        ),
        (Introduction(uid="i", first="anneli", second="solveig"),),
        (Introduction(uid="i", first="solveig", second="anneli", status="declined"),),
        (Introduction(uid="i", first="solveig", second="anneli", status="came of it"),),
        (Interaction(uid="t", day=TODAY, contacts=("solveig",), summary="She and Anneli sailed to Bergen"),),
    ],
    ids=["touch", "small event", "idea", "declined", "came of it", "named in a note"],
)
def test_never_two_who_know_each_other_or_were_introduced(between: tuple[Any, ...]) -> None:
    assert found(solveig(), anneli(), *between) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"introduced_by": "anneli"}, {}),
        ({}, {"introduced_by": "solveig"}),
        ({"organization": "Koivu Oy"}, {}),
        ({"groups": ("Koivu Oy",)}, {}),
        ({"notes": "An old friend of Anneli Koivu"}, {}),
        ({"archived": True}, {}),
        ({}, {"archived": True}),
        ({"paused": True}, {}),
        ({}, {"paused": True}),
        ({"tier": "ambient"}, {"tier": "ambient"}),
        ({"needs": ("somebody who understands permitting after his divorce",)}, {}),
        ({"deferrals": (Deferral(aside_key("anneli"), "skip", TODAY, TODAY + timedelta(days=9)),)}, {}),
        ({}, {"deferrals": (Deferral(aside_key("solveig"), "skip", TODAY, TODAY + timedelta(days=9)),)}),
    ],
)
def test_left_out(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert found(solveig(**one), anneli(**other)) == []


def test_at_a_conference_two_may_well_have_missed_each_other() -> None:
    met = tuple(Attendee(contact=uid, outcome="met") for uid in ("solveig", "anneli"))
    event = Event(uid="e", name="Wind Days", kind="conference", start=TODAY - timedelta(days=9), people=met)
    assert len(found(solveig(), anneli(), event)) == 1


def test_what_was_put_aside_comes_back() -> None:
    past = Deferral(aside_key("anneli"), "skip", TODAY - timedelta(days=99), TODAY)
    assert len(found(solveig(deferrals=(past,)), anneli())) == 1


@pytest.mark.parametrize("status", ["idea", "asked first", "asked second", "introduced", "came of it"])
def test_a_need_that_is_being_answered_is_suggested_to_nobody_else(status: IntroductionStatus) -> None:
    rosa = Contact(uid="rosa", name="Rosa Mbeki", title="permitting adviser")
    stands = Introduction(uid="i", first="rosa", second="solveig", status=status)
    assert found(solveig(), anneli(), rosa, stands) == []
    assert len(found(solveig(), anneli(), rosa)) == 1


def test_nobody_is_in_more_than_two() -> None:
    seekers = [solveig(uid=f"s{n}", name=f"Seeker{n} Aas") for n in range(6)]
    assert len(found(*seekers, anneli())) == 2
    assert len(found(*seekers, anneli(), about="anneli")) == 6


def test_somebody_in_two_introductions_under_way_is_left_in_peace() -> None:
    others = [Contact(uid=f"o{n}", name=f"Other{n}") for n in range(2)]
    under_way = [Introduction(uid=f"i{n}", first="anneli", second=f"o{n}") for n in range(2)]
    assert found(solveig(), anneli(), *others, *under_way) == []


def test_about_somebody_only_theirs() -> None:
    kai = Contact(uid="kai", name="Kai Ito", needs=("a portrait photographer",))
    lea = Contact(uid="lea", name="Lea Roth", title="portrait photographer")
    records = (solveig(), anneli(), kai, lea)
    assert len(found(*records)) == 2
    for uid in ("kai", "lea"):
        assert [it.pair for it in found(*records, about=uid)] == [{"kai", "lea"}]
    assert found(*records, about="nobody") == []


def test_what_two_share_and_work_on_brings_them_together() -> None:
    one = Contact(uid="one", name="Nat Sri", title="rooftop solar installer", interests=("solar", "chess"))
    other = Contact(uid="two", name="Tig Ale", organization="Nile Solar Lab", interests=("chess", "solar"))
    (pairing,) = found(one, other)
    assert pairing.reason == "both work on solar and care about chess"
    third = Contact(uid="three", name="Lu Wen", interests=("chess", "solar"))
    assert len(found(one, other, third)) == 1


def test_private_notes_are_never_used() -> None:
    assert found(solveig(needs=(), private_notes="needs somebody who understands permitting"), anneli()) == []


def test_the_reason_is_told_to_each_side() -> None:
    (pairing,) = found(solveig(), anneli(offers=("permitting for wind farms",)))
    assert told_to(pairing.reason, solveig()).startswith("you are looking for somebody who understands")
    assert told_to(pairing.reason, anneli()).startswith("Solveig looks for")
    assert "; you " in told_to(pairing.reason, anneli())


@pytest.mark.parametrize("seed", range(20))
def test_every_suggestion_in_a_crowd_is_right(seed: int) -> None:
    network, wants, gives = crowd(300, seed)
    pairings = suggested_introductions(network, NOW)
    assert len(pairings) > 5
    for it in pairings:
        right = any(belongs(need, given) for need in wants[it.second] for given in gives[it.first])
        assert right, it.reason


CROWD = crowd(80, 7)[0]
UIDS = sorted(CROWD.contacts)
STANDINGS = st.sampled_from(
    ["idea", "asked first", "asked second", "introduced", "came of it", "declined", "touch"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.tuples(st.sampled_from(UIDS), st.sampled_from(UIDS)), STANDINGS, max_size=40),
    st.sets(st.sampled_from(UIDS), max_size=10),
)
def test_whatever_happened_nobody_is_suggested_wrongly(
    history: dict[tuple[str, str], Any], archived: set[str]
) -> None:
    first = suggested_introductions(CROWD, NOW)
    # What was suggested happens, and random things besides.
    history |= dict.fromkeys(((it.second, it.first) for it in first[:3]), "declined")
    records: list[Any] = [
        Contact(
            **{f: getattr(it, f) for f in it.__struct_fields__} | {"archived": it.archived or uid in archived}
        )
        for uid, it in CROWD.contacts.items()
    ]
    for number, ((one, other), status) in enumerate(history.items()):
        if one == other:
            continue
        if status == "touch":
            records.append(Interaction(uid=f"t{number}", day=date(2026, 1, 1), contacts=(one, other)))
        else:
            records.append(Introduction(uid=f"i{number}", first=one, second=other, status=status))
    network = Network(records)
    pairings = suggested_introductions(network, NOW)
    known = {frozenset(pair) for pair in history}
    pairs = [it.pair for it in pairings]
    assert len(pairs) == len(set(pairs))
    assert not known & set(pairs)
    for it in pairings:
        for uid in it.pair:
            contact = network.contacts[uid]
            assert not contact.archived
            assert not contact.paused
    assert pairings == suggested_introductions(Network(reversed(records)), NOW)
