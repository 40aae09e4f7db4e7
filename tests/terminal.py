"""A real program in a real pseudo-terminal: typed at, and read as a person would see it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

LIMIT = 30.0
"""Seconds after which something that should be on the screen counts as missing."""

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
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
    "space": " ",
    "ctrl+s": "\x13",
    "ctrl+p": "\x10",
    "ctrl+r": "\x12",
    "ctrl+t": "\x14",
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
        places = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
        }
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            cwd=str(cwd) if cwd else None,
            env={**places, **(env or {})},  # type: ignore[arg-type]
            timeout=LIMIT,
        )

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

    def wait(self, holds: Callable[[str], bool], what: str) -> str:
        """Read until the screen is as wanted, and return it.

        Raises:
            AssertionError: if it never is; the message shows the screen.
        """
        while not holds(self.text):
            try:
                self._stream.feed(self.process.read_nonblocking(65536, timeout=LIMIT))
            except (pexpect.TIMEOUT, pexpect.EOF) as missing:
                raise AssertionError(f"{what} never came ({type(missing).__name__}):\n{self.text}") from None
        return self.text

    def wait_for(self, words: str) -> str:
        """Read until words stand on the screen."""
        return self.wait(lambda text: words in text, f"“{words}”")

    def wait_gone(self, words: str) -> str:
        """Read until words stand on the screen no more."""
        return self.wait(lambda text: words not in text, f"the end of “{words}”")

    def send(self, *keys: str) -> None:
        """Press keys by name, or type text."""
        for key in keys:
            self.process.send(KEYS.get(key, key))

    def ended(self) -> int:
        """Read until the program ends, and return its status."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        return int(self.process.exitstatus if self.process.exitstatus is not None else -1)
