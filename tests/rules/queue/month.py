"""Thirty mornings with the queue, one after the other, by a policy from a seed; each morning is checked.

python -m tests.rules.queue.month --contacts 5000 --interactions 20000 --days 30 --seed 1

What is checked on each day, before and after it was worked through:
- nobody due is lost: whoever is due shows, waits among the rest, is the reconnect, or has a reason that hides them;
- every promise due shows, or was put off until a day that is still to come;
- no day shows more check-ins than its cap, and never more than one reconnect;
- promises are always first, then the kinds in their order;
- nothing that was skipped or tried shows on the next day, and nothing that was snoozed before its day;
- what was put off comes back on its day, unless something else was done meanwhile;
- working through the list brings no further check-ins up on the same day.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tests.benchmarks.network import network as generated
from tui.actions.follow_ups import attempted, done, skip, snooze
from tui.demo import sample_network
from tui.model.change import Change
from tui.model.network import Network
from tui.rules import cadence
from tui.rules.queue.explain import explain_in
from tui.rules.queue.ranking import KINDS, Queue, Row, queue
from tui.rules.queue.rows import is_put_off
from tui.rules.queue.session import row_name
from tui.rules.touches import usual_channel

BEGIN = datetime(2026, 10, 10, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""The first morning; the clocks go back two weeks later."""
DAYS = 30


class Month:
    """A network that is worked through day by day."""

    def __init__(self, network: Network, begin: datetime, seed: int) -> None:
        self.network, self.begin = network, begin
        self.luck = Random(seed)
        self.counts: Counter[str] = Counter()
        self.hidden: dict[str, tuple[Row, date, str]] = {}
        """Rows put off: the row, the day on which it is back, and how it was put off."""

    def walk(self, days: int = DAYS) -> Counter[str]:
        """Live through so many days; return what was shown and done, by what it was."""
        for number in range(days):
            # The same hour on the wall every day, also where the clocks were changed.
            day = self.begin.date() + timedelta(days=number)
            self._live(datetime.combine(day, self.begin.time(), self.begin.tzinfo))
            self.counts["days"] += 1
        return self.counts

    def _live(self, now: datetime) -> None:
        found = queue(self.network, now)
        self._check(found, now)
        self._check_put_off(found, now.date())
        for row in found.rows:
            self.counts[f"shown {row.kind}"] += 1
        self.counts["most shown"] = max(self.counts["most shown"], len(found.rows))
        self.counts["most check-ins"] = max(self.counts["most check-ins"], _check_ins(found))
        before = {row.contact for row in found.rows if row.kind == "check_in"}
        for row in found.rows:
            self._act(row, now)
        after = queue(self.network, now + timedelta(hours=1))
        self._check(after, now + timedelta(hours=1))
        left = {row.contact for row in after.rows if row.kind == "check_in"}
        assert left <= before, f"a sixth moved up on {now.date()}: {left - before}"

    def _act(self, row: Row, now: datetime) -> None:
        current = {row_name(it): it for it in queue(self.network, now).rows}.get(row_name(row))
        if current is None:
            # A touch on account of another row took it along.
            return
        ways: tuple[tuple[str, Callable[[], Change]], ...] = (
            (
                "done",
                lambda: done(self.network, current, now, channel=usual_channel(self.network, row.contact)),
            ),
            ("skipped", lambda: skip(self.network, current, now)),
            ("tried", lambda: attempted(self.network, current, now, channel="call")),
        )
        roll = self.luck.random()
        if roll < 0.15:
            self.counts["left"] += 1
            return
        if roll < 0.3:
            until = now.date() + timedelta(days=self.luck.randint(1, 9))
            how, change = "snoozed", snooze(self.network, current, now, until)
        else:
            how, make = ways[0 if roll < 0.75 else 1 if roll < 0.88 else 2]
            change = make()
        self.network.apply(change)
        self.counts[how] += 1
        self.hidden.pop(row_name(row), None)
        if how != "done":
            contact = self.network.contacts[row.contact]
            self.hidden[row_name(row)] = (row, contact.deferrals[-1].until, how)

    def _check(self, found: Queue, now: datetime) -> None:
        today, cap = now.date(), self.network.settings.check_ins_a_day
        assert _check_ins(found) <= cap, f"{_check_ins(found)} check-ins on {today}"
        assert sum(row.kind == "reconnect" for row in found.rows) <= 1
        ranks = [KINDS.index(row.kind) for row in found.rows]
        assert ranks == sorted(ranks), f"kinds out of order on {today}"
        names = [row_name(row) for row in (*found.rows, *found.more, *found.coming)]
        assert len(names) == len(set(names)), f"a row twice on {today}"
        shown = {row.contact for row in (*found.rows, *found.more) if row.kind in ("check_in", "reconnect")}
        for uid, contact in self.network.contacts.items():
            if uid in shown or cadence.ratio(self.network, contact, today) < cadence.DUE:
                continue
            why = explain_in(found, self.network, contact, now)
            assert why.hides, f"{contact.name} is due on {today}, and lost"
            self.counts["hidden with a reason"] += 1
        seen = {row.follow_up for row in found.rows}
        for step in self.network.follow_ups.values():
            contact = self.network.contacts[step.contact]
            if step.status != "open" or step.due is None or step.due > today or contact.archived:
                continue
            if step.kind == "waiting":
                continue
            key = f"{'step' if step.kind == 'follow_up' else step.kind}:{step.uid}"
            assert step.uid in seen or is_put_off(contact, key, today), f"lost on {today}: {step.text}"

    def _check_put_off(self, found: Queue, today: date) -> None:
        shown = {row_name(row) for row in (*found.rows, *found.more)}
        for name, (row, until, how) in list(self.hidden.items()):
            if today < until:
                assert name not in shown, f"{name} shows on {today}, {how} until {until}"
                continue
            del self.hidden[name]
            self.counts["due back"] += 1
            self.counts["came back"] += name in shown
            if row.follow_up is not None and self.network.follow_ups[row.follow_up].status == "open":
                assert name in shown, f"{name} did not come back on {until}"


def _check_ins(found: Queue) -> int:
    return sum(row.kind == "check_in" for row in found.rows)


def demo_month(seed: int = 1) -> Month:
    """Return a month with the sample network."""
    return Month(sample_network(BEGIN), BEGIN, seed)


def generated_month(contacts: int, interactions: int, seed: int = 1) -> Month:
    """Return a month with a generated network of a size."""
    return Month(Network(generated(contacts, interactions, seed, BEGIN.date())), BEGIN, seed)


def main() -> int:
    """Live through the month that was asked for, and tell what was seen."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--contacts", type=int, default=0, help="0 for the sample network")
    parser.add_argument("--interactions", type=int, default=20_000)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    month = (
        generated_month(chosen.contacts, chosen.interactions, chosen.seed)
        if chosen.contacts
        else demo_month(chosen.seed)
    )
    for name, number in sorted(month.walk(chosen.days).items()):
        sys.stdout.write(f"{number:8,}  {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
