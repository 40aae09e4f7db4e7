"""Calendar files of every program: times and zones, what recurs, guests, and what is broken."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.exchange.ical import TIMES, Entry, Read, read_calendar
from tui.exchange.ical_times import Span
from tui.exchange.ical_values import BRIEF_BELOW
from tui.exchange.report import ImportProblem

CORPUS = Path(__file__).parent / "corpus" / "ics"
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=BERLIN)


def calendar(*events: str, head: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n".encode()


def read(*events: str, head: str = "", now: datetime = NOW) -> Read:
    return read_calendar(calendar(*events, head=head), "evening.ics", now)


def only(*events: str, head: str = "", now: datetime = NOW) -> Entry:
    (entry,) = read(*events, head=head, now=now).entries
    return entry


def file(name: str) -> Read:
    return read_calendar((CORPUS / name).read_bytes(), name, NOW)


def span(start: str, end: str = "", zone: str = "Europe/Berlin") -> Span:
    begin = datetime.fromisoformat(start)
    over = datetime.fromisoformat(end) if end else None
    last = over.date() if over and over.date() != begin.date() else None
    return Span(begin.date(), begin.time(), last, over.time() if over else None, zone)


# Times and zones


def test_a_moment_in_utc_is_told_on_your_own_clock() -> None:
    entry = only("UID:1\nSUMMARY:Talk\nDTSTART:20261201T170000Z\nDTEND:20261201T190000Z")
    assert entry.span == span("2026-12-01T18:00", "2026-12-01T20:00")


def test_a_calendar_may_say_in_which_zone_its_utc_is_meant() -> None:
    entry = only("UID:1\nDTSTART:20261201T230000Z", head="X-WR-TIMEZONE:America/New_York\n")
    assert entry.span == span("2026-12-01T18:00", zone="America/New_York")


def test_a_floating_time_has_no_zone() -> None:
    assert only("UID:1\nDTSTART:20261201T180000").span == span("2026-12-01T18:00", zone="")


@pytest.mark.parametrize(
    ("tzid", "zone"),
    [
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("europe/lisbon", "Europe/Lisbon"),
        ("America/New York", "America/New_York"),
        ("Eastern Standard Time", "America/New_York"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Lisbon", "Europe/Lisbon"),
        ("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("custom_America/New_York", "America/New_York"),
        ("tzone://Microsoft/Utc", "Europe/Berlin"),
        ("(UTC+05:00) Somewhere", "Etc/GMT-5"),
        ("GMT-3", "Etc/GMT+3"),
    ],
)
def test_a_zone_is_found_by_whatever_it_is_called(tzid: str, zone: str) -> None:
    found = read(f'UID:1\nDTSTART;TZID="{tzid}":20261201T180000')
    assert found.entries[0].span.timezone == zone
    assert found.noted == ()


def test_a_zone_of_their_own_making_is_found_by_how_its_clocks_go() -> None:
    rules = """BEGIN:VTIMEZONE
TZID:Western/Central Europe
BEGIN:STANDARD
DTSTART:19501029T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19500326T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
    event = 'UID:1\nDTSTART;TZID="Western/Central Europe":20261201T180000'
    assert only(event, head=rules).span.timezone == "Europe/Berlin"
    in_rome = NOW.astimezone(ZoneInfo("Europe/Rome"))
    assert only(event, head=rules, now=in_rome).span.timezone == "Europe/Rome"


def test_a_zone_that_nobody_knows_is_told_of_and_taken_for_yours() -> None:
    found = read("UID:1\nDTSTART;TZID=Middle Earth:20261201T180000")
    assert found.entries[0].span == span("2026-12-01T18:00", zone="")
    assert [it.why for it in found.noted] == [
        "the time zone “Middle Earth” isn't known; its times were taken for yours"
    ]


def test_an_end_in_another_zone_is_told_in_that_of_the_start() -> None:
    entry = only(
        "UID:1\nDTSTART;TZID=Europe/Berlin:20261201T180000\nDTEND;TZID=America/New_York:20261201T150000"
    )
    assert entry.span == span("2026-12-01T18:00", "2026-12-01T21:00")


