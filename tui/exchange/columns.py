"""Tables of people: which column means what, as a table for each format, and the rows read by it.

A column becomes one of `FIELDS`. Headers are compared folded, with '#' in place of any number, so that
'E-mail 2 - Value' is known by 'e-mail # - value'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from tui.exchange.report import Skipped
from tui.exchange.table import Row, Table
from tui.model.text import fold, one_line

FIELDS: dict[str, str] = {
    "": "left out",
    "name": "full name",
    "given": "given name",
    "family": "family name",
    "email": "email",
    "organization": "organisation",
    "title": "what they do",
    "phone": "phone",
    "profile": "profile or site",
    "place": "place",
    "notes": "notes",
    "answer": "note with its question",
    "status": "whether they come",
    "nickname": "nickname",
    "industry": "industry",
    "groups": "groups",
    "interests": "interests",
    "offers": "can help with",
    "needs": "is looking for",
    "languages": "languages",
    "birthday": "birthday",
    "middle": "middle name",
    "prefix": "before the name (Dr.)",
    "suffix": "after the name (PhD)",
    "country": "country",
    "department": "department",
    "connected": "day you connected",
}
"""Everything that a column can become, with its words; in the order in which a person would want them."""

_SECONDARY = (
    "email.label",
    "phone.label",
    "profile.label",
    "event.label",
    "event.value",
    "custom.label",
    "uid",
)
"""Columns of known formats that mean something beside another column; not offered to choose."""
_DIGITS = re.compile(r"\d+")


class Format(msgspec.Struct, frozen=True):
    """How one program writes a table of people."""

    key: str
    """Short name, kept as `Contact.source` ('google')."""
    words: str
    """What it is, for people ('Google Contacts')."""
    columns: Mapping[str, tuple[str, ...]]
    """Headers by the field that they become; folded, numbers as '#'."""
    marks: frozenset[str] = frozenset()
    """Headers that only this program writes."""
    marked: int = 2
    """So many of the marks tell that a file is of this kind."""
    last: frozenset[str] = frozenset()
    """Headers that come twice, of which the last counts."""
    people_of_event: bool = False
    """True for lists of who comes to an event."""

    def __hash__(self) -> int:
        """Return a hash by the key, which no two formats share; a table of columns has none."""
        return hash(self.key)


class Sheet(msgspec.Struct, frozen=True):
    """A table of people with what each column becomes."""

    format: Format
    """The program that wrote it, or the general one where that was guessed."""
    name: str
    """What a message calls the file."""
    header: tuple[str, ...]
    """Names of the columns."""
    rows: list[Row]
    """The rows below."""
    skipped: tuple[Skipped, ...]
    """Rows that are damaged."""
    fields: tuple[str, ...]
    """What each column becomes, a key of `FIELDS` or a column beside another; as many as the header has."""
    guessed: bool = False
    """True if the columns were guessed, and are to be looked at."""
    sure: bool = True
    """Of a guess: true if a column plainly holds the names."""

    @property
    def named(self) -> bool:
        """Tell whether a column holds names."""
        return not {"name", "given", "family"}.isdisjoint(self.fields)


class Column(msgspec.Struct, frozen=True):
    """One column as it is shown to be looked at."""

    header: str
    """Its name in the file."""
    example: str
    """The first value that is not empty, on one line."""
    field: str
    """What it becomes."""


def header_key(cell: str) -> str:
    """Return a header as it is compared."""
    return _DIGITS.sub("#", fold(one_line(cell)))


def fits(format: Format, cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of a format: enough of its marks, and a column with names."""
    keys = {header_key(cell) for cell in cells}
    return len(keys & format.marks) >= format.marked and not keys.isdisjoint(_names_of(format))


def fields_of(format: Format, header: Sequence[str]) -> tuple[str, ...]:
    """Return what each column of a known format becomes."""
    known = _by_header(format)
    keys = [header_key(cell) for cell in header]
    return tuple(
        "" if key in format.last and key in keys[place + 1 :] else known.get(key, "")
        for place, key in enumerate(keys)
    )


def sheet_of(format: Format, table: Table, name: str) -> Sheet:
    """Return the table of a known format as a sheet."""
    return Sheet(format, name, table.header, table.rows, table.skipped, fields_of(format, table.header))


def columns_of(sheet: Sheet) -> list[Column]:
    """Return the columns as they are shown: name, an example, and what each becomes."""
    examples = [""] * len(sheet.header)
    missing = set(range(len(sheet.header)))
    for _, cells in sheet.rows[:500]:
        for place in [it for it in missing if it < len(cells) and cells[it].strip()]:
            examples[place] = one_line(cells[place])[:200]
            missing.discard(place)
        if not missing:
            break
    return [
        Column(one_line(header) or f"column {place}", example, field)
        for place, (header, example, field) in enumerate(
            zip(sheet.header, examples, sheet.fields, strict=True), 1
        )
    ]


def with_fields(sheet: Sheet, chosen: Mapping[int, str]) -> Sheet:
    """Return a sheet in which columns, by their place from 0, become something else."""
    fields = tuple(chosen.get(place, field) for place, field in enumerate(sheet.fields))
    return msgspec.structs.replace(sheet, fields=fields, sure=True)


def choose_columns(sheet: Sheet, wanted: Sequence[tuple[str, str]]) -> Sheet:
    """Return a sheet with columns chosen by name, or by number from 1: [('Company', 'organization')].

    Raises:
        ValueError: if a column or a field isn't there; the message is one sentence that names those that are.
    """
    keys = [fold(one_line(header)) for header in sheet.header]
    chosen: dict[int, str] = {}
    for column, field in wanted:
        key = fold(one_line(column))
        if key in keys:
            place = keys.index(key)
        elif key.isdecimal() and 1 <= int(key) <= len(keys):
            place = int(key) - 1
        else:
            there = ", ".join(one_line(header) or f"column {at}" for at, header in enumerate(sheet.header, 1))
            raise ValueError(f"{sheet.name} has no column “{column}”. Its columns are: {there}.")
        chosen[place] = field_named(field)
    return with_fields(sheet, chosen)


def field_named(word: str) -> str:
    """Return the field that a typed word means: its key, or its words as they are shown; '' for left out.

    Raises:
        ValueError: if there is none; the message names those that are.
    """
    key = fold(one_line(word))
    if key in FIELDS:
        return key
    found = next((field for field, words in FIELDS.items() if fold(words) == key), _ALSO.get(key))
    if found is not None:
        return found
    known = ", ".join(filter(None, FIELDS))
    raise ValueError(
        f"There is no field “{word}”. A column can become: {known}; or nothing, to leave it out."
    )


_ALSO = {
    word: field
    for field, words in {
        "": "skip none ignore -",
        "organization": "company org organisation employer",
        "given": "first first_name firstname",
        "family": "last last_name surname lastname",
        "email": "mail e-mail emails",
        "profile": "url link linkedin site profiles",
        "title": "role position job",
        "place": "city location",
        "notes": "note",
        "phone": "phones mobile",
        "groups": "group",
        "interests": "interest topics",
    }.items()
    for word in words.split()
}
"""Other words for a field."""


@cache
def _names_of(format: Format) -> frozenset[str]:
    return frozenset(
        header for field in ("name", "given", "family") for header in format.columns.get(field, ())
    )


@cache
def _by_header(format: Format) -> dict[str, str]:
    known: dict[str, str] = {}
    for field, headers in format.columns.items():
        assert field in FIELDS or field in _SECONDARY, field
        for header in headers:
            known.setdefault(header_key(header), field)
    return known
