"""What there is to celebrate, and what changed for somebody since you were last in touch, as a message says it."""

from __future__ import annotations

import re
from datetime import date

from tui.model.records import Milestone
from tui.rules.queue.sources import occurs
from tui.rules.sensitive import is_sensitive
from tui.rules.starters.notes import sayable, visible
from tui.rules.starters.scene import Scene, said_organization

_NEWS_DAYS = 2 * 365
"""Days for which something that happened to them is news to write about."""


def changed_since(here: Scene) -> str:
    """What changed for somebody since you were last in touch: 'your new position at Acme'; '' if nothing is known."""
    last = here.touches[0].day if here.touches else None
    news = [
        (day, it)
        for it in here.contact.milestones
        if it.once and it.year is not None and (day := occurs(it, date(it.year, 1, 1))) is not None
        if day <= here.today and (last is None or day > last) and (here.today - day).days <= _NEWS_DAYS
    ]
    for _, milestone in sorted(news, key=lambda it: it[0], reverse=True):
        words = celebrated(milestone)
        if words:
            return f"your {words}"
    return ""


def celebrated(milestone: Milestone) -> str:
    """What there is to celebrate, as it reads after 'your': 'work anniversary', 'new position at Acme'; or ''."""
    label = sayable(visible(milestone.label).replace("’", "'"))
    if not label or is_sensitive(milestone.label):
        return ""
    new = re.match(r"(?i)^(?:started (?:a )?)?new (position|job|role|post)\b(.*)$", label)
    if new:
        where = re.search(r"\b(?:at|with)\s+(.+)$", new[2])
        organization = said_organization(where[1]) if where else ""
        return f"new {new[1].lower()}{' at ' + organization if organization else ''}"
    words = re.sub(r"(?i)^(?:the|a|an|her|his|their|your)\s+", "", label)
    if re.match(r"(?!(?:[Bb]achelor|[Mm]aster|[Dd]octor)'s)\S+(?:'s|s')\s", words):
        # Somebody else's already: it can't be 'yours' as well.
        return ""
    verbs = r"(?i)^(?:started|joined|moved|became|founded|opened|launched|graduated|retired|left|began|is|was|has)\b"
    if re.search(verbs, words) or re.search(r"(?i)\b(?:he|she|they|him|them|is|was|has|I|me|my)\b", words):
        return ""
    first = words.split()[0]
    return (
        f"{first.lower()}{words[len(first) :]}"
        if first.istitle() and " " in words and words.split()[1].islower()
        else words
    )
