"""A terminal that goes without a signal: the program notices, saves, ends and lets go of the file."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from tui.model.change import Change, Edit
from tui.model.records import Contact
from tui.store.book import Book

TODAY = date(2026, 11, 22)


def test_a_terminal_taken_away_without_a_signal_ends_the_program(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    book = Book.open(path, TODAY)
    book.commit(Change("Met", (Edit(None, Contact(uid="one", name="Ngozi Okafor", added=TODAY)),)))
    book.close()
    ours, theirs = os.openpty()
    # In a session of its own, and with a terminal that it has not opened itself, no SIGHUP reaches it.
    program = subprocess.Popen(
        [sys.executable, "-m", "tui", "--file", str(path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)},
    )
    try:
        os.close(theirs)
        seen = b""
        while b"Follow-ups" not in seen:
            seen += os.read(ours, 1 << 16)
        os.close(ours)
        program.wait(timeout=60)
    finally:
        program.kill()
    again = Book.open(path, TODAY)
    assert not again.read_only
    assert again.network.contacts["one"].name == "Ngozi Okafor"
    again.close()
