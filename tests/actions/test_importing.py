"""Importing people: who is who, what is the user's and stays, and that twice is as good as once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.exchange.generator import connections
from tui.actions.importing import Import, import_file, import_people
from tui.exchange.linkedin import connections_in
from tui.exchange.report import Found, ImportProblem, Person, Skipped
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event
from tui.store.rows import readable

TODAY = date(2026, 11, 21)
MET = date(2026, 2, 8)
INES = "https://www.linkedin.com/in/ines-okafor"


def person(line: int = 2, name: str = "Ines Okafor", **said: object) -> Person:
    return replace(Person(line, name), **said)


def take(network: Network, *people: Person) -> Import:
    """Import and apply."""
    done = import_people(network, Found(people, ()), TODAY)
    network.apply(done.change)
    return done


def only(network: Network) -> Contact:
    (contact,) = network.contacts.values()
    return contact


def test_a_new_person_starts_ambient_with_the_day_you_connected() -> None:
    network = Network()
    done = take(
        network,
        person(
            given="Ines",
            family="Okafor",
            profile=INES,
            email="ines@north.example",
            organization="Northwind",
            title="Buyer",
            connected=MET,
        ),
    )
    ines = only(network)
    assert (ines.name, ines.given, ines.family, ines.tier, ines.source) == (
        *("Ines Okafor", "Ines", "Okafor", "ambient", "linkedin"),
    )
    assert (ines.emails, ines.profiles, ines.organization, ines.title) == (
        *(("ines@north.example",), (INES,), "Northwind", "Buyer"),
    )
    assert (ines.met_day, ines.met_note, ines.added) == (MET, "Connected on LinkedIn", TODAY)
    assert (done.read, done.added, done.change.words) == (1, 1, "Imported 1 person from LinkedIn")


def test_a_day_that_could_not_be_read_is_kept_as_words() -> None:
    network = Network()
    take(network, person(connected_words="32 Foo 2026"))
    assert only(network).met_note == "Connected on LinkedIn (32 Foo 2026)"


def test_the_same_file_twice_changes_nothing_and_undo_takes_it_back_whole() -> None:
    network = Network([Contact(uid="maya", name="Maya Lin")])
    before = list(network.records())
    found = connections_in(connections(300, seed=2, bare=0.3), "file")
    first = import_people(network, found, TODAY)
    network.apply(first.change)
    again = import_people(network, found, date(2027, 1, 1))
    assert not again.change
    assert (again.added, again.updated) == (0, 0)
    assert again.read == again.unchanged + len(again.skipped) == 300
    network.apply(first.change.inverse())
    assert list(network.records()) == before


def test_a_later_export_brings_organisation_and_title_up_to_date() -> None:
    network = Network()
    take(network, person(profile=INES, organization="Northwind", title="Buyer"))
    done = take(network, person(profile=INES + "/?trk=x", organization="Fjord Foods", title="Head of Buying"))
    assert (only(network).organization, only(network).title) == ("Fjord Foods", "Head of Buying")
    assert (done.added, done.updated, done.change.words) == (0, 1, "Updated 1 person from LinkedIn")


def test_what_was_typed_stays_and_what_was_taken_out_stays_out() -> None:
    network = Network()
    row = person(profile=INES, email="old@north.example", organization="Northwind", title="B", connected=MET)
    take(network, row)
    mine = replace(only(network), name="Inês O.", organization="", title="Queen", emails=(), met_day=None)
    take_mine = Network([replace(mine, tier="close", notes="mine")])
    done = take(take_mine, replace(row, organization="Fjord", title="Head"))
    assert not done.change
    assert only(take_mine) == replace(mine, tier="close", notes="mine")


def test_what_was_typed_by_hand_before_any_import_stays_too() -> None:
    network = Network(
        [
            Contact(
                uid="i",
                name="ines okafor",
                emails=("I@north.example",),
                organization="Acme",
                met_note="school",
            )
        ]
    )
    take(
        network, person(email="i@north.example", profile=INES, organization="B", title="Buyer", connected=MET)
    )
    take(network, person(email="i@north.example", profile=INES, organization="C", title="Head"))
    ines = only(network)
    assert (ines.name, ines.organization, ines.emails, ines.tier) == (
        *("ines okafor", "Acme", ("I@north.example",), "active"),
    )
    assert (ines.title, ines.profiles, ines.met_day, ines.met_note) == ("Head", (INES,), None, "school")


def test_an_empty_cell_takes_nothing_away_and_a_new_email_is_added() -> None:
    network = Network()
    take(network, person(profile=INES, organization="Northwind", email="a@north.example"))
    take(network, person(profile=INES, email="b@north.example"))
    assert only(network).organization == "Northwind"
    assert only(network).emails == ("a@north.example", "b@north.example")


@pytest.mark.parametrize(
    "row",
    [
        person(name="Somebody Else", profile="http://de.linkedin.com/in/INES-okafor/"),
        person(name="Somebody Else", email="INES@north.example"),
        person(name="ines OKAFOR", organization="NORTHWIND"),
    ],
)
def test_the_keys_in_their_order(row: Person) -> None:
    ines = Contact(
        uid="i",
        name="Ines Okafor",
        organization="Northwind",
        emails=("ines@north.example",),
        profiles=("https://linkedin.com/in/ines-okafor",),
    )
    network = Network([ines])
    take(network, row)
    assert set(network.contacts) == {"i"}


def test_a_name_alone_is_no_key() -> None:
    network = Network([Contact(uid="i", name="Ines Okafor", organization="Northwind")])
    assert take(network, person(organization="Acme")).added == 1


def test_somebody_known_by_name_is_known_after_the_user_moved_them() -> None:
    network = Network()
    take(network, person(organization="Northwind"))
    moved = replace(only(network), organization="Acme", name="Inês")
    assert not take(Network([moved]), person(organization="Northwind")).change


def test_two_rows_about_one_person_are_one_and_two_members_of_one_name_are_two() -> None:
    network = Network()
    done = take(
        network,
        person(2, profile=INES, organization="Acme", title="Buyer"),
        person(3, profile=INES.upper(), organization="Old Ltd", email="ines@acme.example"),
        person(4, profile=INES + "-2", organization="Acme"),
        person(5, email="ines@acme.example", organization="Older Ltd"),
    )
    first, second = network.contacts.values()
    assert (first.organization, first.title, first.emails) == ("Acme", "Buyer", ("ines@acme.example",))
    assert second.profiles == (INES + "-2",)
    assert (done.read, done.added, done.unchanged) == (4, 2, 2)


def test_what_could_be_two_people_is_left_out_and_reported() -> None:
    network = Network(
        [Contact(uid=uid, name="Ines Okafor", organization="Acme", emails=("us@x.example",)) for uid in "ab"]
    )
    done = take(network, person(7, organization="Acme"), person(8, "Ola", email="us@x.example"))
    assert not done.change
    assert [it.where for it in done.skipped] == ["line 7", "line 8"]
    assert "2 contacts have this name" in done.skipped[0].why
    assert take(network, person(9, profile=INES, organization="Acme")).added == 1


def test_the_surer_row_counts_wherever_it_stands() -> None:
    network = Network([Contact(uid="i", name="Ines Okafor", organization="Acme", emails=("i@acme.example",))])
    by_name = person(2, organization="Acme", title="Buyer")
    take(network, by_name, person(3, email="i@acme.example", title="Head"))
    assert only(network).title == "Head"


def test_who_has_moved_is_not_known_at_the_old_place() -> None:
    network = Network()
    take(network, person(profile=INES, organization="Northwind"))
    rows = (person(2, profile=INES, organization="Acme"), person(3, organization="Northwind", title="Buyer"))
    assert take(network, *rows).added == 1
    assert not take(network, *rows).change


def test_two_members_who_share_an_address_are_two_people_and_one_with_two_profiles_is_one() -> None:
    network = Network()
    shared: dict[str, Any] = {"email": "office@x.example"}
    take(network, person(2, profile=INES, **shared), person(3, "Bo Lund", profile=INES + "2", **shared))
    assert len(network.contacts) == 2
    take(network, person(2, profile=INES + "3", **shared))
    assert [len(it.profiles) for it in network.contacts.values()] == [2, 1]


def test_skipped_rows_are_counted_and_carried_on() -> None:
    found = Found((person(3),), (Skipped("line 2", "no name"),), (Skipped("line 3", "no day"),))
    done = import_people(Network(), found, TODAY)
    assert (done.read, done.added, len(done.skipped), len(done.noted)) == (2, 1, 1, 1)


def test_with_an_event_all_are_put_on_its_list_once() -> None:
    event = Event(uid="e", name="Meet-up", start=TODAY, people=(Attendee(contact="i", why="old friend"),))
    network = Network([event, Contact(uid="i", name="Ines Okafor", profiles=(INES,))])
    found = Found((person(2, profile=INES), person(3, "Bo Lund"), person(4, "Bo Lund")), ())
    network.apply(import_people(network, found, TODAY, event=event).change)
    people = network.events["e"].people
    assert people[0] == Attendee(contact="i", why="old friend")
    assert [network.contacts[it.contact].name for it in people] == ["Ines Okafor", "Bo Lund"]
    assert not import_people(network, found, TODAY, event=event).change


def test_progress_is_told_and_can_stop_it() -> None:
    found = connections_in(connections(1000, hidden=0), "file")
    told: list[tuple[int, int]] = []

    def listen(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert import_people(Network(), found, TODAY, progress=listen).added == 1000
    assert told == sorted(told)
    assert told[0] == (0, 1000)
    assert told[-1] == (1000, 1000)
    stopped = import_people(Network(), found, TODAY, progress=lambda done, _: done < 500)
    assert stopped.cancelled
    assert not stopped.change


def test_a_file_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "people.txt"
    path.write_text(connections(20, hidden=0), encoding="utf-8")
    assert import_file(Network(), path, TODAY).added == 20
    path.write_bytes(b"PK\x03\x04rest")
    with pytest.raises(ImportProblem, match="zip archive"):
        import_file(Network(), path, TODAY)


NAMES = st.sampled_from(["Ana Reyes", "ana reyes", "Bo Lund", "Åsa Dahl"])
PLACES = st.sampled_from(["", "Acme", "ACME", "Beta"])
EMAILS = st.sampled_from(["", "a@x.example", "A@X.example", "b@x.example", "c@x.example"])
PROFILES = st.sampled_from(["", *(f"https://www.linkedin.com/in/p{number}" for number in range(4))])
TITLES = st.sampled_from(["", "Buyer", "Head", "Chair"])
PEOPLE = st.builds(
    Person,
    st.just(2),
    NAMES,
    profile=PROFILES,
    email=EMAILS,
    organization=PLACES,
    title=TITLES,
    connected=st.sampled_from([None, MET, TODAY]),
)
CONTACTS = st.builds(
    Contact,
    uid=st.uuids().map(str),
    name=NAMES,
    organization=PLACES,
    title=TITLES,
    emails=st.lists(EMAILS.filter(bool), max_size=2).map(tuple),
    profiles=st.lists(PROFILES.filter(bool), max_size=2).map(tuple),
    imported=st.dictionaries(
        st.sampled_from(["name", "organization", "title"]), PLACES.filter(bool), max_size=2
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(CONTACTS, max_size=4), st.lists(PEOPLE, max_size=9))
def test_twice_is_once_and_undo_is_exact(contacts: list[Contact], people: list[Person]) -> None:
    found = Found(tuple(replace(it, line=at) for at, it in enumerate(people, 2)), ())
    network = Network(contacts)
    first = import_people(network, found, TODAY)
    assert first.read == first.added + first.updated + first.unchanged + len(first.skipped)
    network.apply(first.change)
    for contact in contacts:
        after = network.contacts[contact.uid]
        assert after.name == contact.name
        assert after.emails[: len(contact.emails)] == contact.emails
        assert after.profiles[: len(contact.profiles)] == contact.profiles
        if contact.title != contact.imported.get("title", ""):
            assert after.title == contact.title
    assert not import_people(network, found, TODAY).change
    network.apply(first.change.inverse())
    assert list(network.records()) == contacts


@settings(max_examples=100, deadline=None)
@given(st.lists(PEOPLE.filter(lambda it: it.profile), max_size=8), st.randoms())
def test_the_order_of_rows_does_not_matter_to_who_is_who(people: list[Person], chance: object) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    def profiles(rows: list[Person]) -> set[str]:
        network = Network()
        take(network, *rows)
        return {address for contact in network.contacts.values() for address in contact.profiles}

    assert profiles(people) == profiles(shuffled) == {it.profile for it in people}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_what_a_file_brings_comes_back_from_the_file_as_it_is(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "Connections.csv"
    odd = ("Zo\ud800e \udfff", "\ufeffMaya\x00", "A\ufffe\u2028B", "\ue000Ling 👩‍🚀", "x\x85y\xa0z")
    text = connections(60, seed=4) + "".join(
        f'\n"{it}",Lin,https://x.example/{it},,"{it}",{it},{it}' for it in odd
    )
    path.write_bytes(text.encode(encoding, "surrogatepass"))
    network = Network()
    change = import_file(network, path, TODAY).change
    assert change.sound
    assert len(change.edits) > 60
    looked_at = readable(replace(change, sound=False))
    assert looked_at.edits == change.edits


def test_what_others_hand_over_is_looked_at(tmp_path: Path) -> None:
    assert not import_people(Network(), Found((person(name="Zo\ud800e"),), ()), TODAY).change.sound
