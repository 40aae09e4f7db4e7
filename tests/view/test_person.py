"""How a person reads at a glance, a contact in a row, and what was searched for in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import Contact, Culture, FollowUp, Interaction, Milestone
from tui.rules.queue.ranking import queue
from tui.view.beside import about_row
from tui.view.contact_rows import contact_line
from tui.view.lines import Line, line, line_width, text_of
from tui.view.marked import marked
from tui.view.person import a_year, glance, head, local_time, step_line, thread_of
from tui.view.person_page import person_page

NOW = dt.datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
MAYA = Contact(
    uid="maya",
    name="Maya Lin",
    organization="Acme",
    title="design lead",
    place="Lisbon",
    tier="close",
    added=dt.date(2026, 6, 1),
    culture=Culture(pronunciation="MY-ah lin", pronouns="she/her"),
)
DECK = FollowUp(
    uid="deck", kind="promise", contact="maya", text="send the deck", due=dt.date(2026, 11, 20), made=TODAY
)


def touch(day: dt.date, **parts: object) -> Interaction:
    return Interaction(uid=str(day), day=day, contacts=("maya",), **parts)  # type: ignore[arg-type]


def text(lines: Iterable[Line]) -> str:
    return "\n".join(text_of(spans) for spans in lines)


def test_name_and_pronunciation_share_a_line_only_where_both_fit() -> None:
    assert text_of(head(MAYA, NOW, 40)[0]) == "Maya Lin  MY-ah lin, she/her"
    assert [text_of(it) for it in head(MAYA, NOW, 20)[:2]] == ["Maya Lin", "MY-ah lin, she/her  "]


def test_the_hour_there_is_said_where_it_differs() -> None:
    assert local_time(replace(MAYA, timezone="Asia/Tokyo"), NOW) == "16:30 (a good hour)"
    assert local_time(replace(MAYA, timezone="America/Los_Angeles"), NOW) == "23:30 (late there)"
    assert local_time(replace(MAYA, timezone="America/New_York"), NOW) == "02:30 (night there)"
    assert local_time(replace(MAYA, timezone="Atlantic/Azores"), NOW) == "06:30 (early there)"
    assert local_time(replace(MAYA, timezone="Europe/Paris"), NOW) == ""
    assert local_time(replace(MAYA, timezone="Nowhere/Land"), NOW) == ""


def test_a_contact_in_a_row_names_the_organisation_before_the_title() -> None:
    for wide in (38, 70, 110):
        row = text_of(contact_line(MAYA, None, None, TODAY, wide))
        assert "Acme" in row, wide
        assert ",…" not in row.replace(" ", ""), wide
    planner = replace(MAYA, title="head of network and grid planning")
    assert planner.title in text_of(contact_line(planner, None, None, TODAY, 120))


def test_the_thread_is_that_of_the_latest_touch_that_left_one() -> None:
    older = touch(dt.date(2026, 10, 1), ask_next="the boat")
    later = touch(dt.date(2026, 11, 1), summary="tea")
    assert thread_of([later, older]) == "the boat"


def test_an_open_step_says_whose_and_since_when() -> None:
    assert text_of(step_line(DECK, NOW)) == "you promised, was for Fri 20 Nov: send the deck"
    coming = replace(DECK, kind="waiting", due=dt.date(2026, 11, 27))
    assert text_of(step_line(coming, NOW)) == "they promised in 3 days: send the deck"


def test_what_the_row_says_already_is_not_said_again_beside_it() -> None:
    network = Network((MAYA, DECK))
    assert "Open between you" in text(glance(network, MAYA, NOW, 60))
    assert "Open between you" not in text(glance(network, MAYA, NOW, 60, without="deck"))
    (row,) = queue(network, NOW).rows
    beside = text(about_row(network, row, NOW, 60))
    assert "You could write" in beside
    assert "Open between you" not in beside


def test_more_than_three_open_steps_are_counted() -> None:
    steps = [replace(DECK, uid=f"step {number}") for number in range(5)]
    assert "and 2 more" in text(glance(Network((MAYA, *steps)), MAYA, NOW, 60))


def test_where_there_is_little_room_a_touch_takes_two_lines() -> None:
    words = "a long story about a gripper that did not hold, then did, then never did again"
    network = Network((MAYA, touch(dt.date(2026, 11, 1), summary=words)))
    narrow = [text_of(it) for it in glance(network, MAYA, NOW, 34)]
    start = narrow.index("Last touches")
    assert narrow[start + 2].rstrip().endswith("…")
    assert narrow[start + 3] == ""
    assert "never did again" in text(glance(network, MAYA, NOW, 60)).replace("\n  ", " ")


def test_a_touch_that_breaks_keeps_the_gap_behind_how_it_was() -> None:
    said = touch(dt.date(2026, 11, 10), channel="call", summary="the new gripper, and moving house")
    lines = [text_of(it) for it in glance(Network((MAYA, said)), MAYA, NOW, 36)]
    at = lines.index("Last touches")
    assert lines[at + 1 : at + 3] == ["2 weeks ago, call  the new gripper,", "  and moving house"]


def test_the_day_of_a_promise_is_never_cut_off() -> None:
    lines = [text_of(it) for it in glance(Network((MAYA, DECK)), MAYA, NOW, 26)]
    at = lines.index("Open between you")
    assert lines[at + 1 : at + 4] == ["you promised, was for Fri", "20 Nov:", "send the deck"]


def test_private_notes_are_hidden_until_asked_for_and_stand_apart() -> None:
    maya = replace(MAYA, private_notes="hush", notes="n")
    assert "hush" not in text(person_page(Network((maya,)), maya, NOW, 60))
    page = text(person_page(Network((maya,)), maya, NOW, 60, private=True))
    assert page.index("Private notes") < page.index("hush")


def test_the_page_says_what_comes_next_and_why_what_went_to_and_fro_and_when_days_come() -> None:
    maya = replace(
        MAYA,
        tier="close",
        milestones=(Milestone(label="birthday", month=12, day=24, year=1990),),
        introduced_by="ada",
    )
    ada = Contact(uid="ada", name="Ada Obi")
    ben = Contact(uid="ben", name="Ben Ito", introduced_by=maya.uid, met_day=dt.date(2026, 5, 1))
    touch = Interaction(
        uid="t", day=NOW.date(), contacts=(maya.uid,), gave="a map", received="a pen", channel="call"
    )
    words = text(person_page(Network((maya, ada, ben, touch)), maya, NOW, 60))
    for part in (
        "Next",
        "A check-in",
        "Close is about every 60 days",
        "< through",
        "Ada Obi",
        "> led to",
        "Ben Ito",
    ):
        assert part in words, part
    for part in ("a map", "a pen", "an introduction to Ben Ito", "birthday", "36 years"):
        assert part in words, part


@given(
    name=st.text(max_size=60),
    work=st.text(max_size=60),
    place=st.text(max_size=30),
    wide=st.integers(20, 160),
    word=st.text(max_size=3),
)
@settings(max_examples=150, deadline=None)
def test_a_row_takes_exactly_its_cells(name: str, work: str, place: str, wide: int, word: str) -> None:
    contact = replace(MAYA, name=name, title=work, place=place)
    spans = contact_line(contact, TODAY, TODAY - dt.timedelta(days=9), TODAY, wide, words=(word,))
    assert line_width(spans) <= wide


def test_a_row_says_when_it_is_due_at_every_width() -> None:
    late = TODAY - dt.timedelta(days=9)
    for wide in (36, 70, 150):
        assert "due" in text_of(contact_line(MAYA, None, late, TODAY, wide))
        assert "due" not in text_of(contact_line(MAYA, None, TODAY + dt.timedelta(days=9), TODAY, wide))


def test_words_are_marked_accents_and_case_aside() -> None:
    spans = marked(line(("José Ærø", "strong"), ("  jos", "dim")), ("jose", "jos", "rø"))
    assert spans == (("José", "match"), (" Ærø", "strong"), ("  ", "dim"), ("jos", "match"))
    assert marked(line("ab"), ()) == line("ab")


@given(words=st.text(max_size=40), wanted=st.lists(st.text(max_size=4), max_size=3))
@settings(max_examples=150, deadline=None)
def test_marking_loses_no_letter(words: str, wanted: list[str]) -> None:
    assert text_of(marked(line((words, "strong")), wanted)) == words


def test_the_rhythm_of_a_year_is_drawn_with_its_number() -> None:
    today = dt.date(2026, 11, 24)
    touches = [
        Interaction(uid=str(number), contacts=("maya",), day=day)
        for number, day in enumerate(
            (today, today, dt.date(2026, 10, 1), dt.date(2025, 12, 31), dt.date(2025, 11, 30))
        )
    ]
    tried = Interaction(uid="tried", contacts=("maya",), day=today, attempt=True)
    (drawn,) = a_year([*touches, tried], today, 60)
    assert text_of(drawn).split() == ["▂·········▂▃", "4", "touches", "in", "a", "year"]
    assert a_year([touches[-1], tried], today, 60) == []
    assert all(line_width(it) <= 34 for it in a_year([*touches, tried], today, 34))
