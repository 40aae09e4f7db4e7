"""What you gave and received with each person, in words and time. It is a memory, never a debt.

Counted are what a log says was given or received, promises kept (where no log of that day says it already),
introductions made, and things passed on. What touches on something sensitive is counted without its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, datetime
from typing import Final, Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Interaction
from tui.model.text import one_line
from tui.rules.giving.shares import title_of
from tui.rules.matching.likeness import is_about_the_same
from tui.rules.names import first_name
from tui.rules.sensitive import is_sensitive

Way = Literal["gave", "received"]
Mark = Literal["", "ask", "thank"]

THANK_FROM: Final = 2
"""Kindnesses without a thank-you from which it is quietly marked."""
_THANKS: Final = re.compile(
    r"\b(?:thank|thanks|thanked|thanking|thank-you|grateful|gratitude|danke|dankte|merci|gracias|obrigad[oa]|grazie|"
    r"tack|takk)\b",
    re.IGNORECASE,
)
_UNSAID: Final = "something that stays between you"


class Entry(msgspec.Struct, frozen=True):
    """One thing that went one way."""

    day: date
    """Day it happened."""
    way: Way
    """'gave' yours, 'received' theirs."""
    text: str
    """What it was, as it was written down."""
    beside: str = ""
    """What else was written down of that touch; decides, with the text, whether it can be said."""

    @property
    def words(self) -> str:
        """What it was, for the screen; nothing sensitive. Asked for when it is shown, since looking takes time."""
        return _UNSAID if is_sensitive(self.text) or is_sensitive(self.beside) else one_line(self.text)


class Account(msgspec.Struct, frozen=True):
    """What went both ways with one person."""

    contact: str
    """Contact (uid)."""
    entries: tuple[Entry, ...] = ()
    """Everything, the latest first."""
    unthanked: int = 0
    """Times they gave since you last thanked them or gave something yourself."""
    mark: Mark = ""
    """'ask' where you wait for something or are about to ask, and have given nothing yet; 'thank' where they gave
    again and again without a thank-you."""

    def of(self, way: Way) -> tuple[Entry, ...]:
        """Return what went one way, the latest first."""
        return tuple(entry for entry in self.entries if entry.way == way)


def ledger(network: Network, now: datetime) -> tuple[Account, ...]:
    """Return an account of everybody with whom anything went either way or is awaited; the latest first."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    today = now.date()
    for touch in network.interactions.values():
        if touch.attempt or touch.day > today:
            continue
        if touch.gave or touch.received:
            for uid in touch.contacts:
                found[uid] += _told(touch)
    _add_steps(network, found)
    _add_introductions(network, found)
    for share in network.shares.values():
        for sent in share.sent:
            found[sent.contact].append(Entry(sent.day, "gave", f"“{title_of(share)}”"))
    asking = {
        it.contact for it in network.follow_ups.values() if it.kind == "waiting" and it.status == "open"
    }
    accounts = [
        _account(network, uid, found.get(uid, []), asking=uid in asking)
        for uid in network.contacts
        if uid in found or uid in asking
    ]
    return tuple(sorted(accounts, key=_latest, reverse=True))


def account_of(accounts: tuple[Account, ...], contact: str) -> Account:
    """Return somebody's account; an empty one if nothing went either way."""
    return next((it for it in accounts if it.contact == contact), Account(contact))


def _account(network: Network, uid: str, entries: list[Entry], *, asking: bool) -> Account:
    entries = sorted(set(entries), key=lambda it: (it.day, it.way, it.text), reverse=True)
    given = [entry.day for entry in entries if entry.way == "gave"]
    since = max(given, default=date.min)
    if sum(entry.way == "received" and entry.day > since for entry in entries) >= THANK_FROM:
        since = max((since, *_thanked(network, uid)))
    unthanked = sum(entry.way == "received" and entry.day > since for entry in entries)
    mark: Mark = ""
    if asking and not given:
        mark = "ask"
    elif unthanked >= THANK_FROM:
        mark = "thank"
    return Account(uid, tuple(entries), unthanked, mark)


def _thanked(network: Network, uid: str) -> list[date]:
    """Return the days on which somebody was thanked."""
    return [
        touch.day
        for touch in network.touches_of(uid)
        if _THANKS.search(touch.summary) or _THANKS.search(touch.gave)
    ]


def _latest(account: Account) -> tuple[date, str]:
    return (account.entries[0].day if account.entries else date.min), account.contact


def _told(touch: Interaction) -> list[Entry]:
    told: list[Entry] = []
    both: tuple[tuple[Way, str], ...] = (("gave", touch.gave), ("received", touch.received))
    for way, words in both:
        if words.strip():
            told.append(Entry(touch.day, way, words, touch.summary))
    return told


def _add_steps(network: Network, found: defaultdict[str, list[Entry]]) -> None:
    """Add promises that were kept, unless a log says the same."""
    for step in network.follow_ups.values():
        if step.status != "done" or step.closed is None or step.kind == "follow_up" or not step.text.strip():
            continue
        way: Way = "gave" if step.kind == "promise" else "received"
        known = [entry for entry in found.get(step.contact, ()) if entry.way == way]
        told = network.interactions.get(step.interaction or "")
        by_log = told is not None and bool(told.gave if way == "gave" else told.received)
        if by_log or any(it.day == step.closed or is_about_the_same(it.text, step.text) for it in known):
            continue
        found[step.contact].append(Entry(step.closed, way, step.text))


def _add_introductions(network: Network, found: defaultdict[str, list[Entry]]) -> None:
    """Add the introductions you made, and those that were made for you."""
    contacts = network.contacts
    for introduction in network.introductions.values():
        day = next((step.day for step in introduction.steps if step.status == "introduced"), None)
        if day is None:
            continue
        for uid, away in (
            (introduction.first, introduction.second),
            (introduction.second, introduction.first),
        ):
            if away in contacts:
                words = f"the introduction to {one_line(first_name(contacts[away]))}"
                found[uid].append(Entry(day, "gave", words))
    for contact in contacts.values():
        by = contact.introduced_by
        if by is None or by not in contacts or contact.met_day is None:
            continue
        name = one_line(first_name(contact))
        if not any(entry.way == "received" and name in entry.text for entry in found.get(by, ())):
            found[by].append(Entry(contact.met_day, "received", f"the introduction to {name}"))
