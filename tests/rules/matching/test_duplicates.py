"""Who may be there twice: what is found, what is left alone, and why."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.generate import DAY
from tests.benchmarks.network import network as generated
from tui.model.network import Network
from tui.model.records import Contact, Milestone
from tui.rules.matching.alike_names import likeness, name_words
from tui.rules.matching.duplicates import Pair, duplicates, duplicates_of
from tui.rules.matching.nicknames import is_common, same_given
from tui.rules.matching.workplaces import domain_of, organization_key

LINKEDIN = "https://www.linkedin.com/in/"


def pairs(one: dict[str, Any], other: dict[str, Any], *others: dict[str, Any]) -> tuple[Pair, ...]:
    told = {"a": one, "b": other} | {str(number): it for number, it in enumerate(others)}
    return duplicates(Network(Contact(uid=uid, **fields) for uid, fields in told.items()))


def why(one: dict[str, Any], other: dict[str, Any], *others: dict[str, Any]) -> str:
    found = [pair.why for pair in pairs(one, other, *others) if {pair.first, pair.second} == {"a", "b"}]
    return "; ".join(found)


ACME: dict[str, Any] = {"organization": "Acme Robotics"}
MAYA: dict[str, Any] = {"name": "Maya Lindqvist"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            {**MAYA, "emails": ("M@acme.example",)},
            {"name": "maya", "emails": ("m@acme.example",)},
            "same email",
        ),
        (
            {"name": "A", "emails": ("a@b.example",)},
            {"name": "Z", "emails": ("a@b.example",)},
            "names differ",
        ),
        (
            {**MAYA, "profiles": (f"{LINKEDIN}maya",)},
            {"name": "M", "profiles": (f"{LINKEDIN}maya",)},
            "same LinkedIn profile",
        ),
        (
            {**MAYA, "phones": ("+46 8 5555 1234",), "organization": "Salt"},
            {"name": "M. Lindqvist", "phones": ("08 5555 1234",)},
            "same phone number",
        ),
        (
            {**MAYA, **ACME},
            {**MAYA, "organization": "ACME Robotics, Inc."},
            "same name, both at A",
        ),
        ({**MAYA, **ACME}, {"name": "Lindqvist, Maya", **ACME}, "the other way round, both at Acme"),
        ({"name": "José Álvarez", **ACME}, {"name": "jose alvarez", **ACME}, "but for the accents"),
        ({"name": "Jörg Müller", **ACME}, {"name": "Joerg Mueller", **ACME}, "written otherwise"),
        ({"name": "Dr. Ama Owusu", **ACME}, {"name": "Ama Owusu, PhD", **ACME}, "written otherwise"),
        ({"name": "Bob Farrow", **ACME}, {"name": "Robert Farrow", **ACME}, "a form of the same name"),
        ({"name": "Katya Orlova", **ACME}, {"name": "Yekaterina Orlova", **ACME}, "a form of the same name"),
        (
            {"name": "Babátúndé Adéṣínà", "nickname": "Tunde", **ACME},
            {"name": "Tunde Adesina", **ACME},
            "a form of the same name",
        ),
        ({"name": "M. Lindqvist", **ACME}, {**MAYA, **ACME}, "one with an initial"),
        ({"name": "Maya C. Lindqvist", **ACME}, {**MAYA, **ACME}, "one with more to it"),
        ({"name": "Maya Lindqist", **ACME}, {**MAYA, **ACME}, "nearly the same name"),
        ({"name": "Maya", **ACME}, {**MAYA, **ACME}, "one name is all that is known"),
        ({"name": "佐藤 美咲", **ACME}, {"name": "佐藤美咲", **ACME}, "same name"),
        ({"name": "美咲佐藤", **ACME}, {"name": "佐藤美咲", **ACME}, "the other way round"),
        ({"name": "Oh Min-jun", **ACME}, {"name": "Minjun Oh", **ACME}, "the other way round"),
        (
            {**MAYA, "emails": ("ml@acme.example",)},
            {**MAYA, "emails": ("maya.l@acme.example",)},
            "both with addresses at acme.example",
        ),
        ({**MAYA, "emails": ("ml@acme.example",)}, {**MAYA, **ACME}, "one with an address at Acme Robotics"),
        ({**MAYA, "place": "Oslo"}, {**MAYA, "place": "oslo"}, "same name, both in "),
        ({**MAYA, "groups": ("Choir",)}, {**MAYA, **ACME, "groups": ("Choir",)}, "both of Choir"),
        ({**MAYA}, {**MAYA, **ACME}, "few are called so"),
    ],
)
def test_somebody_who_is_there_twice_is_found_with_the_reason(
    one: dict[str, Any], other: dict[str, Any], expected: str
) -> None:
    assert expected in why(one, other)
    assert expected in why(other, one)


BIRTHDAY = Milestone(label="birthday", month=3, day=4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A common name says nothing, wherever they work and even if it is not known.
        ({"name": "Wei Zhang", "organization": "Acme"}, {"name": "Wei Zhang", "organization": "Salt"}),
        ({"name": "Wei Zhang", **ACME}, {"name": "Wei Zhang"}),
        (
            {"name": "Wei Zhang", "organization": "Acme", "place": "Shanghai"},
            {"name": "Wei Zhang", "organization": "Salt", "place": "Shanghai"},
        ),
        ({**MAYA, **ACME}, {**MAYA, "organization": "Salt Works"}),
        # Two profiles, two birthdays: two people.
        (
            {**MAYA, **ACME, "profiles": (f"{LINKEDIN}a",)},
            {**MAYA, **ACME, "profiles": (f"{LINKEDIN}b",)},
        ),
        (
            {**MAYA, **ACME, "milestones": (BIRTHDAY,)},
            {**MAYA, **ACME, "milestones": (Milestone(label="Birthday", month=5, day=4),)},
        ),
        # Names that only look alike.
        ({"name": "Mario Bergstrom", **ACME}, {"name": "Maria Bergstrom", **ACME}),
        ({"name": "Daniel Okonjo", **ACME}, {"name": "Daniela Okonjo", **ACME}),
        ({"name": "Zhangwei Li", **ACME}, {"name": "Zhengwei Li", **ACME, "organization": "Salt"}),
        ({"name": "Ana Maria Sousa", **ACME}, {"name": "Ana Paula Sousa", **ACME}),
        ({"name": "Sofia Lindqvist", **ACME}, {"name": "Maya Lindqvist", **ACME}),
        ({"name": "Nikhil Gauri Hegde", **ACME}, {"name": "Gauri Hegde", **ACME}),
        # What many share: a mailbox, the front page of a firm, a provider, no employer.
        (
            {"name": "Ama Owusu", "emails": ("info@acme.example",)},
            {"name": "Kofi Mensah", "emails": ("info@acme.example",)},
        ),
        (
            {"name": "Ama Owusu", "profiles": ("https://acme.example",)},
            {"name": "Kofi Mensah", "profiles": ("https://acme.example",)},
        ),
        (
            {"name": "Ama Owusu", "phones": ("+44 20 7946 0100",)},
            {"name": "Kofi Mensah", "phones": ("+44 20 7946 0100",)},
        ),
        (
            {"name": "Bob Farrow", "emails": ("a@gmail.com",)},
            {"name": "Robert Farrow", "emails": ("b@gmail.com",)},
        ),
        (
            {"name": "Bob Farrow", "organization": "Freelance"},
            {"name": "Robert Farrow", "organization": "Freelance"},
        ),
        ({"name": "", **ACME}, {"name": "", **ACME}),
        ({"name": "🙂", **ACME}, {"name": "…", **ACME}),
    ],
)
def test_two_people_are_left_alone(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not why(one, other)


def test_of_several_whom_an_initial_fits_it_is_none() -> None:
    initial, mark = {"name": "M. Lindqvist", **ACME}, {"name": "Mark Lindqvist", **ACME}
    assert why(initial, {**MAYA, **ACME})
    assert not why(initial, {**MAYA, **ACME}, mark)


def test_a_name_that_many_carry_here_is_not_rare() -> None:
    namesakes = [{"name": f"Maya {family}"} for family in ("Holm", "Berg", "Dahl", "Ek", "Lund")]
    namesakes += [{"name": f"{given} Lindqvist"} for given in ("Ida", "Ove", "Liv", "Bo", "Per")]
    assert why(MAYA, {**MAYA, **ACME})
    assert not why(MAYA, {**MAYA, **ACME}, *namesakes)


@pytest.mark.parametrize("who", ["a", "b"])
def test_those_known_to_be_two_are_not_named_again(who: str) -> None:
    told: dict[str, dict[str, Any]] = {"a": {**MAYA, **ACME}, "b": {**MAYA, **ACME}}
    told[who]["not_duplicates"] = ("b" if who == "a" else "a",)
    people = [Contact(uid=uid, **fields) for uid, fields in told.items()]
    network = Network(people)
    assert not duplicates(network)
    assert not duplicates_of(network, people[0])


def test_only_pairs_with_somebody_asked_for() -> None:
    people = [
        Contact(uid=f"{letter}{n}", name=f"{letter}ora Holm", **ACME) for letter in "DN" for n in (1, 2)
    ]
    network = Network(people)
    assert len(duplicates(network)) == 2
    assert [pair.second for pair in duplicates(network, among={"N2"})] == ["N2"]
    assert not duplicates(network, among=())


def test_the_surest_come_first() -> None:
    found = pairs(
        {**MAYA, **ACME}, {"name": "May Lindqvist", **ACME}, {**MAYA, **ACME, "emails": ("x@y.example",)}
    )
    assert [pair.sure for pair in found] == sorted((pair.sure for pair in found), reverse=True)


names = st.sampled_from(
    [
        "Maya Lin",
        "Lin Maya",
        "M. Lin",
        "maya c. lin",
        "Máya Lin",
        "Bob Okoro",
        "Robert Okoro",
        "林 美",
        "美林",
        "Wei Zhang",
    ]
)
people_told: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.builds(
        dict,
        name=names | st.text(max_size=12),
        organization=st.sampled_from(["", "Acme", "Acme Ltd", "Salt"]),
        emails=st.lists(st.sampled_from(["a@acme.example", "b@acme.example", "c@gmail.com"]), max_size=2).map(
            tuple
        ),
        profiles=st.lists(st.sampled_from([f"{LINKEDIN}a", f"{LINKEDIN}b"]), max_size=1).map(tuple),
        phones=st.lists(st.sampled_from(["+1 212 555 0100", "5550100"]), max_size=1).map(tuple),
        nickname=st.sampled_from(["", "Bob"]),
        place=st.sampled_from(["", "Oslo"]),
        not_duplicates=st.lists(st.sampled_from("012345"), max_size=1).map(tuple),
    ),
    max_size=6,
)


@settings(max_examples=100, deadline=None)
@given(people_told)
def test_asked_of_one_or_of_all_the_answer_is_the_same(told: list[dict[str, Any]]) -> None:
    network = Network(Contact(uid=str(number), **fields) for number, fields in enumerate(told))
    found = duplicates(network)
    for contact in network.contacts.values():
        mine = tuple(pair for pair in found if contact.uid in (pair.first, pair.second))
        assert sorted(map(repr, duplicates_of(network, contact))) == sorted(map(repr, mine))


@settings(max_examples=100, deadline=None)
@given(people_told)
def test_a_pair_is_of_two_and_named_once(told: list[dict[str, Any]]) -> None:
    network = Network(Contact(uid=str(number), **fields) for number, fields in enumerate(told))
    found = [frozenset((pair.first, pair.second)) for pair in duplicates(network)]
    assert all(len(pair) == 2 for pair in found)
    assert len(found) == len(set(found))


@settings(max_examples=100, deadline=None)
@given(names | st.text(max_size=20), names | st.text(max_size=20))
def test_likeness_is_mutual_and_everybody_is_like_themselves(one: str, other: str) -> None:
    first, second = name_words(one), name_words(other)
    assert (likeness(first, second, frozenset()) is None) == (likeness(second, first, frozenset()) is None)
    assert likeness(first, first, frozenset()) == ("same" if first else None)


def test_in_a_network_of_strangers_hardly_anybody_is_named() -> None:
    # Two thousand drawn from a few hundred names and firms: whoever is alike there is so by chance.
    assert len(duplicates(Network(generated(2000, 10, 1, DAY)))) <= 4


def test_names_and_firms_as_they_are_compared() -> None:
    assert name_words("Prof. Dr. Ana-Lucía O'Neill (she/her)") == ("analucia", "oneill")
    assert name_words("Lin, Maya") == ("maya", "lin")
    assert name_words("Maya Lin, CISSP") == ("maya", "lin")
    assert organization_key("The Acme Co., Ltd.") == organization_key("ACME") == ("acme",)
    assert organization_key("Self-employed") == ()
    assert domain_of("a@mail.acme.co.uk") == "acme.co.uk"
    assert domain_of("a@yahoo.co.uk") == domain_of("a@gmail.com") == domain_of("nobody") == ""


def test_given_names_and_their_forms() -> None:
    assert same_given("bill", "william")
    assert same_given("sasha", "aleksandr")
    assert not same_given("bill", "robert")
    assert is_common("zhang")
    assert not is_common("lindqvist")
