"""Pasted text: whole, in order, and none of it a key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from tests.screens.conftest import open_app
from tui.widgets.pasting import END, START, PasteParser

TEXTS = (
    "Quill Adair @Salt : tides \x1b[31mred currents and a lot of words behind it\nBo Ek",
    "a\x1b\x1b[200~b\x1b",
    "\x1b[20",
    "\x1b[A\x1bOP\x1b[201",
    "",
)


def parsed(*pieces: str) -> list[str]:
    """Return the keys and pastes that some pieces are read as."""
    parser = PasteParser()
    found = [event for piece in pieces for event in parser.feed(piece)]
    return [
        f"paste {event.text}" if isinstance(event, events.Paste) else f"key {event.key}"
        for event in found
        if isinstance(event, (events.Paste, events.Key))
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_a_paste_is_one_text_wherever_it_is_cut(text: str) -> None:
    sent = f"a{START}{text}{END}b"
    plain = text.replace("\x1b", "")
    wanted = ["key a", f"paste {plain}", "key b"]
    assert parsed(sent) == wanted
    assert parsed(*sent) == wanted
    for cut in range(len(sent)):
        assert parsed(*filter(None, (sent[:cut], sent[cut:]))) == wanted


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="ab\x1b[~012 \n", min_size=1), min_size=1, max_size=4))
def test_any_text_in_any_pieces(pieces: list[str]) -> None:
    text = "".join(pieces)
    if END in text + END[:-1]:
        return
    assert parsed(START, *pieces, END) == [f"paste {text.replace(chr(27), '')}"]


def test_keys_go_on_as_they_are() -> None:
    assert parsed("\x1b[A", "x", "\x1b[B") == ["key up", "key x", "key down"]
    assert parsed(f"{START}a{END}\x1b[A{START}b{END}") == ["paste a", "key up", "paste b"]


def test_the_terminal_is_read_so() -> None:
    from textual.drivers import linux_driver

    open_app()
    assert vars(linux_driver)["XTermParser"] is PasteParser
