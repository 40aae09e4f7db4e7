"""A crowd of people whose needs, offers and work are known to belong together or not: each has its topic.

Everybody is invented. `python -m tests.rules.giving.crowd SEED` prints every suggestion for 300 of them, to be
read by eye.
"""

from __future__ import annotations

import random
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui.model.network import Network
from tui.model.records import Contact, Profile, Tier

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
NEEDS = {
    "permits": ("someone who understands permitting", "help with a permit for a wind farm"),
    "translation": ("a patient translator for Finnish", "somebody to translate a contract"),
    "hardware": ("a hardware founder to talk to", "hardware founders"),
    "data-engineer": ("a data engineer for three months", "two data engineers"),
    "ml": ("two machine learning engineers", "an ML engineer"),
    "procurement": ("somebody in procurement", "people in procurement"),
    "grants": ("help with a grant", "a grant for field tests"),
    "speakers": ("speakers for a spring evening on tides",),
    "flat": ("a flat near the river",),
    "photographer": ("a portrait photographer", "a photographer for portraits"),
    "batteries": ("batteries for a ferry", "a battery that stands frost"),
    "charities": ("an accountant for small charities",),
    "pricing": ("feedback on a pricing page",),
    "relays": ("spare relays of the 1980s",),
    "archive": ("old network plans to practise on",),
    "co-author": ("a co-author",),
    "mentor": ("a mentor who has sold a company",),
    "client": ("a first client in East Africa",),
    "orchards": ("advice on pruning old orchards",),
    "museum": ("objects for a museum of radio",),
    "court": ("an architect for a school in earth",),
    "cold": ("measurements of homes in deep cold",),
}
"""What people look for, by topic."""
OFFERS = {
    "permits": ("permitting for wind farms", "getting a permit signed"),
    "translation": ("translating contracts into Finnish", "Finnish translations of contracts"),
    "hardware": ("intro to hardware founders",),
    "grants": ("advice on grants", "grants for field tests"),
    "portraits": ("a good kitchen",),
    "batteries": ("knowing which battery claims are true",),
    "planning": ("thirty years of network planning", "planning with supply that comes and goes"),
    "desk": ("a spare desk in Lisbon", "a long table near the river"),
    "regulators": ("how a regulator thinks",),
    "orchards": ("pruning of old orchards",),
    "reviews": ("reviewing grid connection studies", "a patient code review"),
    "contracts": ("reading a contract before it is signed",),
    "tides": ("tide tables for everybody",),
    "first-client": ("a reference as a client",),
    "radio": ("repairing old radios",),
    "cold": ("measurements of 300 homes in deep cold",),
    "cooling": ("cooling a house without a machine",),
    "field": ("field trips for schools",),
    "pages": ("layout of long pages",),
    "companies": ("naming companies",),
}
"""What people offer, by topic."""
WORK = {
    "procurement": ("procurement lead", "industry"),
    "data-engineer": ("data engineer", "software"),
    "ml": ("machine learning engineer", "software"),
    "learning": ("learning engineer", "education"),
    "hardware-engineer": ("hardware engineer", "manufacturing"),
    "translation": ("Finnish translator", "publishing"),
    "photographer": ("portrait photographer", "arts"),
    "batteries": ("battery chemist", "research"),
    "planning": ("network planner", "energy"),
    "sales": ("sales manager", "software"),
    "teacher": ("school teacher", "education"),
    "founder": ("founder", "food"),
    "charities": ("accountant for small charities", "finance"),
    "civil": ("civil engineer", "construction"),
    "river": ("river warden", "public service"),
    "museum": ("museum guard", "arts"),
    "data": ("head of data protection", "law"),
    "field": ("field officer", "agriculture"),
}
"""What people do, by topic."""
TOGETHER = frozenset({("museum", "radio"), ("museum", "museum"), ("speakers", "tides")})
"""Topics that are not the same and could still help one another."""

INTERESTS = (
    "maps",
    "choir",
    "sailing",
    "chess",
    "radio",
    "trains",
    "batteries",
    "procurement",
    "tides",
    "climate",
)


def crowd(size: int, seed: int) -> tuple[Network, dict[str, set[str]], dict[str, set[str]]]:
    """Return a network, and for each contact (uid) the topics of what they look for, and of what they give."""
    dice = random.Random(seed)
    tiers: tuple[Tier, ...] = ("inner", "close", "active", "active", "wide", "ambient")
    people: list[Contact] = []
    wants: dict[str, set[str]] = {}
    gives: dict[str, set[str]] = {}
    for number in range(size):
        uid = f"p{number:04}"
        need, offer = dice.choice(list(NEEDS)), dice.choice(list(OFFERS))
        work = dice.choice(list(WORK))
        title, industry = WORK[work]
        looks, helps = dice.random() < 0.5, dice.random() < 0.5
        people.append(
            Contact(
                uid=uid,
                name=f"{_name(dice)} {_name(dice)}{number}",
                title=title,
                organization=f"{_name(dice)} {number}",
                industry=industry,
                tier=dice.choice(tiers),
                needs=(dice.choice(NEEDS[need]),) if looks else (),
                offers=(dice.choice(OFFERS[offer]),) if helps else (),
                interests=tuple(dice.sample(INTERESTS, dice.randrange(3))),
                archived=dice.random() < 0.05,
                paused=dice.random() < 0.05,
                added=date(2024, 1, 1),
            )
        )
        wants[uid] = {need} if looks else set()
        gives[uid] = ({offer} if helps else set()) | {work}
    return Network([Profile(uid="me", name="Kim"), *people]), wants, gives


def belongs(need: str, given: str) -> bool:
    """Tell whether what is given on one topic can answer a need on another."""
    return need == given or (need, given) in TOGETHER


def _name(dice: random.Random) -> str:
    return "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(3)).title()


def main() -> int:
    """Print every suggestion."""
    from tui.rules.giving.introductions import suggested_introductions

    network, _, _ = crowd(300, int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    for pairing in suggested_introductions(network, NOW):
        sys.stdout.write(f"{pairing.score:5.1f}  {pairing.reason}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
