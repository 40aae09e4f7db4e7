"""Saving a captured line: one Change with all that it says.

Capture adds and never takes away. What contradicts a fact on file (another company, another one who
introduced you) is kept in words beside it, for you to settle.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from msgspec.structs import replace

from tui.actions.interactions import Refused, put_follow_up, put_touch
from tui.actions.pace import kept_up
from tui.model.base import new_uid
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUpKind, Interaction
from tui.model.text import fold, one_line
from tui.rules.capture.line import Capture
from tui.rules.events.debriefing import seat_of
from tui.rules.events.goals import counted
from tui.rules.first_time import is_first_time
from tui.rules.matching.meant import Understood, contradiction, understand
from tui.rules.matching.named import Match, find_named
from tui.rules.matching.people import profile_key
from tui.rules.moments import has_begun, is_over
from tui.rules.touches import depth_words

__all__ = ["AmbiguousName", "Understood", "capture", "understand"]

_DIGITS = re.compile(r"\D+")


class AmbiguousName(Refused):
    """A line that may mean several people; nothing was changed."""

    def __init__(self, name: str, choices: tuple[Contact, ...]) -> None:
        self.name, self.choices = name, choices
        super().__init__(
            f"“{name}” may be somebody you know already: say whom you mean, or that they are new."
        )


def capture(
    network: Network,
    capture: Capture,
    now: datetime,
    *,
    event: Event | None = None,
    contact: str | None = None,
    new: bool = False,
    named: Match | None = None,
) -> Change:
    """Return the Change that saves a line.

    Args:
        network: Who is known.
        capture: What the line says.
        now: The moment, in the user's zone.
        event: Event that the line belongs to. Once it has begun you met there, on its day; before, they are
            expected, and the talk is what there is to talk about (`Attendee.why`), no touch.
        contact: Who it is about (uid), where that was chosen.
        new: True if it was chosen to be somebody new.
        named: What the name was found to mean, where it was looked up already.

    Raises:
        AmbiguousName: if it may mean several people and nobody was chosen.
        Refused: if there is no name, or who was chosen is not there any more.
    """
    saving = _Saving(network, capture, now, event)
    before = _about(network, capture, event, contact, new=new, named=named)
    person = saving.put_person(before)
    touch = saving.put_touch(person.uid)
    saving.put_steps(person.uid, touch)
    saving.put_on_list(person.uid)
    return saving.edits.change(f"Captured {person.name}")


def _about(
    network: Network,
    said: Capture,
    event: Event | None,
    contact: str | None,
    *,
    new: bool,
    named: Match | None,
) -> Contact | None:
    if contact is not None:
        chosen = network.contacts.get(contact)
        if chosen is None:
            raise Refused("The person you chose is not among your contacts any more: choose again.")
        return chosen
    if not said.name.strip():
        raise Refused("There is no name: it is the words before the first mark.")
    if new:
        return None
    understood = understand(network, said, event, named=named)
    if understood.choices:
        raise AmbiguousName(said.name, understood.choices)
    return understood.contact


class _Saving:
    """One line on its way into a Change."""

    def __init__(self, network: Network, said: Capture, now: datetime, event: Event | None) -> None:
        self.network, self.said, self.now = network, said, now
        self.edits = Edits(network)
        # A screen may hold the event as it was before.
        self.event = network.events.get(event.uid, event) if event is not None else None
        self.begun = self.event is not None and has_begun(self.event, now)

    @property
    def day(self) -> date:
        """The day you met: the event's last day once it is over, else today."""
        today = self.now.date()
        if self.event is None or not self.begun or not is_over(self.event, self.now):
            return today
        return min(max(self.event.end or self.event.start, self.event.start), today)

    def put_person(self, before: Contact | None) -> Contact:
        """Write down everything lasting that the line says of somebody."""
        new = Contact(uid=new_uid(), name=one_line(self.said.name), source="capture", added=self.now.date())
        person = _enriched(self.network, before or new, self.said, self.now.date(), self._unsaid())
        unknown = before is None or not (
            before.met_day or before.met_event or before.met_note or self.network.touches_of(before.uid)
        )
        if self.event is not None and self.begun:
            seat = seat_of(self.event, person.uid)
            if is_first_time(self.network, person, self.event) and (seat is None or seat.outcome != "met"):
                self.event = counted(self.event, 1)
            if unknown:
                person = replace(person, met_day=self.day, met_event=self.event.uid)
        if self.event is not None and self.begun and not (before and self.network.touches_of(before.uid)):
            person = kept_up(person)
        self.edits.put(person)
        return person

    def _unsaid(self) -> str:
        """Return how deep a talk is to go that has not been yet: for the notes, as there is no touch to bear it."""
        return depth_words(self.said.depth) if self.event is not None and not self.begun else ""

    def put_touch(self, uid: str) -> Interaction | None:
        """Log the talk; a second line about somebody at one event adds to what the first one logged.

        Before the event you have not spoken there: what is to be talked about is why they are on its list.
        """
        if self.event is not None and not self.begun:
            return None
        said, event = self.said, self.event
        if event is not None:
            for touch in self.network.touches_of(uid):
                if touch.event == event.uid and touch.contacts == (uid,):
                    return self._add_to(touch)
        elif not said.talk and not said.depth:
            return None
        return put_touch(
            self.edits,
            self.now,
            contacts=(uid,),
            day=self.day,
            channel="video" if event is not None and event.kind == "virtual" else "in person",
            summary=said.talk,
            depth=said.depth,
            event=event.uid if event is not None else None,
        )

    def _add_to(self, touch: Interaction) -> Interaction:
        more = "" if fold(self.said.talk) in fold(touch.summary) else self.said.talk
        summary = "; ".join(filter(None, (touch.summary, more)))
        after = replace(touch, summary=summary, depth=max(touch.depth, self.said.depth))
        self.edits.put(after)
        return after

    def put_steps(self, uid: str, touch: Interaction | None) -> None:
        """Write down promises both ways and the dated step, unless the same stands open already."""
        steps: list[tuple[FollowUpKind, str, date | None]] = [
            *(("promise", it.text, it.due) for it in self.said.promises),
            *(("waiting", it.text, it.due) for it in self.said.their_promises),
        ]
        if self.said.follow_up is not None:
            steps.append(("follow_up", "", self.said.follow_up))
        standing = {
            (it.kind, fold(it.text), it.due) for it in self.network.follow_ups_of(uid) if it.status == "open"
        }
        for kind, text, due in steps:
            if (kind, fold(text.strip()), due) not in standing:
                put_follow_up(
                    self.edits,
                    self.now,
                    kind=kind,
                    contact=uid,
                    text=text,
                    due=due,
                    event=self.event.uid if self.event else None,
                    interaction=touch.uid if touch else None,
                    made=self.day if self.begun else None,
                )

    def put_on_list(self, uid: str) -> None:
        """Put somebody on the event's list: met once it has begun, else expected."""
        event = self.event
        if event is None:
            return
        there = next((it for it in event.people if it.contact == uid), None)
        seat = there or Attendee(contact=uid, outcome="expected")
        if self.begun:
            seat = replace(seat, outcome="met")
        elif fold(self.said.talk) not in fold(seat.why):
            seat = replace(seat, why="; ".join(filter(None, (seat.why, self.said.talk))))
        if there is None:
            self.edits.put(replace(event, people=(*event.people, seat)))
        else:
            people = tuple(seat if it.contact == uid else it for it in event.people)
            self.edits.put(replace(event, people=people))


