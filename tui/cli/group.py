"""The commands as a group: each is loaded when it is asked for, and what is refused is said in one line."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

import click

from tui.actions.interactions import Refused
from tui.model.network import Conflict
from tui.opening import Trouble
from tui.store.faults import CannotKeep, CannotOpen, NotSaved, ReadOnly

F = TypeVar("F", bound=Callable[..., Any])

COMMANDS = {
    "add": "capture:add",
    "brief": "events:brief",
    "doctor": "care:doctor",
    "due": "queue:due",
    "export": "files:export_file",
    "give": "giving:give",
    "import": "files:import_files",
    "insights": "insights:insights",
    "list": "contacts:list_contacts",
    "serve": "serve:serve",
    "share": "giving:share",
    "show": "contacts:show",
    "starters": "contacts:starters",
}
"""Every command: the module of this package that holds it, and its name there."""


class Kith(click.Group):
    """The commands; what store and rules refuse is said in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"tui.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that can't show a letter shows a question mark instead.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except (CannotOpen, ReadOnly, NotSaved, CannotKeep, Conflict, Refused) as fault:
            raise Trouble(str(fault)) from None
        except OSError as fault:
            if fault.errno == errno.EPIPE:
                raise
            # What is left in the stream would fail again when Python ends.
            sys.stdout = io.StringIO()
            raise Trouble(f"The answer could not be printed: {fault.strerror}.") from None


def as_data(command: F) -> F:
    """Give a command the option to print JSON."""
    return click.option("--json", "data", is_flag=True, help="Print JSON, for programs.")(command)
