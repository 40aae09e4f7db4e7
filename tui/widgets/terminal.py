"""Whether the terminal is still there: it can go without a signal, and Textual then reads nothing for ever."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable

PATIENCE = 10.0
"""Seconds that whoever is told has to leave; then the process ends: all that was acknowledged is on the disk."""


def watch(gone: Callable[[], None]) -> None:
    """Call `gone`, in a thread of its own, when the terminal has been taken away.

    A closed window sends SIGHUP to the program that it is the controlling terminal of, and to no other: not to one that
    was started from a service, by `setsid`, or in a container. Waiting for it costs nothing: poll(2) tells of a
    hang-up unasked.
    """
    stdin = sys.__stdin__
    if stdin is None or not hasattr(select, "poll") or not stdin.isatty():
        return
    threading.Thread(target=_wait, args=(stdin.fileno(), gone), name="kith-terminal", daemon=True).start()


def _wait(descriptor: int, gone: Callable[[], None]) -> None:
    looking = select.poll()
    looking.register(descriptor, 0)
    ((_, told),) = looking.poll()
    if told & select.POLLNVAL:
        return  # a system whose terminals can't be polled
    gone()
    threading.Event().wait(PATIENCE)
    os._exit(1)
