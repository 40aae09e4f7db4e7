"""What the command line prints for people: calm, aligned, and nothing in it acts on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.rules.cadence import LONG_AGO, clock_start, last_touch, next_due
from tui.rules.names import works_as
from tui.rules.phrases import ago, ahead, clock_time, count, short_day
from tui.view.cells import clean
from tui.view.plain import table

if TYPE_CHECKING:
    from tui.rules.queue.ranking import Queue, QueueKind, Row
    from tui.rules.starters import Suggestion

_NAME, _WORK = 28, 44
"""Cells that columns take at most; what is longer is cut on a terminal, and runs over in a pipe."""
_PAGE = 132
"""Cells by which columns are laid out where there is no terminal."""


def queue_lines(network: Network, found: Queue, now: datetime, wide: int, *, everything: bool) -> list[str]:
    """Return the queue: a line a row under the heading of its kind, with what waits and what is coming."""
    from tui.view.reasons import group as heading_of
    from tui.view.reasons import reason, standing
    from tui.view.rows import queue_rows

    groups: dict[str, list[tuple[str, str, str]]] = {}
    coming = set(map(id, found.coming))
    for row in queue_rows(found, everything=everything):
        group = "Coming up" if id(row) in coming else heading_of(row.kind)
        name = network.contacts[row.contact].name
        groups.setdefault(group, []).append((standing(row, network, now), name, reason(row, network, now)))
    lines = [f"{short_day(now.date(), now.date())}, {clock_time(now.time())}", *_event_lines(network, now)]
    if not found.rows:
        lines += ["", "Nobody needs you today."]
    table_lines = iter(table([row for rows in groups.values() for row in rows], wide, (14, _NAME)))
    for group, rows in groups.items():
        lines += ["", group, *(next(table_lines) for _ in rows)]
    if found.more and not everything:
        lines += ["", f"{count(len(found.more), 'more check-in')} can wait: kith due --all"]
    return lines


_COUNTED: dict[QueueKind, tuple[str, str]] = {
    "promise": ("promise", ""),
    "follow_up": ("word after meeting", "words after meeting"),
    "introduction": ("introduction", ""),
    "waiting": ("answer to ask for", "answers to ask for"),
    "milestone": ("day to remember", "days to remember"),
    "check_in": ("check-in", ""),
}


def brief_lines(network: Network, rows: Sequence[Row], now: datetime, wide: int) -> list[str]:
    """Return who needs you on one line, for the start of a shell; no line where nobody does.

    `rows` are those that are due, in the order of the queue. Events to debrief are named behind them.
    """
    from tui.rules.queue.after_events import debriefs
    from tui.view.cells import fit, width

    kinds = [row.kind for row in rows]
    said = [count(kinds.count(kind), *words) for kind, words in _COUNTED.items() if kind in kinds]
    events = [f"debrief {event.name}" for event in debriefs(network, now)]
    if not said and not events:
        return []
    words = f"Kith: {', '.join([*said, *events])}"
    if rows:
        first = network.contacts[rows[0].contact].name
        words += f". First {first}" if len(rows) > 1 else f" ({first})"
    line = clean(words)
    return [line if width(line) <= wide else fit(line, wide).rstrip()]


def _event_lines(network: Network, now: datetime) -> list[str]:
    """Return the events that want something: a debrief, or the next one's preparation."""
    from tui.rules.events.debriefing import progress
    from tui.rules.queue.ranking import debriefs, next_event
    from tui.view.occasions import countdown, debrief_words, prepared

    lines = []
    for event in debriefs(network, now):
        words = debrief_words(event, progress(network, event))
        lines.append(f"{words}{'' if words.endswith('?') else '.'} It {countdown(event, now)}.")
    coming = next_event(network, now)
    if coming is not None:
        state = ", ".join(filter(None, (countdown(coming, now), prepared(coming, now))))
        lines.append(f"Next: {coming.name}, {state}.")
    return [clean(line) for line in lines]


def contact_lines(network: Network, contacts: Iterable[Contact], today: date, wide: int) -> list[str]:
    """Return contacts a line each: name, work, tier, last touch where there is room, next check-in."""
    rows = []
    narrow = wide < 100
    for contact in contacts:
        last, due = last_touch(network, contact, today), next_due(network, contact, today)
        state = "archived" if contact.archived else "paused" if contact.paused else contact.tier
        touched = ago(last, today) if last and not narrow else ""
        if due is None or due > today:
            when = ahead(due, today) if due else ""
        else:
            when = f"due {ago(due, today)}" if clock_start(network, contact, today) > LONG_AGO else "due"
        rows.append((contact.name, works_as(contact), state, *((touched,) * (not narrow)), when))
    # Tier, touch and check-in take 8, 13 and 16 cells; the name a share of the rest, the work what is left.
    room = min(wide, _PAGE) - (30 if narrow else 45)
    name = max(min(_NAME, room * 4 // 10), 8)
    return table(rows, wide, (name, max(room - name, 8)))


def choice_lines(contacts: Iterable[Contact], wide: int) -> list[str]:
    """Return people of whom one is to be chosen: what tells them apart."""
    rows = [
        (it.name, works_as(it), it.place, it.emails[0] if it.emails else "", "archived" * it.archived)
        for it in contacts
    ]
    return table(rows, wide, (_NAME, _WORK))


def event_choice_lines(events: Iterable[Event], now: datetime, wide: int) -> list[str]:
    """Return events of which one is to be chosen."""
    return table([(short_day(it.start, now.date()), it.name, it.place) for it in events], wide, (16, 48))


def suggestion_lines(suggestions: Sequence[Suggestion], wide: int) -> list[str]:
    """Return things to say, each with the fact that it rests on below it."""
    from tui.view.lines import text_of, wrapped

    lines: list[str] = []
    if not suggestions:
        return ["Nothing to go by yet: write down what you talk about, and there will be."]
    for suggestion in suggestions:
        if lines:
            lines.append("")
        lines += [clean(text_of(part)).rstrip() for part in wrapped(suggestion.text, wide)]
        if suggestion.because:
            lines += ["    " + clean(text_of(part)) for part in wrapped(suggestion.because, max(wide - 4, 8))]
    return lines


def added_lines(
    done: str, fields: Sequence[tuple[str, str]], problems: Sequence[str], wide: int
) -> list[str]:
    """Return what was saved of a captured line: what was done, each field, and what was not understood."""
    return [clean(done), *table([("", *field) for field in fields], wide, (0, 14)), *map(clean, problems)]


def added_line(done: str, fields: Sequence[tuple[str, str]], problems: Sequence[str]) -> str:
    """Return the same on one line."""
    said = "; ".join(f"{name}: {text}" for name, text in fields if name != "name")
    return clean(" ".join(filter(None, (f"{done}.", said, *problems))))
