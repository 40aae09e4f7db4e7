"""`kith export`: by ending, by query, and never over a file that is there."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.cli import main
from tui.model.change import Change, Edit
from tui.model.records import Contact
from tui.store.book import Book

ON = "2026-11-21 09:00"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    book = Book.open(path, date(2026, 11, 21))
    people = (
        Contact(
            uid="2a5d3f8e-1111-4222-8333-444455556666",
            name="Maya Lin",
            interests=("climate",),
            private_notes="SECRET",
        ),
        Contact(uid="2a5d3f8e-1111-4222-8333-444455557777", name="Maya Berg", emails=("berg@example.org",)),
        Contact(uid="old", name="Tom Reyes", archived=True),
    )
    book.commit(Change("Filled", tuple(Edit(None, it) for it in people)))
    book.close()
    return path


def kith(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--file", str(path), "--on", ON, *arguments])


@pytest.mark.parametrize("ending", [".vcf", ".csv", ".md", ".json", ".ics"])
def test_writes_by_the_ending_for_the_owner_alone(file: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    result = kith(file, "export", str(out))
    assert result.exit_code == 0, result.output
    what = "events and follow-ups" if ending == ".ics" else "2 people"
    assert result.stdout.splitlines()[0] == f"Wrote {what} to {out}"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert "SECRET" not in out.read_text(encoding="utf-8")
    assert ("Maya Lin" in out.read_text(encoding="utf-8")) is (ending != ".ics")


def test_says_who_was_left_out(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    assert kith(file, "export", str(out)).stdout.splitlines()[1] == (
        "1 person archived left out; --query archived: writes them"
    )
    result = kith(file, "export", str(tmp_path / "away.vcf"), "--query", "archived:")
    assert result.stdout == f"Wrote 1 person to {tmp_path / 'away.vcf'}\n"


def test_writes_those_whom_a_query_finds(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert kith(file, "export", str(out), "--query", "#climate").exit_code == 0
    assert [it["name"] for it in json.loads(out.read_text())["contacts"].values()] == ["Maya Lin"]


def test_vcard_3_on_demand(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    assert kith(file, "export", str(out), "--vcard", "3.0").exit_code == 0
    assert out.read_text().startswith("BEGIN:VCARD\nVERSION:3.0")
    assert kith(file, "export", str(out), "--vcard", "2.1").exit_code == 2


def test_a_file_that_is_there_stays_without_force(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    out.write_text("mine")
    result = kith(file, "export", str(out))
    assert result.exit_code == 1
    assert result.stderr == (
        f"kith: {out} is there already, and was left as it is. --force replaces it; or name another file.\n"
    )
    assert out.read_text() == "mine"
    assert kith(file, "export", str(out), "--force").exit_code == 0
    assert out.read_text().startswith("BEGIN:VCARD")


@pytest.mark.parametrize("name", ["network.json", "network.json.bak.json", "network.json.journal"])
def test_kiths_own_files_stay_even_with_force(file: Path, name: str) -> None:
    before = file.read_bytes()
    result = kith(file, "export", str(file.with_name(name)), "--force")
    assert result.exit_code == {"network.json": 1, "network.json.bak.json": 0}.get(name, 2)
    assert file.read_bytes() == before


def test_nobody_to_write_and_unknown_endings_say_so(file: Path, tmp_path: Path) -> None:
    result = kith(file, "export", str(tmp_path / "out.vcf"), "--query", "#nothing")
    assert (result.exit_code, result.stderr) == (1, "kith: Nobody matches #nothing. Nothing was written.\n")
    result = kith(file, "export", str(tmp_path / "out.txt"))
    assert result.exit_code == 2
    assert (
        "out.txt doesn't say what to write: end the name in .vcf, .csv, .md, .ics or .json." in result.stderr
    )
    assert not (tmp_path / "out.vcf").exists()


def test_how_you_met_is_not_said_twice_when_it_comes_back(tmp_path: Path) -> None:
    out, file = tmp_path / "out.vcf", tmp_path / "sample.json"
    assert (
        CliRunner().invoke(main, ["--demo", "--on", ON, "export", str(tmp_path / "all.json")]).exit_code == 0
    )
    assert kith(file, "import", str(tmp_path / "all.json")).exit_code == 0
    assert kith(file, "export", str(out)).exit_code == 0
    back = json.loads(kith(file, "import", str(out), "--json").stdout)
    assert (back["added"], back["updated"], back["skipped"]) == (0, 0, [])
    assert back["unchanged"] > 60


def test_a_network_goes_out_and_into_another_file(file: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out.vcf", tmp_path / "other.json"
    assert kith(file, "export", str(out)).exit_code == 0
    result = kith(other, "import", str(out), "--json")
    assert json.loads(result.stdout)["added"] == 2
    rows = json.loads(kith(other, "list", "--json").stdout)
    assert [(it["name"], it["interests"], it["emails"]) for it in rows] == [
        ("Maya Berg", [], ["berg@example.org"]),
        ("Maya Lin", ["climate"], []),
    ]
    again = json.loads(kith(other, "import", str(out), "--json").stdout)
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 2)
    before = json.loads(kith(file, "list", "--json").stdout)
    assert json.loads(kith(file, "import", str(out), "--json").stdout)["added"] == 0
    assert json.loads(kith(file, "list", "--json").stdout) == before
    assert json.loads(kith(file, "import", str(out), "--json").stdout)["unchanged"] == 2
