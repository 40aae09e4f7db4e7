"""The message that a row of the queue asks for, or that suits somebody without one."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.model.settings import Tone
from tui.rules.content_drafts import DraftKind
from tui.rules.drafts.writing import Draft, draft, kind_for
from tui.rules.moments import ends, is_over, starts
from tui.rules.queue.ranking import Row

_FRESH: Final = 14
"""Days after an event in which a message still follows it."""
_REMEMBERED: Final = 60
"""Days after an event in which a message of one's own choice may still speak of it."""


_SILENT: Final = 180
"""Days without a touch from which one gets back in touch."""


def written(
    network: Network,
    contact: Contact,
    row: Row | None,
    now: datetime,
    tone: Tone | None = None,
    *,
    kind: DraftKind | None = None,
) -> Draft:
    """Return the draft for a row of the queue, or for somebody without one; of another kind if one is given.

    Nobody is asked how they are by somebody never in touch with them: they get a first word instead.
    """
    chosen, event = _meant(network, contact, row, now)
    if kind is not None and kind != chosen:
        return _of_kind(network, contact, kind, now, tone)
    kind = chosen
    if row is None:
        return draft(network, contact, kind, now, tone=tone, event=event)
    return draft(
        network,
        contact,
        kind,
        now,
        tone=tone,
        event=event,
        follow_up=network.follow_ups.get(row.follow_up or ""),
        introduction=network.introductions.get(row.introduction or ""),
        milestone=row.milestone,
    )


def kinds(network: Network, contact: Contact, row: Row | None, now: datetime) -> tuple[DraftKind, ...]:
    """Return the kinds of message that make sense to somebody now, the one that the row calls for first."""
    first, _ = _meant(network, contact, row, now)
    steps = [it for it in network.follow_ups_of(contact.uid) if it.status == "open"]
    last = next((touch.day for touch in network.touches_of(contact.uid)), None)
    known = last is not None
    met = bool(contact.met_event or contact.met_day or contact.met_note)
    lately = last is not None and (now.date() - last).days <= _REMEMBERED
    silent = last is None or (now.date() - last).days >= _SILENT
    wanted: tuple[tuple[DraftKind, bool], ...] = (
        (first, True),
        ("promise_kept", any(it.kind == "promise" for it in steps)),
        ("waiting", any(it.kind == "waiting" for it in steps)),
        ("after_event", last_met_at(network, contact, now) is not None),
        ("before_event", expected_at(network, contact, now) is not None),
        ("thanks", lately),
        ("check_in", known),
        ("reconnect", silent and (known or met)),
        ("informational_interview", True),
        ("linkedin_note", True),
    )
    return tuple(dict.fromkeys(kind for kind, fits in wanted if fits))


def last_met_at(network: Network, contact: Contact, now: datetime) -> Event | None:
    """Return the last event at which you met, as far as a message can still follow it; None if there is none."""
    met = [
        event
        for event in network.events_of(contact.uid)
        if not event.cancelled
        and is_over(event, now)
        and (now - ends(event, now)).days <= _REMEMBERED
        and any(seat.contact == contact.uid and seat.outcome == "met" for seat in event.people)
    ]
    return max(met, key=lambda event: (ends(event, now), event.uid), default=None)


def others_addressed(network: Network, row: Row | None, message: Draft) -> tuple[Contact, ...]:
    """Return who else a message goes to: the other side of an introduction that is made in it."""
    introduction = network.introductions.get(row.introduction or "") if row is not None else None
    if introduction is None or row is None or message.kind != "introduction":
        return ()
    sides = (introduction.first, introduction.second)
    return tuple(network.contacts[uid] for uid in sides if uid != row.contact and uid in network.contacts)


def _meant(
    network: Network, contact: Contact, row: Row | None, now: datetime
) -> tuple[DraftKind, Event | None]:
    """Return the kind of message that a row calls for, and the event that it is about."""
    kind: DraftKind = "check_in" if row is None else kind_for(network, row)
    event = network.events.get(row.event or "") if row is not None else None
    if kind == "check_in" and not network.touches_of(contact.uid):
        return _first_word(network, contact, now)
    return kind, event


def _of_kind(network: Network, contact: Contact, kind: DraftKind, now: datetime, tone: Tone | None) -> Draft:
    """Return a message of a kind that was chosen, with the event or the promise that it can only be about."""
    event = step = None
    if kind in ("after_event", "linkedin_note"):
        event = last_met_at(network, contact, now)
    elif kind == "before_event":
        event = expected_at(network, contact, now)
    elif kind in ("promise_kept", "waiting"):
        whose = "promise" if kind == "promise_kept" else "waiting"
        mine = [it for it in network.follow_ups_of(contact.uid) if it.status == "open" and it.kind == whose]
        step = min(mine, key=lambda it: (it.due or now.date(), it.uid), default=None)
    return draft(network, contact, kind, now, tone=tone, event=event, follow_up=step)


def _first_word(network: Network, contact: Contact, now: datetime) -> tuple[DraftKind, Event | None]:
    """Return what to write to somebody with whom there was no touch yet, and the event that it is about."""
    event = network.events.get(contact.met_event or "")
    if event is not None and is_over(event, now) and (now - ends(event, now)).days <= _FRESH:
        return "after_event", event
    coming = expected_at(network, contact, now)
    met = contact.met_event or contact.met_day or contact.met_note
    return ("reconnect", None) if met and coming is None else ("before_event", coming)


def expected_at(network: Network, contact: Contact, now: datetime) -> Event | None:
    """Return the next event that somebody is expected at; None if there is none."""
    coming = [
        event
        for event in network.events_of(contact.uid)
        if not event.cancelled
        and not is_over(event, now)
        and any(seat.contact == contact.uid and seat.outcome == "expected" for seat in event.people)
    ]
    return min(coming, key=lambda event: (starts(event, now), event.uid), default=None)
