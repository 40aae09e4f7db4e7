"""Asks: what others look for and you can answer, and what you look for and others could."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

import msgspec

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold, one_line
from tui.rules.giving.closeness import CLOSENESS
from tui.rules.giving.wanting import MOST_NOTES, facts_of, fit, fits_offer, texts_of, wanted
from tui.rules.matching.likeness import is_about_the_same, terms
from tui.rules.names import is_description, works_as
from tui.rules.queue.rows import is_put_off
from tui.rules.sensitive import is_sensitive

LATELY: Final = timedelta(days=365)
"""What was given within it is not offered again."""
MOST_HELPERS: Final = 6
"""People named for one need of yours."""


class Ask(msgspec.Struct, frozen=True):
    """A need of somebody that you can answer."""

    contact: str
    """Contact (uid) who looks for it."""
    need: str
    """The need, as it stands in the file."""
    offer: str
    """Your offer that answers it, or the group in which it is found."""
    reason: str
    """Both in words: 'looks for help with a board; you offer explaining data work to a board'."""
    score: float
    """How good it is; higher is better, and means nothing by itself."""


class Helper(msgspec.Struct, frozen=True):
    """Somebody who could answer a need of yours."""

    need: str
    """Your need, as it stands in your profile."""
    contact: str
    """Contact (uid)."""
    why: str
    """Why, in words: 'offers power market modelling', 'works as lawyer at Lighthouse Counsel'."""
    score: float
    """How well it fits; higher is better."""
    helped: date | None = None
    """Day they last gave you something of the kind."""
    asked: date | None = None
    """Day until which an ask rests, where you have asked them."""


ASK: Final = "give:ask:"
"""What the key begins with under which an answer to a need rests."""


def ask_key(need: str) -> str:
    """Return the key under which an answer to a need is put aside."""
    return f"{ASK}{fold(one_line(need))}"


def favour_key(need: str) -> str:
    """Return the key that remembers that somebody was asked about a need of yours."""
    return f"give:favour:{fold(one_line(need))}"


def answerable(network: Network, now: datetime) -> tuple[Ask, ...]:
    """Return the needs that you can answer, the best first: one for each person."""
    today, profile = now.date(), network.profile
    me = Contact(
        uid="me",
        name=profile.name,
        place=profile.place,
        interests=profile.interests,
        groups=profile.groups,
        offers=profile.offers,
    )
    mine = facts_of(me)
    found: list[Ask] = []
    looked: dict[str, tuple[str, str, float] | None] = {}
    for uid, contact in network.contacts.items():
        if contact.archived or contact.paused or not contact.needs or is_description(contact):
            continue
        best: Ask | None = None
        for need in contact.needs[:MOST_NOTES]:
            if need not in looked:
                how = fit(need, me, mine)
                looked[need] = (how.how, how.fact, how.score) if how is not None and how.fact else None
            answer, want = looked[need], wanted(need)
            if answer is None or want is None:
                continue
            by, fact, score = answer
            if by == "group" and not (contact.place and fold(contact.place) == fold(profile.place)):
                continue
            if by == "group" and any(fold(fact) == fold(group) for group in contact.groups):
                continue
            if is_put_off(contact, ask_key(need), today) or _was_given(network, contact, need, today):
                continue
            yours = "you are in" if by == "group" else "you offer"
            same = fold(want.text) == fold(fact)
            said = f"looks for {want.text}; {'you offer just that' if same else f'{yours} {one_line(fact)}'}"
            ask = Ask(uid, need, fact, one_line(said), score + CLOSENESS[contact.tier])
            best = ask if best is None or ask.score > best.score else best
        if best is not None:
            found.append(best)
    return tuple(sorted(found, key=lambda it: (-it.score, it.contact)))


def _was_given(network: Network, contact: Contact, need: str, today: date) -> bool:
    """Tell whether a need was answered by you within the year, or is promised: no need to offer it again."""
    for touch in network.interactions_of(contact.uid):
        recent = today - touch.day <= LATELY
        if (
            recent
            and touch.gave
            and (_alike(need, touch.gave) or _alike(need, f"{touch.gave} {touch.summary}"))
        ):
            return True
    return any(
        step.kind == "promise"
        and (step.status == "open" or _is_recent(step.closed, today))
        and _alike(need, step.text)
        for step in network.follow_ups_of(contact.uid)
    )


def _alike(need: str, words: str) -> bool:
    # Looser than elsewhere: to offer again what was given is worse than to offer once too little.
    return bool(fits_offer(need, words)) or is_about_the_same(need, words)


def _is_recent(day: date | None, today: date) -> bool:
    return day is not None and today - day <= LATELY


def helpers(network: Network, now: datetime) -> dict[str, tuple[Helper, ...]]:
    """Return who could answer each need of yours, the best first; needs nobody answers have nobody."""
    needs = [need for need in network.profile.needs if need.strip()]
    found: dict[str, list[Helper]] = {need: [] for need in needs}
    readable = [need for need in needs if wanted(need) is not None]
    words = frozenset().union(*(want.all for need in readable if (want := wanted(need))))
    # The same titles and firms come up thousands of times in a large network: each is looked at once.
    near = cache(lambda text: not words.isdisjoint(terms(text)))
    for contact in network.contacts.values():
        if contact.archived or contact.paused or not any(map(near, texts_of(contact))):
            continue
        if is_description(contact):
            continue
        for need in readable:
            helper = _helper(network, contact, need, now.date())
            if helper is not None:
                found[need].append(helper)
    return {
        need: tuple(sorted(those, key=lambda it: (-it.score, it.contact))[:MOST_HELPERS])
        for need, those in found.items()
    }


def _helper(network: Network, contact: Contact, need: str, today: date) -> Helper | None:
    how = fit(need, contact, facts_of(contact))
    if how is None or how.how == "group":
        return None
    offer = f"offers {one_line(how.fact)}" if how.fact and how.how == "offer" else ""
    why = offer or f"works {'as' if contact.title else 'at'} {one_line(works_as(contact))}"
    given = (
        touch.day
        for touch in network.interactions_of(contact.uid)
        if touch.received and not is_sensitive(touch.received) and _alike(need, touch.received)
    )
    asked = [it.until for it in contact.deferrals if it.row == favour_key(need) and it.until > today]
    return Helper(
        need,
        contact.uid,
        why,
        how.score + CLOSENESS[contact.tier],
        helped=max(given, default=None),
        asked=max(asked, default=None),
    )


def my_needs(network: Network) -> Iterator[str]:
    """Yield what you look for, as it stands in your profile."""
    yield from (need for need in network.profile.needs if need.strip())
