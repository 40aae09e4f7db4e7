"""vCards out: read back by Kith without a loss, by vobject without one that vCard has room for; hostile text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.screens.hostile import TEXT
from tui.demo import sample_network
from tui.exchange.phones import same_number
from tui.exchange.report import Person
from tui.exchange.vcard import read_vcards
from tui.exchange.vcard_write import Version, folded, vcard, vcards
from tui.model.network import Network
from tui.model.records import Circle, Contact, Culture, Event, Milestone, Tier
from tui.model.text import one_line

CORPUS = Path(__file__).parent / "corpus" / "vcf"
UID = "f81d4fae-7dec-41d0-a765-00a0c91e6bf6"
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
AT_HOME = (
    "starters deferrals not_duplicates triaged imported source private_notes extra met_event introduced_by"
).split()
"""Fields that don't travel."""


def made(person: Person) -> Contact:
    """Return the contact that a person in an empty file becomes."""
    fields: dict[str, Any] = {
        **person.more,
        "emails": tuple(filter(None, (person.email, *person.more.get("emails", ())))),
        "profiles": tuple(filter(None, (person.profile, *person.more.get("profiles", ())))),
    }
    names = {key: getattr(person, key) for key in ("name", "given", "family", "organization", "title")}
    return Contact(**{"uid": person.uid or UID, **fields, **names})


def again(contact: Contact, version: Version, network: Network | None = None) -> Contact:
    """Return a contact after it went out and came back."""
    found = read_vcards(vcard(network or Network(), contact, version).encode(), "out.vcf")
    assert not found.skipped
    assert not found.noted
    (person,) = found.people
    return made(person)


letters = st.characters(
    blacklist_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), blacklist_characters="\ufeff\ufffe\uffff"
)
words = st.text(letters, min_size=1, max_size=30).map(one_line).filter(bool)
paragraphs = st.lists(words, min_size=1, max_size=4).map("\n".join)
several = st.lists(words, max_size=3, unique=True).map(tuple)
maybe = st.one_of(st.just(""), words)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
milestones = st.builds(
    lambda label, day, year, once: Milestone(
        label=label, month=day.month, day=day.day, year=day.year if year else None, once=year and once
    ),
    st.one_of(st.sampled_from(("birthday", "Birthday", "anniversary", "five years at Acme")), words).filter(
        lambda it: not re.fullmatch(r"_?\$!<.*>!\$_?", it)
    ),
    days,
    st.booleans(),
    st.booleans(),
)
contacts = st.builds(
    Contact,
    uid=st.just(UID),
    name=words,
    given=maybe,
    family=maybe,
    nickname=maybe,
    organization=maybe,
    title=maybe,
    industry=maybe,
    emails=st.sampled_from(
        ((), ("a@example.org",), ("a@example.org", "ж@пример.example", "c+d@example.org"))
    ),
    phones=st.sampled_from(((), ("+49 170 1234567",), ("ask Susan; or Tom", "+351 912 345 678", "0170 1"))),
    profiles=st.sampled_from(
        (
            (),
            ("https://www.linkedin.com/in/amara",),
            ("https://www.linkedin.com/in/amara", "https://a.example/x,y;z?q=1"),
        )
    ),
    place=maybe,
    timezone=st.sampled_from(("", "Europe/Lisbon", "Africa/Lagos")),
    languages=st.lists(
        st.one_of(st.sampled_from(("Portuguese", "pt-BR", "en", "Klingon")), words), max_size=3
    ).map(lambda it: tuple(dict.fromkeys(it))),
    circle=st.sampled_from(get_args(Circle)),
    groups=several,
    interests=several,
    offers=several,
    needs=several,
    roles=several,
    met_day=st.one_of(st.none(), days),
    met_note=maybe,
    tier=st.sampled_from(get_args(Tier)),
    interval=st.one_of(st.none(), st.integers(1, 3650)),
    paused=st.booleans(),
    milestones=st.lists(milestones, max_size=3, unique=True).map(tuple),
    muted_milestones=st.booleans(),
    notes=st.one_of(st.just(""), paragraphs),
    private_notes=st.just("never to leave"),
    culture=st.builds(
        Culture,
        greeting=maybe,
        name_order=st.sampled_from(("", "given first", "family first")),
        pronunciation=maybe,
        pronouns=maybe,
        notes=st.one_of(st.just(""), paragraphs),
    ),
    vcard=st.sampled_from(
        ((), ("GENDER:F", "X-SKYPE:amara"), ("item7.IMPP:xmpp:a@b", "item7.X-ABLABEL:chat"))
    ),
    added=st.one_of(st.none(), days),
    archived=st.booleans(),
)


