"""Who introduced whom: the people through whom you know others, as a tree."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from tui.model.network import Network


class Branch(msgspec.Struct, frozen=True):
    """Somebody, and the people you know through them."""

    contact: str
    """Contact (uid)."""
    through: tuple[Branch, ...]
    """Those whom they introduced to you, who brought most first."""
    brought: int
    """How many people came through them, over all steps."""


def origins(network: Network) -> tuple[Branch, ...]:
    """Return everybody who introduced somebody and was introduced by nobody, who brought most first.

    In a circle of introductions, which only a slip of the pen can make, everybody still appears once.
    """
    through: defaultdict[str, list[str]] = defaultdict(list)
    for uid, contact in network.contacts.items():
        by = contact.introduced_by
        if by is not None and by != uid and by in network.contacts:
            through[by].append(uid)
    brought_by_nobody = [uid for uid in through if not _is_introduced(network, uid)]
    seen: set[str] = set()
    found = [_branch(network, uid, through, seen) for uid in brought_by_nobody]
    found += [_branch(network, uid, through, seen) for uid in through if uid not in seen]
    return tuple(sorted(found, key=lambda it: _order(network, it)))


def _is_introduced(network: Network, uid: str) -> bool:
    by = network.contacts[uid].introduced_by
    return by is not None and by != uid and by in network.contacts


def _branch(network: Network, uid: str, through: dict[str, list[str]], seen: set[str]) -> Branch:
    # Step by step rather than by recursion: a chain may be as long as the file makes it.
    seen.add(uid)
    order, stack = [uid], [uid]
    children: dict[str, list[str]] = {}
    while stack:
        here = stack.pop()
        children[here] = [it for it in through.get(here, ()) if it not in seen]
        seen.update(children[here])
        order += children[here]
        stack += children[here]
    made: dict[str, Branch] = {}
    for here in reversed(order):
        below = sorted((made[it] for it in children[here]), key=lambda it: _order(network, it))
        made[here] = Branch(here, tuple(below), sum(it.brought + 1 for it in below))
    return made[uid]


def _order(network: Network, branch: Branch) -> tuple[int, str, str]:
    return -branch.brought, network.contacts[branch.contact].name, branch.contact
