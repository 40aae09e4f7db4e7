"""What stands in the list of Follow-ups, from top to bottom: events, whom the queue holds, and the weekly review."""

from __future__ import annotations

from datetime import datetime

import msgspec

from tui.model.network import Network
from tui.rules.queue.ranking import Queue, Row, debriefs, next_event
from tui.rules.queue.review import is_offered
from tui.rules.queue.session import row_name
from tui.view.lines import Line, line
from tui.view.reasons import group

EVENT, DEBRIEF = "event ", "debrief "
"""What the name of a row begins with before an event's uid."""
MORE, REVIEW = "more", "review"
"""Names of the rows for check-ins that can wait, and for the weekly review."""

_COMING = "Coming up"


class QueueList(msgspec.Struct, frozen=True):
    """The list, row by row."""

    ids: tuple[str, ...]
    """Name of each row."""
    headings: dict[int, Line]
    """What stands above some of them, by their place."""
    rows: dict[str, Row]
    """The queue's rows by their names."""


def queue_list(network: Network, found: Queue, now: datetime, *, every: bool = False) -> QueueList:
    """Return the list for a queue; with `every`, the check-ins that can wait stand in it too."""
    # Whoever may be written to when one likes stands below all who are due.
    needed = [row for row in found.rows if row.kind != "reconnect"]
    shown = [*needed, *(found.more if every else ()), *found.rows[len(needed) :], *found.coming]
    rows = {row_name(row): row for row in shown}
    coming_rows = frozenset(found.coming)
    ended = debriefs(network, now)
    ids = [DEBRIEF + event.uid for event in ended]
    coming = next_event(network, now)
    if coming is not None:
        ids.append(EVENT + coming.uid)
    headings: dict[int, Line] = {0: line(("Events", "heading"))} if ids else {}
    named = [(name, _COMING if row in coming_rows else group(row.kind)) for name, row in rows.items()]
    if found.more and not every:
        place = next((at for at, (_, title) in enumerate(named) if _is_after_check_ins(title)), len(named))
        named.insert(place, (MORE, group("check_in")))
    all_done = not (needed or found.more or ended)
    last = ""
    for name, title in named:
        if title != last:
            told = "  all done for today" if all_done and title == _COMING else ""
            headings[len(ids)] = line((title, "heading"), (told, "dim"))
            last = title
        ids.append(name)
    if is_offered(network, now):
        headings[len(ids)] = line(("Once a week", "heading"))
        ids.append(REVIEW)
    return QueueList(tuple(ids), headings, rows)


def _is_after_check_ins(title: str) -> bool:
    """Tell whether a group stands below the check-ins, so that 'more of them' goes before it."""
    return title in (_COMING, group("reconnect"))
