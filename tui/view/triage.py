"""How the triage of imported people reads: one person with what is known, how far it is, and its quiet end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from tui.model.network import Network
from tui.model.records import Contact, Tier
from tui.rules.phrases import ago, count, listed, short_day
from tui.rules.triage import Reason
from tui.view.lines import Line, Span, ends, line, paragraphs, wrapped
from tui.view.person import fact, head, heading, met_words

ANSWERS: dict[str, tuple[Tier, str]] = {
    "1": ("inner", "inner"),
    "2": ("close", "close"),
    "3": ("active", "active"),
    "4": ("wide", "wide"),
    "5": ("ambient", "let be"),
}
"""The keys that decide: the tier, and its word here."""
_BAR = 20
SOURCES = {
    "linkedin": "LinkedIn",
    "google": "Google",
    "outlook": "Outlook",
    "vcard": "a vCard",
    "csv": "a table",
}
"""Where records come from, in words."""


def progress_line(at: int, batch: int, left: int, wide: int) -> Line:
    """Return how far it is: '7 of 20', a bar, and how many wait in all."""
    full = round(_BAR * at / batch) if batch else 0
    bar: tuple[Span, ...] = (("━" * full, "accent"), ("─" * (_BAR - full), "dim")) if wide >= 60 else ()
    words = line((f"{min(at + 1, batch)} of {batch}  ", "strong"), *bar)
    return ends(words, line((f"{left:,} left", "dim")), wide)


def card(
    network: Network, contact: Contact, reasons: Sequence[Reason], now: datetime, wide: int
) -> list[Line]:
    """Return somebody with all that is known of them, and why they come now."""
    source = SOURCES.get(contact.source, contact.source)
    came = f"from {source}" if source else ""
    if contact.added:
        came = f"{came}, {short_day(contact.added, now.date())}".removeprefix(", ")
    since = f"{ago(contact.met_day, now.date())}" if contact.met_day else ""
    facts = [
        *fact("met", met_words(network, contact, now) or since, wide),
        *fact("groups", ", ".join(contact.groups), wide),
        *fact("interests", ", ".join(contact.interests), wide),
        *fact("needs", "; ".join(contact.needs), wide),
        *fact("offers", "; ".join(contact.offers), wide),
        *fact("industry", contact.industry, wide),
        *fact("email", ", ".join(contact.emails), wide),
        *fact("phone", ", ".join(contact.phones), wide),
        *fact("profile", ", ".join(contact.profiles), wide),
        *fact("came", came, wide),
        *fact("circle", contact.circle, wide),
    ]
    why = [part for it in reasons[:4] for part in wrapped(f"· {it.words}", wide, "accent", "  ")]
    notes = contact.notes.strip()
    return paragraphs(
        head(contact, now, wide), why, facts, [heading("Notes"), *wrapped(notes, wide)] if notes else []
    )


def answer_lines(contact: Contact) -> tuple[Line, Line]:
    """Return the keys that decide, the tier as it was decided marked; and the key of the circle."""
    spans: list[Span] = []
    for key, (tier, word) in ANSWERS.items():
        here = contact.tier == tier and contact.triaged is not None
        spans += [(f"{key} ", "accent"), (f"{word}{' ✓' if here else ''}  ", "good" if here else "")]
    return line(*spans), line(("c ", "accent"), f"circle: {contact.circle}")


def meaning(days: Iterable[tuple[str, int]]) -> str:
    """Return in words how often each tier comes up."""
    told = ", ".join(f"{tier} every {number} days" for tier, number in days)
    return f"{told}; let be: known and found, never due."


def last_words(contact: Contact) -> str:
    """Return what was just decided."""
    if contact.tier == "ambient":
        return f"{contact.name}: let be  (u undoes)"
    return f"{contact.name}: {contact.tier}  (u undoes)"


def kept(network: Network) -> int:
    """Return how many of those who came in bulk you chose to keep up with so far."""
    return sum(it.triaged is not None and it.tier != "ambient" for it in network.contacts.values())


def closing(network: Network, batch: Sequence[Contact], left: int, wide: int) -> list[Line]:
    """Return the end of a round: what was decided, what it comes to, and that nothing hurries."""
    tiers = Counter(it.tier for it in batch if it.triaged is not None)
    chosen = [f"{tiers[tier]} {tier}" for tier in ("inner", "close", "active", "wide") if tiers[tier]]
    looked, passed = sum(tiers.values()), sum(it.triaged is None for it in batch)
    parts = [*chosen, *([f"{tiers['ambient']} let be"] if tiers["ambient"] else [])]
    parts += [f"{passed} for another day"] if passed else []
    whole = kept(network)
    if not batch:
        first = "Nobody waits for a decision."
    elif not left:
        first = "That was everybody: each of them has a place now."
    else:
        decided = (
            f"you decided about {count(looked, 'person', 'people')}" if looked else "nobody was decided about"
        )
        first = f"Enough for today: {decided}."
    if whole:
        sum_up = (
            f"Of those who came in bulk you keep up with {count(whole, 'person', 'people')} so far. They come up "
            "among your follow-ups, a few a day, each in their own time."
        )
    else:
        sum_up = "Nobody has to be kept close. Whoever was imported can be found, and is never due."
    on = (
        f"{count(left, 'person waits', 'people wait')}, and there is no hurry. enter goes on with the "
        "next, escape leaves; T on any screen takes it up again."
        if left
        else "escape leaves."
    )
    return paragraphs(
        wrapped(first, wide, "strong"),
        wrapped(f"{listed(parts)}.", wide, "good") if parts else [],
        wrapped(sum_up, wide),
        wrapped(on, wide, "dim"),
    )
