"""Damages files of every format that Kith reads, again and again from a seed, and sees that none makes it fail.

A damaged file is read, or refused with a reason; nothing else may happen. What was read is put into a network
and taken through the file's own encoding, as a save would, and of people also through a vCard and back.

    python -m tests.exchange.fuzz --rounds 3000 --seed 1

To add a format, add a row to `FORMATS`: where its files are, and what reads one.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tui.actions.importing import import_source
from tui.actions.importing_people import import_people
from tui.demo import sample_network
from tui.exchange.export import Order, exported
from tui.exchange.formats import Source, recognise
from tui.exchange.report import ImportProblem
from tui.exchange.vcard import read_vcards
from tui.exchange.vcard_write import vcards
from tui.model import codec
from tui.model.network import Network
from tui.model.tables import table_of

CORPUS = Path(__file__).parent / "corpus"
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)

_TOKENS = (
    *(
        b"BEGIN:VCARD\r\n",
        b"END:VCARD\r\n",
        b"BEGIN:VEVENT\r\n",
        b"END:VCALENDAR\r\n",
        b"AGENT:\r\nBEGIN:VCARD\r\n",
    ),
    *(
        b'"',
        b'""',
        b",",
        b";",
        b";;;;",
        b":",
        b"=",
        b"=" * 60,
        b"=\r\n",
        b"\\",
        b"\\n",
        b"\t",
        b" ",
        b"\r",
        b"\n",
    ),
    *(
        b"\r\n ",
        b"\x00",
        b"\x1b[31m",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"\xed\xa0\x80",
        "é漢🙂".encode(),
    ),
    *(
        b";ENCODING=QUOTED-PRINTABLE",
        b";ENCODING=BASE64",
        b";CHARSET=nonsense",
        b";CHARSET=utf-16",
        b";TYPE=",
    ),
    *(b"RRULE:FREQ=SECONDLY\r\n", b"DTSTART:99999999T999999\r\n", b"BDAY:--0231\r\n", b"TZID=", b"item1."),
    *(b"{", b"}", b"[", b"null", b"1e999", b"-0", b"9" * 400, b"A" * 5000, b'"uid":', b"PK\x03\x04"),
)

Read = Callable[[bytes], int]
"""Reads the content of a file; returns how many records it found, or raises ImportProblem."""


def _saved(network: Network) -> None:
    """Take every record through the encoding of the network's own file."""
    for record in network.records():
        raw = codec.encode(record)
        raw.decode("utf-8")
        assert codec.decode(table_of(record), raw) == record


def _taken(source: Source) -> int:
    network = Network()
    done = import_source(network, source, NOW)
    network.apply(done.change)
    _saved(network)
    return done.read


def _any(data: bytes) -> int:
    """Read a file as `kith import` does, told apart by its content."""
    return _taken(recognise(data, "damaged"))


def _vcards(data: bytes) -> int:
    """Read vCards, write them, and read them again: as many as were written."""
    found = read_vcards(data, "damaged.vcf", ("US", "DE"))
    network = Network()
    done = import_people(network, found, NOW.date(), source="vcard")
    network.apply(done.change)
    _saved(network)
    people = list(network.contacts.values())
    for version in ("3.0", "4.0"):
        text = vcards(network, people, "3.0" if version == "3.0" else "4.0")
        if people:
            again = read_vcards(text.encode(), "again.vcf")
            assert len(again.people) == len(people), again.skipped
    order = Order(tuple(people), NOW)
    for ending in (".csv", ".md", ".json"):
        exported(network, order, ending)
    return done.read


def _calendar(data: bytes) -> int:
    return _taken(Source("calendar", "damaged.ics", data))


def _archives() -> list[bytes]:
    """Return archives like LinkedIn's, made of the tables."""
    found = []
    for level in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", level) as archive:
            for name, path in (
                ("Connections.csv", "synthetic__linkedin_connections_2023plus.csv"),
                ("messages.csv", "synthetic__linkedin_messages_2026_allquoted.csv"),
            ):
                info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
                archive.writestr(info, (CORPUS / path).read_bytes(), level)
        found.append(out.getvalue())
    return found


