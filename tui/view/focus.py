"""What a timed sitting says of itself: how much time is left, how far it is, and what was achieved."""

from __future__ import annotations

import math
from collections import Counter

from tui.model.network import Network
from tui.rules.phrases import count, listed
from tui.rules.queue.session import Dealt, How, Session
from tui.view.cells import width
from tui.view.lines import Line, Role, ends, line, line_width, paragraphs, wrapped
from tui.view.person import heading

_HOW: dict[How, str] = {
    "done": "done",
    "sent": "written",
    "snoozed": "snoozed",
    "skipped": "skipped",
    "tried": "tried",
}
_LOOKED_AFTER: frozenset[How] = frozenset({"done", "sent", "tried"})
"""What is done for somebody; a row put off was decided about, and nobody was looked after by that."""
_TOLD: dict[How, str] = {
    "done": "Done",
    "sent": "Written to",
    "snoozed": "Snoozed",
    "skipped": "Skipped this time",
    "tried": "Tried to reach",
}


def time_left(seconds: int) -> str:
    """Return how much of a sitting is left, by the minute: it is no race."""
    if seconds <= 0:
        return "time is up"
    return f"{count(math.ceil(seconds / 60), 'minute')} left"


def focus_line(session: Session, seconds: int, wide: int) -> Line:
    """Return the line over a sitting: time, place, and what was done so far."""
    left = len(session.left)
    role: Role = "warn" if seconds <= 0 else "accent"
    passed = len(session.plan) - left
    done = Counter(it.how for it in session.achieved)
    sofar = [f"{done[how]} {word}" for how, word in _HOW.items() if done[how]]
    later = len(session.put_by)
    if later:
        sofar.append(f"{later} for later")
    where = f"{min(passed + 1, len(session.plan))} of {len(session.plan)}" if left else "nobody left"
    head = line(("Focus  ", "heading"), (time_left(seconds), role), (f"  {where}", "dim"))
    told = ", ".join(sofar)
    if line_width(head) + width(told) + 2 > wide and sofar:
        short = {
            "done": done["done"] + done["sent"],
            "tried": done["tried"],
            "put off": done["snoozed"] + done["skipped"],
            "for later": later,
        }
        told = ", ".join(f"{number} {word}" for word, number in short.items() if number)
    return ends(head, line((told, "good")), wide)


def achieved_lines(session: Session, network: Network, spent: int, waiting: int, wide: int) -> list[Line]:
    """Return what a sitting achieved: by what was done, with names; what waits is told without a reproach.

    Args:
        session: The sitting.
        network: Everybody.
        spent: Seconds that it took.
        waiting: Rows of the queue that are there now.
        wide: Cells of a line.
    """
    achieved = session.achieved
    minutes = count(max(round(spent / 60), 1), "minute")
    people = len({it.row.contact for it in achieved if it.how in _LOOKED_AFTER})
    if people:
        first = f"{minutes}, {count(people, 'person', 'people')} looked after."
    elif achieved:
        first = f"{minutes}. You decided what can wait."
    else:
        first = f"{minutes}. Nothing was done this time, and nothing is lost: everybody is where they were."
    blocks: list[list[Line]] = [[heading("That was it"), *wrapped(first, wide)]]
    for how, words in _TOLD.items():
        mine = [it for it in achieved if it.how == how]
        if mine:
            named = listed([_name(it, network) for it in mine])
            blocks.append([line((f"{words}  ", "heading"), (str(len(mine)), "dim")), *wrapped(named, wide)])
    kept = sum(it.row.kind == "promise" and it.how in ("done", "sent") for it in achieved)
    if kept:
        blocks.append(wrapped(f"{count(kept, 'promise')} kept.", wide, "good"))
    later = len(session.put_by)
    rest = []
    if later:
        rest.append(f"{later} left for later: enter goes through {'it' if later == 1 else 'them'} now.")
    if not waiting:
        rest.append("Nobody else needs you today.")
    elif not later:
        rest.append(f"{waiting} still in the queue, as before.")
    return paragraphs(*blocks, [part for words in rest for part in wrapped(words, wide, "dim")])


def _name(dealt: Dealt, network: Network) -> str:
    contact = network.contacts.get(dealt.row.contact)
    return contact.name if contact else "somebody"
