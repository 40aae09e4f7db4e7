"""Asking about events: `kith brief`."""

from __future__ import annotations

import click

from tui.answers import event_named, say
from tui.opening import Options, opened, shared


@click.command()
@click.argument("event", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "text", "html", "ics"]),
    default="md",
    help="md: Markdown. text: for a phone. html: to print. ics: the event for a calendar, with the brief in it.",
)
@shared
@click.pass_obj
def brief(options: Options, event: tuple[str, ...], form: str) -> None:
    """Print one page about an EVENT: who, why, what to ask, what to pack."""
    from tui.exchange.briefs import written_brief
    from tui.view.cells import clean_lines

    with opened(options) as (book, now):
        found = event_named(book.network, " ".join(event), now)
        page = written_brief(book.network, found, now, f".{form}")
        # Line breaks of the calendar format are kept where they are asked for: in a file.
        say([clean_lines(page.replace("\r\n", "\n")).rstrip("\n")])
