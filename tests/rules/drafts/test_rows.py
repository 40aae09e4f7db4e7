"""Which message is drafted for somebody: nobody is asked how they are by a person they never met."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.rules.people import NOW
from tui.model.base import Record
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, Interaction, Milestone, Profile
from tui.model.settings import Tone
from tui.rules.content_drafts import TONES
from tui.rules.drafts.news import celebrated
from tui.rules.drafts.rows import kinds, written
from tui.rules.drafts.templates import samples, tried
from tui.rules.queue.ranking import Row

TODAY = NOW.date()
ME = Profile(uid="me", name="Noor Haddad", interests=("sailing",))
MAYA = Contact(uid="maya", name="Maya Lin", interests=("sailing",))
MEETUP = Event(
    uid="meet",
    name="Grid Meet-up",
    start=TODAY + timedelta(days=1),
    people=(Attendee(contact="maya"),),
)
CHECK_IN = Row(key="check-in", kind="check_in", contact="maya")
ROWS = (None, CHECK_IN)


def said(*records: Record, row: Row | None = None, tone: Tone = "warm") -> str:
    network = Network((ME, *records))
    made = written(network, network.contacts["maya"], row, NOW, tone)
    return f"{made.subject}\n{made.body}"


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("tone", TONES)
def test_somebody_never_met_and_expected_soon(tone: Tone, row: Row | None) -> None:
    text = said(MAYA, MEETUP, row=row, tone=tone)
    assert "at the Grid Meet-up tomorrow" in text
    assert "sailing" in text
    assert "how you are" not in text


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("tone", TONES)
def test_somebody_never_met_and_not_expected_anywhere(tone: Tone, row: Row | None) -> None:
    for event in (
        replace(MEETUP, start=TODAY - timedelta(days=9)),
        replace(MEETUP, cancelled=True),
        replace(MEETUP, people=(Attendee(contact="maya", outcome="not met"),)),
    ):
        text = said(MAYA, event, row=row, tone=tone)
        assert "Grid" not in text
        assert "met yet" in text
        assert "how you are" not in text


def test_the_next_of_several_events_counts() -> None:
    later = replace(MEETUP, uid="later", name="Sea Fair", start=TODAY + timedelta(days=30))
    assert "Sea Fair" not in said(MAYA, later, MEETUP)


def test_a_talk_between_two_is_looked_forward_to() -> None:
    text = said(MAYA, replace(MEETUP, kind="one-to-one", name="Coffee with Maya"))
    assert "our talk tomorrow" in text
    assert "Coffee" not in text


def test_who_put_you_in_touch_is_named() -> None:
    rosa = Contact(uid="rosa", name="Rosa Adeyemi")
    assert "Rosa Adeyemi put us in touch" in said(replace(MAYA, introduced_by="rosa"), rosa)


@pytest.mark.parametrize("how", ["Connected on LinkedIn", "at school", ""])
def test_somebody_known_but_never_written_about(how: str) -> None:
    known = replace(MAYA, met_day=TODAY - timedelta(days=900), met_note=how)
    assert "at the Grid Meet-up tomorrow" in said(known, MEETUP)
    # Whether one ever met somebody only connected is not known: nothing is claimed.
    assert "met yet" not in said(known)


def test_somebody_met_but_not_written_about() -> None:
    past = Event(uid="past", name="Sea Fair", start=TODAY - timedelta(days=2))
    met = replace(MAYA, met_event="past", met_day=past.start)
    assert "good to talk with you at the Sea Fair" in said(met, past)
    long_ago = replace(past, start=TODAY - timedelta(days=200))
    assert "How are you these days?" in said(met, long_ago)


def test_somebody_in_touch_is_asked_how_they_are() -> None:
    talk = Interaction(uid="t", day=TODAY - timedelta(days=100), contacts=("maya",))
    assert "how you are" in said(MAYA, MEETUP, talk)
    tried = replace(talk, attempt=True)
    assert "how you are" not in said(MAYA, MEETUP, tried)


@pytest.mark.parametrize("tone", TONES)
def test_a_reconnect_names_what_changed_since_and_suggests_a_call(tone: Tone) -> None:
    met = Interaction(
        uid="t",
        day=TODAY - timedelta(days=800),
        contacts=("maya",),
        channel="call",
        summary="the new gripper",
    )
    day = TODAY - timedelta(days=30)
    new = Milestone(label="new position at Solvane", month=day.month, day=day.day, year=day.year, once=True)
    row = Row(key="reconnect", kind="reconnect", contact="maya")
    text = said(replace(MAYA, milestones=(new,)), met, row=row, tone=tone)
    assert "your new position at Solvane" in text
    assert "call" in text or "phone" in text
    assert "sailing" in text
    # What was known when you last spoke is no news, and neither is a birthday.
    old = replace(new, year=day.year - 4)
    born = Milestone(label="birthday", month=day.month, day=day.day)
    quiet = said(replace(MAYA, milestones=(old, born)), met, row=row, tone=tone)
    assert "position" not in quiet
    assert "birthday" not in quiet


def test_what_belongs_to_others_is_not_called_yours() -> None:
    assert celebrated(Milestone(label="Lumafield's fortieth village", month=3, day=1)) == ""
    assert celebrated(Milestone(label="Master's degree", month=3, day=1)) == "Master's degree"
    assert celebrated(Milestone(label="work anniversary", month=3, day=1)) == "work anniversary"


def test_kinds_that_make_sense_by_how_long_ago_you_spoke() -> None:
    lately = Interaction(uid="t", day=TODAY - timedelta(days=3), contacts=("maya",))
    long_ago = replace(lately, day=TODAY - timedelta(days=700))
    now = kinds(Network((ME, MAYA, lately)), MAYA, None, NOW)
    then = kinds(Network((ME, MAYA, long_ago)), MAYA, None, NOW)
    assert "thanks" in now
    assert "reconnect" not in now
    assert "thanks" not in then
    assert "reconnect" in then
    assert {"check_in", "linkedin_note", "informational_interview"} <= {*now} & {*then}
    assert now[0] == "check_in"


def test_a_first_word_is_tried_on_somebody_about_where_they_are_expected() -> None:
    known = Interaction(uid="t", contacts=("maya",), day=TODAY - timedelta(days=4), channel="call")
    network = Network((ME, MAYA, MEETUP, known))
    (sample,) = samples(network, "before_event", NOW)
    for tone in TONES:
        body = tried(network, "before_event", tone, sample, NOW).body
        assert "Grid Meet-up" in body
        assert "haven't met" not in body
