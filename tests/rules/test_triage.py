"""Who waits for a decision, and in what order."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tui.actions.interactions import Refused
from tui.actions.triage import decide, set_circle
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, Interaction, Profile
from tui.rules.triage import You, waiting, waits

TODAY = dt.date(2026, 11, 24)
YOU = Profile(
    uid="me",
    organization="Lantern Grid",
    title="grid engineer",
    place="Lisbon",
    groups=("Ferry Choir",),
    interests=("maps", "tides"),
    offers=("reviewing connection studies",),
    needs=("somebody who does market modelling",),
)
PLAIN = Contact(uid="plain", name="Oh Min-jun", organization="Haneul", tier="ambient", source="linkedin")


def alike(uid: str, **told: object) -> Contact:
    return replace(PLAIN, uid=uid, name=f"{uid} Somebody", **told)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, True),
        ({"source": "vcard"}, True),
        ({"source": "capture"}, False),
        ({"source": "form"}, False),
        ({"source": ""}, False),
        ({"tier": "wide"}, False),
        ({"triaged": TODAY}, False),
        ({"archived": True}, False),
        ({"paused": True}, False),
    ],
)
def test_who_waits(told: dict[str, object], expected: bool) -> None:
    contact = replace(PLAIN, **told)
    assert waits(Network((contact,)), contact) is expected


def test_whoever_was_spoken_to_does_not_wait() -> None:
    call = Interaction(uid="call", day=TODAY, contacts=("plain",))
    assert not waits(Network((PLAIN, call)), PLAIN)
    assert waits(Network((PLAIN, replace(call, attempt=True))), PLAIN)


def test_those_who_share_most_with_you_come_first() -> None:
    people = (
        PLAIN,
        alike("lately", met_day=TODAY - dt.timedelta(days=20)),
        alike("choir", groups=("ferry choir",), place="lisbon"),
        alike("answer", offers=("market modelling for islands",)),
        alike("seeks", needs=("a review of our connection studies",)),
        alike("maps", interests=("Maps",)),
        alike("colleague", organization="Lantern Grid Ltd"),
        Contact(uid="close", name="Ines Valadares", organization="Seagrass", tier="close"),
        alike("beside", organization="Seagrass"),
    )
    network = Network((YOU, *people))
    order = waiting(network, TODAY)
    assert order[0] == "choir"
    assert order[-1] == "plain"
    assert set(order[1:3]) == {"answer", "colleague"}
    you = You(network, TODAY)
    told = {it.uid: [reason.words for reason in you.reasons(it)] for it in people}
    assert told["choir"] == ["also of ferry choir", "also in lisbon"]
    assert told["answer"][0] == "offers what you look for: market modelling for islands"
    assert told["seeks"] == ["looks for what you offer: a review of our connection studies"]
    assert "works where you do" in told["colleague"]
    assert told["beside"] == ["works with Ines Valadares"]
    assert told["lately"] == ["connected lately"]
    assert told["plain"] == []


def test_whoever_is_at_an_event_of_yours_comes_early() -> None:
    event = Event(uid="fair", name="Grid Fair", start=TODAY, people=(Attendee(contact="met"),))
    network = Network((PLAIN, alike("met"), event))
    assert waiting(network, TODAY) == ("met", "plain")
    assert [it.words for it in You(network, TODAY).reasons(alike("met"))] == ["at Grid Fair with you"]


def test_among_equals_the_latest_connection_comes_first() -> None:
    old, new = (alike(f"y{year}", met_day=dt.date(year, 1, 1)) for year in (2020, 2024))
    assert waiting(Network((old, new)), TODAY) == ("y2024", "y2020")


def test_a_decision_is_one_change_and_is_taken_back_exactly() -> None:
    network = Network((PLAIN,))
    change = decide(network, "plain", "close", TODAY)
    assert change.words == "You keep Oh Min-jun close"
    network.apply(change)
    assert (network.contacts["plain"].tier, network.contacts["plain"].triaged) == ("close", TODAY)
    network.apply(change.inverse())
    assert network.contacts["plain"] == PLAIN
    network.apply(decide(network, "plain", "ambient", TODAY))
    assert not waiting(network, TODAY)
    network.apply(set_circle(network, "plain", "both"))
    assert network.contacts["plain"].circle == "both"


def test_about_somebody_who_is_gone_nothing_is_decided() -> None:
    with pytest.raises(Refused, match="not among your contacts"):
        decide(Network(), "plain", "close", TODAY)
    with pytest.raises(Refused, match="not among your contacts"):
        set_circle(Network(), "plain", "both")
