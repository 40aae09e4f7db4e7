"""All figures of a period at once, from one pass over what happened."""

from __future__ import annotations

from datetime import datetime

import msgspec

from tui.model.network import Network
from tui.rules.insights.balance import Balance, balance
from tui.rules.insights.events import Goals, Outcome, goals_by_kind, outcomes
from tui.rules.insights.origins import Branch, origins
from tui.rules.insights.past import Past
from tui.rules.insights.people import NewPeople, new_people
from tui.rules.insights.period import Period, before, last_year
from tui.rules.insights.promises import Promises, promises
from tui.rules.insights.rhythm import Rhythm, rhythm
from tui.rules.insights.roles import Role, roles
from tui.rules.insights.spread import DIMENSIONS, Spread, spread
from tui.rules.insights.ties import Ties, ties


class Insights(msgspec.Struct, frozen=True):
    """What a network looks like over a period."""

    period: Period
    """The days it is about."""
    rhythm: Rhythm
    """Touches by day."""
    rhythm_before: Rhythm
    """The same a year earlier."""
    outcomes: tuple[Outcome, ...]
    """What came of each event."""
    mine: Promises
    """Your promises."""
    theirs: Promises
    """Promises made to you."""
    new: NewPeople
    """Whom you met."""
    spreads: tuple[Spread, ...]
    """How those you were in touch with are spread, by dimension."""
    ties: Ties
    """Weak and dormant ties."""
    origins: tuple[Branch, ...]
    """Who introduced whom; not bound to the period."""
    balance: Balance
    """Giving and receiving."""
    goals: tuple[Goals, ...]
    """Goals reached by kind of event."""
    roles: tuple[Role, ...]
    """Roles in your life; not bound to the period."""


def insights(network: Network, now: datetime, period: Period | None = None) -> Insights:
    """Return all figures of a period, by default of the last twelve months."""
    today = now.date()
    period = period or last_year(today)
    past, earlier = Past(network, today), before(period)
    return Insights(
        period=period,
        rhythm=rhythm(past, period),
        rhythm_before=rhythm(past, earlier),
        outcomes=outcomes(past, period, now),
        mine=promises(past, period, "promise"),
        theirs=promises(past, period, "waiting"),
        new=new_people(past, period),
        spreads=tuple(spread(past, period, earlier, it) for it in DIMENSIONS),
        ties=ties(past, period),
        origins=origins(network),
        balance=balance(past, period),
        goals=goals_by_kind(past, period, now),
        roles=roles(past),
    )
