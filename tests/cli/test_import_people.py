"""`kith import` of a connections table: counted, joined to an event, and never twice."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import contact, data, kith, network


class TestImporting:
    ROWS = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Amina,Diallo,https://www.linkedin.com/in/amina-d,,Banco,Adviser,08 Feb 2026\n"
        ",,,,,,09 Feb 2026\n"
    )

    def test_reports_adds_and_repeats_nothing(self, file: Path, tmp_path: Path) -> None:
        source = tmp_path / "Connections.csv"
        source.write_text(self.ROWS, encoding="utf-8")
        dry = data(kith(file, "import", str(source), "--dry-run", "--json"))
        assert (dry["read"], dry["added"]) == (2, 1)
        assert len(network(file).contacts) == 2
        row = data(kith(file, "import", str(source), "--event", "pycon", "--json"))
        assert (row["added"], row["updated"], row["unchanged"], len(row["skipped"])) == (1, 0, 0, 1)
        assert set(row["skipped"][0]) == {"where", "why"}
        assert "line 3" in row["skipped"][0]["where"]
        assert contact(file, "Amina Diallo").uid in {
            it.contact for it in network(file).events["lisboa-uid"].people
        }
        again = kith(file, "import", str(source))
        assert "0 added, 0 updated, 1 unchanged" in again.stdout

    def test_a_file_that_is_none_spoils_nothing(self, file: Path, tmp_path: Path) -> None:
        good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
        good.write_text(self.ROWS, encoding="utf-8")
        bad.write_text("hello", encoding="utf-8")
        result = kith(file, "import", str(bad), str(tmp_path / "none.csv"), str(good))
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 2
        assert contact(file, "Amina Diallo")
