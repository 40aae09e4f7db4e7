"""The rows of a table of people, read by what its columns mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tui.exchange.attendees import ABSENT, PLACEHOLDERS
from tui.exchange.columns import Sheet
from tui.exchange.days import Days, reader_of_days
from tui.exchange.export_csv import as_written
from tui.exchange.google import SEPARATOR
from tui.exchange.linkedin import full_name
from tui.exchange.phones import phone_number
from tui.exchange.report import Found, Person, Skipped, Stopped, line
from tui.model.records import Milestone
from tui.model.text import fold, one_line
from tui.rules.matching.people import profile_address

LONGEST = 20_000
"""Characters of one note; what is longer is no note."""
_STEP = 200
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
_IN_BRACKETS = re.compile(r"<([^<>]+@[^<>]+)>")
_STAR = "* "
_DIGIT = re.compile(r"\d")
_SEVERAL = re.compile(r"\s*;(?!\s*ext)\s*", re.IGNORECASE)
_SHORTEST = 3
_SEPARATORS = {"google": SEPARATOR.strip(), "kith": ";"}
"""What stands between several values of one cell."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MADE_HARMLESS = re.compile(r"'(?=[=+\-@])")
"""What is put before a cell that a spreadsheet would run."""
_LISTS = ("groups", "interests", "offers", "needs", "languages")


def people_in(sheet: Sheet, progress: Callable[[int, int], bool] | None = None) -> Found:
    """Return the people of a table; rows without a name, and values that can't be used, with their reasons.

    Raises:
        Stopped: if `progress`, told how many rows of how many are read, answers False.
    """
    reader = _Reader(sheet)
    people: list[Person] = []
    skipped = list(sheet.skipped)
    for done, (number, cells) in enumerate(sheet.rows):
        if progress is not None and done % _STEP == 0 and not progress(done, len(sheet.rows)):
            raise Stopped
        found = reader.read(number, cells)
        if isinstance(found, Person):
            people.append(found)
        else:
            skipped.append(Skipped(line(number), found))
    skipped.sort(key=lambda it: int(it.where.split()[1]))
    return Found(tuple(people), tuple(skipped), tuple(reader.noted))


