"""The weekly review in words: its parts, what there is in each, and what the week was."""

from __future__ import annotations

from datetime import datetime

from tui.model.network import Network
from tui.rules.names import works_as
from tui.rules.phrases import ago, count, short_day
from tui.rules.queue.review import PARTS, Item, Part, Review
from tui.rules.queue.sources import due_day
from tui.view.lines import Line, ends, line, paragraphs, wrapped
from tui.view.occasions import countdown, prepared
from tui.view.person import heading

TITLES: dict[Part, str] = {
    "promises": "Promises, yours and theirs",
    "people": "A word without a reason",
    "events": "Events, before and after",
    "triage": "People who came in bulk",
}
"""Headings of the parts."""

_ABOUT: dict[Part, str] = {
    "promises": "What is due until the end of next week. d does one, e moves it to another day or lets it go, m "
    "writes. What is not yours to do any more is better let go of than carried along.",
    "people": "Nothing is due with them. A word that is not expected is worth more than one thinks: m drafts it.",
    "events": "What comes up in the next two weeks and is not ready, and what was not debriefed. enter opens it.",
    "triage": "Known, and never due until you decide how close to keep them. enter goes through twenty of them.",
}
_EMPTY: dict[Part, str] = {
    "promises": "Nothing is promised for the coming week.",
    "people": "Nobody comes to mind this week.",
    "events": "Nothing to prepare or to debrief.",
    "triage": "Nobody waits for a decision.",
}


def part_line(found: Review, part: Part, wide: int) -> Line:
    """Return the heading row of a part: whether it was looked through, and how much is in it."""
    ticked = part in found.done
    left = found.left(part)
    sign = line(("✓ ", "good")) if ticked else line(("○ ", "accent")) if left else line(("– ", "dim"))
    number = sum(item.number or 1 for item in left)
    right = "seen" if ticked else f"{number:,}" if number else "done" if found.of(part) else "nothing"
    return ends((*sign, *line((TITLES[part], "strong"))), line((right, "dim")), wide)


def item_line(item: Item, network: Network, now: datetime, wide: int) -> Line:
    """Return one thing to look at on a line."""
    today = now.date()
    step = network.follow_ups.get(item.follow_up)
    contact = network.contacts.get(item.contact)
    event = network.events.get(item.event)
    if step is not None and contact is not None:
        due = due_day(step)
        whose = "" if step.kind == "promise" else "they promised: "
        when = short_day(due, today) if due is not None else ""
        late = due is not None and due < today
        words = line("    ", (contact.name, ""), (f"  {whose}{step.text.strip()}", "dim"))
        return ends(words, line((when, "warn" if late else "dim")), wide)
    if event is not None:
        right = "to debrief" if item.key.startswith("debrief") else prepared(event, now) or "no goals yet"
        words = line("    ", (event.name, ""), (f"  {countdown(event, now)}", "dim"))
        return ends(words, line((right, "dim")), wide)
    if contact is not None:
        last = network.touches_of(contact.uid)
        when = "written to" if item.done else f"last {ago(last[0].day, today)}" if last else ""
        work = works_as(contact)
        words = line("    ", (contact.name, ""), (f"  {work}" if work else "", "dim"))
        return ends(words, line((when, "good" if item.done else "dim")), wide)
    return line("    ", f"{count(item.number, 'person waits', 'people wait')} for a decision")


def about_part(found: Review, part: Part, wide: int) -> list[Line]:
    """Return what a part is for, and how to go on."""
    words = _ABOUT[part] if found.of(part) else _EMPTY[part]
    more = _kept(found, wide) if part == "promises" else []
    again = "space takes the tick back." if part in found.done else "space ticks it off."
    return paragraphs([heading(TITLES[part]), *wrapped(words, wide)], more, wrapped(again, wide, "dim"))


def review_glance(found: Review, wide: int) -> list[Line]:
    """Return what there is to look at this week, for the pane beside the queue."""
    words = "Ten minutes, once a week, for what no single day asks of you. enter goes through it."
    parts = [part_line(found, part, wide) for part in PARTS]
    return paragraphs([heading("Weekly review"), *wrapped(words, wide)], parts, _kept(found, wide))


def _kept(found: Review, wide: int) -> list[Line]:
    return wrapped(f"{count(found.kept, 'promise')} kept this week.", wide, "good") if found.kept else []


def review_line(found_done: int, wide: int) -> tuple[Line, Line]:
    """Return the row of the queue that offers the review: how far it is, and what it is."""
    state = f"{found_done} of {len(PARTS)} parts" if found_done else "ten minutes"
    who = line(("◇ ", "accent"), ("Weekly review", "strong"))
    words = "promises, people and events"
    why = line((f"  {words}", "dim"))
    return ends(who, line((state, "dim")), wide), why


def closing(found: Review, wide: int) -> list[Line]:
    """Return what stands beside the list once every part was looked through."""
    kept = f"{count(found.kept, 'promise')} kept this week. " if found.kept else ""
    words = f"{kept}The next review offers itself on Friday of next week."
    return [heading("That was the week"), *wrapped(words, wide)]
