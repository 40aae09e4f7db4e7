"""Looking after the file: `kith doctor`."""

from __future__ import annotations

import click

from tui.answers import print_data, say
from tui.cli.group import as_data
from tui.model.network import Network
from tui.opening import Options, Trouble, clock_of, path_of, shared
from tui.view.cells import clean


@click.command()
@click.option("--repair", is_flag=True, help="Recover a damaged file; a copy of everything is kept.")
@as_data
@shared
@click.pass_obj
def doctor(options: Options, data: bool, repair: bool) -> None:
    """Say whether the file is sound, and what it could be restored from.

    Changes nothing, unless --repair is given: then a damaged file is had back in the best way there is, after a
    copy of everything was kept.
    """
    from tui.store.diagnosis import diagnose, unreadable
    from tui.store.repair import repair as carry_out

    if options.demo:
        raise Trouble("The sample network has no file. kith doctor without --demo looks at yours.")
    path = path_of(options)
    try:
        found = diagnose(path)
    except OSError as fault:
        raise Trouble(unreadable(path, fault)) from None
    offered = found.ways
    mends = repair and bool(offered)
    if not data:
        say([clean(line) for line in found.lines(clock_of(options, Network()).today())])
    elif not mends:
        print_data(found.plain())
    if found.state in ("new", "whole"):
        return
    if offered and not (repair or data):
        say([f"it can be had back: {clean(way.words)}" for way in offered])
        say([f"Open kith to choose among these; kith doctor --repair takes the first: {offered[0].because}."])
    if not mends:
        raise Trouble(found.sentence())
    if not data:
        say([f"taking: {clean(offered[0].words)}", f"why: {offered[0].because}."])
    done = carry_out(path, clock_of(options, Network()).today(), offered[0])
    if data:
        print_data({**found.plain(), "done": done})
    else:
        say([f"Done. Everything as it was before is kept in {clean(str(done.kept))}."])
