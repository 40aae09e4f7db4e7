"""`kith list`, `kith show` and `kith starters`: people, and what to say to them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import data, is_one_line, kith


class TestList:
    def test_list(self, file: Path) -> None:
        assert kith(file, "list").stdout.splitlines()[0].startswith("Maya Berg")
        rows = data(kith(file, "list", "tier:close", "#climate", "--json"))
        assert [row["uid"] for row in rows] == ["lin"]
        assert rows[0]["last_touch"] is None

    def test_list_takes_a_query_that_begins_with_a_minus(self, file: Path) -> None:
        assert [row["uid"] for row in data(kith(file, "list", "-archived:", "-#climate", "--json"))] == [
            "berg"
        ]

    def test_list_says_what_it_did_not_understand(self, file: Path) -> None:
        result = kith(file, "list", "tier:best")
        assert result.exit_code == 0
        assert is_one_line(result.stderr)
        assert "tier:best is not known" in result.stderr
        assert result.stdout == "Nobody matches tier:best.\n"


class TestShow:
    def test_show(self, file: Path) -> None:
        result = kith(file, "show", "lin", "maya")
        assert "design lead at Acme Robotics" in result.stdout
        assert "send the deck" in result.stdout
        row = data(kith(file, "show", "maya lin", "--json"))
        assert {"uid", "next_due", "interactions", "follow_ups", "starters"} <= set(row)

    def test_show_by_uid(self, file: Path) -> None:
        assert data(kith(file, "show", "berg", "--json"))["name"] == "Maya Berg"


class TestOneOfThem:
    def test_a_name_that_fits_several_lists_them(self, file: Path) -> None:
        for command in ("show", "starters"):
            result = kith(file, command, "maya")
            assert result.exit_code == 1
            assert "Maya Lin" in result.stdout
            assert "Fjord Labs" in result.stdout
            assert is_one_line(result.stderr)
            assert "fits 2 people" in result.stderr

    def test_nobody_of_that_name(self, file: Path) -> None:
        result = kith(file, "show", "Maya Linn")
        assert (result.exit_code, result.stdout) == (1, "")
        assert is_one_line(result.stderr)
        assert "Did you mean Maya Lin" in result.stderr

    def test_starters(self, file: Path) -> None:
        rows = data(kith(file, "starters", "Maya Lin", "--event", "pycon", "--json"))
        assert rows
        assert all({"text", "because", "kind", "depth"} <= set(row) for row in rows)
        assert rows[0]["text"].split()[0] in kith(file, "starters", "Maya Lin", "--event", "pycon").stdout
