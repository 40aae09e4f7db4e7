"""A real program in a real pseudo-terminal: typed at, and read as a person would see it."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

LIMIT = 20.0
"""Seconds after which something that should be on the screen counts as missing."""

_ASKS, _YES = b"\x1b[?2026$p", "\x1b[?2026;2$y"
"""The program asks whether the terminal shows a frame only when it is whole, and the answer."""
_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"
"""What stands around a frame."""

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "space": " ",
    "ctrl+s": "\x13",
    "ctrl+p": "\x10",
    "ctrl+r": "\x12",
    "ctrl+t": "\x14",
    "ctrl+z": "\x1a",
    "delete": "\x1b[3~",
}


class Terminal:
    """One program in one pseudo-terminal; the screen is kept by pyte."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._half_painted = False
        self._tail = b""
        # Of these two the program would believe the size of the window, if they were set.
        told = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}}
        places = {
            **told,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
        }
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            cwd=str(cwd) if cwd else None,
            env={**places, **(env or {})},
            timeout=LIMIT,
        )
        self.process.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.close(force=True)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def _read(self, limit: float) -> None:
        """Take in what the program writes next; a frame that it has begun counts once it is whole."""
        came = self.process.read_nonblocking(65536, timeout=limit)
        self._stream.feed(came)
        if _ASKS in came:
            self.process.send(_YES)
        # A mark may be cut in two by the end of what was read.
        self._tail = self._tail[-len(_BEGIN) :] + came
        begun, ended = self._tail.rfind(_BEGIN), self._tail.rfind(_END)
        if begun != ended:
            self._half_painted = begun > ended

    def wait(self, holds: Callable[[str], bool], what: str) -> str:
        """Read until the screen is as wanted, and return it.

        Raises:
            AssertionError: if it never is; the message shows the screen.
        """
        end = time.monotonic() + LIMIT
        while self._half_painted or not holds(self.text):
            try:
                self._read(max(end - time.monotonic(), 0.0))
            except (pexpect.TIMEOUT, pexpect.EOF) as missing:
                raise AssertionError(f"{what} never came ({type(missing).__name__}):\n{self.text}") from None
        return self.text

    def wait_for(self, *words: str) -> str:
        """Read until words stand on the screen, all of them at once."""
        return self.wait(lambda text: all(it in text for it in words), f"“{'” and “'.join(words)}”")

    def wait_gone(self, words: str) -> str:
        """Read until words stand on the screen no more."""
        return self.wait(lambda text: words not in text, f"the end of “{words}”")

    def send(self, *keys: str) -> None:
        """Press keys by name, or type text."""
        for key in keys:
            self.process.send(KEYS.get(key, key))

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def kill(self) -> str:
        """Kill the program where it stands, and return what it had painted by then."""
        self.process.kill(signal.SIGKILL)
        with contextlib.suppress(pexpect.EOF, pexpect.TIMEOUT):
            while True:
                self._read(LIMIT)
        self.process.close(force=True)
        return self.text

    def ended(self) -> int:
        """Read until the program ends, and return its status; of one that was killed, the signal below zero."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        if self.process.exitstatus is None:
            return -int(self.process.signalstatus or 0)
        return int(self.process.exitstatus)
