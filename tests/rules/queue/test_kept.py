"""What the queue keeps between two readings is what it would reckon anew, whatever was altered meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.rules.making import NOW, TODAY, days_ago, event, person, touch
from tests.rules.queue.histories import histories, history
from tui.model.change import Edits
from tui.model.network import Network
from tui.model.settings import Settings, TierDays
from tui.rules.queue import reconnect
from tui.rules.queue.fortnight import fortnight
from tui.rules.queue.ranking import queue
from tui.rules.queue.review import review
from tui.rules.queue.rows import read_past
from tui.view.reasons import reason


@pytest.fixture(autouse=True, scope="module")
def large() -> Any:
    """A part of everybody a day, as in a large network."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reconnect, "_ALL_BELOW", 0)
        yield


@settings(max_examples=60)
@given(histories(), st.lists(st.tuples(st.integers(0, 2**32), st.integers(1, 9)), max_size=4))
def test_kept_by_change_is_as_reckoned_anew(records: list[Any], changes: list[tuple[int, int]]) -> None:
    held, now = Network(records), NOW
    same(held, now)
    for seed, which in changes:
        edits, others = Edits(held), {it.uid: it for it in history(seed)}
        # A part of another history takes the place of what was: some come, some go, some are altered.
        edits.put(*(it for number, it in enumerate(others.values()) if number % which == 0))
        edits.remove(
            it for number, it in enumerate(held.records()) if it.uid not in others and number % which
        )
        change = edits.change("x")
        held.apply(change)
        same(held, now)
        if which == 1:
            held.apply(change.inverse())
            same(held, now)
        elif which == 2:
            now += timedelta(days=seed % 40)
        elif which == 3:
            held.settings = Settings(tiers=TierDays(active=seed % 300 + 1))
        same(held, now)


def same(held: Network, now: datetime) -> None:
    """See that a network answers as one that was just opened."""
    fresh = Network(held.records())
    fresh.settings = held.settings
    found = queue(held, now)
    assert found == queue(fresh, now)
    assert fortnight(held, now) == fortnight(fresh, now)
    assert review(held, now) == review(fresh, now)
    again = [row for row in found.rows if row.kind == "reconnect"]
    assert [reason(row, held, now) for row in again] == [reason(row, fresh, now) for row in again]


def test_whoever_is_met_or_comes_later_is_seen() -> None:
    long = person("maya", tier="active", added=days_ago(400))
    silent = person("xa", tier="ambient", added=days_ago(2000))
    held = Network([long, silent, touch("xa", 900)])
    day = next(NOW + timedelta(days=it) for it in range(16) if (NOW.date().toordinal() + it) % 16 == 0xA)
    same(held, day)
    assert [row.contact for row in queue(held, day).rows] == ["maya", "xa"]
    # With more of them, the one who comes later is chosen on one of the days that are theirs.
    edits = Edits(held)
    edits.put(*(replace(silent, uid=f"{number}a") for number in range(9)))
    edits.put(*(touch(f"{number}a", 900) for number in range(9)), event("fair", "maya", start=days_ago(30)))
    held.apply(edits.change("x"))
    same(held, day)
    assert [row.contact for row in queue(held, day).rows] != ["maya", "xa"]


def test_whoever_is_decided_about_waits_no_more() -> None:
    came = [person(f"p{number}", tier="ambient", source="linkedin") for number in range(3)]
    held = Network([*came, touch("p2", 900)])
    for number, fields in ((2, {}), (1, {"triaged": TODAY}), (0, {"tier": "close"})):
        edits = Edits(held)
        edits.put(replace(came[number % 2], **fields))
        held.apply(edits.change("x"))
        same(held, NOW)
        assert [item.number for item in review(held, NOW).of("triage")] == [number] * bool(number)


def test_what_nothing_happened_to_is_not_read_again() -> None:
    held = Network(history(7))
    past, circle = read_past(held, NOW), reconnect.circle_of(held)
    edits = Edits(held)
    for contact in held.contacts.values():
        edits.put(replace(contact, notes="one more"))
    held.apply(edits.change("x"))
    assert read_past(held, NOW) is past
    assert reconnect.circle_of(held) is circle
    assert any(it.tier in ("inner", "close") for it in held.contacts.values())
