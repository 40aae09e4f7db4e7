"""`kith import` with every kind of file: what is printed, what is taken, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.actions.test_importing_formats import ARCHIVE
from tui.cli import main
from tui.model.network import Network
from tui.model.records import Event
from tui.store.book import Book

ON = "2026-11-22 09:00"
TABLE = 'Person of note;Firm of today;"Talk, or listen?"\nBo Li;Acme;\x1b[31mgrids\nAna Reyes;;\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    from datetime import date

    from tui.model.change import Change, Edit

    book = Book.open(path, date(2026, 11, 22))
    book.commit(Change("made", (Edit(None, Event(uid="e", name="Grid Forum", start=date(2026, 12, 1))),)))
    book.close()
    return path


def kith(file: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["import", "--file", str(file), "--on", ON, *words])


def data(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def network(file: Path) -> Network:
    from datetime import date

    book = Book.open(file, date(2026, 11, 22))
    book.close()
    return book.network


def test_a_dry_run_prints_the_guess_and_columns_put_it_right(file: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text(TABLE)
    refused = kith(file, str(table), "--dry-run")
    assert refused.exit_code == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "there is Person of note, Firm of today and Talk, or listen?" in refused.stderr
    chosen = ("--columns", "Person of note=name,Firm of today=organisation")
    dry = kith(file, str(table), "--dry-run", *chosen)
    assert dry.exit_code == 0
    assert "Person of note    →  full name  (Bo Li)" in dry.stdout
    assert "Firm of today     →  organisation  (Acme)" in dry.stdout
    assert "Talk, or listen?  →  note with its question  ([31mgrids)" in dry.stdout
    assert "guessed" in dry.stdout
    assert "\x1b" not in dry.stdout
    assert not network(file).contacts
    row = data(
        kith(file, str(table), "--json", "--event", "grid", *chosen, "--columns", '"Talk, or listen?=skip"')
    )
    assert (row["read"], row["added"], row["updated"], row["unchanged"], row["skipped"]) == (2, 2, 0, 0, [])
    assert row["files"][0]["format"] == "a table of people"
    assert row["files"][0]["guessed"] is True
    assert [(it["column"], it["field"]) for it in row["files"][0]["columns"]] == [
        ("Person of note", "name"),
        ("Firm of today", "organization"),
        ("Talk, or listen?", ""),
    ]
    taken = network(file)
    assert {it.name for it in taken.contacts.values()} == {"Bo Li", "Ana Reyes"}
    assert len(taken.events["e"].people) == 2
    assert not any(it.notes for it in taken.contacts.values())


@pytest.mark.parametrize(
    ("choice", "status", "said"),
    [
        ("Person of note", 2, "is no choice of a column"),
        ("=name", 2, "is no choice of a column"),
        ("Person of note=shoe", 1, "no field “shoe”"),
        ("Nobody=name", 1, "no column “Nobody”"),
    ],
)
def test_wrong_choices_are_told_in_a_sentence(
    file: Path, tmp_path: Path, choice: str, status: int, said: str
) -> None:
    table = tmp_path / "people.csv"
    table.write_text(TABLE)
    result = kith(file, str(table), "--columns", choice)
    assert result.exit_code == status
    assert said in result.stderr
    assert not network(file).contacts


def test_an_archive_and_other_files_in_one_go(file: Path, tmp_path: Path) -> None:
    archive, table, junk = tmp_path / "Basic_LinkedInDataExport.zip", tmp_path / "a.csv", tmp_path / "b.csv"
    archive.write_bytes(ARCHIVE)
    table.write_text("Name,Email\nMaya Lin,\nAsa Dahl,asa@x.example\n")
    junk.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = kith(file, str(archive), str(table), str(junk))
    assert result.exit_code == 1
    assert "(a zip archive): 12 records read, 8 added" in result.stdout
    assert "messages.csv, line 8: a draft" in result.stdout
    assert "(a table of people): 2 records read, 1 added, 0 updated, 1 unchanged" in result.stdout
    assert "b.csv is of no kind that Kith knows" in result.stderr
    taken = network(file)
    assert len(taken.contacts) == 4
    assert len(taken.interactions) == 6
    again = data(kith(file, str(archive), str(table), "--json"))
    assert (again["added"], again["updated"]) == (0, 0)
