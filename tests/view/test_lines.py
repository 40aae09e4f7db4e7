"""Lines keep to their width in cells, and nothing in their text acts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.view.cells import clean, clean_lines, fit
from tui.view.lines import columns, ends, fit_line, line, line_width, paragraphs, text_of, wrapped

text = st.text(max_size=40) | st.sampled_from(
    ["佐藤 美咲", "[red]x[/]", "\x1b[31mred", "e\u0301e\u0301", "👩‍🚀 go", "محمد"]
)


@given(text, st.integers(1, 40))
def test_fit_takes_exactly_its_cells(words: str, cells: int) -> None:
    assert cell_len(fit(words, cells)) == cells


@given(st.lists(text, max_size=4), st.integers(1, 60))
def test_a_fitted_line_takes_exactly_its_cells(parts: list[str], cells: int) -> None:
    assert line_width(fit_line(line(*parts), cells)) == cells


@given(text, text, st.integers(8, 60))
def test_ends_take_exactly_their_cells(left: str, right: str, cells: int) -> None:
    assert line_width(ends(line(left), fit_line(line(right), 4), cells)) == cells


@given(text)
def test_nothing_that_a_terminal_acts_on_is_left(words: str) -> None:
    shown = clean(words + "\x1b]52;c;x\x07\r\n\u202e\x9b")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char == "\u202e" for char in shown)
    assert "\n" in clean_lines("a\nb")


@given(st.text(alphabet="abc 佐藤\n", max_size=200), st.integers(8, 60))
def test_wrapping_loses_no_word(words: str, cells: int) -> None:
    lines = wrapped(words, cells)
    assert "".join("".join(text_of(part).split()) for part in lines) == "".join(words.split())
    assert all(line_width(part) <= cells for part in lines)


def test_columns_and_paragraphs() -> None:
    assert text_of(columns([(line("ab"), 4), (line("c"), 2)])) == "ab    c "
    assert [text_of(part) for part in paragraphs([line("a")], [], [line("b")])] == ["a", "", "b"]


def test_what_is_cut_at_the_edge_of_a_span_says_so() -> None:
    assert text_of(fit_line(line("abcd", " efg"), 4)) == "abc…"
    assert text_of(fit_line(line("abcd", "", " efg"), 4)) == "abc…"
    assert text_of(fit_line(line("abcd", "  "), 4)) == "abcd"
    assert text_of(fit_line(line("ab海", "x"), 4)) == "ab… "
