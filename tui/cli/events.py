"""Asking about events: `kith brief`."""

from __future__ import annotations

import click

from tui.answers import event_named, say
from tui.opening import Options, opened, shared


@click.command()
@click.argument("event", nargs=-1, required=True)
@shared
@click.pass_obj
def brief(options: Options, event: tuple[str, ...]) -> None:
    """Print one page about an EVENT as Markdown: who, why, what to ask, what to pack."""
    from tui.exchange.markdown import brief as write
    from tui.view.cells import clean_lines

    with opened(options) as (book, now):
        found = event_named(book.network, " ".join(event), now)
        say([clean_lines(write(book.network, found, now)).rstrip("\n")])
