"""The coming two weeks: what stands on which day, and how that is drawn."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tui.model.network import Network
from tui.model.records import Contact, Event, FollowUp, Milestone
from tui.rules.queue.fortnight import DAYS, Day, fortnight
from tui.view.lines import line_width, text_of
from tui.view.strip import strip

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()


def promise(uid: str, due: date, kind: str = "promise", status: str = "open") -> FollowUp:
    return FollowUp(uid=uid, contact="maya", kind=kind, text="send it", due=due, status=status)  # type: ignore[arg-type]


def test_each_day_holds_its_events_promises_and_milestones() -> None:
    maya = Contact(uid="maya", name="Maya Lin", milestones=(Milestone(label="birthday", month=11, day=30),))
    quiet = Contact(
        uid="tunde",
        name="Tunde Bello",
        muted_milestones=True,
        milestones=(Milestone(label="birthday", month=11, day=30),),
    )
    events = (
        Event(uid="fair", name="Fair", start=TODAY + timedelta(1), end=TODAY + timedelta(2)),
        Event(uid="off", name="Off", start=TODAY + timedelta(1), cancelled=True),
        Event(uid="far", name="Far", start=TODAY + timedelta(DAYS)),
    )
    steps = (
        promise("a", TODAY),
        promise("b", TODAY),
        promise("late", TODAY - timedelta(3)),
        promise("kept", TODAY, status="done"),
        promise("theirs", TODAY, kind="waiting"),
    )
    days = fortnight(Network([maya, quiet, *events, *steps]), NOW)
    assert [it.day for it in days] == [TODAY + timedelta(step) for step in range(DAYS)]
    assert days[0] == Day(TODAY, promises=2)
    assert [it.events for it in days[:4]] == [0, 1, 1, 0]
    assert days[6].milestones == 1
    assert sum(it.events + it.promises + it.milestones for it in days) == 5


FULL = (
    Day(TODAY, events=1, promises=2, milestones=1),
    *(Day(TODAY + timedelta(step)) for step in range(1, DAYS)),
)


def test_it_is_drawn_on_two_lines_with_numbers_from_two_on() -> None:
    for wide in (98, 118, 198):
        above, below = strip(FULL, wide, 36)
        assert text_of(above).startswith(" today")
        assert "Wed 25" in text_of(above)
        assert text_of(below).startswith(" ◇●2◆ ")
        assert max(line_width(above), line_width(below)) <= wide
        assert ("● promise" in text_of(above)) == (wide == 198)


def test_on_a_narrow_terminal_the_days_are_numbers_and_on_a_low_one_they_share_a_line_with_their_marks() -> (
    None
):
    above, below = strip(FULL, 58, 50)
    assert text_of(above).startswith(" 24  25  26 ")
    # No room for numbers beside all three.
    assert text_of(below).startswith(" ◇●◆ ·   ·  ")
    (only,) = strip((FULL[0], Day(TODAY + timedelta(1), promises=2), *FULL[2:]), 78, 24)
    assert text_of(only).startswith("24◇●◆25●2 26   ")
    assert max(line_width(above), line_width(below)) <= 58
    assert line_width(only) <= 78


def test_where_there_is_no_room_or_nothing_to_come_there_is_no_strip() -> None:
    assert strip(FULL, 58, 24) == strip(FULL, 55, 50) == strip(FULL, 118, 23) == []
    assert strip(FULL[1:], 118, 36) == strip((), 118, 36) == []
