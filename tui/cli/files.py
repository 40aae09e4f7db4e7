"""Other programs' files: `kith import`, `kith export`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.answers import event_named, print_data, say, typed
from tui.cli.group import as_data
from tui.model.network import Network
from tui.opening import Options, Trouble, complain, opened, path_of, shared
from tui.store.book import Book
from tui.view.cells import clean


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
    from tui.actions.importing import import_file, maybe_known
    from tui.exchange.report import ImportProblem
    from tui.view.imported import import_lines, import_row, maybe_known_words

    chosen = _chosen(columns)
    with opened(options, writing=not dry_run) as (book, now):
        where = event_named(book.network, event, now) if event else None
        # A dry run takes each file too, in memory: a second file then finds what the first would have brought.
        target = Book(Network(book.network.records())) if dry_run else book
        taken, refused, alike = [], [], []
        for path in files:
            joined = target.network.events[where.uid] if where else None
            try:
                found = import_file(target.network, path, now.date(), event=joined, columns=chosen, now=now)
            except ImportProblem as problem:
                refused.append(str(problem))
                continue
            alike.append(maybe_known_words(maybe_known(target.network, found)))
            target.commit(found.change)
            taken.append((path, found))
        if data:
            print_data(import_row(taken))
        else:
            say([*import_lines(taken, dry_run=dry_run), *filter(None, alike)])
        for reason in refused:
            complain(reason)
        if refused:
            raise click.exceptions.Exit(1)


@click.command("export")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--query", "-q", metavar="Q", help="Only those whom this finds; Q is what kith list takes.")
@click.option(
    "--vcard", "version", type=click.Choice(["4.0", "3.0"]), default="4.0", help="Version of vCard."
)
@click.option("--force", is_flag=True, help="Replace FILE if it is there already.")
@shared
@click.pass_obj
def export_file(options: Options, target: Path, *, query: str | None, version: str, force: bool) -> None:
    """Write contacts to a file, its form by its ending: .vcf, .csv, .md, .ics or .json.

    Private notes are never in it. Archived people are only if Q asks for them (archived:).
    """
    from tui.exchange.export import AlreadyThere, ExportProblem, Order, ending_of, export_to, whom
    from tui.rules.phrases import count
    from tui.rules.search.contacts import parse, search

    try:
        ending = ending_of(target)
    except ExportProblem as problem:
        raise click.BadParameter(str(problem), param_hint="FILE") from None
    asked = parse(typed(query or ""))
    for problem_of_query in asked.problems:
        complain(problem_of_query)
    with opened(options) as (book, now):
        found = tuple(search(book.network, asked, now))
        if not found and not (ending == ".ics" and query is None):
            words = f"Nobody matches {typed(query)}" if query else "Nobody is in this file yet"
            raise Trouble(f"{words}. Nothing was written.")
        order = Order(found, now, everybody=query is None, version="3.0" if version == "3.0" else "4.0")
        own = None if options.demo else path_of(options)
        try:
            path = export_to(book.network, order, target, replacing=force, own_file=own)
        except AlreadyThere as problem:
            raise Trouble(f"{problem} --force replaces it; or name another file.") from None
        except ExportProblem as problem:
            raise Trouble(str(problem)) from None
        say([f"Wrote {whom(order, ending)} to {clean(str(path))}"])
        away = len(book.network.contacts) - len(found)
        if query is None and away and ending != ".ics":
            say([f"{count(away, 'person', 'people')} archived left out; --query archived: writes them"])


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
