"""Taking lines: `kith add`."""

from __future__ import annotations

import sys

import click

from tui.answers import event_for_lines, save_line, say, typed, wide
from tui.model.network import Conflict
from tui.opening import Options, Trouble, complain, opened, shared
from tui.store.faults import CannotKeep, NotSaved, ReadOnly


@click.command()
@click.argument("line", nargs=-1, required=True)
@click.option(
    "--event", metavar="E", help="Where you met. Without it: the event that is on now; 'none': no event."
)
@click.option("--new", is_flag=True, help="Add somebody new, even if the name fits people you know.")
@shared
@click.pass_obj
def add(options: Options, line: tuple[str, ...], event: str | None, new: bool) -> None:
    """Write down somebody, or something about them, in one LINE.

    Words before the first marker are the name. Then @ where they work, # an interest, : what you talked about,
    ! what you promised [by DATE], < what they promised, ? what they need, + what they offer, > when to follow
    up, ~ who introduced you, = how close to keep them, * to *** how deep it went. Put the line in quotes.

    With - as LINE, lines are read from standard input; each is answered when it is on disk.
    """
    from tui.view.text import added_line, added_lines

    with opened(options, writing=True) as (book, now):
        where = event_for_lines(book.network, event, now)
        if line != ("-",):
            say(added_lines(*save_line(book, typed(" ".join(line)), where, now, new=new), wide()))
            return
        missed = 0
        for number, raw in enumerate(sys.stdin.buffer, 1):
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8", "replace").strip()
            if not text:
                continue
            try:
                # Events may have been altered by the line before: each line reads the one it joins anew.
                joined = book.network.events.get(where.uid) if where else None
                say([added_line(*save_line(book, text, joined, now, new=new))])
            except (Trouble, CannotKeep, Conflict, NotSaved, ReadOnly) as fault:
                missed += 1
                complain(f"line {number}: {fault}")
        if missed:
            raise click.exceptions.Exit(1)
