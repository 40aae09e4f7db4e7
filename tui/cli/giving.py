"""Giving: `kith give` and `kith share`."""

from __future__ import annotations

import click

from tui.answers import print_data, say, wide
from tui.cli.group import as_data
from tui.opening import Options, opened, shared
from tui.view.cells import clean


@click.command()
@click.argument("url")
@click.argument("words", nargs=-1)
@click.option("--title", default="", help="What it is called.")
@click.option("--own", is_flag=True, help="You made it yourself.")
@click.option(
    "--read/--unread", "read", default=True, help="Whether you have read it; unread waits until then."
)
@shared
@click.pass_obj
def share(options: Options, url: str, words: tuple[str, ...], *, title: str, own: bool, read: bool) -> None:
    """Keep something worth passing on: its address, why, and #topics."""
    from tui.actions.shares import keep

    topics = [word for text in words for word in text.split() if word.startswith("#")]
    why = " ".join(word for text in words for word in text.split() if not word.startswith("#"))
    with opened(options, writing=True) as (book, now):
        names = (topic.lstrip("#") for topic in topics)
        change = keep(book.network, url, why, names, now.date(), title=title, own=own, read=read)
        book.commit(change)
        say([clean(change.words) if change else "That is kept already."])


@click.command()
@as_data
@shared
@click.pass_obj
def give(options: Options, data: bool) -> None:
    """Show what you could do for somebody today."""
    from tui.rules.giving.suggestions import giving
    from tui.view.giving_text import give_data, give_lines

    with opened(options) as (book, now):
        found = giving(book.network, now)
        if data:
            print_data(give_data(book.network, found, now))
        else:
            say(give_lines(book.network, found, now, wide()))
