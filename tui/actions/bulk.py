"""One thing done to several people: one Change, taken back in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from tui.actions.interactions import Refused, names
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Circle, Contact, Tier
from tui.model.text import fold
from tui.rules.phrases import listed


class Wish(msgspec.Struct, frozen=True):
    """What is to be done to each of several people; what is not said stays as it is."""

    tier: Tier | None = None
    """How close to keep them."""
    circle: Circle | None = None
    """Part of your life they belong to."""
    interests: tuple[str, ...] = ()
    """Interests to add."""
    no_interests: tuple[str, ...] = ()
    """Interests to take away."""
    groups: tuple[str, ...] = ()
    """Groups to add."""
    no_groups: tuple[str, ...] = ()
    """Groups to take away."""
    roles: tuple[str, ...] = ()
    """Roles to add."""
    no_roles: tuple[str, ...] = ()
    """Roles to take away."""
    archived: bool | None = None
    """True to put them away, False to bring them back."""


def alter(network: Network, contacts: Sequence[str], wish: Wish) -> Change:
    """Return the Change that does what is wished to each contact (uid); those gone meanwhile are passed over.

    Raises:
        Refused: if nothing is wished, or all of them are so already.
    """
    done = _said(wish)
    if not done:
        raise Refused("Nothing is chosen yet: say what is to change for all of them.")
    edits = Edits(network)
    touched = []
    for uid in dict.fromkeys(contacts):
        before = network.contacts.get(uid)
        if before is not None and (after := _with(before, wish)) != before:
            edits.put(after)
            touched.append(uid)
    if not touched:
        raise Refused("All of them are so already.")
    return edits.change(f"{names(network, touched)}: {listed(done)}")


def _with(contact: Contact, wish: Wish) -> Contact:
    return msgspec.structs.replace(
        contact,
        tier=wish.tier or contact.tier,
        circle=wish.circle or contact.circle,
        interests=_changed(contact.interests, wish.interests, wish.no_interests),
        groups=_changed(contact.groups, wish.groups, wish.no_groups),
        roles=_changed(contact.roles, wish.roles, wish.no_roles),
        archived=contact.archived if wish.archived is None else wish.archived,
    )


def _changed(have: tuple[str, ...], more: Iterable[str], less: Iterable[str]) -> tuple[str, ...]:
    """Return values with some added and others taken away, case and accents aside; kept ones stay as written."""
    gone = {fold(text) for text in less}
    kept = [text for text in have if fold(text) not in gone]
    found = {fold(text): text for text in kept}
    for text in more:
        found.setdefault(fold(text), text)
    return tuple(found.values())


def _said(wish: Wish) -> list[str]:
    """Return what is wished, in words."""
    archived = {True: "archived", False: "brought back", None: ""}[wish.archived]
    parts = (
        ("tier ", (wish.tier or "",)),
        ("circle ", (wish.circle or "",)),
        ("interest ", wish.interests),
        ("no longer interest ", wish.no_interests),
        ("group ", wish.groups),
        ("no longer group ", wish.no_groups),
        ("role ", wish.roles),
        ("no longer role ", wish.no_roles),
        ("", (archived,)),
    )
    return [f"{head}{listed(values)}" for head, values in parts if any(values)]