def test_whole_days_end_before_the_day_they_name() -> None:
    entry = only("UID:1\nDTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261208")
    assert entry.span == Span(date(2026, 12, 5), end=date(2026, 12, 7))
    assert only("UID:1\nDTSTART;VALUE=DATE:20261205").span == Span(date(2026, 12, 5))
    assert only("UID:1\nDTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261206").span.end is None


def test_outlook_says_whole_days_with_times_at_midnight() -> None:
    entry = only(
        "UID:1\nDTSTART;TZID=Europe/Berlin:20261205T000000\nDTEND;TZID=Europe/Berlin:20261206T000000\n"
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    )
    assert entry.span == Span(date(2026, 12, 5))


def test_a_duration_across_the_change_of_clocks_is_as_long_as_it_says() -> None:
    hours = only("UID:1\nDTSTART;TZID=Europe/Berlin:20261024T220000\nDURATION:PT6H")
    assert hours.span == span("2026-10-24T22:00", "2026-10-25T03:00")
    days = only("UID:1\nDTSTART;TZID=Europe/Berlin:20261024T220000\nDURATION:P1D")
    assert days.span == span("2026-10-24T22:00", "2026-10-25T22:00")


def test_an_end_before_the_start_is_left_out() -> None:
    assert only("UID:1\nDTSTART:20261201T180000Z\nDTEND:20261201T170000Z").span.end_time is None


# What recurs

WEEKLY = """UID:weekly
SUMMARY:Grid talk
DTSTART;TZID=America/New_York:20240102T180000
DTEND;TZID=America/New_York:20240102T193000
RRULE:FREQ=WEEKLY;BYDAY=TU"""


def test_of_a_series_the_next_times_are_taken_and_no_more() -> None:
    found = read(WEEKLY)
    assert len(found.entries) == TIMES
    assert [it.span.start for it in found.entries[:2]] == [date(2026, 11, 24), date(2026, 12, 1)]
    assert {it.span.start_time for it in found.entries} == {time(18)}
    assert found.entries[0].uid == "weekly#20261124T230000Z"
    until, times = found.series["weekly"]
    assert times == {it.uid for it in found.entries}
    assert until >= found.entries[-1].span.start


def test_a_series_stays_at_its_hour_when_the_clocks_change_there() -> None:
    spring = datetime(2026, 3, 1, 9, tzinfo=BERLIN)
    found = read(WEEKLY, now=spring).entries[:3]
    assert [it.span.start_time for it in found] == [time(18)] * 3
    assert [it.uid for it in found] == [
        "weekly#20260303T230000Z",
        "weekly#20260310T220000Z",
        "weekly#20260317T220000Z",
    ]


def test_a_series_counted_in_utc_keeps_its_weekday_there() -> None:
    found = read(
        "UID:1\nDTSTART:20261202T010000Z\nRRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2",
        now=NOW.astimezone(ZoneInfo("America/New_York")),
    )
    assert [it.span.start for it in found.entries] == [date(2026, 12, 1), date(2026, 12, 8)]


def test_times_taken_out_added_moved_and_called_off() -> None:
    found = read(
        WEEKLY
        + "\nEXDATE;TZID=America/New_York:20261124T180000\nRDATE;TZID=America/New_York:20261126T120000",
        "UID:weekly\nSUMMARY:Grid talk, moved\nRECURRENCE-ID;TZID=America/New_York:20261201T180000\n"
        "DTSTART;TZID=America/New_York:20261202T190000",
        "UID:weekly\nSUMMARY:Grid talk\nRECURRENCE-ID:20261208T230000Z\nSTATUS:CANCELLED\n"
        "DTSTART:20261208T230000Z",
    ).entries[:4]
    assert [(it.name, it.span.start, it.span.start_time, it.cancelled) for it in found] == [
        ("Grid talk", date(2026, 11, 26), time(12), False),
        ("Grid talk, moved", date(2026, 12, 2), time(19), False),
        ("Grid talk", date(2026, 12, 9), time(0), True),
        ("Grid talk", date(2026, 12, 15), time(18), False),
    ]
    assert found[1].uid == "weekly#20261201T230000Z"


