"""One wrong letter in a word of five or more still finds, and comes last."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.model.change import Change, Edit
from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.search.contacts import Finder, search
from tui.rules.search.typos import Vocabulary

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PEOPLE = [
    Contact(uid="johnson", name="Ada Johnson", organization="Tidal Works"),
    Contact(uid="jonson", name="Bea Jonson"),
    Contact(uid="ivan", name="Иван Кузнецов"),
    Contact(uid="nikos", name="Νίκος Παπαδόπουλος"),
    Contact(uid="notes", name="Cem Ay", notes="met Johnson once"),
]
NETWORK = Network(PEOPLE)


def found(line: str) -> list[str]:
    return [contact.uid for contact in search(NETWORK, line, NOW)]


@pytest.mark.parametrize(
    ("line", "uids"),
    [
        ("jonson", ["jonson", "johnson"]),
        ("jonso", ["jonson", "johnson"]),
        ("johnsen", ["johnson"]),
        ("johnsson", ["johnson"]),
        ("jhonson", ["johnson", "jonson"]),
        ("kohnson", ["johnson"]),
        ("jons", ["jonson"]),
        ("jahnsen", []),
        ("tidla", ["johnson"]),
        ("кузнедов", ["ivan"]),
        ("παπαδοπολος", ["nikos"]),
        ("-jonson", ["ivan", "notes", "nikos"]),
        ("ada jonson", ["johnson"]),
    ],
)
def test_one_letter_may_be_wrong(line: str, uids: list[str]) -> None:
    assert sorted(found(line)) == sorted(uids)
    if not line.startswith("-"):
        assert found(line) == uids


def test_a_finder_that_learnt_ahead_hears_of_changes() -> None:
    network = Network(PEOPLE)
    finder = Finder(network)
    list(finder.learn())
    assert [it.uid for it in finder.find("jonsin", NOW)] == ["jonson"]
    before = network.contacts["jonson"]
    change = Change("Edited", (Edit(before, replace(before, name="Bea Tamm")),))
    network.apply(change)
    finder.changed(change)
    assert finder.find("jonsin", NOW) == []
    assert [it.uid for it in finder.find("bea tamm", NOW)] == ["jonson"]


def test_a_change_while_learning_ends_it_and_nothing_is_missed() -> None:
    network = Network([Contact(uid=f"c{n}", name=f"Crowd {n}") for n in range(1200)])
    finder = Finder(network)
    steps = finder.learn()
    next(steps)
    change = Change("Added", (Edit(None, Contact(uid="zz", name="Zenobia")),))
    network.apply(change)
    finder.changed(change)
    assert list(steps) == []
    assert [it.uid for it in finder.find("zenobja", NOW)] == ["zz"]


def test_what_is_marked_is_what_was_meant() -> None:
    finder = Finder(NETWORK)
    from tui.rules.search.query import parse

    assert finder.shown(parse("jonson -ada")) == ("jonson", "johnson")


WORDS = st.text("abcdeß山é", min_size=5, max_size=9)


@given(
    WORDS, st.integers(0, 8), st.sampled_from(["drop", "double", "other", "swap"]), st.text("ab", max_size=2)
)
@settings(max_examples=150)
def test_any_one_slip_is_forgiven(word: str, at: int, slip: str, more: str) -> None:
    at %= len(word)
    typed = {
        "drop": word[:at] + word[at + 1 :],
        "double": word[:at] + "x" + word[at:],
        "other": word[:at] + "x" + word[at + 1 :],
        "swap": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }[slip]
    vocabulary = Vocabulary()
    vocabulary.add("them", [f" {word}{more} more"])
    words, whose = vocabulary.meant(typed)
    if len(typed) >= 5 and typed != word and not f"{word}{more}".startswith(typed):
        assert word + more in words
        assert whose == {"them"}
