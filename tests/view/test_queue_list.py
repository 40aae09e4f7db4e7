"""The list of Follow-ups: events first, then whom the queue holds in groups, and what can wait folded into one row."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tui.demo import sample_network
from tui.model.network import Network
from tui.rules.queue.ranking import queue
from tui.view.queue_list import DEBRIEF, EVENT, MORE, QueueList, queue_list

NOW = datetime(2026, 3, 10, 8, tzinfo=ZoneInfo("Europe/Lisbon"))
NETWORK = sample_network(NOW)
FOUND = queue(NETWORK, NOW)


def titles(found: QueueList) -> list[str]:
    return ["".join(text for text, _ in found.headings[at]) for at in sorted(found.headings)]


def test_events_stand_first_and_every_group_has_its_heading() -> None:
    found = queue_list(NETWORK, FOUND, NOW)
    kinds = [name.split(" ")[0] + " " for name in found.ids[:2]]
    assert kinds == [DEBRIEF, EVENT]
    assert titles(found)[0] == "Events"
    assert titles(found)[-1] in ("Coming up", "Once a week")
    assert len(set(titles(found))) == len(titles(found))
    assert found.rows.keys() <= set(found.ids)


def test_check_ins_that_can_wait_are_one_row_until_they_are_asked_for() -> None:
    folded, every = queue_list(NETWORK, FOUND, NOW), queue_list(NETWORK, FOUND, NOW, every=True)
    assert (MORE in folded.ids) == bool(FOUND.more)
    assert MORE not in every.ids
    assert len(every.rows) - len(folded.rows) == len(FOUND.more)


def test_an_empty_network_has_an_empty_list() -> None:
    network = Network()
    found = queue_list(network, queue(network, NOW), NOW)
    assert (found.ids, found.headings, found.rows) == ((), {}, {})
