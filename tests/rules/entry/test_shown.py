"""How entries are kept, and what dates are understood as while they are typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.network import Network
from tui.rules.entry.contact import FIELDS, read_contact, typed
from tui.rules.entry.phones import written
from tui.rules.entry.shown import preview, tidied

NOW = dt.datetime(2026, 11, 24, 8, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        ("+351912345678", "+351 912 345 678"),
        ("00351 912-345-678", "+351 912 345 678"),
        ("+1 (415) 555 0132", "+1 415-555-0132"),
        ("+442079460958 x12", "+44 20 7946 0958 x12"),
        ("030 1234567", "030 1234567"),
        ("+999 12345678", "+999 12345678"),
        ("ask  at the desk", "ask at the desk"),
        ("+", "+"),
    ],
)
def test_numbers_with_a_country_are_written_as_abroad(number: str, kept: str) -> None:
    assert written(number) == kept


@given(st.text("+0123456789 ()-x", max_size=25))
@settings(max_examples=100, deadline=None)
def test_a_number_keeps_its_digits_and_is_written_once(number: str) -> None:
    kept = written(number)
    assert written(kept) == kept


def test_a_profile_is_shown_as_its_address() -> None:
    assert tidied(FIELDS["profiles"], "LinkedIn.com/in/Maya?x=1") == "https://www.linkedin.com/in/maya"
    assert tidied(FIELDS["profiles"], "no address") == "no address"
    assert tidied(FIELDS["groups"], " a,  b ") == "a, b"


def test_dates_are_shown_as_understood() -> None:
    assert preview(FIELDS["met_day"], "fri", NOW) == "→ Fri 20 Nov, 4 days ago"
    days = "birthday 14 March 1990\nnonsense\nmoves 2026-12-01 once"
    assert preview(FIELDS["milestones"], days, NOW) == (
        "→ birthday: Sun 14 Mar 2027, in 4 months; moves: Tue 1 Dec, in 7 days"
    )
    assert preview(FIELDS["place"], "fri", NOW) == ""


def test_entries_stand_one_a_line_and_a_comma_stays_in_a_group() -> None:
    network = Network()
    values = {
        "name": "Maya Lin",
        "groups": "School of Design, Porto\nrowers",
        "emails": "a@x.example, b@x.example\nc@x.example",
        "phones": "+351912345678",
        "paused": "yes",
    }
    maya = read_contact(network, values, NOW, None)
    assert maya.groups == ("School of Design, Porto", "rowers")
    assert maya.emails == ("a@x.example", "b@x.example", "c@x.example")
    assert maya.phones == ("+351 912 345 678",)
    assert maya.paused
    again = read_contact(network, typed(network, maya), NOW, None)
    assert (again.groups, again.emails, again.phones) == (maya.groups, maya.emails, maya.phones)
