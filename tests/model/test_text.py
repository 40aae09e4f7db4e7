"""Text as it is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.text import fold, one_line


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José ÀLVAR", "jose alvar"),
        ("Łukasz Søren Đặng Aydın", "lukasz soren dang aydin"),
        ("ИВАН Ёлкин", "иван елкин"),
        ("Παύλος", "παυλοσ"),
        ("Straße", "strasse"),
        ("佐藤 がく", "佐藤 がく"),
        ("ﬁnance ① Ａ", "finance 1 a"),
        ("مُحَمَّد", "مُحَمَّد"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_one_line() -> None:
    assert one_line("  a\n\tb  c ") == "a b c"
