"""Calendars taken in: events by UID, guests as contacts, and what was prepared as it was."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from tui.actions.calendar import MANY, Taken, take_calendar
from tui.exchange.ical import read_calendar
from tui.exchange.report import ImportProblem
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, Goal, Profile, Starter

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
EVENING = """UID:grid
SUMMARY:Grid meet-up
DTSTART;TZID=Europe/Berlin:20261201T183000
DTEND;TZID=Europe/Berlin:20261201T210000
LOCATION:Pier 9
DESCRIPTION:Bring a question.
ORGANIZER;CN="Ferrari, Giulia":mailto:giulia@example.org
ATTENDEE;CN=Ngozi Eze:mailto:ngozi@example.org"""


def calendar(*events: str, head: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n".encode()


def take(network: Network, *events: str, head: str = "", event: Event | None = None) -> Taken:
    read = read_calendar(calendar(*events, head=head), "evening.ics", NOW)
    taken = take_calendar(network, read, NOW, event=event)
    network.apply(taken.change)
    return taken


def the_event(network: Network) -> Event:
    (event,) = network.events.values()
    return event


def names(network: Network, event: Event) -> list[str]:
    return [network.contacts[seat.contact].name for seat in event.people]


def test_an_invitation_becomes_an_event_with_its_checklist_and_people() -> None:
    network = Network()
    taken = take(network, EVENING)
    event = the_event(network)
    assert (taken.read, taken.added, taken.people, taken.events) == (1, 1, 2, (event.uid,))
    assert taken.change.words == "Added 1 event and added 2 people from a calendar"
    assert (event.name, event.place, event.notes) == ("Grid meet-up", "Pier 9", "Bring a question.")
    assert (event.start, event.start_time, event.end, event.end_time, event.timezone) == (
        date(2026, 12, 1),
        time(18, 30),
        None,
        time(21),
        "Europe/Berlin",
    )
    assert event.checklist
    assert names(network, event) == ["Giulia Ferrari", "Ngozi Eze"]
    giulia = network.by_email("giulia@example.org")[0]
    assert (giulia.given, giulia.family, giulia.tier, giulia.source) == (
        "Giulia",
        "Ferrari",
        "ambient",
        "calendar",
    )


def test_the_same_file_again_changes_nothing() -> None:
    network = Network()
    take(network, EVENING)
    again = take(network, EVENING)
    assert not again.change
    assert (again.read, again.unchanged, again.people) == (1, 1, 0)


def test_an_update_moves_the_event_and_leaves_what_was_prepared() -> None:
    network = Network()
    take(network, EVENING)
    event = the_event(network)
    prepared = replace(
        event,
        goals=(Goal(text="talks", target=2, done=1),),
        checklist=(ChecklistItem(text="print", due=date(2026, 11, 29), done=True),),
        people=(replace(event.people[0], why="the grid", priority=1, questions=("how?",), practice=2),),
        starters=(Starter(text="Hello"),),
        topics=("grids",),
        worked="early",
    )
    network = Network([prepared, *network.contacts.values()])
    moved = EVENING.replace("20261201", "20261203").replace("Pier 9", "Pier 7")
    taken = take(network, moved + "\nATTENDEE;CN=Wei Chen:mailto:wei@example.org")
    after = the_event(network)
    assert (taken.updated, taken.added) == (1, 0)
    assert (after.uid, after.start, after.place) == (event.uid, date(2026, 12, 3), "Pier 7")
    assert after.checklist == (ChecklistItem(text="print", due=date(2026, 12, 1), done=True),)
    assert (after.goals, after.starters, after.topics, after.worked) == (
        prepared.goals,
        prepared.starters,
        prepared.topics,
        prepared.worked,
    )
    assert after.people[0] == prepared.people[0]
    assert names(network, after) == ["Giulia Ferrari", "Ngozi Eze", "Wei Chen"]


def test_what_you_typed_stays_and_the_time_follows() -> None:
    network = Network()
    take(network, EVENING)
    mine = replace(the_event(network), name="Grids!", notes="Ask Amara", start_time=time(19), kind="alumni")
    network = Network([mine, *network.contacts.values()])
    take(network, EVENING)
    assert the_event(network) == mine
    take(network, EVENING.replace("Grid meet-up", "Grid night").replace("T183000", "T180000"))
    after = the_event(network)
    assert (after.name, after.notes, after.kind) == ("Grids!", "Ask Amara", "alumni")
    assert after.start_time == time(18)


def test_the_same_moment_on_other_clocks_is_no_change() -> None:
    network = Network()
    take(network, EVENING)
    before = the_event(network)
    utc = EVENING.replace(";TZID=Europe/Berlin:20261201T183000", ":20261201T173000Z").replace(
        ";TZID=Europe/Berlin:20261201T210000", ":20261201T200000Z"
    )
    take(network, utc)
    after = the_event(network)
    assert (after.start_time, after.timezone) == (before.start_time, before.timezone)


def test_an_event_entered_by_hand_is_the_one_of_that_name_and_day() -> None:
    mine = Event(uid="mine", name="grid Meet-up", start=date(2026, 12, 1), goals=(Goal(text="talk"),))
    network = Network([mine])
    take(network, EVENING)
    after = the_event(network)
    assert (after.uid, after.ical_uid, after.start_time, after.goals) == (
        "mine",
        "grid",
        time(18, 30),
        mine.goals,
    )


def test_a_file_about_an_event_that_is_named() -> None:
    mine = Event(uid="mine", name="That evening", start=date(2026, 12, 4))
    network = Network([mine])
    take(network, EVENING, event=mine)
    after = the_event(network)
    assert (after.uid, after.name, after.start) == ("mine", "That evening", date(2026, 12, 1))
    with pytest.raises(ImportProblem, match="2 entries, and only one can be That evening"):
        take(network, EVENING, EVENING.replace("UID:grid", "UID:other"), event=after)


def test_an_event_called_off_and_on_again() -> None:
    network = Network()
    take(network, EVENING)
    assert take(network, EVENING, head="METHOD:CANCEL\n").updated == 1
    assert the_event(network).cancelled
    take(network, EVENING)
    assert not the_event(network).cancelled


def test_one_that_you_called_off_yourself_stays_so() -> None:
    network = Network()
    take(network, EVENING)
    network = Network([replace(the_event(network), cancelled=True), *network.contacts.values()])
    take(network, EVENING.replace("Pier 9", "Pier 7"))
    assert the_event(network).cancelled


def test_a_cancelled_event_that_you_do_not_have_is_left_out_and_said() -> None:
    network = Network()
    taken = take(network, EVENING, head="METHOD:CANCEL\n")
    assert not network.events
    assert (taken.read, taken.added) == (1, 0)
    assert [(it.where, it.why) for it in taken.skipped] == [
        ("line 4", "the event “Grid meet-up” was left out: it is cancelled, and you don't have it")
    ]


def test_an_older_invitation_is_not_taken() -> None:
    network = Network()
    take(network, EVENING + "\nSEQUENCE:3", head="METHOD:REQUEST\n")
    taken = take(network, EVENING.replace("Pier 9", "Pier 7") + "\nSEQUENCE:2", head="METHOD:REQUEST\n")
    assert the_event(network).place == "Pier 9"
    assert [it.why for it in taken.noted] == ["an older version of Grid meet-up: not taken"]


# Series

WEEKLY = (
    EVENING.replace("20261201T", "20261124T") + "\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261201T173000Z"
).replace("\nEXDATE:20261201T173000Z", "")


def test_each_time_of_a_series_is_an_event_of_its_own() -> None:
    network = Network()
    assert take(network, WEEKLY).added == 3
    assert not take(network, WEEKLY).change
    days = sorted(event.start.day for event in network.events.values() if event.start.month == 11)
    assert days == [24]


def test_a_time_that_the_series_no_longer_has_is_called_off_and_kept() -> None:
    network = Network()
    take(network, WEEKLY)
    taken = take(network, WEEKLY + "\nEXDATE:20261201T173000Z")
    (gone,) = [event for event in network.events.values() if event.cancelled]
    assert (gone.start, taken.updated) == (date(2026, 12, 1), 1)
    take(network, WEEKLY)
    assert not any(event.cancelled for event in network.events.values())


def test_an_event_that_becomes_a_series_stays_the_time_it_was() -> None:
    network = Network()
    take(network, EVENING)
    uid = the_event(network).uid
    taken = take(network, EVENING + "\nRRULE:FREQ=WEEKLY;COUNT=2")
    assert (taken.added, len(network.events)) == (1, 2)
    assert network.events[uid].ical_uid == "grid#20261201T173000Z"


# Guests


def test_a_guest_with_a_known_address_is_that_person() -> None:
    network = Network([Contact(uid="g", name="Giulia F.", emails=("Giulia@Example.org",), tier="close")])
    taken = take(network, EVENING)
    assert taken.people == 1
    assert names(network, the_event(network)) == ["Giulia F.", "Ngozi Eze"]
    assert network.contacts["g"].tier == "close"


def test_the_only_one_of_a_name_without_an_address_gets_it() -> None:
    network = Network([Contact(uid="n", name="Ngozi Eze", organization="Volta")])
    take(network, EVENING)
    assert network.contacts["n"].emails == ("ngozi@example.org",)
    taken_out = replace(network.contacts["n"], emails=())
    network = Network([taken_out, the_event(network), network.by_email("giulia@example.org")[0]])
    assert not take(network, EVENING).change


@pytest.mark.parametrize(
    "others",
    [
        (Contact(uid="n", name="Ngozi Eze", emails=("eze@elsewhere.example",)),),
        (Contact(uid="n", name="Ngozi Eze"), Contact(uid="m", name="Ngozi Eze")),
    ],
)
def test_a_namesake_is_not_guessed(others: tuple[Contact, ...]) -> None:
    network = Network(others)
    take(network, EVENING)
    assert [network.contacts[it.uid] for it in others] == list(others)
    assert network.by_email("ngozi@example.org")[0].uid not in {"n", "m"}


@pytest.mark.parametrize(
    "me", [Profile(uid="me", emails=("NGOZI@example.org",)), Profile(uid="me", name="Ngozi Eze")]
)
def test_you_are_no_guest(me: Profile) -> None:
    network = Network([me])
    take(network, EVENING)
    assert names(network, the_event(network)) == ["Giulia Ferrari"]
    assert len(network.contacts) == 1


def test_who_declined_is_not_expected_and_nobody_new() -> None:
    network = Network()
    take(network, EVENING.replace("ATTENDEE;CN", "ATTENDEE;PARTSTAT=DECLINED;CN"))
    assert names(network, the_event(network)) == ["Giulia Ferrari"]
    assert len(network.contacts) == 1


@pytest.mark.parametrize(
    ("email", "name"),
    [("amara.okafor@x.example", "Amara Okafor"), ("ao77@x.example", "ao77"), ("a.o@x.example", "a.o")],
)
def test_where_only_the_address_is_there_its_words_make_the_name(email: str, name: str) -> None:
    network = Network()
    take(network, f"UID:1\nDTSTART:20261201T180000Z\nATTENDEE;CN={email}:mailto:{email}")
    assert [it.name for it in network.contacts.values()] == [name]


def test_of_a_whole_calendar_what_was_over_long_ago_is_left_out() -> None:
    old = [f"UID:{n}\nSUMMARY:Old\nDTSTART:20240101T180000Z" for n in range(MANY)]
    network = Network()
    taken = take(network, EVENING, *old)
    assert (taken.read, taken.added, len(network.events)) == (1, 1, 1)
    assert [it.why for it in taken.noted] == ["50 entries over for more than 30 days left out"]
    few = Network()
    assert take(few, *old[:3]).added == 3


def test_one_change_and_undone_as_one() -> None:
    network = Network([Contact(uid="n", name="Ngozi Eze")])
    before = list(network.records())
    taken = take(network, EVENING, WEEKLY.replace("UID:grid", "UID:weekly"))
    network.apply(taken.change.inverse())
    assert list(network.records()) == before


def test_kinds_that_are_likely() -> None:
    def kind(summary: str, more: str = "") -> str:
        network = Network()
        take(network, f"UID:1\nSUMMARY:{summary}\nDTSTART:20261201T180000Z\n{more}".strip())
        return the_event(network).kind

    assert kind("PyCon 2026") == "conference"
    assert kind("Alumni evening") == "alumni"
    assert kind("Talk", "LOCATION:https://meet.google.com/abc") == "virtual"
    assert kind("Coffee with Ngozi") == "one-to-one"
    assert kind("Christmas party") == "social"
    assert kind("Grid evening") == "meet-up"
    assert kind("Grid night", "DTEND:20261202T020000Z") == "meet-up"
    assert kind("Grid days", "DTEND:20261203T200000Z") == "conference"


def test_seats_of_people_who_were_there_already_stay() -> None:
    ngozi = Contact(uid="n", name="Ngozi Eze", emails=("ngozi@example.org",))
    mine = Event(
        uid="mine",
        name="Grid meet-up",
        start=date(2026, 12, 1),
        people=(Attendee(contact="n", outcome="met", why="grids"),),
    )
    network = Network([ngozi, mine])
    take(network, EVENING)
    assert the_event(network).people[0] == mine.people[0]