@settings(max_examples=100, deadline=None)
@given(contacts, st.sampled_from(VERSIONS))
def test_every_field_that_travels_comes_back_as_it_was(contact: Contact, version: Version) -> None:
    stays = {
        name: msgspec.structs.fields(Contact) and getattr(Contact(uid="", name=""), name) for name in AT_HOME
    }
    expected = msgspec.structs.replace(contact, **stays)
    assert again(contact, version) == expected


@settings(max_examples=100, deadline=None)
@given(contacts, st.sampled_from(VERSIONS))
def test_lines_are_at_most_75_octets_and_utf_8_throughout(contact: Contact, version: Version) -> None:
    data = vcard(Network(), contact, version).encode()
    assert data.endswith(b"END:VCARD\r\n")
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert b"\n" not in line
        assert b"\r" not in line


@settings(max_examples=100, deadline=None)
@given(st.text(letters, max_size=400))
def test_folding_is_undone_by_taking_the_breaks_out(text: str) -> None:
    assert folded(text).removesuffix("\r\n").replace("\r\n ", "") == text


@settings(max_examples=100, deadline=None)
@given(contacts, st.sampled_from(VERSIONS))
def test_vobject_reads_every_field_that_vcard_has(contact: Contact, version: Version) -> None:
    card = vobject.readOne(vcard(Network(), contact, version))
    assert card.fn.value == contact.name
    if contact.given or contact.family:
        assert [one_line(" ".join(_listed(it))) for it in (card.n.value.family, card.n.value.given)] == [
            contact.family,
            contact.given,
        ]
    assert [it.value for it in card.contents.get("email", [])] == list(contact.emails)
    assert [it.value for it in card.contents.get("tel", [])] == list(contact.phones)
    assert [it.value for it in card.contents.get("url", [])] == list(contact.profiles)
    assert ([it.value for it in card.contents.get("title", [])] or [""]) == [contact.title]
    assert ([it.value for it in card.contents.get("note", [])] or [""]) == [contact.notes]
    assert ([it.value[0] for it in card.contents.get("org", [])] or [""]) == [contact.organization]
    assert ([it.value.city for it in card.contents.get("adr", [])] or [""]) == [contact.place]
    assert card.uid.value == f"urn:uuid:{UID}"


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@pytest.mark.parametrize("version", VERSIONS)
def test_the_whole_sample_network_goes_out_and_comes_back(version: Version) -> None:
    network = sample_network(datetime(2026, 11, 21, 9, tzinfo=UTC))
    found = read_vcards(vcards(network, network.contacts.values(), version).encode(), "all.vcf")
    assert (found.skipped, found.noted) == ((), ())
    for person in found.people:
        contact = network.contacts[person.uid]
        back = made(person)
        for field in (
            "name",
            "emails",
            "milestones",
            "interests",
            "groups",
            "notes",
            "tier",
            "culture",
        ):
            assert getattr(back, field) == getattr(contact, field)
        assert len(back.phones) == len(contact.phones)
        assert all(map(same_number, back.phones, contact.phones))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.vcf")), ids=lambda it: it.stem)
def test_what_a_card_held_is_given_back(path: Path, version: Version) -> None:
    if path.stem == "synthetic__empty":
        return
    for person in read_vcards(path.read_bytes(), path.name).people:
        first = made(person)
        second = again(first, version)
        third = again(second, version)
        assert _in_order(third) == _in_order(second)
        for field in msgspec.structs.fields(Contact):
            if field.name not in ("vcard", "uid", "phones"):
                assert getattr(second, field.name) == getattr(first, field.name)
        assert set(first.phones) == set(second.phones)
        own = {f"UID:urn:uuid:{first.uid}"}
        assert {_bare(it) for it in first.vcard} - own <= {_bare(it) for it in second.vcard}


