"""Quick capture: the whole grammar, and that nothing typed is ever lost."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.rules.capture.line import Capture, Field, Promise, read_capture, split_lines

NOW = dt.datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
EXAMPLE = (
    "Maya Lin @Acme Robotics, design lead #climate #sailing : hiring two ML people, moving to Lisbon "
    "!send the deck by fri ?intro to a hardware founder +knows grid regulators >tue maya@acme.example"
)
TUESDAY = dt.date(2026, 11, 24)
FRIDAY = dt.date(2026, 11, 27)


def read(line: str) -> Capture:
    return read_capture(line, NOW)


def parts(line: str) -> list[tuple[str, str, str]]:
    return [(line[part.start : part.end], part.field, part.shown) for part in read(line).parts]


def test_the_example_field_by_field() -> None:
    found = read(EXAMPLE)
    assert found.name == "Maya Lin"
    assert found.organization == "Acme Robotics"
    assert found.title == "design lead"
    assert found.interests == ("climate", "sailing")
    assert found.talk == "hiring two ML people, moving to Lisbon"
    assert found.promises == (Promise("send the deck", FRIDAY),)
    assert found.their_promises == ()
    assert found.needs == ("intro to a hardware founder",)
    assert found.offers == ("knows grid regulators",)
    assert found.follow_up == dt.date(2026, 11, 24)
    assert found.introduced_by == ""
    assert found.tier == ""
    assert found.depth == 0
    assert found.emails == ("maya@acme.example",)
    assert found.phones == ()
    assert found.profiles == ()
    assert found.notes == ""
    assert found.problems == ()


def test_the_parts_of_the_example_say_what_will_be_saved() -> None:
    assert parts(EXAMPLE) == [
        ("Maya Lin", "name", "Maya Lin"),
        ("@Acme Robotics,", "organization", "Acme Robotics"),
        ("design lead", "title", "design lead"),
        ("#climate", "interest", "climate"),
        ("#sailing", "interest", "sailing"),
        (": hiring two ML people, moving to Lisbon", "talk", "hiring two ML people, moving to Lisbon"),
        ("!send the deck", "promise", "send the deck"),
        ("by fri", "due", "Fri 27 Nov"),
        ("?intro to a hardware founder", "need", "intro to a hardware founder"),
        ("+knows grid regulators", "offer", "knows grid regulators"),
        (">tue", "follow_up", "Tue 24 Nov"),
        ("maya@acme.example", "email", "maya@acme.example"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Bo Nyström", {"name": "Bo Nyström"}),
        ("李小龙 @華為", {"name": "李小龙", "organization": "華為"}),
        ("Bo, @Acme", {"name": "Bo", "organization": "Acme"}),
        ("Bo @Acme,lead of 1,000 people", {"organization": "Acme", "title": "lead of 1,000 people"}),
        ("Bo @Acme, Inc., design lead, EMEA", {"organization": "Acme, Inc.", "title": "design lead, EMEA"}),
        ("Bo @Acme, Inc.", {"organization": "Acme, Inc.", "title": ""}),
        ("Bo @Lumière, S.A., CTO", {"organization": "Lumière, S.A.", "title": "CTO"}),
        ("Bo @Shan, Co., Ltd., CTO", {"organization": "Shan, Co., Ltd.", "title": "CTO"}),
        ("Bo @1,000 Trees, ranger", {"organization": "1,000 Trees", "title": "ranger"}),
        ("Bo @Acme #a", {"organization": "Acme", "title": "", "interests": ("a",)}),
        ("Bo @,designer", {"organization": "", "title": "designer"}),
        ("Bo #tea, #Tea #machine-learning #c++", {"interests": ("tea", "machine-learning", "c++")}),
        ("Bo :likes tea", {"talk": "likes tea"}),
        ("Bo : likes tea : and oolong", {"talk": "likes tea; and oolong"}),
        ("Bo :", {"talk": "", "notes": "", "problems": ()}),
        ("Bo !send it", {"promises": (Promise("send it"),)}),
        ("Bo !send by fri !call by 3d", {"promises": (Promise("send", FRIDAY), Promise("call", TUESDAY))}),
        ("Bo !send it by fri, ?help", {"promises": (Promise("send it", FRIDAY),), "needs": ("help",)}),
        ("Bo !send it by fri 3pm", {"promises": (Promise("send it (by 15:00)", FRIDAY),)}),
        ("Bo !read the book by Ana", {"promises": (Promise("read the book by Ana"),), "problems": ()}),
        (
            "Bo !send x by fri 3pm Mira Sol",
            {
                "promises": (Promise("send x by fri 3pm Mira Sol"),),
                "problems": (
                    "“by fri 3pm” counts only at the end of the promise; the words stay in it.",
                ),
            },
        ),
        ("Bo !read by fri, by Ana by tue", {"promises": (Promise("read by fri, by Ana", TUESDAY),), "problems": ()}),
        (r"Bo !read Gone \by fri again", {"promises": (Promise("read Gone by fri again"),), "problems": ()}),
        (r"Bo !read 'Gone \by fri'", {"promises": (Promise("read 'Gone by fri'"),)}),
        (r"Bo !read Gone \by fri by tue", {"promises": (Promise("read Gone by fri", TUESDAY),)}),
        (r"Bo !read Gone \by fri", {"promises": (Promise("read Gone by fri"),)}),
        ("Bo <intro to Jo by fri", {"their_promises": (Promise("intro to Jo", FRIDAY),)}),
        ("Bo ?a designer ?funding +advice", {"needs": ("a designer", "funding"), "offers": ("advice",)}),
        ("Bo >in 2 weeks", {"follow_up": dt.date(2026, 12, 5)}),
        ("Bo ~Amina Diallo =close", {"introduced_by": "Amina Diallo", "tier": "close"}),
        ("Bo =Inner", {"tier": "inner"}),
        ("Bo *", {"depth": 1}),
        ("Bo ** : tea", {"depth": 2, "talk": "tea"}),
        ("Bo *** ", {"depth": 3}),
        # Lifted out wherever they stand
        ("Bo <bo@a.example> @Acme", {"name": "Bo", "emails": ("bo@a.example",), "organization": "Acme"}),
        ("Bo bo@acme.example Li", {"name": "Bo Li", "emails": ("bo@acme.example",)}),
        ("Bo bo@a.example, mailto:BO@a.example", {"emails": ("bo@a.example",)}),
        ("Bo : write to (bo@acme.example) soon", {"talk": "write to soon", "emails": ("bo@acme.example",)}),
        ("Bo +49 170 1234567 +legal advice", {"phones": ("+49 170 1234567",), "offers": ("legal advice",)}),
        ("Bo : call 0170 1234567 at 9", {"talk": "call at 9", "phones": ("0170 1234567",)}),
        ("Bo 06 12 34 56 78", {"phones": ("06 12 34 56 78",)}),
        ("Bo (415) 555-0134 415-555-0135", {"phones": ("(415) 555-0134", "415-555-0135")}),
        ("Bo de.linkedin.com/in/Bo-Li/?trk=x #a", {"profiles": ("https://www.linkedin.com/in/bo-li",)}),
        ("Bo http://github.com/boli", {"profiles": ("https://github.com/boli",)}),
        ("Bo https://bo.example/about?x=1", {"profiles": ("https://bo.example/about?x=1",)}),
        ("Bo !write linkedin.com/in/bo", {"promises": (Promise("write"),)}),
        ("Bo !send https://a.example/b by fri", {"promises": (Promise("send https://a.example/b", FRIDAY),)}),
        # Text, not markers
        ("Bo : C++ and a@b, 5 * 3 at 3:30", {"talk": "C++ and a@b, 5 * 3 at 3:30", "problems": ()}),
        ("Bo : fun :) <3 :D ?! ... -> #1 of ~20 !", {"talk": "fun :) <3 :D ?! ... -> #1 of ~20 !"}),
        ("Bo : 1234567890 users, 10 000 000 in 2024-2025 on 05.12.2026", {"phones": ()}),
        ("Bo : +10 000", {"offers": ("10 000",), "phones": ()}),
        (r"Bo \#1 \@home \+49 170 1234567", {"name": "Bo #1 @home +49 170 1234567", "phones": ()}),
        (r"Bo : \bo@a.example \\#a C:\temp", {"talk": r"bo@a.example \#a C:\temp", "emails": ()}),
        ("Bo\n: tea\r\nand\tscones", {"name": "Bo", "talk": "tea and scones"}),
        ("\x1b]0;Bo\x07 Li\x00 #cli\x1bmate", {"name": "]0;Bo Li", "interests": ("climate",)}),
        ("\ufeffBo [red]Li[/red]", {"name": "Bo [red]Li[/red]"}),
        ("मीरा 👩‍💻", {"name": "मीरा 👩‍💻"}),
    ],
)  # fmt: skip
def test_what_a_line_says(line: str, said: dict[str, Any]) -> None:
    found = read(line)
    assert {field: getattr(found, field) for field in said} == said


@pytest.mark.parametrize(
    ("line", "notes", "problem"),
    [
        ("Bo >someday", ">someday", "“>someday” is not a date I know; kept in the notes."),
        ("Bo >31 nov", ">31 nov", "“31 nov” names a day or a time that does not exist"),
        ("Bo >5/12/2026", ">5/12/2026", "write it as “5 dec”"),
        ("Bo >tue call her", ">tue call her", "“>tue call her” is more than a date; kept in the notes."),
        ("Bo >tue 9am", "follow up Tue 24 Nov 09:00", "has a day and no time"),
        ("Bo >tue >wed", ">wed", "second date"),
        ("Bo =best", "=best", "none of the tiers (inner, close, active, wide, ambient)"),
        ("Bo =close friend", "friend", "“friend” follows =close without a marker; kept in the notes."),
        ("Bo =close =wide", "=wide", "second tier"),
        ("Bo #climate loves jazz", "loves jazz", "“loves jazz” follows #climate without a marker"),
        ("Bo ** nice", "nice", "“nice” follows ** without a marker"),
        ("Bo ****", "****", "deeper than “***”"),
        ("Bo * **", "**", "second depth"),
        ("Bo @Acme @Beta, CTO", "@Beta, CTO", "“@Beta, CTO” is a second organisation; kept in the notes."),
        ("Bo ~Jo ~Al", "~Al", "second name"),
        ("Bo !send by 31 nov", "", "31 nov"),
        ("@Acme", "", "There is no name yet"),
        ("", "", "There is no name yet"),
        ("  \n ", "", "There is no name yet"),
    ],
)
def test_what_cannot_be_read_is_kept_and_said(line: str, notes: str, problem: str) -> None:
    found = read(line)
    assert found.notes == notes
    assert len(found.problems) == 1
    assert problem in found.problems[0]


def test_a_first_date_counts_even_with_words_behind_it() -> None:
    line = "Bo >tue call her"
    assert read(line).follow_up == dt.date(2026, 11, 24)
    assert parts(line)[1:] == [(">tue", "follow_up", "Tue 24 Nov"), ("call her", "notes", ">tue call her")]


def test_a_part_goes_on_behind_a_detail() -> None:
    assert parts("Bo : write bo@a.example soon") == [
        ("Bo", "name", "Bo"),
        (": write", "talk", "write soon"),
        ("bo@a.example", "email", "bo@a.example"),
        ("soon", "talk", ""),
    ]


def test_saying_it_twice_in_the_same_words_is_no_problem() -> None:
    found = read("Bo @Acme, CTO @Acme, CTO =close =close ** ** >tue >tue ~Jo ~Jo")
    assert (found.notes, found.problems) == ("", ())


def test_places_count_characters_that_were_dropped() -> None:
    line = "\x00\x00Bo\x1b[2J #cli\x00mate"
    assert parts(line) == [("Bo\x1b[2J", "name", "Bo[2J"), ("#cli\x00mate", "interest", "climate")]


WORDS = """
Maya Lin @Acme Robotics, Inc., lead #climate #1 : talk !send by fri tomorrow ?a +b <c >tue >someday
~Jo ~20 =close =x * ** **** *a* \\#x \\by \\\\ \\ \\+49 170 1234567 +49 0170 (415) 555-0134
maya@acme.example ; , . :) <a@b.example> (a@b.example), \\a@b.example linkedin.com/in/maya
www.x.example https://x.example/a?b=c <3 C++ 5 3 a@b 3:30 31 nov 2026-12-05 9am 👩‍💻 @, #, !! ?? >>
'by' by, BY
"""
ODD = ["\n", "\x00", "\u2028", "\x1b[31m", "\ud800", "\ufeff", "\u200b", "   ", ""]
PIECES = st.sampled_from([*WORDS.split(), *ODD])
HIDDEN = {*range(32), *range(127, 160), 0xFEFF, *range(0xD800, 0xE000)}
LINES = st.one_of(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES | st.text(max_size=3), max_size=8).map("".join),
    st.text(st.sampled_from("ab1 @#:!<?+>~=*\\,.;()b y0" + "é\n")),
    st.text(),
)


def visible(line: str) -> list[int]:
    """Return where the characters stand that a person sees: no white space, controls or lone surrogates."""
    return [place for place, char in enumerate(line) if not char.isspace() and ord(char) not in HIDDEN]


def saved(found: Capture) -> str:
    """Return everything that would be saved, in one text."""
    promises = (promise.text for promise in (*found.promises, *found.their_promises))
    lists = (*found.interests, *found.needs, *found.offers, *found.emails, *found.phones, *found.profiles)
    values = (found.name, found.organization, found.title, found.talk, found.introduced_by, found.notes)
    return "\n".join((*values, *promises, *lists))


@given(LINES)
@settings(max_examples=300, deadline=None)
@example(EXAMPLE)
@example("Bo !call 0170 1234567 soon by fri, <x by 31 nov >tue call")
def test_nothing_typed_is_lost(line: str) -> None:
    found = read(line)
    seen = visible(line)
    owner = [[part for part in found.parts if part.start <= place < part.end] for place in seen]
    assert all(len(parts) == 1 for parts in owner)
    everything = saved(found)
    for part in found.parts:
        assert part.field in get_args(Field)
        if part.field in {"due", "follow_up", "tier", "depth"}:
            continue
        if part.field in {"email", "phone", "profile"}:
            assert part.shown in everything
            continue
        stretch = line[part.start : part.end]
        words = "".join(char for char in stretch if char.isspace() or ord(char) not in HIDDEN).split()
        assert words
        for number, word in enumerate(words):
            # A word is found as it is; without its backslash; the first one without its marker; and without
            # the punctuation that divided it from what follows.
            forms = {word, word.removeprefix("\\"), word[1:] if number == 0 else word}
            forms |= {form.rstrip(marks) for form in forms for marks in (",;", ".,;:!?")}
            divides = set(word) <= set("@:,;") and word != "@"
            assert divides or any(form in everything for form in forms if form), (word, everything)


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_values_are_clean(line: str) -> None:
    found = read(line)
    text = saved(found)
    assert len(visible(text)) == len([char for char in text if not char.isspace()])
    assert "\r" not in text
    assert found.name == " ".join(found.name.split())
    assert bool(found.name) or found.problems
    assert 0 <= found.depth <= 3
    assert all(sentence.endswith(".") for sentence in found.problems)
    assert [part.start for part in found.parts] == sorted(part.start for part in found.parts)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.sampled_from("@#:!<?+>~=*\\"))
@settings(max_examples=100)
def test_a_marker_inside_a_word_is_text(word: str, marker: str) -> None:
    talk = f"{word}{marker}{word}"
    assert read(f"Bo : x{talk} y").talk == f"x{talk} y"


@given(st.text(st.characters(categories=["L"]), min_size=1), st.sampled_from("@#:!<?+>~="))
@settings(max_examples=100)
def test_a_backslash_takes_the_meaning_away(word: str, marker: str) -> None:
    found = read(f"Bo : so \\{marker}{word}")
    assert found.talk == f"so {marker}{word}"
    assert found.notes == ""
    assert found.problems == ()


def test_long_pastes_are_read() -> None:
    found = read("Bo : " + "a" * 10_000 + " b" * 3_000 + " !x by 31 nov" * 3)
    assert len(found.talk) == 16_000
    assert all(len(sentence) < 200 for sentence in found.problems)


def test_the_import_is_light() -> None:
    code = "import sys, tui.rules.capture.line; assert not {'parsedatetime', 'pendulum'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_lines_without_a_name_go_on_with_the_one_before() -> None:
    text = "\n Maya Lin @Acme\r\n: hiring\n\n@Beta\nm@acme.example\n\tBo Ek #a\n\\#1 Sol\n"
    assert split_lines(text) == ["Maya Lin @Acme : hiring @Beta m@acme.example", "Bo Ek #a", "\\#1 Sol"]
    assert split_lines("#a\nBo") == ["#a", "Bo"]
    assert split_lines(" \n") == []
