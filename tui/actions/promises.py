"""Promises, theirs and yours, and dated steps: make, move, drop, take up again."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from tui.actions.interactions import Refused, names, put_follow_up
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Contact, FollowUp, FollowUpKind, FollowUpStatus, Move
from tui.model.text import one_line
from tui.rules.phrases import clipped, short_day
from tui.rules.queue.sources import step_key

_MADE: dict[FollowUpKind, str] = {
    "promise": "Promised {}",
    "waiting": "Waiting for {}",
    "follow_up": "Planned the next step with {}",
}


def add_promise(
    network: Network,
    now: datetime,
    *,
    kind: FollowUpKind,
    contact: str,
    text: str,
    due: date | None = None,
    event: str | None = None,
    interaction: str | None = None,
) -> Change:
    """Return the Change that writes down a promise, a waiting or a dated step with a contact (uid).

    Raises:
        Refused: if nothing is said, or the contact isn't known.
    """
    if contact not in network.contacts:
        raise Refused("This person is not among your contacts any more: choose somebody else.")
    if not text.strip() and (kind != "follow_up" or due is None):
        raise Refused("Nothing is promised yet: say what it is.")
    edits = Edits(network)
    made = put_follow_up(
        edits,
        now,
        kind=kind,
        contact=contact,
        text=text,
        due=due,
        event=event,
        interaction=interaction,
    )
    return edits.change(_about(_MADE[kind].format(names(network, (contact,))), made))


def move(network: Network, follow_up: str, due: date | None, reason: str, now: datetime) -> Change:
    """Return the Change that gives a promise, waiting or step (uid) another day; the one it had is kept.

    Whatever hid its row ends: the new day says when it shows.

    Raises:
        Refused: if it was closed meanwhile.
    """
    return amend(network, _still_open(network, follow_up), due=due, reason=reason, now=now)


def amend(
    network: Network,
    step: FollowUp,
    *,
    now: datetime,
    text: str | None = None,
    due: date | None,
    reason: str = "",
) -> Change:
    """Return the Change that words a promise, waiting or step anew, or gives it another day, or both.

    A day that changes is kept among its moves with the reason, and whatever hid its row ends: the new day
    says when it shows.

    Raises:
        Refused: if it was closed meanwhile, or nothing would be left of it.
    """
    record = _still_open(network, step.uid)
    words = record.text if text is None else text.strip()
    if words != record.text and not words and (record.kind != "follow_up" or due is None):
        raise Refused("Nothing is promised then: say what it is, or let it go.")
    edits = Edits(network)
    after = msgspec.structs.replace(record, text=words)
    said = "Changed"
    if due != record.due:
        moved = Move(day=now.date(), before=record.due, reason=reason.strip())
        after = msgspec.structs.replace(after, due=due, moves=(*record.moves, moved))
        contact = edits.get(Contact, record.contact)
        if contact is not None:
            kept = tuple(it for it in contact.deferrals if it.row != step_key(record))
            edits.put(msgspec.structs.replace(contact, deferrals=kept))
        said = f"Moved to {short_day(due, now.date()) if due else 'no fixed day'}"
    edits.put(after)
    return edits.change(_about(said, after))


def drop(network: Network, follow_up: str, now: datetime) -> Change:
    """Return the Change that lets a promise, waiting or step (uid) go. It stays in the history.

    Raises:
        Refused: if it was closed meanwhile.
    """
    record = network.follow_ups.get(follow_up)
    if record is None or record.status != "open":
        raise Refused("This was closed meanwhile: there is nothing left to drop.")
    edits = Edits(network)
    edits.put(closed(record, "dropped", now.date()))
    return edits.change(_about("Let go", record))


def reopen(network: Network, follow_up: str) -> Change:
    """Return the Change that takes a closed promise, waiting or step (uid) up again.

    Raises:
        Refused: if it was removed, or is open.
    """
    record = network.follow_ups.get(follow_up)
    if record is None or record.status == "open":
        raise Refused("This is open: there is nothing to take up again.")
    edits = Edits(network)
    edits.put(msgspec.structs.replace(record, status="open", closed=None))
    return edits.change(_about("Took up again", record))


def _still_open(network: Network, uid: str) -> FollowUp:
    record = network.follow_ups.get(uid)
    if record is None or record.status != "open":
        raise Refused("This was closed meanwhile: take it up again first.")
    return record


def closed(follow_up: FollowUp, status: FollowUpStatus, day: date) -> FollowUp:
    """Return a follow-up as it is once done or dropped."""
    return msgspec.structs.replace(follow_up, status=status, closed=day)


def _about(words: str, follow_up: FollowUp) -> str:
    text = clipped(one_line(follow_up.text), 60)
    return f"{words}: {text}" if text else words
