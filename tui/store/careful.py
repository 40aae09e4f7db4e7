"""Reading a data file that the fast way refused: nothing is skipped without a word.

Takes what stock TinyDB or an editor may have left: other line breaks, a byte order mark, `NaN`, lone surrogates, a
number or a uid given twice. Of a file that is no JSON any more, every record that is still whole is found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tui.model.codec import BadRecord, from_builtins
from tui.model.records import FORMAT_VERSION
from tui.model.tables import TABLES
from tui.store.datafile import Contents, Fault, empty, take_meta
from tui.store.faults import in_words
from tui.store.rows import swept

Pairs = list[tuple[str, Any]]

_named = re.compile(r'"([^"\\\n]{1,80})"\s*:\s*(?=\{)')


class _Twice(dict[str, Any]):
    """An object in which a name stands twice."""

    pairs: Pairs


class Plain(msgspec.Struct):
    """A data file as plain dicts and lists, before its records are looked at."""

    tables: dict[str, Pairs] = {}
    """Documents of each table with their numbers, as they stand."""
    other: dict[str, Any] = {}
    """Tables that this version does not know."""
    faults: list[Fault] = []
    """Why it is damaged."""

    @property
    def meta(self) -> dict[str, Any]:
        """The meta record; empty if there is none."""
        rows = (row for _, row in self.tables.get("meta", []) if isinstance(row, dict))
        return next((row for row in rows if row.get("uid") == "meta"), {})

    @property
    def version(self) -> int:
        """Version of the format; 1 where the file does not say."""
        version = self.meta.get("version", 1)
        return version if isinstance(version, int) and not isinstance(version, bool) else FORMAT_VERSION

    @property
    def generation(self) -> str:
        """Name of the writing."""
        return str(self.meta.get("generation", ""))


def parse(raw: bytes, name: str) -> Plain:
    """Read a data file's JSON; what is wrong with it is in `faults`.

    Args:
        raw: the file.
        name: what the file is called in faults.
    """
    if not raw.strip(b" \t\r\n\0"):
        return Plain(faults=[Fault(name, "", f"it is empty ({len(raw)} bytes without content)")])
    try:
        found = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_object)
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        return _salvage(raw, Fault(name, f"line {line}", "a byte there is no text"))
    except json.JSONDecodeError as fault:
        return _salvage(
            raw, Fault(name, f"line {fault.lineno}, column {fault.colno}", f"not valid JSON ({_said(fault)})")
        )
    except (RecursionError, ValueError) as fault:
        return _salvage(raw, Fault(name, "", f"not valid JSON ({fault})"))
    if not isinstance(found, dict):
        return Plain(faults=[Fault(name, "", "it is JSON, and no TinyDB file")])
    plain = Plain()
    for table, rows in _pairs(found):
        if table not in TABLES:
            plain.other[table] = rows
        elif isinstance(rows, dict):
            plain.tables.setdefault(table, []).extend(_pairs(rows))
        else:
            plain.faults.append(Fault(table, "", "it is no table"))
    return plain


def typed(plain: Plain) -> Contents:
    """Turn plain documents into records; those that fit no class are faults, and so is a field given twice."""
    contents = empty()
    contents.faults = plain.faults
    contents.unknown = {name: msgspec.json.encode(swept(rows)) for name, rows in plain.other.items()}
    for table, rows in plain.tables.items():
        _take_table(contents, table, rows)
    take_meta(contents)
    return contents


def _take_table(contents: Contents, table: str, rows: Pairs) -> None:
    taken = {int(number) for number, _ in rows if _is_number(number)}
    used: set[int] = set()
    for name, row in rows:
        number = int(name) if _is_number(name) else 0
        where = f"document {name[:40]}"
        if number == 0 or number in used:
            number = max(taken, default=0) + 1
            taken.add(number)
            contents.notes.append(Fault(table, where, f"the number can't be used; it is now {number}"))
        used.add(number)
        try:
            record = _record(table, row)
        except BadRecord as fault:
            known = ", ".join(part for part in (_name(row), fault.uid) if part)
            who = f"{where} ({known})" if known else where
            contents.faults.append(Fault(table, who, _plain(fault.why)))
            continue
        if record.uid in contents.rows[table]:
            contents.spare.setdefault(table, {})[number] = msgspec.json.encode(swept(row))
            why = (
                f"another record has its uid {record.uid}; that one is used, and this one is kept in the file"
            )
            contents.notes.append(Fault(table, where, why))
            continue
        contents.rows[table][record.uid] = record
        contents.numbers[table][record.uid] = number


def _name(row: Any) -> str:
    """Return what a person knows a record by, as far as it has that."""
    name = row.get("name") if isinstance(row, dict) else None
    return name[:40] if isinstance(name, str) else ""


def _plain(why: str) -> str:
    field, colon, what = why.partition(": ")
    return f"{field}{colon}{in_words(what)}" if field.startswith("field ") else in_words(why)


def _record(table: str, row: Any) -> Any:
    uid = str(row.get("uid", "")) if isinstance(row, dict) else ""
    twice = next(_twice(row), "")
    if twice:
        raise BadRecord(table, uid, f"field {twice}: it stands there twice")
    try:
        record = from_builtins(table, swept(row))
    except (RecursionError, ValueError, OverflowError) as fault:
        if isinstance(fault, BadRecord):
            raise
        raise BadRecord(table, uid, str(fault)) from None
    if not record.uid:
        raise BadRecord(table, "", "field uid: it is empty")
    return record


def _said(fault: json.JSONDecodeError) -> str:
    """Return what is wrong in words that need no number behind them: the place is told apart."""
    return fault.msg.removesuffix(" starting at")


def _salvage(raw: bytes, fault: Fault) -> Plain:
    """Find every record that is still whole in a file that is no JSON."""
    plain = Plain(faults=[fault])
    text = raw.decode("utf-8", "surrogateescape")
    decoder = json.JSONDecoder(object_pairs_hook=_object)
    table, place = "", 0
    while match := _named.search(text, place):
        name, place = match[1], match.end()
        at_line_start = text[match.start() - 1 : match.start()] in ("", "\n")
        if name in TABLES:
            table = name
            plain.tables.setdefault(table, [])
            place += 1
        elif (table and name.isdigit()) or at_line_start:
            try:
                row, place = decoder.raw_decode(text, place)
            except (ValueError, RecursionError) as error:
                why = _said(error) if isinstance(error, json.JSONDecodeError) else str(error)
                plain.faults.append(
                    Fault(table or name, f"document {name}" if table else "", f"not valid JSON ({why})")
                )
                place += 1
                continue
            if name.isdigit() and table:
                plain.tables[table].append((name, row))
            elif not name.isdigit():
                plain.other[name] = row
    missing = [name for name in TABLES if name not in plain.tables]
    if plain.tables and missing:
        names = ", ".join(name.replace("_", "-") for name in missing)
        plain.faults.append(Fault(fault.where, "", f"nothing is left of {names}"))
    return plain


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and 0 < len(name) < 18 and int(name) > 0


def _object(pairs: Pairs) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = _Twice(found)
    twice.pairs = pairs
    return twice


def _pairs(found: dict[str, Any]) -> Pairs:
    return found.pairs if isinstance(found, _Twice) else list(found.items())


def _twice(row: Any) -> Iterator[str]:
    """Yield the fields of a record that stand in it twice, at any depth."""
    if isinstance(row, _Twice):
        names = [name for name, _ in row.pairs]
        yield from (name for name in row if names.count(name) > 1)
    if isinstance(row, dict):
        for value in row.values():
            yield from _twice(value)
    elif isinstance(row, list):
        for value in row:
            yield from _twice(value)
