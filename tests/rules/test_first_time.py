"""Who counts as met for the first time: not by a date of connecting, and not by a message."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from tui.actions import debrief
from tui.actions.capture import capture
from tui.model.network import Network
from tui.model.records import Attendee, Channel, Contact, Event, Goal, Interaction
from tui.rules.capture.line import read_capture
from tui.rules.events.debriefing import closing
from tui.rules.events.score import score
from tui.rules.first_time import is_first_time
from tui.rules.insights.past import Past

NOW = datetime(2026, 11, 24, 22, 15, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = date(2026, 11, 24)
BEFORE = date(2023, 3, 6)
AMA = Contact(uid="ama", name="Ama Owusu")
LINKED = replace(AMA, met_day=BEFORE, met_note="Connected on LinkedIn", source="linkedin", tier="ambient")
FAIR = Event(
    uid="fair",
    name="Grid Fair",
    start=DAY,
    start_time=time(18),
    end_time=time(21),
    people=(Attendee(contact="ama"),),
    goals=(Goal(text="people I had not met before", target=2),),
)


def touch(channel: Channel, day: date = BEFORE, **fields: object) -> Interaction:
    return replace(Interaction(uid="t", day=day, contacts=("ama",), channel=channel), **fields)


def other(uid: str, start: date, at: time) -> Event:
    seat = Attendee(contact="ama", outcome="met")
    return Event(uid=uid, name=uid, start=start, start_time=at, people=(seat,))


@pytest.mark.parametrize(
    ("ama", "more", "first"),
    [
        (AMA, (), True),
        (LINKED, (), True),
        (replace(LINKED, met_note="Connected on LinkedIn. They wrote: “Hello”"), (), True),
        (replace(AMA, met_event="fair", met_day=DAY), (), True),
        (replace(AMA, met_day=BEFORE), (), False),
        (replace(AMA, met_day=DAY), (), True),
        (replace(AMA, met_note="at university"), (), False),
        (replace(AMA, met_event="gone"), (), False),
        (LINKED, (touch("social"),), True),
        (AMA, (touch("email"),), True),
        (LINKED, (touch("call"),), False),
        (AMA, (touch("in person"),), False),
        (AMA, (touch("in person", attempt=True),), True),
        (AMA, (touch("in person", DAY, event="fair"),), True),
        (LINKED, (other("breakfast", DAY, time(8)),), False),
        (AMA, (other("later", DAY, time(22)),), True),
        (AMA, (replace(other("off", BEFORE, time(8)), cancelled=True),), True),
        (replace(AMA, met_event="later", met_day=date(2026, 12, 1)), (), True),
    ],
)
def test_a_meeting_is_a_talk_an_event_or_ones_own_word(
    ama: Contact, more: tuple[Interaction | Event, ...], first: bool
) -> None:
    assert is_first_time(Network([FAIR, ama, *more]), ama, FAIR) is first


def test_somebody_linked_and_now_met_is_new_in_goal_score_and_closing() -> None:
    held = Network([FAIR, LINKED])
    held.apply(debrief.met(held, "fair", "ama", NOW))
    held.apply(debrief.met(held, "fair", "ama", NOW))
    fair = held.events["fair"]
    assert (fair.goals[0].done, score(held, fair, NOW).new) == (1, 1)
    assert [it.uid for it in closing(held, fair, NOW).new] == ["ama"]
    assert held.contacts["ama"].met_day == BEFORE, "the day of connecting is kept"
    assert Past(held, DAY).met("ama") == DAY
    held.apply(debrief.not_met(held, "fair", "ama", NOW))
    assert held.events["fair"].goals[0].done == 0


def test_a_captured_connection_counts_once() -> None:
    held = Network([FAIR, LINKED])
    for line in ("Ama Owusu : pumps", "Ama Owusu #sailing"):
        held.apply(capture(held, read_capture(line, NOW), NOW, event=held.events["fair"]))
    held.apply(debrief.met(held, "fair", "ama", NOW))
    assert held.events["fair"].goals[0].done == 1
