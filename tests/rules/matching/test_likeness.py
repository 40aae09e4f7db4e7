"""Needs, offers and topics: two telling words make a match, one is enough only where it says all."""

from __future__ import annotations

import pytest

from tui.rules.matching.likeness import is_about_the_same, nearest, terms


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("hardware founders", "intro to a hardware founder"),
        ("help with a grant", "advice on grants"),
        ("a heat map of a small town", "a town that publishes its heat map"),
        ("grid", "grid planning in Nordic towns"),
    ],
)
def test_about_the_same(need: str, offer: str) -> None:
    assert is_about_the_same(need, offer)
    assert is_about_the_same(offer, need)


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("spare relays of the 1980s", "a spare desk in Lisbon"),
        ("field data on mini-grids", "reviewing grid connection studies"),
        ("a first client in East Africa", "a reference as a client of ours"),
        ("help with the work of some people", "experience with people and work"),
        ("", "grid maps"),
    ],
)
def test_one_common_word_is_no_match(need: str, offer: str) -> None:
    assert not is_about_the_same(need, offer)
    assert not is_about_the_same(offer, need)


def test_the_nearest_answer_is_chosen() -> None:
    offers = ("grid reviews for towns", "reviews of grid connection studies", "a spare desk")
    assert nearest("a review of our grid connection", offers) == offers[1]
    assert nearest("a choir", offers) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reviewers of studies", "reviewing a study"),
        ("mini-grids", "a microgrid"),
        ("ML engineers", "a machine learning engineer"),
        ("twenty years of heat-pump data", "heat pumps, data"),
    ],
)
def test_words_of_one_family_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("a plan", "planning"), ("learning", "machine learning"), ("a heat map", "heat pumps")]
)
def test_words_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert not terms(one) & terms(other)
