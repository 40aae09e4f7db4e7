"""Calendars written: read back by two libraries and by Kith itself, and the same again and again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Timezone
from msgspec.structs import replace

from tui.actions.calendar import take_calendar
from tui.exchange.ical import read_calendar
from tui.exchange.ical_write import write_calendar
from tui.model.base import Record
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, FollowUp, Goal, Profile

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 0, 7, tzinfo=BERLIN)
MAYA = Contact(
    uid="maya", name="Maya Lin", emails=("maya@example.org",), private_notes="a secret", needs=("a map",)
)
EVENT = Event(
    uid="0b0e1a4e-0000-4000-8000-000000000001",
    name="Grid meet-up; bring: a pen, paper",
    start=date(2026, 12, 1),
    start_time=time(18, 30),
    end_time=time(21),
    timezone="America/New_York",
    place="Pier 9, Room 4",
    url="https://grid.example/evening",
    topics=("open data", "grids, and more"),
    notes="Tram 4 to the pier.",
    goals=(Goal(text="real conversations", target=3),),
    checklist=(ChecklistItem(text="charge the phone"),),
    people=(Attendee(contact="maya", why="the grid"),),
    added=date(2026, 11, 12),
)
PROMISE = FollowUp(
    uid="0b0e1a4e-0000-4000-8000-000000000002",
    kind="promise",
    contact="maya",
    text="send the deck",
    made=date(2026, 11, 20),
    due=date(2026, 11, 27),
    event=EVENT.uid,
)


def network(*records: Record) -> Network:
    return Network((MAYA, *records))


def written(*records: Record, now: datetime = NOW, as_events: bool = False) -> str:
    return write_calendar(network(*records), now, as_events=as_events)


def component(text: str, name: str) -> dict:  # type: ignore[type-arg]  # a component of the library
    (found,) = Calendar.from_ical(text).walk(name)
    return found


def test_an_event_is_read_back_by_the_library_as_it_is() -> None:
    it = component(written(EVENT), "VEVENT")
    new_york = ZoneInfo("America/New_York")
    assert it["UID"] == EVENT.uid
    assert it["SUMMARY"] == EVENT.name
    assert it["DTSTART"].dt == datetime(2026, 12, 1, 18, 30, tzinfo=new_york)
    assert it["DTEND"].dt == datetime(2026, 12, 1, 21, 0, tzinfo=new_york)
    assert it["LOCATION"] == "Pier 9, Room 4"
    assert [str(cat) for cat in it["CATEGORIES"].cats] == ["open data", "grids, and more"]
    assert it["STATUS"] == "CONFIRMED"
    assert it["SEQUENCE"] == 10
    assert "ATTENDEE" not in it
    said = str(it["DESCRIPTION"])
    assert said.startswith("Tram 4 to the pier.\n\n~ the brief, from Kith ~\n\nGRID MEET-UP")
    for words in ("3 real conversations", "Maya Lin", "the grid", "[ ] charge the phone"):
        assert words in said
    assert "secret" not in said


def test_another_library_reads_it_too() -> None:
    page = vobject.readOne(written(EVENT, PROMISE))
    begin = page.vevent.dtstart.value
    assert begin.astimezone(UTC) == datetime(2026, 12, 1, 23, 30, tzinfo=UTC)
    assert page.vtodo.summary.value == "Maya Lin: send the deck"
    assert page.vevent.location.value == "Pier 9, Room 4"


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca"]
)
@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 7, 1), date(2026, 10, 24), date(2026, 12, 31)])
def test_the_time_zone_is_described_as_its_clocks_go(zone: str, day: date) -> None:
    text = written(replace(EVENT, timezone=zone, start=day, end=day + timedelta(days=3)))
    (described,) = [it for it in Calendar.from_ical(text).walk("VTIMEZONE") if it["TZID"] == zone]
    assert isinstance(described, Timezone)
    told = described.to_tz(lookup_tzid=False)
    for hours in range(-2 * 24, 9 * 24):
        wall = datetime.combine(day, time(12)) + timedelta(hours=hours)
        real = wall.replace(tzinfo=ZoneInfo(zone))
        there_is_one_such_hour = real.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall
        if there_is_one_such_hour and real.utcoffset() == real.replace(fold=1).utcoffset():
            assert told.utcoffset(wall) == real.utcoffset(), wall


def test_an_event_of_whole_days_ends_on_the_day_after() -> None:
    days = replace(EVENT, start_time=None, end_time=None, end=date(2026, 12, 3))
    it = component(written(days), "VEVENT")
    assert (it["DTSTART"].dt, it["DTEND"].dt) == (date(2026, 12, 1), date(2026, 12, 4))
    assert it["DTSTART"].params["VALUE"] == "DATE"


def test_your_own_zone_is_named() -> None:
    text = written(replace(EVENT, timezone=""))
    assert "DTSTART;TZID=Europe/Berlin:20261201T183000" in text
    assert "TZID:Europe/Berlin" in text


def test_one_called_off_and_one_past_carry_no_brief() -> None:
    assert component(written(replace(EVENT, cancelled=True)), "VEVENT")["STATUS"] == "CANCELLED"
    past = replace(EVENT, start=date(2026, 11, 1))
    assert component(written(past), "VEVENT")["DESCRIPTION"] == "Tram 4 to the pier."


def test_what_came_from_a_calendar_goes_back_under_its_name_and_its_organiser_counts_versions() -> None:
    it = component(written(replace(EVENT, ical_uid="weekly@x#20261201T230000Z")), "VEVENT")
    assert it["UID"] == "weekly@x"
    assert it["RECURRENCE-ID"].dt == datetime(2026, 12, 1, 23, tzinfo=UTC)
    assert "SEQUENCE" not in it


def test_a_follow_up_is_something_to_do_with_a_reminder_in_the_morning() -> None:
    it = component(written(EVENT, PROMISE), "VTODO")
    assert (it["UID"], it["SUMMARY"], it["DUE"].dt, it["STATUS"]) == (
        PROMISE.uid,
        "Maya Lin: send the deck",
        date(2026, 11, 27),
        "NEEDS-ACTION",
    )
    (alarm,) = it.walk("VALARM")  # type: ignore[attr-defined]
    assert alarm["TRIGGER"].dt == timedelta(hours=9)
    assert alarm["TRIGGER"].params["RELATED"] == "END"


def test_as_an_event_it_is_there_for_the_day() -> None:
    it = component(written(PROMISE, as_events=True), "VEVENT")
    assert (it["DTSTART"].dt, it["DTEND"].dt) == (date(2026, 11, 27), date(2026, 11, 28))
    assert it["TRANSP"] == "TRANSPARENT"
    assert not Calendar.from_ical(written(replace(PROMISE, due=None), as_events=True)).walk("VEVENT")


def test_a_calendar_learns_what_is_done_and_forgets_what_was_long_ago() -> None:
    done = replace(PROMISE, status="done", closed=date(2026, 11, 21))
    it = component(written(done), "VTODO")
    assert (it["STATUS"], it["COMPLETED"].dt) == ("COMPLETED", datetime(2026, 11, 21, 11, tzinfo=UTC))
    assert not it.walk("VALARM")  # type: ignore[attr-defined]
    assert component(written(replace(done, status="dropped")), "VTODO")["STATUS"] == "CANCELLED"
    assert not Calendar.from_ical(written(replace(done, closed=date(2026, 1, 1)))).walk("VTODO")


def test_written_again_it_is_the_same_entry_in_a_later_version() -> None:
    first, again = (component(written(EVENT, now=now), "VEVENT") for now in (NOW, NOW + timedelta(days=1)))
    assert first["UID"] == again["UID"]
    assert first["SEQUENCE"] < again["SEQUENCE"]
    assert first["LAST-MODIFIED"].dt < again["LAST-MODIFIED"].dt
    assert written(EVENT, PROMISE) == written(EVENT, PROMISE)


def test_taken_back_in_it_changes_nothing_and_adds_nothing() -> None:
    mine = network(EVENT, replace(EVENT, uid="days", name="Days", start_time=None, end_time=None), PROMISE)
    first = take_calendar(mine, read_calendar(write_calendar(mine, NOW).encode(), "x.ics", NOW), NOW)
    assert (first.added, first.people) == (0, 0)
    mine.apply(first.change)
    assert mine.events[EVENT.uid].notes == "Tram 4 to the pier."
    again = take_calendar(mine, read_calendar(write_calendar(mine, NOW).encode(), "x.ics", NOW), NOW)
    assert not again.change


def test_only_those_named_are_written() -> None:
    page = write_calendar(network(EVENT, PROMISE), NOW, events=[EVENT], follow_ups=())
    assert len(Calendar.from_ical(page).walk("VEVENT")) == 1
    assert not Calendar.from_ical(page).walk("VTODO")


def test_lines_are_folded_and_end_as_the_format_asks() -> None:
    text = written(replace(EVENT, notes="ü" * 300))
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_no_text_of_the_file_adds_a_line_of_its_own(name: str, place: str, notes: str) -> None:
    event = replace(EVENT, name=name, place=place, notes=notes, topics=(name,))
    hostile = replace(PROMISE, text=notes)
    text = write_calendar(Network((Profile(uid="me", pitch=notes), MAYA, event, hostile)), NOW)
    page = Calendar.from_ical(text)
    assert [len(page.walk(kind)) for kind in ("VEVENT", "VTODO", "VALARM")] == [1, 1, 1]
    assert read_calendar(text.encode(), "x.ics", NOW).entries[0].uid == EVENT.uid


@pytest.mark.parametrize(
    "bad", ["a\nBEGIN:VEVENT\nUID:x\nEND:VEVENT", "\x00\x1b]0;x\x07", "\ud800", "END:VCALENDAR\r\n"]
)
def test_lines_that_would_act_are_text(bad: str) -> None:
    text = written(replace(EVENT, name=bad, notes=bad, place=bad, url=bad), replace(PROMISE, text=bad))
    page = Calendar.from_ical(text)
    assert [len(page.walk(kind)) for kind in ("VEVENT", "VTODO")] == [1, 1]
    assert "\x1b" not in text
