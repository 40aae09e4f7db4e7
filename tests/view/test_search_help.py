"""The page on the search line names everything that the line understands."""

from __future__ import annotations

from tui.rules.search.query import FILTERS, ORDERS, SIGNS, parse
from tui.view import search_help
from tui.view.lines import line_width, text_of


def test_every_filter_and_order_is_named_and_every_example_reads() -> None:
    page = "\n".join(text_of(spans) for spans in search_help.search_help(70))
    for name in (*(f"{name}:" for name in FILTERS), *SIGNS, *ORDERS, "sort:"):
        assert name in page, name
    for left, _ in (*search_help.WORDS, *search_help.FILTERS, *search_help.TOGETHER):
        assert not parse(left).problems, left


def test_it_fits_any_width() -> None:
    for wide in (30, 54, 86):
        assert all(line_width(spans) <= wide for spans in search_help.search_help(wide))
