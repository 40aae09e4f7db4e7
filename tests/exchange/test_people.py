"""Tables of people: Google, Outlook, lists of who comes, and any table, by what their columns mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tui.exchange.attendees import KNOWN
from tui.exchange.columns import FIELDS, choose_columns, columns_of, fields_of, header_key
from tui.exchange.formats import Source, known_kind, recognise
from tui.exchange.people import people_in
from tui.exchange.report import Found, ImportProblem, Person
from tui.model.records import Milestone

CORPUS = Path(__file__).parent / "corpus"

GOOGLE_BEFORE = (
    "Name,Given Name,Additional Name,Family Name,Name Prefix,Nickname,Birthday,Notes,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Organization 1 - Name,Organization 1 - Title,Website 1 - Value,Event 1 - Type,Event 1 - Value\n"
)
OUTLOOK_ENGLISH = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Home City,"
    "Home Country/Region,Business Phone,Mobile Phone,Birthday,Categories,E-mail Address,E-mail 2 Address,"
    "Notes,Web Page\n"
)


def source(text: str, encoding: str = "utf-8") -> Source:
    return recognise(text.encode(encoding), "people.csv")


def read(text: str, encoding: str = "utf-8") -> Found:
    sheet = source(text, encoding).sheet
    assert sheet is not None
    return people_in(sheet)


def only(found: Found) -> Person:
    (person,) = found.people
    return person


def test_google_of_today() -> None:
    sheet = recognise((CORPUS / "synthetic__google_2024.csv").read_bytes(), "contacts.csv").sheet
    assert sheet is not None
    assert sheet.format.key == "google"
    assert not sheet.guessed
    grace = only(people_in(sheet))
    assert (grace.line, grace.name, grace.given, grace.family) == (
        2,
        "Grace Brewster Hopper",
        "Grace",
        "Hopper",
    )
    assert (grace.email, grace.organization, grace.title) == ("grace@navy.example", "US Navy", "Rear Admiral")
    assert grace.more["emails"] == ("g2@navy.example",)
    assert grace.more["nickname"] == "Amazing Grace"
    assert grace.more["groups"] == ("Navy",)
    assert grace.more["place"] == "Arlington, USA"
    assert grace.more["notes"] == "multi\nline note\nMet at: conf"
    assert grace.profile == "https://example.com/grace"
    assert grace.more["milestones"] == (
        Milestone(label="birthday", month=12, day=9, year=1906),
        Milestone(label="anniversary", month=5, day=1),
    )


def test_google_before_2024_with_the_starred_address_first() -> None:
    found = read(
        GOOGLE_BEFORE + "Dr. Åsa Dahl,Åsa,,Dahl,Dr.,Ås,--02-29,,* myContacts ::: Sailing ::: * starred,Home,"
        "asa@home.example,* Work,asa@fjord.example ::: a.dahl@fjord.example,Mobile,+46 70 123 45 67,Fjord Foods,"
        "Buyer,http\\://fjord.example,Anniversary,2010-06-01\n"
    )
    asa = only(found)
    assert (asa.name, asa.email) == ("Dr. Åsa Dahl", "asa@fjord.example")
    assert asa.more["emails"] == ("a.dahl@fjord.example", "asa@home.example")
    assert asa.more["groups"] == ("Sailing",)
    assert asa.more["phones"] == ("+46 70 123 45 67",)
    assert asa.more["milestones"][0] == Milestone(label="birthday", month=2, day=29)
    assert [it.why for it in found.noted] == [
        "Dr. Åsa Dahl: “http\\://fjord.example” is no address of a web page; left out"
    ]


def test_outlook_in_english_where_the_order_of_days_is_told_by_other_rows() -> None:
    found = read(
        OUTLOOK_ENGLISH
        + "Dr.,Ngozi,Ada,Eze,PhD,Harbour Labs,Grid,Head,Lagos,Nigeria,,+234 803 123 4567,3/4/1980,"
        + "Rowing;Climate,ngozi@harbour.example,n@x.example,Met in Lagos,harbour.example\n"
        + ",Bo,,Li,,,,,,,,,12/31/1990,,bo@x.example,,,\n"
        + ",Ana,,Reyes,,,,,,,,,0/0/00,,ana@x.example,,,\n"
    )
    ngozi, bo, ana = found.people
    assert (ngozi.name, ngozi.title, ngozi.organization) == ("Dr. Ngozi Ada Eze PhD", "Head", "Harbour Labs")
    assert ngozi.more["milestones"] == (Milestone(label="birthday", month=3, day=4, year=1980),)
    assert ngozi.more["groups"] == ("Rowing", "Climate")
    assert ngozi.more["notes"] == "Met in Lagos\nDepartment: Grid"
    assert ngozi.more["place"] == "Lagos, Nigeria"
    assert bo.more["milestones"][0].day == 31
    assert "milestones" not in ana.more
    assert not found.noted


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Position;Ort geschäftlich;Telefon geschäftlich;"
            "Mobiltelefon;E-Mail-Adresse;E-Mail 2: Adresse;Geburtstag;Notizen",
            "Frau;Käthe;;Böhm;;Beispiel AG;Leiterin;Ulm;+49 731 123456;;kb@x.example;k2@x.example;05.03.1980;Notiz",
        ),
        (
            "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Titre,Ville (bureau),Téléphone (bureau),"
            "Tél. mobile,Adresse de messagerie,Adresse de messagerie 2,Anniversaire,Notes",
            "Mme,Käthe,,Böhm,,Beispiel AG,Leiterin,Ulm,+49 731 123456,,kb@x.example,k2@x.example,1980-03-05,Notiz",
        ),
    ],
)
def test_outlook_in_other_languages_in_windows_1252(header: str, row: str) -> None:
    found = read(f"{header}\n{row}\n", "cp1252")
    kaethe = only(found)
    assert (kaethe.given, kaethe.family) == ("Käthe", "Böhm")
    assert (kaethe.organization, kaethe.title, kaethe.email) == ("Beispiel AG", "Leiterin", "kb@x.example")
    assert kaethe.more["emails"] == ("k2@x.example",)
    assert kaethe.more["place"] == "Ulm"
    assert kaethe.more["phones"] == ("+49 731 123456",)
    assert kaethe.more["milestones"] == (Milestone(label="birthday", month=3, day=5, year=1980),)
    assert kaethe.more["notes"] == "Notiz"


def test_luma_keeps_answers_and_leaves_out_who_does_not_come() -> None:
    text = (CORPUS / "synthetic__luma_guests.csv").read_text(encoding="utf-8")
    header, row = text.splitlines()[:2]
    asked = f"{header},What do you hope for?"
    rows = [
        f"{row},Meeting hardware founders",
        row.replace("approved", "declined") + ",",
        row.replace("approved", "waitlist"),
    ]
    found = read("\n".join((asked, *rows)))
    person = only(found)
    assert (person.name, person.profile) == ("Full Name", "https://www.linkedin.com/in/full-name")
    assert person.more["notes"] == "What do you hope for? Meeting hardware founders"
    assert [it.why for it in found.skipped] == [
        "Full Name: not coming (“declined”)",
        "Full Name: on the waiting list (“waitlist”)",
    ]


def test_eventbrite_without_names_that_nobody_gave() -> None:
    found = read((CORPUS / "synthetic__eventbrite_attendees.csv").read_text(encoding="utf-8"))
    ana = only(found)
    assert (ana.name, ana.organization, ana.title) == ("Ana Reyes", "Acme", "CTO")
    assert [(it.where, it.why) for it in found.skipped] == [("line 3", "no name")]
    assert not found.noted


def test_meetup_with_tabs_and_its_notes_above() -> None:
    found = read(
        "Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile\n"
        "Vikram M.\tuser 1\tOrganizer\tNo\tYes\t0\tOctober 9, 2026\tMay 1, 2020\thttps://www.meetup.com/members/1/\n"
        "Aoife\tuser 2\t\tNo\tNo\t0\tOctober 9, 2026\tMay 1, 2020\thttps://www.meetup.com/members/2/\n"
    )
    vikram = only(found)
    assert (vikram.name, vikram.title) == ("Vikram M.", "")
    assert vikram.profile == "https://www.meetup.com/members/1"
    assert found.skipped[0].why == "Aoife: not coming (“No”)"


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Name,Email,Company", ("name", "email", "organization")),
        ("Who,Works at,E-mail,Shoes", ("name", "organization", "email", "")),
        ("First name;Surname;Job title;City", ("given", "family", "title", "place")),
        ("Name,Vorname,Firma", ("family", "given", "organization")),
        ("Full Name|LinkedIn|What are you looking for?", ("name", "profile", "answer")),
        ("Name,Which company do you work for?,Your email", ("name", "organization", "email")),
        ("Name\tName\tEmail\tEmail", ("name", "", "email", "email")),
        ("氏名,会社,メール", ("name", "organization", "email")),
    ],
)
def test_columns_of_any_table_are_guessed(header: str, fields: tuple[str, ...]) -> None:
    delimiter = next(it for it in ",;|\t" if it in header)
    found = source(f"{header}\n{delimiter.join('abcdef'[: len(fields)])}\n")
    assert found.sheet is not None
    assert found.guessed
    assert found.sheet.fields == fields


def test_columns_without_a_name_are_told_by_what_is_in_them() -> None:
    text = "Amina Diallo;amina@sol.example;linkedin.com/in/amina\nBo Li;bo@x.example;linkedin.com/in/bo\n"
    sheet = source(text).sheet
    assert sheet is not None
    assert sheet.fields == ("", "email", "profile")
    assert not sheet.sure
    assert not sheet.named
    named = choose_columns(sheet, [("1", "full name")])
    assert [it.name for it in people_in(named).people] == ["Amina Diallo", "Bo Li"]


def test_a_list_of_names_alone() -> None:
    assert [it.name for it in read("Name\nAmina Diallo\n\nBo Li\n").people] == ["Amina Diallo", "Bo Li"]


def test_columns_are_chosen_by_name_or_number_and_shown_with_an_example() -> None:
    sheet = source("Name,Firm of today,Where\n,,\nBo Li,Acme,Ulm\n").sheet
    assert sheet is not None
    assert [(it.header, it.example, it.field) for it in columns_of(sheet)] == [
        ("Name", "Bo Li", "name"),
        ("Firm of today", "Acme", ""),
        ("Where", "Ulm", ""),
    ]
    chosen = choose_columns(
        sheet, [("firm of TODAY", "Company"), ("3", "place"), ("Name", "skip"), ("Name", "name")]
    )
    assert chosen.fields == ("name", "organization", "place")
    for wrong, said in (
        ([("Nose", "name")], "no column “Nose”"),
        ([("Name", "shoe size")], "no field “shoe size”"),
    ):
        with pytest.raises(ValueError, match=said):
            choose_columns(sheet, wrong)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_delimiter_breaks_and_notes_above_make_no_difference(encoding: str, delimiter: str) -> None:
    rows = [
        ["Made on Monday"],
        [],
        ["Name", "Email", "Company", "Notes"],
        ["Jörg Müller", "joerg@x.example", "Beispiel", '"two\r\nlines"'],
        [],
        ["Käthe Böhm", "", "", ""],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    found = read(text, encoding)
    assert [(it.name, it.line) for it in found.people] == [("Jörg Müller", 4), ("Käthe Böhm", 7)]
    assert found.people[0].more["notes"] == "two\nlines"


def test_a_cell_of_10_000_characters_and_controls_are_only_text() -> None:
    long = "x" * 10_000
    found = read(f'Name,Company,Notes\nBo\x1b[31m Li,"[red]{long}",{long}\n')
    bo = only(found)
    assert bo.name == "Bo[31m Li"
    assert bo.organization == f"[red]{long}"
    assert bo.more["notes"] == long


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\n" + b"\x00\x01\x02\x03" * 40,
        b"Dear Bo,\n\nit was good to see you, and the others.\nUntil soon, Ana\n",
        b"just one line",
        b"\xff\xfe",
        b"x,\n",
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes) -> None:
    assert known_kind(data, "it") is None
    with pytest.raises(ImportProblem, match="it is of no kind that Kith knows"):
        recognise(data, "it")


@pytest.mark.parametrize("format", KNOWN, ids=lambda it: it.key)
def test_every_format_names_fields_that_exist_and_each_header_once(format: object) -> None:
    from tui.exchange.columns import Format

    assert isinstance(format, Format)
    seen: dict[str, str] = {}
    for field, headers in format.columns.items():
        assert field in FIELDS or "." in field or field == "uid"
        for header in headers:
            key = header_key(header)
            assert seen.setdefault(key, field) == field, header
    assert {header_key(it) for it in format.marks} == set(format.marks)
    firsts = [headers[0] for headers in format.columns.values()]
    assert fields_of(format, firsts) == tuple(format.columns)


def test_days_are_kept_as_days() -> None:
    found = read("Name,Met on,Birthday\nBo Li,2026-03-01,1990\nAna,13/02/2026,03/04/1980\n")
    bo, ana = found.people
    assert bo.more["met_day"] == date(2026, 3, 1)
    assert ana.more["milestones"] == (Milestone(label="birthday", month=4, day=3, year=1980),)
    assert "can't be read as a day" in found.noted[0].why
