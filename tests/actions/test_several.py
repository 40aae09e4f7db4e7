"""Several rows at once: one Change, undone as one, and refused as one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.rules.making import NOW, TODAY, days_ago, introduction, person, step, touch
from tui.actions.interactions import Refused
from tui.actions.several import attempted_all, done_all, skip_all, snooze_all
from tui.model.network import Network
from tui.rules.queue.ranking import Row, queue

MAYA, TOMAS = person("maya", tier="inner"), person("tomas", tier="inner")


def held() -> Network:
    return Network([MAYA, TOMAS, touch("maya", 90), step(due=days_ago(2)), introduction(added=days_ago(30))])


def rows_of(network: Network) -> tuple[Row, ...]:
    return queue(network, NOW).rows


def test_done_closes_each_and_logs_a_touch_for_each() -> None:
    network = held()
    before = rows_of(network)
    assert {row.kind for row in before} >= {"promise", "introduction", "check_in"}
    change = done_all(network, before, NOW)
    assert change.words == "Done: Maya Lin and Tomas Lin"
    network.apply(change)
    assert rows_of(network) == ()
    assert network.follow_ups["promise maya"].status == "done"
    assert network.introductions["intro"].status == "asked first"
    network.apply(change.inverse())
    assert rows_of(network) == before


def test_snoozed_skipped_and_tried_are_hidden_and_come_back() -> None:
    network = held()
    before = rows_of(network)
    until = TODAY + timedelta(days=3)
    for change in (
        snooze_all(network, before, NOW, until),
        skip_all(network, before, NOW),
        attempted_all(network, before, NOW),
    ):
        network.apply(change)
        assert rows_of(network) == ()
        network.apply(change.inverse())
        assert rows_of(network) == before
    assert snooze_all(network, before, NOW, until).words == "Snoozed Maya Lin and Tomas Lin until Tue 24 Nov"


def test_somebody_marked_twice_was_tried_once() -> None:
    network = held()
    rows = [row for row in rows_of(network) if row.contact == "maya"]
    assert len(rows) > 1
    network.apply(attempted_all(network, rows, NOW))
    assert len([it for it in network.interactions.values() if it.attempt]) == 1


def test_what_can_not_be_done_for_one_is_done_for_none() -> None:
    network = held()
    rows = rows_of(network)
    network.apply(done_all(network, rows[:1], NOW))
    with pytest.raises(Refused, match="closed meanwhile"):
        done_all(network, rows, NOW)
    with pytest.raises(Refused, match="not after today"):
        snooze_all(network, rows, NOW, TODAY)
    with pytest.raises(Refused, match="Nobody is marked"):
        skip_all(network, (), NOW)
