"""Plain text out: lines and JSON in which nothing stored can act on a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from tui.view.cells import clean, fit, width

# What `clean` drops and JSON allows to stand as it is. C0 controls and quotes are escaped by the encoder.
_ACTS = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

UNLIMITED = 100_000
"""Width of a page that is no terminal: lines are broken by whoever reads them."""


def as_json(value: Any) -> bytes:
    """Return a value as JSON for programs: UTF-8, days in ISO 8601, control characters escaped and kept."""
    try:
        encoded = msgspec.json.encode(value, enc_hook=str)
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 can't carry
        encoded = msgspec.json.encode(_whole(msgspec.to_builtins(value, enc_hook=str)))
    text = msgspec.json.format(encoded, indent=2).decode()
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def table(rows: Sequence[Sequence[str]], wide: int, widest: Sequence[int] = ()) -> list[str]:
    """Return rows as aligned lines; the last column takes what is left and is cut at `wide` cells.

    Columns are as wide as what stands in them, at most as `widest` says. On an unlimited page nothing is cut.
    """
    cells = [[clean(cell) for cell in row] for row in rows]
    count = max(map(len, cells), default=0)
    limits = [*widest, *([UNLIMITED] * (count - len(widest)))]
    sizes = [
        min(limits[column], max((width(row[column]) for row in cells if column < len(row)), default=0))
        for column in range(count)
    ]
    lines = []
    for row in cells:
        parts = [
            cell + " " * (size - width(cell)) if wide >= UNLIMITED else fit(cell, size)
            for size, cell in zip(sizes, row, strict=False)
        ]
        line = "  ".join(parts).rstrip()
        lines.append(line if width(line) <= wide else fit(line, wide).rstrip())
    return lines


def _whole(value: Any) -> Any:
    """Return plain data with halves of surrogate pairs replaced by question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list) else value
