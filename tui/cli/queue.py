"""Who is due: `kith due`."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import click

from tui.answers import contact_named, print_data, say, wide
from tui.cli.group import as_data
from tui.model.network import Network
from tui.opening import Options, opened, shared

WAITING: Final = 3
"""Exit status of `--exit-code` where somebody needs you; 1 and 2 are taken by what went wrong."""
_PAGE = 100
"""Cells by which an explanation is broken where the page is wider."""


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also the check-ins that can wait.")
@click.option("--explain", "name", metavar="NAME", help="Why somebody is in it, or not: the whole reckoning.")
@click.option("--brief", is_flag=True, help="One line; nothing at all when nobody needs you.")
@click.option(
    "--exit-code", "as_status", is_flag=True, help=f"End with status {WAITING} where somebody needs you."
)
@as_data
@shared
@click.pass_context
def due(
    ctx: click.Context, /, *, everything: bool, name: str | None, brief: bool, as_status: bool, data: bool
) -> None:
    """Show who needs you, and why.

    For the start of a shell there is --brief: one line, and silence when nobody needs you. For scripts there is
    --exit-code, with any of the others: 0 where nobody needs you today, 3 where somebody does, 1 and 2 as always.
    """
    from tui.rules.queue.ranking import debriefs, queue
    from tui.rules.queue.rows import pressing

    options = ctx.ensure_object(Options)
    if name is not None and (brief or everything or as_status):
        raise click.UsageError("--explain is about one person: it goes with --json only.")
    if brief and (data or everything):
        raise click.UsageError("--brief is one line for people: it goes with neither --json nor --all.")
    with opened(options) as (book, now):
        if name is not None:
            _explain(book.network, name, now, data=data)
            return
        found = queue(book.network, now)
        if data:
            from tui.view.rows import due_rows

            print_data(due_rows(book.network, found, now, everything=everything))
        elif brief:
            from tui.view.text import brief_lines

            say(brief_lines(book.network, pressing(found), now, wide()))
        else:
            from tui.view.text import queue_lines

            say(queue_lines(book.network, found, now, wide(), everything=everything))
        waits = as_status and bool(pressing(found) or debriefs(book.network, now))
    if waits:
        ctx.exit(WAITING)


def _explain(network: Network, name: str, now: datetime, *, data: bool) -> None:
    """Print the reckoning of the person that a name means."""
    from tui.rules.queue.explain import explain
    from tui.view.cells import clean
    from tui.view.explain import reckoning_data, reckoning_lines
    from tui.view.lines import text_of

    contact = contact_named(network, name, now, data=data)
    found = explain(network, contact, now)
    if data:
        print_data(reckoning_data(network, contact, found, now))
    else:
        lines = reckoning_lines(network, contact, found, now, min(wide(), _PAGE))
        say([clean(text_of(each)).rstrip() for each in lines])
