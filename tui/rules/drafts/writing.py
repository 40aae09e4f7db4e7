"""Drafts: the message to send, its slots filled from what is in the file.

The words are templates (`tui.rules.content`); here is decided which facts go into them. Notes are turned to
the one who reads them ('her marathon' becomes 'your marathon'); what can't be turned, is sensitive or
private stays out, and the template's sentence with it.
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event, FollowUp, Introduction, Milestone, Share
from tui.model.settings import Tone
from tui.rules.content import sound
from tui.rules.content_drafts import LINKEDIN_LIMIT, DraftKind, draft_template
from tui.rules.drafts.news import celebrated, changed_since
from tui.rules.drafts.slots import (
    about_event,
    about_us,
    introduced,
    needed,
    owed,
    passed_on,
    shared_and_needed,
    talked,
)
from tui.rules.matching.likeness import is_about_the_same
from tui.rules.queue.ranking import Row
from tui.rules.starters.notes import visible
from tui.rules.starters.scene import scene


class Draft(msgspec.Struct, frozen=True):
    """A message ready to be read over and sent."""

    kind: DraftKind
    """What it is for."""
    tone: Tone
    """How it sounds."""
    subject: str
    """Subject line; empty where the channel has none."""
    body: str
    """The message."""
    limit: int | None = None
    """Characters that the channel takes, where it has a limit."""


def kind_for(network: Network, row: Row) -> DraftKind:
    """Return the kind of message that a row of the queue calls for."""
    if row.kind == "promise":
        return "promise_kept"
    if row.kind == "follow_up":
        event = network.events.get(row.event or "")
        if event is not None and event.kind == "informational interview":
            # Somebody gave their time: that is thanked for.
            return "thanks"
        return "after_event" if row.event else "check_in"
    if row.kind == "milestone":
        return "birthday" if row.milestone is not None and _is_birthday(row.milestone) else "congratulation"
    if row.kind == "introduction":
        introduction = network.introductions.get(row.introduction or "")
        status = introduction.status if introduction else "idea"
        steps: dict[str, DraftKind] = {
            "idea": "ask_first",
            "asked first": "ask_second",
            "asked second": "introduction",
        }
        return steps.get(status, "check_in")
    return row.kind


def draft(
    network: Network,
    contact: Contact,
    kind: DraftKind,
    now: datetime,
    *,
    tone: Tone | None = None,
    event: Event | None = None,
    follow_up: FollowUp | None = None,
    introduction: Introduction | None = None,
    share: Share | None = None,
    milestone: Milestone | None = None,
    need: str = "",
    offer: str = "",
) -> Draft:
    """Return the message to somebody, in their name order, true to the facts.

    Args:
        network: Everybody.
        contact: Who it is for; for an introduction the first of the two.
        kind: What it is for.
        now: The moment, in the user's zone.
        tone: How it sounds; without one, as the user's settings say.
        event: The event it follows, or goes before.
        follow_up: The promise or step it is about; otherwise the oldest open one.
        introduction: The introduction it moves on.
        share: What it passes on.
        milestone: What there is to celebrate.
        need: The need that it is about: theirs in an answer to it, yours in an ask.
        offer: What of yours answers theirs.
    """
    tone = tone or network.settings.tone
    if event is None and follow_up is not None and follow_up.event:
        event = network.events.get(follow_up.event)
    here = scene(network, contact, now, event, {})
    slots = about_us(here, tone, kind)
    slots |= about_event(here, event, kind)
    slots |= talked(here, event, follow_up, kind)
    slots |= owed(here, kind, event, follow_up)
    slots |= shared_and_needed(here, kind)
    slots |= introduced(here, kind, introduction)
    slots |= passed_on(share)
    if kind == "reconnect":
        slots["reason"] = changed_since(here)
    if milestone is not None:
        slots["milestone"] = celebrated(milestone)
    if kind == "check_in" and slots.get("thread"):
        slots["shared"] = ""
    if need:
        slots |= needed(here, kind, need, offer)
    if share is not None:
        slots |= dict.fromkeys(_unrelated(slots, share), "")
    said = [slots.get(name, "") for name in ("promise", "talked_about", "thread")]
    if not need and any(is_about_the_same(slots.get("need", ""), words) for words in said):
        slots["need"] = ""
    if kind == "promise_kept" and is_about_the_same(slots.get("ask", ""), slots.get("promise", "")):
        # How the deck was taken is no question for the message that brings it.
        slots["ask"] = ""
    template = draft_template(kind, tone, sound(network.own_words))
    filled = template.fill({key: value for key, value in slots.items() if value})
    limit = LINKEDIN_LIMIT if kind == "linkedin_note" else None
    body = filled.body if limit is None else _cut(filled.body, limit)
    return Draft(kind, tone, filled.subject, body, limit)


def _unrelated(slots: dict[str, str], share: Share) -> list[str]:
    """The slots that would claim a reason for passing something on which it isn't."""
    about = (share.title, share.why, *share.topics)
    related = {
        name
        for name in ("need", "talked_about", "shared")
        if any(is_about_the_same(slots.get(name, ""), words) for words in about)
    }
    names = {"need", "talked_about", "shared"} - related
    return [*names, *(["told"] if "talked_about" in names else [])]


def mailto(contact: Contact, message: Draft, *, others: tuple[Contact, ...] = ()) -> str:
    """Return the `mailto:` address that opens a message (RFC 6068), percent-encoded; without email, to nobody.

    `others` get it as well, such as the other side of an introduction.
    """
    emails = [visible(person.emails[0]) for person in (contact, *others) if person.emails]
    to = ",".join(quote(email, safe="@!$'*+-._~") for email in emails if "@" in email)
    fields = {"subject": message.subject, "body": "\r\n".join(message.body.splitlines())}
    return f"mailto:{to}?" + "&".join(f"{key}={quote(text, safe='')}" for key, text in fields.items() if text)


def _is_birthday(milestone: Milestone) -> bool:
    return milestone.label.strip().casefold() in {
        "birthday",
        "b-day",
        "bday",
        "geburtstag",
        "anniversaire",
        "cumpleaños",
    }


def _cut(text: str, limit: int) -> str:
    """Return a text within a limit, cut after a sentence, or at a word where one sentence is too long."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    end = max(head.rfind(". "), head.rfind("? "), head.rfind("! "), head.rfind(".\n"))
    if end > limit // 3:
        return head[: end + 1]
    return head[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
