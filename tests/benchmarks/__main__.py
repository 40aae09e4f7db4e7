"""Print how quick Kith is, row by row: the figure, what it is held against, and whether it holds.

Usage: python -m tests.benchmarks [--quick] [--only NAME]...
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.commands import listings
from tests.benchmarks.importing import take_in
from tests.benchmarks.keys import search
from tests.benchmarks.measure import Bench, Row, line, say
from tests.benchmarks.memory import memory
from tests.benchmarks.reckoning import reckon
from tests.benchmarks.saving import save
from tests.benchmarks.startup import start_large, start_usual
from tests.benchmarks.watched import Missing
from tui.clock import Clock

GROUPS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "start-large": start_large,
    "start": start_usual,
    "search": search,
    "save": save,
    "queue": reckon,
    "due": listings,
    "import": take_in,
    "memory": memory,
}


def main() -> int:
    """Measure what was asked for; the status is 1 if something could not be measured, not if it is slow."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--quick", action="store_true", help="small networks, few rounds: does it work at all?"
    )
    parser.add_argument("--only", action="append", choices=GROUPS, help="measure only this; may be repeated")
    parser.add_argument(
        "--place", type=Path, help="a folder on the disk to be measured (the system's for temporary files)"
    )
    parser.add_argument("--khard", type=Path, help="an installed khard; else one is installed for the while")
    chosen = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kith-benchmarks-", dir=chosen.place) as folder:
        bench = Bench(Path(folder), Clock().today(), chosen.quick, chosen.khard)
        busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
        say(
            f"{os.cpu_count()} processors, load {busy}; Python {platform.python_version()}, "
            f"Textual {version('textual')}; on {folder}. Median / p95; what is compared runs in turn."
        )
        if chosen.quick:
            say("Small sizes: the targets are for large ones.")
        say("")
        say(line("what", "kith", "held against", "ratio", "must be", "holds"))
        for name in chosen.only or GROUPS:
            try:
                for row in GROUPS[name](bench):
                    for text in row.lines():
                        say(text)
            except Missing as fault:
                failed += 1
                say(f"{name}: could not be measured. {fault}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
