"""Reading a table of text (CSV) as it really comes: any encoding, any delimiter, notes above the header.

The header row is found by what it says. Line numbers are those that an editor shows. One damaged row
costs that row alone: a quotation mark that is never closed does not swallow the people after it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from tui.exchange.report import ImportProblem, Skipped, line

LARGEST = 200_000_000
"""Bytes of the largest file that is read; a LinkedIn export of 30,000 people has about 5,000,000."""
_HEADER_WITHIN = 1000
_HEADER_LENGTH = 20_000
_START = 300_000
"""Characters in which a header stands, if there is one."""
_DELIMITERS = ",;\t|"
_ROW_SPANS = 60
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

Row = tuple[int, list[str]]
"""Line on which a row starts, and its cells."""


class Table(msgspec.Struct, frozen=True):
    """A header row, the rows below it, and the rows that could not be read."""

    header: tuple[str, ...]
    """Cells of the header row."""
    rows: list[Row]
    """Rows that are not blank, each with as many cells as the header or fewer."""
    skipped: tuple[Skipped, ...]
    """Rows that are damaged."""


def read_bytes(path: Path) -> bytes:
    """Read a file to be imported.

    Raises:
        ImportProblem: if it is not there, can't be read, is empty, or is larger than `LARGEST`.
    """
    try:
        if path.is_dir():
            raise ImportProblem(f"{path} is a folder: name the file inside it that you want to import.")
        if path.stat().st_size > LARGEST:
            raise ImportProblem(
                f"{path} is larger than {LARGEST // 1_000_000} MB, too large to be a list of people."
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise ImportProblem(f"There is no file {path}: check the path and try again.") from None
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        if isinstance(fault, ImportProblem):
            raise
        raise ImportProblem(f"{path} can't be read ({why}): check the path and its permissions.") from None
    if not data.strip():
        raise ImportProblem(f"{path} is empty: there is nothing in it to import.")
    return data


def decode(data: bytes) -> str:
    """Return bytes as text: by byte order mark, else UTF-8, else Windows-1252, which older exports use.

    Never fails. Control characters other than tabs and line breaks are left out: no name has them.
    """
    return _CONTROL.sub("", _decode(data))


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    start = data[:400]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(zeros) > 10 and zeros.count(0) > 0.9 * len(zeros):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; Latin-1 gives each byte some character.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


class Start(msgspec.Struct, frozen=True):
    """A row that may be a header."""

    at: int
    """Its line, from 0."""
    delimiter: str
    """What stands between its cells."""
    cells: tuple[str, ...]
    """Its cells."""


def starts_of(text: str, within: int = _HEADER_WITHIN) -> Iterator[Start]:
    """Yield each row near the beginning as it would read with each delimiter that is in it."""
    lines = list(io.StringIO(text[:_START], newline=""))
    for at, words in enumerate(lines[:within]):
        if len(words) > _HEADER_LENGTH:
            continue
        for delimiter in _DELIMITERS:
            if delimiter in words:
                yield Start(at, delimiter, tuple(next(csv.reader([words], delimiter=delimiter))))


def table_from(text: str, start: Start, *, headless: bool = False) -> Table:
    """Read the table below a header row; of one without a header, that row is the first of the rows."""
    lines = list(io.StringIO(text, newline=""))
    width = len(start.cells)
    header = tuple(f"column {number}" for number in range(1, width + 1)) if headless else start.cells
    rows, skipped = _rows(lines, start.at + (not headless), start.delimiter, width)
    return Table(header, rows, skipped)


def read_table(text: str, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    """Read the table whose header row answers a description, or return None if no row does."""
    start = next((it for it in starts_of(text) if is_header(it.cells)), None)
    return table_from(text, start) if start else None


class _Feed:
    """Hands lines to the csv module, at most so many for one row, and can be set back."""

    def __init__(self, lines: list[str], at: int) -> None:
        self.lines, self.at, self.until = lines, at, len(lines)

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        at = self.at
        if at >= self.until:
            raise StopIteration
        self.at = at + 1
        return self.lines[at]


def _rows(lines: list[str], start: int, delimiter: str, width: int) -> tuple[list[Row], tuple[Skipped, ...]]:
    rows: list[Row] = []
    skipped: list[Skipped] = []
    feed = _Feed(lines, _plain_rows(lines, start, delimiter, width, rows))
    reader = csv.reader(feed, delimiter=delimiter)
    while feed.at < len(lines):
        first = feed.at
        feed.until = min(first + _ROW_SPANS, len(lines))
        try:
            cells = next(reader)
            fault = "" if len(cells) == width and feed.at == first + 1 else None
        except csv.Error:
            cells, fault = [], f"a cell is longer than {csv.field_size_limit():,} characters"
        if fault is None:
            fault = _fault(cells, lines[first : feed.at], delimiter, width)
        if not fault:
            if cells:
                rows.append((first + 1, cells))
            continue
        skipped.append(Skipped(line(first + 1), fault))
        if feed.at != first + 1:
            # The row ran over line breaks that were not its own: take it up again after its first line.
            feed.at = first + 1
            reader = csv.reader(feed, delimiter=delimiter)
    return rows, tuple(skipped)


def _plain_rows(lines: list[str], start: int, delimiter: str, width: int, rows: list[Row]) -> int:
    """Read rows of one line each, in a third of the time, up to the first that is anything else; return its place."""
    reader = csv.reader((lines[place] for place in range(start, len(lines))), delimiter=delimiter)
    at = start
    try:
        for cells in reader:
            if len(cells) != width or reader.line_num != at - start + 1:
                break
            at += 1
            rows.append((at, cells))
    except csv.Error:
        pass
    return at


def _fault(cells: list[str], taken: list[str], delimiter: str, width: int) -> str:
    """Say what is wrong with a row that spans several lines or has an unusual number of cells."""
    if len(taken) > 1:
        swallowed = any(words.count(delimiter) >= width - 1 for words in taken[1:])
        if swallowed or len(cells) != width:
            return "a quotation mark is not closed, so the row has no clear end"
    if len(cells) > width:
        if any(cell.strip() for cell in cells[width:]):
            return (
                f"{len(cells)} cells under a header of {width}: a comma in one may lack its quotation marks"
            )
        del cells[width:]
    return ""
