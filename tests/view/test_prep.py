"""How the preparation of an event reads: rows that fit, and what stands beside them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, Goal
from tui.rules.starters.suggestion import Suggestion
from tui.view.debrief_steps import beside
from tui.view.debriefing import goal_line
from tui.view.lines import line_width, text_of
from tui.view.occasions import event_glance, event_line, when_words
from tui.view.prep_details import detail, said_lines
from tui.view.prep_rows import PrepRow, event_row, header, prep_rows, row_line, strip

NOW = datetime(2026, 11, 24, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
EVENT = Event(
    uid="meet",
    name="Grid meet-up",
    start=TODAY + timedelta(days=3),
    start_time=time(18, 30),
    place="Back room",
    goals=(Goal(text="talks", target=2), Goal(text="talks", target=2, done=1), Goal(text="thank", done=1)),
    checklist=(
        ChecklistItem(text="print", due=TODAY - timedelta(days=1)),
        ChecklistItem(text="charge", due=TODAY + timedelta(days=1)),
        ChecklistItem(text="book", done=True),
    ),
    people=(Attendee(contact="ama", why="maps", priority=1), Attendee(contact="mi", outcome="met")),
)
NETWORK = Network(
    [EVENT, Contact(uid="ama", name="Ama Owusu"), Contact(uid="mi", name="佐藤 美咲", title="lead")]
)


def rows(event: Event = EVENT) -> dict[str, PrepRow]:
    return {row.id: row for row in prep_rows(NETWORK, event, NOW)}


def painted(row: str, wide: int = 40, event: Event = EVENT) -> str:
    return text_of(row_line(rows(event)[row], TODAY, wide)).strip()


def test_rows_say_their_state_in_words_and_signs() -> None:
    assert painted("goal 0") == "○ 2 talks"
    assert painted("goal 1").split() == ["○", "2", "talks", "1", "of", "2"]
    assert painted("goal 2") == "✓ thank"
    assert painted("item 0").split(maxsplit=2) == ["☐", "print", "was Mon 23 Nov"]
    assert painted("item 1").split() == ["☐", "charge", "tomorrow"]
    assert painted("item 2") == "✓ book"
    assert painted("person ama") == "● Ama Owusu  maps"
    assert painted("person mi") == "○ 佐藤 美咲  met  you haven't spoken yet"


def test_people_stand_with_their_organisation() -> None:
    ama = Contact(uid="ama", name="Ama Owusu", organization="Volta Grid", title="planner")
    event = replace(EVENT, people=(Attendee(contact="ama", why="maps of the north"),))
    (row,) = [it for it in prep_rows(Network([event, ama]), event, NOW) if it.person is not None]
    assert text_of(row_line(row, TODAY, 60)).rstrip() == "○ Ama Owusu  Volta Grid  maps of the north"
    assert "Volta Grid" in text_of(row_line(row, TODAY, 36))


def test_a_goal_keeps_its_number_wherever_it_is_said() -> None:
    goal = Goal(text="person I had not met before", target=1)
    event = replace(EVENT, goals=(goal, replace(goal, done=1)))
    for words in (
        [text_of(it) for it in event_glance(NETWORK, event, NOW, 60)],
        [text_of(it) for it in beside(NETWORK, event, "goal 0", NOW, 60)],
        [text_of(goal_line(it, 60)) for it in event.goals],
    ):
        assert any("1 person I had not met before" in it for it in words), words
        assert not any("before (0 of 1)" in it for it in words)
    assert painted("goal 1", 60, event).startswith("✓ 1 person I had not met before")


@pytest.mark.parametrize("wide", [12, 26, 38, 58, 120])
def test_rows_with_something_at_their_end_fit_the_width(wide: int) -> None:
    long = replace(EVENT, goals=(Goal(text="話" * 300, target=9, done=1),))
    for name in ("goal 0", "item 0", "person ama", "person mi"):
        assert line_width(row_line(rows(long)[name], TODAY, wide)) <= max(wide, 16)
    assert all(line_width(it) <= wide for it in header(replace(EVENT, name="x" * 999), NOW, wide))
    assert line_width(event_row(EVENT, NOW, wide)[0]) <= wide


def test_goals_are_suggested_until_there_are_enough() -> None:
    assert not any(name.startswith("idea") for name in rows())
    assert sum(name.startswith("idea") for name in rows(replace(EVENT, goals=EVENT.goals[:2]))) == 3
    over = replace(EVENT, goals=(), start=date(2026, 11, 1))
    assert "no goals" in rows(over)


def test_the_head_counts_what_is_prepared() -> None:
    first, second = (text_of(it) for it in header(EVENT, NOW, 80))
    assert first.startswith("Grid meet-up")
    assert first.endswith("in 3 days")
    assert second.startswith("Fri 27 Nov 18:30, Back room")
    assert second.endswith("1 of 3 prepared")
    assert [words for _, words, _ in strip(EVENT, NOW, "goals")] == [
        "Goals 3",
        "Checklist 1/3",
        "People 2",
        "The room",
    ]
    begun = replace(EVENT, start=TODAY, start_time=time(20))
    assert strip(begun, NOW, "people")[0][1] == "Goals 1/3"
    assert [here for _, _, here in strip(begun, NOW, "people")] == [False, False, True, False]


def test_a_past_event_says_what_is_left_to_do_about_it() -> None:
    past = replace(EVENT, start=TODAY - timedelta(days=1))
    assert text_of(event_row(past, NOW, 60)[0]).endswith("to debrief")
    assert "1 met" in text_of(event_row(past, NOW, 60)[1])
    assert text_of(event_row(replace(past, debriefed=True), NOW, 60)[0]).endswith("  yesterday")
    # What tells most stands before the place, which may be cut.
    told = text_of(event_row(replace(past, place="Casa da Maré"), NOW, 60)[1])
    assert told.index("1 met") < told.index("Casa da Maré")
    assert text_of(event_row(replace(past, cancelled=True), NOW, 60)[0]).endswith("cancelled")


def test_how_far_an_event_is_is_never_cut_and_its_place_only_where_something_of_it_is_left() -> None:
    items = tuple(ChecklistItem(text="pack", done=number < 1) for number in range(3))
    event = replace(EVENT, place="Casa da Maré", checklist=items)
    when = when_words(event, NOW)
    far, short = f"{when}, 1 of 3 prepared", f"{when}, 1/3 prepared"
    for room, told in (
        (80, f"{far}, Casa da Maré"),
        (len(far) + 8, f"{far}, Casa da Maré"),
        (len(far) + 7, far),
        (len(far) - 1, short),
        (len(short) - 1, f"{when}, Casa da Maré"),
    ):
        assert text_of(event_line(event, NOW, room + 2)[1]) == f"  {told}"


@pytest.mark.parametrize("wide", [24, 38, 100])
def test_everything_beside_a_row_fits(wide: int) -> None:
    said = (Suggestion(text="Which map would you print, and why?", because="“maps” " * 30, kind="need"),)
    event = replace(EVENT, goals=())
    for row in prep_rows(NETWORK, event, NOW):
        beside = detail(row, NETWORK, event, NOW, wide, said=said)
        assert beside
        assert all(line_width(it) <= wide + 2 for it in beside if row.person is None)


def test_long_words_are_cut_where_there_are_only_so_many_lines() -> None:
    said = Suggestion(text="Which map?", because="because " * 60, kind="need", state="pinned")
    lines = said_lines(said, 40, 3)
    assert len(lines) == 3
    assert text_of(lines[0]) == "★ “Which map?”"
    assert text_of(lines[-1]).endswith("…")
    assert len(said_lines(said, 40)) > 3
