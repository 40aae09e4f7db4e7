"""Small networks for tests of cadence, queue and what is done with it. Everybody in them is invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tui.model.network import Network
from tui.model.records import (
    Attendee,
    Contact,
    Deferral,
    Event,
    FollowUp,
    FollowUpKind,
    Interaction,
    Introduction,
)
from tui.rules.queue.ranking import Queue, Row, queue

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=BERLIN)
TODAY = NOW.date()


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def person(uid: str = "maya", **fields: Any) -> Contact:
    """Somebody of tier active, added long ago unless said otherwise."""
    return Contact(uid=uid, **{"name": f"{uid.title()} Lin", "added": days_ago(3000), **fields})


def touch(contact: str = "maya", ago: int = 0, uid: str = "", **fields: Any) -> Interaction:
    day = fields.pop("day", days_ago(ago))
    contacts = fields.pop("contacts", (contact,))
    return Interaction(
        uid=uid or f"touch {contacts} {day} {len(fields)}", day=day, contacts=contacts, **fields
    )


def step(kind: FollowUpKind = "promise", contact: str = "maya", **fields: Any) -> FollowUp:
    return FollowUp(
        **{"uid": f"{kind} {contact}", "kind": kind, "contact": contact, "text": "send the deck", **fields}
    )


def event(uid: str = "pycon", *met: str, **fields: Any) -> Event:
    people = tuple(Attendee(contact=contact, outcome="met") for contact in met)
    return Event(uid=uid, **{"name": uid.title(), "start": days_ago(1), "people": people, **fields})


def introduction(**fields: Any) -> Introduction:
    return Introduction(**{"uid": "intro", "first": "maya", "second": "tomas", **fields})


def deferral(row: str, until: date, day: date | None = None, action: Any = "snooze") -> Deferral:
    return Deferral(row=row, action=action, day=day or days_ago(1), until=until)


def due(*records: Any, now: datetime = NOW) -> Queue:
    return queue(Network(records), now)


def rows(*records: Any, now: datetime = NOW, kind: str = "") -> list[Row]:
    return [row for row in due(*records, now=now).rows if not kind or row.kind == kind]


def keys(found: Queue) -> list[tuple[str, str]]:
    return [(row.contact, row.key) for row in found.rows]
