"""The steps of a debrief: the rows of its list, how each reads, and what stands beside it."""

from __future__ import annotations

from datetime import datetime

from tui.model.network import Network
from tui.model.records import Event
from tui.rules.events.debriefing import closing, obstacle, seat_of, seats
from tui.rules.events.encouragement import step_words
from tui.rules.events.goals import counts_new_people, numbered_goal
from tui.view.debriefing import about, agreed_words, goal_line, looking_back, seat_line
from tui.view.lines import BLANK, Line, line, paragraphs, wrapped
from tui.view.person import heading

PERSON, GOAL = "person ", "goal "
"""What the ids of rows for a person (uid) and a goal (position) begin with."""
NEW, WORKED, CHANGE, FINISH, AGAIN = "new", "worked", "change_next", "finish", "again"
"""Ids of the other rows; each is also the name of its words in content."""


def steps(network: Network, event: Event, now: datetime) -> list[tuple[str, list[str]]]:
    """Return the headings of the list with the ids of the rows below each; none are empty."""
    if obstacle(event, now):
        return [("Cancelled", [AGAIN])] if event.cancelled else []
    blocks = [
        ("Who was there", [PERSON + contact.uid for _, contact in seats(network, event)]),
        ("Somebody new", [NEW]),
        ("Goals", [f"{GOAL}{number}" for number in range(len(event.goals))]),
        ("Looking back", [WORKED, CHANGE]),
        ("Finish", [FINISH]),
    ]
    return [(words, rows) for words, rows in blocks if rows]


def step_line(network: Network, event: Event, row: str, wide: int) -> Line:
    """Return one row of the list."""
    if row.startswith(PERSON):
        uid = row.removeprefix(PERSON)
        seat, contact = seat_of(event, uid), network.contacts.get(uid)
        return seat_line(seat, contact, wide) if seat and contact else BLANK
    if row.startswith(GOAL):
        number = int(row.removeprefix(GOAL))
        return goal_line(event.goals[number], wide) if number < len(event.goals) else BLANK
    words, written = {
        NEW: ("Write down somebody new", ""),
        WORKED: ("What worked", event.worked),
        CHANGE: ("Do differently", event.change_next),
        FINISH: ("See what came of it", "finished before" if event.debriefed else ""),
        AGAIN: ("It took place after all", ""),
    }[row]
    sign = "✓ " if written else "+ " if row == NEW else "› "
    return line((sign, "good" if written else "accent"), words, (f"  {written}" if written else "", "dim"))


def beside(network: Network, event: Event, row: str, now: datetime, wide: int) -> list[Line]:
    """Return what stands beside a row: what helps to remember, or what the step is for."""
    if row.startswith(PERSON):
        contact = network.contacts.get(row.removeprefix(PERSON))
        return about(network, event, contact, now, wide) if contact else []
    if row.startswith(GOAL):
        return _goal(event, int(row.removeprefix(GOAL)), wide)
    if row in {WORKED, CHANGE}:
        return looking_back(network, event, row, now, wide)
    if row == FINISH:
        return _so_far(network, event, now, wide)
    return wrapped(step_words(row), wide, "accent")


def _goal(event: Event, number: int, wide: int) -> list[Line]:
    if number >= len(event.goals):
        return []
    goal = event.goals[number]
    words = step_words("goal" if goal.target is not None else "goal_once")
    by_itself = "Whoever you meet here for the first time is counted by itself, once written down."
    own = wrapped(by_itself, wide, "dim") if counts_new_people(goal) else []
    plan = [heading("Your plan was"), *wrapped(goal.plan, wide)] if goal.plan else []
    return paragraphs(wrapped(words, wide, "accent"), wrapped(numbered_goal(goal), wide, "strong"), own, plan)


def _so_far(network: Network, event: Event, now: datetime, wide: int) -> list[Line]:
    left = closing(network, event, now)
    today = now.date()
    promised = [
        part
        for step in left.promises
        for part in wrapped(
            f"· {agreed_words(step, today)} ({network.contacts[step.contact].name})", wide, indent="  "
        )
    ]
    names = ", ".join(contact.name for contact in left.later)
    return paragraphs(
        wrapped(step_words(FINISH), wide, "accent"),
        [heading("You promised"), *promised] if promised else [],
        [heading("Not spoken of yet"), *wrapped(names, wide)] if names else [],
    )
