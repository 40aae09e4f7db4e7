"""vCards as they really come: versions, character sets, folds, nesting, cards without an end, hostile lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.exchange.report import Found, ImportProblem, Person
from tui.exchange.vcard import LONGEST_KEPT, MOST_LINES, is_vcards, read_vcards
from tui.exchange.vcard_lines import read_cards
from tui.model.records import Milestone

CORPUS = Path(__file__).parent / "corpus" / "vcf"
FILES = sorted(CORPUS.glob("*.vcf"))


def read(text: str | bytes, *regions: str) -> Found:
    return read_vcards(text.encode() if isinstance(text, str) else text, "cards.vcf", regions)


def card(*lines: str, version: str = "3.0") -> Person:
    text = "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", "FN:Amara Okafor", *lines, "END:VCARD", ""))
    (person,) = read(text, "US").people
    return person


def of(name: str) -> Found:
    return read_vcards((CORPUS / name).read_bytes(), name)


@pytest.mark.parametrize("path", FILES, ids=lambda it: it.stem)
def test_every_card_of_the_corpus_is_taken_or_reported_with_its_line(path: Path) -> None:
    cards = read_cards(path.read_bytes()).cards
    if not cards:
        with pytest.raises(ImportProblem, match=r"holds no vCard"):
            read_vcards(path.read_bytes(), path.name)
        return
    found = read_vcards(path.read_bytes(), path.name)
    assert len(found.people) + len(found.skipped) == len(cards)
    assert [it.number for it in cards] == sorted(
        [it.line for it in found.people] + [int(it.where.removeprefix("line ")) for it in found.skipped]
    )
    assert all(person.name for person in found.people)


def test_of_the_62_cards_of_the_corpus_52_are_people_and_the_rest_have_a_reason() -> None:
    found = [read_vcards(it.read_bytes(), it.name) for it in FILES if read_cards(it.read_bytes()).cards]
    assert sum(len(it.people) for it in found) == 52
    reasons = sorted(skip.why.rpartition(": ")[2] for it in found for skip in it.skipped)
    assert reasons == sorted(
        [
            *["a copy inside their own card (AGENT)"] * 4,
            *["a list of people, not a person"] * 2,
            *["an empty card"] * 2,
            *["no name, no address and no number on the card"] * 2,
        ]
    )


@pytest.mark.parametrize(
    "name",
    ["synthetic__latin1.vcf", "synthetic__utf16le_bom.vcf", "synthetic__cr_only.vcf"],
)
def test_character_set_and_line_break_make_no_difference(name: str) -> None:
    (person,) = of(name).people
    assert (person.name, person.given, person.family) == ("José Müller", "José", "Müller")
    assert person.more["notes"] == "naïve café"
    assert person.more["phones"] == ("+49 170 1234567",)


def test_quoted_printable_over_two_lines_and_a_nickname_of_androids() -> None:
    (person,) = of("synthetic__android21_qp_softbreak.vcf").people
    assert (person.name, person.family) == ("Иван Иванов", "Иванов")
    assert person.more["nickname"] == "Vanya"
    assert person.more["phones"] == ("+7 999 000-00-00", "5424")


def test_quoted_printable_without_a_charset_that_is_no_utf_8_is_windows_1252() -> None:
    (person,) = of("stalwartlabs__010.vcf").people
    assert "Reid’s place :\n364 3rd St. in Jersey City" in person.more["notes"]


def test_apples_groups_labels_dates_and_profiles() -> None:
    (jane,) = of("synthetic__icloud_grouped.vcf").people
    assert jane.organization == "Acme, Inc."
    assert jane.profile == "https://www.linkedin.com/in/janedoe"
    assert set(jane.more["milestones"]) == {
        Milestone(label="anniversary", month=5, day=1, year=2010),
        Milestone(label="birthday", month=4, day=12),
    }
    assert jane.more["place"] == "Springfield, USA"
    assert "item4.X-ABRELATEDNAMES;TYPE=pref:John" in jane.more["vcard"]
    assert "item4.X-ABLABEL:_$!<Spouse>!$_" in jane.more["vcard"]
    assert "item3.X-ABLABEL:_$!<Anniversary>!$_" not in jane.more["vcard"]


def test_cards_without_an_end_and_text_between_cards_cost_nobody() -> None:
    found = of("synthetic__missing_end_then_next.vcf")
    assert [(it.line, it.name) for it in found.people] == [(1, "First"), (4, "Second")]
    assert found.noted[0].why == "First: its END:VCARD is missing; taken as far as it goes"
    between = of("synthetic__garbage_between.vcf")
    assert [it.line for it in between.people] == [2, 11]
    assert [it.where for it in between.noted] == ["line 1", "line 9"]


def test_a_card_inside_a_card_is_somebody_else_unless_it_is_the_same_person() -> None:
    susan = of("stalwartlabs__048.vcf").people[1]
    assert (susan.line, susan.name) == (36, "Susan Thomas")
    assert susan.more["notes"] == "Acts for Mr. John Q. Public, Esq. (from their vCard)."
    text = (
        "BEGIN:VCARD\nVERSION:2.1\nFN:Outer\nAGENT:\nBEGIN:VCARD\nFN:Inner\nEND:VCARD\nTEL:12345\nEND:VCARD\n"
    )
    outer, inner = read(text).people
    assert (outer.name, outer.more["phones"], inner.name) == ("Outer", ("12345",), "Inner")
    assert [it.why for it in of("nuovo__Example.vcf").skipped] == [
        "John Doe: a copy inside their own card (AGENT)"
    ]


def test_a_character_folded_in_its_middle_is_put_together() -> None:
    data = "BEGIN:VCARD\nFN:Zoë Müller\nEND:VCARD".encode()
    at = data.index(b"\xc3\xbc") + 1
    (person,) = read(data[:at] + b"\r\n " + data[at:]).people
    assert person.name == "Zoë Müller"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("BDAY:1985-04-12", Milestone(label="birthday", month=4, day=12, year=1985)),
        ("BDAY:19850412", Milestone(label="birthday", month=4, day=12, year=1985)),
        ("BDAY:--0412", Milestone(label="birthday", month=4, day=12)),
        ("BDAY:--04-12", Milestone(label="birthday", month=4, day=12)),
        ("BDAY:--0229", Milestone(label="birthday", month=2, day=29)),
        (
            "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12",
            Milestone(label="birthday", month=4, day=12),
        ),
        ("BDAY:1985-04-12T23:10:00Z", Milestone(label="birthday", month=4, day=12, year=1985)),
        ("BDAY:12.04.1985", Milestone(label="birthday", month=4, day=12, year=1985)),
        ("ANNIVERSARY:20100501", Milestone(label="anniversary", month=5, day=1, year=2010)),
        ("X-MS-ANNIVERSARY:20100501", Milestone(label="anniversary", month=5, day=1, year=2010)),
    ],
)
def test_days_in_every_form(value: str, expected: Milestone) -> None:
    assert card(value).more["milestones"] == (expected,)


@pytest.mark.parametrize("value", ["circa 1800", "1985", "---12", "19851399", "--0230", "banana"])
def test_a_day_that_is_none_is_kept_and_said(value: str) -> None:
    text = f"BEGIN:VCARD\nFN:Amara\nBDAY:{value}\nEND:VCARD"
    found = read(text)
    assert "milestones" not in found.people[0].more
    assert f"BDAY:{value}" in found.people[0].more["vcard"]
    assert [(it.where, it.why) for it in found.noted] == [
        ("line 3", f"Amara: “{value}” is no day of the year; kept as it is")
    ]


def test_a_comma_without_its_backslash_ends_no_text() -> None:
    assert card("NOTE:sails, reads; cooks").more["notes"] == "sails, reads; cooks"


def test_what_has_no_field_is_kept_and_what_has_one_is_not_kept_twice() -> None:
    person = card(
        "GENDER:F", "ROLE:Skipper", "EMAIL:a@example.org", "NOTE:hello", "TEL;TYPE=CELL:+49 170 1234567"
    )
    assert person.more["vcard"] == ("GENDER:F", "ROLE:Skipper", "TEL;TYPE=CELL:+49 170 1234567")


def test_pictures_are_left_out_and_said_once_for_each_kind() -> None:
    one = "BEGIN:VCARD\nFN:{}\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRg==\nEND:VCARD\n"
    found = read(one.format("Amara") + one.format("Ines") + one.format("Yusuf"))
    assert [(it.where, it.why) for it in found.noted] == [
        ("line 3", "a photo; left out, like 2 more in this file")
    ]
    assert not any("PHOTO" in content for person in found.people for content in person.more.get("vcard", ()))


def test_what_is_kept_has_a_limit() -> None:
    found = read(
        "BEGIN:VCARD\nFN:Amara\n" + "".join(f"X-{at}:{'x' * 3000}\n" for at in range(20)) + "END:VCARD"
    )
    assert sum(map(len, found.people[0].more["vcard"])) <= LONGEST_KEPT
    assert len(found.noted) == 20 - len(found.people[0].more["vcard"])


def test_a_card_without_end_of_lines_is_read_so_far_and_that_is_said() -> None:
    found = read("BEGIN:VCARD\nFN:Amara\n" + "TEL:+49 170 1234567\n" * 5000 + "END:VCARD")
    assert found.people[0].more["phones"] == ("+49 170 1234567",)
    assert [it.why for it in found.noted] == [f"Amara: more than {MOST_LINES:,} lines; the rest left out"]


def test_the_preferred_comes_first_and_a_fax_last() -> None:
    person = card(
        "TEL;TYPE=WORK,FAX:+1 415 555 0101",
        "TEL;TYPE=HOME:(415) 555-0102",
        "TEL;TYPE=CELL,pref:+1 415 555 0103",
        "EMAIL;PREF=2:b@example.org",
        "EMAIL;PREF=1:a@example.org",
        "EMAIL:c@example.org",
    )
    assert person.more["phones"] == ("+1 415-555-0103", "+1 415-555-0102", "+1 415-555-0101")
    assert (person.email, person.more["emails"]) == ("a@example.org", ("b@example.org", "c@example.org"))


def test_a_companys_site_does_not_tell_who_somebody_is() -> None:
    person = card("URL:https://acme.example", "URL:linkedin.com/in/amara-okafor?trk=x")
    assert person.profile == "https://www.linkedin.com/in/amara-okafor"
    assert person.more["profiles"] == ("https://acme.example",)
    assert card("URL:https://acme.example").profile == ""


def test_the_uid_is_a_uuid_the_same_every_time() -> None:
    uid = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    assert card(f"UID:urn:uuid:{uid}").uid == uid
    assert card("UID:1234@phone").uid == card("UID:1234@phone").uid != card("UID:1235@phone").uid
    assert card("UID:1234@phone").more["vcard"] == ("UID:1234@phone",)
    assert card().uid == ""


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("KIND:group\nFN:The crew", "The crew: a list of people, not a person"),
        ("X-ADDRESSBOOKSERVER-KIND:group\nFN:The crew", "The crew: a list of people, not a person"),
        ("X-ABShowAs:COMPANY\nFN:Acme\nORG:Acme", "Acme: an organisation, not a person"),
        ("NOTE:who?", "no name, no address and no number on the card"),
    ],
)
def test_cards_of_nobody_are_reported(lines: str, why: str) -> None:
    found = read(f"hello\nBEGIN:VCARD\n{lines}\nEND:VCARD")
    assert (found.people, [(it.where, it.why) for it in found.skipped]) == ((), [("line 2", why)])


def test_parameters_that_would_take_vobject_for_ever_are_read_at_once() -> None:
    person = card("TEL;X" + "=a" * 400 + ":12345", 'TEL;X="' + "=a" * 400 + ":67890")
    assert person.more["phones"] == ("12345", "67890")


def test_reading_tells_how_far_it_is_and_stops_when_asked() -> None:
    data = b"".join(b"BEGIN:VCARD\r\nFN:Amara %d\r\nEND:VCARD\r\n" % at for at in range(500))
    told: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 200

    assert len(read_vcards(data, "x", progress=go_on).people) == 200
    assert told == [(0, 500), (200, 500)]


def test_a_file_is_known_by_its_content() -> None:
    assert is_vcards(b"\xef\xbb\xbfbegin:vcard\r\n")
    assert is_vcards((CORPUS / "synthetic__utf16le_bom.vcf").read_bytes())
    assert not is_vcards(b"BEGIN:VCALENDAR\r\n")
    assert not is_vcards(b"First Name,Last Name\n")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FILES), st.integers(0, 30_000), st.binary(max_size=40))
def test_no_damage_makes_reading_fail(path: Path, at: int, noise: bytes) -> None:
    data = path.read_bytes()
    at %= len(data) + 1
    try:
        found = read_vcards(data[:at] + noise + data[at + len(noise) // 2 :], path.name)
    except ImportProblem:
        return
    assert all(person.name for person in found.people)
