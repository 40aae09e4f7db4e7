"""Contacts out: each form, what never leaves, cells that no spreadsheet runs, files that are never lost."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.screens.hostile import ACTING, TEXT, hostile
from tui.actions.importing import import_file
from tui.demo import sample_network
from tui.exchange.export import (
    ENDINGS,
    AlreadyThere,
    ExportProblem,
    Order,
    ending_of,
    export_to,
    exported,
    whom,
)
from tui.exchange.export_csv import COLUMNS, as_written, harmless
from tui.exchange.kith_file import read_kith
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Interaction, Introduction, Milestone, Note

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
AMARA = Contact(
    uid="a",
    name="Amara Okafor",
    emails=("amara@example.org", "a@example.org"),
    phones=("+49 170 1234567",),
    notes="sails\nand reads",
    private_notes="SECRET",
    not_duplicates=("b",),
    introduced_by="b",
    milestones=(Milestone(label="birthday", month=2, day=29),),
    imported={"name": "Amara O."},
)
INES = Contact(uid="b", name="Ines Duarte", private_notes="SECRET", met_event="e")
EVENT = Event(
    uid="e",
    name="PyCon",
    start=date(2026, 12, 1),
    people=(Attendee(contact="a", why="boats"), Attendee(contact="b", why="WHY INES")),
)
DINNER = Interaction(
    uid="i",
    day=date(2026, 11, 20),
    contacts=("a", "b"),
    summary="Dinner",
    notes=(Note(contact="a", text="FOR AMARA"), Note(contact="b", text="FOR INES")),
)
PROMISE = FollowUp(uid="f", kind="promise", contact="a", text="send the deck", due=date(2026, 11, 27))
IDEA = Introduction(uid="n", first="a", second="b", reason="both sail")
NETWORK = Network((AMARA, INES, EVENT, DINNER, PROMISE, IDEA))


def out(ending: str, *contacts: Contact, network: Network = NETWORK) -> str:
    everybody = contacts or tuple(network.contacts.values())
    return exported(network, Order(everybody, NOW, everybody=not contacts), ending).decode()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("ending", ENDINGS)
def test_private_notes_never_leave(ending: str) -> None:
    assert "SECRET" not in out(ending)
    assert "SECRET" not in out(ending, AMARA)


@pytest.mark.parametrize("ending", ENDINGS)
def test_of_people_who_were_not_asked_for_nothing_leaves(ending: str) -> None:
    text = out(ending, AMARA)
    assert "WHY INES" not in text
    assert "FOR INES" not in text
    if ending == ".json":
        assert "Ines" not in text


def test_json_is_a_kith_file_in_small() -> None:
    found = read_kith(out(".json", AMARA).encode(), "x.json")
    assert found.skipped == ()
    records = {(type(record).__name__, record.uid): record for _, record in found.records}
    assert records.keys() == {("Contact", "a"), ("Event", "e"), ("Interaction", "i"), ("FollowUp", "f")}
    amara, dinner = records["Contact", "a"], records["Interaction", "i"]
    assert isinstance(amara, Contact)
    assert (amara.introduced_by, amara.not_duplicates, amara.imported) == (None, (), {})
    assert isinstance(dinner, Interaction)
    assert (dinner.contacts, [it.text for it in dinner.notes]) == (("a",), ["FOR AMARA"])
    everything = json.loads(out(".json"))
    assert [it["reason"] for it in everything["introductions"].values()] == ["both sail"]


def test_a_table_has_a_mark_quotes_and_a_row_for_each() -> None:
    text = out(".csv")
    assert text.startswith('\ufeff"Name","Given name"')
    assert text.endswith("\r\n")
    amara, ines = rows(text)
    assert list(amara) == list(COLUMNS)
    assert amara["Emails"] == "amara@example.org; a@example.org"
    assert amara["Notes"] == "sails\nand reads"
    assert amara["Met through"] == "Ines Duarte"
    assert amara["Milestones"] == "birthday 29 February"
    assert amara["Last touch"] == "2026-11-20"
    assert amara["Phones"] == "'+49 170 1234567"
    assert ines["Met at"] == "PyCon"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "＝1+1",
        "=cmd|' /C calc'!A0",
        'x";=1',
        "x;=1",
        "x,@A1",
        "x\n=1",
        "\u200b=1",
    ],
)
def test_cells_that_a_spreadsheet_would_run_are_harmless(cell: str) -> None:
    for separator in ",;\t":
        made = harmless(cell)
        for piece in (made, *made.split(separator), *made.split('"'), *made.splitlines()):
            assert not piece.lstrip(" \u200b").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not made.startswith(("\t", "\r", "\n"))


@settings(max_examples=200, deadline=None)
@given(st.text("=+-@;,\t\n\r \"'|a＝", max_size=12))
def test_no_cell_begins_a_formula_whatever_stands_in_it(cell: str) -> None:
    made = harmless(cell)
    assert made.replace("'", "") == cell.replace("\r\n", "\n").replace("\r", "\n").replace("'", "")
    for separator in ",;\t\n":
        for piece in made.split(separator):
            assert not piece.startswith(("=", "+", "-", "@", "＝"))
    assert not made.startswith(("\t", "\n"))


def test_harmless_cells_stay_as_they_are() -> None:
    for cell in ("Amara Okafor", "well-known, non-profit", "2026-11-21", "a@b.example", "C++ (and C#)", ""):
        assert harmless(cell) == cell


def test_the_table_is_read_back_without_the_marks(tmp_path: Path) -> None:
    person = Contact(
        uid="p", name="@mara", phones=("+49 170 1234567", "+351 912 345 678"), needs=("-5 °C cold rooms",)
    )
    path = export_to(Network((person,)), Order((person,), NOW), tmp_path / "people.csv")
    empty = Network()
    empty.apply(import_file(empty, path, NOW.date(), now=NOW).change)
    (back,) = empty.contacts.values()
    assert (back.name, back.phones, back.needs) == (person.name, person.phones, person.needs)
    for cell in ("=1+1", "a;=b", "+49", "it's", "'quoted'"):
        assert as_written(harmless(cell)) == cell


def test_markdown_of_one_is_a_page_with_what_happened() -> None:
    page = out(".md", AMARA)
    assert page.startswith("# Amara Okafor\n\n")
    assert "- **Email**: amara\\@example.org, a\\@example.org\n" in page
    assert "sails\\\nand reads" in page
    assert "- send the deck (promise, 27 Nov 2026)" in page
    assert "- **20 Nov 2026**, in person: Dinner" in page
    assert "FOR AMARA" not in page
    book = out(".md")
    assert book.startswith("# Contacts\n\n2 people, 21 Nov 2026\n\n## Amara Okafor")
    assert "## Ines Duarte" in book


def test_a_calendar_of_some_has_their_events_and_steps_only() -> None:
    text = out(".ics", INES)
    assert "PyCon" in text
    assert "send the deck" not in text
    assert "send the deck" in out(".ics", AMARA)


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_in_hostile_text_acts(ending: str) -> None:
    network = hostile()
    text = out(ending, network=network)
    assert not set(ACTING) - {"\u202e", "\u2066"} & set(text)
    if ending in (".md", ".json"):
        assert not set(ACTING) & set(text)
    if ending == ".md":
        assert "\n#" not in text.replace("\n# ", "", 1).replace("\n## ", "")
    if ending == ".csv":
        assert len(rows(text)) == len(network.contacts)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_day_that_is_none_and_a_lone_surrogate_stop_nothing(ending: str) -> None:
    odd = Contact(uid="o", name="Odd \ud800 one", milestones=(Milestone(label="x", month=2, day=31),))
    assert "Odd" in out(ending, odd, network=Network((odd,))) or ending == ".ics"


def test_the_sample_network_goes_out_in_every_form(tmp_path: Path) -> None:
    network = sample_network(NOW)
    order = Order(tuple(network.contacts.values()), NOW)
    for ending in ENDINGS:
        path = export_to(network, order, tmp_path / f"all{ending.upper()}")
        assert path.stat().st_size > 10_000
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(it.suffix for it in tmp_path.iterdir()) == sorted(it.upper() for it in ENDINGS)


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.vcf"
    path.write_text("mine")
    order = Order((AMARA,), NOW)
    with pytest.raises(AlreadyThere, match=r"is there already, and was left as it is\."):
        export_to(NETWORK, order, path)
    assert path.read_text() == "mine"
    export_to(NETWORK, order, path, replacing=True)
    assert path.read_text().startswith("BEGIN:VCARD")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [it.name for it in tmp_path.iterdir()] == ["out.vcf"]


def test_a_name_taken_at_the_last_moment_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.vcf"
    real_fsync = os.fsync

    def meanwhile(handle: int) -> None:
        path.write_text("somebody else's")
        real_fsync(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(AlreadyThere):
        export_to(NETWORK, Order((AMARA,), NOW), path)
    assert path.read_text() == "somebody else's"
    assert [it.name for it in tmp_path.iterdir()] == ["out.vcf"]


def test_a_full_disk_leaves_what_was_there_and_no_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportProblem, match=r"No space left on device\)\. Nothing was changed\."):
        export_to(NETWORK, Order((AMARA,), NOW), path, replacing=True)
    assert path.read_text() == "mine"
    assert [it.name for it in tmp_path.iterdir()] == ["out.csv"]


def test_the_networks_own_files_are_never_written_over(tmp_path: Path) -> None:
    own = tmp_path / "network.json"
    own.write_text("{}")
    (tmp_path / "link.json").symlink_to(own)
    for name in ("network.json", "link.json"):
        with pytest.raises(ExportProblem, match=r"keeps your network in"):
            export_to(NETWORK, Order((AMARA,), NOW), tmp_path / name, replacing=True, own_file=own)
    assert own.read_text() == "{}"


def test_what_can_not_be_written_says_why(tmp_path: Path) -> None:
    order = Order((AMARA,), NOW)
    with pytest.raises(ExportProblem, match=r"There is no folder .*nowhere\."):
        export_to(NETWORK, order, tmp_path / "nowhere" / "out.vcf")
    (tmp_path / "folder.vcf").mkdir()
    with pytest.raises(ExportProblem, match=r"is a folder: name a file in it\."):
        export_to(NETWORK, order, tmp_path / "folder.vcf", replacing=True)
    with pytest.raises(ExportProblem, match=r"end the name in \.vcf, \.csv, \.md, \.ics or \.json\."):
        ending_of(tmp_path / "out.txt")
    assert ending_of(tmp_path / "OUT.VCF") == ".vcf"


def test_what_was_written_in_words() -> None:
    assert whom(Order((AMARA,), NOW), ".vcf") == "1 person"
    assert whom(Order((AMARA, INES), NOW, everybody=False), ".ics") == "events and follow-ups of 2 people"


def test_the_text_of_the_hostile_network_is_hostile() -> None:
    assert set(ACTING) <= set(TEXT)
