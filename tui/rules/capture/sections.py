"""What each section of a capture line says: from its words to values, parts and problems."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Literal, get_args

import msgspec

from tui.model.records import Tier
from tui.model.settings import DateOrder
from tui.rules.capture.dates import behind_plain_by, passed_date
from tui.rules.capture.details import Detail
from tui.rules.capture.fields import Capture, Field, Part, Promise
from tui.rules.capture.words import Word
from tui.rules.dates import NotADate, When, find_when, read_when, shorten, show_when
from tui.rules.phrases import clock_time, short_day

_SEPARATORS = " ,;"
_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])")
_LEGAL_FORMS = re.compile(
    r"inc|incorporated|ltd|limited|llc|llp|lp|plc|pbc|corp|co|gmbh|ag|kg|ug|ev|sa|sas|sarl|srl|spa|sl|bv|nv|oyj?"
    r"|aps|a/s|kk|ltda|(?:co|pty|pte|pvt) ltd|gmbh & co kg|sa de cv"
)
_TIERS = frozenset(get_args(Tier))
_DEPTHS = ("", "small talk", "a real conversation", "something that mattered")
_LONGEST_DATE = 8


class Section(msgspec.Struct):
    """A marker and the words up to the next marker; the name has no marker."""

    marker: str
    """The marker, or nothing."""
    words: list[Word]
    """Its words; that of a `:` standing alone is empty."""
    after: str = ""
    """For words without a marker behind one that takes a single word: that one."""

    @property
    def text(self) -> str:
        """The words without the marker."""
        return " ".join(word.text for word in self.words if word.text)

    @property
    def value(self) -> str:
        """The words without the marker and without the commas that divide it from the next section."""
        return self.text.rstrip(_SEPARATORS) or self.text

    @property
    def typed(self) -> str:
        """The words as typed, for the notes."""
        return " ".join(word.typed for word in self.words)

    def place(self, offset: int) -> int:
        """Return where in the line the character at `offset` of `text` stands, or the word it begins."""
        for word in self.words:
            if word.text:
                if offset < len(word.text):
                    return word.end - len(word.text) + offset if offset else word.start
                offset -= len(word.text) + 1
        return self.words[-1].end


class Sections:
    """Gathers what the sections of one line say."""

    def __init__(self, now: dt.datetime, details: list[Detail], order: DateOrder = "ask") -> None:
        self._now, self._order = now, order
        self._today = dt.date(now.year, now.month, now.day)
        self._details = [detail.start for detail in details]
        self._parts: list[Part] = []
        self._notes: list[str] = []
        self._problems: list[str] = []
        self._values: dict[str, str] = {}
        self._lists: dict[str, list[str]] = {}
        self._promises: dict[str, list[Promise]] = {"!": [], "<": []}
        self._follow_up: dt.date | None = None
        for detail in details:
            self._add(detail.kind, detail.value)
            self._parts.append(Part(detail.start, detail.end, detail.kind, detail.value))

    def take(self, section: Section) -> None:
        """Take in a section."""
        if section.after:
            self._keep(
                section, f"“{shorten(section.text)}” follows {shorten(section.after)} without a marker"
            )
        else:
            _TAKERS[section.marker](self, section)

    def capture(self, places: list[int]) -> Capture:
        """Return what was said; `places` is where each character of the cleaned line stood in the line."""
        parts = sorted(self._parts, key=lambda part: part.start)
        values, lists = self._values, {field: tuple(found) for field, found in self._lists.items()}
        return Capture(
            name=values.get("name", ""),
            organization=values.get("organization", ""),
            title=values.get("title", ""),
            interests=lists.get("interest", ()),
            talk="; ".join(lists.get("talk", ())),
            promises=tuple(self._promises["!"]),
            their_promises=tuple(self._promises["<"]),
            needs=lists.get("need", ()),
            offers=lists.get("offer", ()),
            follow_up=self._follow_up,
            introduced_by=values.get("introduced_by", ""),
            tier=_tier_of(values.get("tier", "")),
            depth=len(values.get("depth", "")),
            emails=lists.get("email", ()),
            phones=lists.get("phone", ()),
            profiles=lists.get("profile", ()),
            notes="; ".join(self._notes),
            parts=tuple(
                Part(places[part.start], places[part.end - 1] + 1, part.field, part.shown) for part in parts
            ),
            problems=tuple(self._problems),
        )

    def _mark(
        self, section: Section, field: Field, shown: str, start: int = 0, end: int | None = None
    ) -> None:
        """Mark the words of a section between two places of the line, apart from the details among them."""
        spans: list[tuple[int, int]] = []
        for word in section.words:
            first = max(word.start, start)
            last = word.end if end is None else min(word.end, end)
            if first >= last:
                continue
            if spans and bisect_left(self._details, spans[-1][1]) == bisect_left(self._details, first):
                spans[-1] = (spans[-1][0], last)
            else:
                spans.append((first, last))
        for number, (first, last) in enumerate(spans):
            self._parts.append(Part(first, last, field, "" if number else shown))

    def _keep(self, section: Section, sentence: str, start: int = 0) -> None:
        """Keep a section in the notes, and say why."""
        self._notes.append(section.typed)
        self._mark(section, "notes", section.typed, start)
        self._problems.append(f"{sentence}; kept in the notes.")

    def _add(self, field: str, value: str) -> None:
        found = self._lists.setdefault(field, [])
        if value and value.casefold() not in (other.casefold() for other in found):
            found.append(value)

    def _set(self, section: Section, field: Field, value: str, noun: str) -> bool:
        """Set a value that can be said once; keep another one in the notes."""
        before = self._values.setdefault(field, value)
        if before == value:
            return True
        self._keep(section, f"“{shorten(section.typed)}” is a second {noun}")
        return False

    def _name(self, section: Section) -> None:
        if not section.words:
            self._problems.append("There is no name yet; start the line with who it is about.")
            return
        self._values["name"] = section.value
        self._mark(section, "name", section.value)

    def _organization(self, section: Section) -> None:
        value = section.value
        cut, title = _split_title(value)
        organization = value[:cut].rstrip(_SEPARATORS)
        if "organization" in self._values and (self._values["organization"], title) != (
            organization,
            self._values["title"],
        ):
            self._keep(section, f"“{shorten(section.typed)}” is a second organisation")
            return
        self._values["organization"], self._values["title"] = organization, title
        edge = section.place(len(value) - len(title)) if title else None
        self._mark(section, "organization", organization, end=edge)
        if edge is not None:
            self._mark(section, "title", title, start=edge)

    def _list(self, section: Section) -> None:
        field = _LISTS[section.marker]
        value = section.value
        if field == "interest":
            value = value.rstrip(".:!?") or value
        self._add(field, value)
        self._mark(section, field, value)

    def _promise(self, section: Section) -> None:
        field: Field = "promise" if section.marker == "!" else "their_promise"
        text, when, plain = section.value, None, behind_plain_by(section.words)
        try:
            text, when = find_when(section.value, self._now, start=plain, order=self._order)
        except NotADate as error:
            self._problems.append(f"{error} The words stay in the promise.")
        else:
            passed = passed_date(text, self._now, start=plain) if when is None else ""
            if passed:
                self._problems.append(
                    f"“{shorten(passed)}” counts only at the end of the promise; the words stay in it."
                )
        edge = None
        if when is not None:
            edge = section.place(len(text) + 1)
            self._mark(section, "due", short_day(when.day, self._today), start=edge)
            if when.time is not None:
                text = f"{text} (by {clock_time(when.time)})"
        self._mark(section, field, text, end=edge)
        self._promises[section.marker].append(Promise(text, when.day if when is not None else None))

    def _when(self, section: Section) -> None:
        """Take a follow-up: the longest run of first words that is a date, if that is not all of them."""
        words = section.value.split(" ")
        for many in (len(words), *range(min(len(words) - 1, _LONGEST_DATE), 0, -1)):
            typed = " ".join(words[:many])
            try:
                when = read_when(typed, self._now, order=self._order)
            except NotADate as error:
                if not error.meant:
                    continue
                self._notes.append(section.typed)
                self._mark(section, "notes", section.typed)
                self._problems.append(f"{error} “{shorten(section.typed)}” is kept in the notes.")
            else:
                self._follow(section, typed, when)
            return
        self._keep(section, f"“{shorten(section.typed)}” is not a date I know")

    def _follow(self, section: Section, typed: str, when: When) -> None:
        if self._follow_up not in (None, when.day):
            self._keep(section, f"“{shorten(section.typed)}” is a second date to follow up")
            return
        self._follow_up = when.day
        edge = None
        if typed != section.value:
            edge = section.place(len(typed) + 1)
            self._keep(section, f"“{shorten(section.typed)}” is more than a date", start=edge)
        elif when.time is not None:
            shown = show_when(when, self._today)
            self._notes.append(f"follow up {shown}")
            self._problems.append(f"A follow-up has a day and no time; “{shown}” is kept in the notes.")
        self._mark(section, "follow_up", short_day(when.day, self._today), end=edge)

    def _introduced(self, section: Section) -> None:
        if self._set(section, "introduced_by", section.value, "name of who introduced you"):
            self._mark(section, "introduced_by", section.value)

    def _tier(self, section: Section) -> None:
        first, *rest = section.words
        tier = first.text.rstrip(_SEPARATORS + ".").lower()
        if tier not in _TIERS:
            known = ", ".join(get_args(Tier))
            self._keep(section, f"“{shorten(section.typed)}” is none of the tiers ({known})")
            return
        alone = Section("=", [first])
        if self._set(alone, "tier", tier, "tier"):
            self._mark(alone, "tier", tier)
        if rest:
            self.take(Section("", rest, after=first.typed))

    def _depth(self, section: Section) -> None:
        stars = section.text
        if len(stars) >= len(_DEPTHS):
            self._keep(section, f"“{shorten(stars)}” is deeper than “***”")
        elif self._set(section, "depth", stars, "depth"):
            self._mark(section, "depth", _DEPTHS[len(stars)])


_LISTS: dict[str, Field] = {":": "talk", "?": "need", "+": "offer", "#": "interest"}
_TAKERS: dict[str, Callable[[Sections, Section], None]] = {
    "": Sections._name,
    "@": Sections._organization,
    "!": Sections._promise,
    "<": Sections._promise,
    ">": Sections._when,
    "~": Sections._introduced,
    "=": Sections._tier,
    "*": Sections._depth,
    **dict.fromkeys(_LISTS, Sections._list),
}


def _split_title(text: str) -> tuple[int, str]:
    """Return where the organisation ends in `text`, and the title behind it."""
    commas = [(comma.start(), comma.end()) for comma in _COMMA.finditer(text)]
    for number, (cut, behind) in enumerate(commas):
        until = commas[number + 1][0] if number + 1 < len(commas) else len(text)
        if not _LEGAL_FORMS.fullmatch(text[behind:until].strip().replace(".", "").lower()):
            return cut, text[behind:].strip()
    return len(text), ""


def _tier_of(text: str) -> Tier | Literal[""]:
    return next((tier for tier in get_args(Tier) if tier == text), "")
