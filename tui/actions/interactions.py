"""What happened: log a touch or an attempt, put it right, take it out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

import msgspec

from tui.model.base import new_uid
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Channel, Contact, FollowUp, FollowUpKind, Interaction, Note
from tui.rules.namesakes import told_apart
from tui.rules.phrases import listed, short_day

_NAMES_SHOWN = 3
_SAID: dict[Channel, str] = {
    "in person": "a meeting with",
    "call": "a call with",
    "video": "a video call with",
    "message": "a message to",
    "email": "an email to",
    "social": "a message online to",
}


class Refused(ValueError):
    """Something that can't be done as asked; the message says why and what to do, in one sentence."""


def log(
    network: Network,
    now: datetime,
    *,
    contacts: Sequence[str],
    day: date,
    at: datetime | None = None,
    channel: Channel,
    summary: str = "",
    depth: int = 0,
    gave: str = "",
    received: str = "",
    ask_next: str = "",
    notes: Sequence[Note] = (),
    event: str | None = None,
    next_step: str = "",
    next_date: date | None = None,
    attempt: bool = False,
) -> Change:
    """Return the Change that logs a touch, with its next step if there is one.

    Args:
        network: Who is known.
        now: The moment, in the user's zone.
        contacts: Everybody who took part (uid).
        day: Day it happened, as the user says it.
        at: The exact moment, where it is known.
        channel: How you were in touch.
        summary: What it was about.
        depth: 1 to 3, 0 if not said.
        gave: What you gave.
        received: What you received.
        ask_next: The thread to pick up next time.
        notes: What concerned one of several people only.
        event: Event (uid) of which it was part.
        next_step: What is to be done next, for each of the people.
        next_date: Day for that; a step without one counts as due in a week.
        attempt: True if nobody was reached; it is then no touch.

    Raises:
        Refused: if nobody is named, somebody isn't known, or the day hasn't come yet.
    """
    edits = Edits(network)
    touch = put_touch(
        edits,
        now,
        contacts=contacts,
        day=day,
        at=at,
        channel=channel,
        summary=summary,
        depth=depth,
        gave=gave,
        received=received,
        ask_next=ask_next,
        notes=notes,
        event=event,
        attempt=attempt,
    )
    put_next_steps(edits, now, touch, next_step, next_date)
    return edits.change(said(network, touch))


def put_touch(
    edits: Edits,
    now: datetime,
    *,
    contacts: Sequence[str],
    day: date,
    at: datetime | None = None,
    channel: Channel,
    summary: str = "",
    depth: int = 0,
    gave: str = "",
    received: str = "",
    ask_next: str = "",
    notes: Sequence[Note] = (),
    event: str | None = None,
    attempt: bool = False,
) -> Interaction:
    """Add a touch to a Change that is being put together, and return it; all else is as for `log`."""
    people = tuple(dict.fromkeys(contacts))
    if not people:
        raise Refused("Nobody is named: say who you were in touch with.")
    if any(edits.get(Contact, uid) is None for uid in people):
        raise Refused("Somebody named is not among your contacts any more: choose again with whom it was.")
    _not_ahead(day, now)
    touch = Interaction(
        uid=new_uid(),
        day=day,
        contacts=people,
        at=fixed(at) if at is not None else None,
        channel=channel,
        summary=summary.strip(),
        depth=min(max(depth, 0), 3),
        gave=gave.strip(),
        received=received.strip(),
        ask_next=ask_next.strip(),
        notes=tuple(note for note in notes if note.text.strip()),
        event=event,
        attempt=attempt,
        added=fixed(now),
    )
    edits.put(touch)
    return touch


def put_next_steps(
    edits: Edits, now: datetime, touch: Interaction, text: str, due: date | None
) -> tuple[FollowUp, ...]:
    """Add the next step for each person of a touch, if there is one: what is to be done, and when."""
    if not text.strip() and due is None:
        return ()
    return tuple(
        put_follow_up(edits, now, kind="follow_up", contact=uid, text=text, due=due, interaction=touch.uid)
        for uid in touch.contacts
    )


