"""The brief of an event as it reads on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tui.rules.events.briefing import Briefing, Person, due_words
from tui.rules.events.goals import said_goal
from tui.rules.names import works_as
from tui.rules.phrases import listed
from tui.rules.starters import beside
from tui.view.lines import Line, line, line_width, paragraphs, wrapped
from tui.view.person import fact, heading

_INDENT = "   "


def brief_lines(page: Briefing, now: datetime, wide: int) -> list[Line]:
    """Return the page as lines of at most `wide` cells."""
    event, room = page.event, wide - len(_INDENT)
    return paragraphs(
        wrapped(event.name, wide, "strong"),
        [
            *fact("when", page.when, wide),
            *fact("there", page.there, wide),
            *fact("where", event.place, wide),
            *fact("link", event.url, wide),
            *fact("topics", ", ".join(event.topics), wide),
        ],
        wrapped(page.notes, wide, "dim") if page.notes else [],
        _block("What I want", [part for it in page.goals for part in _item(said_goal(it), it.plan, wide)]),
        _block("People", [part for it in page.people for part in _person(it, wide, room)]),
        wrapped(f"Also there: {listed(page.others)}", wide, "dim") if page.others else [],
        _block(
            "Promises to keep",
            [part for it in page.promises for part in _item(f"{it.contact.name}: {it.step.text}", "", wide)],
        ),
        _block(page.room_heading, [part for it in page.room for part in _item(it.text, "", wide)]),
        _block("Who I am", wrapped(page.pitch, wide) if page.pitch.strip() else []),
        _block(
            "Still to do",
            [part for it in page.left for part in _item(it.text, due_words(it, now.date()), wide, mark="☐ ")],
        ),
    )


def _block(words: str, lines: list[Line]) -> list[Line]:
    return [heading(words), *lines] if lines else []


def _item(text: str, more: str, wide: int, mark: str = "· ") -> Iterator[Line]:
    yield from wrapped(mark + text, wide, indent="  ")
    if more.strip():
        yield from ((("  ", ""), *part) for part in wrapped(more, wide - 2, "dim"))


def _person(it: Person, wide: int, room: int) -> Iterator[Line]:
    work = works_as(it.contact)
    head = line((it.contact.name, "strong"), (f"  {work}" if work else "", "dim"))
    beside_name = line_width(head) <= wide
    yield head if beside_name else line((it.contact.name, "strong"))
    lines = [
        *(wrapped(work, room, "dim") if work and not beside_name else []),
        *(wrapped(it.why, room) if it.why else []),
        *(wrapped(words, room, "dim") if (words := beside(it.contact)) else []),
        *(part for text in it.questions for part in wrapped(f"ask: {text}", room)),
        *(wrapped(f"say: “{it.opener.text}”", room) if it.opener else []),
    ]
    yield from (((_INDENT, ""), *part) for part in lines)
