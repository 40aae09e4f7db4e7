"""`kith insights`: the figures as text, as data, and as a page."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tui.cli import main

ON = "2026-11-21 09:00"


def kith(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--demo", "--on", ON, "insights", *arguments])


def test_every_figure_has_its_number_and_its_sentence() -> None:
    result = kith()
    assert result.exit_code == 0
    assert result.stdout.startswith("The last 12 months\n")
    for title in (
        "Touches: ",
        "A word after events: ",
        "Promises kept: ",
        "Weak ties alive: ",
        "Roles in your life: ",
    ):
        assert f"\n{title}" in result.stdout
    assert "\x1b" not in result.stdout


def test_data_names_the_people_behind_each_figure() -> None:
    found = json.loads(kith("--json").stdout)
    assert (found["first"], found["last"]) == ("2025-11-22", "2026-11-21")
    ties = next(it for it in found["figures"] if it["key"] == "ties")
    alive = next(it for it in ties["people"] if it["words"] == "alive")
    assert {"uid", "name"} == set(alive["contacts"][0])
    assert ties["figure"].startswith(str(len(alive["contacts"])))


def test_a_year_that_has_not_been_is_refused() -> None:
    result = kith("--year", "2031")
    assert result.exit_code == 2
    assert "2031 is not a year that has been" in result.stderr


def test_a_year_is_saved_as_a_page_and_nothing_is_written_over(tmp_path: Path) -> None:
    page = tmp_path / "year.md"
    assert kith("--year", "2025", "--report", str(page)).stdout == f"Saved as {page}\n"
    written = page.read_text(encoding="utf-8")
    assert written.startswith("# My network: 2025\n")
    again = kith("--report", str(page))
    assert again.exit_code == 1
    assert "is there already" in again.stderr
    assert page.read_text(encoding="utf-8") == written


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = kith("--report", str(tmp_path / "missing" / "year.md"))
    assert result.exit_code == 1
    assert "could not be written" in result.stderr
