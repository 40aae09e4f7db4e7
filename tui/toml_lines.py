"""Lines of a TOML file: where a value stands, and what to write instead of a line that is no TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_SHOWN = 40
"""Characters of a line that are quoted."""
_QUOTES = "\"'‘’“”„«»"


def line_of(text: str, name: str) -> int:
    """Return the line on which a value stands ('tone', 'tiers.inner'), else that of its table; 1 if neither is there.

    Lists and texts over several lines, which no settings need, may hide a line.
    """
    table, _, last = name.rpartition(".")
    nearest = 1
    for number, whole, value in _lines(text):
        if whole == name:
            return number
        if table and whole == table:
            if re.search(rf"[{{,]\s*[\"']?{re.escape(last)}[\"']?\s*=", value):
                return number
            nearest = number
    return nearest


def broken(text: str, fault: str, path: Path) -> str:
    """Say on which line a file is no TOML, and what to write there, as two sentences.

    Args:
        text: what is in the file.
        fault: what tomllib says of it.
        path: where it is.
    """
    lines = text.splitlines()
    found = re.search(r"at line (\d+)", fault)
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    number = min(int(found[1]), last) if found else last
    line = lines[number - 1].strip() if lines else ""
    quoted = line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
    return f"{path}, line {number}: “{quoted}” can't be read. {_instead(line, fault)}"


def _instead(line: str, fault: str) -> str:
    """Return what to write instead of a line, as a sentence."""
    name, sign, value = (part.strip() for part in line.partition("="))
    value = value.partition(" #")[0].strip()
    if fault.startswith("Cannot overwrite"):
        return f"{name} is set twice: take one of the two lines out."
    if "twice" in fault:
        return "There are two parts of that name: put their lines together below one of them."
    if line.startswith("["):
        return "A line that heads a part is its name in square brackets, as in [tiers]."
    if not sign or not name:
        return 'Write a name, an equals sign and a value, as in tone = "warm".'
    if value.startswith(("{", "[")):
        return (
            f"What is opened there is never closed; write a line [{name}], and each value on a line below it."
        )
    if "\\" in value:
        return f"A backslash needs single quotes around the text, as in {name} = '{value.strip(_QUOTES)}'."
    if number := re.match(r"0*(\d+)", value):
        return f"A number stands alone, as in {name} = {number[1]}."
    return f'A text stands in straight quotes, as in {name} = "{value.strip(_QUOTES).strip()}".'


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each line that names something: its number, the whole name, and what is behind the equals sign."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        written = line.strip()
        if written.startswith("["):
            table = _plain(written.partition("]")[0].strip("["))
            yield number, table, ""
        elif written and not written.startswith("#"):
            name, _, value = written.partition("=")
            yield number, f"{table}.{_plain(name)}" if table else _plain(name), value


def _plain(name: str) -> str:
    """Return a name, dotted or not, without quotes and blanks."""
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