def _enriched(network: Network, person: Contact, said: Capture, today: date, more: str) -> Contact:
    """Return a contact with everything lasting that the line says; `more` goes to the notes."""
    beside = [words for words in (said.notes, more) if words]
    other = contradiction(person, said)
    if other:
        beside.append(f"{today.isoformat()}: {other}")
    else:
        person = replace(person, title=person.title or said.title)
    person = replace(person, organization=person.organization or said.organization)
    person = _introduced(network, person, said.introduced_by)
    return replace(
        person,
        interests=_with(person.interests, said.interests, fold),
        needs=_with(person.needs, said.needs, fold),
        offers=_with(person.offers, said.offers, fold),
        emails=_with(person.emails, said.emails, fold),
        phones=_with(person.phones, said.phones, lambda phone: _DIGITS.sub("", phone) or phone),
        profiles=_with(person.profiles, said.profiles, lambda address: profile_key(address) or address),
        tier=said.tier or person.tier,
        notes=_noted(person.notes, beside),
        archived=False,
    )


def _introduced(network: Network, person: Contact, name: str) -> Contact:
    """Set who introduced you, if the name means exactly one other contact; else keep it in words."""
    if not name:
        return person
    by = find_named(network, name).meant
    if by is not None and by.uid != person.uid and person.introduced_by in (None, by.uid):
        return replace(person, introduced_by=by.uid)
    words = f"introduced by {name}"
    if fold(words) in fold(person.met_note):
        return person
    note = f"{person.met_note}; {words}" if person.met_note else f"{words[0].upper()}{words[1:]}"
    return replace(person, met_note=note)


def _with(held: tuple[str, ...], more: Iterable[str], key: Callable[[str], str]) -> tuple[str, ...]:
    """Return values with those added that are not among them yet."""
    known = {key(value) for value in held}
    added: dict[str, str] = {}
    for value in more:
        if key(value) not in known:
            added.setdefault(key(value), value)
    return (*held, *added.values())


def _noted(notes: str, more: Iterable[str]) -> str:
    """Return notes with paragraphs added that are not in them yet."""
    for words in more:
        if words not in notes:
            notes = f"{notes.rstrip()}\n{words}" if notes.strip() else words
    return notes
