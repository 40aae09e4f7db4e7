"""Practice before an event: cards with people, words for the room and the pitch; the hard ones come back.

Recalling something before looking it up keeps it better than reading it again (Roediger & Karpicke 2006), and
two minutes do. Nothing is counted up or compared: a card comes again soon, or once more, or is done.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.rules.events.preparing import Expected, expected, is_question, promises_to
from tui.rules.starters import beside, event_starters, room_starters
from tui.rules.starters.suggestion import Suggestion

PEOPLE: Final = 5
"""People in one round: as many as the brief has, and as one can keep in mind."""
ROOM: Final = 3
"""Words for the room in one round."""
PITCH_SECONDS: Final = 30
"""How long one listens to what somebody does."""
_SOON: Final = 2
"""A card that did not come yet returns after so many others."""

NOT_YET, NEARLY, EASILY = 1, 2, 3
"""How the words came."""


class Card(msgspec.Struct, frozen=True):
    """One thing to practise."""

    kind: Literal["person", "room", "pitch"]
    """What it asks for: words to somebody, to anybody, or about yourself."""
    key: str
    """Name of the card: the contact (uid), the words themselves, or 'pitch'."""
    person: Expected | None = None
    """Who it is, for a person."""
    say: tuple[Suggestion, ...] = ()
    """What one could say."""
    promises: tuple[str, ...] = ()
    """What you promised them."""
    manners: str = ""
    """How to address them."""


def deck(network: Network, event: Event, now: datetime, part: int = 0) -> tuple[Card, ...]:
    """Return the cards of one round: people, then words for the room, then the pitch.

    Args:
        network: Everybody.
        event: What is prepared.
        now: The moment, in the user's zone.
        part: 0 for the people who matter most and those that came hard last time; 1 and on for the next ones,
            without room and pitch. An empty answer means that there are no more.
    """
    people = sorted(expected(network, event, now), key=lambda it: (it.seat.priority, _ease(it)))
    chosen = people[part * PEOPLE : (part + 1) * PEOPLE]
    words = event_starters(network, event, now, only={it.contact.uid for it in chosen})
    cards = [_person(network, it, words.get(it.contact.uid, ())) for it in chosen]
    if part:
        return tuple(cards)
    room = room_starters(network, event, now)[:ROOM]
    cards += [Card("room", it.text, say=(it,)) for it in room]
    return (*cards, Card("pitch", "pitch"))


def _ease(it: Expected) -> int:
    """Return how well the words came: the hard ones first, then those not tried yet."""
    return {NOT_YET: 0, 0: 1, NEARLY: 2, EASILY: 3}.get(it.seat.practice, 1)


def _person(network: Network, it: Expected, say: tuple[Suggestion, ...]) -> Card:
    contact: Contact = it.contact
    promises = tuple(step.text for step in promises_to(network, contact) if step.text)
    own = tuple(one for one in say if not is_question(contact, one))
    return Card("person", contact.uid, it, own[:2], promises, beside(contact))


class Round(msgspec.Struct, frozen=True):
    """A round of practice: which cards are still to come, the next first."""

    left: tuple[str, ...]
    """Keys of the cards to come; the first is the one shown."""
    again: frozenset[str] = frozenset()
    """Cards that came back once because they nearly came: that is enough."""

    @property
    def card(self) -> str | None:
        """Key of the card shown; None at the end."""
        return self.left[0] if self.left else None

    def rated(self, rating: int) -> Round:
        """Return the round after a card: one that did not come yet returns soon, a near one once at the end."""
        if not self.left:
            return self
        first, *rest = self.left
        again = self.again
        if rating == NOT_YET:
            rest.insert(min(_SOON, len(rest)), first)
        elif rating == NEARLY and first not in again:
            rest.append(first)
            again = again | {first}
        return Round(tuple(rest), again)

    def skipped(self) -> Round:
        """Return the round without the card shown."""
        return Round(self.left[1:], self.again)
