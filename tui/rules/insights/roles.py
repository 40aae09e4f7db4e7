"""The roles that people have in your life, and those that nobody has."""

from __future__ import annotations

import msgspec

from tui.model.records import Contact
from tui.model.text import fold
from tui.rules.insights.past import Past

WORTH_HAVING = ("mentor", "sponsor")
"""Roles that are missed when nobody has them, or nobody outside your own company."""


class Role(msgspec.Struct, frozen=True):
    """One role and who has it."""

    name: str
    """The role, as it is written on most cards."""
    people: tuple[str, ...]
    """Who has it (uids), archived ones left out."""
    outside: tuple[str, ...]
    """Those of them who don't work where you do."""


def roles(past: Past) -> tuple[Role, ...]:
    """Return all roles, the most frequent first; those worth having are there even if nobody has them."""
    mine = fold(past.network.profile.organization)
    found: dict[str, tuple[str, list[Contact]]] = {name: (name, []) for name in WORTH_HAVING}
    for contact in past.network.contacts.values():
        if contact.archived:
            continue
        for folded, name in {fold(it): it for it in contact.roles if it.strip()}.items():
            found.setdefault(folded, (name, []))[1].append(contact)
    ordered = sorted(found.items(), key=lambda it: (-len(it[1][1]), it[0]))
    return tuple(
        Role(
            name,
            tuple(it.uid for it in people),
            tuple(it.uid for it in people if not mine or fold(it.organization) != mine),
        )
        for _, (name, people) in ordered
    )
