"""The collection of words in `tui/content`: openers, checklists, goals and questions; drafts are in `content_drafts`.

Each loader takes `own`, the directory of the user's own files (same names, same form) or none: entries of
lists are added to ours. A file that cannot be used
raises `ContentError`, whose text is a sentence for the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final, Literal, TypeVar, get_args

import msgspec

from tui.model.records import EventKind
from tui.rules.content_drafts import draft_problems
from tui.rules.content_files import ContentError, Words, convert, listed, our_text, own_text, tables

Situation = Literal[
    "first contact",
    "first talk",
    "someone senior",
    "someone shy",
    "a group already talking",
    "leaving politely",
    "video call",
]
QuestionSet = Literal["path", "field", "advice", "who else", "follow-up"]
KINDS: Final[tuple[EventKind, ...]] = get_args(EventKind)
SITUATIONS: Final[tuple[Situation, ...]] = get_args(Situation)
QUESTION_SETS: Final[tuple[QuestionSet, ...]] = get_args(QuestionSet)


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a list, known by its words."""

    text: Words
    """The words."""


class Opener(_Entry, frozen=True):
    """Something to say aloud that needs no fact."""

    depth: Annotated[int, msgspec.Meta(ge=1, le=3)] = 1
    """1 light, 2 warmer, 3 deep."""
    when: Literal["", "start", "end"] = ""
    """Part of the event that it belongs to; empty for any."""


class ChecklistTemplate(_Entry, frozen=True):
    """One thing to have done before an event."""

    days_before: Annotated[int, msgspec.Meta(ge=0)] = 1
    """Whole days before the first day of the event."""


class SuggestedGoal(_Entry, frozen=True):
    """A goal to choose: with a `target`, the words follow the number ('2 people I had not met before')."""

    target: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """How many, where it can be counted."""
    plan: str = ""
    """An if-then plan (Gollwitzer & Sheeran 2006)."""
    new: bool = False
    """True if it counts new people (Ingram & Morris 2007)."""


class Plan(_Entry, frozen=True):
    """An if-then plan to choose, whatever the goal."""


class Question(_Entry, frozen=True):
    """A question to bring along, or to ask back."""


E = TypeVar("E", bound=_Entry)


def openers(kind: EventKind, own: Path | None = None) -> tuple[Opener, ...]:
    """Return the openers for a kind of event, in the order of the file."""
    return _entries("openers.toml", "openers", kind, Opener, own)


def situations(own: Path | None = None) -> Mapping[Situation, tuple[Opener, ...]]:
    """Return what to say in a given situation, by situation."""
    found = {name: _entries("openers.toml", "situations", name, Opener, own) for name in SITUATIONS}
    return MappingProxyType(found)


def checklist(kind: EventKind, own: Path | None = None) -> tuple[ChecklistTemplate, ...]:
    """Return what to have done before a kind of event, the earliest first."""
    items = _entries("checklists.toml", "checklists", kind, ChecklistTemplate, own)
    return tuple(sorted(items, key=lambda item: -item.days_before))


def goals(kind: EventKind, own: Path | None = None) -> tuple[SuggestedGoal, ...]:
    """Return goals to suggest for a kind of event."""
    return _entries("goals.toml", "goals", kind, SuggestedGoal, own)


def plans(own: Path | None = None) -> tuple[Plan, ...]:
    """Return if-then plans that go with any goal."""
    return _entries("goals.toml", "plans", "", Plan, own)


def questions(name: QuestionSet, own: Path | None = None) -> tuple[Question, ...]:
    """Return a set of questions: four for informational interviews, and 'follow-up' for any talk."""
    return _entries("questions.toml", "questions", name, Question, own)


def problems(own: Path) -> tuple[str, ...]:
    """Return what is wrong with the user's files, a sentence for each; nothing if they can be used."""
    found: list[str] = []
    for file, known in _TABLES.items():
        kinds: dict[str, type[_Entry]] = {
            "checklists": ChecklistTemplate,
            "goals": SuggestedGoal,
            "plans": Plan,
        }
        for table in known:
            entry = kinds.get(table, Question if file == "questions.toml" else Opener)
            try:
                text = own_text(own / file)
                if text is not None:
                    _read_entries(text, str(own / file), table, entry)
            except ContentError as error:
                found.append(str(error))
    found += draft_problems(own)
    return tuple(dict.fromkeys(found))


def sound(own: Path | None) -> Path | None:
    """Return the user's folder if every file in it can be used, else none: then our words are used alone.

    Asked anew each time, since a file may be edited while Kith is open; unchanged files are not read again.
    """
    return None if own is None or problems(own) else own


def _entries(file: str, table: str, section: str, entry: type[E], own: Path | None) -> tuple[E, ...]:
    """Our entries of a section and then the user's; the same words twice are one entry, the later."""
    found = {item.text: item for item in _read_entries(our_text(file), file, table, entry).get(section, ())}
    path = None if own is None else own / file
    text = None if path is None else own_text(path)
    if text is not None:
        for item in _read_entries(text, str(path), table, entry).get(section, ()):
            found.pop(item.text, None)
            found[item.text] = item
    return tuple(found.values())


_TABLES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "openers.toml": {"openers": KINDS, "situations": SITUATIONS},
    "checklists.toml": {"checklists": KINDS},
    "goals.toml": {"goals": KINDS, "plans": ()},
    "questions.toml": {"questions": QUESTION_SETS},
}
"""The tables of each file, and the sections each may have; none for a plain list."""


@lru_cache(maxsize=32)
def _read_entries(text: str, where: str, table: str, entry: type[E]) -> Mapping[str, tuple[E, ...]]:
    known = _TABLES[Path(where).name]
    given = tables(text, where)
    for name in given:
        if name not in known:
            raise ContentError(f"{where}: there is no table [{name}]; there are {listed(known)}.")
    sections = given.get(table, {}) if known[table] else {"": given.get(table, [])}
    if not isinstance(sections, dict):
        raise ContentError(f"{where}: [{table}] must have sections; there are {listed(known[table])}.")
    found: dict[str, tuple[E, ...]] = {}
    for section, rows in sections.items():
        if section and section not in known[table]:
            raise ContentError(
                f"{where}: [{table}] has no section “{section}”; there are {listed(known[table])}."
            )
        if not isinstance(rows, list):
            raise ContentError(f"{where}, {section or table}: expected a list of entries in [ ].")
        found[section] = tuple(
            _entry(row, f"{where}, {section or table}, entry {number}", entry)
            for number, row in enumerate(rows, 1)
        )
    return found


def _entry(row: object, where: str, entry: type[E]) -> E:
    # A bare string is the shortest way to write an entry that has only words.
    given: object = {"text": row} if isinstance(row, str) else row
    if isinstance(given, dict) and isinstance(given.get("text"), str):
        given = {**given, "text": " ".join(given["text"].split())}
    return convert(given, where, entry)
