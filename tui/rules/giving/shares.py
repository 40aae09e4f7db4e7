"""What is worth passing on, and who would enjoy it: by what they look for, talked about, and care about.

Nobody gets the same thing twice, nobody gets something every week, nobody is sent what is their own work or what
they were there for. What you have not read yourself is not passed on yet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Interaction, Share
from tui.model.text import fold, one_line
from tui.rules.giving.closeness import CLOSENESS
from tui.rules.giving.wanting import MOST_NOTES, Wanted, fits_offer, specific, wanted, weight
from tui.rules.matching.likeness import is_about_the_same, terms
from tui.rules.names import is_description
from tui.rules.phrases import listed, said_past
from tui.rules.queue.rows import is_put_off
from tui.rules.sensitive import is_sensitive
from tui.rules.starters.common import said_interest

REST_DAYS: Final = 21
"""Days after something was sent to somebody in which nothing else is suggested for them."""
AT_MOST: Final = 12
"""People named for one share."""
_TALKS: Final = 3
"""Last touches that are looked at."""
_FRESH_TALK_DAYS: Final = 180

_OPENING: Final = re.compile(
    r"\b(?:openings?|vacanc(?:y|ies)|jobs?|traineeships?|internships?|hiring)\b", re.IGNORECASE
)
"""A job is for those who look for one; one interest in common says little."""

Ground = Literal["need", "talk", "interest"]


class Sharing(msgspec.Struct, frozen=True):
    """Somebody who would enjoy something."""

    share: str
    """Share (uid)."""
    contact: str
    """Contact (uid)."""
    why: str
    """Why, in words: 'cares about heat pumps and feeders'."""
    ground: Ground
    """What that rests on."""
    score: float
    """How good it is; higher is better, and means nothing by itself."""


def share_key(share: str) -> str:
    """Return the key under which passing on a share (uid) is put aside for somebody."""
    return f"give:share:{share}"


def title_of(share: Share) -> str:
    """Return what a share is called: its title, or its address without what every address begins with."""
    return one_line(share.title) or share.url.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def seen_by(network: Network, share: Share) -> list[tuple[Contact, date]]:
    """Return who got something and when, the latest first; who is no contact any more is left out."""
    known = [(network.contacts[it.contact], it.day) for it in share.sent if it.contact in network.contacts]
    return sorted(known, key=lambda it: (it[1], it[0].name), reverse=True)


class Library:
    """Everything worth passing on, and who cares about what; read once, then any number of questions."""

    def __init__(self, network: Network, now: datetime) -> None:
        self._network, self._today = network, now.date()
        self._last_sent: dict[str, date] = {}
        for share in network.shares.values():
            for sent in share.sent:
                self._last_sent[sent.contact] = max(sent.day, self._last_sent.get(sent.contact, date.min))
        self._cares: defaultdict[str, list[str]] = defaultdict(list)
        self._looking: defaultdict[str, list[str]] = defaultdict(list)
        self._talked = self._recent_talks()
        self._talked_of: defaultdict[str, list[str]] = defaultdict(list)
        for uid, touch in self._talked.items():
            for term in terms(f"{touch.summary} {touch.ask_next}"):
                self._talked_of[term].append(uid)
        for uid, contact in network.contacts.items():
            if contact.archived or contact.paused:
                continue
            for interest in contact.interests:
                self._cares[fold(interest)].append(uid)
            for need in contact.needs[:MOST_NOTES]:
                self._looking[need].append(uid)

    def audience(self, share: Share) -> tuple[Sharing, ...]:
        """Return who would enjoy something, the best first."""
        text = f"{share.title} {' '.join(share.topics)}"
        if is_sensitive(text):
            return ()
        about = terms(text)
        opening = _OPENING.search(share.title) is not None
        # One interest is enough for what a share is first of all about; of the rest it takes two.
        chief = terms(share.title) | (terms(share.topics[0]) if share.topics else frozenset())
        reasons: dict[str, tuple[float, Ground, str]] = {}
        cared: Counter[str] = Counter()
        chiefly: set[str] = set()
        topics: defaultdict[str, list[str]] = defaultdict(list)
        wanted_topics = [terms(topic) or frozenset({fold(topic)}) for topic in share.topics]
        for interest, uids in self._cares.items():
            words = terms(interest) or frozenset({interest})
            said = said_interest(interest)
            if said and words in wanted_topics and not is_sensitive(interest):
                for uid in uids:
                    cared[uid] += 1
                    topics[uid].append(said)
                if words <= chief or words == wanted_topics[0]:
                    chiefly.update(uids)
        for uid, times in cared.items():
            if times > 1 or (uid in chiefly and not opening):
                reasons[uid] = (float(times), "interest", f"cares about {listed(topics[uid][:2])}")
        shared = Counter(uid for term in specific(about) for uid in self._talked_of.get(term, ()))
        for uid, times in shared.items():
            touch = self._talked[uid]
            if times > 1 and not is_sensitive(f"{touch.summary} {touch.ask_next}"):
                when = said_past(touch.day, self._today)
                reasons[uid] = (2.0 + reasons.get(uid, (0.0,))[0], "talk", f"you talked about it {when}")
        for need, uids in self._looking.items():
            want = wanted(need)
            # Somebody who looks for a person is not helped by something to read.
            if want is not None and not (want.role or want.work) and _answers(need, want, share):
                for uid in uids:
                    reasons[uid] = (4.0 + cared[uid], "need", f"looks for {want.text}")
        found = [
            Sharing(
                share.uid, uid, one_line(why), ground, score + CLOSENESS[self._network.contacts[uid].tier]
            )
            for uid, (score, ground, why) in reasons.items()
            if self._may(share, self._network.contacts[uid], ground)
        ]
        found.sort(key=lambda it: (-it.score, it.contact))
        return tuple(found[:AT_MOST])

    def _may(self, share: Share, contact: Contact, ground: Ground) -> bool:
        """Tell whether something may be sent to somebody at all."""
        uid = contact.uid
        if contact.archived or contact.paused or is_description(contact):
            return False
        if contact.tier == "ambient" and ground == "interest":
            return False
        if any(sent.contact == uid for sent in share.sent) or self.rests(uid):
            return False
        if contact.deferrals and is_put_off(contact, share_key(share.uid), self._today):
            return False
        return not _is_their_own(share, contact) and not self._was_there(share, contact)

    def rests(self, uid: str) -> bool:
        """Tell whether somebody was sent something lately."""
        last = self._last_sent.get(uid)
        return last is not None and (self._today - last).days < REST_DAYS

    def _was_there(self, share: Share, contact: Contact) -> bool:
        """Tell whether a share is about an event at which somebody was."""
        return any(
            any(seat.contact == contact.uid and seat.outcome == "met" for seat in event.people)
            and is_about_the_same(share.title, event.name)
            for event in self._network.events_of(contact.uid)
        )

    def _recent_talks(self) -> dict[str, Interaction]:
        """Return the last telling touch with everybody, of the last half year."""
        found: dict[str, Interaction] = {}
        for touch in self._network.interactions.values():
            if touch.attempt or len(touch.contacts) > _TALKS or not (self._today - touch.day).days >= 0:
                continue
            if (self._today - touch.day).days > _FRESH_TALK_DAYS or not (touch.summary or touch.ask_next):
                continue
            for uid in touch.contacts:
                known = found.get(uid)
                if uid in self._network.contacts and (known is None or known.day < touch.day):
                    found[uid] = touch
        return found


def _answers(need: str, want: Wanted, share: Share) -> bool:
    """Tell whether something answers a need: its title, its reason, or what it is about."""
    return any(
        fits_offer(need, it) and specific(want.all & terms(it))
        for it in (share.title, share.why, " ".join(share.topics))
        if it and not is_sensitive(it)
    )


def _is_their_own(share: Share, contact: Contact) -> bool:
    """Tell whether something seems to be somebody's own work, which is no news to them."""
    if contact.organization and fold(contact.organization) in fold(f"{share.title} {share.why}"):
        return True
    if contact.name and fold(contact.name) in fold(f"{share.title} {share.why}"):
        return True
    told = terms(f"{share.title} {share.why}")
    for offer in contact.offers[:MOST_NOTES]:
        words = terms(offer)
        shared = words & told
        if len(shared) > 1 and weight(shared) >= 1.5 and weight(shared) * 2 >= weight(words):
            return True
    named = {word for word in fold(contact.name).split() if len(word) > 3}
    return bool(named & set(fold(f"{share.title} {share.why}").replace("'s", " ").replace(",", " ").split()))


def suggested_shares(network: Network, now: datetime) -> Iterator[Sharing]:
    """Yield who would enjoy which of the things worth passing on; each share's best first."""
    library = Library(network, now)
    for share in network.shares.values():
        if share.read or share.own:
            yield from library.audience(share)
