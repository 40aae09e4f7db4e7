"""One sitting with the queue: who is next, who was left for later, and what was achieved.

Pure: a session is a value, made anew by what happens. What was achieved is told by the queue: what was dealt with
and stands there again, after undo, does not count; after redo it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from tui.rules.queue.rows import Queue, Row

How = Literal["done", "sent", "snoozed", "skipped", "tried"]
"""What was done with a row."""


class Dealt(msgspec.Struct, frozen=True):
    """One row that was dealt with."""

    name: str
    """The row (`row_name`)."""
    row: Row
    """The row as it was."""
    how: How
    """What was done with it."""


class Session(msgspec.Struct, frozen=True):
    """Where a sitting stands."""

    plan: tuple[str, ...]
    """Names of the rows it is about, in the order of the queue when it began."""
    there: frozenset[str]
    """Those of the plan that are in the queue now."""
    current: str = ""
    """The row in front of you; empty when none is left."""
    later: tuple[str, ...] = ()
    """Rows left for later, in the order in which they were left."""
    dealt: tuple[Dealt, ...] = ()
    """Everything that was done, undone or not, in order."""

    @property
    def left(self) -> tuple[str, ...]:
        """Rows still to be looked at, the current one among them."""
        return tuple(name for name in self.plan if name in self.there and name not in self.later)

    @property
    def put_by(self) -> tuple[str, ...]:
        """Rows left for later that are still there."""
        return tuple(name for name in self.later if name in self.there)

    @property
    def achieved(self) -> tuple[Dealt, ...]:
        """What was done and stands: the last thing done with each row that is no longer there."""
        last = {it.name: it for it in self.dealt if it.name not in self.there}
        return tuple(last.values())


def row_name(row: Row) -> str:
    """Return what names a row among all."""
    return f"{row.contact} {row.key}"


def begin(found: Queue, first: str = "") -> Session:
    """Return a sitting with today's rows; the reconnect is among them, what is only coming up is not.

    It starts with the row named `first`, where that is one of them.
    """
    plan = tuple(row_name(row) for row in found.rows)
    start = first if first in plan else next(iter(plan), "")
    return Session(plan, frozenset(plan), start)


def refreshed(session: Session, names: Iterable[str]) -> Session:
    """Return the sitting after the queue changed to these rows: one that came back is next, else the one after."""
    there = frozenset(session.plan) & frozenset(names)
    back = [it.name for it in reversed(session.dealt) if it.name in there and it.name not in session.there]
    moved = msgspec.structs.replace(session, there=there)
    if back:
        later = tuple(name for name in session.later if name != back[0])
        return msgspec.structs.replace(moved, current=back[0], later=later)
    return moved if session.current in moved.left else _next(moved)


def dealt_with(session: Session, row: Row, how: How) -> Session:
    """Return the sitting after something was done with a row."""
    return msgspec.structs.replace(session, dealt=(*session.dealt, Dealt(row_name(row), row, how)))


def pass_by(session: Session) -> Session:
    """Return the sitting with the current row left for later."""
    if not session.current:
        return session
    return _next(msgspec.structs.replace(session, later=(*session.later, session.current)))


def take_up(session: Session) -> Session:
    """Return the sitting gone back to the row that was left for later last; the same if there is none."""
    by = session.put_by
    if not by:
        return session
    later = tuple(name for name in session.later if name != by[-1])
    return msgspec.structs.replace(session, later=later, current=by[-1])


def again(session: Session) -> Session:
    """Return the sitting begun once more with what was left for later."""
    return _next(msgspec.structs.replace(session, later=(), current=""))


def _next(session: Session) -> Session:
    """Return the sitting at the row after the current one, or, from the end, at the first that is left."""
    left = session.left
    place = session.plan.index(session.current) if session.current in session.plan else -1
    after = [name for name in left if session.plan.index(name) > place]
    return msgspec.structs.replace(session, current=(after or list(left) or [""])[0])
