"""Memory of the running program on the large network, against a bare Textual program."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row, Sample, apart, sized
from tests.benchmarks.startup import HELLO, first_row, kith
from tests.benchmarks.watched import Missing, Watched


def memory(bench: Bench) -> Iterator[Row]:
    """Look at the process when it is open, when it was used, and at its peak over its whole life."""
    name = apart(first_row, bench.network(bench.large, "memory"))
    opened, used, loaded, peak, bare = [], [], [], [], []
    for _ in range(bench.rounds(3)):
        path = bench.network(bench.large, "memory")
        with Watched(HELLO, bench.env) as program:
            program.until("Hello, world!")
            program.settled(quiet=0.5)
            bare.append(program.memory()["VmRSS"])
        with Watched(kith(path), bench.env, columns=120, rows=36) as program:
            program.until(name)
            program.settled(quiet=2.0)
            opened.append(program.memory()["VmRSS"])
            loaded.append(program.memory()["VmHWM"])
            for keys in ("2", "/", "maya", "\x1b", "\x1b", "3", "1"):
                program.press(keys)
                program.settled(quiet=0.5)
            used.append(program.memory()["VmRSS"])
            # Below the two events of the queue; putting somebody off makes leaving write the whole file.
            written = path.stat().st_mtime_ns
            for key in "jjx":
                program.press(key)
                program.settled(quiet=0.5)
            program.ended()
            if path.stat().st_mtime_ns == written:
                raise Missing(f"leaving did not write the file:\n{program.screen()}")
        peak.append(program.peak)
    reference = Sample("bare Textual", bare, "MB")
    while_loading = Sample("", loaded, "MB")
    yield Row(
        f"memory resident, {sized(bench.large)}",
        Sample("kith", used, "MB"),
        reference,
        250,
        plain=True,
        notes=(
            f"after contacts, search and events were seen; on the first screen {Sample('', opened, 'MB')}",
        ),
    )
    yield Row(
        f"memory at its peak, {sized(bench.large)}",
        Sample("kith", peak, "MB"),
        reference,
        350,
        plain=True,
        notes=(
            f"over its whole life, the file written on leaving included; up to the first screen {while_loading}",
        ),
    )
