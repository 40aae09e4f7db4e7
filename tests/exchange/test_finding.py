"""Paths as they are typed, pasted and dropped; completion; files that one may mean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.exchange.finding import completions, likely_files, shown_path, typed_path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Downloads").mkdir()
    for name in (
        "Connections.csv",
        "my guests.csv",
        "photo.png",
        ".hidden.csv",
        "people.vcf",
        "budget.csv",
        "notes.txt",
    ):
        (tmp_path / "Downloads" / name).write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "~/Downloads/my guests.csv",
        "  ~/Downloads/my guests.csv \n",
        "'{home}/Downloads/my guests.csv'",
        '"~/Downloads/my guests.csv"',
        "{home}/Downloads/my\\ guests.csv",
        "file://{home}/Downloads/my%20guests.csv",
        "file://localhost{home}/Downloads/my%20guests.csv",
    ],
)
def test_a_path_however_it_comes(home: Path, text: str) -> None:
    assert typed_path(text.replace("{home}", str(home))) == home / "Downloads" / "my guests.csv"


def test_a_path_that_leads_nowhere_is_a_path_still() -> None:
    assert typed_path("~nobody-of-that-name/x") == Path("~nobody-of-that-name/x")
    assert typed_path("\x00") == Path("\x00")


def test_completions_are_folders_and_files_that_can_be_imported(home: Path) -> None:
    assert completions("~/D") == ["~/Downloads/"]
    assert completions("~/Downloads/") == [
        f"~/Downloads/{it}"
        for it in ("budget.csv", "Connections.csv", "my guests.csv", "notes.txt", "people.vcf")
    ]
    assert completions("~/Downloads/con") == ["~/Downloads/Connections.csv"]
    assert completions("down") == ["Downloads/"]
    assert completions("~/Downloads/.h") == ["~/Downloads/.hidden.csv"]
    for nothing in ("", "~/nowhere/x", "'~/D", "\x00", "~/Downloads/Connections.csv/"):
        assert not completions(nothing)


def test_likely_files_are_the_newest_first(home: Path) -> None:
    for age, name in enumerate(("people.vcf", "my guests.csv", "Connections.csv")):
        os.utime(home / "Downloads" / name, (1_000_000 - age, 1_000_000 - age))
    found = [shown_path(path) for path, _ in likely_files((home / "Downloads", home / "nowhere"))]
    assert found == [f"~/Downloads/{it}" for it in ("people.vcf", "my guests.csv", "Connections.csv")]
    assert len(likely_files((home / "Downloads",), most=1)) == 1
