"""`kith due` against `khard list`, another program's list of as many people."""

from __future__ import annotations

import subprocess
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.measure import Bench, Row, Sample, apart, in_turn
from tests.benchmarks.startup import kith
from tui.clock import Clock
from tui.store.book import Book

_LIMIT = 0.5


def cards(path: Path, folder: Path) -> None:
    """Write everybody in a network as vCards, one a file."""
    book = Book.open(path, Clock().today(), read_only=True)
    for person in book.network.contacts.values():
        lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{person.uid}",
            f"FN:{_escaped(person.name)}",
            f"N:{_escaped(person.family)};{_escaped(person.given)};;;",
            f"ORG:{_escaped(person.organization)}",
            f"TITLE:{_escaped(person.title)}",
            *(f"EMAIL:{email}" for email in person.emails),
            *(f"TEL:{phone}" for phone in person.phones),
            "END:VCARD",
            "",
        ]
        (folder / f"{person.uid}.vcf").write_bytes("\r\n".join(lines).encode())


def listings(bench: Bench) -> Iterator[Row]:
    """List who is due, and list cards."""
    path = bench.network(bench.usual, "due")
    what = f"kith due, {bench.usual[0]:,} contacts"
    khard, why = _khard(bench)
    if khard is None:
        (figures,) = in_turn(bench.rounds(15), lambda: _took(kith(path, "due"), bench.env))
        yield Row(what, Sample("kith", figures), Sample("no khard", [0.0]), _LIMIT, notes=(why,))
        return
    folder = bench.place / "cards"
    folder.mkdir()
    apart(cards, path, folder)
    config = bench.place / "khard.conf"
    config.write_text(f"[addressbooks]\n[[all]]\npath = {folder}\n", encoding="utf-8")
    listing = (str(khard), "-c", str(config), "list")
    shown = subprocess.run(listing, check=True, capture_output=True, env=bench.env).stdout.count(b"\n")
    figures, references = in_turn(
        bench.rounds(15), lambda: _took(kith(path, "due"), bench.env), lambda: _took(listing, bench.env)
    )
    notes = (f"khard listed {shown - 2:,} cards",)
    yield Row(what, Sample("kith", figures), Sample("khard list", references), _LIMIT, notes=notes)


def _took(command: Sequence[str], env: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, env=env)
    return time.perf_counter() - start


def _khard(bench: Bench) -> tuple[Path | None, str]:
    """Return where khard is, installed into a place of its own if need be, or why it is not."""
    if bench.khard is not None:
        return bench.khard, ""
    home = bench.place / "khard"
    try:
        venv.create(home, with_pip=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "-q", "khard"]
        subprocess.run(pip, check=True, capture_output=True, env=bench.env)
    except (OSError, subprocess.CalledProcessError) as fault:
        return None, f"khard could not be installed ({fault}), so there is nothing to hold it against"
    return home / "bin" / "khard", ""


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
