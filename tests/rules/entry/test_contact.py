"""A contact as text in a form, and back, with nothing lost and each fault a sentence."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Contact, Event, Milestone
from tui.rules.entry.contact import FIELDS, problem, read_contact, read_profile, typed

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NETWORK = Network(
    [
        Contact(uid="ada", name="Ada Obi"),
        Event(uid="pycon", name="PyCon", start=date(2026, 4, 1)),
    ]
)


def test_an_untouched_form_changes_nothing() -> None:
    network = sample_network(NOW)
    for contact in network.contacts.values():
        assert read_contact(network, typed(network, contact), NOW, contact) == contact


def test_every_field_can_be_typed() -> None:
    values = {
        **typed(NETWORK, Contact(uid="", name="")),
        "name": "  Maya   Lin ",
        "interests": "#climate, sailing; Climate",
        "needs": "a hardware founder, soon\nan office",
        "emails": "maya@acme.example",
        "profiles": "linkedin.com/in/maya-lin",
        "met_day": "3 days ago",
        "met_event": "pyc",
        "introduced_by": "ada",
        "interval": "45",
        "muted_milestones": "yes",
        "culture.name_order": "family first",
        "milestones": "birthday 29 February\nfive years at Acme 3 May 2021\nmoves 2026-12-01 once",
        "notes": "two\nlines",
    }
    made = read_contact(NETWORK, values, NOW, None)
    assert made.name == "Maya Lin"
    assert made.interests == ("climate", "sailing")
    assert made.needs == ("a hardware founder, soon", "an office")
    assert made.profiles == ("https://www.linkedin.com/in/maya-lin",)
    assert made.met_day == date(2026, 11, 18)
    assert (made.met_event, made.introduced_by) == ("pycon", "ada")
    assert (made.interval, made.muted_milestones) == (45, True)
    assert made.culture.name_order == "family first"
    assert made.milestones == (
        Milestone(label="birthday", month=2, day=29),
        Milestone(label="five years at Acme", month=5, day=3, year=2021),
        Milestone(label="moves", month=12, day=1, year=2026, once=True),
    )
    assert made.notes == "two\nlines"
    assert made.added == NOW.date()


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("interval", "often", "number of days"),
        ("interval", "0", "number of days"),
        ("emails", "maya at acme", "maya at acme"),
        ("profiles", "not an address", "web address"),
        ("met_day", "31 nov", "31 nov"),
        ("met_event", "Nowhere", "no event"),
        ("introduced_by", "Zoë", "no contact"),
        ("milestones", "birthday", "birthday"),
        ("milestones", "birthday 31 April", "31 April"),
        ("timezone", "Lisbon", "Lisbon"),
    ],
)
def test_each_fault_is_a_sentence(field: str, text: str, says: str) -> None:
    assert says in problem(NETWORK, FIELDS[field], text, NOW)


def test_whatever_is_typed_is_either_read_or_refused_with_words() -> None:
    hostile = "[red]\x1b[31m\x00 佐藤 🙂 " * 40
    for field in FIELDS:
        for text in ("", hostile, "\n\n,;,;", "-", "2026-13-45"):
            if FIELDS[field].kind != "choice":
                assert isinstance(problem(NETWORK, FIELDS[field], text, NOW), str)


def test_yourself_is_typed_the_same_way() -> None:
    network = sample_network(NOW)
    values = typed(network, network.profile)
    assert read_profile(network, values, NOW) == network.profile
    changed = read_profile(network, {**values, "offers": "maps\nmaps\ntea", "timezone": "Asia/Tokyo"}, NOW)
    assert (changed.offers, changed.timezone) == (("maps", "tea"), "Asia/Tokyo")
    with pytest.raises(ValueError, match="Nowhere"):
        read_profile(network, {**values, "timezone": "Nowhere"}, NOW)