def test_a_change_of_one_time_and_all_after_it() -> None:
    found = read(
        WEEKLY,
        "UID:weekly\nSUMMARY:Later talk\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20261201T180000\n"
        "DTSTART;TZID=America/New_York:20261201T200000",
    ).entries[:3]
    assert [(it.name, it.span.start, it.span.start_time) for it in found] == [
        ("Grid talk", date(2026, 11, 24), time(18)),
        ("Later talk", date(2026, 12, 1), time(20)),
        ("Later talk", date(2026, 12, 8), time(20)),
    ]


def test_until_counts_in_the_zone_of_the_series() -> None:
    found = read(WEEKLY + ";UNTIL=20261201T230000Z").entries
    assert [it.span.start for it in found] == [date(2026, 11, 24), date(2026, 12, 1)]


def test_of_a_series_that_is_over_the_last_time_is_taken() -> None:
    entry = only(WEEKLY + ";UNTIL=20240201T000000Z")
    assert (entry.uid, entry.span.start) == ("weekly", date(2024, 1, 30))


def test_days_that_recur() -> None:
    found = read("UID:1\nDTSTART;VALUE=DATE:20250310\nDTEND;VALUE=DATE:20250312\nRRULE:FREQ=YEARLY").entries
    assert [(it.uid, it.span) for it in found] == [
        ("1#20270310", Span(date(2027, 3, 10), end=date(2027, 3, 11)))
    ]


def test_a_rule_that_cannot_be_read_leaves_the_event() -> None:
    found = read("UID:1\nSUMMARY:Talk\nDTSTART:20261201T180000\nRRULE:FREQ=SOMETIMES")
    assert [it.name for it in found.entries] == ["Talk"]
    assert "RRULE was left out" in found.noted[0].why


def test_dates_that_cannot_be_read_leave_the_event() -> None:
    found = read("UID:1\nDTSTART:20261201T180000\nRDATE:1\nEXDATE:2\nDURATION:P99999999999999W")
    assert [it.span.start for it in found.entries] == [date(2026, 12, 1)]
    assert len(found.noted) == 3


def test_an_invitation_to_one_time_of_a_series_is_that_time() -> None:
    entry = only("UID:s\nRECURRENCE-ID:20261201T170000Z\nDTSTART:20261201T170000Z")
    assert entry.uid == "s#20261201T170000Z"


# What an entry says


def test_guests_are_people_each_once_and_no_rooms_lists_or_robots() -> None:
    entry = only(
        "UID:1\nDTSTART:20261201T180000Z\n"
        'ORGANIZER;CN="Ferrari, Giulia":mailto:giulia@example.org\n'
        "ATTENDEE;CN=Giulia;PARTSTAT=ACCEPTED:mailto:GIULIA@example.org\n"
        "ATTENDEE;CN=Ngozi Eze;PARTSTAT=DECLINED:MAILTO:ngozi@example.org\n"
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@example.org\n"
        "ATTENDEE;CN=Team:mailto:c_1@group.calendar.google.com\n"
        "ATTENDEE:mailto:no-reply@example.org\n"
        "ATTENDEE:urn:uuid:no-address\n"
        "ATTENDEE;CN=Host:mailto:calendar-invite@lu.ma"
    )
    assert [(it.email, it.name, it.declined) for it in entry.guests] == [
        ("giulia@example.org", "Ferrari, Giulia", False),
        ("ngozi@example.org", "Ngozi Eze", True),
    ]


def test_a_place_that_is_a_link_is_a_link_and_so_is_a_call_in_the_description() -> None:
    assert only("UID:1\nDTSTART:20261201T180000Z\nLOCATION:https://luma.com/x").url == "https://luma.com/x"
    entry = only(
        "UID:1\nDTSTART:20261201T180000Z\nLOCATION:Room 4\\, Pier 9\n"
        "DESCRIPTION:Come!<br>Join: <a href='x'>https://us02web.zoom.us/j/84?pwd=x</a>"
    )
    assert (entry.place, entry.url) == ("Room 4, Pier 9", "https://us02web.zoom.us/j/84?pwd=x")
    assert entry.notes == "Come!\nJoin: https://us02web.zoom.us/j/84?pwd=x"


def test_what_is_called_off() -> None:
    event = "UID:1\nDTSTART:20261201T180000Z"
    assert only(event + "\nSTATUS:CANCELLED").cancelled
    assert only(event, head="METHOD:CANCEL\n").cancelled
    assert not only(event + "\nSTATUS:TENTATIVE").cancelled


