"""Hostile text: nothing that is stored or typed acts on the terminal."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from tests.cli.program import HOSTILE, TODAY, fill, kith
from tui.model.records import Attendee, Contact, Event, FollowUp


class TestHostileText:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "network.json"
        fill(
            path,
            Contact(
                uid="z",
                name=HOSTILE,
                organization=HOSTILE,
                notes=HOSTILE,
                tier="inner",
                added=date(2020, 1, 1),
            ),
            Contact(uid="y", name=HOSTILE + "Y"),
            Contact(uid="long", name="x" * 10_000),
            Event(uid="e", name=HOSTILE, start=TODAY, people=(Attendee(contact="z", why=HOSTILE),)),
            FollowUp(uid="p", kind="promise", contact="z", text=HOSTILE, due=date(2026, 11, 1)),
        )
        return path

    @pytest.mark.parametrize(
        "arguments",
        [
            ["due"],
            ["due", "--json"],
            ["list"],
            ["list", "--json"],
            ["list", HOSTILE],
            ["show", "z"],
            ["show", "z", "--json"],
            ["show", "zoe"],
            ["show", HOSTILE],
            ["show", HOSTILE + "nobody"],
            ["starters", "z"],
            ["starters", "z", "--event", "e", "--json"],
            ["brief", "e"],
            ["brief", HOSTILE + "no"],
            ["add", f"{HOSTILE}Q @{HOSTILE} : {HOSTILE}"],
            ["import", HOSTILE],
            ["doctor"],
            ["doctor", "--json"],
        ],
    )
    def test_nothing_acts_on_the_terminal(self, file: Path, arguments: list[str]) -> None:
        result = kith(file, *arguments)
        assert result.exit_code in (0, 1), result.exception
        for text in (result.stdout, result.stderr):
            acts = [char for char in text if char != "\n" and unicodedata.category(char) == "Cc"]
            assert not acts
            assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

    def test_markup_is_printed_as_it_is(self, file: Path) -> None:
        assert "[red]Zoë" in kith(file, "list").stdout
