"""Giving: `kith share`."""

from __future__ import annotations

import click

from tui.answers import say
from tui.opening import Options, opened, shared
from tui.view.cells import clean


@click.command()
@click.argument("url")
@click.argument("words", nargs=-1)
@shared
@click.pass_obj
def share(options: Options, url: str, words: tuple[str, ...]) -> None:
    """Keep something worth passing on: its address, why, and #topics."""
    from tui.actions.shares import keep

    topics = [word for text in words for word in text.split() if word.startswith("#")]
    why = " ".join(word for text in words for word in text.split() if not word.startswith("#"))
    with opened(options, writing=True) as (book, now):
        change = keep(book.network, url, why, (topic.lstrip("#") for topic in topics), now.date())
        book.commit(change)
        say([clean(change.words) if change else "That is kept already."])
