"""Rounds of practice: the hard ones first, and again."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event
from tui.rules.events.practice import EASILY, NEARLY, NOT_YET, PEOPLE, Round, deck
from tui.rules.starters import SHARED, event_starters

NOW = datetime(2026, 11, 24, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
CONTACTS = tuple(Contact(uid=f"c{n}", name=f"Person {n}") for n in range(8))


def event(*practice: int) -> Event:
    people = tuple(Attendee(contact=f"c{n}", practice=it) for n, it in enumerate(practice))
    return Event(uid="e", name="Evening", start=date(2026, 11, 25), people=people)


def people(of: Event, part: int = 0) -> list[str]:
    return [it.key for it in deck(Network((*CONTACTS, of)), of, NOW, part) if it.kind == "person"]


def test_the_hard_ones_come_first_and_the_easy_ones_last() -> None:
    assert people(event(EASILY, NEARLY, 0, NOT_YET)) == ["c3", "c2", "c1", "c0"]


def test_a_round_is_short_and_the_others_come_when_asked_for() -> None:
    everybody = event(*[0] * 8)
    assert len(people(everybody)) == PEOPLE
    assert len(people(everybody, 1)) == 3
    assert people(everybody, 2) == []
    assert not set(people(everybody)) & set(people(everybody, 1))


def test_the_pitch_ends_the_first_round() -> None:
    cards = deck(Network((*CONTACTS, event(0))), event(0), NOW)
    assert cards[-1].kind == "pitch"
    assert [it.kind for it in cards[1:-1]] == ["room"] * 3


def test_not_yet_returns_soon_nearly_once_at_the_end_easily_never() -> None:
    start = Round(("a", "b", "c", "d"))
    assert start.rated(NOT_YET).left == ("b", "c", "a", "d")
    nearly = start.rated(NEARLY)
    assert nearly.left == ("b", "c", "d", "a")
    assert Round(("a",), nearly.again).rated(NEARLY).left == ()
    assert start.rated(EASILY).left == ("b", "c", "d")
    assert Round(("a",)).rated(NOT_YET).left == ("a",)
    assert Round(()).rated(EASILY).card is None


@given(st.lists(st.sampled_from([NEARLY, EASILY]), min_size=20, max_size=20))
def test_a_round_ends(ratings: list[int]) -> None:
    left = Round(tuple("abcdefgh"))
    for rating in ratings:
        left = left.rated(rating)
    assert len(left.left) <= 4


def test_of_a_long_list_those_asked_for_get_words_of_their_own() -> None:
    many = tuple(Contact(uid=f"m{n}", name=f"Guest {n}", organization="Volta") for n in range(SHARED + 20))
    fair = Event(
        uid="fair",
        name="Fair",
        start=date(2026, 11, 25),
        people=tuple(Attendee(contact=it.uid) for it in many),
    )
    network = Network((*many, fair))
    chosen = {"m3", "m50", "m7"}
    words = event_starters(network, fair, NOW, only=chosen)
    assert set(words) == chosen
    said = [it.text for found in words.values() for it in found]
    assert said
    assert len(said) == len(set(said))
    assert event_starters(network, fair, NOW, only=chosen) == words
