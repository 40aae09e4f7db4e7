"""How a debrief reads: one line for each person, what was written about them, and how far it is."""

from __future__ import annotations

from datetime import date, datetime

from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event, FollowUp, Goal, Outcome
from tui.rules.events.debriefing import Agreed, Closing, lesson, progress, seat_of, talk_of
from tui.rules.events.encouragement import reached, step_words
from tui.rules.events.goals import count_words, numbered_goal
from tui.rules.events.preparing import reasons
from tui.rules.names import first_name, works_as
from tui.rules.phrases import ahead, count, said_ahead, said_past, short_day
from tui.rules.queue.ranking import Row
from tui.rules.touches import depth_words
from tui.view.lines import Line, Role, columns, ends, line, paragraphs, wrapped
from tui.view.occasions import countdown
from tui.view.person import fact, glance, head, heading

_STATES: dict[Outcome, tuple[str, str, Role]] = {
    "expected": ("○", "to do", ""),
    "met": ("●", "met", "good"),
    "not met": ("–", "not met", "dim"),
    "later": ("…", "later", "warn"),
}
_STATE_CELLS = 7
_BAR, _BAR_FROM = 12, 90


def seat_line(seat: Attendee, contact: Contact, wide: int) -> Line:
    """Return one person of the list: sign, name, why or work where there is room, and how it stands."""
    glyph, word, role = _STATES[seat.outcome]
    name = line((contact.name, "dim" if seat.outcome == "not met" else "strong"))
    room = wide - _STATE_CELLS - 3
    beside = seat.why or works_as(contact)
    third = 0 if room < 40 else room * 3 // 5
    cells: list[tuple[Line, int]] = [(line((glyph, role)), 1), (name, room - third)]
    if third:
        cells.append((line((beside, "dim")), third - 1))
    # Against the edge, where the counts of goals below end.
    return columns([*cells, (line((f"{word:>{_STATE_CELLS}}", role)), _STATE_CELLS)], gap=1)


def goal_line(goal: Goal, wide: int) -> Line:
    """Return one goal: a tick once it is reached, its number and its count."""
    done = reached(goal)
    right = count_words(goal) or ("reached" if done else "")
    return ends(
        line(("✓ " if done else "· ", "good" if done else "dim"), numbered_goal(goal)),
        line((right, "good" if done else "dim")),
        wide,
    )


def progress_line(network: Network, event: Event, now: datetime, wide: int) -> Line:
    """Return the line on top: which event, and how far its debrief is."""
    far = progress(network, event)
    parts = [f"{far.said} of {count(far.people, 'person', 'people')}"] if far.people else []
    parts += [count(far.promises, "promise")] if far.promises else []
    full = round(_BAR * far.said / far.people) if far.people else 0
    bar = (
        line(("━" * full, "accent"), ("─" * (_BAR - full), "dim"), "  ")
        if far.people and wide >= _BAR_FROM
        else ()
    )
    state = "finished" if event.debriefed else countdown(event, now)
    left = line((event.name, "strong"), (f"  {state}", "dim"))
    right = line(*bar, (", ".join(parts), "accent"))
    return ends(left, right, wide)


def about(network: Network, event: Event, contact: Contact, now: datetime, wide: int) -> list[Line]:
    """Return what helps to remember one person: what was written, why you looked for them, who they are."""
    seat = seat_of(event, contact.uid) or Attendee(contact=contact.uid)
    talk = talk_of(network, event, contact.uid)
    today = now.date()
    written = [
        *fact("said", talk.said, wide),
        *fact("depth", depth_words(talk.depth), wide),
        *(part for it in talk.promises for part in fact("you'll", agreed_words(it, today), wide)),
        *(part for it in talk.theirs for part in fact("they'll", agreed_words(it, today), wide)),
        *fact("ask next", talk.ask_next, wide),
        *fact("write", _day(talk.write_on, today), wide),
    ]
    wanted = [
        *wrapped(seat.why, wide),
        *(part for it in seat.questions for part in wrapped(f"? {it}", wide, indent="  ")),
        *(
            part
            for it in reasons(network, contact, event, now)[:3]
            for part in wrapped(f"· {it}", wide, "dim", "  ")
        ),
    ]
    known = head(contact, now, wide) if seat.outcome == "met" else glance(network, contact, now, wide)
    return paragraphs(
        wrapped(step_words(seat.outcome.replace(" ", "_")), wide, "accent"),
        [heading("Written down"), *written] if written else [],
        [heading(f"Why {first_name(contact)}"), *wanted] if seat.outcome != "met" and any(wanted) else [],
        known,
    )


def looking_back(network: Network, event: Event, step: str, now: datetime, wide: int) -> list[Line]:
    """Return what helps with looking back: what to do, what is written, and what was learnt last time."""
    before = lesson(network, event)
    text = (event.worked, before.worked if before else "")
    if step == "change_next":
        text = (event.change_next, before.change_next if before else "")
    last = f"{before.name}, {said_past(before.start, now.date())}" if before else ""
    return paragraphs(
        wrapped(step_words(step), wide, "accent"),
        [heading("You wrote"), *wrapped(text[0], wide)] if text[0] else [],
        [heading("Last time"), *wrapped(text[1], wide), *wrapped(last, wide, "dim")] if text[1] else [],
    )


def agreed_words(it: Agreed | FollowUp, today: date) -> str:
    """Return a promise with its day: 'send the deck, Fri 27 Nov'."""
    return ", ".join(filter(None, (it.text or "write", short_day(it.due, today) if it.due else "")))


def closing_line(contact: Contact, step: FollowUp, today: date, wide: int) -> Line:
    """Return what was agreed with somebody on one line: what, with whom, for when."""
    when = ahead(step.due, today) if step.due else "no day"
    what = line((step.text or "a word", ""), (f"  {contact.name}", "dim"))
    return ends(what, line((when, "accent" if step.due else "dim")), wide)


def word_line(network: Network, event: Event, row: Row, today: date, wide: int) -> Line:
    """Return somebody to write to on one line: who, what you spoke about, and for when."""
    said = talk_of(network, event, row.contact).said
    name = network.contacts[row.contact].name
    when = said_ahead(max(row.due, today), today).removeprefix("on ") if row.due else ""
    return ends(line((name, "strong"), (f"  {said}", "dim")), line((when, "accent")), wide)


def closing_words(left: Closing, event: Event) -> str:
    """Return what happened in numbers: '3 met, 2 for the first time; 1 of 2 goals reached'."""
    parts = []
    if left.met:
        parts.append(f"{len(left.met)} met" + (f", {len(left.new)} for the first time" if left.new else ""))
    goals = sum(map(reached, event.goals))
    if goals:
        parts.append(f"{goals} of {count(len(event.goals), 'goal')} reached")
    return "; ".join(parts)


def _day(day: date | None, today: date) -> str:
    return f"{short_day(day, today)}, {ahead(day, today)}" if day else ""
