"""A person at a glance: who they are, what was last said, and what stands between you."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tui.model.network import Network
from tui.model.records import Contact, FollowUp, Interaction
from tui.model.text import fold
from tui.rules.cadence import last_touch, next_due
from tui.rules.moments import zone_of
from tui.rules.names import works_as
from tui.rules.phrases import ago, ahead, clock_time, count, listed, short_day
from tui.rules.ties import shared
from tui.view.cells import width
from tui.view.charts import sparks
from tui.view.lines import Line, fit_line, line, line_width, paragraphs, wrapped

_STEPS = 3
"""Open promises and steps shown at a glance."""
_ROOMY, _SHORT = 50, 2
"""Cells from which a touch at a glance stands whole, and its lines where there are fewer."""
LABEL = 10
"""Cells that the labels of facts take."""

_MONTHS, _LIVELY = 12, 6
"""Months of the rhythm shown, and touches in one of them that fill its cell."""
_SENSIBLE_HOURS = range(8, 21)
_MORNING = 5
"""Hour at which it is early rather than night."""


def fact(label: str, text: str, wide: int) -> list[Line]:
    """Return a labelled fact as lines; none for an empty one."""
    if not text.strip():
        return []
    texts = wrapped(text, wide - LABEL)
    return [
        ((f"{label if number == 0 else '':<{LABEL}}", "dim"), *content)
        for number, content in enumerate(texts)
    ]


def heading(words: str, hint: str = "", wide: int = 0) -> Line:
    """Return the heading of a block, with what a key does beside it where `wide` cells have room for both."""
    if not hint or width(words) + 2 + width(hint) > wide:
        return line((words, "heading"))
    return line((words, "heading"), (f"  {hint}", "dim"))


def name_line(contact: Contact) -> Line:
    """Return the name, with pronunciation and pronouns beside it."""
    beside = _said(contact)
    tail = f"  {beside}" if beside else ""
    return line((contact.name, "strong"), (tail, "dim"), (_state(contact), "warn"))


def _said(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.culture.pronunciation, contact.culture.pronouns)))


def _state(contact: Contact) -> str:
    return "  archived" if contact.archived else "  paused" if contact.paused else ""


def local_time(contact: Contact, now: datetime) -> str:
    """Return what time it is where somebody lives and whether that is a sensible hour; empty if the same."""
    zone = zone_of(contact.timezone)
    if zone is None:
        return ""
    there = now.astimezone(zone)
    if there.utcoffset() == now.utcoffset():
        return ""
    hour = "a good hour" if there.hour in _SENSIBLE_HOURS else _outside(there.hour)
    return f"{clock_time(there.time())} ({hour})"


def _outside(hour: int) -> str:
    """Return what an hour is called at which one does not write."""
    return "late there" if hour > 12 else "night there" if hour < _MORNING else "early there"


def head(contact: Contact, now: datetime, wide: int) -> list[Line]:
    """Return name, work and place in two to four lines."""
    whole = name_line(contact)
    lines = [whole]
    if line_width(whole) > wide:
        # Name and pronunciation side by side only where both fit.
        lines = [
            *wrapped(contact.name + _state(contact), wide, "strong"),
            *([fit_line(line((_said(contact), "dim")), wide)] if _said(contact) else ()),
        ]
    work = works_as(contact)
    if work:
        lines.extend(wrapped(work, wide))
    where = ", ".join(filter(None, (contact.place, local_time(contact, now))))
    if where:
        lines.extend(wrapped(where, wide, "dim"))
    return lines


def touch_line(touch: Interaction, now: datetime) -> Line:
    """Return one interaction on one line: when, how, what about."""
    what = touch.summary or touch.ask_next or ("no answer" if touch.attempt else "")
    how = f"tried: {touch.channel}" if touch.attempt else touch.channel
    return line((f"{ago(touch.day, now.date())}, {how}", "dim"), f"  {what}" if what else "")


def thread_of(touches: Sequence[Interaction]) -> str:
    """Return what to ask next time: the thread of the latest touch that left one."""
    return next((touch.ask_next for touch in touches if touch.ask_next), "")


def open_steps(network: Network, contact: Contact) -> list[FollowUp]:
    """Return what is open between you, soonest first, undated last."""
    steps = [step for step in network.follow_ups_of(contact.uid) if step.status == "open"]
    return sorted(steps, key=lambda step: (step.due is None, step.due, step.uid))


def step_line(step: FollowUp, now: datetime) -> Line:
    """Return one open step on one line: whose it is, for when, what."""
    whose = {"promise": "you promised", "waiting": "they promised", "follow_up": "next step"}[step.kind]
    when = f" {ahead(step.due, now.date())}" if step.due and step.due >= now.date() else ""
    late = step.due is not None and step.due < now.date()
    since = f", was for {short_day(step.due, now.date())}" if late and step.due else ""
    return line((f"{whose}{when}{since}: ", "warn" if late else "dim"), step.text or "write")


def rhythm(network: Network, contact: Contact, now: datetime) -> str:
    """Return how often and when next, in words."""
    last = last_touch(network, contact)
    due = next_due(network, contact)
    today = now.date()
    return ", ".join(
        (
            contact.tier,
            f"last {ago(last, today)}" if last else "no touch yet",
            *((f"next {ahead(due, today)}" if due > today else f"due {ago(due, today)}",) if due else ()),
        )
    )


def a_year(touches: Sequence[Interaction], today: date, wide: int) -> list[Line]:
    """Return the touches of the last twelve months as sparks, a month each, the number beside; none without any."""
    months = [0] * _MONTHS
    for touch in touches:
        back = (today.year - touch.day.year) * 12 + today.month - touch.day.month
        if not touch.attempt and touch.day <= today and back < _MONTHS:
            months[_MONTHS - 1 - back] += 1
    if not any(months):
        return []
    told = f"{count(sum(months), 'touch', 'touches')} in a year"
    indent = f"{'':<{LABEL}}"
    drawn = line(indent, (sparks(months, least_top=_LIVELY), "accent"))
    if LABEL + _MONTHS + 2 + len(told) > wide:
        return [drawn, *(line(indent, *spans) for spans in wrapped(told, wide - LABEL, "dim"))]
    return [(*drawn, (f"  {told}", "dim"))]


def met_words(network: Network, contact: Contact, now: datetime) -> str:
    """Return how you met: the event, through whom, when."""
    event = network.events.get(contact.met_event or "")
    introducer = network.contacts.get(contact.introduced_by or "")
    day = contact.met_day
    return ", ".join(
        filter(
            None,
            (
                f"at {event.name}" if event else "",
                contact.met_note,
                f"through {introducer.name}" if introducer else "",
                short_day(day, now.date()) if day else "",
            ),
        )
    )


def glance(
    network: Network,
    contact: Contact,
    now: datetime,
    wide: int,
    *,
    without: str | None = None,
    after: Sequence[Line] = (),
) -> list[Line]:
    """Return the person at a glance, for the pane beside a queue or a list of people.

    `without` is a promise or step (uid) that stands there already; `after` stands below what to ask about.
    """
    touches = network.touches_of(contact.uid)
    thread = thread_of(touches)
    steps = [step for step in open_steps(network, contact) if step.uid != without]
    both = shared(network, contact)
    known = {fold(text) for text in both}
    others = [name for name in contact.interests if fold(name) not in known]
    facts = [
        *fact("rhythm", rhythm(network, contact, now), wide),
        *a_year(touches, now.date(), wide),
        *fact("met", met_words(network, contact, now), wide),
        *fact("shared", listed(both), wide),
        *fact("interests", ", ".join(others), wide),
        *fact("needs", "; ".join(contact.needs), wide),
        *fact("offers", "; ".join(contact.offers), wide),
        *fact("greeting", contact.culture.greeting, wide),
    ]
    return paragraphs(
        head(contact, now, wide),
        [heading("Ask about"), *wrapped(thread, wide)] if thread else [],
        after,
        [heading("Last touches"), *(part for it in touches[:2] for part in _short(touch_line(it, now), wide))]
        if touches
        else [],
        [
            heading("Open between you"),
            *(part for step in steps[:_STEPS] for part in _wrap(step_line(step, now), wide)),
            *([line((f"and {len(steps) - _STEPS} more", "dim"))] if len(steps) > _STEPS else []),
        ]
        if steps
        else [],
        facts,
    )


def _short(spans: Line, wide: int) -> list[Line]:
    """Break a line likewise, and cut it after two where there is little room: the timeline has it whole."""
    lines = _wrap(spans, wide)
    if wide >= _ROOMY or len(lines) <= _SHORT:
        return lines
    *kept, last = lines[:_SHORT]
    rest = "".join(text for spans in lines[_SHORT:] for text, _ in spans)
    return [*kept, fit_line((*last, (f" {rest.strip()}", last[-1][1])), wide)]


def _wrap(spans: Line, wide: int) -> list[Line]:
    """Break a line of a dim beginning and a text after it: the text goes on below where it must."""
    (first, role), *rest = spans
    text = "".join(part for part, _ in rest)
    if width(first) + width(text) <= wide:
        return [spans]
    if wide - width(first) < 12:
        return [*wrapped(first.strip(), wide, role), *(wrapped(text.strip(), wide) if text.strip() else ())]
    # The beginning is one word while the text is broken: so the gap behind it stays as wide as it is.
    lead = first + text[: len(text) - len(text.lstrip())]
    solid = "x" * (width(lead) - 1)
    pieces = wrapped(f"{solid} {text.strip()}", wide, indent="  ")
    beside = pieces[0][0][0].removeprefix(solid)[1:]
    return [((lead, role), (beside, "")), *pieces[1:]]
