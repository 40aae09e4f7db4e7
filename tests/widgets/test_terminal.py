"""A terminal that goes without a signal is noticed."""

from __future__ import annotations

import os
import threading

import pytest

from tui.widgets import terminal

LIMIT = 20.0


def test_a_closed_terminal_is_told_and_who_does_not_leave_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    told, ended = threading.Event(), threading.Event()
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    monkeypatch.setattr(os, "_exit", lambda _status: ended.set())
    ours, theirs = os.openpty()
    waiting = threading.Thread(target=terminal._wait, args=(theirs, told.set), daemon=True)
    waiting.start()
    os.write(ours, b"typed\n")  # what is typed is no end
    assert not told.is_set()
    os.close(ours)
    assert told.wait(LIMIT)
    assert ended.wait(LIMIT)
    waiting.join(LIMIT)
    os.close(theirs)


def test_without_a_terminal_nobody_waits() -> None:
    before = threading.active_count()
    terminal.watch(lambda: None)
    assert threading.active_count() == before
