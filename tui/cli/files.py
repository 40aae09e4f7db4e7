"""Other programs' files: `kith import`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.answers import event_named, print_data, say
from tui.cli.group import as_data
from tui.model.network import Network
from tui.opening import Options, complain, opened, shared
from tui.store.book import Book


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--event", metavar="E", help="Put them on that event's list; E is its name or a part of it.")
@click.option(
    "--columns",
    multiple=True,
    metavar="COLUMN=FIELD,...",
    help="Of a table: what columns become, such as 'Name=name,Company=organization'; FIELD may be 'skip'.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@as_data
@shared
@click.pass_obj
def import_files(
    options: Options,
    files: tuple[Path, ...],
    *,
    event: str | None,
    columns: tuple[str, ...],
    dry_run: bool,
    data: bool,
) -> None:
    """Take people and events from other programs' files. Importing the same file twice changes nothing.

    Read are LinkedIn's Connections.csv, messages.csv and Invitations.csv or the zip they come in; vCards;
    calendars (.ics); contacts of Google and Outlook; guest lists of Luma, Eventbrite and Meetup; any table
    with a column of names; and another Kith file. What a file is, its content says.
    """
    from tui.actions.importing import import_file
    from tui.exchange.report import ImportProblem
    from tui.view.imported import import_lines, import_row

    chosen = _chosen(columns)
    with opened(options, writing=not dry_run) as (book, now):
        where = event_named(book.network, event, now) if event else None
        # A dry run takes each file too, in memory: a second file then finds what the first would have brought.
        target = Book(Network(book.network.records())) if dry_run else book
        taken, refused = [], []
        for path in files:
            joined = target.network.events[where.uid] if where else None
            try:
                found = import_file(target.network, path, now.date(), event=joined, columns=chosen, now=now)
            except ImportProblem as problem:
                refused.append(str(problem))
                continue
            target.commit(found.change)
            taken.append((path, found))
        if data:
            print_data(import_row(taken))
        else:
            say(import_lines(taken, dry_run=dry_run))
        for reason in refused:
            complain(reason)
        if refused:
            raise click.exceptions.Exit(1)


def _chosen(columns: Sequence[str]) -> list[tuple[str, str]]:
    """Return columns with the fields they become; a name with a comma in it stands in quotation marks."""
    import csv

    pairs = []
    for text in csv.reader(columns):
        for pair in filter(str.strip, text):
            column, equals, field = pair.rpartition("=")
            if not equals or not column.strip():
                raise click.BadParameter(
                    f"“{pair}” is no choice of a column: write COLUMN=FIELD, such as 'Company=organization'.",
                    param_hint="--columns",
                )
            pairs.append((column.strip(), field.strip()))
    return pairs
