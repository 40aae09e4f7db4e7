"""The indexes of the network follow every Change."""

from __future__ import annotations

import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st

from tests.model.strategies import records
from tui.model.base import Record, new_uid
from tui.model.change import Change, Edit, Edits
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, Interaction
from tui.model.settings import Settings

FIRST = dt.date(2000, 6, 1)
"""A day amid those on which the interactions happened."""


@given(st.lists(st.lists(records, max_size=6), max_size=5))
def test_indexes_kept_by_change_equal_those_built_anew(changes: list[list[Record]]) -> None:
    network = Network()
    network.interactions_of("uid-0")  # built now, then kept
    network.by_name("x")
    network.last_touches(FIRST)
    for part in changes:
        edits = Edits(network)
        edits.put(*part)
        network.apply(edits.change("x"))
    fresh = Network(network.records())
    for uid in (f"uid-{number}" for number in range(6)):
        assert network.interactions_of(uid) == fresh.interactions_of(uid)
        assert network.events_of(uid) == fresh.events_of(uid)
        assert {it.uid for it in network.follow_ups_of(uid)} == {it.uid for it in fresh.follow_ups_of(uid)}
        assert {it.uid for it in network.introductions_of(uid)} == {
            it.uid for it in fresh.introductions_of(uid)
        }
    for contact in network.contacts.values():
        assert contact in network.by_name(contact.name)
    for day in (FIRST, FIRST + dt.timedelta(days=400)):
        last, since = network.copy().last_touches(day)
        assert (last, sorted(since, key=lambda it: it.uid)) == anew(network, day)
        last, since = network.last_touches(day)
        assert (last, sorted(since, key=lambda it: it.uid)) == anew(network, day)


@given(st.lists(records, max_size=9), st.lists(records, max_size=3))
def test_what_is_read_ahead_is_what_would_be_read_unless_it_was_altered(
    held: list[Record], more: list[Record]
) -> None:
    network = Network(held)
    use = network.read_ahead(FIRST)
    edits = Edits(network)
    edits.put(*more)
    if more:
        network.apply(edits.change("x"))
    use()
    assert network._interactions_of.built == network._last_touches.built == (not more)
    fresh = Network(network.records())
    for uid in (f"uid-{number}" for number in range(6)):
        assert network.interactions_of(uid) == fresh.interactions_of(uid)
    assert network.last_touches(FIRST) == fresh.last_touches(FIRST)


def anew(network: Network, day: dt.date) -> tuple[dict[str, dt.date], list[Interaction]]:
    """Return what the last touches before a day are, and the touches since, one by one."""
    real = [it for it in network.interactions.values() if not it.attempt]
    last: dict[str, dt.date] = {}
    for touch in real:
        for uid in touch.contacts:
            if touch.day < day:
                last[uid] = max(touch.day, last.get(uid, touch.day))
    return last, sorted((it for it in real if it.day >= day), key=lambda it: it.uid)


def test_lookups_fold_case_and_accents() -> None:
    jose = Contact(
        uid="j", name="José Àlvar", emails=("Jose@Example.org",), profiles=("https://x.example/jose",)
    )
    network = Network([jose])
    assert network.by_name("jose alvar") == [jose]
    assert network.by_email("jose@example.ORG") == [jose]
    assert network.by_profile("https://x.example/jose") == [jose]
    assert network.by_name("nobody") == []


def test_touches_are_newest_first_and_leave_attempts_out() -> None:
    def touch(uid: str, day: int, *, attempt: bool = False) -> Interaction:
        return Interaction(uid=uid, day=dt.date(2026, 1, day), contacts=("a",), attempt=attempt)

    network = Network([touch("1", 5), touch("2", 9), touch("3", 7, attempt=True)])
    assert [it.uid for it in network.interactions_of("a")] == ["2", "3", "1"]
    assert [it.uid for it in network.touches_of("a")] == ["2", "1"]


def test_events_are_found_by_who_is_expected() -> None:
    event = Event(uid="e", name="Meet-up", start=dt.date(2026, 1, 1), people=(Attendee(contact="a"),))
    assert Network([event]).events_of("a") == [event]


def test_a_fresh_uid_is_a_random_uuid_as_text() -> None:
    uids = {new_uid() for _ in range(200)}
    assert len(uids) == 200
    for uid in uids:
        made = uuid.UUID(uid)
        assert (str(made), made.version, made.variant) == (uid, 4, uuid.RFC_4122)
    assert {uid[19] for uid in uids} == set("89ab")


def test_whole_tables_are_taken_over_and_altered_like_any_others() -> None:
    maya, event = Contact(uid="maya", name="Maya Lin"), Event(uid="e", name="Fair", start=dt.date(2026, 2, 3))
    network = Network(tables={"contacts": {"maya": maya}, "events": {"e": event}})
    assert list(network.records()) == list(Network([maya, event]).records())
    edits = Edits(network)
    edits.remove([maya])
    network.apply(edits.change("Removed Maya Lin"))
    assert not network.contacts
    assert network.interactions == {}


def test_a_copy_is_not_altered_with_the_network_it_was_made_of() -> None:
    maya = Contact(uid="maya", name="Maya Lin", emails=("maya@acme.example",))
    network = Network([maya])
    network.settings = Settings(tone="plain")
    copy = network.copy()
    assert network.by_email("maya@acme.example") == [maya]
    renamed = Contact(uid="maya", name="Maya Berg")
    network.apply(Change("Renamed", (Edit(maya, renamed),)))
    assert copy.contacts == {"maya": maya}
    assert copy.by_email("maya@acme.example") == [maya]
    assert copy.by_name("Maya Berg") == []
    assert copy.settings == network.settings