def _in_order(contact: Contact) -> Contact:
    return msgspec.structs.replace(contact, vcard=tuple(sorted(contact.vcard)))


def _bare(line: str) -> str:
    """Return a kept line without what says which is preferred: that is written by each version in its way."""
    head, _, value = line.partition(":")
    head = re.sub(r";PREF=\d+", "", head)
    parts = re.sub(r"(?i)\bpref\b", "", head)
    return re.sub(r"[;,=\"]|TYPE", "", parts) + ":" + value


def test_lines_of_a_card_go_when_what_they_say_was_changed() -> None:
    text = (
        "BEGIN:VCARD\nFN:Dr. Ana Reyes\nN:Reyes;Ana;;Dr.;\nORG:Acme;Sales\nTITLE;LANGUAGE=en:Buyer\n"
        "item1.TEL;TYPE=CELL:+49 170 1234567\nitem1.X-ABLabel:boat\nTEL;TYPE=WORK:+351 912 345 678\n"
        "ADR;TYPE=HOME:;;1 Main St;Springfield;;;USA\nGENDER:F\nEND:VCARD"
    )
    contact = made(read_vcards(text.encode(), "x").people[0])
    same = vcard(Network(), contact).splitlines()
    assert {"N:Reyes;Ana;;Dr.;", "ORG:Acme;Sales", "GENDER:F", "item1.X-ABLabel:boat"} <= set(same)
    assert "item1.TEL;TYPE=CELL;PREF=1:+49 170 1234567" in same
    moved = msgspec.structs.replace(
        contact, organization="Borealis", phones=("+351 912 345 678",), place="Lisbon", family="Reyes Lima"
    )
    lines = vcard(Network(), moved).splitlines()
    assert {"ORG:Borealis", "N:Reyes Lima;Ana;;;", "ADR;PREF=1:;;;Lisbon;;;", "GENDER:F"} <= set(lines)
    assert "ADR;TYPE=HOME:;;1 Main St;Springfield;;;USA" in lines
    assert not any("boat" in line or "170" in line or "Sales" in line for line in lines)


def test_private_notes_history_and_queue_stay_at_home() -> None:
    contact = Contact(uid=UID, name="Amara Okafor", private_notes="secret words")
    for version in VERSIONS:
        assert "secret" not in vcard(Network(), contact, version)


def test_event_and_person_who_introduced_travel_as_words() -> None:
    event = Event(uid="e", name="PyCon, 2026", start=date(2026, 5, 1))
    through = Contact(uid="t", name="Ines Duarte")
    contact = Contact(uid=UID, name="Amara", met_event="e", introduced_by="t", met_note="in the queue")
    back = again(contact, "4.0", Network((event, through, contact)))
    assert back.met_note == "in the queue, at PyCon, 2026, introduced by Ines Duarte"


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "text", [TEXT, "x" * 10_000, "\ud800 lone", "=cmd|' /C calc'!A0", "a\\,;:b\\n", '"quoted"']
)
def test_hostile_text_stays_in_its_property(text: str, version: Version) -> None:
    contact = Contact(
        uid=UID, name=f"A {text}", notes=text, needs=(text,), interests=(text,), vcard=(f"X-A:{text}",)
    )
    data = vcard(Network(), contact, version)
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", data.replace("\t", ""))
    assert len(re.findall(r"(?m)^BEGIN:VCARD", data)) == 1
    found = read_vcards(data.encode(), "x")
    assert len(found.people) == 1
    assert not found.skipped


def test_a_line_break_starts_no_property() -> None:
    contact = Contact(uid=UID, name="Amara\nNOTE:planted", notes="one\r\nEND:VCARD\u2028BEGIN:VCARD\x85x")
    (person,) = read_vcards(vcard(Network(), contact).encode(), "x").people
    assert person.name == "Amara NOTE:planted"
    assert person.more["notes"] == "one\nEND:VCARD\nBEGIN:VCARD\nx"
