"""The search line: what it means, whom it finds, in which order, and that it never fails."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.model.change import Change, Edit, Edits
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Interaction
from tui.rules.search.contacts import Finder, completions, parse, search
from tui.rules.search.query import Query, Term

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

MAYA = Contact(
    uid="maya",
    name="Maya Lin",
    nickname="Mae",
    organization="Acme Robotics",
    title="design lead",
    interests=("climate", "machine-learning"),
    needs=("a hardware founder",),
    offers=("grid regulators",),
    place="Lisbon",
    groups=("Porto School of Design",),
    roles=("mentor",),
    emails=("maya@acme.example",),
    notes="Sails on Sundays.",
    phones=("+351 912-345-678",),
    languages=("Portuguese",),
    industry="energy storage",
    private_notes="secretword",
    met_event="pycon",
    tier="close",
    added=date(2026, 1, 1),
)
JOSE = Contact(
    uid="jose",
    name="José Álvarez",
    introduced_by="maya",
    organization="Banco del Sol",
    circle="personal",
    interests=("sailing",),
    met_day=date(2025, 3, 2),
    met_note="on the ferry to Faro",
    tier="inner",
    added=date(2026, 11, 15),
)
AMINA = Contact(
    uid="amina",
    name="Amina Diallo",
    given="Amina",
    family="Diallo",
    title="mayor's adviser",
    circle="both",
    paused=True,
    tier="ambient",
    interests=("climate",),
    added=date(2026, 11, 1),
)
TARO = Contact(
    uid="taro", name="山田 太郎", organization="東京ロボット", tier="wide", added=date(2026, 11, 1)
)
OLD = Contact(uid="old", name="Maya Archer", archived=True, tier="close")
PYCON = Event(
    uid="pycon",
    name="PyCon Lisboa 2026",
    start=date(2026, 3, 6),
    people=(Attendee(contact="taro", outcome="met"), Attendee(contact="amina", outcome="not met")),
    debriefed=True,
)


@pytest.fixture
def network() -> Network:
    return Network([MAYA, JOSE, AMINA, TARO, OLD, PYCON])


def found(network: Network, line: str) -> list[str]:
    return [contact.uid for contact in search(network, line, NOW)]


@pytest.mark.parametrize(
    ("line", "uids"),
    [
        ("lin maya", ["maya"]),
        ("JOSE alvarez", ["jose"]),
        ("mae", ["maya"]),
        ("robotics", ["maya"]),
        ("sundays", ["maya"]),
        ("porto", ["maya"]),
        ("mentor", ["maya"]),
        ("lisbon", ["maya"]),
        ("secretword", []),
        ("maya@acme.example", ["maya"]),
        ("351912", ["maya"]),
        ("912 345", ["maya"]),
        ('"912 345"', ["maya"]),
        ("太郎", ["taro"]),
        ('"design lead"', ["maya"]),
        ('"lead design"', []),
        ('"lin acme"', []),
        ("diallo amina", ["amina"]),
        ("#climate", ["amina", "maya"]),
        ("#cli", ["amina", "maya"]),
        ("#mate", []),
        ("#learning", ["maya"]),
        ('#"machine learning"', ["maya"]),
        ("@acme", ["maya"]),
        ("@robot", ["maya"]),
        ("@ロボット", ["taro"]),
        ('@"banco del"', ["jose"]),
        ("tier:inner", ["jose"]),
        ("tier:cl", ["maya"]),
        ("circle:personal", ["amina", "jose"]),
        ("circle:professional", ["amina", "maya", "taro"]),
        ("circle:both", ["amina"]),
        ("needs:hardware", ["maya"]),
        ("needs:", ["maya"]),
        ("offers:regulators", ["maya"]),
        ("group:porto", ["maya"]),
        ("place:lis", ["maya"]),
        ("role:mentor", ["maya"]),
        ("lang:port", ["maya"]),
        ("industry:storage", ["maya"]),
        ("through:lin", ["jose"]),
        ("through:", ["jose"]),
        ("paused:", ["amina"]),
        ("met:pycon", ["maya", "taro"]),
        ("met:2025", ["jose"]),
        ("met:faro", ["jose"]),
        ("met:", ["jose", "maya", "taro"]),
        ("-met:", ["amina"]),
        ("#climate -@acme", ["amina"]),
        ("-#climate -tier:wide", ["jose"]),
        ('#climate -"design lead"', ["amina"]),
        ("archived:", ["old"]),
        ("-archived: tier:close", ["maya"]),
        ("nobody:here", []),
        ("", ["amina", "jose", "maya", "taro"]),
        ("  -  ", ["amina", "jose", "maya", "taro"]),
    ],
)
def test_finds(network: Network, line: str, uids: list[str]) -> None:
    assert found(network, line) == uids


def test_names_come_before_what_else_holds_the_word(network: Network) -> None:
    assert found(network, "may") == ["maya", "amina", "old"]


def test_better_places_come_first() -> None:
    names = ["Ann Berg", "Tom Anders", "Susan Hill", "Zoe Kim"]
    people = [Contact(uid=name, name=name, title="analyst" * (name == "Zoe Kim")) for name in names]
    assert found(Network(people), "an") == ["Ann Berg", "Tom Anders", "Zoe Kim", "Susan Hill"]


def test_orders(network: Network) -> None:
    touch = Interaction(uid="i", day=date(2026, 11, 2), contacts=("taro",))
    later = Interaction(uid="j", day=date(2026, 11, 9), contacts=("amina",))
    network = Network([*network.records(), touch, later])
    assert found(network, "sort:touch") == ["amina", "taro", "jose", "maya"]
    assert found(network, "-sort:touch") == ["taro", "amina", "jose", "maya"]
    assert found(network, "sort:tier") == ["jose", "maya", "taro", "amina"]
    assert found(network, "sort:met")[0] == "jose"
    assert found(network, "-sort:name") == ["taro", "maya", "jose", "amina"]
    assert found(network, "sort:due")[-1] == "amina"


def test_due_is_what_the_queue_says(network: Network) -> None:
    promise = FollowUp(uid="p", kind="promise", contact="amina", text="send the deck", due=date(2026, 11, 18))
    network = Network([*network.records(), promise])
    assert found(network, "due:") == ["amina", "maya"]
    assert "jose" in found(network, "-due:")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tier:best", "tier:best is not known; there are inner, close, active, wide, ambient."),
        ("sort:age", "sort:age is no order; there are name, touch, due, tier, met."),
        ("foo:bar", "foo: is no filter, so it is searched as a word."),
    ],
)
def test_says_what_it_could_not_read(line: str, words: str) -> None:
    assert parse(line).problems == (words,)


@pytest.mark.parametrize("line", ["https://acme.example/maya", "10:30", '"foo:bar"', "tier:", "c++", "a-b"])
def test_has_nothing_to_say_about(line: str) -> None:
    assert parse(line).problems == ()


def test_reads_as_documented() -> None:
    query = parse("Maya #Climate -@acme tier:close “two words” -sort:touch")
    assert query == Query(
        (
            Term("word", "maya"),
            Term("interest", "climate"),
            Term("organization", "acme", negated=True),
            Term("tier", "close"),
            Term("word", "two words"),
        ),
        "touch",
        backwards=True,
    )


def test_a_whole_word_comes_before_one_that_only_begins_so() -> None:
    names = ["Annabel Sy", "Ann Berg", "Joanna Ann", "Lee Annex"]
    people = [Contact(uid=name, name=name) for name in names]
    assert found(Network(people), "ann") == ["Ann Berg", "Annabel Sy", "Joanna Ann", "Lee Annex"]


LINES = st.text(
    st.one_of(st.sampled_from('ab #@-:"tier sort due met'), st.characters(exclude_categories=["Cs"])),
    max_size=40,
)
PIECES = (
    "maya", "lin", "a", "a@", "-l", '"n l"', "#cli", "#climate", "#sailing", "-#climate", "@a", "@acme", "@banco",
    "tier:", "tier:close", "tier:inner", "place:lis", "met:", "met:py", "due:", "archived:",
    "robotics", "rovotics", "912", "through:", "lang:p", "paused:",
)  # fmt: skip
TYPED = st.lists(st.sampled_from(PIECES), max_size=2).map(" ".join)


@given(st.text(max_size=60) | LINES)
@settings(max_examples=150)
def test_reading_never_fails(line: str) -> None:
    query = parse(line)
    search(Network([MAYA]), query, NOW)
    str(query)


@given(st.text("abéß #@-:\"'tiersordumlcv.", max_size=40))
@settings(max_examples=150)
def test_a_query_is_spelled_so_that_it_reads_the_same(line: str) -> None:
    query = parse(line)
    again = parse(str(query))
    assert (again.terms, again.order, again.backwards) == (query.terms, query.order, query.backwards)


@given(st.sampled_from([piece for piece in PIECES if not piece.startswith("-")]))
@settings(max_examples=60)
def test_a_filter_and_its_opposite_part_everybody_in_two(piece: str) -> None:
    people = Network([MAYA, JOSE, AMINA, TARO, PYCON])
    having, lacking = found(people, piece), found(people, f"-{piece}")
    assert sorted([*having, *lacking]) == found(people, "sort:name") == sorted(set(having) | set(lacking))


@given(st.lists(st.sampled_from(PIECES), max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_filters_does_not_matter(pieces: list[str], random: Random) -> None:
    network = Network([MAYA, JOSE, AMINA, TARO, OLD, PYCON])
    shuffled = list(pieces)
    random.shuffle(shuffled)
    assert sorted(found(network, " ".join(pieces))) == sorted(found(network, " ".join(shuffled)))


@given(st.lists(TYPED, max_size=6), st.text("maylin #@acdest-:", max_size=12))
@settings(max_examples=100, deadline=None)
def test_a_finder_that_narrows_finds_what_a_fresh_one_finds(lines: list[str], typed: str) -> None:
    network = Network([MAYA, JOSE, AMINA, TARO, OLD, PYCON])
    finder = Finder(network)
    for line in [*lines, *(typed[:end] for end in range(len(typed) + 1))]:
        assert finder.find(line, NOW) == search(network, line, NOW)


@given(st.lists(st.tuples(st.sampled_from(["maya", "jose", "new"]), st.sampled_from(["", "Zoe", "Ana"]))))
@settings(max_examples=60, deadline=None)
def test_a_finder_hears_of_changes(steps: list[tuple[str, str]]) -> None:
    network = Network([MAYA, JOSE, AMINA])
    finder = Finder(network)
    for uid, name in steps:
        finder.find("a", NOW)
        before = network.contacts.get(uid)
        after = replace(before or MAYA, uid=uid, name=name, archived=name == "Ana") if name else None
        if before != after:
            change = Change("Changed", (Edit(before, after),))
            network.apply(change)
            finder.changed(change)
        for line in ("ana", "a", "", "sort:touch", "archived:"):
            assert finder.find(line, NOW) == search(network, line, NOW)


def test_a_finder_hears_of_touches_and_of_large_changes(network: Network) -> None:
    finder = Finder(network)
    assert finder.last_touch(MAYA, NOW.date()) is None
    edits = Edits(network)
    edits.put(Interaction(uid="i", day=date(2026, 11, 20), contacts=("maya",)))
    change = edits.change("Logged")
    network.apply(change)
    finder.changed(change)
    assert finder.last_touch(MAYA, NOW.date()) == date(2026, 11, 20)
    crowd = Change("Imported", tuple(Edit(None, Contact(uid=f"c{n}", name=f"Crowd {n}")) for n in range(600)))
    network.apply(crowd)
    finder.changed(crowd)
    assert len(finder.find("crowd", NOW)) == 600


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("ti", ("tier:",)),
        ("#c", ("#climate",)),
        ("maya -#ma", ("maya -#machine-learning",)),
        ("@b", ('@"Banco del Sol"',)),
        ("tier:a", ("tier:active", "tier:ambient")),
        ("sort:t", ("sort:touch", "sort:tier")),
        ("met:py", ('met:"PyCon Lisboa 2026"',)),
        ("archived:", ()),
        ("foo:", ()),
        ("", ()),
    ],
)
def test_completes(network: Network, line: str, lines: tuple[str, ...]) -> None:
    assert completions(network, line) == lines


def test_completions_read_back(network: Network) -> None:
    for sign in ("#", "@", "needs:", "place:", "group:", "met:"):
        for line in completions(network, sign):
            assert search(network, line, NOW), line
