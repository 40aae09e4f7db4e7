"""Preparing an event: its checklist counted back from the day, goals to suggest, and whom to look for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import msgspec

from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Contact, Event, EventKind, FollowUp, Goal
from tui.model.text import fold
from tui.rules import content
from tui.rules.cadence import last_touch
from tui.rules.matching.likeness import nearest
from tui.rules.moments import first_day
from tui.rules.names import first_name, works_as
from tui.rules.phrases import listed, said_past, span
from tui.rules.starters.suggestion import Suggestion

_YEAR = 365
_INTRODUCED = 30
"""Among so many people, the most wanted, an introduction is looked for."""


class Expected(msgspec.Struct, frozen=True):
    """Somebody who will be there, as you need to know them beforehand."""

    seat: Attendee
    """Their place at the event."""
    contact: Contact
    """Who it is."""
    reasons: tuple[str, ...]
    """Why to talk to them, from the file, besides what you wrote yourself."""


def checklist_for(
    kind: EventKind, start: date, own: Path | None = None, *, today: date | None = None
) -> tuple[ChecklistItem, ...]:
    """Return the checklist of a kind of event, each item due so many days before it.

    With `today`, nothing is due before: a list made late does not begin with what was missed.
    """
    earliest = today or date.min
    return tuple(
        ChecklistItem(text=item.text, due=max(start - timedelta(days=item.days_before), earliest))
        for item in content.checklist(kind, content.sound(own))
    )


def moved_checklist(
    before: Event, after: Event, own: Path | None = None, *, today: date | None = None
) -> tuple[ChecklistItem, ...]:
    """Return the checklist of an event whose day or kind was changed.

    Dates move along with the day, but not past `today`: what was in time stays so. Another kind brings its
    own items; ticked and own ones stay.
    """
    shift = after.start - before.start
    items = tuple(_moved(item, shift, today) for item in before.checklist)
    if after.kind == before.kind:
        return items
    usual = {item.text for item in checklist_for(before.kind, before.start, own)}
    kept = tuple(item for item in items if item.done or item.text not in usual)
    known = {item.text for item in kept}
    fresh = checklist_for(after.kind, after.start, own, today=today)
    return (*kept, *(item for item in fresh if item.text not in known))


def _moved(item: ChecklistItem, shift: timedelta, today: date | None) -> ChecklistItem:
    if item.due is None:
        return item
    due = item.due + shift
    if today is not None and not item.done and due < today <= item.due:
        due = today
    return msgspec.structs.replace(item, due=due)


def suggested_goals(
    event: Event,
    network: Network | None = None,
    now: datetime | None = None,
    people: Sequence[Expected] | None = None,
) -> tuple[Goal, ...]:
    """Return goals to choose from for an event, without those that it has.

    With a network, what the people expected give reason for comes first; `people` are they, if found already.
    """
    has = {fold(goal.text) for goal in event.goals}
    found: list[Goal] = []
    if network is not None and now is not None:
        found += _from_people(
            network, event, now, expected(network, event, now) if people is None else people
        )
    own = content.sound(network.own_words) if network is not None else None
    found += [
        Goal(text=goal.text, target=goal.target, plan=goal.plan) for goal in content.goals(event.kind, own)
    ]
    return tuple(goal for goal in found if fold(goal.text) not in has)


def _from_people(network: Network, event: Event, now: datetime, people: Sequence[Expected]) -> Iterator[Goal]:
    """Yield a goal of each sort that the people expected give reason for: a promise, a need, a long silence.

    Each comes with its plan: deciding beforehand what to do when makes a goal far likelier to be met
    (Gollwitzer & Sheeran 2006).
    """
    me, today = network.profile, now.date()
    for person in people:
        promises = promises_to(network, person.contact)
        # What is promised there is kept after it.
        step = next((it for it in promises if it.text and it.event != event.uid), None)
        if step is not None:
            yield Goal(
                text=f"Keep my promise to {person.contact.name}: {step.text}",
                plan=f"If I see {first_name(person.contact)}, then I begin with what I promised.",
            )
            break
    for person in people:
        pair = next(iter(_meeting(person.contact.needs, me.offers)), None)
        if pair is not None:
            yield Goal(
                text=f"Tell {person.contact.name} what I can offer: {pair[1]}",
                plan=f"If {first_name(person.contact)} tells me how things are going, then I say what I could do.",
            )
            break
    for first, second in permutations(people[:_INTRODUCED], 2):
        pair = next(iter(_meeting(first.contact.needs, second.contact.offers)), None)
        if pair is not None:
            yield Goal(
                text=f"Introduce {first.contact.name}, who is looking for {pair[0]}, to {second.contact.name}",
                plan="If I talk to one of them, then I ask whether they would like to meet the other.",
            )
            break
    for person in people:
        last = last_touch(network, person.contact, today)
        if last is not None and (today - last).days >= _YEAR:
            yield Goal(
                text=f"Catch up with {person.contact.name} after {span((today - last).days)}",
                plan=f"If I see {first_name(person.contact)}, then I walk over before I look for anybody else.",
            )
            break


def promises_to(network: Network, contact: Contact) -> list[FollowUp]:
    """Return what you promised somebody and have not kept yet, soonest first, undated last."""
    steps = [it for it in network.follow_ups_of(contact.uid) if it.kind == "promise" and it.status == "open"]
    return sorted(steps, key=lambda it: (it.due is None, it.due, it.uid))


def left_to_do(event: Event, today: date) -> list[tuple[int, ChecklistItem]]:
    """Return what is left of the checklist with its positions, the most pressing first."""
    items = [(number, item) for number, item in enumerate(event.checklist) if not item.done]
    return sorted(items, key=lambda pair: (pair[1].due or today + timedelta(days=_YEAR), pair[0]))


def expected(network: Network, event: Event, now: datetime) -> list[Expected]:
    """Return who will be there: by priority, then by how much there is to talk about, then by name."""
    people = [
        Expected(seat, contact, tuple(reasons(network, contact, event, now)))
        for seat in event.people
        if (contact := network.contacts.get(seat.contact)) is not None
    ]
    return sorted(people, key=lambda it: (it.seat.priority, -len(it.reasons), fold(it.contact.name)))


def reasons(network: Network, contact: Contact, event: Event, now: datetime) -> list[str]:
    """Return why to talk to somebody there: what was promised, needed, offered, and how long it has been."""
    me, today = network.profile, now.date()
    found: list[str] = []
    for step in network.follow_ups_of(contact.uid):
        if step.status == "open" and step.kind != "follow_up":
            whose = "you promised" if step.kind == "promise" else "they promised"
            found.append(f"{whose}: {step.text}")
    found += [f"needs {need}; you offer {offer}" for need, offer in _meeting(contact.needs, me.offers)]
    found += [f"offers {offer}; you look for {need}" for need, offer in _meeting(me.needs, contact.offers)]
    topics = _common(event.topics, (*contact.interests, works_as(contact)))
    if topics:
        found.append(f"works on or likes {listed(topics)}")
    shared = _common(me.interests, contact.interests) + _common(me.groups, contact.groups)
    if shared:
        found.append(f"you share {listed(shared)}")
    last = last_touch(network, contact, today)
    if last is not None and (today - last).days >= _YEAR:
        found.append(f"last spoke {said_past(last, today)}")
    if last is None and contact.met_event is None and not network.interactions_of(contact.uid):
        found.append("you haven't spoken yet")
    return found


def is_question(contact: Contact, said: Suggestion) -> bool:
    """Tell whether a starter is a question that you noted for somebody at the event, not one kept with them."""
    return said.state == "own" and all(it.text != said.text for it in contact.starters)


def days_until(event: Event, now: datetime) -> int:
    """Return in how many days an event starts, in your time zone; negative once it has."""
    return (first_day(event, now) - now.date()).days


def _common(first: tuple[str, ...], second: tuple[str, ...]) -> list[str]:
    folded = [fold(text) for text in second if text]
    return [
        text
        for text in first
        if any(fold(text) == other or f" {fold(text)} " in f" {other} " for other in folded)
    ]


def _meeting(needs: tuple[str, ...], offers: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return needs, each with the offer that answers it best; none without one."""
    return [(need, offer) for need in needs if (offer := nearest(need, offers))]
