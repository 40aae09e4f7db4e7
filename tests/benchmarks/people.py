"""The people of an invented network: most from an import, the others entered by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import quote

from tests.benchmarks import words
from tests.benchmarks.dice import Dice
from tests.benchmarks.names import CULTURES, Culture
from tui.model import records
from tui.model.records import Circle, Contact, Deferral, Milestone, Starter, Tier

YEARS = 8
"""So long ago the first of them was met."""
OFTEN: dict[Tier, float] = {"inner": 14.0, "close": 6.0, "active": 2.0, "wide": 1.0, "ambient": 0.05}
"""How often people of a tier are spoken to, against each other."""
_IMPORTED = 0.85
_TIERS: tuple[tuple[Tier, ...], tuple[float, ...]] = (("inner", "close", "active", "wide"), (2, 8, 55, 35))
_CIRCLES: tuple[tuple[Circle, ...], tuple[float, ...]] = (("professional", "personal", "both"), (7, 2, 1))
_WEIGHTS = [culture.weight for culture in CULTURES]


def people(dice: Dice, count: int, past_events: Sequence[tuple[str, dt.date]]) -> list[Contact]:
    """Return so many people; some were met at one of the events (uid and day)."""
    known: list[str] = []
    found = []
    for place in range(count):
        uid = dice.uid()
        found.append(_person(dice, uid, place, known, past_events))
        known.append(uid)
    return found


def _person(
    dice: Dice, uid: str, place: int, known: list[str], past_events: Sequence[tuple[str, dt.date]]
) -> Contact:
    culture = dice.weighted(CULTURES, _WEIGHTS)
    given, family, name = _name(dice, culture)
    firm, (trade, industry) = dice.choice(words.FIRMS), dice.choice(words.TRADES)
    field = dice.choice(words.FIELDS)
    organization = f"{firm} {trade}" if dice.happens(0.95) else ""
    title = f"{field} {dice.choice(words.RANKS)}" if organization else ""
    added, archived = dice.ago(365 * YEARS), dice.happens(0.02)
    if dice.happens(_IMPORTED):
        brought = {"name": name, "organization": organization, "title": title}
        return Contact(
            uid=uid,
            name=name,
            given=given,
            family=family,
            organization=organization,
            title=title,
            profiles=(f"https://www.linkedin.com/in/{quote(f'{given}-{family}-{place}'.lower())}",),
            emails=(f"person{place}@{firm.lower()}.example",) if dice.happens(0.06) else (),
            met_day=added,
            tier="ambient",
            imported={field: value for field, value in brought.items() if value},
            source="linkedin",
            added=max(added, dice.on - dt.timedelta(days=700)),
            archived=archived,
        )
    event, day = dice.choice(past_events) if past_events and dice.happens(0.4) else (None, added)
    where, zone = dice.choice(culture.places)
    return Contact(
        uid=uid,
        name=name,
        given=given,
        family=family,
        organization=organization,
        title=title,
        industry=industry,
        emails=(f"{quote(given.lower())}{place}@{firm.lower()}.example",) if dice.happens(0.6) else (),
        phones=(f"+44 20 7946 {place % 1000:04}",) if dice.happens(0.3) else (),
        place=where,
        timezone=zone,
        languages=tuple(dict.fromkeys(("English", culture.language))) if dice.happens(0.5) else (),
        circle=dice.weighted(*_CIRCLES),
        groups=dice.some(words.GROUPS, 2),
        interests=dice.some(words.INTERESTS, 4),
        offers=(f"{field.lower()} for {industry}",) if dice.happens(0.3) else (),
        needs=dice.some(words.THINGS, 1),
        roles=(dice.choice(("mentor", "peer", "client", "sponsor")),) if dice.happens(0.15) else (),
        met_day=day,
        met_event=event,
        met_note="" if event else dice.choice(("on the night train", "through the choir", "")),
        introduced_by=dice.choice(known) if known and dice.happens(0.1) else None,
        tier=dice.weighted(*_TIERS),
        interval=dice.choice((30, 45, 90)) if dice.happens(0.03) else None,
        paused=dice.happens(0.02),
        milestones=_milestones(dice) if dice.happens(0.15) else (),
        notes=_notes(dice, where, firm) if dice.happens(0.5) else "",
        private_notes="Does not want to be asked about last winter." if dice.happens(0.01) else "",
        culture=records.Culture(pronunciation=given.lower()) if dice.happens(0.05) else records.Culture(),
        starters=_used(dice) if dice.happens(0.05) else (),
        deferrals=_put_off(dice) if dice.happens(0.04) else (),
        source="capture" if dice.happens(0.4) else "",
        added=day,
        archived=archived,
    )


def _name(dice: Dice, culture: Culture) -> tuple[str, str, str]:
    """Return given name, family name, and the whole as it is written."""
    given, family = dice.choice(culture.given), dice.choice(culture.family)
    if culture.joined and dice.happens(0.3):
        given = f"{given} {dice.choice(culture.given)}"
    elif culture.joined and dice.happens(0.25):
        family = f"{family}-{dice.choice(culture.family)}"
    whole = (family, given) if culture.family_first else (given, family)
    return given, family, culture.joined.join(whole)


def _milestones(dice: Dice) -> tuple[Milestone, ...]:
    label = dice.choice(("birthday", "birthday", "day the firm began"))
    year = dice.number(1970, 2004) if dice.happens(0.5) else None
    return (Milestone(label=label, month=dice.number(1, 12), day=dice.number(1, 28), year=year),)


def _notes(dice: Dice, where: str, firm: str) -> str:
    interest = dice.choice(words.INTERESTS)
    chosen = dice.some(words.NOTES, 3, 1)
    return " ".join(note.format(place=where, firm=firm, interest=interest) for note in chosen)


def _used(dice: Dice) -> tuple[Starter, ...]:
    text = dice.choice(words.THREADS).format(dice.choice(words.SUBJECTS))
    return (Starter(text=text, because="you talked about it", kind="thread", state="used"),)


def _put_off(dice: Dice) -> tuple[Deferral, ...]:
    day = dice.ago(60)
    until = day + dt.timedelta(days=dice.choice((7, 14, 30)))
    return (Deferral(row="check_in", action="snooze", day=day, until=until),)
