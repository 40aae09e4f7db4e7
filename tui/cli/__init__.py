"""The command line: opens the book, asks the rules, prints what the view says.

One module a subject. Textual is loaded only for the full screen, and most else only by the command that needs
it: `kith due` is quick.
"""

from __future__ import annotations

import click

from tui.cli.group import Kith
from tui.opening import Options, shared


@click.group(cls=Kith, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@shared
@click.version_option(package_name="kith-tui", prog_name="kith")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep your network: arrive prepared, write promises down, keep every one of them.

    Without a command, opens the full screen.
    """
    options = ctx.ensure_object(Options)
    if ctx.invoked_subcommand is None:
        from tui.cli.screen import full_screen

        ctx.exit(full_screen(options))
