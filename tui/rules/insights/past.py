"""What happened, gathered in one pass: the figures ask it, so that 100,000 interactions are read once."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from tui.model.network import Network
from tui.model.records import Interaction
from tui.rules.first_time import only_connected
from tui.rules.insights.period import Period


class Past:
    """All real touches up to a day; attempts, and what is dated later, did not happen."""

    def __init__(self, network: Network, today: date) -> None:
        self.network, self.today = network, today
        self.touches: list[Interaction] = []
        """Every touch, in no order."""
        self.last: dict[str, date] = {}
        """Day of the last touch, by contact."""
        self.first: dict[str, date] = {}
        """Day of the first touch, by contact."""
        self.days: defaultdict[str, list[date]] = defaultdict(list)
        """Days of touches, by contact, in no order."""
        self._within: dict[Period, list[Interaction]] = {}
        self._in_touch: dict[Period, list[str]] = {}
        contacts, last, first = network.contacts, self.last, self.first
        for touch in network.interactions.values():
            day = touch.day
            if touch.attempt or day > today:
                continue
            self.touches.append(touch)
            for uid in touch.contacts:
                if uid not in contacts:
                    continue
                self.days[uid].append(day)
                known = last.get(uid)
                if known is None:
                    last[uid] = first[uid] = day
                elif day > known:
                    last[uid] = day
                elif day < first[uid]:
                    first[uid] = day

    def within(self, period: Period) -> list[Interaction]:
        """Return the touches of a period."""
        if period not in self._within:
            begin, end = period.first, period.last
            self._within[period] = [it for it in self.touches if begin <= it.day <= end]
        return self._within[period]

    def in_touch(self, period: Period) -> list[str]:
        """Return the contacts (uids) with a touch in a period."""
        if period not in self._in_touch:
            inside = {uid for it in self.within(period) for uid in it.contacts}
            self._in_touch[period] = [uid for uid in self.days if uid in inside]
        return self._in_touch[period]

    def met(self, uid: str) -> date | None:
        """Return the day on which you first met or spoke, as far as the file knows; None for people only imported."""
        contact = self.network.contacts[uid]
        event = self.network.events.get(contact.met_event) if contact.met_event else None
        own = None if only_connected(contact) else contact.met_day
        known = [own, event.start if event else None, self.first.get(uid)]
        return min((day for day in known if day is not None and day <= self.today), default=None)
