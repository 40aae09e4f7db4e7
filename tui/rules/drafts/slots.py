"""What goes into the slots of a draft: each function looks after one kind of fact."""

from __future__ import annotations

import re

from tui.model.records import Contact, Event, FollowUp, Interaction, Introduction, Share
from tui.model.settings import Tone
from tui.model.text import fold
from tui.rules.content_drafts import DraftKind
from tui.rules.drafts.recall import after_colon, asked_since, last_spoke, to_ask, told
from tui.rules.giving.telling import told_to
from tui.rules.matching.likeness import is_about_the_same, stems
from tui.rules.names import first_name, formal_name, is_description, is_latin, spoken_name
from tui.rules.phrases import said_ahead, said_past
from tui.rules.sensitive import is_sensitive
from tui.rules.starters.common import said_interest
from tui.rules.starters.forms import Reading
from tui.rules.starters.needs import my_offer_for, sought_words
from tui.rules.starters.notes import sayable, visible
from tui.rules.starters.owed import promised
from tui.rules.starters.scene import (
    Scene,
    said_event,
    said_name,
    said_organization,
)
from tui.rules.starters.sentences import WRITTEN
from tui.rules.starters.work import said_work

_LONGEST_NAME = 60
_A_WEEK = 6
"""Days before which nobody says when you were last in touch."""


def clean_name(name: str) -> str:
    """Return a name as it can stand in a message: one line, no unseen characters, not too long."""
    line = visible(name)
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1].rstrip()}…"


def _named(contact: Contact) -> str:
    """Somebody's full name, behind what they go by where English readers can't read it: 'Yutong (周雨桐)'."""
    full = formal_name(contact)
    if contact.nickname and not is_latin(full):
        return clean_name(f"{contact.nickname} ({full})")
    return clean_name(full)


def _called(contact: Contact, formal: bool) -> str:
    """What somebody is called in a greeting; '' where the name is not known yet."""
    if is_description(contact):
        return ""
    return clean_name(formal_name(contact) if formal else first_name(contact))


def about_us(here: Scene, tone: Tone, kind: DraftKind) -> dict[str, str]:
    """Return how both sides are named, and when you last spoke."""
    contact, me = here.contact, here.me
    formal = tone == "formal"
    my_name = (
        me.name
        if formal or kind in ("before_event", "informational_interview", "introduction")
        else (me.name.split() or [""])[0]
    )
    slots = {
        "greeting_name": _called(contact, formal),
        "full_name": _named(contact),
        "my_name": clean_name(my_name),
        "organization": "" if is_sensitive(contact.organization) else said_organization(contact.organization),
    }
    if here.touches and (here.today - here.touches[0].day).days >= _A_WEEK:
        slots["last_when"] = here.when(here.touches[0].day)
        slots["last_spoke"] = last_spoke(here.touches[0], slots["last_when"])
    return slots


def about_event(here: Scene, event: Event | None, kind: DraftKind) -> dict[str, str]:
    """Return the event and when it was or will be; for a thank-you without one, the day of the talk."""
    if event is None or is_sensitive(event.name):
        spoken = next((it for it in here.touches if it.channel not in WRITTEN), None)
        last = spoken.day if kind == "thanks" and spoken is not None else None
        return {"event_when": here.when(last)} if last else {}
    last = event.end or event.start
    when = said_past(last, here.today) if last <= here.today else ""
    if kind == "before_event":
        if last < here.today:
            return {}
        when = said_ahead(event.start, here.today)
    between_two = event.kind in ("one-to-one", "informational interview")
    return {"event": "" if between_two else said_event(event.name), "event_when": when}


def _touch(
    here: Scene, event: Event | None, follow_up: FollowUp | None, kind: DraftKind
) -> Interaction | None:
    """The talk that a message looks back on: the one a promise was made in, the one at the event, the last."""
    if follow_up is not None and follow_up.interaction:
        found = here.network.interactions.get(follow_up.interaction)
        if found is not None:
            return found
    if event is not None:
        for touch in here.touches:
            if touch.event == event.uid or event.start <= touch.day <= (event.end or event.start):
                return touch
        return None
    spoken = (it for it in here.touches if kind != "thanks" or it.channel not in WRITTEN)
    return next(spoken, None)


