"""What all commands share: their options, which file is meant, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.program import ON, TODAY, data, is_one_line, kith, network
from tui.cli import main
from tui.store.book import Book


class TestOptions:
    def test_they_may_stand_behind_the_command(self, file: Path) -> None:
        result = CliRunner().invoke(main, ["due", "--json", "--file", str(file), "--on", ON])
        assert data(result)[0]["contact"] == "Maya Lin"

    def test_the_last_file_named_counts_and_the_environment_least(self, file: Path, tmp_path: Path) -> None:
        other = tmp_path / "other.json"
        environment = {"KITH_FILE": str(file)}
        runner = CliRunner(env=environment)
        assert len(data(runner.invoke(main, ["list", "--json"]))) == 2
        assert data(runner.invoke(main, ["--file", str(other), "list", "--json"])) == []

    @pytest.mark.parametrize(
        ("on", "status"),
        [("2026-11-18", "due"), ("21 nov 2026", "overdue"), ("2026-11-21T23:30:00Z", "overdue")],
    )
    def test_on(self, file: Path, on: str, status: str) -> None:
        assert data(kith(file, "due", "--json", on=on))[0]["status"] == status

    def test_on_a_day_is_nine_in_the_morning_there(self, file: Path) -> None:
        assert kith(file, "due", on="2026-11-18").stdout.startswith("Wed 18 Nov, 09:00\n")
        assert kith(file, "due", on="2026-11-18T23:30:00+00:00").stdout.startswith("Wed 18 Nov, 23:30\n")
        assert kith(file, "due", on="2026-07-18T23:30:00+00:00").stdout.startswith("Sun 19 Jul, 00:30\n")

    def test_on_something_else_is_wrong_usage(self, file: Path) -> None:
        result = kith(file, "due", on="whenever")
        assert result.exit_code == 2
        assert "whenever" in result.stderr

    @pytest.mark.parametrize("arguments", [["--nonsense"], ["due", "--nonsense"], ["show"], ["nonsense"]])
    def test_wrong_usage(self, file: Path, arguments: list[str]) -> None:
        assert kith(file, *arguments).exit_code == 2

    def test_demo(self) -> None:
        rows = data(CliRunner().invoke(main, ["--demo", "--on", ON, "due", "--json"]))
        assert len(rows) > 10
        result = CliRunner().invoke(main, ["--demo", "doctor"])
        assert result.exit_code == 1

    def test_without_a_terminal_there_is_no_full_screen(self, file: Path) -> None:
        result = kith(file)
        assert result.exit_code == 1
        assert is_one_line(result.stderr)
        assert "needs a terminal" in result.stderr

    def test_help_names_what_there_is(self) -> None:
        text = CliRunner().invoke(main, ["--help"]).stdout
        for command in ("add", "brief", "doctor", "due", "import", "list", "show", "starters"):
            assert f"\n  {command} " in text

    def test_no_date_is_no_today(self) -> None:
        assert CliRunner().invoke(main, ["--demo", "--on", "", "due"]).exit_code == 2


class TestTheFile:
    def test_an_empty_network(self, tmp_path: Path) -> None:
        path = tmp_path / "new.json"
        assert data(kith(path, "list", "--json")) == []
        assert "Nobody is in this file yet" in kith(path, "list").stdout
        assert "Nobody needs you today" in kith(path, "due").stdout
        assert list(tmp_path.iterdir()) == []

    def test_a_file_or_folder_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        said = kith(tmp_path / "slip.json", "list", "--json")
        assert (said.exit_code, said.stdout.strip()) == (0, "[]")
        assert "no file" in said.stderr
        for command in (("list",), ("add", "Maya Lin")):
            said = kith(tmp_path / "nowhere" / "slip.json", *command)
            assert said.exit_code == 1
            assert "no folder" in said.stderr
        assert not (tmp_path / "nowhere").exists()

    def test_a_folder_for_a_file(self, tmp_path: Path) -> None:
        for command in ("due", "doctor"):
            result = kith(tmp_path, command)
            assert result.exit_code == 1
            assert is_one_line(result.stderr)

    def test_a_second_kith_reads_and_does_not_write(self, file: Path) -> None:
        book = Book.open(file, TODAY)
        try:
            assert data(kith(file, "due", "--json"))
            for arguments in (["add", "Bo Ek"], ["add", "-"]):
                result = kith(file, *arguments, typed="Bo Ek\nCy Ng\n")
                assert (result.exit_code, result.stdout) == (1, "")
                assert is_one_line(result.stderr)
        finally:
            book.close()
        assert len(network(file).contacts) == 2
