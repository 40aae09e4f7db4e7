"""Which program wrote a file: told by what is in it, never by its name alone.

The table of what is read stands here; what each column becomes stands in the table of its own format
(`linkedin`, `google`, `outlook`, `attendees`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from tui.exchange import attendees, guessing, linkedin, linkedin_invitations, linkedin_messages
from tui.exchange.columns import Sheet, fits, header_key, sheet_of
from tui.exchange.report import ImportProblem
from tui.exchange.table import Start, Table, decode, starts_of, table_from

Kind = Literal[
    "connections", "messages", "invitations", "own", "sheet", "vcard", "calendar", "kith", "archive"
]

WORDS: dict[Kind, str] = {
    "connections": "LinkedIn connections",
    "messages": "LinkedIn messages",
    "invitations": "LinkedIn invitations",
    "own": "your own LinkedIn profile",
    "sheet": "a table of people",
    "vcard": "vCards",
    "calendar": "a calendar",
    "kith": "another Kith file",
    "archive": "a zip archive",
}
"""Each kind of file, for people."""
KNOWN_KINDS = (
    "Kith reads LinkedIn's Connections.csv, messages.csv and Invitations.csv or the zip they come in, vCards"
    " (.vcf), calendars (.ics), contacts of Google and Outlook (.csv), guest lists of Luma, Eventbrite and"
    " Meetup, any table with a column of names, and other Kith files."
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURE_WITHIN = 60
_CARD = re.compile(r"^\s*BEGIN\s*:\s*VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_CALENDAR = re.compile(r"^\s*BEGIN\s*:\s*VCALENDAR\s*$", re.IGNORECASE | re.MULTILINE)
_FEWEST = 2
_NAMED: tuple[tuple[tuple[str, ...], Kind], ...] = (((".vcf", ".vcard"), "vcard"), ((".ics",), "calendar"))


class Source(msgspec.Struct, frozen=True):
    """A file, and what it is."""

    kind: Kind
    """What it is."""
    name: str
    """What a message calls it."""
    data: bytes = b""
    """Its content as it is, for kinds that are not read as a table."""
    text: str = ""
    """Its content as text, for LinkedIn's connections."""
    table: Table | None = None
    """Its rows, for LinkedIn's other tables."""
    sheet: Sheet | None = None
    """Its rows and what its columns become, for tables of people."""

    @property
    def words(self) -> str:
        """What it is, for people."""
        return self.sheet.format.words if self.sheet else WORDS[self.kind]

    @property
    def guessed(self) -> bool:
        """Tell whether its columns were guessed, and are to be looked at."""
        return self.sheet is not None and self.sheet.guessed


def recognise(data: bytes, name: str) -> Source:
    """Return what a file is.

    Raises:
        ImportProblem: if it is nothing that Kith reads.
    """
    found = known_kind(data, name)
    if found is None:
        # Its name says what it should be: the reader of that kind knows best what is missing.
        for endings, kind in _NAMED:
            if name.lower().endswith(endings):
                return Source(kind, name, data)
        raise ImportProblem(f"{name} is of no kind that Kith knows. {KNOWN_KINDS}")
    return found


def known_kind(data: bytes, name: str, *, any_table: bool = True) -> Source | None:
    """Return what a file is, or None if nothing that is read; without `any_table`, none whose columns are guessed."""
    if data.startswith(_ZIP):
        return Source("archive", name, data)
    if _is_binary(data):
        return None
    head = data[:200_000]
    start = decode(head)[:100_000].replace("\r", "\n")
    for pattern, kind in ((_CARD, "vcard"), (_CALENDAR, "calendar")):
        if pattern.search(start):
            return Source(kind, name, data)  # type: ignore[arg-type]
    if start.lstrip("\ufeff \t\r\n").startswith("{"):
        return Source("kith", name, data)
    text = decode(data)
    for found in starts_of(text):
        for kind, is_header in _HEADERS.items():
            if is_header(found.cells):
                if kind == "connections":
                    return Source(kind, name, text=text)
                return Source(kind, name, table=table_from(text, found))
        for format in attendees.KNOWN:
            if fits(format, found.cells):
                sheet = sheet_of(format, table_from(text, found), name)
                fields = guessing.extra_fields(format, sheet.header, sheet.fields)
                return Source("sheet", name, sheet=msgspec.structs.replace(sheet, fields=fields))
    return _guessed(text, name) if any_table else None


def _guessed(text: str, name: str) -> Source | None:
    """Return a table of no known kind: below the row with most known headers, else a plain grid of cells."""
    candidates = list(starts_of(text, _SURE_WITHIN))
    alone = _one_column(text)
    best = max((*candidates, *alone), key=_known_headers, default=None)
    if best is not None and _known_headers(best):
        return Source("sheet", name, sheet=guessing.guess(table_from(text, best), name))
    widths: dict[tuple[str, int], list[Start]] = {}
    for it in candidates:
        widths.setdefault((it.delimiter, len(it.cells)), []).append(it)
    grid = max(widths.values(), key=lambda rows: (len(rows), len(rows[0].cells)), default=[])
    lines = sum(1 for line in text.splitlines()[:_SURE_WITHIN] if line.strip())
    # Prose has commas too, but not as many in each of its lines.
    if len(grid) < _FEWEST or len(grid) < 0.6 * lines:
        return None
    first = grid[0]
    if (first.delimiter, len(first.cells)) == (",", 2) and not any(
        guessing.is_value(it) for row in grid for it in row.cells
    ):
        return None
    headless = any(guessing.is_value(cell) for cell in first.cells)
    return Source("sheet", name, sheet=guessing.guess(table_from(text, first, headless=headless), name))


def _one_column(text: str) -> list[Start]:
    """Return the first line of a list of names alone, where it is called so."""
    for at, line in enumerate(text[:2000].splitlines()):
        if line.strip():
            return [Start(at, ",", (line.strip().strip('"'),))]
    return []


def _known_headers(start: Start) -> int:
    known = sum(1 for cell in start.cells if header_key(cell) in guessing.headers())
    names = any(
        guessing.headers().get(header_key(cell)) in ("name", "given", "family") for cell in start.cells
    )
    return 2 * known + names if known and (names or known >= _FEWEST) else 0


def _is_binary(data: bytes) -> bool:
    """Tell whether a file is no text in any encoding: control characters that no text has."""
    head = data[:4000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[1::2].count(0) > 0.4 * len(head) / 2:
        return False
    if head[::2].count(0) > 0.4 * len(head) / 2:
        return False
    return len(_BINARY.findall(head)) > max(2, len(head) // 100)


_HEADERS: dict[Kind, Callable[[Sequence[str]], bool]] = {
    "connections": linkedin.is_connections,
    "messages": linkedin_messages.is_messages,
    "invitations": linkedin_invitations.is_invitations,
    "own": linkedin_invitations.is_own_profile,
}
