"""What every picture of Insights has, on the screen, in the report and on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from tui.model.network import Network
from tui.rules.phrases import listed
from tui.view.lines import Line


class Behind(msgspec.Struct, frozen=True):
    """Some of the people behind a figure."""

    words: str
    """What they have in common ('heard from you within 48 hours'); the heading above them."""
    people: tuple[str, ...]
    """Who they are (uids)."""
    depth: tuple[int, ...] = ()
    """How far each is set in, for a tree; empty for a plain list."""


class Picture(msgspec.Struct, frozen=True):
    """One figure, drawn."""

    key: str
    """What it is called in data ('rhythm', 'spread: place')."""
    title: str
    """What it is called on the screen."""
    figure: str
    """The number that says most, in a word or two."""
    sentence: str
    """What it means, and one thing that could be done; never a reproach."""
    draw: Callable[[int], Sequence[Line]]
    """Draws it in so many cells."""
    behind: tuple[Behind, ...]
    """The people behind it, in groups."""
    always: bool = False
    """True for what is told of now, whatever the period."""

    @property
    def people(self) -> int:
        """How many people there are behind it, each counted once."""
        return len({uid for group in self.behind for uid in group.people})


AS_IT_IS = "As it stands now, whatever the period"
"""What stands above the figures that no period changes."""


def names(network: Network, uids: Sequence[str], last: str = "and") -> str:
    """Return who some people are, three by name: 'Maya Lin, Tomás Herrera and 4 others'."""
    first = [network.contacts[uid].name for uid in uids[:3]]
    more = len(uids) - len(first)
    return listed([*first, f"{more} others"] if more > 1 else first, last)
