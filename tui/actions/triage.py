"""Deciding how close to keep those who came in bulk: one decision, one Change."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.actions.interactions import Refused
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Circle, Contact, Tier

_SAID: dict[Tier, str] = {
    "inner": "{} is one of your inner circle",
    "close": "You keep {} close",
    "active": "You stay in touch with {}",
    "wide": "{} is in your wide circle",
    "ambient": "{} stays as they are: known, never due",
}


def decide(network: Network, contact: str, tier: Tier, today: date) -> Change:
    """Return the Change that sets how close somebody (uid) is kept, and that it was decided today.

    Raises:
        Refused: if they were removed meanwhile.
    """
    known = _now(network, contact)
    edits = Edits(network)
    edits.put(replace(known, tier=tier, triaged=today))
    return edits.change(_SAID[tier].format(known.name))


def set_circle(network: Network, contact: str, circle: Circle) -> Change:
    """Return the Change that says which part of your life somebody (uid) belongs to.

    Raises:
        Refused: if they were removed meanwhile.
    """
    known = _now(network, contact)
    edits = Edits(network)
    edits.put(replace(known, circle=circle))
    where = "both parts of your life" if circle == "both" else f"your {circle} life"
    return edits.change(f"{known.name} belongs to {where}")


def _now(network: Network, contact: str) -> Contact:
    known = network.contacts.get(contact)
    if known is None:
        raise Refused("They are not among your contacts any more: u takes their removal back.")
    return known