def talked(here: Scene, event: Event | None, follow_up: FollowUp | None, kind: DraftKind) -> dict[str, str]:
    """Return what you talked about, what to ask next time and what you are grateful for."""
    touch = _touch(here, event, follow_up, kind)
    if touch is None:
        return {}
    slots: dict[str, str] = {}
    for touch_ in (touch, *here.touches[:2]):
        read = here.read(touch_.ask_next, group=len(touch_.contacts) > 1)
        asked = next((reading for _, reading in read if reading.form in _TO_ASK), None)
        if asked:
            slots |= {"thread": after_colon(_noted(asked)), "ask": to_ask(asked)}
            break
    group = len(touch.contacts) > 1
    own = [(note.text, False) for note in touch.notes if note.contact == here.contact.uid]
    for text, shared in [*own, (touch.summary, group)]:
        said = [it for _, it in here.read(text, group=shared, mode="log") if it.form in _TO_TELL]
        if said:
            slots |= _said(said, stems(slots.get("thread", "")), touch, here)
            break
    received = here.read(touch.received, mode="plain") if not is_sensitive(touch.summary) else ()
    if received and received[0][1].form == "noun":
        slots["why"] = received[0][1].words
    return slots


def _said(said: list[Reading], asked: frozenset[str], touch: Interaction, here: Scene) -> dict[str, str]:
    """What was said, as a note and as a sentence with the question that follows on from it."""
    first = said[0]
    second = next((it for it in said[1:2] if not stems(it.words) & asked), None)
    notes = [_noted(it) for it in (first, second) if it is not None]
    if any(it.startswith("you ") for it in notes):
        notes = notes[:1]
    sentence = told(first, second, touch)
    return {
        "talked_about": ", ".join(notes),
        "told": sentence,
        "since": asked_since(first, touch, here) if sentence else "",
    }


_TO_ASK = frozenset({"indirect", "noun", "quote", "question", "clause"})


_TO_TELL = frozenset({"clause", "noun", "other", "quote", "indirect"})


def _noted(reading: Reading) -> str:
    """A note as it stands behind a colon: 'hiring two people', 'your marathon', 'you moved to Lisbon'."""
    under_way = re.match(r"you were ((?:\w+ ){0,2}\w+ing\b.*)", reading.words)
    if reading.form == "clause" and under_way:
        return under_way[1]
    return reading.words


def owed(here: Scene, kind: DraftKind, event: Event | None, follow_up: FollowUp | None) -> dict[str, str]:
    """Return your promise and theirs, the one that the message is about before any other."""
    slots: dict[str, str] = {}
    steps = sorted(
        here.network.follow_ups_of(here.contact.uid), key=lambda it: (it.due or it.made or here.today, it.uid)
    )
    if event is not None and any(it.event == event.uid for it in steps):
        steps = [it for it in steps if it.event == event.uid]
    still = [it for it in steps if it.status == "open"]
    mine = follow_up if follow_up is not None and follow_up.kind == "promise" else _first(still, "promise")
    theirs = follow_up if follow_up is not None and follow_up.kind == "waiting" else _first(still, "waiting")
    if kind == "promise_kept" and follow_up is not None and follow_up.kind != "promise":
        mine = None
    found = promised(here, mine.text) if mine else None
    if mine and found:
        form, words = found[1]
        slots["promise"] = words if form != "quote" else f"come back to you about “{words}”"
        if mine.due and mine.due >= here.today:
            said = said_ahead(mine.due, here.today).removeprefix("on ")
            slots["promise_due"] = said if said == "today" else f"by {said}"
    if theirs:
        back = promised(here, theirs.text, "me")
        if back:
            form, words = back[1]
            offered = {"do": f"to {words}", "thing": f"me {words}", "quote": f"me “{words}”"}
            slots["their_promise"] = offered[form]
            if theirs.made and theirs.made <= here.today:
                slots["their_promise_when"] = here.when(theirs.made)
    return slots


def _first(steps: list[FollowUp], kind: str) -> FollowUp | None:
    return next((it for it in steps if it.kind == kind), None)


