"""Write a network of any size, the same for the same seed and day, as the store itself writes one.

python -m tests.benchmarks.generate OUT.json --contacts 30000 --interactions 100000 --seed 1
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from pathlib import Path

import msgspec

from tests.benchmarks.network import network
from tui.model.base import Record
from tui.model.records import Meta
from tui.model.tables import TABLES, table_of
from tui.paths import backups_of, journal_of, lock_of, old_journal_of, previous_of
from tui.store.datafile import Contents, chunks, resting_collector
from tui.store.disk import Disk

DAY = dt.date(2026, 11, 21)
"""The day on which a network stands if no other is asked for."""


def write(path: Path, contacts: int, interactions: int, seed: int = 1, on: dt.date = DAY) -> Counter[str]:
    """Write a network in place of what the path holds; return how many records each table has."""
    with resting_collector():
        rows: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
        for record in network(contacts, interactions, seed, on):
            rows[table_of(record)][record.uid] = record
        numbers = {name: {uid: place for place, uid in enumerate(held, 1)} for name, held in rows.items()}
        meta = rows["meta"]["meta"]
        assert isinstance(meta, Meta)
        highest = {name: len(held) for name, held in rows.items() if held}
        meta = msgspec.structs.replace(meta, numbers=highest, written=meta.opened)
        rows["meta"]["meta"] = meta
        disk = Disk()
        for beside in (journal_of(path), old_journal_of(path), previous_of(path), lock_of(path)):
            disk.remove(beside)
        disk.put(path, b"".join(chunks(Contents(rows, numbers, {}, {}, meta, [], []))))
    return Counter(highest)


def main() -> int:
    """Write the file that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT.json", help="the file to write")
    parser.add_argument("--contacts", type=_count, default=1_000, metavar="N")
    parser.add_argument("--interactions", type=_count, default=3_000, metavar="M")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument(
        "--on",
        type=dt.date.fromisoformat,
        default=DAY,
        metavar="DATE",
        help=f"the day on which it stands ({DAY})",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that a Kith has used")
    chosen = parser.parse_args()
    if chosen.interactions and not chosen.contacts:
        parser.error("interactions need contacts")
    used = next((it for it in (journal_of(chosen.out), backups_of(chosen.out)) if it.exists()), None)
    if used and not chosen.force:
        parser.error(f"{used} is there: {chosen.out} may be somebody's network. --force writes over it.")
    held = write(chosen.out, chosen.contacts, chosen.interactions, chosen.seed, chosen.on)
    told = ", ".join(f"{count:,} {name.replace('_', '-')}" for name, count in held.items() if name != "meta")
    sys.stdout.write(f"wrote {chosen.out}: {told}; {chosen.out.stat().st_size / 1e6:.1f} MB\n")
    return 0


def _count(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError("may not be negative")
    return value


if __name__ == "__main__":
    sys.exit(main())
