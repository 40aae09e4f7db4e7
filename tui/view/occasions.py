"""How an event reads: on a line, and at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tui.model.network import Network
from tui.model.records import Event, Goal
from tui.rules.events.debriefing import Progress
from tui.rules.events.goals import said_goal
from tui.rules.events.score import score
from tui.rules.moments import ends as ends_at
from tui.rules.moments import first_day, has_begun, is_over, last_day, starts, until
from tui.rules.phrases import ago, ahead, clock_time, count, short_day
from tui.rules.queue.ranking import preparation
from tui.view.cells import width
from tui.view.charts import meter
from tui.view.lines import Line, Role, ends, fit_line, line, line_width, paragraphs, wrapped
from tui.view.person import LABEL, fact, heading

_METER, _LEAST_METER = 8, 3
"""Cells of a meter at most, and at least: a shorter one tells nothing."""
_LEAST_PLACE = 6
"""Cells of a place at least: less of it tells nothing."""


def when_words(event: Event, now: datetime) -> str:
    """Return when an event is, in your own time: 'Tue 24 Nov 18:30–21:00', and its own time where it differs."""
    start, end, today = starts(event, now), ends_at(event, now), now.date()
    if event.start_time is None:
        last = event.end or event.start
        first = short_day(event.start, today)
        return first if last <= event.start else f"{first} – {short_day(last, today)}"
    words = f"{short_day(start.date(), today)} {clock_time(start.time())}"
    if event.end_time is not None:
        same_day = end.date() == start.date()
        words += "–" if same_day else f" – {short_day(end.date(), today)} "
        words += clock_time(end.time())
    if start.time() != event.start_time or start.date() != event.start:
        words += f" ({clock_time(event.start_time)} there)"
    return words


def countdown(event: Event, now: datetime) -> str:
    """Return how far off an event is: 'in 3 days', 'in 2 hours', 'on now', 'ended yesterday'."""
    start = starts(event, now)
    if is_over(event, now):
        return f"ended {ago(last_day(event, now), now.date())}"
    if has_begun(event, now):
        return "on now"
    hours = until(event, now).total_seconds() / 3600
    if event.start_time is not None and hours < 20 and start.date() == now.date():
        return f"in {count(max(1, round(hours)), 'hour')}" if hours >= 1 else "within the hour"
    return ahead(first_day(event, now), now.date())


def prepared(event: Event, now: datetime) -> str:
    """Return how far the preparation is: '4 of 9 prepared'; empty without a checklist."""
    done, total = preparation(event, now.date())
    return f"{done} of {total} prepared" if total else ""


def goal_met(goal: Goal) -> bool:
    """Tell whether a goal was reached."""
    return goal.done >= (goal.target or 1)


def debrief_words(event: Event, far: Progress) -> str:
    """Return the offer to look back at an event, or how far that is: 'Debrief Grid Fair: 3 of 8 done'."""
    if not far.said:
        return f"Debrief {event.name}?"
    return f"Debrief {event.name}: {far.said} of {far.people} done"


def debrief_line(event: Event, far: Progress, now: datetime, wide: int) -> tuple[Line, Line]:
    """Return the debrief of an event on two lines of the queue; how far it is never gives way to a long name."""
    people = count(far.people, "person", "people") if far.people else ""
    left = "five minutes while it is fresh"
    state = ""
    if far.said:
        people, state = "", f"{far.said} of {far.people} done"
        left = "what worked is left" if far.said == far.people else "go on with it"
    below = ", ".join(filter(None, (countdown(event, now), people, left)))
    words = f"Debrief {event.name}{'' if state else '?'}"
    first = ends(line(("◆ ", "warn"), (words, "strong")), line((state, "accent")), wide)
    return first, line((f"  {below}", "dim"))


def event_line(event: Event, now: datetime, wide: int) -> tuple[Line, Line]:
    """Return an event on two lines, for the queue and the list of events."""
    role: Role = "dim" if event.cancelled else "accent"
    mark = "· " if event.cancelled else "◇ "
    done, total = preparation(event, now.date())
    short = f"{done}/{total} prepared" if total else ""
    below = when_and_where(event, now, (prepared(event, now), short), wide - 2)
    first = line((mark, role), (event.name, "strong"))
    return ends(first, line((_state(event, now), role)), wide), line((f"  {below}", "dim"))


def when_and_where(event: Event, now: datetime, far: Sequence[str], room: int) -> str:
    """Return when an event is, how far it is, in the longest of some words that is not cut, and where."""
    when = when_words(event, now)
    for words in far:
        told = ", ".join(filter(None, (when, words)))
        left = room - width(told)
        if event.place and left >= 2 + min(width(event.place), _LEAST_PLACE):
            return f"{told}, {event.place}"
        if left >= 0:
            return told
    return ", ".join(filter(None, (when, event.place)))


def _state(event: Event, now: datetime) -> str:
    """Return how far off an event is, or that it does not take place."""
    return "cancelled" if event.cancelled else countdown(event, now)


def event_glance(network: Network, event: Event, now: datetime, wide: int) -> list[Line]:
    """Return an event at a glance: when, where, what came of it, goals, who, what is left to prepare."""
    left = [item for item in event.checklist if not item.done]
    role: Role = "dim" if event.cancelled else "accent"
    people = sorted(event.people, key=lambda person: person.priority)
    names = [
        (network.contacts[person.contact].name, person.why)
        for person in people
        if person.contact in network.contacts
    ]
    return paragraphs(
        [line((event.name, "strong")), *wrapped(_state(event, now), wide, role)],
        [
            *fact("kind", event.kind, wide),
            *fact("when", when_words(event, now), wide),
            *fact("where", event.place, wide),
            *fact("link", event.url, wide),
            *fact("topics", ", ".join(event.topics), wide),
            *_ready(event, now, wide),
        ],
        _score(network, event, now, wide),
        [heading("Goals"), *(part for goal in event.goals for part in _goal(goal, wide))]
        if event.goals
        else [],
        [heading("People"), *(part for name, why in names[:8] for part in _person(name, why, wide))]
        if names
        else [],
        [
            heading("Still to do"),
            *(part for item in left[:6] for part in wrapped(f"☐ {item.text}", wide, indent="  ")),
        ]
        if left and not is_over(event, now)
        else [],
        [heading("What worked"), *wrapped(event.worked, wide)] if event.worked else [],
        [heading("Next time"), *wrapped(event.change_next, wide)] if event.change_next else [],
    )


def _person(name: str, why: str, wide: int) -> list[Line]:
    """Return somebody at an event and what to meet them for, below their name where it has no room beside it."""
    if line_width(line(name, f"  {why}" if why else "")) <= wide:
        return [line(name, (f"  {why}" if why else "", "dim"))]
    lines = wrapped(why, wide - 2, "dim") if why else []
    return [*wrapped(name, wide, indent="  "), *(line("  ", *spans) for spans in lines)]


def _ready(event: Event, now: datetime, wide: int) -> list[Line]:
    """Return how far the preparation of an event to come is, as a picture with the number beside it."""
    done, total = preparation(event, now.date())
    if not total or event.cancelled or is_over(event, now):
        return []
    told = f"{done} of {total}"
    # The number always stands beside it; where there is little room the meter gives way.
    room = min(wide - LABEL - 2 - len(told), _METER)
    filled = f"{meter(done, total, room)}  " if room >= _LEAST_METER else ""
    return [line(*fit_line(line(("prepared", "dim")), LABEL), (filled, "accent"), told)]


def _score(network: Network, event: Event, now: datetime, wide: int) -> list[Line]:
    """Return what came of an event that is over; nothing where nothing was written."""
    if not is_over(event, now) or event.cancelled:
        return []
    it = score(network, event, now)
    if not it.met:
        return []
    new = f"{it.new} of them new"
    if it.new == it.met:
        new = "all of them new" if it.met > 1 else "somebody new"
    met = count(it.met, "person", "people") + (f", {new}" if it.new else "")
    real = count(it.real, "real conversation") if it.real else ""
    wrote = f"{it.prompt} of {it.met} within 48 hours"
    if it.waiting:
        wrote += f"; still time for {it.waiting}"
    return [
        heading("What came of it"),
        *fact("goals", f"{it.reached} of {it.goals} reached" if it.goals else "", wide),
        *fact("met", met, wide),
        *fact("depth", real, wide),
        *fact("wrote", wrote, wide),
    ]


def _goal(goal: Goal, wide: int) -> list[Line]:
    mark = "✓ " if goal_met(goal) else "· "
    lines = wrapped(mark + said_goal(goal), wide, indent="  ")
    target = goal.target or 0
    filled = meter(goal.done, target, min(target, _METER)) if target > 1 else ""
    if filled and line_width(lines[-1]) + 2 + len(filled) <= wide:
        lines[-1] = (*lines[-1], (f"  {filled}", "accent"))
    return lines
