"""What stands beside the highlighted row of an event's preparation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from tui.model.network import Network
from tui.model.records import ChecklistItem, Event, Goal
from tui.rules.events.again import learnt
from tui.rules.events.briefing import due_words
from tui.rules.events.goals import count_words, numbered_goal, said_goal
from tui.rules.events.preparing import Expected
from tui.rules.phrases import said_day
from tui.rules.starters import beside
from tui.rules.starters.suggestion import Suggestion
from tui.view.lines import Line, fit_line, line, line_width, paragraphs, wrapped
from tui.view.occasions import event_glance, goal_met
from tui.view.person import glance, heading
from tui.view.prep_rows import PRIORITIES, Part, PrepRow

_HINTS: Final[dict[Part, str]] = {
    "goals": "Two small goals are plenty. n writes one down.",
    "checklist": "n adds something to have done before.",
    "people": "Whom would you like to talk to? n chooses among your contacts; a takes somebody new in one line; "
    "ctrl+o reads a guest list.",
    "room": "n writes something to say to anybody, in your own words.",
}
"""What to do in a part where there is nothing yet."""
_DEPTHS: Final = ("", "light", "warmer", "deep")


def detail(
    row: PrepRow, network: Network, event: Event, now: datetime, wide: int, *, said: Sequence[Suggestion] = ()
) -> list[Line]:
    """Return what is to be known about a row; `said` is what to say, for a person."""
    if row.goal is not None:
        return _goal(row.goal, network, event, wide)
    if row.idea is not None:
        return [*_idea(row.idea, wide), *_apart(lesson_lines(learnt(network, event), wide))]
    if row.item is not None:
        return _item(row.item, now, wide)
    if row.person is not None:
        return _person(row.person, network, now, wide, said)
    if row.words is not None:
        return _words(row.words, wide)
    return paragraphs(wrapped(_HINTS[row.part], wide), event_glance(network, event, now, wide))


def said_lines(said: Suggestion, wide: int, most: int = 0) -> list[Line]:
    """Return something to say with the fact that it rests on; in at most so many lines, if a number is given."""
    mark = {"pinned": "★ ", "own": "✎ "}.get(said.state, "")
    because = wrapped(said.because, wide - 2, "dim") if said.because else []
    lines = [*wrapped(f"{mark}“{said.text}”", wide, indent=" "), *((("  ", ""), *part) for part in because)]
    if not most or len(lines) <= most:
        return lines
    last = lines[most - 1]
    return [*lines[: most - 1], (*fit_line(last, min(line_width(last), wide - 1)), ("…", "dim"))]


def _goal(goal: Goal, network: Network, event: Event, wide: int) -> list[Line]:
    before = learnt(network, event)
    if goal.target is not None:
        keys = "+ counts one more, - one less."
        so_far = count_words(goal)
    else:
        keys = "space ticks it."
        so_far = "done" if goal_met(goal) else ""
    plan = (
        wrapped(goal.plan, wide)
        if goal.plan
        else wrapped("A plan makes it likelier: if this happens, then I do that. e adds one.", wide, "dim")
    )
    return paragraphs(
        wrapped(numbered_goal(goal), wide, "strong"),
        wrapped(so_far, wide, "good" if goal_met(goal) else "accent") if so_far else [],
        [heading("Plan"), *plan],
        lesson_lines(before, wide),
        wrapped(f"{keys} e changes the goal, delete removes it.", wide, "dim"),
    )


def lesson_lines(before: Event | None, wide: int) -> list[Line]:
    """Return what an event before taught; nothing if there is none."""
    if before is None:
        return []
    return [
        heading(f"From {before.name}, {said_day(before.start)}"),
        *(wrapped(f"again: {before.worked}", wide, indent="  ") if before.worked else []),
        *(wrapped(f"differently: {before.change_next}", wide, indent="  ") if before.change_next else []),
    ]


def _apart(lines: list[Line]) -> list[Line]:
    return [line(), *lines] if lines else []


def _idea(goal: Goal, wide: int) -> list[Line]:
    return paragraphs(
        wrapped(said_goal(goal), wide, "strong"),
        [heading("Plan"), *wrapped(goal.plan, wide)] if goal.plan else [],
        wrapped(
            "A suggestion. enter takes it, e changes it first, o shows others, n writes one of your own. "
            "Two small goals are plenty.",
            wide,
            "dim",
        ),
    )


def _item(item: ChecklistItem, now: datetime, wide: int) -> list[Line]:
    due = due_words(item, now.date())
    late = item.due is not None and item.due < now.date() and not item.done
    return paragraphs(
        wrapped(item.text, wide, "strong"),
        wrapped("done" if item.done else due, wide, "good" if item.done else "warn" if late else "accent")
        if item.done or due
        else [],
        wrapped("space ticks it, e changes words and day, n adds another, delete removes it.", wide, "dim"),
    )


def _person(
    it: Expected, network: Network, now: datetime, wide: int, said: Sequence[Suggestion]
) -> list[Line]:
    seat, contact = it.seat, it.contact
    priority = PRIORITIES[min(max(seat.priority, 1), len(PRIORITIES)) - 1]
    manners = beside(contact)
    return paragraphs(
        [
            line((contact.name, "strong"), (f"  {priority}", "accent")),
            *(wrapped(manners, wide, "dim") if manners else []),
        ],
        wrapped(seat.why, wide) if seat.why else [],
        [heading("Say"), *(part for one in said for part in said_lines(one, wide))] if said else [],
        [
            heading("Ask"),
            *(part for text in seat.questions for part in wrapped(f"· {text}", wide, indent="  ")),
        ]
        if seat.questions
        else [],
        [
            heading("Reasons"),
            *(part for text in it.reasons for part in wrapped(f"· {text}", wide, indent="  ")),
        ]
        if it.reasons
        else [],
        glance(network, contact, now, wide)[1:],
    )


def _words(said: Suggestion, wide: int) -> list[Line]:
    state = {"pinned": "pinned", "own": "your own words"}.get(said.state, "")
    kept = "space lets it go" if said.state == "pinned" else "space pins it"
    own = ", e changes it, delete removes it" if said.kind == "own" else ""
    depth = _DEPTHS[min(max(said.depth, 0), 3)]
    return paragraphs(
        wrapped(f"“{said.text}”", wide, "strong", indent=" "),
        wrapped(said.because, wide) if said.because and said.because != state else [],
        wrapped(", ".join(filter(None, (state, depth))), wide, "accent"),
        wrapped(f"To anybody there. {kept}{own}; o shows others, n writes your own.", wide, "dim"),
    )
