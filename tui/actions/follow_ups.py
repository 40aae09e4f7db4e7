"""Working through the queue: done, snooze, skip, attempted, as it is; and what `promises` and `pace` do.

Done always logs a touch, and then closes what the row was about. Put-offs are kept on the contact under the
row's key, so that the row comes back by itself, with nothing about it changed.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from tui.actions.interactions import Refused, names, put_next_steps, put_touch, said
from tui.actions.moving_on import decline, moved_on
from tui.actions.pace import fresh_start, pause, resume, set_tier, slower, visited
from tui.actions.promises import add_promise, closed, drop, move, reopen
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import (
    Channel,
    Contact,
    Deferral,
    Deferred,
    FollowUp,
    Interaction,
)
from tui.model.text import one_line
from tui.rules import cadence
from tui.rules.phrases import clipped, count, short_day
from tui.rules.queue.ranking import Row
from tui.rules.queue.rows import same_row
from tui.rules.queue.sources import NEWS_DAYS, is_news

__all__ = [
    "Refused",
    "add_promise",
    "as_it_is",
    "attempted",
    "decline",
    "done",
    "drop",
    "fresh_start",
    "move",
    "pause",
    "reopen",
    "resume",
    "set_tier",
    "skip",
    "slower",
    "snooze",
    "visited",
]

STEP_SKIP_DAYS = 7
"""Days for which a skip hides a promise, a waiting, or another step."""

ATTEMPTED_DAYS = 7
"""Days for which an attempt hides a row."""
AMBIENT_SKIP_DAYS = 180
"""Days for which a skip hides a row of somebody without an interval."""


def done(
    network: Network,
    row: Row,
    now: datetime,
    *,
    channel: Channel,
    summary: str = "",
    ask_next: str = "",
    next_step: str = "",
    next_date: date | None = None,
    depth: int = 0,
    gave: str = "",
    received: str = "",
    day: date | None = None,
) -> Change:
    """Return the Change that does a row: logs the touch, and closes what the row was about.

    A promise or step is closed, an introduction moves on by one step, a milestone is greeted for this year.
    What was promised is noted as given or received, unless something else is said.

    Raises:
        Refused: if the row's promise or introduction was closed meanwhile, or the day hasn't come yet.
    """
    edits = Edits(network)
    touch, words = put_done(
        edits,
        network,
        row,
        now,
        channel=channel,
        summary=summary,
        ask_next=ask_next,
        depth=depth,
        gave=gave,
        received=received,
        day=day,
    )
    put_next_steps(edits, now, touch, next_step, next_date)
    return edits.change(words or said(network, touch))


def put_done(
    edits: Edits,
    network: Network,
    row: Row,
    now: datetime,
    *,
    channel: Channel,
    summary: str = "",
    ask_next: str = "",
    depth: int = 0,
    gave: str = "",
    received: str = "",
    day: date | None = None,
) -> tuple[Interaction, str]:
    """Do a row within a Change that is being put together; return its touch, and what closed in words, if anything.

    Raises:
        Refused: as `done` does.
    """
    today = now.date()
    people: tuple[str, ...] = (row.contact,)
    words = ""
    if row.follow_up is not None:
        follow_up = _open(edits, row.follow_up)
        edits.put(closed(follow_up, "done", day or today))
        if follow_up.kind == "promise":
            gave = gave or follow_up.text
            words = _about(f"Kept the promise to {names(network, people)}", follow_up.text)
        elif follow_up.kind == "waiting":
            received = received or follow_up.text
            words = _about(f"{names(network, people)} kept their promise", follow_up.text)
    elif row.introduction is not None:
        introduction = moved_on(edits, row, row.introduction, day or today)
        edits.put(introduction)
        sides = (introduction.first, introduction.second)
        if introduction.status == "introduced":
            people, words = sides, f"Introduced {names(network, sides)}"
        elif introduction.status == "came of it":
            words = f"Asked what came of introducing {names(network, sides)}"
        else:
            other = sides[1] if row.contact == sides[0] else sides[0]
            words = f"Asked {names(network, people)} about meeting {names(network, (other,))}"
    touch = put_touch(
        edits,
        now,
        contacts=people,
        day=day or today,
        at=now if day in (None, today) else None,
        channel=channel,
        summary=summary,
        depth=depth,
        gave=gave,
        received=received,
        ask_next=ask_next,
    )
    _forget_put_offs(edits, row)
    if row.kind == "milestone" and row.due is not None:
        # Two days past it, since where the contact lives it can still be the day itself; news stay longer.
        days = NEWS_DAYS if row.milestone is not None and is_news(row.milestone) else 0
        _put_off(edits, row, "skip", today, max(row.due, today) + timedelta(days=days + 2))
    return touch, words


def snooze(network: Network, row: Row, now: datetime, until: date) -> Change:
    """Return the Change that hides a row until a day, on which it is back with its true ratio.

    Raises:
        Refused: if the day does not lie ahead.
    """
    edits, today = Edits(network), now.date()
    put_snooze(edits, row, now, until)
    return edits.change(f"Snoozed {names(network, (row.contact,))} until {short_day(until, today)}")


def put_snooze(edits: Edits, row: Row, now: datetime, until: date) -> None:
    """Hide a row until a day, within a Change that is being put together; refuses as `snooze` does."""
    today = now.date()
    if until <= today:
        raise Refused(f"{short_day(until, today)} is not after today: choose a later day, such as tomorrow.")
    _put_off(edits, row, "snooze", today, until)


def skip(network: Network, row: Row, now: datetime) -> Change:
    """Return the Change that hides a row: a check-in for one interval of its contact (180 days where there is none).

    What was promised or has to be said soon is back after a week: passed over once, and never lost sight of.
    """
    edits = Edits(network)
    today = now.date()
    days = (
        skip_days(network, _contact(edits, row)) if row.kind in ("check_in", "reconnect") else STEP_SKIP_DAYS
    )
    until = _ahead(today, days)
    _put_off(edits, row, "skip", today, until)
    return edits.change(f"Skipped {names(network, (row.contact,))} until {short_day(until, today)}")


def put_skip(edits: Edits, network: Network, row: Row, now: datetime) -> date:
    """Skip a row within a Change that is being put together; return the day on which it is back."""
    rhythm = row.kind in ("check_in", "reconnect")
    days = skip_days(network, _contact(edits, row)) if rhythm else STEP_SKIP_DAYS
    until = _ahead(now.date(), days)
    _put_off(edits, row, "skip", now.date(), until)
    return until


def skip_days(network: Network, contact: Contact) -> int:
    """Return the days for which a skip hides a row."""
    base = cadence.base_days(contact, network.settings.tiers)
    return AMBIENT_SKIP_DAYS if base is None else max(round(base * cadence.spread(contact)), 1)


def attempted(network: Network, row: Row, now: datetime, *, channel: Channel) -> Change:
    """Return the Change that records an attempt, which is no touch, and hides the row for 7 days."""
    edits = Edits(network)
    touch = put_attempt(edits, row, now, channel=channel)
    put_away(edits, row, now)
    return edits.change(f"{said(network, touch)}; back in {count(ATTEMPTED_DAYS, 'day')}")


def put_attempt(edits: Edits, row: Row, now: datetime, *, channel: Channel) -> Interaction:
    """Write down an attempt within a Change that is being put together, and return it."""
    return put_touch(
        edits, now, contacts=(row.contact,), day=now.date(), at=now, channel=channel, attempt=True
    )


def put_away(edits: Edits, row: Row, now: datetime) -> None:
    """Hide a row that was attempted, within a Change that is being put together."""
    _put_off(edits, row, "attempted", now.date(), _ahead(now.date(), ATTEMPTED_DAYS))


def as_it_is(network: Network, row: Row) -> Change:
    """Return the Change that answers 'as it is': past put-offs of a row no longer count.

    The last one stays, so that what hides the row now goes on hiding it.
    """
    edits = Edits(network)
    contact = _contact(edits, row)
    mine = [it for it in contact.deferrals if same_row(it.row, row.key)]
    kept = tuple(it for it in contact.deferrals if it not in mine or it is mine[-1])
    edits.put(msgspec.structs.replace(contact, deferrals=kept))
    return edits.change(f"Left {names(network, (row.contact,))} as it is")


def _open(edits: Edits, uid: str) -> FollowUp:
    follow_up = edits.get(FollowUp, uid)
    if follow_up is None or follow_up.status != "open":
        raise Refused("This was closed meanwhile: there is nothing left to do about it.")
    return follow_up


def _contact(edits: Edits, row: Row) -> Contact:
    contact = edits.get(Contact, row.contact)
    if contact is None:
        raise Refused("This person is not among your contacts any more.")
    return contact


def _put_off(edits: Edits, row: Row, action: Deferred, today: date, until: date) -> None:
    contact = _contact(edits, row)
    put_off = Deferral(row=row.key, action=action, day=today, until=until)
    edits.put(msgspec.structs.replace(contact, deferrals=(*contact.deferrals, put_off)))


def _forget_put_offs(edits: Edits, row: Row) -> None:
    contact = _contact(edits, row)
    kept = tuple(it for it in contact.deferrals if not same_row(it.row, row.key))
    edits.put(msgspec.structs.replace(contact, deferrals=kept))


def _ahead(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return date.max


def _about(words: str, text: str) -> str:
    return f"{words}: {clipped(one_line(text), 60)}" if text.strip() else words
