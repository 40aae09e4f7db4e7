"""What programs read: the facts of a list, a person or the queue as plain data, for `--json`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tui.model.codec import to_builtins
from tui.model.network import Network
from tui.model.records import Contact, FollowUp, Interaction
from tui.rules.cadence import last_touch, next_due
from tui.rules.queue.ranking import Queue, Row

if TYPE_CHECKING:
    from tui.rules.starters import Suggestion

Data = dict[str, Any]
"""One row: names of product and file to plain values, days as `date`."""


def contact_row(network: Network, contact: Contact, today: date) -> Data:
    """Return a contact as a row of `kith list`."""
    return {
        "uid": contact.uid,
        "name": contact.name,
        "nickname": contact.nickname,
        "organization": contact.organization,
        "title": contact.title,
        "emails": contact.emails,
        "phones": contact.phones,
        "profiles": contact.profiles,
        "place": contact.place,
        "tier": contact.tier,
        "circle": contact.circle,
        "groups": contact.groups,
        "roles": contact.roles,
        "interests": contact.interests,
        "offers": contact.offers,
        "needs": contact.needs,
        "last_touch": last_touch(network, contact, today),
        "next_due": next_due(network, contact, today),
        "paused": contact.paused,
        "archived": contact.archived,
    }


def person_row(network: Network, contact: Contact, suggestions: Iterable[Suggestion], now: datetime) -> Data:
    """Return everything about one contact that is not private, for `kith show`."""
    event = network.events.get(contact.met_event or "")
    introducer = network.contacts.get(contact.introduced_by or "")
    steps = sorted(
        network.follow_ups_of(contact.uid), key=lambda it: (it.status != "open", str(it.due), it.uid)
    )
    return {
        **contact_row(network, contact, now.date()),
        "met": {
            "event": event.name if event else "",
            "day": contact.met_day or (event.start if event else None),
            "note": contact.met_note,
            "introduced_by": introducer.name if introducer else "",
        },
        "milestones": [to_builtins(milestone) for milestone in contact.milestones],
        "culture": to_builtins(contact.culture),
        "notes": contact.notes,
        "interactions": [_touch(network, contact, touch) for touch in network.interactions_of(contact.uid)],
        "follow_ups": [_step(network, step) for step in steps],
        "starters": [starter_row(suggestion) for suggestion in suggestions],
    }


def starter_row(suggestion: Suggestion) -> Data:
    """Return one thing to say as a row of `kith starters`."""
    return {
        "text": suggestion.text,
        "because": suggestion.because,
        "kind": suggestion.kind,
        "depth": suggestion.depth,
    }


def due_rows(network: Network, found: Queue, now: datetime, *, everything: bool) -> list[Data]:
    """Return the queue as rows of `kith due`; `text` is what is to be done, where that was written down."""
    from tui.view.reasons import reason

    return [
        {
            "kind": row.kind,
            "contact": network.contacts[row.contact].name,
            "contact_uid": row.contact,
            "due": row.due,
            "reason": reason(row, network, now),
            "status": row.status,
            "text": due_text(network, row),
            "event": _event_name(network, row.event),
            "key": row.key,
        }
        for row in queue_rows(found, everything=everything)
    ]


def due_text(network: Network, row: Row) -> str:
    """Return what a row of the queue is about in the words that were typed; empty where none were."""
    step = network.follow_ups.get(row.follow_up or "")
    if step is not None:
        return step.text
    introduction = network.introductions.get(row.introduction or "")
    if introduction is not None:
        return introduction.reason
    return row.milestone.label if row.milestone else ""


def queue_rows(found: Queue, *, everything: bool) -> tuple[Row, ...]:
    """Return the rows of a queue as they are shown: today's, then what is coming.

    With `everything`, check-ins beyond the day's five stand behind those.
    """
    if not everything:
        return (*found.rows, *found.coming)
    behind = [row for row in found.rows if row.kind == "reconnect"]
    before = [row for row in found.rows if row.kind != "reconnect"]
    return (*before, *found.more, *behind, *found.coming)


def _touch(network: Network, contact: Contact, touch: Interaction) -> Data:
    others = (network.contacts.get(uid) for uid in touch.contacts if uid != contact.uid)
    return {
        "uid": touch.uid,
        "day": touch.day,
        "at": touch.at,
        "channel": touch.channel,
        "with": [other.name for other in others if other],
        "summary": touch.summary,
        "note": " ".join(note.text for note in touch.notes if note.contact == contact.uid),
        "depth": touch.depth,
        "gave": touch.gave,
        "received": touch.received,
        "ask_next": touch.ask_next,
        "event": _event_name(network, touch.event),
        "attempt": touch.attempt,
    }


def _step(network: Network, step: FollowUp) -> Data:
    return {
        "uid": step.uid,
        "kind": step.kind,
        "text": step.text,
        "made": step.made,
        "due": step.due,
        "event": _event_name(network, step.event),
        "status": step.status,
        "closed": step.closed,
    }


def _event_name(network: Network, uid: str | None) -> str:
    event = network.events.get(uid or "")
    return event.name if event else ""
