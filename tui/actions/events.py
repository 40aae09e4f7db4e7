"""What a person can do with an event: make and change it, and prepare it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar, cast

from msgspec.structs import replace

from tui.actions.starters import Holder, remove_own, write_own
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Attendee, ChecklistItem, Event, Goal
from tui.rules.events.goals import count_words, numbered_goal
from tui.rules.events.preparing import checklist_for, moved_checklist
from tui.rules.phrases import count

T = TypeVar("T")


def add(network: Network, event: Event, today: date) -> Change:
    """Add an event, with the checklist of its kind if it is still to come and has none."""
    after = brought(network, None, replace(event, added=event.added or today), today)
    return _put(network, after, f"Added {event.name}")


def again(network: Network, event: Event, today: date) -> Change:
    """Add the next time of an event, made by `rules.events.again.next_time`, with its people and checklist."""
    change = add(network, event, today)
    return Change(f"Added {event.name} again", change.edits)


def update(network: Network, before: Event, after: Event, today: date) -> Change:
    """Change an event; its checklist moves along with the day, and follows another kind."""
    return _put(network, brought(network, before, after, today), f"Edited {after.name}")


def brought(network: Network, before: Event | None, after: Event, today: date) -> Event:
    """Return an event that a calendar brings, or moves, with its checklist: made, or moved along with the day."""
    if before is not None:
        after = replace(after, checklist=moved_checklist(before, after, network.own_words, today=today))
    return replace(after, checklist=_checklist(network, after, today))


def remove(network: Network, event: Event) -> Change:
    """Remove an event. What happened there stays with the people."""
    edits = Edits(network)
    edits.remove([event])
    return edits.change(f"Removed {event.name}")


def cancel(network: Network, event: Event, *, cancelled: bool = True) -> Change:
    """Mark an event as not taking place, or as taking place after all."""
    words = f"{event.name} is {'cancelled' if cancelled else 'on again'}"
    return _put(network, replace(event, cancelled=cancelled), words)


def tick(network: Network, event: Event, position: int) -> Change:
    """Tick an item of the checklist, or untick it."""
    item = event.checklist[position]
    items = _replaced(event.checklist, position, replace(item, done=not item.done))
    return _put(
        network, replace(event, checklist=items), f"{'Unticked' if item.done else 'Ticked'}: {item.text}"
    )


def put_item(
    network: Network, event: Event, text: str, due: date | None, position: int | None = None
) -> Change:
    """Add an item to the checklist, or change the one at a position."""
    if position is None:
        items = (*event.checklist, ChecklistItem(text=text, due=due))
    else:
        items = _replaced(event.checklist, position, replace(event.checklist[position], text=text, due=due))
    return _put(network, replace(event, checklist=items), f"To do: {text}")


def drop_item(network: Network, event: Event, position: int) -> Change:
    """Remove an item of the checklist."""
    text = event.checklist[position].text
    return _put(network, replace(event, checklist=_without(event.checklist, position)), f"Removed: {text}")


def put_goal(network: Network, event: Event, goal: Goal, position: int | None = None) -> Change:
    """Add a goal, or change the one at a position."""
    goals = (*event.goals, goal) if position is None else _replaced(event.goals, position, goal)
    return _put(network, replace(event, goals=goals), f"Goal: {numbered_goal(goal)}")


def count_goal(network: Network, event: Event, position: int, step: int = 1) -> Change:
    """Count a goal up or down; never below nothing."""
    goal = event.goals[position]
    done = max(goal.done + step, 0) if goal.target is not None else (0 if goal.done else 1)
    after = replace(goal, done=done)
    goals = _replaced(event.goals, position, after)
    so_far = count_words(after) or ("reached" if done else "not yet")
    return _put(network, replace(event, goals=goals), f"{numbered_goal(goal)}: {so_far}")


def drop_goal(network: Network, event: Event, position: int) -> Change:
    """Remove a goal."""
    text = event.goals[position].text
    return _put(network, replace(event, goals=_without(event.goals, position)), f"Removed: {text}")


def add_people(network: Network, event: Event, contacts: Iterable[str]) -> Change:
    """Expect contacts (uid) at an event; those expected already stay as they are."""
    there = {person.contact for person in event.people}
    fresh = [Attendee(contact=uid) for uid in dict.fromkeys(contacts) if uid not in there]
    words = f"{count(len(fresh), 'person', 'people')} expected at {event.name}"
    return _put(network, replace(event, people=(*event.people, *fresh)), words)


def set_seat(network: Network, event: Event, seat: Attendee) -> Change:
    """Change why somebody is looked for at an event, how much, and what to ask them."""
    people = tuple(seat if person.contact == seat.contact else person for person in event.people)
    return _put(network, replace(event, people=people), f"{_name(network, seat.contact)} at {event.name}")


def practised(network: Network, event: Event, contact: str, rating: int) -> Change:
    """Keep how the words to somebody came when practised: 1 not yet, 2 nearly, 3 easily.

    Raises:
        ValueError: for any other rating.
    """
    if rating not in {1, 2, 3}:
        raise ValueError(f"{rating} is no rating; 1 to 3 are.")
    people = tuple(
        replace(person, practice=rating) if person.contact == contact else person for person in event.people
    )
    return _put(network, replace(event, people=people), f"Practised what to say to {_name(network, contact)}")


def drop_person(network: Network, event: Event, contact: str) -> Change:
    """Expect somebody no more."""
    people = tuple(person for person in event.people if person.contact != contact)
    return _put(
        network, replace(event, people=people), f"{_name(network, contact)} not expected at {event.name}"
    )


def reword(network: Network, holder: Holder, before: str, text: str, *, event: str | None = None) -> Change:
    """Keep your own words for a person or for the room, in the place of those that stood there before.

    Raises:
        ValueError: if there are no words.
    """
    taken_out = remove_own(network, holder, before).edits if before else ()
    without = taken_out[0].after if taken_out else holder
    return write_own(network, cast("Holder", without), text, event=event)


def _checklist(network: Network, event: Event, today: date) -> tuple[ChecklistItem, ...]:
    """Return an event's checklist; that of its kind if it has none and there is time to prepare."""
    is_past = max(event.end or event.start, event.start) < today
    return (
        event.checklist
        if event.checklist or is_past
        else checklist_for(event.kind, event.start, network.own_words, today=today)
    )


def _put(network: Network, event: Event, words: str) -> Change:
    edits = Edits(network)
    edits.put(event)
    return edits.change(words)


def _name(network: Network, contact: str) -> str:
    found = network.contacts.get(contact)
    return found.name if found else "Somebody"


def _replaced(items: tuple[T, ...], position: int, item: T) -> tuple[T, ...]:
    return (*items[:position], item, *items[position + 1 :])


def _without(items: tuple[T, ...], position: int) -> tuple[T, ...]:
    return (*items[:position], *items[position + 1 :])
