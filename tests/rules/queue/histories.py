"""Random histories from a seed: small networks in which anything may have happened, made in no time.

A seed each, and not a strategy of strategies: drawing a history from Hypothesis piece by piece takes so long
that a busy machine fails its health checks. A failing seed is tried again with `history(seed)`.
"""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.rules.making import days_ago, deferral, event, introduction, person, step, touch
from tui.model.records import Attendee, Milestone, Profile
from tui.rules.queue.ranking import Queue, Row

UIDS = ("ana", "ben", "cai", "dov", "eri", "fay", "gus", "hoa")
_ROWS = ("check_in", "reconnect", "promise:0", "follow_up:fair", "introduction:i0", "milestone:birthday:2026")
_TIERS = ("inner", "close", "active", "wide", "ambient")


def history(seed: int) -> list[Any]:
    """Return the records of the network of a seed."""
    luck = Random(seed)
    records: list[Any] = [Profile(uid="me", needs=("designers",))]
    records += [_person(luck, uid) for uid in UIDS[: luck.randint(1, len(UIDS))]]
    known = [it.uid for it in records[1:]]
    for place in range(luck.randint(0, 12)):
        records.append(
            touch(
                luck.choice(known),
                luck.randint(-20, 1600) if luck.random() < 0.6 else luck.randint(0, 60),
                uid=f"t{place}",
                attempt=luck.random() < 0.3,
                channel=luck.choice(["email", "in person", "call"]),
            )
        )
    for place in range(luck.randint(0, 6)):
        kind: Any = luck.choice(["promise", "waiting", "follow_up"])
        due, made = (luck.choice([None, days_ago(luck.randint(-30, 60))]) for _ in range(2))
        status = luck.choice(["open", "open", "done", "dropped"])
        closed = days_ago(luck.randint(0, 9)) if status != "open" else None
        records.append(
            step(kind, luck.choice(known), uid=str(place), due=due, made=made, status=status, closed=closed)
        )
    for place in range(luck.randint(0, 4)):
        crowd = luck.sample(known, luck.randint(0, len(known)))
        people = tuple(
            Attendee(contact=uid, outcome=luck.choice(["expected", "met", "met", "not met"])) for uid in crowd
        )
        start = days_ago(luck.randint(-20, 40))
        records.append(event("fair" if place == 0 else f"fair {place}", start=start, people=people))
    for place in range(luck.randint(0, 3) if len(known) > 1 else 0):
        first, second = luck.sample(known, 2)
        status = luck.choice(["idea", "asked first", "asked second", "introduced", "came of it", "declined"])
        added = days_ago(luck.randint(0, 40))
        records.append(introduction(uid=f"i{place}", first=first, second=second, status=status, added=added))
    return records


def _person(luck: Random, uid: str) -> Any:
    put_offs = []
    for _ in range(luck.choice([0, 0, 0, 1, 2, 3])):
        until = luck.randint(-90, 30)
        put_offs.append(
            deferral(
                luck.choice(_ROWS),
                days_ago(-until),
                days_ago(max(-until, 0) + luck.randint(0, 90)),
                luck.choice(["snooze", "skip", "attempted"]),
            )
        )
    born = Milestone(label="birthday", month=luck.randint(10, 12), day=luck.randint(1, 31))
    day = luck.choice([None, days_ago(luck.randint(-5, 1600))])
    return person(
        uid,
        name=luck.choice(["Ana Gil", "Émile Roy", "Zoë Arden", "李小龙"]),
        tier=luck.choice(_TIERS),
        interval=luck.choice([None, None, None, 3, 45]),
        added=luck.choice([None, days_ago(luck.randint(-5, 1600))]),
        met_day=day,
        met_event=luck.choice([None, "fair"]) if day is None else None,
        paused=luck.random() < 0.1,
        archived=luck.random() < 0.1,
        deferrals=tuple(put_offs),
        milestones=(born,) if luck.random() < 0.4 else (),
        place=luck.choice(["", "Oslo", "Lima"]),
        timezone=luck.choice(["", "Asia/Tokyo", "America/Los_Angeles"]),
    )


def histories() -> st.SearchStrategy[list[Any]]:
    """Return the networks of all seeds."""
    return st.integers(0, 2**32).map(history)


def everything(found: Queue) -> list[Row]:
    """Return all rows of a queue: those shown, those counted, those that come."""
    return [*found.rows, *found.more, *found.coming]
