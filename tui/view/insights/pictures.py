"""The pictures of Insights, in the order in which they are shown."""

from __future__ import annotations

from tui.model.network import Network
from tui.rules.insights.whole import Insights
from tui.view.insights.of_people import origins, roles, spread, ties
from tui.view.insights.over_time import after_events, balance, goals, new_people, promises, touches
from tui.view.insights.picture import Picture


def pictures(network: Network, found: Insights) -> tuple[Picture, ...]:
    """Return every picture of a period, those that no period changes last."""
    return (
        touches(found.rhythm, found.rhythm_before, found.period),
        after_events(network, found.outcomes),
        promises(network, found.mine, found.theirs),
        new_people(network, found.new, found.outcomes),
        ties(network, found.ties),
        *(spread(network, it) for it in found.spreads),
        balance(found.balance, found.period),
        goals(network, found.goals),
        origins(network, found.origins),
        roles(network, found.roles),
    )
