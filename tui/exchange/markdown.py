"""The brief of an event as Markdown (CommonMark): one page to print, or to carry on a phone.

Words of the file are escaped, so that nothing in them is a heading, a link or a picture; lines are short
enough for a phone held upright.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from datetime import datetime

from rich.cells import cell_len

from tui.model.network import Network
from tui.model.records import Event
from tui.model.text import one_line
from tui.rules.events.briefing import Briefing, Person, briefing, due_words
from tui.rules.events.goals import said_goal
from tui.rules.names import works_as
from tui.rules.phrases import listed
from tui.rules.starters import beside

WIDTH = 60
"""Cells of a line, before the backslashes that escaping adds."""

# Controls, and the marks that turn text beside them round: a file may be shown by a terminal as well.
_ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_INLINE = re.compile(r"([\\`*_\[\]<>|~&])")
_ADDRESS = re.compile(r"(?<=\w)(?=://|@\w)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\\\x00-\x1f\x7f-\x9f\u200e-\u202e\u2066-\u2069\ufeff]+")
"""The event's own link may be followed; nothing else on the page is one."""
_AT_START = re.compile(r"^(?:([-+=#:!])|(\d+)([.)]))")


def brief(network: Network, event: Event, now: datetime) -> str:
    """Return one page about an event as Markdown, as it stands at a moment; ends with a line break."""
    page = briefing(network, event, now)
    blocks = [list(block) for block in _blocks(page, now)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """Return one line of text in which nothing is Markdown, in the middle of a line or at its start."""
    return _AT_START.sub(lambda it: f"\\{it[1]}" if it[1] else f"{it[2]}\\{it[3]}", _inline(text))


def _inline(text: str) -> str:
    return _ADDRESS.sub(r"\\", _INLINE.sub(r"\\\1", text))


def plain(text: str) -> str:
    """Return text as one line in which nothing acts on a terminal."""
    return _ACTS.sub("", one_line(text))


def _blocks(page: Briefing, now: datetime) -> Iterator[Iterator[str]]:
    event = page.event
    yield iter([f"# {escaped(plain(event.name))}"])
    yield _facts(page)
    if page.notes:
        yield _text(page.notes)
    if page.goals:
        yield iter(["## What I want"])
        yield (part for goal in page.goals for part in _item(said_goal(goal), goal.plan))
    if page.people:
        yield iter(["## People"])
        for number, person in enumerate(page.people, 1):
            yield _person(number, person)
    if page.others:
        yield _text(f"Also there: {listed(page.others)}")
    if page.promises:
        yield iter(["## Promises to keep"])
        yield (part for it in page.promises for part in _item(f"{it.contact.name}: {it.step.text}"))
    if page.room:
        yield iter([f"## {page.room_heading}"])
        yield (part for it in page.room for part in _item(it.text))
    if page.pitch.strip():
        yield iter(["## Who I am"])
        yield _text(page.pitch)
    if page.left:
        yield iter(["## Still to do"])
        yield (
            part
            for item in page.left
            for part in _item(
                ", ".join(filter(None, (item.text, due_words(item, now.date(), carried=True)))), mark="- [ ] "
            )
        )


def _facts(page: Briefing) -> Iterator[str]:
    event = page.event
    facts = (
        ("When", page.when),
        ("There", page.there),
        ("Where", event.place),
        ("Link", event.url),
        ("Kind", event.kind if not event.cancelled else f"{event.kind}, cancelled"),
        ("Topics", ", ".join(event.topics)),
    )
    for label, text in facts:
        if _LINK.fullmatch(text):
            yield f"- **{label}**: <{text}>"
        elif text.strip():
            yield from _hanging("- ", f"{label}: {text}", bold=len(label))


def _person(number: int, person: Person) -> Iterator[str]:
    work = works_as(person.contact)
    words = ", ".join(filter(None, (person.contact.name, work)))
    mark = f"{number}. "
    yield from _hanging(mark, words, bold=len(plain(person.contact.name)))
    lines = [
        person.why,
        beside(person.contact),
        *(f"Ask: {question}" for question in person.questions),
        f"Say: “{person.opener.text}”" if person.opener else "",
    ]
    for text in filter(None, lines):
        yield from _hanging(" " * len(mark) + "- ", text)


def _item(text: str, more: str = "", mark: str = "- ") -> Iterator[str]:
    yield from _hanging(mark, text)
    if more.strip():
        yield from _hanging("  - ", more)


def _text(text: str) -> Iterator[str]:
    return (escaped(part) for part in broken(text, WIDTH))


def _hanging(mark: str, text: str, *, bold: int = 0) -> Iterator[str]:
    """Yield an item of a list: its mark, then the text, later lines under its beginning.

    The first `bold` characters are strong, as far as they stand on the first line.
    """
    for number, part in enumerate(broken(text, WIDTH - len(mark))):
        if number:
            yield " " * len(mark) + escaped(part)
        elif bold:
            yield f"{mark}**{_inline(part[:bold])}**{_inline(part[bold:])}"
        else:
            yield mark + escaped(part)


def broken(text: str, cells: int) -> list[str]:
    """Break text into lines of at most so many cells; wide characters take two."""
    line = plain(text)
    share = cell_len(line) / len(line) if line else 1.0
    return textwrap.wrap(line, max(8, int(cells / max(share, 1.0))), break_on_hyphens=False) or [""]
