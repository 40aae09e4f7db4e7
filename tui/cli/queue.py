"""Who is due: `kith due`."""

from __future__ import annotations

import click

from tui.answers import print_data, say, wide
from tui.cli.group import as_data
from tui.opening import Options, opened, shared


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also the check-ins that can wait.")
@as_data
@shared
@click.pass_obj
def due(options: Options, everything: bool, data: bool) -> None:
    """Show who needs you, and why."""
    from tui.rules.queue.ranking import queue

    with opened(options) as (book, now):
        found = queue(book.network, now)
        if data:
            from tui.view.rows import due_rows

            print_data(due_rows(book.network, found, now, everything=everything))
        else:
            from tui.view.text import queue_lines

            say(queue_lines(book.network, found, now, wide(), everything=everything))
