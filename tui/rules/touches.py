"""The words in which touches are chosen and told: channels and depths."""

from __future__ import annotations

from typing import get_args

from tui.model.network import Network
from tui.model.records import Channel

CHANNELS: tuple[Channel, ...] = get_args(Channel)
"""Ways to be in touch."""

DEPTHS = ("not said", "small talk", "a real conversation", "it mattered")
"""How deep a conversation went, by its number."""


def usual_channel(network: Network, contact: str) -> Channel:
    """Return how you were last in touch with a contact (uid) from afar; a message if you never were."""
    touches = network.touches_of(contact)
    return next((touch.channel for touch in touches if touch.channel != "in person"), "message")


def depth_words(depth: int) -> str:
    """Return how deep a conversation went, in words; empty if that was not said."""
    return DEPTHS[depth] if 0 < depth < len(DEPTHS) else ""
