"""Connections.csv in every shape that it comes in, and files that only look like one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.generator import NOTES, connections
from tui.exchange.linkedin import COLUMNS, connections_in, full_name, read_connections, read_day
from tui.exchange.report import Found, ImportProblem
from tui.exchange.table import decode

CORPUS = Path(__file__).parent / "corpus"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def read(text: str) -> Found:
    return connections_in(text, "Connections.csv")


def test_reads_an_export_of_today_with_notes_quotes_hidden_members_and_no_last_line_break() -> None:
    found = read_connections(CORPUS / "synthetic__linkedin_connections_2023plus.csv")
    ines, zhang = found.people
    assert (ines.line, ines.name, ines.organization, ines.title) == (
        5,
        "Ines Okafor, PhD",
        "Northwind, Inc.",
        'VP, "People"',
    )
    assert ines.profile == "https://www.linkedin.com/in/ines-okafor"
    assert ines.connected == date(2026, 2, 8)
    assert (zhang.line, zhang.name, zhang.email) == (7, "张伟", "zw@example.org")
    assert [(it.where, it.why) for it in found.skipped] == [
        ("line 6", "no name: this member hides it, or has left LinkedIn")
    ]


def test_reads_an_older_export_without_notes_and_url() -> None:
    (tom,) = read_connections(CORPUS / "synthetic__linkedin_connections_2021.csv").people
    assert (tom.line, tom.name, tom.email, tom.profile) == (2, "Tom Reyes", "tom@example.org", "")
    assert tom.connected == date(2019, 11, 14)


def test_reads_german_columns_with_semicolons_in_windows_1252() -> None:
    (joerg,) = read_connections(CORPUS / "synthetic__linkedin_localised_cp1252_semicolon.csv").people
    assert (joerg.name, joerg.organization, joerg.title) == ("Jörg Müller", "Beispiel AG", "Geschäftsführer")
    assert joerg.connected == date(2022, 4, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_line_break_and_delimiter_make_no_difference(
    tmp_path: Path, encoding: str, break_: str, delimiter: str
) -> None:
    text = HEADER + "Şirin,Özdemir,https://www.linkedin.com/in/sirin,,Cobalt Labs,Engineer,08 Feb 2026"
    path = tmp_path / "Connections.csv"
    path.write_bytes(text.replace(",", delimiter).replace("\n", break_).encode(encoding))
    (sirin,) = read_connections(path).people
    assert (sirin.line, sirin.name, sirin.organization) == (2, "Şirin Özdemir", "Cobalt Labs")


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion", "12 mars 2023"),
        ("Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el", "12 mar. 2023"),
        ("Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il", "12 marzo 2023"),
        ("Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "12 mrt. 2023"),
        ("Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em", "12 de mar. de 2023"),
        ("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am", "12.03.2023"),
    ],
)
def test_columns_and_months_in_the_members_language(header: str, day: str) -> None:
    row = f"Ana,Reyes,https://www.linkedin.com/in/ana,ana@example.org,Fjord Foods,Buyer,{day}"
    (ana,) = read(f"{header}\n{row}").people
    assert (ana.given, ana.family, ana.email) == ("Ana", "Reyes", "ana@example.org")
    assert (ana.organization, ana.title, ana.connected) == ("Fjord Foods", "Buyer", date(2023, 3, 12))


def test_no_column_name_means_two_fields() -> None:
    names = [name.casefold() for names in COLUMNS.values() for name in names]
    assert sorted(names) == sorted(set(names))


def test_the_header_is_found_by_what_it_says_however_long_the_notes_and_whatever_their_quotes() -> None:
    notes = "sep=,\n" + 'a note with "one mark that is never closed\n' * 7
    (ana,) = read(f"{notes}{HEADER}Ana,Reyes,,,,,08 Feb 2026\n").people
    assert ana.line == 10


def test_a_column_more_and_another_order_do_no_harm() -> None:
    text = "Connected On,Tags,Last Name,First Name\n08 Feb 2026,friend,Reyes,Ana\n"
    (ana,) = read(text).people
    assert (ana.name, ana.connected) == ("Ana Reyes", date(2026, 2, 8))


def test_lines_are_those_of_the_file_also_behind_a_cell_of_several_lines() -> None:
    text = f'{HEADER}Ana,Reyes,,,Acme,"Buyer,\nfood",08 Feb 2026\n\nBo,Lund,,,,,09 Feb 2026'
    ana, bo = read(text).people
    assert (ana.line, ana.title, bo.line) == (2, "Buyer, food", 5)


def test_a_quotation_mark_that_is_never_closed_costs_one_row() -> None:
    rows = [f"Ana{number},Reyes,,,Acme,Buyer,08 Feb 2026" for number in range(200)]
    rows[3] = 'Bo,Lund,,,"Acme,Buyer,08 Feb 2026'
    found = read(HEADER + "\n".join(rows))
    assert len(found.people) == 199
    assert [it.where for it in found.skipped] == ["line 5"]
    assert "quotation mark" in found.skipped[0].why


def test_two_marks_left_open_do_not_make_one_person_of_two() -> None:
    rows = 'Ana,"Reyes,,,,,08 Feb 2026\nBo,"Lund,,,,,08 Feb 2026\nCy,Wong,,,,,08 Feb 2026\n'
    found = read(HEADER + rows)
    assert [it.name for it in found.people] == ["Cy Wong"]
    assert [it.where for it in found.skipped] == ["line 2", "line 3"]


def test_damaged_rows_are_reported_and_the_rest_is_taken() -> None:
    huge = "x" * 200_000
    text = (
        f"{HEADER}Ana,Reyes,,,Acme, Inc.,Buyer,08 Feb 2026\n"
        f"Bo\n,,,,,,\nCy,{huge},,,,,08 Feb 2026\nDi,Wu,,,,,08 Feb 2026,,,\n\x00Ed\x1b[31m,Ito,,,,,08 Feb 2026\n"
    )
    found = read(decode(text.encode()))
    assert [it.name for it in found.people] == ["Bo", "Di Wu", "Ed[31m Ito"]
    assert [it.where for it in found.skipped] == ["line 2", "line 4", "line 5"]
    assert found.skipped[1].why == "an empty row"


def test_values_that_make_no_sense_are_noted_and_the_person_is_taken() -> None:
    text = f"{HEADER}Ana,Reyes,javascript:alert(1),nobody,Acme,Buyer,32 Foo 2026\n"
    found = read(text)
    (ana,) = found.people
    assert (ana.profile, ana.email, ana.connected, ana.connected_words) == ("", "", None, "32 Foo 2026")
    assert len(found.noted) == 3
    assert all(it.where == "line 2" and "Ana Reyes" in it.why for it in found.noted)


def test_a_member_who_has_left_is_skipped() -> None:
    found = read(f"{HEADER}LinkedIn,Member,,,,,08 Feb 2026\n")
    assert not found.people
    assert len(found.skipped) == 1


@pytest.mark.parametrize(
    "name",
    [
        "synthetic__eventbrite_attendees.csv",
        "synthetic__google_2024.csv",
        "synthetic__linkedin_messages_2026_allquoted.csv",
        "synthetic__luma_guests.csv",
    ],
)
def test_another_programs_table_is_no_such_export(name: str) -> None:
    with pytest.raises(ImportProblem, match=r"is not a Connections\.csv from LinkedIn"):
        read_connections(CORPUS / name)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no file"),
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (bytes(range(256)) * 50, "is not a Connections.csv"),
        (b"\xff\xfe\x00", "is not a Connections.csv"),
        (b"{}", "is not a Connections.csv"),
    ],
)
def test_a_file_of_which_nothing_can_be_taken_gets_a_sentence(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "file.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ImportProblem, match=words):
        read_connections(path)


def test_a_folder_and_an_impossible_path_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="is a folder"):
        read_connections(tmp_path)
    with pytest.raises(ImportProblem, match="can't be read"):
        read_connections(Path("bad\0path"))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 2000), st.integers(0, 60))
def test_no_damage_makes_it_fail(junk: bytes, at: int, cut: int) -> None:
    whole = connections(12, seed=3).encode()
    try:
        found = read(decode(whole[:at] + junk + whole[at + cut :]))
    except ImportProblem:
        return
    assert all(person.name for person in found.people)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08 Feb 2026", date(2026, 2, 8)),
        ("8 February 2026", date(2026, 2, 8)),
        ("Feb 08, 2026", date(2026, 2, 8)),
        ("8 févr. 2026", date(2026, 2, 8)),
        ("3 août 2021", date(2021, 8, 3)),
        ("1 Dez. 2020", date(2020, 12, 1)),
        ("9 ene 2020", date(2020, 1, 9)),
        ("2026-02-08", date(2026, 2, 8)),
        ("2026-02-08T10:00:00Z", date(2026, 2, 8)),
        ("08.02.26", date(2026, 2, 8)),
        ("1/15/20, 3:27 PM", date(2020, 1, 15)),
        ("15/1/2020", date(2020, 1, 15)),
        ("03/04/2021", None),
        ("31 Feb 2026", None),
        ("8 jui 2026", None),
        ("", None),
        ("soon", None),
        ("Feb 2026", None),
        ("99999999999999 Feb 99999999999999999", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert read_day(text) == day


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_days(text: str) -> None:
    read_day(text)


@pytest.mark.parametrize(
    ("given_name", "family", "full"),
    [
        ("Maya", "Lin", "Maya Lin"),
        ("Maya", "", "Maya"),
        ("", "Lin", "Lin"),
        ("伟", "张", "张伟"),
        ("张", "伟", "张伟"),
        ("美咲", "高橋", "高橋美咲"),
        ("Wei", "张", "Wei 张"),
    ],
)
def test_full_names(given_name: str, family: str, full: str) -> None:
    assert full_name(given_name, family) == full


def test_the_generator_makes_the_same_file_for_the_same_seed_and_all_of_it_is_read() -> None:
    text = connections(2000, seed=5)
    assert text == connections(2000, seed=5)
    assert text != connections(2000, seed=6)
    assert text.startswith(NOTES)
    assert not text.endswith("\n")
    found = read(text)
    assert len(found.people) + len(found.skipped) == 2000
    assert 1 < len(found.skipped) < 60
    assert not found.noted
    assert all(person.connected for person in found.people)
