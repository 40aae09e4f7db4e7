"""A content line of a vCard as a property: group, name, parameters, value.

vobject takes a line apart where it can. What it refuses, or would take for ever (its pattern for parameters
doubles its time with every equals sign), is read leniently here. Values keep their escapes: vobject's own
decoding ends a text at the first comma that lacks a backslash ('one, two' becomes 'one').
"""

from __future__ import annotations

import quopri
import re
from typing import Any

import msgspec

from tui.exchange.vcard_lines import Line, decoded

_HEAD = re.compile(r"""(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):""")
_ODD_HEAD = re.compile(r"(?:([\w-]+)\.)?([\w -]+)(;[^:]*)?:")
"""A quotation mark that is never closed, or a blank in the name."""
_PARAM = re.compile(r"""((?:"[^"]*"|[^";])+)""")
_NAME = re.compile(r"[A-Z0-9_-]+")
_REPEATED = re.compile("^TYPE=", re.IGNORECASE)
"""As in 'TYPE=HOME,TYPE=VOICE'."""
_PIECE = re.compile(r"""((?:"[^"]*"|[^",])+)""")
_LONGEST_HEAD = 20_000
_LONGEST_FOR_VOBJECT = 1000
_ENCODINGS = frozenset(("QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"))
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANT = re.compile(r"\\(?![;,\\:nN])|\\(?=[nN])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


class Property(msgspec.Struct, frozen=True):
    """One property of a card."""

    number: int
    """Line of the file on which it starts."""
    group: str
    """Its group ('item1'), or ''."""
    name: str
    """Its name in capitals."""
    params: dict[str, tuple[str, ...]]
    """Values of its parameters by their names in capitals; what vCard 2.1 writes bare is under TYPE."""
    value: str
    """The value, escaped as vCard 3.0 and 4.0 do, quoted-printable undone."""
    binary: bool = False
    """Whether the value is base64."""
    lenient: bool = False
    """Whether vobject could not read the line."""

    @property
    def types(self) -> frozenset[str]:
        """Its types in small letters ('work', 'cell')."""
        return frozenset(it.casefold() for value in self.params.get("TYPE", ()) for it in value.split(","))

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value).strip()

    def parts(self, separator: str = ";") -> list[str]:
        """Return the value's components, or with ',' the values of a list, each as text."""
        return [unescaped(part).strip() for part in split(self.value, separator)]


def split(value: str, separator: str) -> list[str]:
    """Return the pieces between separators that have no backslash before them, their escapes kept."""
    return re.findall(rf"(?:^|(?<={separator}))((?:\\.|[^\\{separator}]|\\$)*)", value, re.DOTALL)


def unescaped(value: str) -> str:
    """Return a value as text."""
    return _ESCAPED.sub(lambda it: "\n" if it[1] in "nN" else it[1], value) if "\\" in value else value


def escaped(text: str) -> str:
    """Return text as a value: commas, semicolons, backslashes and line breaks escaped."""
    text = re.sub(r"([\\;,])", r"\\\1", text)
    return re.sub("\r\n|[\r\n]", r"\\n", text)


def read_property(line: Line, version: str) -> Property | None:
    """Return a content line as a property, or None if it is none. Never fails."""
    start = line.text[:_LONGEST_HEAD]
    head = _HEAD.match(start) or _ODD_HEAD.match(start)
    if head is None:
        return None
    group, name, params, value, lenient = _by_vobject(line, head) or _leniently(line, head)
    params = {key: tuple(filter(None, values)) for key, values in params.items() if key != "CHARSET"}
    encodings = {it.upper() for it in params.pop("ENCODING", ())}
    types = params.get("TYPE", ())
    # vCard 2.1 writes encodings bare among the types.
    encodings |= {it.upper() for it in types} & _ENCODINGS
    params["TYPE"] = tuple(it for it in types if it.upper() not in _ENCODINGS)
    if not params["TYPE"]:
        del params["TYPE"]
    value = _CONTROL.sub("", re.sub("\r\n?", "\n", value))
    if version == "2.1":
        # There a backslash is itself, but before a semicolon.
        value = _MEANT.sub(r"\\\\", value)
    return Property(
        line.number,
        group,
        name.upper(),
        params,
        re.sub("\n", r"\\n", value),
        binary=bool(encodings & {"B", "BASE64"}),
        lenient=lenient,
    )


_Read = tuple[str, str, dict[str, list[str]], str, bool]


def _by_vobject(line: Line, head: re.Match[str]) -> Any:
    """Let vobject read a line; None if it can't."""
    said = head[3] or ""
    if said.count("=") > said.count(";") or len(said) > _LONGEST_FOR_VOBJECT:
        return None
    from vobject.base import VObjectError, textLineToContentLine  # 0.2 s

    try:
        read = textLineToContentLine(line.text, line.number)
    except (VObjectError, ValueError, LookupError, TypeError, AttributeError):
        return None
    params = {key: list(values) for key, values in read.params.items()}
    if any(it.upper() == "QUOTED-PRINTABLE" for it in (*params.get("ENCODING", ()), *read.singletonparams)):
        return None  # in small letters, which vobject leaves undone
    params.setdefault("TYPE", []).extend(read.singletonparams)
    return read.group or "", read.name, params, read.value, False


def _leniently(line: Line, head: re.Match[str]) -> _Read:
    params: dict[str, list[str]] = {}
    for piece in _PARAM.findall(head[3] or ""):
        key, equals, values = piece.partition("=")
        key, values = (key.strip().upper(), values) if equals else ("TYPE", key)
        if _NAME.fullmatch(key):
            cleaned = (_REPEATED.sub("", it.strip().strip('"')) for it in _PIECE.findall(values))
            params.setdefault(key, []).extend(cleaned)
    value = line.text[head.end() :]
    encodings = {it.upper() for it in (*params.get("ENCODING", ()), *params.get("TYPE", ()))}
    if "QUOTED-PRINTABLE" in encodings:
        data = quopri.decodestring(value.encode("utf-8", "replace"))
        value = decoded(data, next(iter(params.get("CHARSET", ())), ""))
    return head[1] or "", re.sub("[_ ]", "-", head[2].strip()), params, value, True
