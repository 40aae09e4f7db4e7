"""`kith due`: the queue to read, for a start of the shell, for scripts, and the reckoning of one person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.program import data, is_one_line, kith

LATER = "2026-11-17 09:00"
"""A day before anything is due."""


class TestDue:
    def test_due(self, file: Path) -> None:
        result = kith(file, "due")
        assert result.exit_code == 0
        assert "Maya Lin" in result.stdout
        assert "send the deck" in result.stdout
        assert "\nNext: PyCon Lisboa, in 11 days.\n" in result.stdout
        assert "\nDebrief PyCon Lisboa? It ended yesterday.\n" in kith(file, "due", on="2026-12-03").stdout

    def test_due_as_data(self, file: Path) -> None:
        (row,) = data(kith(file, "due", "--json"))
        assert {"kind", "contact", "contact_uid", "due", "reason", "status", "text"} <= set(row)
        assert (row["kind"], row["contact_uid"], row["due"]) == ("promise", "lin", "2026-11-18")


class TestBrief:
    def test_one_line_and_silence_when_nobody_needs_you(self, file: Path) -> None:
        assert kith(file, "due", "--brief").stdout == "Kith: 1 promise (Maya Lin)\n"
        quiet = kith(file, "due", "--brief", on=LATER)
        assert (quiet.stdout, quiet.stderr, quiet.exit_code) == ("", "", 0)

    def test_an_event_to_debrief_is_named(self, file: Path) -> None:
        assert "debrief PyCon Lisboa" in kith(file, "due", "--brief", on="2026-12-03").stdout

    def test_several_are_counted_and_the_first_is_named(self) -> None:
        from click.testing import CliRunner

        from tui.cli import main

        said = CliRunner().invoke(main, ["--demo", "--on", "2026-11-22 08:00", "due", "--brief"]).stdout
        assert said.count("\n") == 1
        assert said.startswith("Kith: 4 promises, 4 words after meeting, 3 introductions, ")
        assert "5 check-ins" in said
        assert said.rstrip().endswith("First Nerea Etxeandia")

    @pytest.mark.parametrize("other", ["--json", "--all"])
    def test_it_goes_with_no_other_form(self, file: Path, other: str) -> None:
        assert kith(file, "due", "--brief", other).exit_code == 2


class TestExitCode:
    def test_three_where_somebody_needs_you_and_nought_where_nobody_does(self, file: Path) -> None:
        for form in ([], ["--brief"], ["--json"]):
            assert kith(file, "due", "--exit-code", *form).exit_code == 3
            assert kith(file, "due", "--exit-code", *form, on=LATER).exit_code == 0
        assert kith(file, "due", "--exit-code", on="2026-12-03").exit_code == 3
        assert kith(file, "due").exit_code == 0


class TestExplain:
    def test_in_words(self, file: Path) -> None:
        said = kith(file, "due", "--explain", "maya lin").stdout
        assert said.startswith("Maya Lin\n")
        for words in (
            "Promise, overdue (today: 1 of 1)",
            "starts Thu 1 Jan",
            "60 days (tier close)",
            "something dated is open between you for Wed 18 Nov: send the deck",
        ):
            assert words in " ".join(said.split())

    def test_as_data_it_agrees_with_the_queue(self, file: Path) -> None:
        told = data(kith(file, "due", "--explain", "lin", "--json"))
        (row,) = data(kith(file, "due", "--json"))
        assert [it["key"] for it in told["rows"]] == [row["key"]]
        assert (told["contact_uid"], told["clock_start"], told["clock_from"]) == (
            "lin",
            "2026-01-01",
            "added",
        )
        assert told["status"] == "overdue"
        assert [it["why"] for it in told["hidden_by"]] == ["step", "event"]
        assert told["standing"] == "hidden"
        assert date.fromisoformat(told["next_due"]) < date(2026, 11, 21)

    def test_a_name_that_fits_several_or_nobody(self, file: Path) -> None:
        both = kith(file, "due", "--explain", "maya")
        assert both.exit_code == 1
        assert "Maya Berg" in both.stdout
        nobody = kith(file, "due", "--explain", "Zeno")
        assert nobody.exit_code == 1
        assert is_one_line(nobody.stderr)
        assert kith(file, "due", "--explain", "lin", "--brief").exit_code == 2
