"""Introductions on their way: each step to the next, and letting one rest."""

from __future__ import annotations

from datetime import date, datetime

from msgspec.structs import replace

from tui.actions.interactions import Refused, names
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Introduction, IntroductionStatus, Step
from tui.rules.queue.ranking import Row
from tui.rules.queue.sources import introduction_due

_NEXT: dict[IntroductionStatus, IntroductionStatus] = {
    "idea": "asked first",
    "asked first": "asked second",
    "asked second": "introduced",
    "introduced": "came of it",
}


def decline(network: Network, introduction: str, now: datetime) -> Change:
    """Return the Change that ends an introduction (uid) because one of them would rather not.

    Raises:
        Refused: if it is over or was removed meanwhile.
    """
    edits = Edits(network)
    record = _live(edits, introduction)
    step = Step(status="declined", day=now.date())
    edits.put(replace(record, status="declined", steps=(*record.steps, step)))
    return edits.change(f"Let the introduction of {names(network, (record.first, record.second))} rest")


def moved_on(edits: Edits, row: Row, uid: str, day: date) -> Introduction:
    """Return an introduction (uid) moved on by one step, on a day, as the row of the queue that was done stands for it.

    Raises:
        Refused: if it is over, was removed, or has moved on meanwhile.
    """
    introduction = _live(edits, uid)
    if row.due is not None and row.due != introduction_due(introduction):
        raise Refused("This introduction has moved on meanwhile: look at where it stands now.")
    status = _NEXT[introduction.status]
    step = Step(status=status, day=day)
    return replace(introduction, status=status, steps=(*introduction.steps, step))


def _live(edits: Edits, uid: str) -> Introduction:
    introduction = edits.get(Introduction, uid)
    if introduction is None or introduction.status not in _NEXT:
        raise Refused("This introduction is over: there is nothing left to do about it.")
    return introduction
