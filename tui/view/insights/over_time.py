"""Pictures of what happened when: touches, words after events, promises, new people, giving, goals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tui.model.network import Network
from tui.rules.insights.balance import Balance
from tui.rules.insights.events import Goals, Outcome
from tui.rules.insights.people import NewPeople
from tui.rules.insights.period import Period
from tui.rules.insights.promises import Promises
from tui.rules.insights.rhythm import Rhythm
from tui.rules.phrases import count
from tui.view.cells import fit, width
from tui.view.charts import bar, bars, calendar
from tui.view.insights.picture import Behind, Picture, names
from tui.view.lines import Line, Span, line, paragraphs

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MOST_ROWS = 12
"""Bars of one picture; the rest is counted in the last one."""


def touches(now: Rhythm, earlier: Rhythm, period: Period) -> Picture:
    """Draw the touches as a calendar of days."""
    if now.touches:
        words = (
            f"{count(now.touches, 'touch', 'touches')} with {count(len(now.people), 'person', 'people')}; "
            f"{_quiet(now)}. A year earlier there {_were(earlier.touches)}. "
        )
        words += (
            "One word a week keeps it going: the queue has one ready each morning."
            if now.quiet_weeks * 3 > now.weeks
            else "That is a steady hand; nothing needs to change."
        )
    else:
        words = "No touch is written down for this time. L logs one: a call, a coffee, a message."
    return Picture(
        "rhythm",
        "Touches",
        f"{now.touches:,}",
        words,
        lambda cells: calendar(now.by_day, period.first, period.last, cells),
        (Behind("in touch with, most often first", now.people),) if now.people else (),
    )


def _were(number: int) -> str:
    return f"{'was' if number == 1 else 'were'} {number:,}" if number else "were none"


def _quiet(now: Rhythm) -> str:
    if not now.quiet_weeks:
        return "no week was quiet"
    return (
        f"{now.quiet_weeks} of {count(now.weeks, 'week')} {'was' if now.quiet_weeks == 1 else 'were'} quiet"
    )


def after_events(network: Network, outcomes: Sequence[Outcome]) -> Picture:
    """Draw, event by event, who heard from you within 48 hours."""
    prompt = sum(len(it.prompt) for it in outcomes)
    over = sum(len(it.met) - len(it.waiting) for it in outcomes)
    waiting = [uid for it in outcomes for uid in it.waiting]
    if not outcomes:
        words = "No event with people met lies in this time. Marking who you met, at the debrief, starts this picture."
    elif waiting:
        words = (
            f"{names(network, waiting)} can still hear from you within 48 hours: the drafts are in the queue."
        )
    elif prompt == over:
        words = "Everybody you met heard from you within 48 hours. People remember that."
    else:
        words = (
            f"{prompt} of {count(over, 'person', 'people')} heard from you within 48 hours of an event. "
            "The debrief ends with the drafts: sent from there, they are on their way before you are home."
        )
    rows = [
        (
            network.events[it.event].name,
            len(it.prompt) / max(len(it.met), 1),
            f"{len(it.prompt)} of {len(it.met)}",
        )
        for it in outcomes[:_MOST_ROWS]
    ]
    behind = [
        group
        for it in outcomes
        for group in (
            Behind(f"{network.events[it.event].name}: heard from you within 48 hours", it.prompt),
            Behind(
                f"{network.events[it.event].name}: did not",
                tuple(uid for uid in it.met if uid not in it.prompt and uid not in it.waiting),
            ),
            Behind(f"{network.events[it.event].name}: there is still time", it.waiting),
        )
        if group.people
    ]
    return Picture(
        "after_events",
        "A word after events",
        f"{prompt} of {over + len(waiting)}" if outcomes else "–",
        words,
        lambda cells: bars(rows, cells, most=1.0),
        tuple(behind),
    )


def promises(network: Network, mine: Promises, theirs: Promises) -> Picture:
    """Draw the promises both ways."""
    if mine.open:
        words = f"{count(len(mine.open), 'promise')} of yours {'is' if len(mine.open) == 1 else 'are'} past the day. "
        words += "Keeping it late, or saying that it takes longer, both count with people."
    elif mine.total:
        words = "Everything you promised is done. That is rare, and people notice."
    else:
        words = "No promise fell due in this time. Small ones, kept, are how trust begins."
    if theirs.open:
        words += f" {count(len(theirs.open), 'promise')} to you can do with a friendly word."
    rows: list[tuple[str, float, str]] = []
    for whose, some in (("yours", mine), ("theirs", theirs)):
        parts = (("on time", some.on_time), ("late", some.late), ("past the day", some.open))
        rows += [
            (f"{whose}, {label}", float(len(uids)), str(len(uids))) for label, uids in parts if some.total
        ]

    def behind() -> Iterable[Behind]:
        for whose, some in (("Yours", mine), ("Theirs", theirs)):
            parts = (("past the day", some.open), ("kept late", some.late), ("kept on time", some.on_time))
            for label, uids in parts:
                people = dict.fromkeys(network.follow_ups[uid].contact for uid in uids)
                yield Behind(f"{whose}, {label}", tuple(uid for uid in people if uid in network.contacts))

    return Picture(
        "promises",
        "Promises kept",
        f"{len(mine.on_time)} of {mine.total}" if mine.total else "–",
        words,
        lambda cells: bars(rows, cells),
        tuple(group for group in behind() if group.people),
    )


def new_people(network: Network, new: NewPeople, outcomes: Sequence[Outcome]) -> Picture:
    """Draw whom you met, month by month and event by event."""
    people, again = new.people, set(new.again)
    if people:
        words = (
            f"{count(len(people), 'new person', 'new people')}; with {len(again)} there was a touch again. "
            "A second talk is what makes an acquaintance: some of the others may like to hear from you."
            if len(again) < len(people)
            else f"{count(len(people), 'new person', 'new people')}, and you were in touch again with every one."
        )
    else:
        words = "Nobody new in this time. One new face at the next event is a fine goal."
    rows = [
        (f"{_MONTHS[month.month - 1]} {month.year}", float(len(uids)), str(len(uids)))
        for month, uids in new.by_month.items()
    ]
    at_events = [
        (network.events[it.event].name, float(len(it.new)), f"{len(it.new)}, {len(it.again)} again")
        for it in outcomes
        if it.new
    ][:_MOST_ROWS]
    return Picture(
        "new_people",
        "New people",
        f"{len(people):,}",
        words,
        lambda cells: paragraphs(bars(rows, cells), _under("At events", bars(at_events, cells))),
        tuple(
            group
            for group in (
                Behind("not in touch again yet", tuple(uid for uid in people if uid not in again)),
                Behind("in touch again", tuple(uid for uid in people if uid in again)),
            )
            if group.people
        ),
    )


def balance(found: Balance, period: Period) -> Picture:
    """Draw what was given and received, month by month."""
    gave, received = sum(found.gave.values()), sum(found.received.values())
    if gave or received:
        words = f"You gave {gave:,} times and received {received:,}. "
        words += (
            "There is room to give before the next ask: screen 4 has five ideas."
            if gave < received
            else "Giving first is working; let others give you something, too."
        )
    else:
        words = "Nothing given or received is written down here. The log has a line for each."

    def draw(cells: int) -> list[Line]:
        half = max((cells - 13) // 2, 6)
        most = max([*found.gave.values(), *found.received.values()], default=0)
        lines = [line((f"{'':10}{fit('gave', half)}   {fit('received', half)}".rstrip(), "dim"))]
        for month in _months(found, period):
            spans: list[Span] = [(f"{_MONTHS[month.month - 1]} {month.year}  ", "")]
            for some in (found.gave, found.received):
                number = some.get(month, 0)
                told = f" {number}" if number else "·"
                drawn = bar(number, most, half - len(str(most)) - 1)
                spans += [(drawn, "accent"), (fit(told, half - width(drawn)), "dim"), ("   ", "")]
            lines.append(line(*spans))
        return lines

    return Picture(
        "balance",
        "Giving and receiving",
        f"{gave:,} and {received:,}",
        words,
        draw,
        tuple(
            group
            for group in (
                Behind("you gave, most often first", found.to),
                Behind("you received from", found.of),
            )
            if group.people
        ),
    )


def _months(found: Balance, period: Period) -> list[date]:
    return sorted(month for month in {*found.gave, *found.received} if month <= period.last)


def goals(network: Network, found: Sequence[Goals]) -> Picture:
    """Draw the goals reached by kind of event."""
    reached, total = sum(it.reached for it in found), sum(it.total for it in found)
    if total:
        words = f"{reached} of {count(total, 'goal')} reached. "
        words += (
            "Smaller ones are reached more often: two real conversations are an evening well spent."
            if reached * 2 < total
            else "Small goals do that."
        )
    else:
        words = "No goal was set for an event in this time. One is enough: two real conversations."
    rows = [(it.kind, it.reached / max(it.total, 1), f"{it.reached} of {it.total}") for it in found]
    behind = [
        Behind(
            network.events[uid].name,
            tuple(
                dict.fromkeys(
                    seat.contact
                    for seat in network.events[uid].people
                    if seat.outcome == "met" and seat.contact in network.contacts
                )
            ),
        )
        for it in found
        for uid in it.events
    ]
    return Picture(
        "goals",
        "Goals at events",
        f"{reached} of {total}" if total else "–",
        words,
        lambda cells: bars(rows, cells, most=1.0),
        tuple(group for group in behind if group.people),
    )


def _under(title: str, lines: list[Line]) -> list[Line]:
    return [line((title, "heading")), *lines] if lines else []
