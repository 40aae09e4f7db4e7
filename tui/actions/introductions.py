"""Introducing two people, double opt-in: begin, move on, let rest, what came of it; each one Change."""

from __future__ import annotations

from datetime import date, datetime

from msgspec.structs import replace

from tui.actions import follow_ups
from tui.actions.interactions import Refused, names, put_touch
from tui.model.base import new_uid
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Channel, Introduction, Step
from tui.model.text import one_line
from tui.rules.queue.ranking import Row
from tui.rules.queue.sources import introduction_due, to_write_to

OVER = frozenset({"came of it", "declined"})
"""Where an introduction stands when nothing is left to do."""


def start(network: Network, first: str, second: str, reason: str, now: datetime) -> Change:
    """Return the Change that notes an idea: two contacts (uid) who should know each other, and why.

    Raises:
        Refused: if it is one person, somebody isn't known, or the two are introduced or were declined.
    """
    edits = Edits(network)
    made = _made(network, first, second, reason, now)
    edits.put(made)
    return edits.change(f"Noted the idea of introducing {names(network, (first, second))}")


def ask_first(
    network: Network,
    first: str,
    second: str,
    reason: str,
    now: datetime,
    *,
    channel: Channel,
    summary: str = "",
) -> Change:
    """Return the Change that begins an introduction with its first message: the touch, and where it stands.

    Raises:
        Refused: as `start`.
    """
    edits = Edits(network)
    made = _made(network, first, second, reason, now)
    today = now.date()
    edits.put(replace(made, status="asked first", steps=(*made.steps, Step(status="asked first", day=today))))
    put_touch(edits, now, contacts=(first,), day=today, at=now, channel=channel, summary=summary)
    return edits.change(f"Asked {names(network, (first,))} about meeting {names(network, (second,))}")


def row_of(introduction: Introduction) -> Row:
    """Return the row of the queue for an introduction's next step, due or not."""
    due = introduction_due(introduction)
    return Row(
        key=f"introduction:{introduction.uid}",
        kind="introduction",
        contact=to_write_to(introduction),
        due=due if due and due > date.min else None,
        introduction=introduction.uid,
    )


def advance(
    network: Network, introduction: str, now: datetime, *, channel: Channel, summary: str = ""
) -> Change:
    """Return the Change that moves an introduction (uid) on by one step, with the touch that did it.

    Raises:
        Refused: if it is over or was removed meanwhile.
    """
    record = _live(network, introduction)
    return follow_ups.done(network, row_of(record), now, channel=channel, summary=summary)


def decline(network: Network, introduction: str, now: datetime, why: str = "") -> Change:
    """Return the Change that ends an introduction (uid) since one of them would rather not; it is final.

    Raises:
        Refused: if it is over or was removed meanwhile.
    """
    record = _live(network, introduction)
    edits = Edits(network)
    step = Step(status="declined", day=now.date())
    edits.put(replace(record, status="declined", steps=(*record.steps, step), outcome=one_line(why)))
    return edits.change(f"Let the introduction of {names(network, (record.first, record.second))} rest")


def outcome(network: Network, introduction: str, now: datetime, words: str) -> Change:
    """Return the Change that writes down what came of an introduction (uid); again, it takes the words' place.

    Raises:
        Refused: if it was removed, or the two were not introduced yet.
    """
    record = network.introductions.get(introduction)
    if record is None or record.status not in ("introduced", "came of it"):
        raise Refused("They are not introduced yet: what came of it is written down after that.")
    if not words.strip():
        raise Refused("Say in a few words what came of it, such as “they met twice”.")
    steps = record.steps
    if record.status == "introduced":
        steps = (*steps, Step(status="came of it", day=now.date()))
    edits = Edits(network)
    edits.put(replace(record, status="came of it", steps=steps, outcome=one_line(words)))
    return edits.change(
        f"Wrote down what came of introducing {names(network, (record.first, record.second))}"
    )


def reword(network: Network, introduction: str, reason: str) -> Change:
    """Return the Change that gives an introduction (uid) another reason.

    Raises:
        Refused: if it was removed meanwhile.
    """
    record = _known(network, introduction)
    edits = Edits(network)
    edits.put(replace(record, reason=one_line(reason)))
    return edits.change(f"Reworded why {names(network, (record.first, record.second))} should meet")


def remove(network: Network, introduction: str) -> Change:
    """Return the Change that takes an introduction (uid) out; the touches of its steps stay.

    Raises:
        Refused: if it was removed already.
    """
    record = _known(network, introduction)
    edits = Edits(network)
    edits.remove([record])
    return edits.change(f"Removed the introduction of {names(network, (record.first, record.second))}")


def between(network: Network, one: str, other: str) -> Introduction | None:
    """Return the introduction of two contacts (uid), wherever it stands; None if there is none."""
    pair = {one, other}
    return next((it for it in network.introductions_of(one) if {it.first, it.second} == pair), None)


def _made(network: Network, first: str, second: str, reason: str, now: datetime) -> Introduction:
    if first == second:
        raise Refused("These are one person: choose two.")
    if first not in network.contacts or second not in network.contacts:
        raise Refused("Somebody named is not among your contacts any more: choose again.")
    known = between(network, first, second)
    if known is not None:
        who = names(network, (first, second))
        if known.status == "declined":
            raise Refused(
                f"{who}: one of them would rather not, so let it rest. delete takes the old one out."
            )
        raise Refused(
            f"{who}: this introduction is noted already. Give, under Introductions, shows where it stands."
        )
    today = now.date()
    step = Step(status="idea", day=today)
    return Introduction(
        uid=new_uid(), first=first, second=second, reason=one_line(reason), steps=(step,), added=today
    )


def _known(network: Network, uid: str) -> Introduction:
    record = network.introductions.get(uid)
    if record is None:
        raise Refused("This introduction was removed meanwhile.")
    return record


def _live(network: Network, uid: str) -> Introduction:
    record = _known(network, uid)
    if record.status in OVER:
        raise Refused("This introduction is over: there is nothing left to do about it.")
    return record
