"""Which event is meant: by words, and by the time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from msgspec.structs import replace

from tui.model.network import Network
from tui.model.records import Event
from tui.rules.matching.events import event_on, find_events, only_coming

EVENING = Event(
    uid="nov",
    name="Meet-up Cartões",
    place="Lisboa",
    start=date(2026, 11, 20),
    start_time=time(18, 30),
    end_time=time(21, 0),
    timezone="UTC",
)
BEFORE = Event(uid="oct", name="Meet-up Cartões", place="Porto", start=date(2026, 10, 16))
OTHER = Event(uid="other", name="The long meet-up supper", start=date(2026, 12, 1))
NETWORK = Network([EVENING, BEFORE, OTHER])


@pytest.mark.parametrize(
    ("words", "uids"),
    [
        ("oct", ["oct"]),
        ("meet-up cartoes", ["nov", "oct"]),
        ("MEET-UP", ["other", "nov", "oct"]),
        ("cart porto", ["oct"]),
        ("meet-up 2026-10", ["oct"]),
        ("ng meet", ["other"]),
        ("supper long", ["other"]),
        ("nothing", []),
        ("  ", []),
    ],
)
def test_by_words(words: str, uids: list[str]) -> None:
    assert [event.uid for event in find_events(NETWORK, words)] == uids


@pytest.mark.parametrize(
    ("hour", "minute", "uid"), [(18, 29, None), (18, 30, "nov"), (20, 59, "nov"), (23, 59, "nov")]
)
def test_by_the_time(hour: int, minute: int, uid: str | None) -> None:
    found = event_on(NETWORK, datetime(2026, 11, 20, hour, minute, tzinfo=UTC))
    assert (found.uid if found else None) == uid


def test_what_is_over_takes_no_more_lines() -> None:
    late = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
    assert event_on(NETWORK, datetime(2026, 11, 21, 0, 0, tzinfo=UTC)) is None
    assert event_on(Network([replace(EVENING, debriefed=True)]), late) is None
    assert event_on(Network([replace(EVENING, cancelled=True)]), late) is None


def test_of_several_the_only_one_to_come_is_preferred() -> None:
    def chosen(*events: Event, day: int = 20, hour: int = 12) -> str | None:
        found = only_coming(list(events), datetime(2026, 11, day, hour, tzinfo=UTC))
        return found.uid if found else None

    assert chosen(EVENING, BEFORE) == "nov"
    assert chosen(EVENING, BEFORE, hour=20) == "nov"
    assert chosen(EVENING, BEFORE, hour=22) is None
    assert chosen(EVENING, OTHER) is None
    assert chosen(replace(EVENING, cancelled=True), OTHER) == "other"
    assert chosen() is None
