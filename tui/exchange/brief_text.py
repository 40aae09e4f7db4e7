"""The brief of an event as plain text, narrow enough for a phone, and as a page of HTML to print."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import datetime

from tui.exchange.markdown import brief, broken, plain
from tui.model.network import Network
from tui.model.records import Event
from tui.rules.events.briefing import Briefing, Person, briefing, due_words
from tui.rules.events.goals import said_goal
from tui.rules.names import works_as
from tui.rules.phrases import listed
from tui.rules.starters import beside

PHONE = 40
"""Cells of a line on a phone held upright."""


def brief_text(
    network: Network, event: Event, now: datetime, *, width: int | None = PHONE, notes: bool = True
) -> str:
    """Return the page about an event as text; ends with a line break.

    Args:
        network: Everybody.
        event: Which.
        now: The moment, in the user's zone.
        width: Cells of a line; None leaves the breaking to whoever shows it.
        notes: Whether the event's own notes are on it.
    """
    page = briefing(network, event, now)
    blocks = [list(block) for block in _blocks(page, now, width, notes)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def brief_html(network: Network, event: Event, now: datetime) -> str:
    """Return the page about an event as HTML that needs nothing else, made to be printed on one sheet.

    Words of the file are escaped twice over: they are no Markdown in the page it is made from, and no HTML in it.
    """
    from markdown_it import MarkdownIt  # 30 ms, and only where a page is made

    body = MarkdownIt("commonmark", {"html": False}).render(brief(network, event, now))
    body = body.replace("<li>[ ] ", '<li class="box">')
    title = html.escape(plain(event.name))
    return f"{_HEAD.format(title=title)}{body}</body>\n</html>\n"


_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ margin: 16mm }}
body {{ font: 11pt/1.4 Georgia, serif; max-width: 42em; margin: 1.5em auto; padding: 0 1em }}
h1 {{ font-size: 1.5em; margin: 0 0 .4em }}
h2 {{ font-size: 1.05em; margin: 1.1em 0 .3em; break-after: avoid }}
p, ul, ol {{ margin: .2em 0 }}
li {{ break-inside: avoid }}
li.box {{ list-style: "☐ " }}
a {{ color: inherit }}
</style>
</head>
<body>
"""


def _blocks(page: Briefing, now: datetime, width: int | None, notes: bool) -> Iterator[Iterator[str]]:
    event = page.event
    yield _lines(event.name.upper() if event.name.isascii() else event.name, width)
    yield _facts(page, width)
    if notes and page.notes:
        yield _lines(page.notes, width)
    if page.goals:
        yield _headed("WHAT I WANT", (_item(said_goal(it), it.plan, width) for it in page.goals))
    if page.people:
        yield _headed("PEOPLE", (_person(n, it, width) for n, it in enumerate(page.people, 1)))
    if page.others:
        yield _lines(f"Also there: {listed(page.others)}", width)
    if page.promises:
        kept = (_item(f"{it.contact.name}: {it.step.text}", "", width) for it in page.promises)
        yield _headed("PROMISES TO KEEP", kept)
    if page.room:
        yield _headed(page.room_heading.upper(), (_item(it.text, "", width) for it in page.room))
    if page.pitch.strip():
        yield _headed("WHO I AM", [_lines(page.pitch, width)])
    if page.left:
        left = (
            _item(
                ", ".join(filter(None, (it.text, due_words(it, now.date(), carried=True)))),
                "",
                width,
                mark="[ ] ",
            )
            for it in page.left
        )
        yield _headed("STILL TO DO", left)


def _facts(page: Briefing, width: int | None) -> Iterator[str]:
    event = page.event
    yield from _lines(page.when, width)
    for text in (page.there, event.place, ", ".join(event.topics)):
        if text.strip():
            yield from _lines(text, width)
    if event.url.strip():
        # An address that is broken can't be followed.
        yield plain(event.url)
    if event.cancelled:
        yield "CANCELLED"


def _headed(words: str, items: Iterator[Iterator[str]] | list[Iterator[str]]) -> Iterator[str]:
    yield words
    for item in items:
        yield from item


def _person(number: int, it: Person, width: int | None) -> Iterator[str]:
    yield from _hanging(
        f"{number}. ", ", ".join(filter(None, (it.contact.name, works_as(it.contact)))), width
    )
    lines = [
        it.why,
        beside(it.contact),
        *(f"Ask: {question}" for question in it.questions),
        f"Say: “{it.opener.text}”" if it.opener else "",
    ]
    for text in filter(None, lines):
        yield from _hanging("   ", text, width)


def _item(text: str, more: str, width: int | None, mark: str = "- ") -> Iterator[str]:
    yield from _hanging(mark, text, width)
    if more.strip():
        yield from _hanging("  ", more, width)


def _lines(text: str, width: int | None) -> Iterator[str]:
    yield from _hanging("", text, width)


def _hanging(mark: str, text: str, width: int | None) -> Iterator[str]:
    parts = [plain(text)] if width is None else broken(text, width - len(mark))
    for number, part in enumerate(parts):
        yield (" " * len(mark) if number else mark) + part
