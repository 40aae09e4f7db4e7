"""How an event reads: countdown and days over zones and clock changes, and what came of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, Goal, Interaction, Outcome
from tui.rules.events.debriefing import progress
from tui.rules.events.score import Score, score
from tui.view.lines import text_of
from tui.view.occasions import countdown, debrief_line, debrief_words, event_glance, when_words

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=BERLIN)
EVENT = Event(
    uid="meet",
    name="Grid meet-up",
    start=date(2026, 11, 24),
    start_time=time(18, 30),
    end_time=time(21),
    timezone="Europe/Berlin",
)


def at(moment: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=BERLIN, fold=fold)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-22T09:00", "in 2 days"),
        ("2026-11-23T23:59", "tomorrow"),
        ("2026-11-24T08:30", "in 10 hours"),
        ("2026-11-24T17:45", "within the hour"),
        ("2026-11-24T18:30", "on now"),
        ("2026-11-24T21:00", "ended today"),
        ("2026-11-25T00:00", "ended yesterday"),
    ],
)
def test_the_countdown(moment: str, words: str) -> None:
    assert countdown(EVENT, at(moment)) == words


def test_an_event_elsewhere_counts_in_your_hours() -> None:
    new_york = replace(EVENT, timezone="America/New_York")
    assert countdown(new_york, at("2026-11-24T23:40")) == "tomorrow"
    assert countdown(new_york, at("2026-11-25T00:00")) == "within the hour"
    assert when_words(new_york, NOW) == "Wed 25 Nov 00:30–03:00 (18:30 there)"


def test_how_much_is_prepared_stands_beside_its_meter_and_alone_where_that_has_no_room() -> None:
    items = tuple(ChecklistItem(text=f"thing {number}", done=number < 2) for number in range(4))
    event = replace(EVENT, checklist=items)
    told = {
        wide: next(
            text for it in event_glance(Network([event]), event, NOW, wide) if "of 4" in (text := text_of(it))
        )
        for wide in (40, 24, 20)
    }
    # A name of two lines has no empty one below it.
    long = Contact(uid="jose", name="José Álvarez de la Cruz-Montenegro")
    there = replace(event, people=(Attendee(contact="jose"),), worked="tea")
    texts = [text_of(it) for it in event_glance(Network([there, long]), there, NOW, 24)]
    assert texts[texts.index("People") :][:5] == [
        "People",
        "José Álvarez de la",
        "  Cruz-Montenegro",
        "",
        "Still to do",
    ]
    assert told == {40: "prepared  ▇▇▇▇····  2 of 4", 24: "prepared  ▇▇▇···  2 of 4", 20: "prepared  2 of 4"}


def test_hours_are_real_ones_over_the_change_of_clocks() -> None:
    morning = replace(EVENT, start=date(2026, 10, 25), start_time=time(9), end_time=time(10))
    assert countdown(morning, at("2026-10-25T01:00")) == "in 9 hours"
    party = replace(EVENT, start=date(2026, 10, 25), start_time=time(1), end_time=time(2, 45))
    assert countdown(party, at("2026-10-25T02:30")) == "on now"
    assert countdown(party, at("2026-10-25T02:30", fold=1)) == "ended today"


def test_whole_days_are_called_by_their_name_wherever_they_are() -> None:
    for zone in ("", "Asia/Tokyo", "America/New_York"):
        days = replace(EVENT, start_time=None, end_time=None, end=date(2026, 11, 25), timezone=zone)
        assert when_words(days, NOW) == "Tue 24 Nov – Wed 25 Nov"
        assert countdown(days, NOW) == "in 2 days"
        assert countdown(days, at("2026-11-28T12:00")) == "ended 3 days ago"


MET = replace(
    EVENT,
    start=date(2026, 11, 20),
    goals=(Goal(text="talks", target=2, done=2), Goal(text="thank the host")),
    people=(
        *(Attendee(contact=uid, outcome="met") for uid in ("ama", "jose", "maya")),
        Attendee(contact="wei", outcome="not met"),
    ),
)
PEOPLE = (
    Contact(uid="ama", name="Ama Owusu", met_event="meet"),
    Contact(uid="jose", name="José Álvarez", met_day=date(2025, 5, 2)),
    Contact(uid="maya", name="Maya Lin", met_event="meet"),
    Contact(uid="wei", name="Wei Chen"),
)


def touch(uid: str, day: int, contact: str, **fields: object) -> Interaction:
    return Interaction(uid=uid, day=date(2026, 11, day), contacts=(contact,), **fields)  # type: ignore[arg-type]


TALKS = (
    touch("1", 20, "ama", event="meet", depth=3),
    touch("2", 20, "jose", event="meet", depth=2),
    touch("3", 20, "maya", event="meet", depth=1),
    touch("4", 21, "ama", channel="email"),
    touch("5", 24, "jose", channel="email"),
)


def test_what_came_of_an_event_is_reckoned_from_the_file() -> None:
    network = Network((MET, *PEOPLE, *TALKS))
    found = score(network, MET, NOW)
    assert found == Score(goals=2, reached=1, met=3, new=2, real=2, prompt=1, waiting=2)
    assert score(network, MET, NOW + timedelta(days=1)).waiting == 0


def test_a_debrief_left_half_way_says_how_far_it_is() -> None:
    def told(*outcomes: Outcome) -> str:
        seats = tuple(Attendee(contact=f"c{number}", outcome=it) for number, it in enumerate(outcomes))
        people = [Contact(uid=f"c{number}", name="Ama") for number in range(len(outcomes))]
        event = replace(MET, people=seats)
        far = progress(Network((event, *people)), event)
        lines = debrief_line(event, far, NOW, 60)
        return " ".join([debrief_words(event, far), *" ".join(map(text_of, lines)).split()])

    assert told("expected", "later") == (
        "Debrief Grid meet-up? ◆ Debrief Grid meet-up? ended 2 days ago, 2 people, five minutes while it is fresh"
    )
    assert told("met", "not met", "later") == (
        "Debrief Grid meet-up: 2 of 3 done ◆ Debrief Grid meet-up 2 of 3 done ended 2 days ago, go on with it"
    )
    assert told("met").endswith("1 of 1 done ended 2 days ago, what worked is left")


def test_its_card_says_so_and_that_of_one_to_come_does_not() -> None:
    network = Network((MET, *PEOPLE, *TALKS))
    card = "\n".join(map(text_of, event_glance(network, MET, NOW + timedelta(days=3), 60)))
    for words in (
        "1 of 2 reached",
        "3 people, 2 of them new",
        "2 real conversations",
        "1 of 3 within 48 hours",
    ):
        assert words in card
    coming = "\n".join(map(text_of, event_glance(network, replace(MET, start=date(2026, 12, 1)), NOW, 60)))
    assert "What came of it" not in coming
