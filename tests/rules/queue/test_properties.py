"""The queue over random histories: it agrees with the cadence, shows no more than it may, and loses nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.making import NOW, touch
from tests.rules.queue.histories import UIDS, everything, histories
from tui.model.network import Network
from tui.rules import cadence
from tui.rules.queue.ranking import Queue, queue


@settings(max_examples=300)
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


@settings(max_examples=300)
@given(histories(), st.sampled_from(UIDS), st.integers(0, 400))
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


@settings(max_examples=300)
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
