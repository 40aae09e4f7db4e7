"""The brief for a phone and for paper: everything on it, narrow, and nothing in it acts."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from tests.exchange.test_markdown import CONTACTS, EVENT, ME, NOW
from tui.exchange.brief_text import PHONE, brief_html, brief_text
from tui.exchange.markdown import brief
from tui.model.network import Network
from tui.model.records import Contact, Event

HOSTILE = "</li><script>alert(1)</script> [x](javascript:1) ![i](http://x) \x1b[31m <b>b</b> &amp; # h"


def network(*more: Contact) -> Network:
    return Network((*CONTACTS, ME, *more))


def text(event: Event = EVENT, now: datetime = NOW) -> str:
    return brief_text(network(), event, now)


class Tags(HTMLParser):
    """Collects the tags of a page, with their links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_all_of_it_is_on_a_phone() -> None:
    page = text()
    lines = page.splitlines()
    assert lines[0] == "GRID MEET-UP"
    assert all(cell_len(line) <= PHONE for line in lines)
    for words in ("Back room", "open data", "- 3 real conversations", "1. Ama Owusu", "[ ] print the map"):
        assert words in page
    assert "I make maps of power grids." in page
    assert page.endswith("\n")


def test_later_lines_of_an_item_stand_under_its_beginning() -> None:
    page = text(replace(EVENT, goals=(replace(EVENT.goals[0], text="conversations " * 6),)))
    found = re.search(r"^- 3 conversations.*\n(  conversations.*\n)+", page, re.MULTILINE)
    assert found


def test_notes_on_how_to_get_there_are_on_every_form_and_cut_where_they_fill_pages() -> None:
    event = replace(EVENT, notes="Tram 4 to the pier. " + "More. " * 200)
    for page in (text(event), brief(network(), event, NOW), brief_html(network(), event, NOW)):
        assert "Tram 4 to the pier." in page
        assert page.count("More.") < 80
    assert "Tram" not in brief_text(network(), event, NOW, notes=False)


def test_with_one_person_there_is_no_anyone() -> None:
    alone = replace(EVENT, kind="informational interview")
    assert "TO ASK" in text(alone)
    assert "TO SAY TO ANYONE" in text()


def test_unbroken_where_the_reader_breaks_lines() -> None:
    event = replace(EVENT, goals=(replace(EVENT.goals[0], text="long words " * 30),))
    page = brief_text(network(), event, NOW, width=None)
    assert "- 3 " + " ".join(["long words"] * 30) in page.splitlines()


def test_a_page_to_print_holds_the_same_and_needs_nothing_else() -> None:
    page = brief_html(network(), EVENT, NOW)
    tags = Tags(page)
    assert {"h1", "h2", "ol", "ul", "li", "strong"} <= set(tags.found)
    assert tags.links == ["https://grid.example/evening_2"]
    assert "Ama Owusu" in page
    assert '<li class="box">print the map' in page


@pytest.mark.parametrize("field", ["name", "place", "notes", "url"])
def test_text_of_the_file_is_text_on_the_page(field: str) -> None:
    event = replace(EVENT, **{field: HOSTILE})
    page = brief_html(Network((*CONTACTS, replace(ME, pitch=HOSTILE))), event, NOW)
    tags = Tags(page)
    assert not {"script", "img", "b"} & set(tags.found)
    assert all(link.startswith("https://grid.example") for link in tags.links)
    assert "\x1b" not in page
    assert "\x1b" not in text(event)
