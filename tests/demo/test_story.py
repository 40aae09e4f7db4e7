"""That a newcomer finds everything in the sample network that Kith can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import get_args

import pytest

from tests.demo.conftest import moment
from tui.demo import sample_network
from tui.model.network import Network
from tui.model.records import Channel, EventKind, FollowUp, Outcome, Tier
from tui.model.text import fold
from tui.rules import cadence
from tui.rules.queue.ranking import KINDS, debriefs, next_event, preparation, queue
from tui.rules.sensitive import is_sensitive


def test_it_is_the_size_it_is_said_to_be(network: Network) -> None:
    assert 56 <= len(network.contacts) <= 70
    assert 160 <= len(network.interactions) <= 220
    imported = [contact for contact in network.contacts.values() if contact.source == "linkedin"]
    assert len(imported) == 12
    assert all(contact.tier == "ambient" and contact.imported for contact in imported)
    assert Counter(contact.archived for contact in network.contacts.values())[True] == 2
    assert Counter(contact.paused for contact in network.contacts.values())[True] == 1


def test_every_channel_tier_kind_and_outcome_occurs(network: Network) -> None:
    talks = network.interactions.values()
    assert {talk.channel for talk in talks} == set(get_args(Channel))
    assert {1, 2, 3} <= {talk.depth for talk in talks}
    assert {contact.tier for contact in network.contacts.values()} == set(get_args(Tier))
    assert len({event.kind for event in network.events.values()}) >= len(get_args(EventKind)) - 1
    outcomes = {person.outcome for event in network.events.values() for person in event.people}
    assert set(get_args(Outcome)) - outcomes <= {"later"}


def test_talks_hold_what_makes_the_next_one_easy(network: Network) -> None:
    touches = [talk for talk in network.interactions.values() if not talk.attempt]
    assert all(talk.summary and talk.depth for talk in touches)
    assert sum(bool(talk.ask_next) for talk in touches) >= 40
    assert sum(bool(talk.gave) for talk in touches) >= 20
    assert sum(bool(talk.received) for talk in touches) >= 20
    assert sum(len(talk.contacts) > 2 for talk in touches) >= 5
    assert any(len(talk.notes) == len(talk.contacts) > 3 for talk in touches)
    assert sum(talk.attempt for talk in network.interactions.values()) >= 2


def test_notes_of_a_talk_are_about_those_who_were_there(network: Network) -> None:
    for talk in network.interactions.values():
        assert {note.contact for note in talk.notes} <= set(talk.contacts)


def test_threads_and_questions_can_be_asked(network: Network) -> None:
    for talk in network.interactions.values():
        assert not talk.ask_next or talk.ask_next.endswith("?"), talk
        assert not is_sensitive(talk.ask_next), talk
    for event in network.events.values():
        assert all(question.endswith("?") for person in event.people for question in person.questions)


@pytest.mark.parametrize("day", range(1, 29, 4))
@pytest.mark.parametrize("hour", ["00:05", "12:00", "22:00"])
def test_the_queue_has_every_kind_on_any_day(day: int, hour: str) -> None:
    now = moment(f"2027-02-{day:02} {hour}")
    found = queue(sample_network(now), now)
    kinds = Counter(row.kind for row in found.rows)
    assert set(kinds) == set(KINDS)
    assert kinds["promise"] >= 3
    assert kinds["follow_up"] >= 3
    assert kinds["check_in"] == 5
    assert kinds["reconnect"] == 1
    assert len(found.more) >= 3
    assert {row.kind for row in found.coming} >= {"promise", "check_in"}
    statuses = {row.status for row in found.rows}
    assert {"due", "amber", "red", "overdue", "soon"} <= statuses


def test_check_ins_are_due_in_every_tier(network: Network, now: datetime) -> None:
    found = queue(network, now)
    rows = [row for row in (*found.rows, *found.more) if row.kind == "check_in"]
    assert {network.contacts[row.contact].tier for row in rows} == {"inner", "close", "active", "wide"}
    assert {row.status for row in rows} == {"due", "overdue"}
    assert max(row.puts_off for row in rows) == 3


def test_what_was_put_off_stays_away(network: Network, now: datetime) -> None:
    found = queue(network, now)
    rows = {row.contact for row in (*found.rows, *found.more) if row.kind == "check_in"}
    away = {}
    for contact in network.contacts.values():
        for put_off in contact.deferrals:
            if put_off.until > now.date():
                away[put_off.action] = contact
    assert set(away) == {"snooze", "skip", "attempted"}
    for contact in away.values():
        assert contact.uid not in rows
        assert cadence.ratio(network, contact, now.date()) >= cadence.DUE


def test_promises_stand_in_every_way(network: Network, now: datetime) -> None:
    today = now.date()
    steps = network.follow_ups.values()
    mine = [step for step in steps if step.kind == "promise" and step.status == "open"]
    assert any(step.due is None for step in mine)
    assert any(step.due == today for step in mine)
    assert sum(step.due is not None and step.due < today for step in mine) >= 2
    assert sum(step.due is not None and step.due > today for step in mine) >= 2
    assert any(step.moves for step in mine)
    kept = [step for step in steps if step.kind == "promise" and step.status == "done"]
    assert 6 <= sum(_on_time(step) for step in kept) < len(kept)
    assert any(step.status == "dropped" for step in steps)
    theirs = [step.due for step in steps if step.kind == "waiting" and step.status == "open" and step.due]
    assert sum(due <= today - timedelta(days=5) for due in theirs) == 2
    assert any(due > today for due in theirs)


def _on_time(step: FollowUp) -> bool:
    return step.due is not None and step.closed is not None and step.closed <= step.due


def test_introductions_stand_everywhere(network: Network, now: datetime) -> None:
    asked = [it for it in network.introductions.values() if it.status == "asked first"]
    assert [it.steps[-1].day for it in asked] == [now.date() - timedelta(days=6)]
    stages = {it.status for it in network.introductions.values()}
    assert stages == {"idea", "asked first", "asked second", "introduced", "came of it", "declined"}
    for it in network.introductions.values():
        assert it.steps[-1].status == it.status
        assert it.reason


def test_who_introduced_whom_is_three_deep(network: Network) -> None:
    def depth(uid: str) -> int:
        by = network.contacts[uid].introduced_by
        return 0 if by is None else 1 + depth(by)

    assert max(depth(uid) for uid in network.contacts) == 3


def test_two_events_lie_ahead_and_one_waits_for_its_debrief(network: Network, now: datetime) -> None:
    assert [event.name for event in debriefs(network, now)] == ["Norrhavn alumni evening"]
    event = next_event(network, now)
    assert event is not None
    assert event.name == "Grid & Data Day"
    assert preparation(event, now.date()) == (3, 6)
    assert 6 <= len(event.people) <= 8
    assert all(person.why for person in event.people)
    assert {person.priority for person in event.people} == {1, 2, 3}
    assert any(goal.plan for goal in event.goals)
    assert any(starter.state == "pinned" for starter in event.starters)


def _telling(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) > 3}


def _meet(need: str, offers: Iterable[str]) -> bool:
    return any(len(_telling(need) & _telling(offer)) >= 2 for offer in offers)


def test_needs_meet_offers(network: Network) -> None:
    people = [contact for contact in network.contacts.values() if not contact.archived]
    offered = [offer for contact in people for offer in contact.offers]
    assert sum(_meet(need, offered) for contact in people for need in contact.needs) >= 4
    assert sum(_meet(need, offered) for need in network.profile.needs) >= 3
    mine = network.profile.offers
    assert sum(any(_meet(need, mine) for need in contact.needs) for contact in people) >= 6
    assert set(network.profile.groups) <= {group for contact in people for group in contact.groups}


def test_milestones_are_near_and_far(network: Network, now: datetime) -> None:
    rows = [row for row in queue(network, now).rows if row.kind == "milestone"]
    assert [row.due for row in rows] == [now.date() + timedelta(days=days) for days in (3, 6)]
    days = [milestone for contact in network.contacts.values() for milestone in contact.milestones]
    assert any((day.month, day.day) == (2, 29) for day in days)
    assert any(day.once for day in days)
    assert any(contact.muted_milestones for contact in network.contacts.values())


def test_there_is_something_that_must_never_be_an_opener(network: Network) -> None:
    assert any(is_sensitive(talk.summary) for talk in network.interactions.values())
    assert any(is_sensitive(contact.notes) for contact in network.contacts.values())
    assert sum(bool(contact.private_notes) for contact in network.contacts.values()) >= 2


def test_dormant_ties_are_one_to_four_years_old_and_take_turns(network: Network, now: datetime) -> None:
    dormant = [
        contact
        for contact in network.contacts.values()
        if contact.tier == "ambient" and network.touches_of(contact.uid)
    ]
    silent = [(now.date() - _last(network, contact.uid)).days for contact in dormant]
    assert len(silent) >= 5
    assert min(silent) < 2 * 365
    assert 3 * 365 < max(silent) < 4 * 365
    seen = set()
    for day in range(21):
        then = now + timedelta(days=day)
        rows = queue(sample_network(then), then).rows
        seen |= {row.contact for row in rows if row.kind == "reconnect"}
    assert len(seen) >= 3


def _last(network: Network, uid: str) -> date:
    last = cadence.last_touch(network, network.contacts[uid])
    assert last is not None
    return last


def test_people_are_of_many_places_and_scripts(network: Network) -> None:
    people = network.contacts.values()
    assert len({contact.timezone for contact in people}) >= 30
    assert sum(not fold(contact.name).isascii() for contact in people) >= 8
    assert sum(contact.culture.name_order == "family first" for contact in people) >= 4
    assert sum(bool(contact.culture.pronunciation) for contact in people) >= 25
    roles = {role for contact in people for role in contact.roles}
    assert roles >= {"mentor", "sponsor", "peer", "client", "mentee"}
    assert len({contact.industry for contact in people}) >= 12
    assert any(share.own for share in network.shares.values())
    assert any(not share.sent for share in network.shares.values())
    assert sum(len(share.sent) for share in network.shares.values()) >= 5
