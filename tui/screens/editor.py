"""Long text in an editor of your own: the terminal is handed over, and only text comes back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

_USUAL = ("nano", "vim", "vi", "notepad")
"""Editors looked for where neither VISUAL nor EDITOR names one."""
_LONGEST = 200_000
"""Characters taken back; more is no note."""


class NoEditor(ValueError):
    """No editor could be used; the message says why and what to do, in a sentence."""


def edit_outside(app: App[str], text: str, name: str = "note") -> str:
    """Return a text as it was left in the editor that VISUAL or EDITOR names.

    The text lies in a folder that only its owner can read, together with whatever the editor puts beside it,
    and is removed afterwards, whatever happens.

    Raises:
        NoEditor: if there is none, it ended with an error, or the terminal can't be handed over.
    """
    command = _command()
    folder = Path(tempfile.mkdtemp(prefix="kith-"))
    try:
        path = folder / f"{name}.txt"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        _run(app, [*command, str(path)])
        # Some editors write another file and move it into place: it is read by its name.
        return path.read_text(encoding="utf-8", errors="replace")[:_LONGEST].rstrip("\n")
    except OSError as fault:
        raise NoEditor(f"The text could not be handed over: {fault.strerror}. It is unchanged.") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _command() -> list[str]:
    """Return the editor's command, its arguments apart."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError:
        command = []
    if command and shutil.which(command[0]):
        return command
    if named:
        raise NoEditor(f"The editor “{named}” was not found. Set EDITOR to one, or write here.")
    found = next((path for name in _USUAL if (path := shutil.which(name))), None)
    if found is None:
        raise NoEditor("No editor was found. Set EDITOR to one, or write here.")
    return [found]


def _run(app: App[str], command: list[str]) -> None:
    try:
        with app.suspend():
            done = subprocess.run(command, check=False)
    except SuspendNotSupported:
        raise NoEditor("This terminal can't be handed over to an editor: write here.") from None
    if done.returncode:
        raise NoEditor(f"The editor ended with status {done.returncode}: the text is unchanged.")
