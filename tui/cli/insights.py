"""How the network does: `kith insights`."""

from __future__ import annotations

from pathlib import Path

import click

from tui.answers import print_data, say, wide
from tui.cli.group import as_data
from tui.opening import Options, Trouble, opened, shared


@click.command()
@click.option("--year", type=int, metavar="YEAR", help="A calendar year; without it, the last twelve months.")
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Save it as a page of Markdown."
)
@as_data
@shared
@click.pass_obj
def insights(options: Options, year: int | None, report: Path | None, data: bool) -> None:
    """Show how your network does: touches, promises, new people, spread, ties, giving."""
    from tui.rules.insights.period import calendar_year, last_year
    from tui.rules.insights.whole import insights as count
    from tui.view.insights.pictures import pictures
    from tui.view.insights.report import report as write
    from tui.view.insights.rows import insight_rows, insight_text
    from tui.writing import put

    with opened(options) as (book, now):
        today = now.date()
        if year is not None and not 1900 <= year <= today.year:
            raise click.BadParameter(
                f"{year} is not a year that has been; try {today.year}.", param_hint="--year"
            )
        period = last_year(today) if year is None else calendar_year(year, today)
        shown = pictures(book.network, count(book.network, now, period))
        if report is not None:
            try:
                put(
                    report,
                    write(book.network, shown, period, today).encode("utf-8", "replace"),
                    replacing=False,
                )
            except FileExistsError:
                raise Trouble(f"{report} is there already. Name another file.") from None
            except OSError as fault:
                raise Trouble(f"{report} could not be written: {fault.strerror}.") from None
            say([f"Saved as {report}"])
        elif data:
            print_data(insight_rows(book.network, shown, period))
        else:
            say(insight_text(shown, period, wide()))
