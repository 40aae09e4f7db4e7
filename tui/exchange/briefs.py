"""The forms in which a brief leaves Kith, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from tui.exchange.brief_text import brief_html, brief_text
from tui.exchange.ical_write import write_calendar
from tui.exchange.markdown import brief
from tui.model.network import Network
from tui.model.records import Event

FORMS: Final[Mapping[str, str]] = {
    ".md": "Markdown, to edit or print",
    ".txt": "plain text, narrow enough for a phone",
    ".html": "a page for the browser, to print",
    ".ics": "the event for a calendar, the brief in it",
}
"""What each ending means, in words; the first is the usual one."""


def written_brief(network: Network, event: Event, now: datetime, ending: str) -> str:
    """Return the brief of an event as a file with that ending holds it.

    Raises:
        KeyError: for an ending that is not in `FORMS`; '.text' is one for '.txt'.
    """
    return _WRITERS[ending](network, event, now)


def _calendar(network: Network, event: Event, now: datetime) -> str:
    return write_calendar(network, now, events=[event], follow_ups=())


_WRITERS: Final[Mapping[str, Callable[[Network, Event, datetime], str]]] = {
    ".md": brief,
    ".txt": brief_text,
    ".text": brief_text,
    ".html": brief_html,
    ".ics": _calendar,
}
