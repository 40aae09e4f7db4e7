"""The templates of messages as they are written, ours and the user's, and whom each can be tried on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Final

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Event, FollowUp, Introduction, Milestone, Share
from tui.model.settings import Tone
from tui.rules.content import problems, sound
from tui.rules.content_drafts import DRAFT_KINDS, TONES, DraftKind
from tui.rules.content_files import ContentError, our_text, own_text, tables
from tui.rules.drafts.rows import expected_at, kinds, last_met_at
from tui.rules.drafts.writing import Draft, draft

FILE: Final = "drafts.toml"
"""Name of the file of templates, ours and the user's."""
_LATEST: Final = 150
"""Touches among which somebody to try a template on is looked for."""
_INTRODUCTIONS: Final = frozenset({"ask_first", "ask_second", "introduction"})
_BEGINNING: Final = """\
# Your own templates of messages. A kind and tone found here takes the place of ours; what may stand between the
# brackets is said at the top of ours: `tui/content/drafts.toml`.
"""


class Source(msgspec.Struct, frozen=True):
    """One template as it is written."""

    kind: DraftKind
    """What it is for."""
    tone: Tone
    """How it sounds."""
    subject: str
    """Subject line, with its slots."""
    body: str
    """The message, with its slots."""
    own: bool
    """True if it is the user's."""


class Sample(msgspec.Struct, frozen=True):
    """Somebody whom a template can be tried on, and what it would be about."""

    contact: Contact
    """Who."""
    event: Event | None = None
    """The event it would follow or go before."""
    follow_up: FollowUp | None = None
    """The promise it would be about."""
    introduction: Introduction | None = None
    """The introduction it would move on."""
    share: Share | None = None
    """What it would pass on."""
    milestone: Milestone | None = None
    """What there would be to celebrate."""


def source(kind: DraftKind, tone: Tone, own: Path | None) -> Source:
    """Return a template as it is written: the user's where there is one, else ours."""
    usable = sound(own)
    text = own_text(usable / FILE) if usable is not None else None
    if text is not None:
        found = tables(text, str(FILE)).get(kind, {}).get(tone)
        if found is not None:
            return Source(kind, tone, found.get("subject", ""), found["body"], own=True)
    found = tables(our_text(FILE), FILE)[kind][tone]
    return Source(kind, tone, found.get("subject", ""), found["body"], own=False)


def own_ones(own: Path | None) -> frozenset[tuple[DraftKind, Tone]]:
    """Return kind and tone of every template that the user has written, as far as the file can be read."""
    try:
        text = own_text(own / FILE) if own is not None else None
        held = tables(text, FILE) if text is not None else {}
    except ContentError:
        return frozenset()
    return frozenset(
        (kind, tone)
        for kind in DRAFT_KINDS
        for tone in TONES
        if isinstance(held.get(kind), dict) and tone in held[kind]
    )


def faults(own: Path | None) -> tuple[str, ...]:
    """Return what is wrong with the user's templates, each as a sentence with its line; nothing if they are used."""
    return tuple(each for each in problems(own) if FILE in each) if own is not None else ()


def taken_over(text: str, template: Source) -> str:
    """Return the text of the user's file with a template added at its end, to be changed there."""
    before = text if text.strip() else _BEGINNING
    subject = f"subject = {_quoted(template.subject)}\n" if template.subject else ""
    body = template.body.strip("\n").replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    block = f'[{template.kind}.{template.tone}]\n{subject}body = """\n{body}\n"""\n'
    return f"{before.rstrip()}\n\n{block}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def line_of(text: str, template: Source) -> int:
    """Return the line at which a template begins in a file, from 1; the first where it is not found."""
    wanted = f"[{template.kind}.{template.tone}]"
    lines = [line.replace(" ", "").replace('"', "") for line in text.splitlines()]
    return lines.index(wanted) + 1 if wanted in lines else 1


def samples(network: Network, kind: DraftKind, now: datetime, most: int = 8) -> tuple[Sample, ...]:
    """Return people whom a template can be tried on, those you were in touch with last first."""
    return tuple(islice(_samples(network, kind, now), most))


def _samples(network: Network, kind: DraftKind, now: datetime) -> Iterator[Sample]:
    if kind in _INTRODUCTIONS:
        for one in network.introductions.values():
            if one.first in network.contacts and one.second in network.contacts:
                turn = one.second if kind == "ask_second" else one.first
                yield Sample(network.contacts[turn], introduction=one)
        return
    share = next(iter(network.shares.values()), None)
    for contact in _latest(network):
        if kind in ("birthday", "congratulation"):
            for milestone in contact.milestones:
                if ("birthday" in milestone.label.casefold()) == (kind == "birthday"):
                    yield Sample(contact, milestone=milestone)
                    break
        elif kind == "share":
            if share is not None:
                yield Sample(contact, share=share)
        elif kind not in _CHOSEN or kind in kinds(network, contact, None, now):
            yield _about(network, contact, kind, now)


_CHOSEN: Final = frozenset(
    {"promise_kept", "waiting", "after_event", "before_event", "check_in", "reconnect"}
)
"""Kinds for which not everybody will do."""


def _about(network: Network, contact: Contact, kind: DraftKind, now: datetime) -> Sample:
    whose = {"promise_kept": "promise", "waiting": "waiting"}.get(kind)
    steps = (it for it in network.follow_ups_of(contact.uid) if it.status == "open" and it.kind == whose)
    if kind == "before_event":
        event = expected_at(network, contact, now)
    else:
        event = last_met_at(network, contact, now) if kind in ("after_event", "linkedin_note") else None
    return Sample(contact, event=event, follow_up=next(steps, None))


def _latest(network: Network) -> Iterator[Contact]:
    """Yield people, those you were in touch with last first; then some others."""
    touches = nlargest(_LATEST, network.interactions.values(), key=lambda it: (it.day, it.uid))
    uids = [uid for touch in touches for uid in touch.contacts]
    others = islice(network.contacts, _LATEST)
    for uid in dict.fromkeys([*uids, *others]):
        contact = network.contacts.get(uid)
        if contact is not None and not contact.archived:
            yield contact


def tried(network: Network, kind: DraftKind, tone: Tone, sample: Sample, now: datetime) -> Draft:
    """Return a template filled for somebody."""
    return draft(
        network,
        sample.contact,
        kind,
        now,
        tone=tone,
        event=sample.event,
        follow_up=sample.follow_up,
        introduction=sample.introduction,
        share=sample.share,
        milestone=sample.milestone,
    )


def all_kinds() -> tuple[DraftKind, ...]:
    """Return every kind of message that there is a template for."""
    held = tables(our_text(FILE), FILE)
    return tuple(kind for kind in DRAFT_KINDS if kind in held)
