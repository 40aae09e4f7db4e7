"""What comes next with somebody, and why: one sentence each."""

from __future__ import annotations

from datetime import date, datetime

from tui.model.network import Network
from tui.model.records import Contact
from tui.rules import cadence
from tui.rules.phrases import ago, ahead, count, short_day
from tui.rules.queue.ranking import Hide, hides
from tui.rules.queue.sources import day_where, occurs
from tui.view.person import open_steps

_WHOSE = {"promise": "You promised", "waiting": "They promised", "follow_up": "Next step"}
_MILESTONE_DAYS = 14
"""Days from which a milestone to come is the next thing."""


def next_step(network: Network, contact: Contact, now: datetime) -> tuple[str, str]:
    """Return what comes next, and why that and why then; the second may be empty."""
    hidden: dict[str, Hide] = {hide.why: hide for hide in reversed(hides(network, contact, now))}
    if "archived" in hidden:
        return "Nothing: they are archived.", "z brings them back."
    steps = open_steps(network, contact)
    if steps:
        step, today = steps[0], now.date()
        when = f", {_far(step.due, today)}" if step.due else ", no fixed day"
        made = f"Said {ago(step.made, today)}." if step.made else ""
        return f"{_WHOSE[step.kind]}: {step.text or 'write'}{when}.", made
    return _milestone(contact, now) or _event(network, hidden) or _check_in(network, contact, hidden, now)


def _milestone(contact: Contact, now: datetime) -> tuple[str, str] | None:
    if contact.muted_milestones:
        return None
    there = day_where(contact, now)
    coming = [(day, it) for it in contact.milestones if (day := occurs(it, there)) is not None]
    if not coming:
        return None
    day, milestone = min(coming, key=lambda pair: (pair[0], pair[1].label))
    if (day - there).days > _MILESTONE_DAYS:
        return None
    return f"A word for {milestone.label}, {_far(day, there)}.", "A day of theirs is coming."


def _event(network: Network, hidden: dict[str, Hide]) -> tuple[str, str] | None:
    event = network.events.get(hidden["event"].record) if "event" in hidden else None
    return (f"You are both at {event.name}.", "The check-in waits until then.") if event else None


def _check_in(network: Network, contact: Contact, hidden: dict[str, Hide], now: datetime) -> tuple[str, str]:
    if "paused" in hidden:
        return "No check-in: paused.", "P takes them up again."
    clock, today = cadence.reckoning(network, contact, now), now.date()
    if clock.base is None or clock.due is None:
        return "Nothing is due: ambient people are kept and found.", "A tier in the form (e) changes that."
    whose = "their own rhythm" if clock.own else contact.tier
    since = f"last in touch {ago(clock.last_touch, today)}" if clock.last_touch else "no touch yet"
    why = f"{whose.capitalize()} is about every {count(clock.base, 'day')}; {since}."
    late = "now" if clock.due <= today else _far(clock.due, today)
    until = hidden["put off"].until if "put off" in hidden else None
    if until is not None and until > today:
        return f"A check-in, put off until {short_day(until, today)}.", why
    return f"A check-in, {late}.", why


def _far(day: date, today: date) -> str:
    if day == today:
        return "today"
    return f"{short_day(day, today)}, {ago(day, today) if day < today else ahead(day, today)}"