def put_follow_up(
    edits: Edits,
    now: datetime,
    *,
    kind: FollowUpKind,
    contact: str,
    text: str = "",
    due: date | None = None,
    event: str | None = None,
    interaction: str | None = None,
    made: date | None = None,
) -> FollowUp:
    """Add a promise, a waiting or a dated step to a Change that is being put together, and return it.

    It was made today, or on the day `made`: what was promised at an event is often written down a day later.
    """
    follow_up = FollowUp(
        uid=new_uid(),
        kind=kind,
        contact=contact,
        text=text.strip(),
        made=made or now.date(),
        due=due,
        event=event,
        interaction=interaction,
    )
    edits.put(follow_up)
    return follow_up


def edit(network: Network, interaction: Interaction, now: datetime) -> Change:
    """Return the Change that puts an interaction right: the record as it should be, under its uid.

    Raises:
        Refused: if it was removed meanwhile, names nobody, or its day hasn't come yet.
    """
    if interaction.uid not in network.interactions:
        raise Refused("This was removed meanwhile: log it anew.")
    if not interaction.contacts:
        raise Refused("Nobody is named: say who you were in touch with, or remove it.")
    if interaction.day != network.interactions[interaction.uid].day:
        _not_ahead(interaction.day, now)
    edits = Edits(network)
    edits.put(interaction)
    return edits.change(f"Changed {_what(network, interaction)}")


def reached(network: Network, interaction: str, now: datetime) -> Change:
    """Return the Change that makes an attempt (uid) a touch, or a touch an attempt: it was logged as the other.

    Raises:
        Refused: if it was removed meanwhile.
    """
    record = network.interactions.get(interaction)
    if record is None:
        raise Refused("This was removed meanwhile: log it anew.")
    change = edit(network, msgspec.structs.replace(record, attempt=not record.attempt), now)
    who = names(network, record.contacts)
    words = f"You did reach {who}" if record.attempt else f"You tried to reach {who}: it is no touch"
    return Change(words, change.edits)


def remove(network: Network, interaction: str) -> Change:
    """Return the Change that takes an interaction (uid) out. Promises made in it stand.

    Raises:
        Refused: if it was removed meanwhile.
    """
    record = network.interactions.get(interaction)
    if record is None:
        raise Refused("This was removed already.")
    edits = Edits(network)
    edits.remove([record])
    for uid in record.contacts:
        for follow_up in network.follow_ups_of(uid):
            if follow_up.interaction == interaction:
                edits.put(msgspec.structs.replace(follow_up, interaction=None))
    return edits.change(f"Removed {_what(network, record)}")


def said(network: Network, interaction: Interaction) -> str:
    """Return what was logged, in words: 'Logged a call with Maya Lin'."""
    if interaction.attempt:
        return f"Noted that you tried to reach {names(network, interaction.contacts)}"
    return f"Logged {_what(network, interaction)}"


def names(network: Network, contacts: Sequence[str]) -> str:
    """Return the names of some contacts (uid) as a list in a sentence, cut short after three; namesakes told apart."""
    known = [network.contacts[uid] for uid in contacts if uid in network.contacts]
    if len(known) > _NAMES_SHOWN:
        shown = ", ".join(told_apart(known[: _NAMES_SHOWN - 1]))
        return f"{shown} and {len(known) - _NAMES_SHOWN + 1:,} more"
    return listed(told_apart(known)) or "somebody"


def fixed(moment: datetime) -> datetime:
    """Return a moment as it is kept: to the second, with its offset as a number, as the file has it.

    A moment read back from the file then equals the one that was written, also in the hour that daylight
    saving repeats.
    """
    offset = moment.utcoffset() or timedelta(0)
    plain = datetime.combine(moment.date(), moment.time().replace(microsecond=0, fold=0))
    return plain.replace(tzinfo=timezone(offset))


def _not_ahead(day: date, now: datetime) -> None:
    # A day's grace, for somebody who has just flown west over the date line.
    if day > now.date() + timedelta(days=1):
        shown = short_day(day, now.date())
        raise Refused(f"{shown} is still to come: log it when it has happened, or plan it as a next step.")


def _what(network: Network, interaction: Interaction) -> str:
    what = "an attempt to reach" if interaction.attempt else _SAID[interaction.channel]
    return f"{what} {names(network, interaction.contacts)}"