def test_versions_count_in_invitations_only() -> None:
    event = "UID:1\nSEQUENCE:4\nDTSTART:20261201T180000Z"
    assert only(event, head="METHOD:REQUEST\n").sequence == 4
    assert only(event, head="METHOD:PUBLISH\n").sequence is None


def test_the_later_version_in_a_file_counts() -> None:
    first = "UID:1\nSEQUENCE:2\nSUMMARY:New\nDTSTART:20261201T180000Z"
    second = "UID:1\nSEQUENCE:1\nSUMMARY:Old\nDTSTART:20261201T180000Z"
    assert only(first, second).name == "New"


def test_a_brief_that_we_wrote_is_no_note() -> None:
    words = f"Bring a pen.\\n\\n{BRIEF_BELOW}\\n\\nWHAT I WANT\\n- talks"
    assert only(f"UID:1\nDTSTART:20261201T180000Z\nDESCRIPTION:{words}").notes == "Bring a pen."


# Whole files


def test_a_file_of_luma() -> None:
    (entry,) = file("synthetic__luma.ics").entries
    assert (entry.uid, entry.name, entry.url) == (
        "evt-abc@events.lu.ma",
        "Founders meetup",
        "https://luma.com/event/evt-abc",
    )
    assert entry.span == span("2026-07-07T00:00", "2026-07-07T01:00")
    assert entry.guests == ()


def test_a_file_of_outlook() -> None:
    (entry,) = file("mangstadt__outlook-2010.ics").entries
    assert entry.span == span("2013-06-10T12:00", "2013-06-10T13:00", "America/New_York")
    assert entry.place == "Auditorium 16"
    assert [it.email for it in entry.guests] == [
        "bobsmith@example.com",
        "johndoe@example.com",
        "janedoe@example.com",
    ]


def test_a_zone_of_a_year_gone_by() -> None:
    (entry,) = file("py-vobject__tzid_8bit.ics").entries
    assert entry.span.timezone == "Asia/Yekaterinburg"


def test_a_file_that_breaks_off_gives_what_it_holds_and_says_so() -> None:
    found = file("synthetic__truncated.ics")
    assert [it.name for it in found.entries] == ["Founders meetup"]
    assert [(it.where, "cut off" in it.why) for it in found.noted] == [("line 4", True)]


def test_what_is_broken_costs_no_other_and_is_told_with_line_and_name() -> None:
    found = read(
        "UID:1\nSUMMARY:No day",
        "UID:2\nSUMMARY:Bad day\nDTSTART:SOON",
        "UID:3\nSUMMARY:Good\nDTSTART:20261201T180000Z\nDTEND:LATER",
    )
    assert [it.name for it in found.entries] == ["Good"]
    assert [(it.where, it.why) for it in found.skipped] == [
        ("line 3", "the event “No day” was left out: it has no start"),
        ("line 7", "the event “Bad day” was left out: “SOON” is no day or time"),
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("synthetic__empty.ics", "is no calendar"),
        ("collective__bom_calendar.ics", "holds no events"),
        ("collective__fuzz_testcase_0_char_in_component_name.ics", "is no calendar"),
    ],
)
def test_a_file_without_events_is_refused_with_its_name(name: str, why: str) -> None:
    with pytest.raises(ImportProblem, match=f"{name} {why}"):
        file(name)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.ics")), ids=lambda path: path.stem)
def test_no_file_is_too_odd(path: Path) -> None:
    try:
        found = read_calendar(path.read_bytes(), path.name, NOW)
    except ImportProblem as problem:
        assert path.name in str(problem)
        return
    assert found.entries or found.skipped
    assert all(int(it.where.split()[1]) > 0 for it in (*found.skipped, *found.noted))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(CORPUS.glob("*.ics"))), st.data())
def test_a_file_damaged_anywhere_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    until = data.draw(st.integers(at, min(len(whole), at + 80)))
    junk = data.draw(st.binary(max_size=12))
    damaged = whole[:at] + junk + (whole[until:] if data.draw(st.booleans()) else b"")
    with suppress(ImportProblem):
        read_calendar(damaged, path.name, NOW)
