"""Profile addresses as keys, and finding people by a typed name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.matching.named import find_named
from tui.rules.matching.people import is_member, profile_address, profile_key


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com/in/ines-okafor",
        "https://www.linkedin.com/in/ines-okafor/",
        "http://www.linkedin.com/in/Ines-Okafor",
        "https://pt.linkedin.com/in/ines-okafor?trk=profile&x=1",
        "linkedin.com/in/ines-okafor#top",
        "www.linkedin.com/in/ines-okafor/details/experience/",
        "HTTPS://LinkedIn.com/in/INES-okafor/en",
        "https://www.linkedin.com/mwlite/in/ines-okafor",
        "  https://www.linkedin.com/in/ines%2Dokafor ",
    ],
)
def test_one_member_has_one_key_and_one_address(address: str) -> None:
    assert profile_key(address) == "linkedin.com/in/ines-okafor"
    assert profile_address(address) == "https://www.linkedin.com/in/ines-okafor"
    assert is_member(profile_key(address))


def test_escapes_are_read_for_the_key() -> None:
    plain, escaped = "https://www.linkedin.com/in/张", "https://www.linkedin.com/in/%E5%BC%A0"
    assert profile_key(plain) == profile_key(escaped) == profile_key(escaped.lower())
    assert profile_address(plain) == escaped
    composed, apart = "linkedin.com/in/jos\u00e9", "linkedin.com/in/jose\u0301"
    assert profile_key(composed) == profile_key(apart) != profile_key("linkedin.com/in/jose")


@pytest.mark.parametrize(
    ("text", "address", "key"),
    [
        ("github.com/mayalin/", "https://github.com/mayalin", "github.com/mayalin"),
        (
            "http://www.maya.example/about?x=Y#z",
            "http://www.maya.example/about?x=Y",
            "maya.example/about?x=Y",
        ),
        ("maya.example:8080/me", "https://maya.example:8080/me", "maya.example:8080/me"),
        ("https://linkedin.com.evil.example/in/maya", "https://linkedin.com.evil.example/in/maya", None),
    ],
)
def test_other_sites_keep_path_and_query(text: str, address: str, key: str | None) -> None:
    assert profile_address(text) == address
    assert not is_member(profile_key(text))
    if key:
        assert profile_key(text) == key


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "maya", "maya@acme.example", "mailto:maya@acme.example", "javascript:alert(1)"),
        *(
            "file:///etc/passwd",
            "https://",
            "https://a b.example",
            "http://[::1",
            "https://user:pw@site.example/",
        ),
        *("ftp://maya.example", "https://localhost/x", "https://maya..example"),
    ],
)
def test_what_is_no_web_address_is_nothing(text: str) -> None:
    assert profile_address(text) == profile_key(text) == ""


@given(st.text(max_size=80))
def test_an_address_once_made_canonical_stays_so_and_means_the_same(text: str) -> None:
    address = profile_address(text)
    assert profile_address(address) == address
    assert profile_key(address) == profile_key(text)


@given(st.text(min_size=1, max_size=40))
def test_whatever_a_member_is_called_the_address_is_stable(name: str) -> None:
    address = profile_address(f"https://www.linkedin.com/in/{name}")
    assert profile_address(address) == address


PEOPLE = (
    Contact(uid="maya", name="Maya Lin", given="Maya", family="Lin"),
    Contact(uid="mayac", name="Maya Chen"),
    Contact(uid="jose", name="José Núñez", nickname="Pepe", family="Núñez"),
    Contact(uid="doctor", name="Dr. Amara C. Okafor, MD", given="Amara", family="Okafor"),
    Contact(uid="zhang", name="张伟", given="伟", family="张"),
    Contact(uid="ivan", name="Иван Петров"),
    Contact(uid="two1", name="Ana Reyes", organization="Acme"),
    Contact(uid="two2", name="Ana Reyes", organization="Beta"),
    Contact(uid="old", name="Olu Bello", archived=True),
    Contact(uid="new", name="Olu Bello"),
    Contact(uid="priya", name="Priya Raghavan"),
    Contact(uid="phd", name="Ines Duarte, PhD (she/her)", given="Ines", family="Duarte, PhD (she/her)"),
    Contact(uid="prof", name="Prof. Kerem Çelik"),
)
NETWORK = Network(PEOPLE)


def uids(contacts: tuple[Contact, ...]) -> list[str]:
    return [contact.uid for contact in contacts]


@pytest.mark.parametrize(
    ("typed", "uid"),
    [
        ("Maya Lin", "maya"),
        ("  maya   LIN ", "maya"),
        ("Lin Maya", "maya"),
        ("Lin, Maya", "maya"),
        ("jose nunez", "jose"),
        ("Pepe", "jose"),
        ("pepe núñez", "jose"),
        ("Amara Okafor", "doctor"),
        ("Okafor Amara", "doctor"),
        ("Ines Duarte", "phd"),
        ("Duarte Ines", "phd"),
        ("Ines Duarte, PhD (she/her)", "phd"),
        ("Kerem Celik", "prof"),
        ("张伟", "zhang"),
        ("张 伟", "zhang"),
        ("伟 张", "zhang"),
        ("иван ПЕТРОВ", "ivan"),
    ],
)
def test_called_exactly_that(typed: str, uid: str) -> None:
    found = find_named(NETWORK, typed)
    assert uids(found.exact) == [uid]
    assert not found.close
    assert found.sole is found.meant is found.exact[0]


def test_ties_are_named_and_never_decided() -> None:
    found = find_named(NETWORK, "Ana Reyes")
    assert sorted(uids(found.exact)) == ["two1", "two2"]
    assert found.sole is found.meant is None


def test_a_beginning_is_close_and_means_somebody_only_if_nobody_else_begins_so() -> None:
    assert sorted(uids(find_named(NETWORK, "maya").close)) == ["maya", "mayac"]
    assert find_named(NETWORK, "maya").meant is None
    amara = find_named(NETWORK, "ama oka")
    assert not amara.exact
    assert amara.sole is None
    assert amara.meant is not None
    assert amara.meant.uid == "doctor"


def test_a_slip_of_the_finger_is_offered_and_never_taken() -> None:
    for typed in ("Pryia Raghavan", "Priya Raghavn", "raghvan"):
        found = find_named(NETWORK, typed)
        assert uids(found.alike) == ["priya"], typed
        assert found.sole is found.meant is None


def test_those_put_away_come_last_and_give_way() -> None:
    found = find_named(NETWORK, "olu bello")
    assert uids(found.exact) == ["new", "old"]
    assert found.sole is not None
    assert found.sole.uid == "new"
    assert find_named(Network([PEOPLE[8]]), "olu bello").sole is PEOPLE[8]


@pytest.mark.parametrize("typed", ["", "   ", ",", "zzz", "x" * 10_000, "[red]", "\x1b[31m"])
def test_nobody(typed: str) -> None:
    found = find_named(NETWORK, typed)
    assert not found.exact
    assert not found.close


@given(st.text(max_size=40))
def test_everybody_is_found_by_their_own_name(name: str) -> None:
    contact = Contact(uid="x", name=name)
    found = find_named(Network([contact, PEOPLE[0]]), name)
    assert contact in found.exact or not name.replace(",", " ").split()
