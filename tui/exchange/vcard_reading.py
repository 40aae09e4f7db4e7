"""What is gathered while a vCard is read: fields of a Contact, and which property each came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from tui.exchange.phones import phone_number, region_of
from tui.exchange.vcard_dates import is_day_alone, milestone_on
from tui.exchange.vcard_property import Property
from tui.model.records import Milestone
from tui.model.text import fold, one_line

_SILENT = frozenset(("internet", "voice", "pref", "x-internet", "text", "other"))
"""Types that say nothing that the field doesn't."""
_SILENT_PARAMS = frozenset(("TYPE", "PREF", "VALUE", "LANGUAGE", "X-KITH-LABEL", "X-KITH-ONCE", "PID"))
_LAST = frozenset(("fax", "pager", "modem", "bbs", "x-fax"))
_LABEL = re.compile(r"_?\$!<(.*)>!\$_?")
_LABELS = {"other": "other day", "homepage": ""}
_LABELLING = frozenset(("X-ABLABEL", "X-ABADR"))
_SYSTEM_GROUPS = frozenset(("mycontacts", "starred", "* mycontacts", "* starred", "contacts"))


class Taken(msgspec.Struct, frozen=True):
    """A property that a field was read from."""

    prop: Property
    """The property."""
    field: str
    """The field of a Contact."""
    value: Any
    """What was read: the field's value, or one of its values."""
    whole: bool
    """Whether the field holds all that the property says."""


class Reading:
    """Everything read from one card."""

    def __init__(self, properties: Sequence[Property], regions: Sequence[str] = ()) -> None:
        self.labels = {it.group: _label(it.text) for it in properties if it.name == "X-ABLABEL" and it.group}
        self.fields: dict[str, Any] = {}
        """Values by the field's name; lists as lists."""
        self.culture: dict[str, str] = {}
        self.phonetic: list[str] = []
        self.taken: list[Taken] = []
        self.problems: list[tuple[int, str]] = []
        """Line and reason of each value that could not be read as what it is."""
        self._categories: list[str] = []
        self._regions = list(regions)
        self._properties = properties
        for prop in properties:
            if prop.name == "ADR":
                region = region_of("", one_line((prop.parts() + [""] * 7)[6]))
                self._regions += [region] if region else []

    def finish(self) -> None:
        """Settle what depends on the whole card."""
        self._sort_categories()
        if self.phonetic:
            self.culture.setdefault("pronunciation", " ".join(self.phonetic))

    def rest(self) -> list[Property]:
        """Return the properties to keep, with the labels of their groups, in the order of the card."""
        whole = {id(it.prop) for it in self.taken if it.whole}
        kept = [it for it in self._properties if id(it) not in whole and it.name not in _LABELLING]
        groups = {it.group for it in kept if it.group}
        labels = [it for it in self._properties if it.name in _LABELLING and it.group in groups]
        return sorted([*kept, *labels], key=lambda it: it.number) if labels else kept

    def text(self, prop: Property, field: str, value: str, *, whole: bool = True) -> None:
        """Take a text; the first property of a kind counts, and is kept with the others if there are any."""
        if value and field not in self.fields:
            self.fields[field] = value
            self._take(prop, field, value, whole=whole and self.plain(prop))
        elif value:
            self.keep(field)

    def keep(self, field: str) -> None:
        """Keep the property that a field was read from: there are others like it, and it comes before them."""
        self.taken = [
            msgspec.structs.replace(it, whole=False) if it.field == field else it for it in self.taken
        ]

    def one(self, prop: Property, field: str, value: Any, *, whole: bool = True) -> None:
        """Take one value of several; a second of the same is no news."""
        values = self.fields.setdefault(field, [])
        if value not in values:
            values.append(value)
        self._take(prop, field, value, whole=whole and self.plain(prop))

    def aspect(self, prop: Property, name: str) -> None:
        """Take a field of `Culture`."""
        if prop.text and name not in self.culture:
            self.culture[name] = prop.text
            self._take(prop, f"culture.{name}", prop.text, whole=True)

    def label(self, prop: Property) -> str:
        """Return what a property's group calls it, or ''."""
        return self.labels.get(prop.group, "") if prop.group else ""

    def phone(self, prop: Property) -> None:
        """Take a telephone number; faxes and pagers come after the others."""
        number = phone_number(prop.text, self._regions)
        if number:
            self.one(prop, "phones", number)

    def day(self, prop: Property, label: str, text: str = "") -> None:
        """Take a day of the year."""
        text = text or prop.text
        once = "true" in prop.params.get("X-KITH-ONCE", ())
        omitted = next(iter(prop.params.get("X-APPLE-OMIT-YEAR", ())), "")
        milestone = milestone_on(text, label, once=once, omitted=omitted)
        if milestone is None:
            if text:
                self.problems.append((prop.number, f"“{text[:60]}” is no day of the year; kept as it is"))
            return
        milestones: list[Milestone] = self.fields.setdefault("milestones", [])
        if milestone not in milestones:
            milestones.append(milestone)
        self._take(prop, "milestones", milestone, whole=is_day_alone(text))

    def categories(self, prop: Property) -> None:
        """Take categories: groups, unless Kith said that they are something else."""
        self._categories += [one_line(it) for part in prop.parts(",") for it in part.split("\n")]
        self._take(prop, "groups", None, whole=True)

    def _sort_categories(self) -> None:
        known = {fold(it) for field in ("groups", "interests") for it in self.fields.get(field, ())}
        for name in self._categories:
            if name and fold(name) not in known and name.casefold() not in _SYSTEM_GROUPS:
                known.add(fold(name))
                self.fields.setdefault("groups", []).append(name)

    def plain(self, prop: Property) -> bool:
        """Tell whether a property says nothing beside its value."""
        said = prop.types - _SILENT
        return not said and not self.label(prop) and prop.params.keys() <= _SILENT_PARAMS

    def _take(self, prop: Property, field: str, value: Any, *, whole: bool) -> None:
        self.taken.append(Taken(prop, field, value, whole))


def rank(prop: Property) -> tuple[bool, int]:
    """Return the sort key of a property: the preferred first (PREF in 4.0, the type in 3.0), faxes and pagers last."""
    if not prop.params:
        return False, 1000
    digits = next(iter(prop.params.get("PREF", ())), "")
    pref = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 4 else 1000
    return bool(prop.types & _LAST), 1 if "pref" in prop.types else pref


def _label(text: str) -> str:
    """Return a label as words: Apple's '_$!<Anniversary>!$_' is an anniversary."""
    system = _LABEL.fullmatch(text)
    return _LABELS.get(system[1].casefold(), system[1].casefold()) if system else one_line(text)
