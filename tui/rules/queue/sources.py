"""Rows from what is written down: promises, waitings, dated steps, introductions and milestones.

Decided here, where the rules leave room:
- A promise or step without a date counts as due 7 days after it was made; without either, as due now.
- A promise or step is due on its day and overdue from the day after; before, it is only among what is coming.
- Their promise (waiting) shows from 5 days past its date, and is never called overdue: a nudge is due.
- An idea for an introduction is due 7 days after it was noted; once one of them was asked, the next step is
  due 5 days after the last; 21 days after the introduction, ask what came of it. The row's contact is the
  person to write to now: the first to be asked, then the second, then the first.
- A milestone shows from 7 days before, by the date where the contact lives; 29 February is kept on
  28 February in other years, since a word a day early is kinder than one a day late.
- Somebody archived is in no row: kept and found, never due.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from tui.model.base import Record
from tui.model.kept import Kept
from tui.model.network import Network
from tui.model.records import Contact, FollowUp, Introduction, Milestone
from tui.rules.moments import zone_of
from tui.rules.queue.rows import Row, open_follow_ups

UNDATED_DAYS = 7
"""A promise, step or idea without a date is due so many days after it was made."""
WAITING_DAYS = 5
"""Their promise shows from so many days past its date."""
COMING_DAYS = 14
"""Promises and steps show as coming from so many days ahead."""
MILESTONE_DAYS = 7
"""Milestones show from so many days ahead."""
NEWS_DAYS = 14
"""A new position noticed by an import shows for so many days after it."""
NEW_POSITION = "new position"
"""How such a milestone begins."""
ASKED_DAYS = 5
"""Days after asking one side until the introduction is to be moved on."""
INTRODUCED_DAYS = 21
"""Days after an introduction until one asks what came of it."""


def due_day(follow_up: FollowUp) -> date | None:
    """Return the day a promise or step counts as due; None, due now, if neither date is known."""
    if follow_up.due is not None or follow_up.made is None:
        return follow_up.due
    return follow_up.made + timedelta(days=UNDATED_DAYS)


def step_key(follow_up: FollowUp) -> str:
    """Return the key of the row that shows a promise, a waiting or a dated step."""
    return f"{'step' if follow_up.kind == 'follow_up' else follow_up.kind}:{follow_up.uid}"


def steps(network: Network, today: date) -> Iterator[Row]:
    """Yield a row for each promise, waiting and dated step that shows; 'soon' are those only coming."""
    for follow_up, _ in open_follow_ups(network):
        row = step_row(follow_up, today)
        if row is not None:
            yield row


def step_row(follow_up: FollowUp, today: date) -> Row | None:
    """Return the row of an open promise, waiting or step; None while it is too far ahead."""
    due = due_day(follow_up)
    late = (today - due).days if due else 0
    waiting = follow_up.kind == "waiting"
    if late < (WAITING_DAYS if waiting and due else -COMING_DAYS):
        return None
    return Row(
        key=step_key(follow_up),
        kind=follow_up.kind,
        contact=follow_up.contact,
        due=due,
        status="due" if waiting or late == 0 else "overdue" if late > 0 else "soon",
        event=follow_up.event,
        follow_up=follow_up.uid,
    )


def introductions(network: Network, today: date) -> Iterator[Row]:
    """Yield a row for each introduction that is to be moved on."""
    for introduction in network.introductions.values():
        due = introduction_due(introduction)
        turn_to = network.contacts.get(to_write_to(introduction))
        sides = (network.contacts.get(introduction.first), network.contacts.get(introduction.second))
        if due is None or due > today or turn_to is None:
            continue
        if any(side is None or side.archived for side in sides):
            continue
        yield Row(
            key=f"introduction:{introduction.uid}",
            kind="introduction",
            contact=turn_to.uid,
            due=due if due > date.min else None,
            status="overdue" if date.min < due < today else "due",
            introduction=introduction.uid,
        )


def to_write_to(introduction: Introduction) -> str:
    """Return the contact (uid) to write to for the next step."""
    return introduction.second if introduction.status == "asked first" else introduction.first


def introduction_due(introduction: Introduction) -> date | None:
    """Return the day an introduction is to be moved on; None once it is over. Without any date, long ago."""
    wait = {
        "idea": UNDATED_DAYS,
        "asked first": ASKED_DAYS,
        "asked second": ASKED_DAYS,
        "introduced": INTRODUCED_DAYS,
    }.get(introduction.status)
    if wait is None:
        return None
    since = introduction.steps[-1].day if introduction.steps else introduction.added
    return since + timedelta(days=wait) if since else date.min


def milestones_of_all(network: Network, now: datetime) -> Iterator[Row]:
    """Yield what `milestones` does, for everybody."""
    for contact in with_days_near(network, now.month):
        yield from milestones(contact, now)


def with_days_near(network: Network, month: int) -> Iterator[Contact]:
    """Yield those with a milestone in a month, the one before or the one after."""
    return network.kept(_NearDays).around(month)


class _NearDays(Kept):
    """Those whose milestones are not months away: few of everybody, and they need no looking for at each key."""

    TABLES = ("contacts",)

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self._month = 0
        self._near: frozenset[int] = frozenset()
        self._found: dict[str, None] = {}

    def around(self, month: int) -> Iterator[Contact]:
        """Yield those with a milestone in a month or one beside it."""
        contacts = self._network.contacts
        if month != self._month:
            self._month = month
            self._near = frozenset((month + months - 1) % 12 + 1 for months in (-1, 0, 1))
            self._found = {uid: None for uid, it in contacts.items() if it.milestones and self._is_near(it)}
        return filter(None, map(contacts.get, tuple(self._found)))

    def add(self, record: Record) -> None:
        """Look at somebody's days."""
        if isinstance(record, Contact) and record.milestones and self._is_near(record):
            self._found[record.uid] = None

    def drop(self, record: Record) -> None:
        """Let somebody go."""
        self._found.pop(record.uid, None)

    def _is_near(self, contact: Contact) -> bool:
        return any(milestone.month in self._near for milestone in contact.milestones)


