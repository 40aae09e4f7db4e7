"""Writing down what came of an event: whom you met, what was said and promised, and what you learnt.

Decided here, where the brief leaves room:
- Writing about somebody again changes what stands there (one talk a person and event), and adds no second.
- Somebody who came with an import, and with whom there never was a touch, starts being kept up with once
  you have met: `ambient` becomes `active`. Any other tier was chosen, and stays.
- A goal that counts new people is counted by itself when somebody is met here for the first time.
- 'Not met' after all takes out what was written about meeting them there; what they need and offer stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from tui.actions.interactions import Refused, put_follow_up, put_touch
from tui.actions.pace import kept_up
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, FollowUpKind, Interaction, Move, Outcome
from tui.model.text import fold, one_line
from tui.rules.events.debriefing import Agreed, Talk, day_met, obstacle, open_steps_at, seat_of, touch_at
from tui.rules.events.goals import counted
from tui.rules.first_time import is_first_time
from tui.rules.queue.sources import step_key


def met(network: Network, event: str, contact: str, now: datetime, talk: Talk = Talk()) -> Change:  # noqa: B008
    """Return the Change that writes down having met somebody (uid) at an event (uid), and what was said.

    Raises:
        Refused: if the event has not begun, was cancelled or removed, or the contact was removed.
    """
    where, person = _event(network, event, now), _person(network, contact)
    it = _Meeting(Edits(network), network, where, contact, now)
    it.edits.put(_known(it, person, talk))
    touch = _put_talk(it, talk)
    _put_agreed(it, "promise", talk.promises, touch)
    _put_agreed(it, "waiting", talk.theirs, touch)
    _put_write_on(it, talk.write_on, touch)
    first = not _is_met(where, contact) and is_first_time(network, person, where)
    it.edits.put(counted(_seated(where, contact, "met"), int(first)))
    return it.edits.change(f"Met {one_line(person.name)} at {one_line(where.name)}")


def not_met(network: Network, event: str, contact: str, now: datetime) -> Change:
    """Return the Change that says you did not meet somebody (uid) at an event (uid).

    If it had been written that you did, the talk goes and so does what was agreed in it and is still open.

    Raises:
        Refused: as for `met`.
    """
    where, person = _event(network, event, now), _person(network, contact)
    edits = Edits(network)
    touch = touch_at(network, where, contact)
    was_met = _is_met(where, contact)
    first = was_met and is_first_time(network, person, where)
    if touch is not None or was_met:
        kinds: tuple[FollowUpKind, ...] = ("promise", "waiting", "follow_up")
        edits.remove([touch] if touch is not None else [])
        edits.remove(step for kind in kinds for step in open_steps_at(network, where, contact, kind))
        if person.met_event == where.uid:
            edits.put(replace(person, met_event=None, met_day=None))
    edits.put(counted(_seated(where, contact, "not met"), -int(first)))
    return edits.change(f"Did not meet {one_line(person.name)}")


def later(network: Network, event: str, contact: str, now: datetime) -> Change:
    """Return the Change that puts somebody (uid) off until later; what is written stays.

    Raises:
        Refused: as for `met`.
    """
    where, person = _event(network, event, now), _person(network, contact)
    return _marked(network, where, contact, "later", f"Later: {one_line(person.name)}")


def to_do(network: Network, event: str, contact: str, now: datetime) -> Change:
    """Return the Change that takes 'not met' or 'later' back: somebody (uid) is still to be said about.

    Raises:
        Refused: as for `met`.
    """
    where, person = _event(network, event, now), _person(network, contact)
    return _marked(network, where, contact, "expected", f"Still to do: {one_line(person.name)}")


def look_back(network: Network, event: str, now: datetime, *, worked: str, change_next: str) -> Change:
    """Return the Change that keeps what worked at an event (uid) and what to do differently next time.

    Raises:
        Refused: as for `met`.
    """
    where = _event(network, event, now)
    edits = Edits(network)
    edits.put(replace(where, worked=worked.strip(), change_next=change_next.strip()))
    return edits.change(f"Looked back at {one_line(where.name)}")


def finish(network: Network, event: str, now: datetime, *, rest: Outcome = "later") -> Change:
    """Return the Change that ends the debrief of an event (uid); `rest` is said of all not spoken of yet.

    Raises:
        Refused: as for `met`.
    """
    where = _event(network, event, now)
    people = tuple(
        replace(seat, outcome=rest) if seat.outcome == "expected" else seat for seat in where.people
    )
    edits = Edits(network)
    edits.put(replace(where, people=people, debriefed=True))
    return edits.change(f"Finished the debrief of {one_line(where.name)}")


def _event(network: Network, uid: str, now: datetime) -> Event:
    event = network.events.get(uid)
    if event is None:
        raise Refused("This event was removed meanwhile: undo that first.")
    problem = obstacle(event, now)
    if problem:
        raise Refused(problem)
    return event


def _person(network: Network, uid: str) -> Contact:
    contact = network.contacts.get(uid)
    if contact is None:
        raise Refused("This person is not among your contacts any more: undo that first.")
    return contact


def _marked(network: Network, event: Event, contact: str, outcome: Outcome, words: str) -> Change:
    edits = Edits(network)
    edits.put(_seated(event, contact, outcome))
    return edits.change(words)


def _is_met(event: Event, contact: str) -> bool:
    seat = seat_of(event, contact)
    return seat is not None and seat.outcome == "met"


def _seated(event: Event, contact: str, outcome: Outcome) -> Event:
    """Return the event with what came of looking for somebody; whoever was not expected gets a place."""
    if seat_of(event, contact) is None:
        return replace(event, people=(*event.people, Attendee(contact=contact, outcome=outcome)))
    people = tuple(replace(it, outcome=outcome) if it.contact == contact else it for it in event.people)
    return replace(event, people=people)


class _Meeting(msgspec.Struct, frozen=True):
    """One person met at an event, and the Change that is being put together about it."""

    edits: Edits
    network: Network
    event: Event
    contact: str
    now: datetime


def _known(it: _Meeting, person: Contact, talk: Talk) -> Contact:
    """Return the contact with what is known of them since: needs, offers, where you met, and the tier."""
    before = [touch for touch in it.network.touches_of(person.uid) if touch.event != it.event.uid]
    if not (before or person.met_day or person.met_event or person.met_note):
        person = replace(person, met_day=day_met(it.event, it.now), met_event=it.event.uid)
    if not (before or _is_met(it.event, person.uid)):
        person = kept_up(person)
    return replace(person, needs=_with(person.needs, talk.needs), offers=_with(person.offers, talk.offers))


def _put_talk(it: _Meeting, talk: Talk) -> Interaction:
    touch = touch_at(it.network, it.event, it.contact)
    if touch is None:
        return put_touch(
            it.edits,
            it.now,
            contacts=(it.contact,),
            day=day_met(it.event, it.now),
            channel="video" if it.event.kind == "virtual" else "in person",
            summary=talk.said,
            depth=talk.depth,
            ask_next=talk.ask_next,
            event=it.event.uid,
        )
    depth = min(max(talk.depth, 0), 3)
    touch = replace(touch, summary=talk.said.strip(), depth=depth, ask_next=talk.ask_next.strip())
    it.edits.put(touch)
    return touch


def _put_agreed(it: _Meeting, kind: FollowUpKind, agreed: Sequence[Agreed], touch: Interaction) -> None:
    """Write down what was promised; what was known is changed, and goes if its words were taken out."""
    for one in agreed:
        step = it.network.follow_ups.get(one.uid) if one.uid else None
        if step is not None and step.status == "open":
            if one.text.strip():
                _put_changed(it, step, one.text.strip(), one.due)
            else:
                it.edits.remove([step])
        elif one.text.strip():
            _put_new(it, kind, one.text, one.due, touch)


def _put_write_on(it: _Meeting, day: date | None, touch: Interaction) -> None:
    """Set, move or take out the dated word after the event."""
    step = next(iter(open_steps_at(it.network, it.event, it.contact, "follow_up")), None)
    if step is None:
        if day is not None:
            _put_new(it, "follow_up", "", day, touch)
    elif day is not None or step.text:
        _put_changed(it, step, step.text, day)
    else:
        it.edits.remove([step])


def _put_new(it: _Meeting, kind: FollowUpKind, text: str, due: date | None, touch: Interaction) -> None:
    put_follow_up(
        it.edits,
        it.now,
        kind=kind,
        contact=it.contact,
        text=text,
        due=due,
        event=it.event.uid,
        interaction=touch.uid,
        made=touch.day,
    )


def _put_changed(it: _Meeting, step: FollowUp, text: str, due: date | None) -> None:
    """Put a step right. Another day ends what hid its row; a day given before today is kept as moved."""
    if due != step.due:
        if step.made is not None and step.made < it.now.date():
            step = replace(step, moves=(*step.moves, Move(day=it.now.date(), before=step.due)))
        contact = it.edits.get(Contact, step.contact)
        if contact is not None:
            kept = tuple(put_off for put_off in contact.deferrals if put_off.row != step_key(step))
            it.edits.put(replace(contact, deferrals=kept))
    it.edits.put(replace(step, text=text, due=due))


def _with(held: tuple[str, ...], more: Sequence[str]) -> tuple[str, ...]:
    """Return values with those added that are not among them yet, case and accents aside."""
    known = {fold(one_line(value)) for value in held}
    added: dict[str, str] = {}
    for value in map(one_line, more):
        if value and fold(value) not in known:
            added.setdefault(fold(value), value)
    return (*held, *added.values())
