"""What two records of one person have in lists and mappings, united: equal entries once, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from tui.model.records import Milestone
from tui.model.text import fold, one_line
from tui.rules.matching.evidence import number
from tui.rules.matching.people import profile_key

T = TypeVar("T")


def union(name: str, one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the entries of two lists, the equal ones once."""
    if name == "milestones":
        return _days(one, other)
    found: dict[str, str] = {}
    for entry in (*one, *other):
        key = number(entry) if name == "phones" else profile_key(entry) if name == "profiles" else ""
        found.setdefault(key or fold(one_line(entry)), entry)
    return tuple(found.values())


def _days(one: Iterable[Milestone], other: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Return the milestones of both; of one day under one label, that with the year says all."""
    found: list[Milestone] = []
    for day in (*one, *other):
        label = fold(one_line(day.label))
        place = next((at for at, it in enumerate(found) if _is_one_day(it, day, label)), None)
        if place is None:
            found.append(day)
        elif found[place].year is None:
            found[place] = replace(found[place], year=day.year)
    return tuple(found)


def _is_one_day(it: Milestone, day: Milestone, label: str) -> bool:
    return (
        fold(one_line(it.label)) == label
        and (it.month, it.day, it.once, it.extra) == (day.month, day.day, day.once, day.extra)
        and (it.year == day.year or None in (it.year, day.year))
    )


def united(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    """Return what either has, once each."""
    found: list[T] = []
    for entry in (*one, *other):
        if entry not in found:
            found.append(entry)
    return tuple(found)


def joined(
    one: Mapping[str, Any] | None, other: Mapping[str, Any] | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return two mappings as one, and what the second says otherwise."""
    first, second = dict(one or {}), dict(other or {})
    aside = {name: value for name, value in second.items() if name in first and first[name] != value}
    return {**second, **first}, aside


def listed(value: Any) -> list[Any]:
    """Return a value as a list of it, unless it is one or nothing."""
    return value if isinstance(value, list) else [] if value is None else [value]
