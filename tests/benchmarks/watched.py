"""A program in a pseudo-terminal, watched as cheaply as can be: bytes are noted with the moment they came.

Nothing is interpreted while the clock runs. What stood on the screen at which moment is read from the notes
afterwards, by pyte.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType

import pyte

LIMIT = 30.0
"""Seconds after which something that should come counts as missing."""


class Missing(RuntimeError):
    """What should have come on the screen did not."""


class Watched:
    """One program, from its start on."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], *, columns: int = 80, rows: int = 24
    ) -> None:
        self.size = columns, rows
        self.notes: list[tuple[float, bytes]] = []
        """What came, and when, in seconds of the same clock as `started`."""
        self.peak = 0.0
        """Most memory it ever had resident, in megabytes; known once it has ended."""
        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        of_terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
        self._terminal = ours
        self._status: int | None = None
        self._busy = time.process_time()
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**env, **of_terminal},
            start_new_session=True,
            close_fds=True,
        )
        os.close(theirs)

    def __enter__(self) -> Watched:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        os.close(self._terminal)

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    @property
    def watching(self) -> float:
        """Seconds of processor time that this process has used since the program was started."""
        return time.process_time() - self._busy

    def until(self, text: str) -> float:
        """Read until text was written in one piece; return the seconds from the start to it.

        Raises:
            Missing: if it never was; the message shows the screen.
        """
        wanted, tail = text.encode(), b""
        while True:
            moment, came = self._read(LIMIT)
            if not came or moment > self.started + LIMIT:
                raise Missing(f"“{text}” never came:\n{self.screen()}")
            if wanted in (tail := tail[-len(wanted) :] + came):
                return moment - self.started

    def settled(self, quiet: float = 0.4, patience: float = 5.0) -> None:
        """Read until something came and then nothing for a while; at most for `patience`.

        A cursor that blinks writes every half second, so `quiet` is less while one does.
        """
        over = time.perf_counter() + patience
        came = self._read(patience)[1]
        while came and time.perf_counter() < over:
            came = self._read(quiet)[1]

    def press(self, keys: str) -> float:
        """Send keys, and return the moment."""
        moment = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return moment

    def screens(self) -> Iterator[tuple[float, pyte.Screen]]:
        """Yield the screen as it was after each piece that came, with the moment; the same object each time."""
        screen = pyte.Screen(*self.size)
        stream = pyte.ByteStream(screen)
        for moment, came in self.notes:
            stream.feed(came)
            yield moment, screen

    def screen(self) -> str:
        """Return what stands on the screen."""
        text = ""
        for _, screen in self.screens():
            text = "\n".join(line.rstrip() for line in lines_of(screen))
        return text

    def memory(self) -> dict[str, float]:
        """Return what the kernel says of the process's memory now, in megabytes (VmRSS, VmHWM ...)."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:  # noqa: PTH123 - no file on a disk
            told = (line.split() for line in status)
            return {words[0].rstrip(":"): int(words[1]) / 1024 for words in told if words[-1] == "kB"}

    def ended(self, keys: str = "q") -> int:
        """Send keys that end the program, wait for it, and return its exit status.

        Raises:
            Missing: if it does not end; the message shows the screen.
        """
        over = self.press(keys) + LIMIT
        while self._read(LIMIT)[1]:
            if time.perf_counter() > over:
                raise Missing(f"the program did not end:\n{self.screen()}")
        return self._reap()

    def _read(self, patience: float) -> tuple[float, bytes]:
        """Return what came, and when; no bytes if nothing did, or the program has ended."""
        ready, _, _ = select.select([self._terminal], [], [], patience)
        moment = time.perf_counter()
        try:
            came = os.read(self._terminal, 1 << 16) if ready else b""
        except OSError:
            came = b""
        if came:
            self.notes.append((moment, came))
        return moment, came

    def _reap(self) -> int:
        if self._status is None:
            _, status, used = os.wait4(self.pid, 0)
            self._status = self._process.returncode = os.waitstatus_to_exitcode(status)
            self.peak = used.ru_maxrss / 1024
        return self._status


def lines_of(screen: pyte.Screen) -> tuple[str, ...]:
    """Return what stands on each line; `Screen.display` fails on marks that join what is beside them."""
    return tuple(
        "".join(screen.buffer[row][column].data for column in range(screen.columns))
        for row in range(screen.lines)
    )
