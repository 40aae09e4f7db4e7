"""The preparation of an event as one list: goals, checklist, people, and what to say to anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final, Literal

import msgspec

from tui.model.network import Network
from tui.model.records import ChecklistItem, Event, Goal
from tui.rules.events.goals import count_words, numbered_goal, said_goal
from tui.rules.events.preparing import Expected, expected, suggested_goals
from tui.rules.moments import has_begun, is_over, last_day
from tui.rules.names import works_as
from tui.rules.phrases import ago, ahead, count, short_day
from tui.rules.queue.after_events import preparation
from tui.rules.starters import room_starters
from tui.rules.starters.suggestion import Suggestion
from tui.view.cells import width
from tui.view.charts import meter
from tui.view.lines import Line, columns, ends, line, line_width
from tui.view.occasions import countdown, event_line, goal_met, when_and_where, when_words

Part = Literal["goals", "checklist", "people", "room"]
PARTS: Final[tuple[tuple[Part, str], ...]] = (
    ("goals", "Goals"),
    ("checklist", "Checklist"),
    ("people", "People"),
    ("room", "The room"),
)
"""The parts in order, with their headings."""

IDEAS, SAID = 3, 4
"""Suggested goals, and starters for the room, that are shown at a time."""
ENOUGH_GOALS = 3
"""With so many goals none is suggested any more; small is the point."""
PRIORITIES: Final = ("must", "would like to", "if it happens")
_MARKS: Final = ("●", "○", "·")
_LEAST: Final = 10
"""Cells of a reason that still tell something."""


class PrepRow(msgspec.Struct, frozen=True):
    """One row of the list; exactly one of what follows `position` is set, or a hint."""

    id: str
    """Name of the row."""
    part: Part
    """Part that it belongs to."""
    position: int = -1
    """Position of a goal or an item in the event."""
    goal: Goal | None = None
    """A goal of the event."""
    idea: Goal | None = None
    """A goal to take."""
    item: ChecklistItem | None = None
    """A thing to have done."""
    person: Expected | None = None
    """Somebody expected."""
    words: Suggestion | None = None
    """Something to say to anybody."""
    hint: str = ""
    """What to do where there is nothing yet."""


def prep_rows(
    network: Network, event: Event, now: datetime, *, ideas_page: int = 0, room_page: int = 0
) -> list[PrepRow]:
    """Return every row in order; each part has at least one."""
    people = expected(network, event, now)
    return [
        *_goals(network, event, now, ideas_page, people),
        *_checklist(event),
        *_people(people),
        *_room(network, event, now, room_page),
    ]


def _goals(
    network: Network, event: Event, now: datetime, page: int, people: Sequence[Expected]
) -> Iterator[PrepRow]:
    for number, goal in enumerate(event.goals):
        yield PrepRow(id=f"goal {number}", part="goals", position=number, goal=goal)
    if len(event.goals) < ENOUGH_GOALS and not is_over(event, now):
        ideas = _page(suggested_goals(event, network, now, people), page, IDEAS)
        for goal in ideas:
            yield PrepRow(id=f"idea {goal.text}", part="goals", idea=goal)
        if ideas:
            return
    if not event.goals:
        yield PrepRow(id="no goals", part="goals", hint="No goals yet; n writes one down.")


def _checklist(event: Event) -> Iterator[PrepRow]:
    for number, item in enumerate(event.checklist):
        yield PrepRow(id=f"item {number}", part="checklist", position=number, item=item)
    if not event.checklist:
        yield PrepRow(id="no items", part="checklist", hint="Nothing to do yet; n adds something.")


def _people(found: Sequence[Expected]) -> Iterator[PrepRow]:
    for person in found:
        yield PrepRow(id=f"person {person.contact.uid}", part="people", person=person)
    if not found:
        yield PrepRow(id="nobody", part="people", hint="Nobody yet; n chooses, a adds new.")


def _room(network: Network, event: Event, now: datetime, page: int) -> Iterator[PrepRow]:
    everything = room_starters(network, event, now)
    kept = [it for it in everything if it.state]
    found = [*kept, *_page([it for it in everything if not it.state], page, SAID)]
    for words in found:
        yield PrepRow(id=f"say {words.text}", part="room", words=words)
    if not found:
        yield PrepRow(id="no words", part="room", hint="Nothing here; n writes words of your own.")


def _page(found: Sequence[msgspec.Struct], page: int, size: int) -> list:  # type: ignore[type-arg]
    """Return a page of what there is; behind the last page the first comes again."""
    pages = max(1, -(-len(found) // size))
    start = page % pages * size
    return list(found[start : start + size])


def header(event: Event, now: datetime, wide: int) -> list[Line]:
    """Return name and countdown, then when and where and how far the preparation is."""
    state = "cancelled" if event.cancelled else countdown(event, now)
    done, total = preparation(event, now.date())
    ready = f"{done} of {total} prepared" if total else ""
    where = ", ".join(filter(None, (when_words(event, now), event.place)))
    filled = line((f"{meter(done, total)}  ", "accent"), (ready, "good" if done == total else ""))
    return [
        ends(line((event.name, "strong")), line((state, "warn" if event.cancelled else "accent")), wide),
        ends(line((where, "dim")), filled if total else line(), wide),
    ]


def strip(event: Event, now: datetime, here: Part) -> list[tuple[Part, str, bool]]:
    """Return the parts with their counts, and which of them is here."""
    done, total = preparation(event, now.date())
    met = sum(goal_met(goal) for goal in event.goals)
    counts: dict[Part, str] = {
        "goals": (f"{met}/" if has_begun(event, now) else "") + str(len(event.goals)) if event.goals else "",
        "checklist": f"{done}/{total}" if total else "",
        "people": str(len(event.people)) if event.people else "",
        "room": "",
    }
    return [(part, f"{words} {counts[part]}".rstrip(), part == here) for part, words in PARTS]


def row_line(row: PrepRow, today: date, wide: int) -> Line:
    """Return a row of the list in `wide` cells."""
    if row.goal is not None:
        return _goal_line(row.goal, wide)
    if row.idea is not None:
        return line(("+ ", "accent"), (said_goal(row.idea), "dim"))
    if row.item is not None:
        return _item_line(row.item, today, wide)
    if row.person is not None:
        return _person_line(row.person, wide)
    if row.words is not None:
        mark = {"pinned": "★ ", "own": "✎ "}.get(row.words.state, "· ")
        return line((mark, "accent" if row.words.state else "dim"), row.words.text)
    return line((row.hint, "dim"))


def _goal_line(goal: Goal, wide: int) -> Line:
    met = goal_met(goal)
    so_far = count_words(goal) if goal.done else ""
    left = line(("✓ " if met else "○ ", "good" if met else "accent"), numbered_goal(goal))
    return ends(left, line((so_far, "good" if met else "dim")), wide)


def _item_line(item: ChecklistItem, today: date, wide: int) -> Line:
    if item.done:
        return line(("✓ ", "good"), (item.text, "dim"))
    due = line()
    if item.due is not None:
        late = item.due < today
        near = 0 <= (item.due - today).days < 2
        words = ahead(item.due, today) if near else short_day(item.due, today)
        due = line((f"was {words}" if late else words, "warn" if late else "accent" if near else "dim"))
    return ends(line("☐ ", item.text), due, wide)


def _person_line(it: Expected, wide: int) -> Line:
    place = min(max(it.seat.priority, 1), len(_MARKS)) - 1
    outcome = "" if it.seat.outcome == "expected" else f"{it.seat.outcome}  "
    mark: Line = line((f"{_MARKS[place]} ", "accent" if place == 0 else "dim"))
    name = line((it.contact.name, "strong"))
    works = it.contact.organization
    why = it.seat.why or next(iter(it.reasons), "") or ("" if works else works_as(it.contact))
    first = min(line_width(name), max((wide - 4) // 2, 8))
    room = max(wide - 4 - first, 0)
    rest = line((outcome, "good"), f"{works}  " if works else "", (why, "dim"))
    if works and room - line_width(line(outcome, f"{works}  ")) < min(_LEAST, width(why)):
        # A word or two of the reason would tell nothing.
        rest = line((outcome, "good"), works)
    return (*mark, *columns([(name, first), (rest, room)]))


def event_row(event: Event, now: datetime, wide: int) -> tuple[Line, Line]:
    """Return an event on two lines of the list of events; a past one says what is left to do about it."""
    if not is_over(event, now):
        return event_line(event, now, wide)
    met = sum(person.outcome == "met" for person in event.people)
    people = f"{met} met" if met else count(len(event.people), "person", "people") if event.people else ""
    if event.cancelled:
        mark, state = ("· ", "dim"), ("cancelled", "dim")
    elif event.debriefed:
        mark, state = ("✓ ", "good"), (ago(last_day(event, now), now.date()), "dim")
    else:
        mark, state = ("◆ ", "warn"), ("to debrief", "warn")
    below = when_and_where(event, now, (people,), wide - 2)
    first: Line = line(mark, (event.name, "strong"))  # type: ignore[arg-type]
    return ends(first, line(state), wide), line((f"  {below}", "dim"))  # type: ignore[arg-type]
