"""A content line of a vCard as a property: group, name, parameters, value.

vobject takes a line apart where it can. What it refuses, or would take for ever (its pattern for parameters
doubles its time with every equals sign), is read leniently here. Values keep their escapes: vobject's own
decoding ends a text at the first comma that lacks a backslash ('one, two' becomes 'one').
"""

from __future__ import annotations

import quopri
import re

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
_NO_TYPES: frozenset[str] = frozenset()
_SPLIT = {it: re.compile(rf"(?:^|(?<={it}))((?:\\.|[^\\{it}]|\\$)*)", re.DOTALL) for it in (";", ",")}
_PARAMETERS = frozenset(("TYPE", "VALUE", "PREF", "CHARSET", "ENCODING", "LANGUAGE"))
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
        if "TYPE" not in self.params:
            return _NO_TYPES
        return frozenset(it.casefold() for value in self.params["TYPE"] for it in value.split(","))

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value).strip()

    def parts(self, separator: str = ";") -> list[str]:
        """Return the value's components, or with ',' the values of a list, each as text."""
        return [unescaped(part).strip() for part in split(self.value, separator)]


def split(value: str, separator: str) -> list[str]:
    """Return the pieces between separators that have no backslash before them, their escapes kept."""
    if "\\" not in value:
        return value.split(separator)
    return _SPLIT[separator].findall(value)


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
    if not head[3]:
        value = line.text[head.end() :]
        return Property(line.number, head[1] or "", _name(head[2]), {}, _escaped(value, version))
    group, name, read, value, lenient = _by_vobject(line, head) or _leniently(line, head)
    encodings = {it.upper() for it in (*read.pop("ENCODING", ()), *read.get("TYPE", ()))} & _ENCODINGS
    charset = next(iter(read.pop("CHARSET", ())), "")
    if encodings:
        # Encodings stand bare among the types in vCard 2.1.
        read["TYPE"] = [it for it in read.get("TYPE", ()) if it.upper() not in _ENCODINGS]
    if "QUOTED-PRINTABLE" in encodings:
        value = decoded(quopri.decodestring(value.encode("utf-8", "replace")), charset)
    params = {key: kept for key, values in read.items() if (kept := tuple(filter(None, values)))}
    binary = bool(encodings & {"B", "BASE64"})
    return Property(line.number, group, _name(name), params, _escaped(value, version), binary, lenient)


def _name(written: str) -> str:
    return written.strip().upper().replace("_", "-").replace(" ", "-")


def _escaped(value: str, version: str) -> str:
    """Return a value as it is kept: on one line, and escaped as vCard 3.0 and 4.0 do."""
    if version == "2.1" and "\\" in value:
        # There a backslash is itself, but before a semicolon.
        value = _MEANT.sub(r"\\\\", value)
    if not value.isprintable():
        value = _CONTROL.sub("", re.sub("\r\n?", "\n", value)).replace("\n", "\\n")
    return value


_Read = tuple[str, str, dict[str, list[str]], str, bool]


def _by_vobject(line: Line, head: re.Match[str]) -> _Read | None:
    """Let vobject take a line apart; None if it can't."""
    said = head[3] or ""
    if said.count("=") > said.count(";") or len(said) > _LONGEST_FOR_VOBJECT:
        return None
    from vobject.base import VObjectError, parseLine  # 0.2 s

    try:
        name, read, value, group = parseLine(line.text, line.number)
    except VObjectError:
        return None
    params: dict[str, list[str]] = {}
    for key, *values in read:
        # vCard 2.1 writes a parameter's value alone; one without a value looks the same.
        if values or key.upper() not in _PARAMETERS:
            params.setdefault(key.upper() if values else "TYPE", []).extend(values or (key,))
    return group or "", name, params, value, False


def _leniently(line: Line, head: re.Match[str]) -> _Read:
    params: dict[str, list[str]] = {}
    for piece in _PARAM.findall(head[3] or ""):
        key, equals, values = piece.partition("=")
        key, values = (key.strip().upper(), values) if equals else ("TYPE", key)
        if _NAME.fullmatch(key):
            cleaned = (_REPEATED.sub("", it.strip().strip('"')) for it in _PIECE.findall(values))
            params.setdefault(key, []).extend(cleaned)
    return head[1] or "", head[2], params, line.text[head.end() :], True