def milestones(contact: Contact, now: datetime) -> Iterator[Row]:
    """Yield a row for each milestone of a contact in the next 7 days, in the contact's own time zone."""
    if contact.muted_milestones or contact.archived:
        return
    today = day_where(contact, now)
    for milestone in contact.milestones:
        # News that an import brought is as fresh as the import: a word about it is welcome for two weeks.
        back = timedelta(days=NEWS_DAYS if is_news(milestone) else 0)
        day = occurs(milestone, today - back)
        if day is not None and (day - today).days <= MILESTONE_DAYS:
            yield Row(
                key=f"milestone:{milestone.label}:{day.year}",
                kind="milestone",
                contact=contact.uid,
                due=day,
                status="due" if day <= today else "soon",
                milestone=milestone,
            )


def is_news(milestone: Milestone) -> bool:
    """Tell whether a milestone is a new position that an import brought."""
    return milestone.once and milestone.label.startswith(NEW_POSITION)


def day_where(contact: Contact, now: datetime) -> date:
    """Return the date it is where a contact lives; yours if their time zone isn't known."""
    zone = zone_of(contact.timezone) if contact.timezone else None
    return now.astimezone(zone).date() if zone else now.date()


def occurs(milestone: Milestone, today: date) -> date | None:
    """Return the next day a milestone falls on, today included; None if it is over or no day of the year."""
    if milestone.once and milestone.year is not None:
        day = _in_year(milestone, milestone.year)
        return day if day and day >= today else None
    first = max(today.year, milestone.year or today.year)
    days = (_in_year(milestone, year) for year in (first, first + 1))
    return next((day for day in days if day and day >= today), None)


def _in_year(milestone: Milestone, year: int) -> date | None:
    """Return a milestone's day in a year; a day that the month lacks becomes the month's last."""
    if not 1 <= milestone.month <= 12 or not date.min.year <= year <= date.max.year or milestone.day < 1:
        return None
    try:
        return date(year, milestone.month, milestone.day)
    except ValueError:
        from calendar import monthrange  # 3 ms at every start, and seldom needed

        return date(year, milestone.month, monthrange(year, milestone.month)[1])