class _Reader:
    """Reads rows of one table."""

    def __init__(self, sheet: Sheet) -> None:
        self.noted: list[Skipped] = []
        self._places: dict[str, list[int]] = {}
        for place, field in enumerate(sheet.fields):
            if field:
                self._places.setdefault(field, []).append(place)
        self._header = [one_line(cell) for cell in sheet.header]
        self._width = len(sheet.header)
        self._labels: dict[str, dict[int, int]] = {
            field: dict(zip(self._places[field], _beside(self._places, field), strict=False))
            for field in ("email", "phone", "answer")
            if field in self._places and _beside(self._places, field)
        }
        days = [
            places
            for field in ("birthday", "event.value", "connected")
            for places in self._places.get(field, ())
        ]
        self._day: Days = reader_of_days(
            [cells[place] for _, cells in sheet.rows for place in days if place < len(cells)]
        )
        self._kith = sheet.format.key == "kith"
        self._several = _SEPARATORS.get(sheet.format.key, "")

    def read(self, number: int, cells: list[str]) -> Person | str:
        """Return the person in a row, or why there is none."""
        if self._kith:
            cells = [
                _MADE_HARMLESS.sub("", cell, count=1) if cell.startswith("'") else cell for cell in cells
            ]
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        if not any(cell.strip() for cell in cells):
            return "an empty row"
        cells = [as_written(cell) for cell in cells]
        status = fold(self._first(cells, "status"))
        given, family, name = (self._first(cells, field) for field in ("given", "family", "name"))
        given, family, name = (
            "" if fold(it) in PLACEHOLDERS or _EMAIL.fullmatch(it) else it for it in (given, family, name)
        )
        middle, prefix, suffix = (self._first(cells, field) for field in ("middle", "prefix", "suffix"))
        if not name:
            name = full_name(f"{given} {middle}".strip(), family)
            if name:
                name = " ".join(filter(None, (prefix, name, suffix)))
        if not name:
            there = (*self._values(cells, "email"), self._first(cells, "organization"))
            only = next((it for it in there if it and fold(it) not in PLACEHOLDERS), "")
            return f"no name, only {only[:60]}" if only else "no name"
        if status in ABSENT:
            return f"{name[:60]}: {ABSENT[status]} (“{self._first(cells, 'status')}”)"
        where = line(number)
        emails = self._emails(cells, name, where)
        profiles = self._profiles(cells, name, where)
        more = self._more(cells, name, where, emails[1:], profiles[1:])
        title = self._first(cells, "title")
        connected = self._first(cells, "connected")
        day = self._day(connected) if connected else None
        return Person(
            number,
            name,
            given,
            family,
            profiles[0] if profiles else "",
            emails[0] if emails else "",
            self._first(cells, "organization"),
            title,
            None,
            "",
            uid if _UUID.fullmatch(uid := self._first(cells, "uid").lower()) else "",
            {**more, "met_day": day[0]} if day and day[0] else more,
        )

    def _first(self, cells: Sequence[str], field: str) -> str:
        for place in self._places.get(field, ()):
            text = one_line(cells[place])
            if text:
                return text
        return ""

    def _values(self, cells: Sequence[str], field: str) -> Iterator[str]:
        """Yield every value of a field, those with a star beside them first."""
        starred: list[str] = []
        plain: list[str] = []
        labels = self._labels.get(field, {})
        for place in self._places.get(field, ()):
            text = cells[place]
            if not text.strip():
                continue
            star = place in labels and cells[labels[place]].lstrip().startswith(_STAR.strip())
            parts = text.split(self._several) if self._several else [text]
            (starred if star else plain).extend(filter(None, map(one_line, parts)))
        yield from starred
        yield from plain

    def _emails(self, cells: Sequence[str], name: str, where: str) -> list[str]:
        found: dict[str, str] = {}
        for text in self._values(cells, "email"):
            inside = _IN_BRACKETS.search(text)
            for part in [inside[1]] if inside else re.split(r"[,;\s]+", text.removeprefix("mailto:")):
                if _EMAIL.fullmatch(part):
                    found.setdefault(fold(part), part)
                elif part and fold(part) not in PLACEHOLDERS and fold(text) not in PLACEHOLDERS:
                    self._note(where, f"{name}: “{part[:60]}” is no email address; left out")
        return list(found.values())

    def _profiles(self, cells: Sequence[str], name: str, where: str) -> list[str]:
        found: dict[str, None] = {}
        cut = (part for text in self._values(cells, "profile") for part in re.split(r"[;,]?\s+|;", text))
        for text in filter(None, cut):
            if fold(text) in PLACEHOLDERS or fold(text) in ("no", "none", "na"):
                continue
            address = profile_address(text)
            if address:
                found[address] = None
            else:
                self._note(where, f"{name}: “{text[:60]}” is no address of a web page; left out")
        # The page of one person says more of who it is than a site does.
        return sorted(found, key=lambda it: "linkedin.com/in/" not in it)

    def _more(
        self, cells: Sequence[str], name: str, where: str, emails: list[str], profiles: list[str]
    ) -> dict[str, Any]:
        more: dict[str, Any] = {}
        if emails:
            more["emails"] = tuple(emails)
        if profiles:
            more["profiles"] = tuple(profiles)
        phones = tuple(dict.fromkeys(self._phones(cells, name, where)))
        if phones:
            more["phones"] = phones
        place = self._first(cells, "place")
        country = self._first(cells, "country")
        if place or country:
            more["place"] = ", ".join(filter(None, (place, country)))
        for field in ("nickname", "industry"):
            text = self._first(cells, field)
            if text:
                more[field] = text
        for field in _LISTS:
            words = tuple(self._words(cells, field))
            if words:
                more[field] = words
        days = self._milestones(cells, name, where)
        if days:
            more["milestones"] = days
        notes = "\n".join(self._notes(cells, name, where))
        if notes:
            more["notes"] = notes
        return more

    def _phones(self, cells: Sequence[str], name: str, where: str) -> Iterator[str]:
        for text in (part for cell in self._values(cells, "phone") for part in _SEVERAL.split(cell)):
            if len(_DIGIT.findall(text)) >= _SHORTEST:
                yield phone_number(text)
            else:
                self._note(where, f"{name}: “{text[:60]}” is no phone number; left out")

    def _words(self, cells: Sequence[str], field: str) -> Iterator[str]:
        for place in self._places.get(field, ()):
            for part in re.split(self._several or r":::|[,;|\n]", cells[place]):
                # '* myContacts' is a group of Google's own.
                word = one_line(part)
                if word and not word.startswith(_STAR) and word != "*":
                    yield word.lstrip("#") if field == "interests" else word

    def _milestones(self, cells: Sequence[str], name: str, where: str) -> tuple[Milestone, ...]:
        found = []
        pairs = [("birthday", place, "") for place in self._places.get("birthday", ())]
        labels = self._places.get("event.label", [])
        for at, place in enumerate(self._places.get("event.value", ())):
            label = one_line(cells[labels[at]]).removeprefix(_STAR) if at < len(labels) else ""
            pairs.append((label.lower() or "day", place, "event"))
        for label, place, _ in pairs:
            text = one_line(cells[place])
            if not text or not _DIGIT.search(text.replace("0", "")):
                continue
            day = self._day(text)
            if day is None:
                self._note(where, f"{name}: “{text[:60]}” can't be read as a day ({label}); left out")
                continue
            found.append(
                Milestone(label=label, month=day[1], day=day[2], year=day[0].year if day[0] else None)
            )
        return tuple(found)

    def _notes(self, cells: Sequence[str], name: str, where: str) -> Iterator[str]:
        for place in self._places.get("notes", ()):
            text = "\n".join(one_line(part) for part in cells[place].strip().splitlines())
            if len(text) > LONGEST:
                self._note(
                    where, f"{name}: a note of {len(text):,} characters; its first {LONGEST:,} are taken"
                )
            if text:
                yield text[:LONGEST]
        department = self._first(cells, "department")
        if department:
            yield f"Department: {department}"
        labels = self._labels.get("answer", {})
        for place in self._places.get("answer", ()):
            text = one_line(cells[place])
            if text and fold(text) not in PLACEHOLDERS:
                asked = one_line(cells[labels[place]]) if place in labels else self._header[place]
                yield f"{asked.rstrip(':')}{'' if asked.endswith('?') else ':'} {text[:LONGEST]}".lstrip(": ")

    def _note(self, where: str, why: str) -> None:
        self.noted.append(Skipped(where, why))


def _beside(places: dict[str, list[int]], field: str) -> list[int]:
    """Return the columns with the labels of a field's columns, if there is one for each."""
    beside = places.get({"answer": "custom.label"}.get(field, f"{field}.label"), [])
    return beside if len(beside) == len(places[field]) else []