def _networks() -> list[bytes]:
    """Return Kith files."""
    network = sample_network(NOW)
    few = tuple(network.contacts.values())[:6]
    return [exported(network, Order(few, NOW), ".json")]


def _files(pattern: str) -> Callable[[], list[bytes]]:
    return lambda: [path.read_bytes() for path in sorted(CORPUS.glob(pattern))]


FORMATS: dict[str, tuple[Callable[[], list[bytes]], Read]] = {
    "vcf": (_files("vcf/*.vcf"), _vcards),
    "csv": (_files("*.csv"), _any),
    "ics": (_files("ics/*.ics"), _calendar),
    "zip": (_archives, _any),
    "json": (_networks, _any),
}
"""Every format: files of it, and what reads one."""


class Outcome(msgspec.Struct):
    """What became of the damaged files of one format."""

    read: int = 0
    refused: int = 0
    crashed: int = 0
    records: int = 0
    slowest: float = 0.0
    """Seconds of the slowest file."""
    reasons: Counter[str] = msgspec.field(default_factory=Counter)
    crashes: list[str] = []


def damaged(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a file with one to five things wrong."""
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 2, 10, 100, 1000)))
        match chance.randrange(11):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + data[to:]
            case 2:
                data = data[:to] + data[at:]
            case 3 | 4 | 5:
                data = data[:at] + chance.choice(_TOKENS) + data[at:]
            case 6:
                data = data[:at] + chance.randbytes(to - at) + data[to:]
            case 7:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                data = b"\n".join(lines)
            case 8:
                other = chance.choice(others)
                data = data[:at] + other[chance.randrange(len(other) + 1) :]
            case 9:
                data = data.replace(b"\r\n", b"\n").replace(
                    b"\n", chance.choice((b"\r", b"\r\n", b"\n\n", b"\n "))
                )
            case _:
                text = data.decode("utf-8", "replace")
                data = text.encode(chance.choice(("utf-16", "cp1252", "utf-8-sig")), "replace")
        data = data[:200_000]
    return data


def run(rounds: int, seed: int, formats: Sequence[str] = tuple(FORMATS)) -> dict[str, Outcome]:
    """Read that many damaged files, the formats in turn; the same for the same seed."""
    chance = random.Random(seed)
    files = {name: FORMATS[name][0]() for name in formats}
    outcomes = {name: Outcome() for name in formats}
    for number in range(rounds):
        name = formats[number % len(formats)]
        data = damaged(chance.choice(files[name]), files[name], chance)
        outcome = outcomes[name]
        start = time.perf_counter()
        try:
            outcome.records += FORMATS[name][1](data)
            outcome.read += 1
        except ImportProblem as problem:
            outcome.refused += 1
            outcome.reasons[" ".join(str(problem).split()[1:6])] += 1
            assert str(problem).strip()
        except Exception:
            outcome.crashed += 1
            outcome.crashes.append(f"round {number} of seed {seed}\n{traceback.format_exc()}")
        outcome.slowest = max(outcome.slowest, time.perf_counter() - start)
    return outcomes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print what became of the files, and fail if one made Kith fail."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=FORMATS, action="append", help="only this one; may be repeated")
    options = parser.parse_args(arguments)
    outcomes = run(options.rounds, options.seed, options.format or tuple(FORMATS))
    say = sys.stdout.write
    say(f"{'format':8}{'files':>8}{'read':>8}{'refused':>9}{'crashed':>9}{'records':>10}{'slowest':>10}\n")
    for name, it in outcomes.items():
        files = it.read + it.refused + it.crashed
        say(
            f"{name:8}{files:8,}{it.read:8,}{it.refused:9,}{it.crashed:9,}{it.records:10,}{it.slowest:9.2f}s\n"
        )
    for name, it in outcomes.items():
        for crash in it.crashes[:5]:
            say(f"\n{name}, {crash}")
    return 1 if any(it.crashed for it in outcomes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