def shared_and_needed(here: Scene, kind: DraftKind) -> dict[str, str]:
    """Return what you share, what they look for, and what of yours would answer it."""
    contact, me = here.contact, here.me
    slots: dict[str, str] = {}
    mine = {fold(it).replace("-", " ") for it in me.interests}
    groups = {fold(it) for it in (*me.groups, me.organization) if it}
    for interest in contact.interests:
        if (
            fold(interest).replace("-", " ") in mine
            and not is_sensitive(interest)
            and said_interest(interest)
        ):
            slots["shared"] = said_interest(interest)
            break
    for group in (*contact.groups, contact.organization):
        if group and fold(group) in groups and not is_sensitive(group) and said_organization(group):
            slots["shared"] = said_organization(group)
            break
    for need in contact.needs:
        words = sought_words(here, need)
        if words:
            # What you can help with yourself is offered; there is nothing left to look out for.
            slots["offer"] = my_offer_for(here, need)
            slots["need"] = "" if slots["offer"] else words
            break
    if kind == "informational_interview" and not slots.get("offer"):
        slots["offer"] = next((sayable(visible(it)) for it in me.offers if not is_sensitive(it)), "")
    if kind in ("before_event", "informational_interview") and contact.introduced_by and not here.touches:
        by = here.network.contacts.get(contact.introduced_by)
        slots["other_name"] = said_name(spoken_name(by)) if by else ""
    return slots


def introduced(here: Scene, kind: DraftKind, introduction: Introduction | None) -> dict[str, str]:
    """Return who the other side of an introduction is, and why the two should meet."""
    if introduction is None or introduction.status == "declined":
        return {}
    other_uid = introduction.second if introduction.first == here.contact.uid else introduction.first
    other = here.network.contacts.get(other_uid)
    if other is None:
        return {}
    name = _named(other)
    if introduction.status in ("introduced", "came of it") and kind == "check_in":
        if not said_name(other.name):
            return {"thread": "", "ask": ""}
        found = f"you and {said_name(spoken_name(other))} found a time to talk"
        return {"thread": f"whether {found}", "ask": f"I've been wondering whether {found}."}
    slots = {
        "other_name": name,
        "other_greeting": _called(other, formal=False),
        "other_who": _who(other),
        "who": _who(here.contact),
    }
    reason = "" if is_sensitive(introduction.reason) else introduction.reason
    if kind != "introduction":
        reason = told_to(reason, here.contact)
        if re.search(rf"\b{re.escape(first_name(here.contact))}\b", reason):
            # Nobody is told of themselves by name.
            reason = ""
    parts = [sayable(part) for part in visible(reason).split("; ")]
    reason = "; ".join(parts) if all(parts) else ""
    if reason and not re.search(
        r"(?i)\b(?:he|she|they|him|her|them|his|hers|their|theirs|I|me|my)\b", reason
    ):
        slots["reason"] = (
            f"you {reason[:1].lower()}{reason[1:]}" if reason.casefold().startswith("both ") else reason
        )
    fits = [
        it
        for it in here.contact.needs
        if any(is_about_the_same(it, offer) for offer in (*other.offers, other.title, *other.interests))
    ]
    slots["need"] = next((words for words in (sought_words(here, need) for need in fits) if words), "")
    if slots["need"] and slots["need"] in slots.get("reason", ""):
        slots["need"] = ""
    return slots


def needed(here: Scene, kind: DraftKind, need: str, offer: str) -> dict[str, str]:
    """Return a need of theirs and what of yours answers it; in an ask, a need of yours."""
    if kind == "ask_favour":
        mine = "" if is_sensitive(need) else sayable(visible(need))
        return {"my_need": mine, "need": ""}
    words = sought_words(here, need)
    yours = "" if is_sensitive(offer) else sayable(visible(offer))
    return {"need": words, "offer": "" if yours and stems(yours) <= stems(words) else yours}


def _who(contact: Contact) -> str:
    """'who works as a grid engineer at Northwind', or what is known of it."""
    words = said_work(contact)
    return f"who {words}" if words else ""


def passed_on(share: Share | None) -> dict[str, str]:
    """Return title, address and reason of what is passed on; only web addresses."""
    if share is None:
        return {}
    url = share.url.strip()
    slots = {
        "title": visible(share.title)[:200],
        "url": url if re.fullmatch(r"https?://[^\s<>\"]+", url, re.IGNORECASE) else "",
    }
    why = sayable(visible(share.why))
    if why and not is_sensitive(share.why):
        slots["why"] = why
    return slots
