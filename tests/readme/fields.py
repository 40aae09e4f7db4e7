"""The description of the file, field by field, from the docstrings of the records."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

import msgspec

from tui.model import base, records
from tui.model.base import Part
from tui.model.tables import TABLES


def field_docs(kind: type[Part]) -> dict[str, str]:
    """Return the docstring under each field of a record class, those it inherits first."""
    found: dict[str, str] = {}
    for parent in reversed(kind.__mro__):
        if not (isinstance(parent, type) and issubclass(parent, Part)):
            continue
        body = ast.parse(inspect.getsource(parent)).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, doc in zip(body.body, body.body[1:], strict=False):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(doc, ast.Expr)
                and isinstance(doc.value, ast.Constant)
            ):
                found[field.target.id] = " ".join(str(doc.value.value).split())
    return found


def file_format() -> str:
    """Return the tables and parts of the file as Markdown."""
    lines: list[str] = []
    for name, kind in TABLES.items():
        lines += [f"#### `{name}`", "", _summary(kind), "", *_rows(kind), ""]
    parts = [
        kind
        for kind in vars(records).values()
        if isinstance(kind, type)
        and issubclass(kind, Part)
        and kind not in {base.Part, base.Record, *TABLES.values()}
    ]
    for part in parts:
        lines += [f"#### {part.__name__} (inside a record)", "", _summary(part), "", *_rows(part), ""]
    return "\n".join(lines).rstrip()


def _summary(kind: type[Part]) -> str:
    return (inspect.getdoc(kind) or "").splitlines()[0]


def _rows(kind: type[Part]) -> Iterator[str]:
    docs = field_docs(kind)
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    fields = [field for field in msgspec.structs.fields(kind) if field.name != "extra"]
    for field in sorted(fields, key=lambda field: field.name != "uid"):
        hint = str(kind.__annotations__.get(field.name, "str")).replace("|", "or").replace("dt.", "")
        named = hint.replace("tuple[", "list of ").replace(", ...]", "")
        yield f"| `{field.encode_name}` | {named} | {docs[field.name]} |"
