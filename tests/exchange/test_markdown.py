"""The brief: everything to carry, nothing private, nothing that acts, narrow enough for a phone."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from rich.cells import cell_len

from tui.exchange.markdown import WIDTH, brief, escaped
from tui.model.base import Record
from tui.model.network import Network
from tui.model.records import (
    Attendee,
    ChecklistItem,
    Contact,
    Culture,
    Event,
    FollowUp,
    Goal,
    Interaction,
    Profile,
)
from tui.model.text import one_line
from tui.rules.events.briefing import when_here, when_there
from tui.rules.events.goals import said_goal

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 20, 30, tzinfo=BERLIN)
DAY = date(2026, 11, 27)
NAMES = ("Ama Owusu", "José Álvarez", "Maya Lin", "佐藤 美咲", "Noor Haddad", "Tomás Reyes", "Wei Chen")
CONTACTS = tuple(Contact(uid=f"c{number}", name=name) for number, name in enumerate(NAMES))
EVENT = Event(
    uid="meet",
    name="Grid meet-up",
    kind="meet-up",
    start=DAY,
    start_time=time(18, 30),
    end_time=time(21),
    place="Back room",
    url="https://grid.example/evening_2",
    topics=("open data",),
    goals=(Goal(text="real conversations", target=3, plan="If I stand alone, then I say hello."),),
    checklist=(
        ChecklistItem(text="charge the phone", due=DAY),
        ChecklistItem(text="print the map", due=DAY - timedelta(days=7)),
        ChecklistItem(text="book the train", done=True),
    ),
    people=tuple(Attendee(contact=it.uid, why=f"reason {it.uid}") for it in CONTACTS),
)
ME = Profile(uid="me", pitch="I make maps of power grids.")


def page(event: Event = EVENT, *records: Record, now: datetime = NOW) -> str:
    named = {(type(it), it.uid): it for it in (*CONTACTS, ME, *records)}
    return brief(Network(named.values()), event, now)


def changed(**fields: Any) -> Event:
    from msgspec.structs import replace

    return replace(EVENT, **fields)


def tokens(text: str) -> list[str]:
    """Return the kinds of everything that a Markdown reader finds in a text."""
    found = []
    for token in MarkdownIt("commonmark").parse(text):
        found += [token.type, *(child.type for child in token.children or ())]
    return found


def section(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_everything_to_carry_is_on_the_page() -> None:
    promise = FollowUp(uid="deck", kind="promise", contact="c2", text="send the deck", due=DAY)
    text = page(EVENT, promise)
    assert text.startswith("# Grid meet-up\n")
    assert "**When**: Fri 27 Nov, 18:30–21:00" in text
    assert "**Where**: Back room" in text
    assert "<https://grid.example/evening_2>" in text
    assert "3 real conversations" in section(text, "What I want")
    assert "If I stand alone, then I say hello." in section(text, "What I want")
    assert "Maya Lin: send the deck" in section(text, "Promises to keep")
    assert "I make maps of power grids." in section(text, "Who I am")
    left = section(text, "Still to do")
    assert left.index("print the map, was for Fri 20 Nov") < left.index("charge the phone, by Fri 27 Nov")
    assert "book the train" not in left
    assert text.endswith("\n")
    # It is read on another day: no “tomorrow”.
    near = ChecklistItem(text="iron the shirt", due=DAY - timedelta(days=2))
    assert "iron the shirt, by Wed 25 Nov" in page(changed(checklist=(near,)))


def test_five_people_have_a_line_and_an_opener_and_the_rest_are_named() -> None:
    text = section(page(), "People")
    assert len(re.findall(r"^\d\. \*\*", text, re.MULTILINE)) == 5
    assert text.count("Say: “") == 5
    others = text.split("Also there: ")[1]
    assert sum(name in others for name in NAMES) == 2
    assert all(name in text for name in NAMES)


def test_of_a_full_hall_the_page_names_the_first() -> None:
    crowd = tuple(Contact(uid=f"g{number}", name=f"Guest {number:03}") for number in range(300))
    event = replace(EVENT, people=tuple(Attendee(contact=it.uid) for it in crowd))
    others = brief(Network([*crowd, event]), event, NOW).split("Also there: ")[1].split("\n\n")[0]
    assert others.count("Guest") == 30
    assert others.replace("\n", " ").endswith(" and 265 more")


def test_no_two_people_get_the_same_opener() -> None:
    said = re.findall(r"Say: “(.+?)”", page().replace("\n     ", " "), re.DOTALL)
    assert len(said) == len(set(said)) == 5


def test_must_comes_before_would_like_to() -> None:
    people = (Attendee(contact="c0", priority=3), Attendee(contact="c2", priority=1))
    text = section(page(changed(people=people)), "People")
    assert text.index("Maya Lin") < text.index("Ama Owusu")


def test_nobody_who_was_not_there_and_those_still_to_meet_first() -> None:
    people = (
        Attendee(contact="c0", outcome="not met"),
        Attendee(contact="c1", outcome="met"),
        Attendee(contact="c2"),
    )
    text = section(page(changed(people=people)), "People")
    assert "Ama Owusu" not in text
    assert text.index("Maya Lin") < text.index("José Álvarez")


def test_private_notes_are_never_on_it() -> None:
    secret = Contact(uid="c2", name="Maya Lin", private_notes="zzprivate", notes="met on a boat")
    talk = Interaction(uid="t", day=DAY - timedelta(days=50), contacts=("c2",), summary="sails")
    assert "zzprivate" not in page(EVENT, secret, talk)


def test_how_to_address_somebody_stands_beside_them() -> None:
    culture = Culture(pronunciation="mee-SAH-kee", pronouns="she/her", greeting="a small bow")
    event = changed(people=(Attendee(contact="c3"),))
    text = page(event, Contact(uid="c3", name="佐藤 美咲", culture=culture))
    assert "mee-SAH-kee" in text
    assert "a small bow" in text


def test_an_own_question_is_not_also_the_opener() -> None:
    people = (Attendee(contact="c2", questions=("How was Lisbon?",)),)
    text = section(page(changed(people=people)), "People")
    assert text.count("How was Lisbon?") == 1
    assert "Ask: How was Lisbon?" in text


def test_an_event_without_anything_is_still_a_page() -> None:
    text = brief(Network([]), Event(uid="e", name="Tea", start=DAY), NOW)
    assert text.startswith("# Tea\n\n- **When**: Fri 27 Nov\n")
    assert "## People" not in text


def test_lines_fit_a_phone() -> None:
    wide = Contact(uid="c0", name="名" * 200, organization="社" * 300)
    long = changed(
        name="word " * 80,
        place="x" * 500,
        goals=(Goal(text="talk " * 90, plan="then " * 90),),
        people=(Attendee(contact="c0", why="because " * 60),),
    )
    text = page(long, wide)
    body = [row for row in text.splitlines() if not row.startswith("# ") and "http" not in row]
    assert max(cell_len(row.replace("\\", "")) for row in body) <= WIDTH + 4


HOSTILE = (
    "[x](javascript:a) ![i](u) <b>b</b> *e* _u_ `c` # h ~s~ | &amp; http://a.b www.a.b a@b.c \\* \x1b[31m"
)


def test_text_of_the_file_does_nothing() -> None:
    contact = Contact(uid="c2", name=HOSTILE, title=HOSTILE, culture=Culture(greeting=HOSTILE))
    event = changed(
        name=HOSTILE,
        place=HOSTILE,
        url="javascript:alert(1)",
        topics=(HOSTILE, "- item", "1. one"),
        goals=(Goal(text="# heading", plan="> quote"), Goal(text="---"), Goal(text="- [x] done")),
        checklist=(ChecklistItem(text="## two"), ChecklistItem(text=HOSTILE)),
        people=(Attendee(contact="c2", why=HOSTILE, questions=(HOSTILE,)),),
    )
    text = page(event, contact, Profile(uid="me", pitch="1. one\n# two\n===\n    code\n" + HOSTILE))
    assert "\x1b" not in text
    found = tokens(text)
    for kind in (
        "link_open",
        "image",
        "html_inline",
        "html_block",
        "em_open",
        "code_inline",
        "blockquote_open",
    ):
        assert kind not in found
    for kind in ("fence", "code_block", "hr", "hardbreak"):
        assert kind not in found
    assert found.count("heading_open") == text.count("\n## ") + 1


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
@example("1. a")
@example("===")
@example("a\\")
@example("- - -")
@example("&#35; &lt;")
@example("<http://a.b>")
@example("!\\[a](b)")
def test_escaped_text_reads_as_it_was_typed(text: str) -> None:
    plain = one_line("".join(char for char in text if char.isprintable()))
    (*rest,) = MarkdownIt("commonmark").parse(escaped(plain))
    if not plain:
        assert not rest
        return
    assert [token.type for token in rest] == ["paragraph_open", "inline", "paragraph_close"]
    inline = rest[1].children or []
    assert {token.type for token in inline} == {"text"}
    assert "".join(token.content for token in inline) == plain


@settings(max_examples=100, deadline=None)
@given(st.text("-=+*#>_1.) ab~|", min_size=1, max_size=12))
@example("===")
@example("---")
@example("|-|")
def test_a_later_line_of_a_paragraph_changes_nothing_above_it(text: str) -> None:
    plain = one_line(text)
    if not plain:
        return
    _, inline, *rest = MarkdownIt("commonmark").parse(f"first\n{escaped(plain)}")
    assert [token.type for token in rest] == ["paragraph_close"]
    assert [token.type for token in inline.children or ()] == ["text", "softbreak", "text"]


@pytest.mark.parametrize(
    ("fields", "here", "there"),
    [
        ({}, "Fri 27 Nov, 18:30–21:00", ""),
        ({"end_time": None}, "Fri 27 Nov, 18:30", ""),
        ({"start_time": None, "end_time": None}, "Fri 27 Nov", ""),
        (
            {"start_time": None, "end_time": None, "end": DAY + timedelta(days=1)},
            "Fri 27 Nov – Sat 28 Nov",
            "",
        ),
        ({"timezone": "Europe/Paris"}, "Fri 27 Nov, 18:30–21:00", ""),
        (
            {"timezone": "Asia/Tokyo"},
            "Fri 27 Nov, 10:30–13:00",
            "Fri 27 Nov, 18:30–21:00 (Asia/Tokyo)",
        ),
        (
            {"timezone": "America/Los_Angeles"},
            "Sat 28 Nov, 03:30–06:00",
            "Fri 27 Nov, 18:30–21:00 (America/Los_Angeles)",
        ),
        # The clocks change in Los Angeles a week after they do in Berlin.
        (
            {"timezone": "America/Los_Angeles", "start": date(2027, 10, 31), "start_time": time(9)},
            "Sun 31 Oct 2027, 17:00 – Mon 1 Nov 2027, 05:00",
            "Sun 31 Oct 2027, 09:00–21:00 (America/Los_Angeles)",
        ),
    ],
)
def test_when_on_your_clock_and_there(fields: dict[str, Any], here: str, there: str) -> None:
    event = changed(**fields)
    assert (when_here(event, NOW), when_there(event, NOW)) == (here, there)


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(text="real conversations", target=3), "3 real conversations"),
        (Goal(text="real conversations", target=3, done=1), "3 real conversations (1 so far)"),
        (Goal(text="one town that publishes", target=1), "one town that publishes"),
        (Goal(text="a speaker", target=1), "a speaker"),
        (Goal(text="thank the host"), "thank the host"),
        (Goal(text="", target=2), "2 "),
        (Goal(text="people", target=400), "400 people"),
    ],
)
def test_a_goal_as_one_says_it(goal: Goal, words: str) -> None:
    assert said_goal(goal) == words
