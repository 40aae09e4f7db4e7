"""A calendar file taken apart into its components, so that a broken one costs no other.

RFC 5545, 3.4 and 3.6: components begin with BEGIN:NAME, end with END:NAME, and hold one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_EDGE = re.compile(r"^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$", re.IGNORECASE)
_PROPERTY = re.compile(r"^([A-Za-z0-9-]+)(?:;[^:]*)?:(.*)$")
_WHOLE = frozenset({"VEVENT", "VTIMEZONE"})
_PASSED = frozenset({"VALARM", "VTODO", "VJOURNAL", "VFREEBUSY"})


class Block(msgspec.Struct, frozen=True):
    """One component as text."""

    line: int
    """Line on which it begins, from 1."""
    text: str
    """Everything from BEGIN to END."""
    whole: bool = True
    """False where the file ends, or another component begins, inside it."""


class Sheet(msgspec.Struct):
    """One VCALENDAR of a file: what it says of itself, its time zones and its events."""

    said: dict[str, str]
    """Properties by name in upper case (METHOD, PRODID, X-WR-TIMEZONE)."""
    zones: dict[str, str]
    """VTIMEZONEs as text, by TZID."""
    events: list[Block]
    """VEVENTs, in the order of the file."""


def sheets(text: str) -> list[Sheet]:
    """Return the calendars of a file; events outside of any stand in one of their own."""
    found: list[Sheet] = []
    sheet = Sheet({}, {}, [])
    for name, block in _pieces(text):
        if name == "VCALENDAR":
            sheet = Sheet({}, {}, [])
            found.append(sheet)
        elif name == "VEVENT":
            if not found:
                found.append(sheet)
            sheet.events.append(block)
        elif name == "VTIMEZONE":
            tzid = property_of(block.text, "TZID")
            if tzid:
                sheet.zones[tzid] = block.text
        else:
            sheet.said.setdefault(name, block.text)
    return found


def property_of(text: str, name: str) -> str:
    """Return the value of a property in a component's text, unfolded; empty if there is none."""
    for line in unfolded(text):
        found = _PROPERTY.match(line)
        if found and found[1].upper() == name:
            return found[2].strip()
    return ""


def unfolded(text: str) -> list[str]:
    """Return content lines, folded ones put together again (RFC 5545, 3.1)."""
    lines: list[str] = []
    for part in text.splitlines():
        if part[:1] in {" ", "\t"} and lines:
            lines[-1] += part[1:]
        elif part:
            lines.append(part)
    return lines


def _pieces(text: str) -> Iterator[tuple[str, Block]]:
    """Yield calendars as they begin, their own properties, and whole components with their name."""
    held: _Held | None = None
    depth = 0
    # Not splitlines: it also breaks at characters that are part of a text here.
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        edge = _EDGE.match(line)
        kind, name = (edge[1].upper(), edge[2].upper()) if edge else ("", "")
        if held is not None:
            done = held.take(line, kind, name)
            if done is None:
                continue
            yield held.name, done
            held = None
            if kind == "END":
                continue
        if kind == "BEGIN" and name == "VCALENDAR":
            depth = 0
            yield name, Block(number, "")
        elif kind == "BEGIN" and name in _WHOLE and not depth:
            held = _Held(name, number, [line], [])
        elif name in _PASSED:
            depth = depth + 1 if kind == "BEGIN" else max(depth - 1, 0)
        elif not depth and not kind and (found := _PROPERTY.match(line)):
            yield found[1].upper(), Block(number, found[2].strip())
    if held is not None:
        yield held.name, held.cut_off()


class _Held(msgspec.Struct):
    """A component of which the end has not come yet."""

    name: str
    start: int
    lines: list[str]
    inside: list[str]

    def take(self, line: str, kind: str, name: str) -> Block | None:
        """Take a line; return the component if it ends with it, or was left open."""
        if name in {"VCALENDAR", "VEVENT"} and (kind == "BEGIN" or name == "VCALENDAR"):
            return self.cut_off()
        self.lines.append(line)
        if kind == "BEGIN":
            self.inside.append(name)
        elif kind == "END" and self.inside and name == self.inside[-1]:
            self.inside.pop()
        elif kind == "END" and name == self.name:
            return self.cut_off() if self.inside else Block(self.start, "\r\n".join(self.lines) + "\r\n")
        return None

    def cut_off(self) -> Block:
        """Return what there is, closed where it was cut; its last line may be half a one."""
        ends = [f"END:{each}" for each in (*reversed(self.inside), self.name)]
        return Block(self.start, "\r\n".join((*self.lines, *ends)) + "\r\n", whole=False)
