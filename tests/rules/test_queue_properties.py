"""The queue over random histories: what has to hold whatever happened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.making import NOW, days_ago, deferral, event, introduction, person, step, touch
from tui.model.network import Network
from tui.model.records import Attendee, Milestone, Profile
from tui.rules import cadence
from tui.rules.queue.ranking import KINDS, Queue, Row, queue

UIDS = ("ana", "ben", "cai", "dov", "eri", "fay", "gus", "hoa")
TIERS = ("inner", "close", "active", "wide", "ambient")
ROWS = ("check_in", "reconnect", "promise:1", "follow_up:fair", "introduction:i1", "milestone:birthday:2026")

agos = st.integers(-20, 1600)
uids = st.sampled_from(UIDS)


@st.composite
def people(draw: st.DrawFn) -> list[Any]:
    found = []
    for uid in UIDS:
        put_offs = [
            deferral(
                draw(st.sampled_from(ROWS)), days_ago(day - draw(st.integers(1, 200))), days_ago(day), action
            )
            for day, action in draw(
                st.lists(
                    st.tuples(st.integers(0, 90), st.sampled_from(["snooze", "skip", "attempted"])),
                    max_size=3,
                )
            )
        ]
        milestone = Milestone(label="birthday", month=draw(st.integers(10, 12)), day=draw(st.integers(1, 31)))
        found.append(
            person(
                uid,
                name=draw(st.sampled_from(["Ana Gil", "Émile Roy", "Zoë Arden", "李小龙"])),
                tier=draw(st.sampled_from(TIERS)),
                interval=draw(st.sampled_from([None, None, None, 3, 45])),
                added=draw(st.none() | agos.map(days_ago)),
                met_day=draw(st.none() | agos.map(days_ago)),
                paused=draw(st.integers(0, 9)) == 0,
                archived=draw(st.integers(0, 9)) == 0,
                deferrals=tuple(put_offs),
                milestones=(milestone,) if draw(st.booleans()) else (),
                place=draw(st.sampled_from(["", "Oslo", "Lima"])),
                timezone=draw(st.sampled_from(["", "Asia/Tokyo", "America/Los_Angeles"])),
            )
        )
    return found


@st.composite
def histories(draw: st.DrawFn) -> list[Any]:
    records: list[Any] = [Profile(uid="me", needs=("designers",)), *draw(people())]
    for i, (uid, ago, attempt) in enumerate(
        draw(st.lists(st.tuples(uids, agos, st.booleans()), max_size=12))
    ):
        records.append(touch(uid, ago, uid=f"t{i}", attempt=attempt, channel="email"))
    kinds: Any = st.sampled_from(["promise", "waiting", "follow_up"])
    dates = st.none() | st.integers(-30, 60).map(days_ago)
    statuses = st.sampled_from(["open", "open", "done"])
    for i, (kind, uid, due, made, status) in enumerate(
        draw(st.lists(st.tuples(kinds, uids, dates, dates, statuses), max_size=8))
    ):
        records.append(step(kind, uid, uid=str(i), due=due, made=made, status=status))
    outcomes: Any = st.sampled_from(["expected", "met", "not met"])
    for i, (start, crowd) in enumerate(
        draw(st.lists(st.tuples(st.integers(-20, 40), st.dictionaries(uids, outcomes)), max_size=4))
    ):
        attendees = tuple(Attendee(contact=uid, outcome=outcome) for uid, outcome in crowd.items())
        records.append(event("fair" if i == 0 else f"fair {i}", start=days_ago(start), people=attendees))
    for i, (pair, status) in enumerate(
        draw(
            st.lists(
                st.tuples(
                    st.permutations(UIDS), st.sampled_from(["idea", "asked first", "introduced", "declined"])
                ),
                max_size=3,
            )
        )
    ):
        records.append(
            introduction(uid=f"i{i}", first=pair[0], second=pair[1], status=status, added=days_ago(30))
        )
    return records


def everything(found: Queue) -> list[Row]:
    return [*found.rows, *found.more, *found.coming]


@settings(max_examples=100)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_is_total_and_the_same_however_the_records_lie(records: list[Any], luck: Any) -> None:
    first = queue(Network(records), NOW)
    mixed = list(records)
    luck.shuffle(mixed)
    assert queue(Network(mixed), NOW) == first
    ranks = [KINDS.index(row.kind) for row in first.rows]
    assert ranks == sorted(ranks)
    names = [(row.contact, row.key) for row in everything(first)]
    assert len(names) == len(set(names))


@settings(max_examples=100)
@given(histories())
def test_the_queue_agrees_with_the_cadence_and_shows_no_more_than_it_may(records: list[Any]) -> None:
    held = Network(records)
    found = queue(held, NOW)
    today = NOW.date()
    check_ins = [row for row in found.rows if row.kind == "check_in"]
    assert len(check_ins) <= 5
    assert len([row for row in found.rows if row.kind == "reconnect"]) <= 1
    for row in (*check_ins, *found.more):
        contact = held.contacts[row.contact]
        assert row.ratio == cadence.ratio(held, contact, today) >= 1
        assert row.due == cadence.next_due(held, contact, today)
        assert row.due is not None
        assert row.due <= today
    for row in everything(found):
        contact = held.contacts[row.contact]
        assert not contact.archived
        assert not any(put_off.row == row.key and put_off.until > today for put_off in contact.deferrals)


@settings(max_examples=100)
@given(histories(), uids, st.integers(0, 400))
def test_rule_2_a_touch_never_makes_anybody_more_due(records: list[Any], uid: str, ago: int) -> None:
    def check_ins(found: Queue) -> dict[str, float]:
        return {row.contact: row.ratio for row in everything(found) if row.kind == "check_in"}

    before = check_ins(queue(Network(records), NOW))
    held = Network([*records, touch(uid, ago, uid="one more")])
    after = check_ins(queue(held, NOW))
    again = {row.contact for row in queue(Network(records), NOW).rows if row.kind == "reconnect"}
    for contact, ratio in after.items():
        # Somebody who was the day's reconnect stands among the check-ins again once another one is.
        assert contact in again or ratio <= before[contact]


@settings(max_examples=100)
@given(histories())
def test_rule_6_a_hidden_row_always_comes_back(records: list[Any]) -> None:
    """Nobody due is lost: the last put-off over, and with nothing open, whoever is due shows."""
    held = Network(records)
    untils = [put_off.until for contact in held.contacts.values() for put_off in contact.deferrals]
    later = NOW + timedelta(days=max([30, *((until - NOW.date()).days for until in untils)]) + 1)
    found = queue(held, later)
    shown = {row.contact for row in everything(found) if row.kind in ("check_in", "reconnect")}
    promised = {row.follow_up for row in everything(found)}
    for follow_up in held.follow_ups.values():
        if follow_up.status == "open" and follow_up.kind != "waiting":
            assert held.contacts[follow_up.contact].archived or follow_up.uid in promised
    for contact in held.contacts.values():
        dated = any(it.due and it.status == "open" for it in held.follow_ups_of(contact.uid))
        if cadence.ratio(held, contact, later.date()) >= 1 and not dated:
            assert contact.uid in shown
