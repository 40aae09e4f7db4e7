"""Given names that one person may go by: Bob and Robert, Katya and Yekaterina, Nacho and Ignacio."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from tui.model.text import fold
from tui.rules.content_files import convert, our_text, tables

_FILE = "nicknames.toml"


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    families: tuple[str, ...]
    common: str


def same_given(one: str, other: str) -> bool:
    """Tell whether two given names (folded) are one name, or forms of one."""
    if one == other:
        return True
    families = _families()
    return not families.get(one, frozenset()).isdisjoint(families.get(other, frozenset()))


def is_common(family: str) -> bool:
    """Tell whether a family name (folded) is carried by so many that it says little."""
    return family in _common()


@lru_cache(maxsize=1)
def _read() -> _Words:
    return convert(tables(our_text(_FILE), _FILE), _FILE, _Words)


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[int]]:
    """Numbers of the families in which each form stands."""
    found: dict[str, set[int]] = {}
    for number, forms in enumerate(_read().families):
        for form in fold(forms).split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(fold(_read().common).split())
